/**
 * A face as a small round picture, small enough to be the value of a detail: it lies in the letter itself, so it is there
 * wherever the letter is (a list without a network has its faces), is taken back with it, and is fetched from nowhere.
 */
import { html } from "../lib/htm.js";
import { useMemo, useState } from "../lib/hooks.js";
import { b64, unb64 } from "../crypto/encoding.js";
import { Refused } from "../sync/errors.js";
import { Avatar } from "./avatar.js";
import { Drawn } from "./drawn.js";
import { FilePicker } from "./filepicker.js";
import { t } from "./locale.js";
import { PICTURES, readyMedia } from "./pictures.js";
import { ErrorNote } from "./status.js";

/** px: a round of 64 stays sharp on any screen. */
const SIDE = 192;
const LARGEST = 12 * 1024;
const QUALITIES = [0.8, 0.6, 0.4, 0.2];

/** The middle of a picture as such a value; throws Refused as `readyMedia`. @param {File} file @returns {Promise<string>} */
export async function portraitOf(file) {
  const made = await readyMedia(file);
  const image = await createImageBitmap(made.thumb?.data ?? made.data).catch(() => null);
  if (!image || made.seconds !== undefined) throw new Refused("picture-unknown");
  const side = Math.min(image.width, image.height);
  const canvas = Object.assign(document.createElement("canvas"), { width: SIDE, height: SIDE });
  canvas.getContext("2d")?.drawImage(image, (image.width - side) / 2, (image.height - side) / 2, side, side, 0, 0, SIDE, SIDE);
  for (const quality of QUALITIES) {
    const data = /** @type {Blob | null} */ (await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality)));
    if (data && data.size <= LARGEST) return b64(new Uint8Array(await data.arrayBuffer()));
  }
  throw new Refused("picture-too-large");
}

/** A face, or the initial where there is none. @param {{value?: string, name: string, tone?: string, small?: boolean, large?: boolean}} props */
export function Portrait({ value = "", name, tone = name, small = false, large = false }) {
  const data = useMemo(() => opened(value), [value]);
  const [broken, setBroken] = useState("");
  if (!data || broken === value) return html`<${Avatar} name=${name} tone=${tone} small=${small} large=${large} />`;
  return html`<span class=${`avatar portrait ${small ? "small" : ""} ${large ? "large" : ""}`} aria-hidden="true"><${Drawn} data=${data} onDrawn=${(/** @type {any} */ size) => !size && setBroken(value)} /></span>`;
}

/** Choose a face. @param {{label: string, hint: string, name: string, value: string, onInput: (value: string) => void}} props */
export function PortraitField({ label, hint, name, value, onInput }) {
  const [error, setError] = useState(/** @type {any} */ (null));
  const take = (/** @type {File[]} */ [file]) => (setError(null), void portraitOf(file).then(onInput, setError));
  return html`<fieldset class="portrait-field"><legend>${label}</legend><p class="hint muted small">${hint}</p>
    <div class="row"><${Portrait} value=${value} name=${name} large /><div class="attach"><${FilePicker} text="" choose=${t(value ? "portrait-other" : "portrait-choose")} accept=${PICTURES} many=${false} camera onFiles=${take} /></div>
      ${value && html`<button type="button" class="button quiet" onClick=${() => onInput("")}>${t("portrait-none")}</button>`}</div><${ErrorNote} error=${error} /></fieldset>`;
}

/** What somebody else wrote may be anything: too much, or no picture at all. @param {string} value */
function opened(value) {
  try {
    return value && value.length < LARGEST * 2 ? new Blob([/** @type {BlobPart} */ (unb64(value))]) : null;
  } catch {
    return null;
  }
}
