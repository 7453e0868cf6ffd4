/** A screen: its heading takes the focus when it opens, so that keyboards and screen readers follow. */
import { html } from "../lib/htm.js";
import { useEffect, useRef } from "../lib/hooks.js";
import { Icon } from "./icon.js";
import { t } from "./locale.js";

/** @param {{title: string, back?: string, actions?: any, wide?: boolean, children?: any}} props */
export function Page({ title, back = "", actions = null, wide = false, children }) {
  const heading = useRef(/** @type {HTMLHeadingElement | null} */ (null));
  useEffect(() => {
    document.title = `${title} · Kring`;
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return html`<div class=${`page ${wide ? "wide" : ""}`}>
    ${back && html`<a class="crumb" href=${back}><${Icon} name="back" size=${20} />${t("back")}</a>`}
    <header><h1 tabindex="-1" ref=${heading}>${title}</h1>${actions && html`<div class="row no-print">${actions}</div>`}</header>
    ${children}</div>`;
}

/** A page of one thing, before somebody is signed in. @param {{title: string, children?: any}} props */
export function Narrow({ title, children }) {
  return html`<main class="narrow stack" id="main"><span class="brand"><span class="mark" aria-hidden="true"></span>Kring</span>
    <${Page} title=${title}><div class="stack">${children}</div><//></main>`;
}
