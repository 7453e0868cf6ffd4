/** Tabs are links: each has an address. */
import { html } from "../lib/htm.js";
import { path } from "./router.js";

/** @param {{label: string, tabs: {text: string, href: string, count?: number}[]}} props */
export function Tabs({ label, tabs }) {
  return html`<nav class="tabs" aria-label=${label}>${tabs.map((one) => html`<a key=${one.href} href=${one.href} aria-current=${path.value === one.href ? "page" : undefined}>
    ${one.text}${one.count ? html`<span class="count figures">${one.count}</span>` : null}</a>`)}</nav>`;
}
