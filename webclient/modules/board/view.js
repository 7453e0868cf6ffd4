/** What the board says to its schools: what was said, what is planned, and writing something new. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { signal } from "../../lib/signals.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { Field } from "../../ui/field.js";
import { List, ListItem } from "../../ui/list.js";
import { listed, t, when } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { go } from "../../ui/router.js";
import { toast, version } from "../../ui/state.js";
import { Empty, ErrorNote } from "../../ui/status.js";
import { dayOf } from "../absences/days.js";
import { everySchool } from "../account/schools.js";
import { span } from "../calendar/when.js";
import { change, planned, said, speaksAt, takeBack } from "./model.js";

/** @typedef {import("./model.js").Said} Said */
/** @typedef {import("../../ui/state.js").Running} Running */

const UNDO = 6000;
/** What is about to be taken back, while there is still a way. */
const hidden = signal(/** @type {string[]} */ ([]));

export function BoardView() {
  void version.value;
  const posts = said(everySchool()).filter((one) => !hidden.value.includes(one.id));
  const events = planned(everySchool(), dayOf(Date.now()));
  const actions = html`<${ButtonLink} href="/board/new" icon="plus">${t("board-new")}<//><${ButtonLink} href="/board/event" kind="secondary" icon="calendar">${t("board-event-new")}<//>`;
  return html`<${Page} title=${t("board")} actions=${actions}><div class="stack"><p class="muted">${t("board-intro", { schools: listed(speaksAt(everySchool()).map((one) => one.name)) })}</p>
    ${events.length > 0 && html`<section class="stack"><h2>${t("board-events")}</h2><${List} label=${t("board-events")}>${events.map((one) => html`<${ListItem} key=${one.id} title=${one.body.title} about=${`${span(dates(one.body))} · ${schoolsOf(one)}`} href=${`/board/event/${one.id}`}>${one.waits.length > 0 && html`<${Waits} places=${one.waits} />`}<//>`)}<//></section>`}
    ${posts.length ? html`<section class="stack"><h2>${t("board-said")}</h2><${List} label=${t("board-said")}>${posts.map((one) => html`<${ListItem} key=${one.id} title=${one.title} about=${`${when(one.time)} · ${schoolsOf(one)}`} href=${`/board/${one.id}`}>${one.waits.length > 0 && html`<${Waits} places=${one.waits} />`}<//>`)}<//></section>`
      : html`<${Empty} title=${t("board-nothing")} text=${t("board-nothing-text")} />`}</div><//>`;
}

/** One thing that was said, at all its schools. @param {{params: Record<string, string>}} props */
export function SaidView({ params }) {
  void version.value;
  const one = said(everySchool()).find(({ id }) => id === params.id);
  const [editing, edit] = useState(false);
  if (!one || hidden.value.includes(one.id)) return html`<${Page} title=${t("news-gone")} back="/board"><p>${t("news-gone-text")}</p><//>`;
  const remove = () => {
    hidden.value = [...hidden.value, one.id];
    const timer = setTimeout(() => void takeBack(one), UNDO);
    const undo = () => (clearTimeout(timer), (hidden.value = hidden.value.filter((id) => id !== one.id)));
    go("/board", { replace: true });
    toast(t("news-deleted"), { action: t("undo"), run: undo });
  };
  return html`<${Page} title=${one.title} back="/board"><article class="stack"><p class="muted">${when(one.time)} · ${schoolsOf(one)}${one.changed > 0 && html` · ${t("changed", { when: when(one.changed) })}`}</p>
      ${one.waits.length > 0 && html`<p><${Waits} places=${one.waits} /></p>`}
      ${editing ? html`<${Edit} one=${one} onDone=${() => edit(false)} />` : html`<div class="prose">${one.text}</div><${Files} one=${one} />`}</article>
    ${!editing && one.places.length > 0 && html`<div class="row"><${Button} kind="secondary" icon="edit" onPress=${() => edit(true)}>${t("edit")}<//><${Button} kind="danger" onPress=${remove}>${t("board-take-back")}<//></div>`}<//>`;
}

/** The files, by name: they lie at each school under a key of its own. @param {{one: Said}} props */
function Files({ one }) {
  const files = one.post?.files ?? [];
  return files.length > 0 && html`<p class="muted">${files.map((one) => one.name).filter(Boolean).join(", ")}</p>`;
}

/** @param {{one: Said, onDone: () => void}} props */
function Edit({ one, onDone }) {
  const [draft, setDraft] = useState({ title: one.title, text: one.text });
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!draft.title.trim()) return setError({ code: "no-text" });
    await change(one, { title: draft.title.trim(), text: draft.text.trim() });
    toast(t("news-changed"));
    onDone();
  };
  return html`<form class="stack" onSubmit=${save}><${Field} label=${t("news-title")} value=${draft.title} onInput=${(/** @type {string} */ title) => setDraft({ ...draft, title })} required />
    <${Field} label=${t("news-text")} value=${draft.text} onInput=${(/** @type {string} */ text) => setDraft({ ...draft, text })} rows=${8} /><${ErrorNote} error=${error} />
    <div class="row"><${Button} type="submit">${t("save")}<//><${Button} kind="quiet" onPress=${onDone}>${t("close")}<//></div></form>`;
}

/** What has not reached a school. @param {{places: Running[]}} props */
function Waits({ places }) {
  return html`<span class="tag care">${t("board-waits", { schools: listed(places.map((place) => place.name)) })}</span>`;
}

/** What nobody reads before its hour. @param {{one: Said}} props */
function Held({ one }) {
  return one.held && html`<span class="tag care">${t("held", { when: when(one.time) })}</span>`;
}

/** @param {{places: Running[], waits: Running[]}} one */
function schoolsOf({ places, waits }) {
  return listed([...places, ...waits].map((place) => place.name));
}

/** Day and time of an event as they are written. @param {Record<string, any>} body */
export function dates({ day, until, start, end, place }) {
  return { day, until: until ?? day, start: start ?? "", end: end ?? "", place: place ?? "", original: day, cancelled: false };
}
