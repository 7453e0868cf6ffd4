/** Buttons say a verb; a busy one can't be pressed twice. */
import { html } from "../lib/htm.js";
import { useState } from "../lib/hooks.js";
import { Icon } from "./icon.js";

/** @param {{children?: any, kind?: "primary" | "secondary" | "quiet" | "danger", big?: boolean, icon?: string, type?: string, busy?: boolean, disabled?: boolean, class?: string, popup?: "menu" | "dialog", expanded?: boolean, onPress?: () => any}} props */
export function Button({ children, kind = "primary", big = false, icon = "", type = "button", busy = false, disabled = false, class: more = "", popup, expanded, onPress }) {
  const [running, setRunning] = useState(false);
  const press = async () => {
    if (!onPress || running) return;
    setRunning(true);
    try {
      await onPress();
    } finally {
      setRunning(false);
    }
  };
  return html`<button type=${type} class=${`button ${kind} ${big ? "big" : ""} ${more}`} disabled=${disabled} aria-haspopup=${popup} aria-expanded=${popup && (expanded ? "true" : "false")}
    aria-busy=${busy || running ? "true" : undefined} onClick=${press}>${icon && html`<${Icon} name=${icon} size=${20} />`}${children}</button>`;
}

/** A link that looks like a button. @param {{href: string, children?: any, kind?: string, icon?: string, big?: boolean, class?: string}} props */
export function ButtonLink({ href, children, kind = "primary", icon = "", big = false, class: more = "" }) {
  return html`<a class=${`button ${kind} ${big ? "big" : ""} ${more}`} href=${href}>${icon && html`<${Icon} name=${icon} size=${20} />`}${children}</a>`;
}
