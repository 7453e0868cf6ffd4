/** A round that is being made: what was typed, what is missing, and the bodies that follow from it. Pure over a session. */
import { timetable } from "../../sync/planner.js";
import { dayOf, instant } from "../../sync/zone.js";
import { addDays } from "../absences/days.js";
import { teamOf } from "../groups/names.js";
import { groups } from "../people/model.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** `tables`: by group circle; times as typed: "YYYY-MM-DDTHH:MM". @typedef {{title: string, text: string, mode: string, tables: Record<string, {seats: string[], room: string}>, days: {day: string, from: string, until: string}[], length: number, pause: number, breaks: string[][], walk: number,
 *   choose: string, opens: string, early: string, closes: string, unit: string, waits: boolean, apart: boolean, mandatory: boolean}} Draft */

/** The groups in which this person may make a round. @param {Session} here */
export function mayMake(here) {
  return groups(here).some((group) => here.seat({ circle: group.group }));
}

/** A round of two weeks ahead. @returns {Draft} */
export function blank() {
  const day = addDays(dayOf(Date.now()), 14);
  return {
    title: "", text: "", mode: "site", tables: {}, days: [{ day, from: "18:00", until: "21:00" }], length: 10, pause: 0, breaks: [], walk: 5,
    choose: "slots", opens: "", early: "", closes: `${addDays(day, -1)}T12:00`, unit: "both", waits: true, apart: true, mandatory: true,
  };
}

/** What is missing in a step; "" if nothing. @param {Draft} draft @param {string} step */
export function wrong(draft, step) {
  const chosen = Object.values(draft.tables);
  if (step === "who") return !draft.title.trim() ? "talk-no-title" : !chosen.length ? "talk-no-group" : chosen.some((one) => !one.seats.length) ? "talk-no-teacher" : "";
  if (step === "when") return slotsOf(draft).length ? "" : "talk-no-times";
  const { opens, early, closes } = fieldsOf(draft);
  const badly = (closes && opens && closes <= opens) || (early && early >= opens) || (draft.choose === "wishes" && !opens);
  return step === "how" && badly ? "talk-bad-times" : "";
}

/** The times of each table. @param {Draft} draft */
export function slotsOf(draft) {
  const days = draft.days.filter((one) => one.day && one.from && one.until);
  return timetable(days, Number(draft.length) || 0, Number(draft.pause) || 0, draft.breaks.filter(([from, until]) => from && until && from < until));
}

/** The body of a round, but for its tables. @param {Draft} draft */
export function fieldsOf(draft) {
  const at = (/** @type {string} */ typed) => (typed ? instant(typed.slice(0, 10), typed.slice(11, 16)) : 0);
  return {
    title: draft.title.trim(), text: draft.text.trim(), opens: at(draft.opens), early: draft.choose === "wishes" ? 0 : at(draft.early), closes: at(draft.closes), unit: draft.unit,
    waits: Number(draft.waits), choose: draft.choose, apart: draft.apart ? 30 : 0, mandatory: Number(draft.mandatory),
  };
}

/** @param {Session} here @param {Draft} draft @returns {import("./writing.js").Table[]} */
export function tablesOf(here, draft) {
  return groups(here).filter((group) => draft.tables[group.group]).map((group) => {
    const { seats, room } = draft.tables[group.group];
    const teachers = teamOf(here, group).filter((one) => seats.includes(one.seat)).map(({ seat, name }) => ({ seat, name }));
    return { group: group.group, teachers, room: room.trim(), mode: draft.mode, walk: Number(draft.walk) || 0, slots: slotsOf(draft) };
  });
}
