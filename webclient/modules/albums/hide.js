/**
 * A child made unrecognizable on a photo, on this device: a frame around it is drawn over, or all around the frame is cut
 * off. The new picture takes the old one's place everywhere; the old one is erased.
 */
import { html } from "../../lib/htm.js";
import { useEffect, useRef, useState } from "../../lib/hooks.js";
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { Refused } from "../../sync/errors.js";
import { Button } from "../../ui/button.js";
import { t } from "../../ui/locale.js";
import { opened } from "../../ui/opened.js";
import { Page } from "../../ui/page.js";
import { readyMedia } from "../../ui/pictures.js";
import { go } from "../../ui/router.js";
import { session, toast, uploads, version } from "../../ui/state.js";
import { ErrorNote } from "../../ui/status.js";
import { children } from "../people/model.js";
import { between, blur, middle, moved } from "./frame.js";
import { tasks } from "./takedown.js";
import { isSoon } from "./tasks.js";

/** @typedef {import("./frame.js").Frame} Frame */
/** @typedef {import("./takedown.js").Task} Task */
const QUALITY = 0.92;
const MOST_BACK = 12;

/** @param {{params: Record<string, string>}} props */
export function HideView({ params }) {
  void version.value;
  const here = /** @type {import("../../sync/session.js").Session} */ (session.value);
  const task = tasks(here).find((one) => one.photo === params.photo && one.child === params.child);
  const name = children(here).find((one) => one.circle === params.child)?.first ?? "";
  if (!task) return html`<${Page} title=${t("album-tasks")} back="/albums/tasks"><p>${t("tasks-none")}</p><//>`;
  if (isSoon(task)) return html`<${Page} title=${t("hide-title", { child: name })} back="/albums/tasks"><p>${t("task-soon")}</p><//>`; // of another child on it too: its picture would take the place of that one
  return html`<${Page} title=${t("hide-title", { child: name })} back="/albums/tasks"><${Editor} key=${task.item.body.blob} task=${task} name=${name} /><//>`;
}

/** @param {{task: Task, name: string}} props */
function Editor({ task, name }) {
  const canvas = useRef(/** @type {HTMLCanvasElement | null} */ (null));
  const past = useRef(/** @type {ImageData[]} */ ([]));
  const [frame, setFrame] = useState(/** @type {Frame | null} */ (null));
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const context = () => /** @type {CanvasRenderingContext2D} */ (canvas.current?.getContext("2d", { willReadFrequently: true }));
  useEffect(() => void load(task, canvas.current).then((size) => setFrame(middle(size)), setError), []);
  const change = (/** @type {(context: CanvasRenderingContext2D, frame: Frame) => void} */ act) => {
    const { width, height } = context().canvas;
    past.current = [...past.current.slice(-MOST_BACK), context().getImageData(0, 0, width, height)];
    act(context(), /** @type {Frame} */ (frame));
    setFrame(act === crop ? middle(context().canvas) : { .../** @type {Frame} */ (frame) });
  };
  const undo = () => {
    const before = past.current.pop();
    if (before) put(context(), before);
    setFrame(middle(context().canvas));
  };
  const publish = () => send(task, /** @type {HTMLCanvasElement} */ (canvas.current)).catch(setError);
  return html`<div class="stack"><p>${t("hide-text", { child: name })}</p><${ErrorNote} error=${error} />
    <${Framing} canvas=${canvas} frame=${frame} onFrame=${setFrame} />${!frame && !error && html`<p class="muted">${t("hide-loading")}</p>`}
    ${frame && html`<div class="row frame-keys"><${Button} kind="secondary" onPress=${() => change(blur)}>${t("hide-blur")}<//><${Button} kind="secondary" onPress=${() => change(crop)}>${t("hide-crop")}<//>
        <${Button} kind="quiet" disabled=${!past.current.length} onPress=${undo}>${t("hide-undo")}<//></div>
      <p class="muted small">${t("hide-done-text")}</p><div class="row"><${Button} big disabled=${!past.current.length} onPress=${publish}>${t("hide-done")}<//></div>`}</div>`;
}

/** The picture with the frame on it: drawn by finger or mouse, moved by the arrows. @param {{canvas: {current: HTMLCanvasElement | null}, frame: Frame | null, onFrame: (frame: Frame) => void}} props */
function Framing({ canvas, frame, onFrame }) {
  const outer = useRef(/** @type {HTMLElement | null} */ (null));
  const from = useRef(/** @type {{x: number, y: number} | null} */ (null));
  const [, draw] = useState(0);
  useEffect(() => {
    const again = () => draw((count) => count + 1); // the picture has another size on the screen: so has the frame
    addEventListener("resize", again);
    return () => removeEventListener("resize", again);
  }, []);
  const at = (/** @type {PointerEvent} */ event) => {
    const shown = /** @type {HTMLCanvasElement} */ (canvas.current);
    const box = shown.getBoundingClientRect();
    return { x: ((event.clientX - box.left) / box.width) * shown.width, y: ((event.clientY - box.top) / box.height) * shown.height };
  };
  const down = (/** @type {PointerEvent} */ event) => {
    from.current = at(event);
    /** @type {HTMLElement} */ (event.currentTarget).setPointerCapture(event.pointerId);
  };
  const move = (/** @type {PointerEvent} */ event) => from.current && frame && onFrame(between(from.current, at(event), /** @type {HTMLCanvasElement} */ (canvas.current)));
  const key = (/** @type {KeyboardEvent} */ event) => {
    const next = frame && moved(event.key, event.shiftKey, frame, /** @type {HTMLCanvasElement} */ (canvas.current));
    if (next) event.preventDefault(), onFrame(next);
  };
  return html`<div class="framing" ref=${outer} onPointerDown=${down} onPointerMove=${move} onPointerUp=${() => (from.current = null)} onPointerCancel=${() => (from.current = null)}>
    <canvas ref=${canvas} width="1" height="1" role="application" aria-label=${t("hide-picture")} tabindex="0" onKeyDown=${key}></canvas>
    <span class="frame" style=${frame ? placed(frame, canvas.current) : { display: "none" }}></span></div>`;
}

/** Where a frame lies over the canvas as it is shown. @param {Frame} frame @param {HTMLCanvasElement | null} canvas */
function placed(frame, canvas) {
  if (!canvas) return { display: "none" };
  const share = canvas.clientWidth / canvas.width || 0;
  return { left: `${canvas.offsetLeft + frame.x * share}px`, top: `${canvas.offsetTop + frame.y * share}px`, width: `${frame.width * share}px`, height: `${frame.height * share}px` };
}

/** Keep only what is in the frame. @param {CanvasRenderingContext2D} context @param {Frame} frame */
function crop(context, frame) {
  put(context, context.getImageData(frame.x, frame.y, frame.width, frame.height));
}

/** @param {CanvasRenderingContext2D} context @param {ImageData} data */
function put(context, data) {
  Object.assign(context.canvas, { width: data.width, height: data.height });
  context.putImageData(data, 0, 0);
}

/** @param {Task} task @param {HTMLCanvasElement | null} canvas */
async function load(task, canvas) {
  const data = await opened.whole(/** @type {any} */ (task.item.body));
  const picture = await createImageBitmap(data, { imageOrientation: "from-image" }).catch(() => {
    throw new Refused("picture-unknown");
  });
  const size = { width: picture.width, height: picture.height };
  if (canvas) Object.assign(canvas, size).getContext("2d", { willReadFrequently: true })?.drawImage(picture, 0, 0);
  picture.close();
  return size;
}

/** Send the new picture; the outbox puts it in the old one's place. @param {Task} task @param {HTMLCanvasElement} canvas */
async function send({ photo, child, item }, canvas) {
  const data = /** @type {Blob} */ (await new Promise((/** @type {BlobCallback} */ resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY)));
  const ready = await readyMedia(new File([data], item.body.name ?? "foto.jpg", { type: "image/jpeg" }));
  const about = { photo, child, from: item.body.blob, record: b64(fresh(16)) };
  await uploads.value?.add(item.circle, [ready], ([part]) => ({ type: "albums.hide", data: { ...about, part } }));
  toast(t("hide-sending"));
  go("/albums/tasks");
}
