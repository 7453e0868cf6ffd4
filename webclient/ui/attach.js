/**
 * Files for something that is being written: chosen, made ready, kept with the draft, taken out again. Sealed on this
 * device from the moment they are there, so that a reload or a killed tab loses none; they go when the text is sent.
 */
import { html } from "../lib/htm.js";
import { useEffect, useMemo, useRef, useState } from "../lib/hooks.js";
import { b64 } from "../crypto/encoding.js";
import { fresh } from "../crypto/random.js";
import { Refused } from "../sync/errors.js";
import { usePicture } from "./attached.js";
import { useDraft } from "./draft.js";
import { Drawn } from "./drawn.js";
import { FilePicker } from "./filepicker.js";
import { sorted } from "./files.js";
import { Icon } from "./icon.js";
import { t } from "./locale.js";
import { opened, Opened } from "./opened.js";
import { readyAny } from "./pictures.js";
import { makeReady, refused } from "./sending.js";
import { sizeText } from "./sizes.js";
import { outbox, uploads } from "./state.js";

/** @typedef {import("../sync/blobs.js").Part} Part */
/** On its way: `upload` is the id under which its files wait; without files it is in the outbox at once. @typedef {{upload: string, intent: import("../sync/outbox.js").Intent | null}} Sent */
/**
 * `before`: those that stand already; `parts`: those that came, `copies`: the same for another school; `busy`: how many are being made ready; `send` writes
 * `data` with all of them, once they are there.
 * @typedef {{before: Part[], parts: Part[], count: number, busy: number, stood: Opened, from: Opened, add: (files: File[], tag?: string) => Promise<unknown>,
 *   copies: () => Promise<import("../sync/uploadstore.js").Ready[]>, remove: (blob: string) => void, clear: () => Promise<void>, send: (circle: string, type: string, data: (files: Part[]) => any) => Promise<Sent>}} Files
 */

/** A part says to what in its record it belongs, where there are several such things. @param {Part} part @returns {string | undefined} */
const tagOf = (part) => /** @type {any} */ (part).tag;
/** Files at one record at most. */
const MOST = 40;

/**
 * The files of a draft by its name; `kept`: those of the record that is being changed. A draft without a name is forgotten
 * when its screen is left. @param {string} name @param {Part[]} [kept] @param {Opened} [stood] opens `kept` @returns {Files}
 */
export function useFiles(name, kept = [], stood = opened) {
  const [id, setId] = useSlot(name);
  const [parts, setParts] = useState(/** @type {Part[]} */ ([]));
  const [gone, setGone] = useState(/** @type {string[]} */ ([]));
  const [busy, setBusy] = useState(0);
  const store = () => /** @type {import("../sync/uploads.js").Uploads} */ (uploads.value).store;
  useEffect(() => void (id.current ? store().parked(id.current).then(setParts) : setParts([])), [id.current]);
  const before = kept.filter((part) => !gone.includes(part.blob));
  const add = (/** @type {File[]} */ files, tag = "") => {
    const room = Math.max(0, MOST - before.length - parts.length - busy);
    if (files.length > room) refused.value = [...refused.value, ...files.slice(room).map(({ name: file }) => ({ name: file, error: new Refused("too-many-files") }))];
    const some = files.slice(0, room);
    setBusy((count) => count + some.length);
    const park = async (/** @type {import("../sync/uploadstore.js").Ready} */ made) => {
      if (!id.current) await setId(b64(fresh(16)));
      setParts(await store().park(id.current, tag ? Object.assign(made, { tag }) : made));
    };
    return makeReady(some, readyAny, park).then(() => setBusy((count) => count - some.length));
  };
  const copies = () => Promise.all(parts.map((part) => copyOf(store(), id.current, part)));
  const remove = async (/** @type {string} */ blob) => {
    setGone([...gone, blob]);
    if (parts.some((part) => part.blob === blob)) setParts(await store().unpark(id.current, blob));
  };
  const send = async (/** @type {string} */ circle, /** @type {string} */ type, /** @type {(files: Part[]) => any} */ data) => {
    const held = id.current;
    const intent = parts.length ? null : ((await outbox.value?.add(type, data(before))) ?? null);
    if (!intent) await uploads.value?.release(held, circle, (sent) => ({ type, data: data([...before, ...sent]) }));
    await setId("");
    return { upload: intent ? "" : held, intent };
  };
  const clear = async () => {
    if (id.current) await store().drop(id.current);
    setParts([]);
    await setId("");
  };
  return { before, parts, count: before.length + parts.length, busy, stood, from: useHere(id.current), add, copies, remove, clear, send };
}

/** A parked file made ready once more: it goes to another school as well, under a key of its own. @param {import("../sync/uploadstore.js").UploadStore} store @param {string} id @param {Part} part @returns {Promise<import("../sync/uploadstore.js").Ready>} */
async function copyOf(store, id, part) {
  const { type, name, width, height, seconds, thumb } = part;
  const shown = Object.fromEntries(Object.entries({ name, width, height, seconds }).filter(([, value]) => value !== undefined));
  return { data: await store.open(id, part), type, ...shown, ...(thumb ? { thumb: await copyOf(store, id, thumb) } : {}) };
}

/** Under which id a draft's files are parked. @param {string} name @returns {[{current: string}, (id: string) => Promise<void>]} */
function useSlot(name) {
  const [slot, change] = useDraft(`files ${name || "of no draft"}`, { id: "" });
  const [loose, setLoose] = useState("");
  const now = useRef("");
  now.current = name ? slot.id : loose;
  useEffect(() => () => void (!name && now.current && uploads.value?.store.drop(now.current)), [name]);
  const set = async (/** @type {string} */ id) => {
    now.current = id;
    if (name) await change({ id });
    else setLoose(id);
  };
  return [now, set];
}

/** Opens what lies here. @param {string} id */
export function useHere(id) {
  return useMemo(() => new Opened((part) => /** @type {any} */ (uploads.value).store.open(id, part)), [id]);
}

/** Those of the files that belong to one thing of a record, as one question of a form. @param {Files} files @param {string} tag @returns {Files} */
export function tagged(files, tag) {
  const [before, parts] = [files.before, files.parts].map((some) => some.filter((part) => tagOf(part) === tag));
  return { ...files, before, parts, count: before.length + parts.length, add: (some) => files.add(some, tag) };
}

/** Choose files, and see those that were chosen. @param {{files: Files}} props */
export function Attach({ files }) {
  return html`<div class="attach"><${Chosen} files=${files} />
    <${FilePicker} text=${t("attach-drop")} choose=${t("attach-choose")} hint=${t("attach-hint")} icon="clip" camera onFiles=${files.add} /></div>`;
}

/** The two signs beside a field. @param {{files: Files}} props */
export function AttachTools({ files }) {
  return html`<${FilePicker} text=${t("attach-drop")} choose=${t("attach-choose")} camera small onFiles=${files.add} />`;
}

/** @param {{files: Files}} props */
export function Chosen({ files }) {
  const all = [...files.before.map((part) => ({ part, from: files.stood })), ...files.parts.map((part) => ({ part, from: files.from }))];
  if (!all.length && !files.busy) return null;
  return html`<ul class="attach-list" aria-label=${t("attach-chosen")}>${all.map(({ part, from }) => html`<${One} key=${part.blob} part=${part} from=${from} onRemove=${() => files.remove(part.blob)} />`)}
    ${Array.from({ length: files.busy }, (_, at) => html`<li key=${at} class="bone" aria-hidden="true"></li>`)}</ul>`;
}

/** @param {{part: Part, from: Opened, onRemove: () => void}} props */
function One({ part, from, onRemove }) {
  const data = usePicture(part, false, from);
  const name = part.name ?? t("file");
  const isShown = sorted([part]).shown.length > 0;
  return html`<li class=${isShown ? "seen-file" : "named"}>${isShown ? html`<span class="sr-only">${name}</span>${data && html`<${Drawn} data=${data} />`}`
      : html`<${Icon} name="page" /><span class="row-text"><strong>${name}</strong><span class="small muted">${sizeText(part.size)}</span></span>`}
    <button type="button" class="tool" aria-label=${t("attach-remove", { name })} onClick=${onRemove}><${Icon} name="close" size=${18} /></button></li>`;
}
