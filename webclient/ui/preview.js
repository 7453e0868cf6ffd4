/**
 * Looking at a PDF inside the app: drawn in a frame that has no origin (`preview.html`), so that nothing in it can reach
 * what is ours. What draws it is fetched only now; what the frame says is believed as far as it is a number or a word.
 */
import { html } from "../lib/htm.js";
import { useEffect, useRef, useState } from "../lib/hooks.js";
import { Icon } from "./icon.js";
import { t } from "./locale.js";
import { useModal } from "./modal.js";
import { save, showPdf } from "./save.js";
import { ErrorNote } from "./status.js";

const FRAME = "/preview.html";
const CODE = ["/lib/pdf.js", "/lib/pdf-worker.js"];
/** What a file may need besides. */
const MORE = ["jbig2.wasm", "openjpeg.wasm"];
/** How long (ms) the frame and the program may take to come; drawing may take as long as it does. */
const PATIENCE = 30_000;

/** @param {{data: Blob, name: string, onClose: () => void}} props */
export function Preview({ data, name, onClose }) {
  const dialog = useModal(onClose);
  const frame = useRef(/** @type {HTMLIFrameElement | null} */ (null));
  const [state, setState] = useState({ pages: 0, error: /** @type {any} */ (null) });
  useEffect(() => talk(() => frame.current?.contentWindow, data, (said) => ("escape" in said ? dialog.current?.close() : setState({ pages: 0, error: null, ...said }))), [data]);
  const zoom = (/** @type {number} */ factor) => frame.current?.contentWindow?.postMessage({ zoom: factor }, "*");
  const tool = (/** @type {string} */ icon, /** @type {string} */ text, /** @type {() => void} */ press) => html`<button type="button" class="tool" aria-label=${text} title=${text} onClick=${press}><${Icon} name=${icon} /></button>`;
  return html`<dialog class="viewer preview" ref=${dialog} aria-label=${name}><header><span class="figures" tabindex="-1" autofocus>${state.pages ? t("preview-pages", { count: state.pages }) : name}</span>
      ${tool("whole", t("preview-further"), () => zoom(1 / 1.25))}${tool("nearer", t("preview-nearer"), () => zoom(1.25))}
      ${tool("download", t("download"), () => save(data, name, "application/pdf"))}${tool("close", t("close"), () => dialog.current?.close())}</header>
    <div class="stage"><iframe ref=${frame} src=${FRAME} sandbox="allow-scripts" title=${name} referrerpolicy="no-referrer" hidden=${Boolean(state.error)}></iframe>
      ${!state.pages && !state.error && html`<progress aria-label=${t("working")}></progress>`}<${ErrorNote} error=${state.error} />
      ${state.error && navigator.pdfViewerEnabled && html`<button type="button" class="button secondary" onClick=${() => showPdf(data)}>${t("preview-other")}</button>`}</div></dialog>`;
}

/** Hand the frame what it needs and hear what it says, until the returned function is called. @param {() => Window | null | undefined} windowOf @param {Blob} data @param {(said: {pages: number} | {error: any} | {escape: true}) => void} onSaid */
function talk(windowOf, data, onSaid) {
  if (!navigator.onLine) queueMicrotask(() => onSaid({ error: { code: "preview-offline" } }));
  const late = setTimeout(() => onSaid({ error: { code: "preview-offline" } }), PATIENCE);
  const hear = async (/** @type {MessageEvent} */ { source, data: said }) => {
    const target = windowOf();
    if (!target || source !== target || typeof said !== "object" || said === null) return;
    if (said.ready) await give(target, data).then(() => clearTimeout(late), () => onSaid({ error: { code: "preview-offline" } }));
    if (typeof said.ask === "string") void lend(target, said.ask);
    if (said.escape) onSaid({ escape: true });
    if (said.failed !== undefined) onSaid({ error: { code: "preview-failed" } });
    if (Number.isSafeInteger(said.pages)) onSaid({ pages: said.pages });
    if (said.pages || said.failed !== undefined) clearTimeout(late);
  };
  addEventListener("message", hear);
  return () => (clearTimeout(late), removeEventListener("message", hear));
}

/** The file, and the program that draws it. The frame's origin has no name, so the address is anybody: it is our own frame. @param {Window} target @param {Blob} data */
async function give(target, data) {
  const [code, worker] = await Promise.all(CODE.map(async (one) => (await fetched(one)).text()));
  const bytes = await data.arrayBuffer();
  target.postMessage({ data: bytes, code, worker, page: t("preview-page", { at: "#" }) }, "*", [bytes]);
}

/** Something of ours that the file turns out to need; nothing else. @param {Window} target @param {string} file */
async function lend(target, file) {
  const bytes = MORE.includes(file) ? await fetched(`/lib/${file}`).then((answer) => answer.arrayBuffer(), () => null) : null;
  target.postMessage({ file, bytes: bytes && new Uint8Array(bytes) }, "*");
}

/** @param {string} path */
async function fetched(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(path);
  return answer;
}
