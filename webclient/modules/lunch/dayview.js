/** The list of a day: a tap a child, what each must not eat, whom to call; the alarm, and the day's charges. Also on paper. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Avatar } from "../../ui/avatar.js";
import { Button } from "../../ui/button.js";
import { carryOut, useStuck } from "../../ui/carried.js";
import { Icon } from "../../ui/icon.js";
import { date, listed, t, when } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { path } from "../../ui/router.js";
import { SearchBox } from "../../ui/search.js";
import { outbox, session, version } from "../../ui/state.js";
import { Banner, Empty, Ring } from "../../ui/status.js";
import { dayOf } from "../../sync/zone.js";
import { noon } from "../absences/days.js";
import { closedAt, dayList, needs } from "./daylist.js";
import { newId, newIds, nextLunch } from "./model.js";
import { isTeam } from "./stay.js";
import { TeamTabs } from "./view.js";
import { needWords } from "./words.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./daylist.js").Row} Row */

const FOUND = 8;

/** @param {{params: {day: string}}} props */
export function DayView({ params: { day } }) {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  if (!isTeam(here) || !/^\d{4}-\d\d-\d\d$/.test(day)) return html`<${Page} title=${t("nothing-here")} back="/lunch"><p>${t("nothing-here-text")}</p><//>`;
  const rows = dayList(here, day);
  const expected = rows.filter((row) => row.verdict.stays || row.there);
  const there = rows.filter((row) => row.there).length;
  return html`<${Page} title=${t("lunch-day-title", { day: date(noon(day)) })} wide actions=${html`<${Button} kind="secondary" icon="print" onPress=${() => print()}>${t("print")}<//>`}>
    <${TeamTabs} here=${here} />
    <nav class="row between no-print" aria-label=${t("lunch-other-day")}><a class="button quiet" href=${`/lunch/day/${nextLunch(here, day, -1)}`}><${Icon} name="back" size=${18} />${date(noon(nextLunch(here, day, -1)))}</a>
      <a class="button quiet" href=${`/lunch/day/${nextLunch(here, day, 1)}`}>${date(noon(nextLunch(here, day, 1)))}<${Icon} name="forward" size=${18} /></a></nav>
    ${expected.length ? html`<div class="stack"><${Ring} part=${there} whole=${expected.length} label=${t("lunch-there", { there, all: expected.length })} />
      ${groupsOf(expected).map(([group, some]) => html`<section class="card board" key=${group}><h2>${t("group-people", { group })} <span class="muted figures">${some.length}</span></h2><ul class="rows">${some.map((row) => html`<${EaterRow} key=${row.child} row=${row} day=${day} />`)}</ul></section>`)}</div>`
      : html`<${Empty} title=${t("lunch-day-empty")} text=${t("lunch-day-empty-text")} />`}
    <div class="stack after no-print"><${Absent} rows=${rows.filter((row) => !row.verdict.stays && !row.there)} />
    <${AddChild} here=${here} day=${day} rows=${expected} />
    <${Actions} here=${here} day=${day} rows=${rows} /></div><//>`;
}

/** @param {{row: Row, day: string}} props */
function EaterRow({ row, day }) {
  void version.value;
  const told = needs(row.diets);
  const words = needWords({ ...told, medication: "" });
  const tick = async () => {
    await outbox.value?.add("lunch.tick", { day, child: row.child, there: !row.there, ids: [newId(), newId(), newId()] });
  };
  const remove = async () => {
    await carryOut("lunch.day", { child: row.child, day, stay: 0, record: newId() }, { done: t("lunch-removed", { name: row.first }) });
  };
  return html`<li class=${row.missed && !row.there ? "missing" : ""}><div class="row between"><span class="row"><${Avatar} name=${row.first} tone=${row.child} small /><strong>${row.first}</strong></span>
      <button type="button" class="chip presence" aria-pressed=${row.there ? "true" : "false"} onClick=${tick}>${t(row.there ? "lunch-is-there" : "lunch-not-there")}<span class="sr-only"> ${row.first}</span></button></div>
    ${(words || told.medication) && html`<p class="row">${words && html`<span class="tag stop"><${Icon} name="alert" size=${14} />${words}</span>`}${told.medication && html`<span class="tag care">${told.medication}</span>`}</p>`}
    ${told.note && html`<p class="remark">${told.note}</p>`}
    ${told.phones && html`<p><a class="figures" href=${`tel:${told.phones.split(" · ")[0].replace(/[^+\d]/g, "")}`}>${told.phones}</a>${told.doctor && html` <span class="muted">${t("lunch-field-doctor")}: ${told.doctor}</span>`}</p>`}
    ${["unexpected", "late-in", "extra"].includes(row.verdict.why) && html`<p class="muted">${t(`lunch-why-${row.verdict.why}`)}</p>`}
    ${row.missed > 0 && !row.there && html`<p><span class="tag stop">${t("lunch-missed-since", { when: when(row.missed) })}</span></p>`}
    ${!row.there && row.verdict.stays && html`<p class="no-print"><${Button} kind="quiet" onPress=${remove}>${t("lunch-remove")}<span class="sr-only"> ${row.first}</span><//></p>`}</li>`;
}

/** Who was called off late: not expected, but charged. @param {{rows: Row[]}} props */
function Absent({ rows }) {
  if (!rows.length) return null;
  return html`<section class="card stack"><h2>${t("lunch-late-title")}</h2><ul>${rows.map((row) => html`<li key=${row.child}>${row.first} <span class="muted">${row.group} · ${t(`lunch-why-${row.verdict.why}`)}</span></li>`)}</ul></section>`;
}

/** A child at the table that nobody signed up: found by name, ticked, and its parents hear. @param {{here: Session, day: string, rows: Row[]}} props */
function AddChild({ here, day, rows }) {
  void version.value;
  const [sought, setSought] = useState("");
  const ahead = day > dayOf(Date.now());
  const words = sought.trim().toLowerCase();
  const listed = new Set(rows.map((row) => row.child));
  const found = words ? here.replica.ofKind("luncher").map((item) => item.body).filter((one) => !listed.has(one.child) && `${one.first} ${one.group}`.toLowerCase().includes(words)).slice(0, FOUND) : [];
  const add = (/** @type {any} */ one) => async () => {
    if (ahead) await carryOut("lunch.day", { child: one.child, day, stay: 1, record: newId() }, { done: t("lunch-signed-up", { name: one.first }) });
    else await carryOut("lunch.tick", { day, child: one.child, there: true, ids: [newId(), newId(), newId()] }, { done: t("lunch-added", { name: one.first }) });
    setSought("");
  };
  return html`<section class="card stack"><h2>${t(ahead ? "lunch-add-ahead" : "lunch-add-title")}</h2><${SearchBox} label=${t("search-child")} value=${sought} onInput=${setSought} />
    ${found.map((one) => html`<div class="row between" key=${one.child}><span>${one.first} <span class="muted">${one.group}</span></span><${Button} kind="secondary" onPress=${add(one)}>${t("lunch-add")}<span class="sr-only"> ${one.first}</span><//></div>`)}
    ${words && !found.length && html`<p class="muted" role="status">${t("search-child-none")}</p>`}</section>`;
}

/** @param {{here: Session, day: string, rows: Row[]}} props */
function Actions({ here, day, rows }) {
  void version.value;
  const today = dayOf(Date.now());
  const closed = closedAt(here, day);
  const open = rows.filter((row) => row.verdict.stays && !row.there);
  const checkOff = async () => {
    await carryOut("lunch.check-off", { day, record: newId(), ids: newIds(open) }, { done: t(open.length ? "lunch-alarmed" : "lunch-all-there"), waits: () => (!open.length ? t("carried-later") : path.value === `/lunch/day/${day}` ? "" : t("lunch-alarm-waits")) });
  };
  const close = async () => {
    await carryOut("lunch.close", { day, record: newId(), ids: newIds(rows) }, { done: t("lunch-closed") });
  };
  const isAlarm = (/** @type {import("../../sync/outbox.js").Intent} */ intent) => intent.type === "lunch.check-off" && intent.data.day === day;
  const unheard = useStuck(outbox.value, isAlarm) || outbox.value?.failed.some((one) => isAlarm(one.intent));
  if (day > today) return null;
  return html`<section class="stack">
    ${unheard && open.length > 0 && html`<${Banner} kind="stop"><${Icon} name="alert" /><p>${t("lunch-unheard", { names: listed(open.map((row) => row.first)) })}</p><//>`}
    ${day === today && open.length > 0 && html`<${Banner} kind="care"><p>${t("lunch-open-count", { count: open.length })}</p><${Button} kind="danger" onPress=${checkOff}>${t("lunch-check-off")}<//><//>`}
    <div class="row"><${Button} kind=${closed ? "secondary" : "primary"} onPress=${close}>${t(closed ? "lunch-close-again" : "lunch-close")}<//>${closed > 0 && html`<span class="muted">${t("lunch-was-closed", { when: when(closed) })}</span>`}</div></section>`;
}

/** @param {Row[]} rows @returns {[string, Row[]][]} */
function groupsOf(rows) {
  return [...new Set(rows.map((row) => row.group))].map((group) => [group, rows.filter((row) => row.group === group)]);
}
