/** An event while it is being written: the form's fields, and the body that they make. Pure. */
import { endOfYear } from "./when.js";

/** @typedef {Record<string, any>} Body */
/** @typedef {typeof BLANK} Draft */

export const BLANK = {
  circles: /** @type {string[]} */ ([]), category: "event", title: "", whole: false, day: "", until: "", start: "", end: "", place: "", text: "",
  every: "", repeatUntil: "", skip: true, asks: false, open: false,
};
/** How an event repeats: a unit, and how many of it. @type {Record<string, [string, number]>} */
const EVERY = { week: ["week", 1], fortnight: ["week", 2], month: ["month", 1], year: ["year", 1] };
export const REPEATS = ["", ...Object.keys(EVERY)];

/** What is wrong with it, as the code of an error; "" if nothing is. @param {Draft} draft */
export function wrong({ circles, title, whole, day, until, start, end, every, repeatUntil }) {
  if (!circles.length) return "no-calendar";
  if (!title.trim()) return "no-title";
  if (!day || (!whole && !start)) return "no-day";
  if (until && until < day) return "until-before-from";
  if (!whole && end && (until || day) === day && end <= start) return "end-before-start";
  return every && (!repeatUntil || repeatUntil < day) ? "no-repeat-until" : "";
}

/** The fields of an event's body; what is not there is null, so that a change takes it away. @param {Draft} draft @returns {Body} */
export function bodyOf({ category, title, whole, day, until, start, end, place, text, every, repeatUntil, asks, open }) {
  const [unit, step] = EVERY[every] ?? ["", 0];
  return {
    title: title.trim(), category, day, until: until > day ? until : null, start: whole ? null : start, end: whole || !end ? null : end,
    place: place.trim() || null, text: text.trim() || null, repeat: unit ? { every: unit, step, until: repeatUntil } : null,
    asks: asks ? "rsvp" : null, public: open ? 1 : null,
  };
}

/** Without what is not there. @param {Body} body @returns {Body} */
export function filled(body) {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
}

/** The form of an event that is there. @param {Body} body @param {string[]} circles @returns {Draft} */
export function draftOf(body, circles) {
  const every = Object.keys(EVERY).find((one) => EVERY[one][0] === body.repeat?.every && EVERY[one][1] === body.repeat.step) ?? "";
  return {
    ...BLANK, circles, category: body.category, title: body.title, whole: !body.start, day: body.day, until: body.until ?? "", start: body.start ?? "", end: body.end ?? "",
    place: body.place ?? "", text: body.text ?? "", every, repeatUntil: body.repeat?.until ?? "", asks: body.asks === "rsvp", open: Boolean(body.public), skip: !body.repeat || (body.except ?? []).length > 0,
  };
}

/** The same with some fields others; what follows from them follows. @param {Draft} draft @param {Partial<Draft>} fields @returns {Draft} */
export function set(draft, fields) {
  const next = { ...draft, ...fields };
  if (fields.category === "free" && draft.category !== "free") next.whole = true;
  if (fields.every && !next.repeatUntil) next.repeatUntil = endOfYear(next.day);
  if (fields.day && next.until && next.until < fields.day) next.until = "";
  return next;
}

