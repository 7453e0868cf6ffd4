/** Files for an album, a book or a message: chosen, dropped, pasted, or taken with the camera. What happens to them then is said by whoever asks. */
import { html } from "../lib/htm.js";
import { useEffect, useRef, useState } from "../lib/hooks.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";
import { t } from "./locale.js";

/**
 * `camera`: a button that takes a photo at once, where there is a finger; `hint`: what may be sent; `small`: two signs beside a field.
 * @param {{text: string, choose: string, hint?: string, accept?: string, many?: boolean, camera?: boolean, icon?: string, small?: boolean, onFiles: (files: File[]) => void}} props
 */
export function FilePicker({ text, choose, hint = "", accept = "", many = true, camera = false, icon = "picture", small = false, onFiles }) {
  const [over, setOver] = useState(false);
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  const lens = useRef(/** @type {HTMLInputElement | null} */ (null));
  const take = (/** @type {Iterable<File> | null | undefined} */ files) => {
    const found = [...(files ?? [])];
    if (found.length) onFiles(many ? found : found.slice(0, 1));
  };
  usePaste(take, input);
  const drop = (/** @type {DragEvent} */ event) => (event.preventDefault(), setOver(false), take(event.dataTransfer?.files));
  const drag = (/** @type {DragEvent} */ event) => (event.preventDefault(), setOver(true));
  const chosen = (/** @type {any} */ event) => (take(event.target.files), (event.target.value = ""));
  const press = (/** @type {string} */ sign, /** @type {string} */ words, /** @type {typeof input} */ field, more = "") => (small
    ? html`<button type="button" class=${`tool ${more}`} aria-label=${words} title=${words} onClick=${() => field.current?.click()}><${Icon} name=${sign} /></button>`
    : html`<${Button} kind="secondary" class=${more} icon=${sign} onPress=${() => field.current?.click()}>${words}<//>`);
  return html`<div class=${`picker ${small ? "small-picker" : "drop"} ${over ? "over" : ""}`} onDragOver=${drag} onDragLeave=${() => setOver(false)} onDrop=${drop}>
    ${!small && html`<${Icon} name=${icon} size=${36} /><p class="for-mouse">${text}</p>`}
    <input ref=${input} type="file" accept=${accept} multiple=${many} class="sr-only" tabindex="-1" aria-label=${choose} onChange=${chosen} />
    <div class="row">${press(small ? "clip" : "plus", choose, input)}
      ${camera && html`<input ref=${lens} type="file" accept="image/*" capture="environment" class="sr-only" tabindex="-1" aria-label=${t("take-photo")} onChange=${chosen} />${press("camera", t("take-photo"), lens, "for-touch")}`}</div>
    ${hint && html`<p class="muted small">${hint}</p>`}</div>`;
}

/** What is pasted while this is on the screen, unless text is pasted into a field, or somewhere over it; of several the first takes it. @param {(files: FileList | null | undefined) => void} take @param {{current: HTMLElement | null}} here */
function usePaste(take, here) {
  const now = useRef(take);
  now.current = take;
  useEffect(() => {
    const paste = (/** @type {ClipboardEvent} */ event) => {
      const over = document.querySelector("dialog[open]");
      if (event.defaultPrevented || !event.clipboardData?.files.length || (over && !over.contains(here.current))) return;
      event.preventDefault();
      now.current(event.clipboardData.files);
    };
    addEventListener("paste", paste);
    return () => removeEventListener("paste", paste);
  }, []);
}
