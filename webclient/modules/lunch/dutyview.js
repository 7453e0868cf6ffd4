/** Who helps when: for the team the helpers and their duties; for a helper the own duties and, while one lasts, the list. */
import { html } from "../../lib/htm.js";
import { useEffect, useState } from "../../lib/hooks.js";
import { Avatar } from "../../ui/avatar.js";
import { Button } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { Chips, Field } from "../../ui/field.js";
import { Icon } from "../../ui/icon.js";
import { date, t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { outbox, session, version } from "../../ui/state.js";
import { Banner, Empty, ErrorNote } from "../../ui/status.js";
import { dayOf } from "../../sync/zone.js";
import { noon } from "../absences/days.js";
import { duties, endOf, helpers, onDuty, ownDuties, ownHelp, ownTicks } from "./duties.js";
import { newId, nextLunch } from "./model.js";
import { isTeam } from "./stay.js";
import { TeamTabs } from "./view.js";
import { needWords } from "./words.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */

const TICK = 15_000;

export function DutyView() {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const first = nextLunch(here, dayOf(Date.now()), 1);
  const [draft, setDraft] = useState({ seat: "", day: first, from: "11:45", until: "13:15" });
  const [error, setError] = useState(/** @type {unknown} */ (null));
  if (!isTeam(here)) return html`<${Page} title=${t("nothing-here")} back="/lunch"><p>${t("nothing-here-text")}</p><//>`;
  const people = helpers(here);
  const set = (/** @type {Partial<typeof draft>} */ fields) => setDraft({ ...draft, ...fields });
  const plan = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const helper = people.find((item) => item.head.seat === draft.seat);
    if (!helper) return setError({ code: "no-helper" });
    if (draft.until <= draft.from) return setError({ code: "until-before-from" });
    setError(null);
    await carryOut("lunch.duty", { ...draft, name: helper.body.name, record: newId() }, { done: t("lunch-duty-planned", { name: helper.body.name }) });
  };
  return html`<${Page} title=${t("lunch-tab-duty")} wide><${TeamTabs} here=${here} /><div class="stack">
    ${people.length ? html`<form class="card stack" onSubmit=${plan}><h2>${t("lunch-duty-plan")}</h2><p class="muted">${t("lunch-duty-why")}</p>
      <${Chips} label=${t("lunch-helper")} options=${people.map((item) => ({ value: item.head.seat, text: item.body.name }))} chosen=${[draft.seat]} onToggle=${(/** @type {string} */ seat) => set({ seat })} />
      <div class="row"><${Field} label=${t("lunch-col-day")} type="date" value=${draft.day} min=${dayOf(Date.now())} onInput=${(/** @type {string} */ day) => set({ day })} />
        <${Field} label=${t("lunch-from")} type="time" value=${draft.from} onInput=${(/** @type {string} */ from) => set({ from })} /><${Field} label=${t("lunch-to")} type="time" value=${draft.until} onInput=${(/** @type {string} */ until) => set({ until })} /></div>
      <${ErrorNote} error=${error} /><${Button} type="submit">${t("lunch-duty-verb")}<//></form>` : html`<${Empty} title=${t("lunch-no-helpers")} text=${t("lunch-no-helpers-text")} />`}
    ${duties(here, Date.now()).map((duty) => html`<${DutyRow} key=${duty.id} here=${here} duty=${duty} />`)}</div><//>`;
}

/** @param {{here: Session, duty: Item}} props */
function DutyRow({ here, duty }) {
  void version.value;
  const phone = helpers(here).find((item) => item.head.seat === duty.body.seat)?.body.phone ?? "";
  const cancel = async () => {
    await carryOut("lunch.duty-gone", { id: duty.id }, { done: t("lunch-duty-gone") });
  };
  const mine = here.own().has(duty.head.seat);
  return html`<section class="card row between"><span class="row"><${Avatar} name=${duty.body.name} tone=${duty.body.seat} small /><span><strong>${duty.body.name}</strong><br /><span class="muted">${date(noon(duty.body.day))}, ${duty.body.from}–${duty.body.until}</span>${phone && html`<br /><a class="figures" href=${`tel:${phone.replace(/[^+\d]/g, "")}`}>${phone}</a>`}</span></span>
    ${mine && html`<${Button} kind="quiet" onPress=${cancel}>${t("lunch-duty-cancel")}<span class="sr-only"> ${duty.body.name}</span><//>`}</section>`;
}

export function HelpView() {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const now = useClock(here);
  const found = onDuty(here, now);
  return html`<${Page} title=${t("lunch-help")} back="/lunch"><div class="stack">
    ${found ? html`<${HelperList} here=${here} found=${found} />` : html`${ownDuties(here, now).map((duty) => html`<${Banner} key=${duty.id} kind="good"><p>${t("lunch-duty-next", { day: date(noon(duty.body.day)), from: duty.body.from, until: duty.body.until })}<br />${t("lunch-duty-later", { from: duty.body.from })}</p><//>`)}<${Offer} here=${here} />`}</div><//>`;
}

/** What a helper sees while duty lasts. @param {{here: Session, found: {duty: Item, list: Item}}} props */
function HelperList({ here, found: { duty, list } }) {
  void version.value;
  const ticked = ownTicks(here, duty.id);
  const tick = (/** @type {string} */ child) => async () => {
    await outbox.value?.add("lunch.duty-tick", { duty: duty.id, child, there: Number(!ticked.get(child)), at: Date.now(), record: newId() });
  };
  return html`<${Banner}><p>${t("lunch-list-until", { until: duty.body.until })}</p><//>
    <section class="card board"><ul class="rows">${list.body.children.map((/** @type {any} */ one) => html`<li key=${one.child}><div class="row between"><span class="row"><${Avatar} name=${one.first} tone=${one.child} small /><span><strong>${one.first}</strong> <span class="muted">${one.group}</span></span></span>
      <button type="button" class="chip presence" aria-pressed=${ticked.get(one.child) ? "true" : "false"} onClick=${tick(one.child)}>${t(ticked.get(one.child) ? "lunch-is-there" : "lunch-not-there")}<span class="sr-only"> ${one.first}</span></button></div>
      ${needWords(one) && html`<p><span class="tag stop"><${Icon} name="alert" size=${14} />${needWords(one)}</span></p>`}
      ${one.phones && html`<p><a class="figures" href=${`tel:${one.phones.split(" · ")[0].replace(/[^+\d]/g, "")}`}>${one.phones}</a></p>`}</li>`)}</ul></section>`;
}

/** @param {{here: Session}} props */
function Offer({ here }) {
  void version.value;
  const before = ownHelp(here);
  const [draft, setDraft] = useState({ name: before?.body.name ?? "", phone: before?.body.phone ?? "" });
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    await carryOut("lunch.help", { ...draft, record: newId() }, { done: t("lunch-help-said") });
  };
  const stop = async () => {
    await carryOut("lunch.help-gone", {}, { done: t("lunch-help-stopped") });
  };
  return html`<form class="card stack" onSubmit=${save}><p>${t("lunch-help-text")}</p>
    <${Field} label=${t("lunch-help-name")} value=${draft.name} onInput=${(/** @type {string} */ name) => setDraft({ ...draft, name })} required /><${Field} label=${t("lunch-help-phone")} type="tel" value=${draft.phone} onInput=${(/** @type {string} */ phone) => setDraft({ ...draft, phone })} />
    <div class="row"><${Button} type="submit">${t(before ? "save" : "lunch-help-verb")}<//>${before && html`<${Button} kind="quiet" onPress=${stop}>${t("lunch-help-stop")}<//>`}</div></form>`;
}

/** The time, again and again: what ends by itself goes from the screen and from this device. @param {Session} here */
function useClock(here) {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
      if (here.replica.ofKind("dutylist").some((item) => (here.replica.items.get(item.body.duty) ? endOf(/** @type {Item} */ (here.replica.items.get(item.body.duty))) : 0) <= Date.now())) void here.expire();
    }, TICK);
    return () => clearInterval(timer);
  }, []);
  return Math.max(now, Date.now());
}
