/** Forms to begin with, and what a draft becomes. Pure, but for the words of the language it is written in. */
import { dayOf, instant, timeOf } from "../../sync/zone.js";
import { t } from "../../ui/locale.js";
import { CLAIMED } from "./rules.js";
import { newId } from "./writing.js";

/** @typedef {import("./rules.js").Question} Question */
/** A form that is being made. `closes` and `opens` as days and times of the school's clock. @typedef {{step: number, title: string, text: string, questions: Question[], unit: string, circles: string[], organisers: string[],
 *   opensDay: string, opensTime: string, closesDay: string, closesTime: string, waits: boolean, shows: string, day: string, start: string, end: string, place: string, anonymous: boolean}} Draft */

/** @type {Draft} */
export const BLANK = {
  step: 0, title: "", text: "", questions: [], unit: "child", circles: [], organisers: [], opensDay: "", opensTime: "17:30", closesDay: "", closesTime: "17:00",
  waits: true, shows: "organisers", day: "", start: "", end: "", place: "", anonymous: false,
};
export const TEMPLATES = ["drivers", "help", "bring", "consent", "poll", "anonymous", "empty"];

/** A draft of a kind. @param {string} kind @returns {Draft} */
export function draftOf(kind) {
  const title = kind === "empty" ? "" : t(`signup-template-${kind}`);
  const asks = (/** @type {string} */ of) => blankQuestion(of, t(`signup-template-${kind}-asks`));
  if (kind === "drivers") return { ...BLANK, step: 1, title, questions: [{ ...asks("drivers"), slots: [slot("", 12)] }] };
  if (kind === "help") return { ...BLANK, step: 1, title, unit: "person", questions: [{ ...asks("places"), slots: [slot("", 2), slot("", 2)] }] };
  if (kind === "bring") return { ...BLANK, step: 1, title, unit: "home", questions: [{ ...asks("bring"), slots: [slot("", 1), slot("", 1)] }] };
  if (kind === "consent") return { ...BLANK, step: 1, title, unit: "both", questions: [asks("consent")] };
  if (kind === "poll") return { ...BLANK, step: 1, title, unit: "home", shows: "all", questions: [asks("choice")] };
  if (kind === "anonymous") return { ...BLANK, step: 1, title, unit: "person", anonymous: true, questions: [asks("choice")] };
  return { ...BLANK, step: 1, questions: [blankQuestion("yesno", "")] };
}

/** @param {string} kind @param {string} [label] @returns {Question} */
export function blankQuestion(kind, label = "") {
  return withKind({ id: newId(), kind, label, required: 1 }, kind);
}

/** A question of another kind, with what that kind needs. @param {Question} question @param {string} kind @returns {Question} */
export function withKind({ id, label, required }, kind) {
  const base = { id, kind, label, required };
  if (["choice", "many"].includes(kind)) return { ...base, options: [option(""), option("")] };
  if (CLAIMED.includes(kind)) return { ...base, slots: [slot("", kind === "drivers" ? 12 : 2)] };
  return kind === "consent" ? { ...base, legal: "", version: 1 } : base;
}

/** @param {string} text */
export function option(text) {
  return { id: newId(), text };
}

/** @param {string} text @param {number} capacity */
export function slot(text, capacity) {
  return { id: newId(), text, capacity };
}

/** What is still missing, as the key of its words; "" if nothing is. @param {Draft} draft */
export function lackOf(draft) {
  if (!draft.title.trim()) return "signup-lack-title";
  if (!draft.questions.length || draft.questions.some((one) => !one.label.trim())) return "signup-lack-question";
  if (draft.questions.some((one) => (one.options ?? []).filter((other) => other.text.trim()).length < 2 && one.options)) return "signup-lack-options";
  if (draft.questions.some((one) => one.slots && !tidy(one).slots?.length)) return "signup-lack-slots";
  if (draft.anonymous && !draft.closesDay) return "signup-lack-closes";
  if (draft.closesDay && at(draft.closesDay, draft.closesTime) <= Math.max(Date.now(), at(draft.opensDay, draft.opensTime))) return "signup-lack-order";
  return "";
}

/** A draft as the body of a form. @param {Draft} draft @param {string[]} organisers */
export function bodyOf(draft, organisers) {
  return {
    title: draft.title.trim(), text: draft.text.trim(), questions: draft.questions.map(tidy), unit: draft.unit, organisers,
    opens: at(draft.opensDay, draft.opensTime), closes: at(draft.closesDay, draft.closesTime), waits: Number(draft.waits), shows: draft.shows,
    ...(draft.day ? { when: { day: draft.day, start: draft.start, end: draft.end, place: draft.place.trim() } } : {}),
  };
}

/** A form that is there, as a draft to change. @param {import("./forms.js").Form} one @returns {Draft} */
export function asDraft(one) {
  return {
    ...BLANK, step: 1, title: one.title, text: one.text, questions: one.questions, unit: one.unit, circles: one.items.map((item) => item.circle), organisers: one.organisers,
    opensDay: one.opens ? dayOf(one.opens) : "", opensTime: one.opens ? timeOf(one.opens) : "17:30", closesDay: one.closes ? dayOf(one.closes) : "", closesTime: one.closes ? timeOf(one.closes) : "17:00",
    waits: Boolean(one.waits), shows: one.shows, day: one.when?.day ?? "", start: one.when?.start ?? "", end: one.when?.end ?? "", place: one.when?.place ?? "", anonymous: Boolean(one.anonymous),
  };
}

/** Consents whose words changed get a new version: what was said to the old words is asked again. @param {Question[]} before @param {Question[]} after @returns {Question[]} */
export function renumbered(before, after) {
  return after.map((one) => {
    const old = before.find((other) => other.id === one.id);
    const isNew = old && one.kind === "consent" && (old.legal !== one.legal || old.label !== one.label);
    return isNew ? { ...one, version: (old.version ?? 1) + 1 } : one;
  });
}

/** Without what was left empty. @param {Question} one @returns {Question} */
function tidy(one) {
  const filled = (/** @type {{text: string}} */ other) => Boolean(other.text.trim());
  const slots = one.slots?.filter((other) => filled(other) || one.kind === "drivers");
  return { ...one, label: one.label.trim(), ...(one.options ? { options: one.options.filter(filled) } : {}), ...(slots ? { slots } : {}) };
}

/** @param {string} day @param {string} time */
function at(day, time) {
  return day ? instant(day, time || "00:00") : 0;
}
