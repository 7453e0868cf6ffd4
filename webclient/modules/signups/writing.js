/** What people do with forms: make one, answer it, take a place, organise. Ids come from outside, so that sending twice makes nothing twice. */
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { hasOf } from "../../sync/claims.js";
import { household } from "../groups/homes.js";
import { recipients } from "../messages/model.js";
import { form, forms, organising } from "./forms.js";
import { isByChild, missing, recordFor, results } from "./model.js";
import { assign } from "./rides.js";
import { CLAIMED, tally } from "./rules.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/batch.js").Batch} Batch */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("./rules.js").Question} Question */
/** @typedef {import("./rules.js").Take} Take */
/** An answer as the outbox keeps it; `behalf`: the parent's seat for whom staff fill it in. @typedef {{form: string, child: string, behalf: string, values: Record<string, any>, takes: Take[], phone: string}} Given */

/** An id for what is still to be written. */
export function newId() {
  return b64(fresh(16));
}

/** The intent of a new form; `seed` opens the answers of an anonymous one. @param {string[]} circles @param {Record<string, any>} body @param {string} [seed] */
export function newForm(circles, body, seed = "") {
  const targets = circles.map((circle) => ({ circle, id: newId(), parts: partsOf(body.questions, {}) }));
  const whole = /** @type {Record<string, any>} */ ({ ...body, form: newId(), slot: newId(), made: Date.now() });
  return { body: whole, targets, urn: seed ? { id: newId(), seed } : null };
}

/** A part's id for each question that takes room, those that are there kept. @param {Question[]} questions @param {Record<string, string>} known */
export function partsOf(questions, known) {
  return Object.fromEntries(questions.filter((one) => CLAIMED.includes(one.kind)).map((one) => [one.id, known[one.id] ?? newId()]));
}

/** The intent of an answer. @param {Given} given */
export function newAnswer(given) {
  return { ...given, id: newId(), ids: given.takes.map(newId) };
}

/** What must be done after each change: whoever organises publishes the tally where the form says that all may see it. @param {Session} session */
export async function topUp(session) {
  for (const one of forms(session).filter((other) => other.shows === "all" && !other.anonymous && organising(session, other)))
    for (const { circle } of one.items) {
      const seat = session.seat({ circle });
      if (seat && staleTally(session, one.id, circle)) await session.write(seat, [circle], (batch) => publish(session, batch, one.id, circle));
    }
}

/** @param {Session} session @param {Batch} batch @param {string} id @param {string} circle */
function publish(session, batch, id, circle) {
  const body = staleTally(session, id, circle);
  if (body) batch.record(circle, "tally", { ...body, at: batch.now }, { replaces: shownTally(session, id, circle) });
}

/** What a tally has to say, if it says something else. @param {Session} session @param {string} id @param {string} circle */
function staleTally(session, id, circle) {
  const one = form(session, id);
  if (!one) return null;
  const rows = results(session, one);
  const body = { form: id, counts: tally(one.questions, rows), answered: rows.length };
  const before = shownTally(session, id, circle)?.body;
  return before && JSON.stringify([before.counts, before.answered]) === JSON.stringify([body.counts, body.answered]) ? null : body;
}

/** The one that is shown, the newest: two of a team may have begun one at once. @param {Session} session @param {string} id @param {string} circle @returns {Item | null} */
function shownTally(session, id, circle) {
  return session.replica.ofKind("tally", circle).filter((item) => item.body.form === id).sort((a, b) => b.head.time - a.head.time)[0] ?? null;
}

/** @param {Session} session @param {ReturnType<typeof newForm>} data */
async function make(session, { body, targets, urn }) {
  const circles = targets.map((target) => target.circle);
  const seat = session.seat({ circle: circles[0] });
  if (!seat) throw new Error("not-a-writer");
  await session.write(seat, circles, (batch) => {
    for (const { circle, id, parts } of targets) if (!session.replica.items.has(id)) putForm(session, batch, circle, { ...body, parts }, { id });
    if (!urn || session.replica.items.has(urn.id)) return;
    const to = recipients(session, body.organisers);
    batch.letter("urn", { form: body.form, seed: urn.seed }, to.circles, { id: urn.id, seats: to.seats });
  });
}

/** Change a form everywhere; new files were uploaded for the circle `first`. @param {Session} session @param {{form: string, first?: string, fields: Record<string, any>, parts: Record<string, Record<string, string>>}} data */
async function change(session, { form: id, first = "", fields, parts }) {
  await onForm(session, id, (batch, item) => {
    const body = { ...item.body, ...fields, parts: { ...item.body.parts, ...parts[item.circle] }, changed: batch.now };
    putForm(session, batch, item.circle, body, { replaces: item });
  }, first);
}

/** A form with the offers of its questions. @param {Session} session @param {Batch} batch @param {string} circle @param {Record<string, any>} body @param {{id?: string, replaces?: Item}} more */
function putForm(session, batch, circle, body, more) {
  const terms = { opens: body.opens, early: 0, closes: body.closes, unit: body.unit };
  const offer = body.anonymous ? undefined : { ...terms, slots: [/** @type {[string, number]} */ ([body.slot, 0])], most: 1, waits: 0 };
  batch.record(circle, "form", body, { ...more, offer });
  for (const one of body.questions.filter((/** @type {Question} */ other) => body.parts[other.id])) {
    const id = body.parts[one.id];
    const slots = one.slots.map((/** @type {import("./rules.js").Slot} */ slot) => /** @type {[string, number]} */ ([slot.id, slot.capacity]));
    const replaces = session.replica.items.get(id) ?? null;
    batch.record(circle, "part", { form: body.form, question: one.id }, { id, replaces, offer: { ...terms, slots, most: one.kind === "bring" ? 0 : 1, waits: body.waits } });
  }
}

/** @param {Session} session @param {ReturnType<typeof newAnswer>} data */
async function answer(session, data) {
  const one = form(session, data.form);
  const item = one && recordFor(session, one, data.child);
  const seat = seatFor(session, data);
  if (!one || !item || !seat) return;
  await session.write(seat, [], (batch) => {
    const { circles, seats } = recipients(session, readers(session, item, seat, data.behalf));
    const about = { form: one.id, child: data.child, ...(data.behalf ? { seat: data.behalf } : {}) };
    const claimed = { child: isByChild(one) ? data.child : "", seat: data.behalf };
    const body = { offer: item.id, slot: item.body.slot, count: 1, ...about, answers: data.values, ...(data.phone ? { phone: data.phone } : {}) };
    batch.letter("answer", body, circles, { id: data.id, replaces: ownLetters(session, "answer", data)[0] ?? null, seats, claim: { offer: item.id, slot: item.body.slot, count: 1, wait: 0, ...claimed } });
    take(session, batch, item, data, { about, claimed, circles, seats });
  });
}

/** Places: kept, moved, new or given back. @param {Session} session @param {Batch} batch @param {Item} item @param {ReturnType<typeof newAnswer>} data @param {{about: Record<string, any>, claimed: {child: string, seat: string}, circles: string[], seats: Map<string, string>}} with_ */
function take(session, batch, item, data, { about, claimed, circles, seats }) {
  const spare = new Map(ownLetters(session, "place", data).map((one) => [one.id, one]));
  for (const [at, one] of data.takes.entries()) {
    const same = [...spare.values()].filter((old) => old.body.question === one.question);
    const before = same.find((old) => old.body.slot === one.slot) ?? same[0] ?? null;
    if (before) spare.delete(before.id);
    const wanted = { offer: item.body.parts[one.question], slot: one.slot, count: one.count };
    const held = before ? (hasOf(session, before.id)?.slot ?? "") : "";
    const from = held && held !== one.slot ? { from: held } : {};
    batch.letter("place", { ...wanted, ...from, ...about, ...(one.wait ? { wait: 1 } : {}), question: one.question, ...one.more }, circles, { id: data.ids[at], replaces: before, seats, claim: { ...wanted, wait: Number(Boolean(one.wait)), ...claimed } });
  }
  for (const old of spare.values()) batch.delete(old);
}

/** @param {Session} session @param {Item} item @param {import("../../sync/seats.js").Seat} seat @param {string} behalf @returns {string[]} */
function readers(session, item, seat, behalf) {
  const home = seat.role === "guardian" ? household(session) : "";
  return [seat.id, behalf, home, ...item.body.organisers].filter(Boolean);
}

/** Take an answer back, and give its places back. @param {Session} session @param {{form: string, child: string, behalf: string}} data */
async function withdraw(session, data) {
  const seat = seatFor(session, data);
  if (seat) await session.write(seat, [], (batch) => {
    for (const item of [...ownLetters(session, "answer", data), ...ownLetters(session, "place", data)]) batch.delete(item);
  });
}

/** The letters of one's own about a form: for oneself, or for whom staff fill it in. @param {Session} session @param {string} kind @param {{form: string, child: string, behalf: string}} data @returns {Item[]} */
function ownLetters(session, kind, { form: id, child, behalf }) {
  const own = session.own();
  return session.replica.ofKind(kind).filter((item) => own.has(item.head.seat) && item.body.form === id && item.body.child === child && (item.body.seat ?? "") === behalf);
}

/** The own seat that answers: that of the child, or of staff who may fill in for somebody. @param {Session} session @param {{form: string, child: string, behalf: string}} data */
export function seatFor(session, { form: id, child, behalf }) {
  const one = form(session, id);
  if (behalf) return session.seat({ circle: (one && recordFor(session, one, child)?.circle) || "-" });
  return session.replica.seats().find((seat) => seat.role === "guardian" && seat.alive(Date.now()) && (!child || seat.circles.includes(child))) ?? null;
}

/** Remind those who have not answered, or ask those who have to say it once more. @param {Session} session @param {{form: string, id: string, kind: "nudge" | "again", text: string}} data */
async function tell(session, { form: id, id: letter, kind, text }) {
  const one = form(session, id);
  const seat = one && organising(session, one);
  if (!one || !seat || session.replica.items.has(letter)) return;
  const seats = kind === "nudge" ? missing(session, one).flatMap((family) => family.seats) : results(session, one).map((row) => row.seat);
  if (seats.length) await session.write(seat, [], (batch) => {
    const to = recipients(session, seats);
    batch.letter(kind, { form: id, title: one.title, ...(text ? { text } : {}) }, to.circles, { id: letter, seats: to.seats });
  });
}

/** @param {Session} session @param {string} id @param {(batch: Batch, item: Item) => unknown} act @param {string} [first] */
async function onForm(session, id, act, first = "") {
  const one = form(session, id);
  const seat = one && session.seat({ circle: one.items[0].circle });
  if (one && seat) await session.write(seat, one.items.map((item) => item.circle), (batch) => {
    for (const item of [...(form(session, id)?.items ?? [])].sort((a, b) => Number(b.circle === first) - Number(a.circle === first))) act(batch, item);
  });
}

/** Take a form away, and the offers with it. @param {Session} session @param {{form: string}} data */
async function remove(session, data) {
  await onForm(session, data.form, (batch, item) => {
    for (const part of Object.values(item.body.parts ?? {})) {
      const found = session.replica.items.get(String(part));
      if (found) batch.delete(found);
    }
    batch.delete(item);
  });
}

/** What the outbox carries out. @type {Record<string, import("../../sync/outbox.js").Carry>} */
export const carriers = {
  "signups.make": (session, { data }) => make(session, data),
  "signups.change": (session, { data }) => change(session, data),
  "signups.remove": (session, { data }) => remove(session, data),
  "signups.answer": (session, { data }) => answer(session, data),
  "signups.withdraw": (session, { data }) => withdraw(session, data),
  "signups.tell": (session, { data }) => tell(session, data),
  "signups.assign": (session, { data }) => assign(session, data),
};
