/** A file in a record: what it is called, how large, and what can be done with it here: look, or save. */
import { html } from "../lib/htm.js";
import { useState } from "../lib/hooks.js";
import { Icon } from "./icon.js";
import { t } from "./locale.js";
import { opened } from "./opened.js";
import { Preview } from "./preview.js";
import { save, sortOf } from "./save.js";
import { sizeText } from "./sizes.js";
import { ErrorNote } from "./status.js";
import { Viewer } from "./viewer.js";

const ICONS = { picture: "picture", film: "film", pdf: "page", file: "page" };

/** @typedef {import("../sync/blobs.js").Part} Part */

/** `about`: who put it here, when. @param {{part: Part, about?: string, from?: import("./opened.js").Opened, children?: any}} props */
export function FilePart({ part, about = "", from = opened, children }) {
  const [share, setShare] = useState(-1);
  const [error, setError] = useState(/** @type {any} */ (null));
  const [look, setLook] = useState(false);
  const [paper, setPaper] = useState(/** @type {Blob | null} */ (null));
  const sort = sortOf(part.type, part.name);
  const name = part.name ?? t("file");
  const run = async (/** @type {(data: Blob) => any} */ use) => {
    setError(null);
    setShare(0);
    await from.whole(part, setShare).then(use).catch(setError);
    setShare(-1);
  };
  const store = () => run((data) => save(data, name, part.type));
  const pdf = () => run(setPaper);
  const press = { picture: () => setLook(true), film: () => setLook(true), pdf, file: store }[sort];
  return html`<div class="filepart"><button type="button" class="open" onClick=${press} aria-busy=${share >= 0 ? "true" : undefined}>
      <span class=${`kind ${sort}`}><${Icon} name=${ICONS[sort]} /></span>
      <span class="row-text"><strong>${name}</strong><span class="small muted">${[sizeText(part.size), about].filter(Boolean).join(" · ")}</span></span><span class="sr-only">${t(sort === "file" ? "download" : "file-open")}</span></button>
    ${sort !== "file" && html`<button type="button" class="tool" aria-label=${t("file-download", { name })} onClick=${store}><${Icon} name="download" /></button>`}
    ${sort === "file" && html`<span class="tool"><${Icon} name="download" /></span>`}${children}
    ${share >= 0 && html`<progress max="1" value=${share} aria-label=${t("working")}></progress>`}<${ErrorNote} error=${error} retry=${press} />
    ${paper && html`<${Preview} data=${paper} name=${name} onClose=${() => setPaper(null)} />`}
    ${look && html`<${Viewer} label=${name} slides=${[{ id: part.blob, part, text: name, about }]} at=${0} onMove=${() => undefined} onClose=${() => setLook(false)} from=${from} />`}</div>`;
}

/** Some files under a text. @param {{parts: Part[], from?: import("./opened.js").Opened}} props */
export function FileParts({ parts, from = opened }) {
  return parts.length ? html`<div class="fileparts" role="group" aria-label=${t("files")}>${parts.map((part) => html`<${FilePart} key=${part.blob} part=${part} from=${from} />`)}</div>` : null;
}
