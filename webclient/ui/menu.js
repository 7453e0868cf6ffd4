/** A menu behind a button: arrows go through it, Escape goes back to the button. */
import { html } from "../lib/htm.js";
import { useEffect, useRef, useState } from "../lib/hooks.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";
import { t } from "./locale.js";

/** @typedef {{text: string, icon?: string, danger?: boolean, run: () => void}} MenuItem */

/** @param {{label?: string, items: MenuItem[]}} props */
export function Menu({ label = t("more-actions"), items }) {
  const [open, setOpen] = useState(false);
  const root = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => {
    if (!open) return;
    itemsOf(root.current)[0]?.focus();
    const outside = (/** @type {Event} */ event) => !root.current?.contains(/** @type {Node} */ (event.target)) && setOpen(false);
    addEventListener("pointerdown", outside);
    return () => removeEventListener("pointerdown", outside);
  }, [open]);
  const close = () => {
    setOpen(false);
    root.current?.querySelector("button")?.focus();
  };
  const keys = (/** @type {KeyboardEvent} */ event) => open && onKey(event, itemsOf(root.current), close, () => setOpen(false));
  return html`<div class="menu" ref=${root} onKeyDown=${keys}><${Button} kind="quiet" icon="more" popup="menu" expanded=${open} onPress=${() => setOpen(!open)}><span class="sr-only">${label}</span><//>
    ${open && html`<ul role="menu" aria-label=${label}>${items.map((one) => html`<li key=${one.text} role="none"><button type="button" role="menuitem" tabindex="-1" class=${one.danger ? "danger" : ""}
      onClick=${() => (close(), one.run())}>${one.icon && html`<${Icon} name=${one.icon} size=${20} />`}${one.text}</button></li>`)}</ul>`}</div>`;
}

/** @param {KeyboardEvent} event @param {HTMLElement[]} items @param {() => void} close @param {() => void} leave */
function onKey(event, items, close, leave) {
  const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const to = { ArrowDown: (at + 1) % items.length, ArrowUp: (at - 1 + items.length) % items.length, Home: 0, End: items.length - 1 }[event.key];
  if (event.key === "Escape") close();
  else if (event.key === "Tab") leave();
  if (to === undefined) return;
  event.preventDefault();
  items[to]?.focus();
}

/** @param {HTMLElement | null} root @returns {HTMLElement[]} */
function itemsOf(root) {
  return [...(root?.querySelectorAll("[role=menuitem]") ?? [])].map((one) => /** @type {HTMLElement} */ (one));
}
