/**
 * Consents as this person's copy knows them: a guardian answers for a child, the office enters what came on paper, staff's
 * clients write down what all say together. The same as `sync/client/consents.py`: an answer reaches the child's teams and
 * the office, and no other guardian; the child's circle is told the outcome only. Pure but for what writes.
 */
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { schoolYear, standing, together } from "../../sync/consents.js";
import { withholdMarked } from "../albums/takeaway.js";
import { boxes } from "../lunch/stay.js";
import { groups } from "../people/model.js";
import { overtaken } from "../../sync/said.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/seats.js").Seat} Seat */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("../../sync/consents.js").Answers} Answers */
/**
 * All that is known, looked up once: `words`: child -> seat -> its newest word this year; `letters`: child -> seat -> all of
 * them, the oldest first; `custody`: child -> who has it now; `kept`: child -> the outcome in its circle.
 * @typedef {{year: string, words: Map<string, Map<string, Item>>, letters: Map<string, Map<string, Item[]>>, custody: Map<string, string[]>, kept: Map<string, Item>}} Book
 */

const STAFF = ["teacher", "office"];
/** How long (ms) staff are told of a change. */
const TOLD = 30 * 24 * 3600 * 1000;

/** @param {Session} session @param {number} [now] ms @returns {Book} */
export function book(session, now = Date.now()) {
  const year = schoolYear(now);
  const letters = lettersOf(session);
  return { year, letters, words: wordsOf(session, letters, year), custody: custodyOf(session, now), kept: keptOf(session) };
}

/** What a seat has said this year, as far as it reached this person; {} where it has not answered. @param {Book} known @param {string} child @param {string} seat @returns {Answers} */
export function said(known, child, seat) {
  return known.words.get(child)?.get(seat)?.body.answers ?? {};
}

/** Whether somebody with custody said no this year, and did not only not answer; for staff. @param {Book} known @param {string} child @param {string} purpose */
export function refuses(known, child, purpose) {
  return (known.custody.get(child) ?? []).some((seat) => said(known, child, seat)[purpose] === 0);
}

/** What all say together: worked out by staff, read by others. @param {Session} session @param {string} child @param {Book} [known] @returns {Answers} */
export function outcome(session, child, known = book(session)) {
  const kept = /** @type {any} */ (known.kept.get(child)?.body ?? null);
  if (!staffSeat(session, child)) return standing(kept, known.year);
  const words = new Map([...(known.words.get(child) ?? [])].map(([seat, item]) => [seat, item.body.answers]));
  return together(known.custody.get(child) ?? [], words, kept, known.year);
}

/** Those of these children who may not be in an album. @param {Session} session @param {string[]} children @returns {string[]} */
export function blockedBy(session, children) {
  const known = book(session);
  return children.filter((child) => !outcome(session, child, known).album);
}

/** The own seat that has custody of a child. @param {Session} session @param {string} child @returns {Seat | null} */
export function ownSeat(session, child) {
  return session.replica.seats().find((seat) => seat.role === "guardian" && seat.circles.includes(child) && seat.alive(Date.now())) ?? null;
}

/** The own seat of the staff that acts for a circle: a child's, a group's, the school's. @param {Session} session @param {string} id @returns {Seat | null} */
export function staffSeat(session, id) {
  const circle = session.replica.circles.get(id);
  if (!circle?.links.length) return null;
  const refs = [...circle.head.managers, ...circle.head.writers];
  return session.replica.seats().find((seat) => STAFF.includes(seat.role) && seat.alive(Date.now()) && seat.actsFor(refs, id)) ?? null;
}

/** The teams of a child's groups, and the office. @param {Session} session @param {string} child @returns {string[]} */
export function staffOf(session, child) {
  const names = session.replica.ofKind("profile", child)[0]?.body.groups ?? [];
  return [...groups(session).filter((group) => names.includes(group.name)).map((group) => group.team), session.replica.trust.charter.office];
}

/** Ids for an answer and for what tells of its change. */
export function newIds() {
  return [b64(fresh(16)), b64(fresh(16))];
}

/**
 * Say yes or no for a child, for some purposes; what was said of others stays. `seat`: for whom the office enters what came
 * on paper. Who says no to the album has every photo withheld that shows the child, in the same breath. `time`: when it was
 * said (ms): what was said of a purpose later, on another device or on paper, stands.
 * @param {Session} session @param {{child: string, answers: Answers, ids: string[], seat?: string}} data @param {number} [time]
 */
export async function say(session, { child, answers, ids, seat = "" }, time = Date.now()) {
  const own = seat ? session.seat({ role: "office" }) : ownSeat(session, child);
  if (own) await session.write(own, [], (batch) => write(session, batch, own, { child, answers, ids, seat }, time));
  if (own && answers.album === 0 && said(book(session), child, seat || own.id).album === 0) await withholdMarked(session, child);
}

/** Write down what all say together where that changed, and show a word of one's own to a new team. @param {Session} session */
export async function topUp(session) {
  const known = book(session);
  for (const [child, circle] of session.replica.circles) {
    if (circle.kind !== "child" || !circle.reads) continue;
    const seat = staffSeat(session, child);
    if (seat && isStale(session, child, known)) await writeOutcome(session, seat, child);
    const own = ownSeat(session, child);
    if (own && misses(session, child, own, known)) await say(session, { child, answers: {}, ids: newIds() });
  }
}

/** What the outbox carries out. @type {Record<string, import("../../sync/outbox.js").Carry>} */
export const carriers = {
  "groups.consent": (session, { data, time }) => say(session, data, time),
};

/** @param {Session} session @param {import("../../sync/batch.js").Batch} batch @param {Seat} own @param {{child: string, answers: Answers, ids: string[], seat: string}} data @param {number} time */
function write(session, batch, own, { child, answers, ids, seat }, time) {
  const known = book(session, batch.now);
  const whose = seat || own.id;
  const before = said(known, child, whose);
  const times = timesOf(known.words.get(child)?.get(whose));
  const newer = Object.entries(answers).filter(([one]) => !overtaken(times[one] ?? 0, time, batch.now));
  const again = Object.keys(answers).length === 0; // for a team that it does not reach yet
  if (session.replica.items.has(ids[0]) || !(newer.length || again)) return; // sent already, or a newer word stands
  const mine = (known.letters.get(child)?.get(whose) ?? []).filter((item) => item.circle === own.id).at(-1) ?? null;
  const to = staffOf(session, child);
  const at = Object.fromEntries(newer.map(([one]) => [one, time]));
  const body = { child, year: known.year, answers: { ...before, ...Object.fromEntries(newer) }, times: { ...times, ...at }, ...(seat ? { seat } : {}) };
  batch.letter("consent", body, to, { id: ids[0], replaces: mine, seats: boxes(session, seat ? [seat] : []) });
  if (newer.some(([one, value]) => (before[one] ?? value) !== value)) batch.letter("reconsent", { child }, to, { id: ids[1], until: batch.now + TOLD });
}

/** When each answer of a word was given (ms); one that does not say it: when it was written. @param {Item | undefined} word @returns {Record<string, number>} */
function timesOf(word) {
  return word ? { ...Object.fromEntries(Object.keys(word.body.answers).map((one) => [one, word.head.time])), ...word.body.times } : {};
}

/** @param {Session} session @param {Seat} seat @param {string} child */
async function writeOutcome(session, seat, child) {
  const id = b64(fresh(16));
  await session.write(seat, [child], (batch) => {
    const known = book(session, batch.now);
    if (!isStale(session, child, known)) return; // a colleague's client was faster
    const body = { year: known.year, answers: outcome(session, child, known), seats: known.custody.get(child) ?? [] };
    batch.record(child, "outcome", body, { id, replaces: known.kept.get(child) ?? null });
  });
}

/** Whether the circle is told something else; for which seats it was worked out matters while somebody says yes. @param {Session} session @param {string} child @param {Book} known */
function isStale(session, child, known) {
  const kept = known.kept.get(child);
  const now = outcome(session, child, known);
  const told = standing(/** @type {any} */ (kept?.body ?? null), known.year);
  const yes = Object.values(now).includes(1);
  return JSON.stringify(now) !== JSON.stringify(told) || (yes && JSON.stringify(kept?.body.seats) !== JSON.stringify(known.custody.get(child) ?? []));
}

/** Whether a word of one's own does not reach a team of the child: it changed its group. @param {Session} session @param {string} child @param {Seat} own @param {Book} known */
function misses(session, child, own, known) {
  const word = known.words.get(child)?.get(own.id);
  return word !== undefined && word.circle === own.id && staffOf(session, child).some((one) => !word.refs.includes(`c:${one}`));
}

/** @param {Session} session @returns {Map<string, Map<string, Item[]>>} */
function lettersOf(session) {
  /** @type {Map<string, Map<string, Item[]>>} */
  const found = new Map();
  const items = session.replica.ofKind("consent").sort((a, b) => a.head.time - b.head.time || (a.id < b.id ? -1 : 1));
  for (const item of items) {
    const seat = speaker(session, item);
    if (!seat) continue;
    const seats = found.get(item.body.child) ?? new Map();
    found.set(item.body.child, seats.set(seat, [...(seats.get(seat) ?? []), item]));
  }
  return found;
}

/** The newest word of each seat; of one that took the place of a lost one, the word of that counts as well. @param {Session} session @param {Map<string, Map<string, Item[]>>} letters @param {string} year */
function wordsOf(session, letters, year) {
  const after = new Map([...session.replica.trust.renewed].map(([seat, old]) => [old, seat]));
  /** @type {Map<string, Map<string, Item>>} */
  const found = new Map();
  for (const [child, seats] of letters) {
    const all = [...seats.values()].flat().filter((item) => item.body.year === year).sort((a, b) => a.head.time - b.head.time || (a.id < b.id ? -1 : 1));
    const newest = new Map();
    for (const item of all) {
      const seat = speaker(session, item);
      newest.set(after.get(seat) ?? seat, item);
    }
    found.set(child, newest);
  }
  return found;
}

/** For whom a consent speaks: its author, or whom the office names; "" where that is not theirs to say. @param {Session} session @param {Item} item @returns {string} */
function speaker(session, item) {
  const author = session.replica.trust.seats.get(item.head.seat);
  if (author?.role === "office") return item.body.seat ?? "";
  return author?.role === "guardian" && author.circles.includes(item.body.child) ? author.id : "";
}

/** @param {Session} session @param {number} now @returns {Map<string, string[]>} */
function custodyOf(session, now) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const seat of session.replica.trust.seats.values())
    if (seat.role === "guardian" && seat.alive(now)) for (const child of seat.circles) found.set(child, [...(found.get(child) ?? []), seat.id].sort());
  return found;
}

/** @param {Session} session @returns {Map<string, Item>} */
function keptOf(session) {
  const items = session.replica.ofKind("outcome").sort((a, b) => a.head.time - b.head.time || (a.id < b.id ? -1 : 1));
  return new Map(items.map((item) => [item.circle, item]));
}
