/** What a form asks, when, and what came of it. The same as `sync/client/outcomes.py` counts; pure. */

/** @typedef {{id: string, text: string}} Option */
/** @typedef {{id: string, text: string, capacity: number}} Slot */
/** @typedef {{id: string, kind: string, label: string, required: number, options?: Option[], slots?: Slot[], legal?: string, version?: number}} Question */
/** Room that somebody takes; `wait`: or a place on the waiting list. @typedef {{question: string, slot: string, count: number, wait?: boolean, more?: Record<string, any>}} Take */
/** A place as it stands; `kept`: the slot one has meanwhile. @typedef {{id: string, question: string, slot: string, count: number, state: string, place: number, kept?: string, body: Record<string, any>}} Place */
/** An answer as an organiser sees it. @typedef {{id: string, child: string, seat: string, name: string, values: Record<string, any>, phone: string, behalf: boolean, again: boolean, at: number, places: Place[]}} Row */
/** @typedef {{id: string, seats: number, child: string}} Car */

/** The kinds of questions whose answers take room that others then do not have. */
export const CLAIMED = ["places", "drivers", "bring"];
export const KINDS = ["yesno", "choice", "many", "text", "number", "date", "file", "places", "drivers", "bring", "consent"];
/** How somebody and their child go along: they drive, their child rides along, or comes by itself. */
export const RIDES = ["drive", "ride", "self"];
/** What can be asked so that nobody can tell who answered. */
export const ANONYMOUS = ["yesno", "choice", "text"];

/** Whether it is too early, the time, or too late. @param {{opens: number, closes: number}} form @param {number} now ms @returns {"soon" | "open" | "closed"} */
export function stateOf({ opens, closes }, now) {
  if (opens && now < opens) return "soon";
  return closes && now >= closes ? "closed" : "open";
}

/** The required questions without an answer. @param {Question[]} questions @param {Record<string, any>} values @param {Take[]} takes @returns {string[]} */
export function lacking(questions, values, takes) {
  return questions.filter((one) => one.required && !isAnswered(one, values, takes)).map((one) => one.id);
}

/** @param {Question} one @param {Record<string, any>} values @param {Take[]} takes */
function isAnswered(one, values, takes) {
  const value = values[one.id];
  const took = takes.some((take) => take.question === one.id);
  if (one.kind === "drivers") return value === "drive" ? took : Boolean(value);
  if (CLAIMED.includes(one.kind)) return took || value === "none";
  if (one.kind === "consent") return value !== undefined && value.version === one.version;
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== "";
}

/** A consent that was given to other words than stand there now. @param {Question[]} questions @param {Record<string, any>} values */
export function isStale(questions, values) {
  return questions.some((one) => one.kind === "consent" && values[one.id] && values[one.id].version !== one.version);
}

/** By question, how often each choice was made; of places how many are taken, of numbers their sum. @param {Question[]} questions @param {Row[]} rows @returns {Record<string, Record<string, number>>} */
export function tally(questions, rows) {
  return Object.fromEntries(questions.map((one) => [one.id, count(one, rows)]));
}

/** @param {Question} question @param {Row[]} rows */
function count(question, rows) {
  /** @type {Record<string, number>} */
  const counts = {};
  const add = (/** @type {string} */ key, by = 1) => (counts[key] = (counts[key] ?? 0) + by);
  for (const row of rows) {
    for (const place of row.places) if (place.question === question.id && place.state === "taken") add(place.slot, place.count);
    const value = row.values[question.id];
    if (question.kind === "number") add("sum", Number(value || 0));
    else if (["text", "date"].includes(question.kind)) add("given", Number(Boolean(value)));
    else if (question.kind === "file") add("given", Number(Array.isArray(value) && value.length > 0));
    else if (value !== undefined && !["places", "bring"].includes(question.kind)) for (const one of said(value)) add(String(one));
  }
  return counts;
}

/** @param {any} value @returns {any[]} */
function said(value) {
  if (Array.isArray(value)) return value;
  return [typeof value === "object" ? value.agreed : value];
}

/**
 * An answer to one question in words; `word` says what yes, no and the ways to go are called.
 * @param {Question} question @param {Row} row @param {(key: string) => string} word
 */
export function shown(question, row, word) {
  const texts = new Map([...(question.options ?? []), ...(question.slots ?? [])].map((one) => [one.id, one.text]));
  const taken = row.places.filter((one) => one.question === question.id);
  if (taken.length) return taken.map((one) => [question.kind === "drivers" ? word("drive") : texts.get(one.slot), one.count > 1 || question.kind === "drivers" ? `(${one.count})` : "", one.state === "waiting" ? `(${word("waiting-short")})` : ""].filter(Boolean).join(" ")).join(", ");
  const value = row.values[question.id];
  if (value === undefined || value === "") return "";
  if (["yesno", "consent"].includes(question.kind)) return word(said(value)[0] ? "yes" : "no");
  if (CLAIMED.includes(question.kind)) return word(String(value));
  if (question.kind === "file") return said(value).map((one) => String(one?.name ?? "")).join(", ");
  return said(value).map((one) => texts.get(one) ?? String(one)).join(", ");
}

/** The answers as rows of a spreadsheet, a head above. @param {Question[]} questions @param {Row[]} rows @param {(key: string) => string} word @returns {string[][]} */
export function sheet(questions, rows, word) {
  return [[word("who"), ...questions.map((one) => one.label)], ...rows.map((row) => [row.name, ...questions.map((one) => shown(one, row, word))])];
}

/** What is left of a time, for a clock that counts down. @param {number} ms @returns {{days: number, hours: number, minutes: number, seconds: number}} */
export function remaining(ms) {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return { days: Math.floor(seconds / 86_400), hours: Math.floor((seconds % 86_400) / 3600), minutes: Math.floor((seconds % 3600) / 60), seconds: seconds % 60 };
}

/** Children into cars: first each with its own parent, then where there is room, the roomiest first. Returns car -> children. @param {Car[]} cars @param {string[]} children @returns {Record<string, string[]>} */
export function seatAll(cars, children) {
  /** @type {Record<string, string[]>} */
  const plan = Object.fromEntries(cars.map((car) => [car.id, children.filter((child) => child === car.child).slice(0, car.seats)]));
  const rest = children.filter((child) => !Object.values(plan).flat().includes(child));
  for (const child of rest) {
    const free = (/** @type {Car} */ car) => car.seats - plan[car.id].length;
    const roomiest = [...cars].sort((a, b) => free(b) - free(a))[0];
    if (roomiest && free(roomiest) > 0) plan[roomiest.id].push(child);
  }
  return plan;
}
