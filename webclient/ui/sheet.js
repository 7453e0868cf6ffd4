/** A sheet over the page: the browser's own dialog, so Escape and the focus are right, and the focus goes back. */
import { html } from "../lib/htm.js";
import { useEffect, useRef } from "../lib/hooks.js";
import { Button } from "./button.js";
import { t } from "./locale.js";

/**
 * `actions`: buttons beside Close, the most likely one first.
 * @param {{title: string, onClose: () => void, actions?: any, children?: any}} props
 */
export function Sheet({ title, onClose, actions = null, children }) {
  const dialog = useRef(/** @type {HTMLDialogElement | null} */ (null));
  const gone = useRef(false);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => {
      gone.current = true;
      shown?.close();
    };
  }, []);
  const close = () => !gone.current && onClose();
  const outside = (/** @type {MouseEvent} */ event) => event.target === dialog.current && close();
  return html`<dialog class="sheet" ref=${dialog} aria-label=${title} onClose=${close} onClick=${outside}>
    <div class="inside"><h2 tabindex="-1" autofocus>${title}</h2>${children}
      <div class="foot">${actions}<${Button} kind="secondary" onPress=${close}>${t("close")}<//></div></div>
  </dialog>`;
}
