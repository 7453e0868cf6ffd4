/** Tabs are links: each has an address. */
import { html } from "../lib/htm.js";
import { path } from "./router.js";

/** `here`: the address that is shown, where it is not that of the page. @param {{label: string, tabs: {text: string, href: string, count?: number}[], here?: string}} props */
export function Tabs({ label, tabs, here = path.value }) {
  return html`<nav class="tabs" aria-label=${label}>${tabs.map((one) => html`<a key=${one.href} href=${one.href} aria-current=${here === one.href ? "page" : undefined}>
    ${one.text}${one.count ? html`<span class="count figures">${one.count}</span>` : null}</a>`)}</nav>`;
}
