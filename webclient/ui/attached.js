/**
 * The files under a text: pictures and films as small ones that open over the whole screen, the others by their names. The
 * text stands first and waits for none of them.
 */
import { html } from "../lib/htm.js";
import { useEffect, useState } from "../lib/hooks.js";
import { Drawn } from "./drawn.js";
import { FileParts } from "./filepart.js";
import { sorted } from "./files.js";
import { Icon } from "./icon.js";
import { t } from "./locale.js";
import { opened } from "./opened.js";
import { saveAll } from "./saveall.js";
import { SaveButton } from "./savebutton.js";
import { Thumbs } from "./thumbs.js";
import { Viewer } from "./viewer.js";

/** @typedef {import("../sync/blobs.js").Part} Part */
/** @typedef {import("./opened.js").Opened} Opened */

/** `about`: who sent them, when; `sharp`: one picture is fetched whole; `all`: what to call all of them, saved in one file. @param {{parts: Part[], about?: string, sharp?: boolean, all?: string, time?: number, from?: Opened}} props */
export function Attached({ parts, about = "", sharp = false, all = "", time = Date.now(), from = opened }) {
  const { shown, others } = sorted(parts);
  if (!parts.length) return null;
  return html`<div class="attached" role="group" aria-label=${t("files")}><${Shots} parts=${shown} about=${about} sharp=${sharp} from=${from} /><${FileParts} parts=${others} from=${from} />
    ${all && parts.length > 1 && html`<${SaveButton} text=${t("save-all-files")} run=${(/** @type {import("./savebutton.js").Way} */ way) => saveAll(all, parts.map((part) => ({ part, name: part.name ?? t("file"), time })), way)} />`}</div>`;
}

/** One as large as it may be, more in rows. @param {{parts: Part[], about: string, sharp: boolean, from: Opened}} props */
function Shots({ parts, about, sharp, from }) {
  const [at, setAt] = useState(-1);
  if (!parts.length) return null;
  const texts = parts.map((part, index) => (parts.length > 1 ? t("photo-of", { at: index + 1, count: parts.length, name: part.name ?? "" }) : (part.name ?? t("one-photo"))));
  const slides = parts.map((part, index) => ({ id: part.blob, part, text: texts[index], about }));
  const items = parts.map((part, index) => ({ id: part.blob, small: part.thumb, text: texts[index], seconds: part.seconds ?? 0 }));
  return html`${parts.length === 1 ? html`<${Shot} part=${parts[0]} text=${texts[0]} sharp=${sharp} from=${from} onOpen=${() => setAt(0)} />` : html`<${Thumbs} label=${t("photos")} items=${items} onOpen=${setAt} from=${from} />`}
    ${at >= 0 && html`<${Viewer} label=${t("photos")} slides=${slides} at=${at} onMove=${setAt} onClose=${() => setAt(-1)} from=${from} />`}`;
}

/** A single picture in its own shape, so that nothing jumps when it comes. @param {{part: Part, text: string, sharp: boolean, from: Opened, onOpen: () => void}} props */
function Shot({ part, text, sharp, from, onOpen }) {
  const data = usePicture(part, sharp, from);
  const shape = part.width && part.height ? { aspectRatio: `${part.width} / ${part.height}`, inlineSize: `min(100%, ${Math.round((SHOT_HIGH * part.width) / part.height)}px)` } : {};
  return html`<button type="button" class="shot" style=${shape} onClick=${onOpen}><span class="sr-only">${text}</span>${data ? html`<${Drawn} data=${data} />` : html`<${Icon} name="picture" size=${28} />`}
    ${part.seconds ? html`<span class="badge"><${Icon} name="play" size=${14} />${t("one-video")}</span>` : null}</button>`;
}

/** The first picture of some, small, where there is room for one. @param {{parts: Part[], from?: Opened}} props */
export function FirstShot({ parts, from = opened }) {
  const [first] = sorted(parts).shown;
  const data = usePicture(first, false, from);
  return first ? html`<span class="first-shot" aria-hidden="true">${data ? html`<${Drawn} data=${data} />` : html`<${Icon} name="picture" size=${28} />`}</span>` : null;
}

/** px */
const SHOT_HIGH = 420;

/** The small one, and then, if asked, the whole. @param {Part | undefined} part @param {boolean} sharp @param {Opened} from @returns {Blob | null} */
export function usePicture(part, sharp, from) {
  const [found, setFound] = useState({ id: "", data: /** @type {Blob | null} */ (null) });
  useEffect(() => {
    const away = new AbortController();
    const set = (/** @type {Blob} */ data) => void (away.signal.aborted || setFound({ id: part?.blob ?? "", data }));
    const whole = () => void (sharp && part && /^image\//.test(part.type) && from.whole(part).then(set, () => undefined));
    if (part?.thumb) void from.small(part.thumb, away.signal).then((data) => (set(data), whole()), () => undefined);
    return () => away.abort();
  }, [part?.blob]);
  return part && found.id === part.blob ? found.data : null;
}
