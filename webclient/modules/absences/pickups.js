/**
 * Who fetches a child, as it was said last: the newest word of a day holds, and its readers see what it was before. A word
 * that claims to be of the future is overruled by name (`over`) by whoever speaks next, so that a clock that is ahead does
 * not win once its hour has come. Pure; the same as `sync/client/pickups.py`.
 */

/** @typedef {import("../../sync/types.js").Item} Item */
/** A word as it was written: a record, or what waits in the outbox (`waits`). @typedef {{id: string, body: Record<string, any>, head: Record<string, any>, waits?: boolean}} Said */
/** `name`: "" if nobody else after all; `was`: who it was before, "" if that did not change; `at` ms. @typedef {{day: string, name: string, was: string, at: number, waits: boolean}} Word */

/** What holds for a day; null: nobody else was ever said. @param {Said[]} said of one child @param {string} day @param {number} [now] ms @returns {Word | null} */
export function wordOn(said, day, now = Date.now()) {
  const words = inOrder(said.filter((one) => one.body.date === day), now);
  const last = words.at(-1);
  if (!last) return null;
  const { name } = last.body;
  const was = words.findLast((one) => one.body.name && one.body.name !== name)?.body.name ?? "";
  return name || was ? { day, name, was, at: last.head.time, waits: Boolean(last.waits) } : null;
}

/** The words of that day which whoever speaks now overrules, though they claim to be of later: their ids. @param {Said[]} said of one child @param {string} day @param {number} now ms @returns {{over?: string[]}} */
export function overruling(said, day, now) {
  const over = said.filter((one) => one.body.date === day && one.head.time > now).map((one) => one.id).sort();
  return over.length ? { over } : {};
}

/** Oldest first: by when it was said, before that what another word overrules or, once it is sent, will. @param {Said[]} words of one day @param {number} now */
function inOrder(words, now) {
  const over = new Set(words.flatMap((one) => one.body.over ?? []));
  const hasNew = words.some((one) => one.waits);
  const stands = (/** @type {Said} */ one) => Number(!over.has(one.id) && !(hasNew && !one.waits && one.head.time > now));
  return words.sort((a, b) => stands(a) - stands(b) || a.head.time - b.head.time || (a.id < b.id ? -1 : 1));
}

/** What holds from a day on, day by day. @param {Said[]} said of one child @param {string} from @returns {Word[]} */
export function wordsFrom(said, from) {
  const days = [...new Set(said.map((one) => one.body.date))].filter((day) => day >= from).sort();
  return days.flatMap((day) => wordOn(said, day) ?? []);
}

/** What was said on this device and is not sent yet. @param {import("../../sync/outbox.js").Outbox} box @param {string} child @returns {Said[]} */
export function waitingWords(box, child) {
  const found = box.waiting.filter((one) => one.type === "absences.pickup" && one.data.child === child);
  return found.map(({ data, time }) => ({ id: data.record, body: data.body, head: { time }, waits: true }));
}
