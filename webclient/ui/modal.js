/** What the viewer and the preview stand in: a dialog over everything. */
import { useEffect, useRef } from "../lib/hooks.js";

/** A dialog over everything, closed once. @param {() => void} onClose */
export function useModal(onClose) {
  const dialog = useRef(/** @type {HTMLDialogElement | null} */ (null));
  const told = useRef(onClose);
  told.current = onClose;
  useEffect(() => {
    const shown = /** @type {HTMLDialogElement} */ (dialog.current);
    const close = () => told.current();
    shown.addEventListener("close", close);
    shown.showModal();
    return () => {
      shown.removeEventListener("close", close);
      shown.close();
    };
  }, []);
  return dialog;
}
