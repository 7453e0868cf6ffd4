/** What a change of an event leaves in its body: the new, and what it was. Pure; the same as `sync/client/changes.py`. */

/** @typedef {Record<string, any>} Body */

export const WHEN = ["day", "until", "start", "end", "place"];

/** An event's body after a change, which says what it was if day, time or place are others. A field that is null goes.
 * `original`: only that day of an event that repeats, which is off with `drop`. `skips`: the days that the series leaves out
 * beside those it leaves out already; null: but for what was dropped, none. Lists of days grow: a colleague's stay.
 * @param {Body} body @param {Body} fields @param {string} reason @param {number} now ms @returns {Body} */
export function changed(body, { original = "", ...fields }, reason, now) {
  const after = Object.fromEntries(Object.entries({ ...body, ...newOf(body, original, fields) }).filter(([, value]) => value !== null));
  after.version = Number(body.version) + 1;
  const was = whenOf(body, original);
  const same = WHEN.every((key) => was[key] === whenOf(after, original)[key]) && isOff(body, original) === isOff(after, original);
  return same ? after : { ...after, changed: { at: now, reason, was, ...(original ? { original } : {}) } };
}

/** @param {Body} body @param {string} original @param {Body} fields @returns {Body} */
function newOf(body, original, { drop, skips, ...fields }) {
  if (original && (drop || fields.dropped)) return { except: withDays(body.except, [original]), dropped: withDays(body.dropped, [original]) };
  if (original) return movedTo(body, original, fields);
  if (skips === undefined) return fields;
  const days = skips ? withDays(body.except, skips) : (body.dropped ?? []);
  return { ...fields, except: fields.repeat && days.length ? days : null };
}

/** @param {string[] | undefined} days @param {string[]} more */
function withDays(days = [], more) {
  return [...new Set([...days, ...more])].sort();
}

/** @param {Body} body @param {string} original @param {Body} fields */
function movedTo(body, original, fields) {
  const { until, ...at } = { ...whenOf(body, original), ...fields };
  return { moved: { ...body.moved, [original]: at } };
}

/** Day, time and place of an event, or of one of its days. @param {Body} body @param {string} original @returns {Record<string, string>} */
export function whenOf(body, original) {
  const plain = Object.fromEntries(WHEN.map((key) => [key, String(body[key] ?? "")]));
  return original ? { ...plain, day: original, until: "", ...body.moved?.[original] } : plain;
}

/** Whether an event, or one of its days, does not take place. @param {Body} body @param {string} original */
export function isOff(body, original) {
  return Boolean(body.cancelled) || Boolean(body.dropped?.includes(original));
}

/** What readers are told of the change that a body says: what it was, why, and whether it is off. @param {Body} body */
export function telling({ changed: said, ...body }) {
  const off = isOff(body, said.original ?? "");
  return { was: said.was, reason: said.reason, ...(off ? { cancelled: 1 } : {}), ...(said.original ? { original: said.original } : {}) };
}
