/** Lists: one thing a line, the new ones marked by a ring, a bold title and the word; and a list with its detail beside. */
import { html } from "../lib/htm.js";
import { Avatar } from "./avatar.js";
import { t } from "./locale.js";

/** @param {{label: string, children?: any}} props */
export function List({ label, children }) {
  return html`<ul class="list" aria-label=${label}>${children}</ul>`;
}

/**
 * @param {{title: string, about?: string, href?: string, mark?: string, tone?: string, aside?: any, unread?: boolean, here?: boolean, children?: any}} props
 * `mark`: whose circle stands in front; `here`: it is the one that is shown beside the list.
 */
export function ListItem({ title, about = "", href = "", mark = "", tone, aside = null, unread = false, here = false, children }) {
  const inside = html`${mark && html`<${Avatar} name=${mark} tone=${tone} />`}
    <span class="words"><span class="title">${title}</span>${about && html`<span class="about">${about}</span>`}${children}</span>
    <span class="aside figures">${aside}${unread && html`<span class="dot-new"><span class="sr-only">${t("unread")}</span></span>`}</span>`;
  const look = `item ${unread ? "unread" : ""}`;
  return html`<li>${href ? html`<a class=${look} href=${href} aria-current=${here ? "true" : undefined}>${inside}</a>` : html`<div class=${look}>${inside}</div>`}</li>`;
}

/** List and detail: beside each other on a desk, one at a time on a phone. @param {{list: any, detail?: any}} props */
export function Beside({ list, detail = null }) {
  return html`<div class=${`beside ${detail ? "opened" : ""}`}><div class="over">${list}</div><div class="detail">${detail}</div></div>`;
}
