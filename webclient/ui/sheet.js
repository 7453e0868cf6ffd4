/** A sheet over the page: the browser's own dialog, so focus and Escape are right. */
import { html } from "../lib/htm.js";
import { useEffect, useRef } from "../lib/hooks.js";
import { Button } from "./button.js";
import { t } from "./locale.js";

/** @param {{title: string, onClose: () => void, children?: any}} props */
export function Sheet({ title, onClose, children }) {
  const dialog = useRef(/** @type {HTMLDialogElement | null} */ (null));
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const outside = (/** @type {MouseEvent} */ event) => event.target === dialog.current && onClose();
  return html`<dialog class="sheet" ref=${dialog} aria-label=${title} onClose=${onClose} onClick=${outside}>
    <div class="inside"><h2>${title}</h2>${children}<${Button} kind="secondary" onPress=${onClose}>${t("close")}<//></div>
  </dialog>`;
}
