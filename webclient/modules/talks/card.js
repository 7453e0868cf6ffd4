/** A talk as a card to keep: when, with whom, where; moving it, giving it back, what to say beforehand. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Avatar } from "../../ui/avatar.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { Field } from "../../ui/field.js";
import { Icon } from "../../ui/icon.js";
import { date, t } from "../../ui/locale.js";
import { ReaderLine } from "../../ui/readers.js";
import { session, toast } from "../../ui/state.js";
import { Banner, ErrorNote } from "../../ui/status.js";
import { noon } from "../absences/days.js";
import { household } from "../groups/homes.js";
import { saveTalk } from "./keep.js";
import { appointmentOf, lateness } from "./rounds.js";
import { phaseOf } from "./rules.js";
import { asTalkError, firstOf, linkOfTalk, moment, placeName, readersOfTalk, teacherNames } from "./words.js";
import { cancel } from "./writing.js";

/** @typedef {import("./rounds.js").Talk} Talk */

/** `inside`: shown on the page of its round, where one moves it. @param {{talk: Talk, inside?: boolean}} props */
export function TalkCard({ talk, inside = false }) {
  const here = /** @type {import("../../sync/session.js").Session} */ (session.value);
  const { item, table, slot, wanted } = talk;
  const first = firstOf(here, item.body.child);
  const own = here.own().has(item.head.seat);
  const at = phaseOf(table.body, Date.now(), true);
  const may = (own || item.body.seat) && ["open", "early"].includes(at);
  return html`<article class="card pass" aria-label=${t("talk-about", { name: first })}>
    <${Face} here=${here} talk=${talk} first=${first} />
    ${wanted && html`<${Banner} kind="care"><p>${t(slot ? "talk-waits-keeps" : "talk-waits", { when: moment(wanted), place: talk.place })}</p><//>`}
    <${Facts} here=${here} talk=${talk} />
    <${ReaderLine} audience=${readersOfTalk(here, item, table.body, Boolean(household(here)))} />
    <${Actions} here=${here} talk=${talk} own=${own} may=${Boolean(may)} inside=${inside} /></article>`;
}

/** @param {{here: any, talk: Talk, first: string}} props */
function Face({ here, talk: { item, table, slot, wanted }, first }) {
  const shown = /** @type {import("./rules.js").Slot} */ (slot ?? wanted);
  const late = slot ? lateness(here, table.id, slot) : 0;
  return html`<header class="face"><${Avatar} name=${first} tone=${item.body.child} />
    <div class="words"><strong>${first}</strong><span>${teacherNames(table.body)}</span></div>
    <div class="when figures"><span>${date(noon(shown.day))}</span><strong class=${slot ? "" : "muted"}>${shown.start}</strong>
      ${late > 0 && html`<span class="tag care">${t("talk-late-by", { minutes: late })}</span>`}</div></header>`;
}

/** @param {{here: any, talk: Talk}} props */
function Facts({ here, talk: { item, table } }) {
  const { body } = item;
  const said = appointmentOf(here, item.id);
  const link = linkOfTalk(here, item.id);
  const icon = { site: "pin", phone: "phone", video: "device" }[/** @type {"site"} */ (body.mode)];
  return html`<ul class="facts"><li><${Icon} name=${icon} size=${18} />${said.room || placeName(table.body, body.mode)}</li>
    ${body.who && html`<li><${Icon} name="people" size=${18} />${body.who}</li>`}
    ${body.interpreter && html`<li><${Icon} name="messages" size=${18} />${t("talk-interpreter-for", { language: body.interpreter })}</li>`}
    ${body.seat && html`<li><${Icon} name="edit" size=${18} />${t("talk-by-school")}</li>`}</ul>
    ${link && html`<a class="button secondary" href=${link} target="_blank" rel="noopener noreferrer"><${Icon} name="link" size=${20} />${t("talk-call")}</a>`}
    ${said.note && html`<p class="remark">${said.note}</p>`}
    ${body.note && html`<p class="remark"><span class="muted small">${t("talk-note")}</span><br />${body.note}</p>`}`;
}

/** @param {{here: any, talk: Talk, own: boolean, may: boolean, inside: boolean}} props */
function Actions({ here, talk, own, may, inside }) {
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const [note, setNote] = useState(/** @type {string | null} */ (null));
  const back = () => cancel(here, talk.item.id).then(() => toast(t("talk-cancelled")), (reason) => setError(asTalkError(reason)));
  const keep = async () => {
    await carryOut("talks.change", { booking: talk.item.id, fields: { note: (note ?? "").trim() } }, { done: t("talk-note-kept") });
    setNote(null);
  };
  return html`<${ErrorNote} error=${error} />
    ${note !== null && html`<div class="stack"><${Field} label=${t("talk-note")} hint=${t("talk-note-hint")} value=${note} onInput=${setNote} rows=${2} /><div class="row"><${Button} onPress=${keep}>${t("save")}<//><${Button} kind="quiet" onPress=${() => setNote(null)}>${t("talk-leave-it")}<//></div></div>`}
    <div class="row no-print">${may && !inside && html`<${ButtonLink} kind="secondary" href=${`/talks/${talk.item.body.round}`}>${t("talk-move")}<//>`}
      ${own && note === null && html`<${Button} kind="quiet" onPress=${() => setNote(talk.item.body.note)}>${t("talk-note-verb")}<//>`}
      ${talk.slot && html`<${Button} kind="quiet" icon="calendar" onPress=${() => saveTalk(here, talk)}>${t("talk-to-calendar")}<//>`}
      ${may && html`<${Button} kind="quiet" onPress=${back}>${t(talk.slot ? "talk-cancel" : "talk-stop-waiting")}<//>`}</div>
    ${!may && own && html`<p class="muted small">${t("talk-fixed")}</p>`}`;
}
