/** The board of a day: who is absent and why, who has seen it, and the register with a tap a child. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Attached } from "../../ui/attached.js";
import { Avatar } from "../../ui/avatar.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { carryOut, useStuck } from "../../ui/carried.js";
import { Icon } from "../../ui/icon.js";
import { date, listed, t, when } from "../../ui/locale.js";
import { path } from "../../ui/router.js";
import { outbox, version } from "../../ui/state.js";
import { Banner, Empty, Ring } from "../../ui/status.js";
import { dayOf, noon } from "./days.js";
import { board, boards, newId, register, waitingMarks } from "./model.js";
import { span } from "./view.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./model.js").Row} Row */
/** @typedef {import("../../sync/outbox.js").Intent} Intent */

/** The boards of this person's groups. @param {{here: Session}} props */
export function Boards({ here }) {
  void version.value;
  const found = boards(here);
  const [chosen, setChosen] = useState("");
  if (!found.length) return null;
  const group = found.find((one) => one.group === chosen) ?? found[0];
  return html`<section class="stack"><div class="chips no-print" role="group" aria-label=${t("groups")}>${found.length > 1 && found.map((one) => html`<button type="button" class="chip" key=${one.group}
      aria-pressed=${one.group === group.group ? "true" : "false"} onClick=${() => setChosen(one.group)}>${one.name}${tally(here, one)}</button>`)}</div>
    <${Board} key=${group.group} here=${here} group=${group} /></section>`;
}

/** @param {Session} here @param {import("../people/model.js").Group} group */
function tally(here, group) {
  const count = board(here, group, dayOf(Date.now())).filter((row) => row.absences.length || row.missing).length;
  return count ? html` <span class="count figures">${count}</span>` : null;
}

/** @param {{here: Session, group: import("../people/model.js").Group}} props */
function Board({ here, group }) {
  void version.value;
  const day = dayOf(Date.now());
  const rows = board(here, group, day);
  const closed = register(here, group, day)?.body.closed ?? 0;
  const [pressed, setPressed] = useState(/** @type {Record<string, {mark: string, at: number}>} */ ({}));
  const waiting = waitingMarks(outbox.value, group, day);
  const holds = (/** @type {Row} */ row) => (pressed[row.child]?.at > row.found ? pressed[row.child].mark : ""); // nobody has found the child since
  const markOf = (/** @type {Row} */ row) => holds(row) || waiting[row.child] || (row.mark || (row.absences.length ? "absent" : "present"));
  const there = rows.filter((row) => markOf(row) !== "absent").length;
  const isClosing = (/** @type {Intent} */ intent) => intent.type === "absences.close" && intent.data.group === group.group && intent.data.day === day;
  const isStuck = useStuck(outbox.value, isClosing);
  const unheard = rows.filter((row) => unsaid(isClosing, isStuck).some((intent) => intent.data.marks[row.child] === "absent") && !row.absences.length && !row.missing);
  const close = async () => {
    const all = Object.fromEntries(rows.map((row) => [row.child, markOf(row)]));
    const times = Object.fromEntries(Object.entries(pressed).map(([child, { at }]) => [child, at]));
    const isMissed = rows.some((row) => all[row.child] === "absent" && !row.absences.length);
    await carryOut("absences.close", { group: group.group, day, marks: all, pressed: times, record: newId(), ids: Object.fromEntries(rows.map((row) => [row.child, newId()])) }, { done: t("register-closed"), waits: () => (isMissed ? elsewhere(t("register-waits")) : t("carried-later")) });
    setPressed({}); // from here on the register says it, and whoever changes it
  };
  if (!rows.length) return html`<${Empty} title=${t("board-empty")} text=${t("board-empty-text")} />`;
  return html`<div class="card stack board"><div class="row between"><h2>${t("board-title", { group: group.name, day: date(noon(day)) })}</h2>
      <${Ring} part=${there} whole=${rows.length} label=${t("board-there", { there, all: rows.length })} /></div>
    <ul class="rows">${rows.map((row) => html`<${BoardRow} key=${row.child} row=${row} mark=${markOf(row)} day=${day} group=${group} onMark=${(/** @type {string} */ mark) => setPressed({ ...pressed, [row.child]: { mark, at: Date.now() } })} />`)}</ul>
    ${unheard.length > 0 && html`<${Unheard} group=${group.group} text=${t("register-unheard", { names: listed(unheard.map((row) => row.first)) })} />`}
    <div class="row">${closed ? html`<p class="muted">${t("register-was-closed", { when: when(closed) })}</p>` : null}
      <${Button} kind=${closed ? "secondary" : "primary"} onPress=${close}>${t(closed ? "register-again" : "register-close")}<//></div></div>`;
}

/** What to say to somebody who went to another screen: this one says it itself. @param {string} text */
function elsewhere(text) {
  return path.value === "/absences" ? "" : text;
}

/** What was asked for, and reaches nobody now. @param {(intent: Intent) => boolean} isMeant @param {boolean} isStuck @returns {Intent[]} */
function unsaid(isMeant, isStuck) {
  const { waiting = [], failed = [] } = outbox.value ?? {};
  return [...(isStuck ? waiting : []), ...failed.map((one) => one.intent)].filter(isMeant);
}

/** Nobody hears by itself what must be heard now: whom to call. @param {{group: string, text: string}} props */
function Unheard({ group, text }) {
  return html`<${Banner} kind="stop"><${Icon} name="alert" /><p>${text}</p><${ButtonLink} kind="secondary" href=${`/groups/${group}/emergency`}>${t("tab-emergency")}<//><//>`;
}

/** @param {{row: Row, mark: string, day: string, group: import("../people/model.js").Group, onMark: (mark: string) => void}} props */
function BoardRow({ row, mark, day, group, onMark }) {
  const seen = async () => {
    for (const item of row.absences) await outbox.value?.add("absences.note", { id: item.id, record: newId() });
  };
  const isArriving = (/** @type {Intent} */ intent) => intent.type === "absences.arrive" && intent.data.child === row.child && intent.data.day === day;
  const isStuck = useStuck(outbox.value, isArriving);
  const unheard = unsaid(isArriving, isStuck).length > 0;
  const arrived = async () => {
    await carryOut("absences.arrive", { group: group.group, child: row.child, day, record: newId() }, { done: t("arrived-said", { name: row.first }), waits: () => elsewhere(t("arrived-waits", { name: row.first })) });
  };
  return html`<li class=${row.missing ? "missing" : ""}><div class="row between"><span class="row"><${Avatar} name=${row.first} tone=${row.child} small /><span>${row.name}</span></span>
      <button type="button" class="chip presence" aria-pressed=${mark === "absent" ? "false" : "true"} onClick=${() => onMark(mark === "absent" ? "present" : "absent")}>${t(`mark-${mark}`)}<span class="sr-only"> ${row.name}</span></button></div>
    ${row.absences.map((item) => html`<p key=${item.id}><span class="tag care">${t(`reason-${item.body.reason}`)}</span> ${span(item.body)} <span class="muted">${t("absence-written", { when: when(item.body.written) })}</span></p>`)}
    ${row.remarks.map((text) => html`<p key=${text} class="remark">${text}</p>`)}<${Attached} parts=${row.files} />
    ${row.pickup && html`<${Fetched} word=${row.pickup} />`}
    ${row.absences.length > 0 && (row.noted ? html`<p class="muted">${t("absence-noted")}</p>` : html`<${Button} kind="secondary" onPress=${seen}>${t("absence-note")}<//>`)}
    ${row.missing && unheard && html`<${Unheard} group=${group.group} text=${t("arrived-waits", { name: row.first })} />`}
    ${row.missing && html`<div class="row"><span class="tag stop">${t("missing-tag")}</span><${Button} kind="secondary" onPress=${arrived}>${t("arrived")}<//></div>`}</li>`;
}

/** Who fetches a child, and what was said before if that changed. @param {{word: import("./pickups.js").Word}} props */
function Fetched({ word: { name, was, at } }) {
  if (!name) return html`<p><span class="tag care">${t("pickup-changed-tag")}</span> <strong>${t("pickup-off", { name: was })}</strong> <span class="muted">${t("pickup-off-when", { when: when(at) })}</span></p>`;
  return html`<p><span class=${`tag ${was ? "care" : ""}`}>${t("pickup-tag")}</span> <strong>${name}</strong>${was && html` <span class="muted">${t("pickup-changed", { was, when: when(at) })}</span>`}</p>`;
}
