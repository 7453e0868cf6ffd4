/** A place to drop files on, or to choose them with; the files stay on this device until somebody sends them. */
import { html } from "../lib/htm.js";
import { useRef, useState } from "../lib/hooks.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";
import { t } from "./locale.js";

/** @param {{text: string, choose: string, accept?: string, many?: boolean, onFiles: (files: File[]) => void}} props */
export function FileDrop({ text, choose, accept = "", many = false, onFiles }) {
  const [over, setOver] = useState(false);
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  const take = (/** @type {FileList | null | undefined} */ files) => files?.length && onFiles(many ? [...files] : [files[0]]);
  const drop = (/** @type {DragEvent} */ event) => (event.preventDefault(), setOver(false), take(event.dataTransfer?.files));
  const drag = (/** @type {DragEvent} */ event) => (event.preventDefault(), setOver(true));
  return html`<div class=${`drop ${over ? "over" : ""}`} onDragOver=${drag} onDragLeave=${() => setOver(false)} onDrop=${drop}>
    <${Icon} name="file" size=${36} /><p>${text}</p>
    <input ref=${input} type="file" accept=${accept} multiple=${many} class="sr-only" tabindex="-1" aria-label=${choose} onChange=${(/** @type {any} */ event) => take(event.target.files)} />
    <${Button} kind="secondary" onPress=${() => input.current?.click()}>${choose}<//>
    <p class="muted small">${t("drop-stays")}</p></div>`;
}
