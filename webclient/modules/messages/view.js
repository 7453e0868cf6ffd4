/** Messages: all threads, what others ask, and what was reported to the office. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { ButtonLink } from "../../ui/button.js";
import { filesOf, namesOf, wordsOf } from "../../ui/files.js";
import { t, when } from "../../ui/locale.js";
import { List, ListItem } from "../../ui/list.js";
import { Page } from "../../ui/page.js";
import { pending } from "../../ui/pending.js";
import { SearchBox } from "../../ui/search.js";
import { session, version } from "../../ui/state.js";
import { Empty } from "../../ui/status.js";
import { directory } from "../groups/names.js";
import { shownThreads } from "./blocking.js";
import { handling, messages } from "./model.js";
import { titleOf } from "./names.js";
import { Reports } from "./reports.js";

/** @typedef {import("./model.js").Thread} Thread */
const MANY = 8;

export function MessagesView() {
  void version.value;
  const here = /** @type {import("../../sync/session.js").Session} */ (session.value);
  const [sought, setSought] = useState("");
  const known = directory(here);
  const all = shownThreads(here);
  const words = sought.trim().toLowerCase();
  const fits = (/** @type {Thread} */ one) => !words || `${titleOf(here, one.item, known)} ${messages(here, one.item).map((item) => `${item.body.text} ${namesOf(filesOf(item.body))}`).join(" ")}`.toLowerCase().includes(words);
  const rows = (/** @type {Thread["standing"]} */ standing) => all.filter((one) => one.standing === standing && !one.beside && fits(one)).map((one) => html`<${Row} key=${one.id} here=${here} thread=${one} known=${known} />`);
  const [open, asked] = [rows("open"), rows("request")];
  const coming = pending("messages.open").filter(({ data }) => !all.some((one) => one.id === data.thread)).map(({ data }) => html`<${ListItem} key=${data.thread} title=${data.title || data.text || t("files")} about=${t("sending")} href=${`/messages/${data.thread}`} />`);
  const beside = all.filter((one) => one.beside && fits(one)).map((one) => html`<${Row} key=${one.id} here=${here} thread=${{ ...one, unread: 0 }} known=${known} />`);
  const actions = html`<${ButtonLink} kind="quiet" icon="settings" href="/messages/settings">${t("messages-settings")}<//><${ButtonLink} href="/messages/new" icon="edit">${t("messages-new")}<//>`;
  return html`<${Page} title=${t("messages")} actions=${actions}><div class="stack"><${Reports} here=${here} />
    ${all.length > MANY && html`<${SearchBox} label=${t("messages-search")} value=${sought} onInput=${setSought} />`}
    ${asked.length > 0 && html`<section class="stack"><h2>${t("requests")}</h2><p class="muted small">${t("requests-why")}</p><${List} label=${t("requests")}>${asked}<//></section>`}
    ${open.length + coming.length ? html`<${List} label=${t("messages")}>${coming}${open}<//>` : !asked.length && html`<${Empty} title=${t(words ? "messages-none" : "messages-empty")} text=${t("messages-empty-text")} />`}
    ${beside.length > 0 && html`<details><summary>${t("inboxes", { count: beside.length })}</summary><${List} label=${t("inboxes", { count: beside.length })}>${beside}<//></details>`}</div><//>`;
}

/** A message in one line: its text, else what its files are. @param {import("../../sync/types.js").Item} item */
export function lineOf({ body }) {
  const words = wordsOf(filesOf(body));
  return String(body.text || (words && t(...words)) || "");
}

/** @param {{here: import("../../sync/session.js").Session, thread: Thread, known: import("../groups/names.js").Directory}} props */
function Row({ here, thread, known }) {
  const title = titleOf(here, thread.item, known);
  const mine = thread.last && here.own().has(thread.last.head.seat);
  const text = thread.last ? (thread.last.body.removed ? t("message-removed") : lineOf(thread.last)) : "";
  const state = thread.item.body.to.teams.length && here.roles().has("teacher") ? handling(here, thread.id).state : "open";
  const aside = html`${when(thread.at)}${state !== "open" && html` <span class="tag good">${t(`handling-${state}`)}</span>`}${thread.muted && html` <span class="tag">${t("muted")}</span>`}`;
  return html`<${ListItem} title=${title} about=${mine ? t("you-said", { text }) : text} href=${`/messages/${thread.id}`} mark=${title} tone=${thread.id} aside=${aside} unread=${thread.unread > 0} />`;
}
