/** The teacher's sheet: the evening from top to bottom, whose each time is, running late, and what was said. Made for paper too. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Avatar } from "../../ui/avatar.js";
import { Button } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { Chips } from "../../ui/field.js";
import { date, t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { school, session, version } from "../../ui/state.js";
import { Banner, Empty } from "../../ui/status.js";
import { clock, minutes } from "../../sync/planner.js";
import { dayOf, timeOf } from "../../sync/zone.js";
import { noon } from "../absences/days.js";
import { Behalf } from "./behalf.js";
import { isMine, round, sheet } from "./rounds.js";
import { dayNow, daysOf } from "./rules.js";
import { TalkDetail } from "./talk.js";
import { groupName, nameOfChild, placeName, teacherNames, whoComes } from "./words.js";
import { newId } from "./writing.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("./rounds.js").Row} Row */

const LATE = [5, 10, 15, 20];

/** @param {{params: Record<string, string>}} props */
export function SheetView({ params }) {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const one = round(here, params.round);
  const mine = one?.tables.filter((table) => isMine(here, table)) ?? [];
  const days = [...new Set(mine.flatMap((table) => daysOf(table.body)))].sort();
  const [day, setDay] = useState("");
  const shown = days.includes(day) ? day : dayNow(days, Date.now());
  if (!one || !mine.length) return html`<${Page} title=${t("talk-gone")} back="/talks"><p>${t("talk-gone-text")}</p><//>`;
  return html`<${Page} title=${one.title} back=${`/talks/${one.id}`} actions=${html`<${Button} kind="secondary" icon="print" onPress=${() => print()}>${t("print")}<//>`}>
    <p class="print-only">${school.value?.name} · ${date(noon(shown))}</p>
    <div class="no-print">${days.length > 1 && html`<${Chips} label=${t("talk-days")} options=${days.map((value) => ({ value, text: date(noon(value)) }))} chosen=${[shown]} onToggle=${setDay} />`}</div>
    ${mine.map((table) => html`<${TableSheet} key=${`${table.id} ${shown}`} here=${here} table=${table} day=${shown} />`)}<//>`;
}

/** @param {{here: Session, table: Item, day: string}} props */
function TableSheet({ here, table, day }) {
  void version.value;
  const rows = sheet(here, table, day);
  if (!rows.length) return html`<${Empty} title=${t("talk-sheet-empty")} text=${t("talk-sheet-empty-text")} />`;
  return html`<section class="stack"><h2>${groupName(here, table.circle)} · ${teacherNames(table.body)} · ${placeName(table.body)}</h2>
    <${Late} table=${table} rows=${rows} day=${day} />
    <ol class="timesheet">${rows.map((row) => html`<${Line} key=${row.slot.id} here=${here} table=${table} row=${row} />`)}</ol></section>`;
}

/** @param {{here: Session, table: Item, row: Row}} props */
function Line({ here, table, row: { slot, talk, free, late } }) {
  const [open, setOpen] = useState(false);
  const shifted = late ? clock(minutes(slot.start) + late) : "";
  const name = talk ? nameOfChild(here, talk.item.body.child) : "";
  return html`<li class=${talk ? "held" : free ? "free" : "gone"}><button type="button" class="line" aria-expanded=${open ? "true" : "false"} disabled=${!talk && !free} onClick=${() => setOpen(!open)}>
      <span class="figures">${shifted ? html`<s>${slot.start}</s> <strong>${shifted}</strong>` : html`<strong>${slot.start}</strong>`}</span>
      ${talk ? html`<${Avatar} name=${name} tone=${talk.item.body.child} /><span class="words"><strong>${name}</strong><span class="muted small">${whoComes(here, talk.item)}${talk.item.body.mode !== table.body.mode ? ` · ${t(`talk-mode-${talk.item.body.mode}`)}` : ""}</span></span>
          ${(talk.item.body.interpreter || talk.item.body.note) && html`<span class="tag">${t(talk.item.body.interpreter ? "talk-has-interpreter" : "talk-has-note")}</span>`}`
        : html`<span class="muted">${t(free ? "talk-free" : "talk-being-chosen")}</span>`}</button>
    ${talk && html`<p class="print-only">${[talk.item.body.interpreter && t("talk-interpreter-for", { language: talk.item.body.interpreter }), talk.item.body.note].filter(Boolean).join(" · ")}</p>`}
    ${open && talk && html`<${TalkDetail} key=${talk.item.id} here=${here} talk=${talk} onDone=${() => setOpen(false)} />`}
    ${open && !talk && free && html`<${Behalf} here=${here} table=${table} slot=${slot} onDone=${() => setOpen(false)} />`}</li>`;
}

/** "Ten minutes late": those who come later hear it, and nobody's name goes with it. @param {{table: Item, rows: Row[], day: string}} props */
function Late({ table, rows, day }) {
  const [asked, setAsked] = useState(0);
  const now = day === dayOf(Date.now()) ? timeOf(Date.now()) : "00:00";
  const later = rows.filter((row) => row.talk && row.slot.start >= now);
  if (!later.length) return null;
  const current = later[0].late;
  const tell = async (/** @type {number} */ late) => {
    await carryOut("talks.late", { id: newId(), offer: table.id, body: { round: table.body.round, offer: table.id, day, minutes: late, from: later[0].slot.start } }, { done: t(late ? "talk-late-told" : "talk-late-over", { minutes: late }) });
    setAsked(0);
  };
  return html`<div class="card no-print stack">${current > 0 ? html`<${Banner} kind="care"><p>${t("talk-late-now", { minutes: current })}</p><${Button} kind="secondary" onPress=${() => tell(0)}>${t("talk-late-back")}<//><//>` : ""}
    <${Chips} label=${t("talk-late")} options=${LATE.map((value) => ({ value: String(value), text: t("talk-minutes", { minutes: value }) }))} chosen=${[String(asked || current)]} onToggle=${(/** @type {string} */ value) => setAsked(Number(value))} />
    ${asked > 0 && asked !== current && html`<p class="muted">${t("talk-late-who", { count: later.length })}</p><div class="row"><${Button} onPress=${() => tell(asked)}>${t("talk-late-verb", { minutes: asked })}<//></div>`}</div>`;
}
