/** Talks behind each other as a way through the school: where first, how long to walk, where then. */
import { html } from "../../lib/htm.js";
import { gap, walking } from "../../sync/planner.js";
import { Avatar } from "../../ui/avatar.js";
import { Button } from "../../ui/button.js";
import { date, t } from "../../ui/locale.js";
import { noon } from "../absences/days.js";
import { slotOf } from "./rounds.js";
import { bySlot, placeOf } from "./rules.js";
import { firstOf, placeName, teacherNames } from "./words.js";

/** @typedef {import("./rounds.js").Pick} Pick */
/** @typedef {import("../../sync/session.js").Session} Session */

/** @param {{here: Session, found: Pick[][], onPick: (picks: Pick[]) => void}} props */
export function Combos({ here, found, onPick }) {
  if (!found.length) return html`<p class="muted">${t("talk-combo-none")}</p>`;
  return html`<ul class="combos">${found.map((picks, at) => html`<li key=${picks.map((one) => one.slot).join(" ")} class="card stack ${at ? "" : "best"}">
    ${at === 0 && html`<span class="tag good">${t("talk-combo-best")}</span>`}<${Stops} here=${here} picks=${picks} />
    <${Button} kind=${at ? "secondary" : "primary"} onPress=${() => onPick(picks)}>${t("talk-combo-verb", { count: picks.length })}<//></li>`)}</ul>`;
}

/** @param {{here: Session, picks: Pick[]}} props */
export function Stops({ here, picks }) {
  const stops = picks.flatMap((pick) => {
    const table = here.replica.items.get(pick.offer);
    const slot = slotOf(here, pick.offer, pick.slot);
    return table && slot ? [{ pick, table, slot, place: placeOf(table.body, table.id, slot) }] : [];
  }).sort((a, b) => bySlot(a.slot, b.slot));
  return html`<div class="way">${stops.length > 0 && html`<p class="muted small">${date(noon(stops[0].slot.day))}</p>`}<ol class="stops">${stops.map(({ pick, table, slot, place }, at) => html`${at > 0 && html`<li class="walk muted small" key=${`walk ${slot.id}`}>${between(stops[at - 1].place, place)}</li>`}
    <li class="stop" key=${slot.id}><strong class="figures">${slot.start}</strong><${Avatar} name=${firstOf(here, pick.child)} tone=${pick.child} />
      <span class="words"><strong>${firstOf(here, pick.child)}</strong><span class="muted small">${teacherNames(table.body)} · ${placeName(table.body)}</span></span></li>`)}</ol></div>`;
}

/** The minutes between two talks, in words. @param {import("../../sync/planner.js").Place} one @param {import("../../sync/planner.js").Place} two */
function between(one, two) {
  const walk = walking(one, two);
  const wait = gap(one, two) - walk;
  return t(walk && wait ? "talk-walk-and-wait" : walk ? "talk-walk" : wait ? "talk-wait-minutes" : "talk-at-once", { walk, wait });
}
