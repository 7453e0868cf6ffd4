/** Who fetches a child, as it was said last: the newest word of a day holds, and its readers see what it was before. Pure; the same as `sync/client/absences.py`. */

/** @typedef {import("../../sync/types.js").Item} Item */
/** A word as it was written: a record, or what waits in the outbox (`waits`). @typedef {{id: string, body: Record<string, any>, head: Record<string, any>, waits?: boolean}} Said */
/** `name`: "" if nobody else after all; `was`: who it was before, "" if that did not change; `at` ms. @typedef {{day: string, name: string, was: string, at: number, waits: boolean}} Word */

/** What holds for a day; null: nobody else was ever said. @param {Said[]} said of one child @param {string} day @returns {Word | null} */
export function wordOn(said, day) {
  const words = said.filter((one) => one.body.date === day).sort((a, b) => a.head.time - b.head.time || (a.id < b.id ? -1 : 1));
  const last = words.at(-1);
  if (!last) return null;
  const { name } = last.body;
  const was = words.findLast((one) => one.body.name && one.body.name !== name)?.body.name ?? "";
  return name || was ? { day, name, was, at: last.head.time, waits: Boolean(last.waits) } : null;
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
