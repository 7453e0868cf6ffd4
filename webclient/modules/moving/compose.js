/**
 * A child's dossier for one guardian: what the school holds by duty, and what was ticked. What only one guardian told, or is
 * theirs, is released to that guardian alone. The same as `sync/client/composing.py`.
 */
import { b64 } from "../../crypto/encoding.js";
import { counted } from "../../sync/moving.js";
import { dayOf } from "../../sync/zone.js";
import { officeSeat } from "../people/model.js";
import { custody, named, rowOf } from "./facts.js";
import { reports } from "./takeout.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */

/** What one guardian is handed, and what proves who wrote it. @param {Session} session @param {Item} departure @param {string} seat @param {string} name our school's */
export async function releaseFor(session, departure, seat, name) {
  const { trust } = session.replica;
  const { child, to } = departure.body;
  const school = { name, host: location.host, root: b64(trust.root) };
  return { departure: named(departure)[0], child, to, school, person: trust.seat(seat).person, proof: await proofOf(session), dossier: compose(session, departure, seat) };
}

/** @param {Session} session @param {Item} departure @param {string} seat @returns {Record<string, any>} */
export function compose(session, departure, seat) {
  const { child, parts } = departure.body;
  const { first, particle, last, born, groups } = rowOf(session, child).body;
  const began = /** @type {any} */ (session.replica.circles.get(child)).links[0].head.time;
  const found = { v: 1, first, particle, last, born, groups, first_day: dayOf(began), parts };
  return { ...found, ...Object.fromEntries(parts.map((/** @type {string} */ part) => [part, MAKERS[part](session, child, seat)])) };
}

/** @type {Record<string, (session: Session, child: string, seat: string) => unknown>} */
const MAKERS = {
  contact(session, child, seat) {
    const { name, relation, email, phone, address } = rowOf(session, child).body.guardians.find((/** @type {any} */ one) => one.seat === seat);
    return { name, relation, email, phone, address };
  },
  absences: (session, child) => counted(session.replica.ofKind("absence", child).map((item) => item.body)),
  talks(session, child) {
    const isAlone = custody(session, child).length === 1; // a report for one home is none of another's
    return reports(session, child).filter((one) => isAlone || one.kind === "talkfile").map(({ body }) => ({ day: body.day, text: body.text, files: body.files ?? [] }));
  },
  book(session, child) {
    const titles = new Map(session.replica.ofKind("book", child).map((item) => [item.id, item.body.title]));
    return session.replica.ofKind("document", child).map(({ body }) => ({ title: body.title, text: body.text, book: titles.get(body.book) ?? "", made: body.made, file: body.file }));
  },
  allergies(session, child, seat) {
    const told = session.replica.ofKind("diet").filter((item) => item.body.child === child && item.head.seat === seat);
    return told.map(({ body: { allergens, allergies, medication, doctor, note } }) => ({ allergens, allergies, medication, doctor, note }));
  },
};

/** The credentials of one's own seat in the office and of all who invited one another, up to the root. @param {Session} session */
async function proofOf(session) {
  const { office } = session.replica.trust.charter;
  const { seats } = await session.wire.call("GET", `/api/circles/${office}/readers`);
  const known = new Map(seats.map((/** @type {import("../../sync/types.js").Credentials} */ one) => [one.seat, one]));
  const chain = [];
  for (let at = officeSeat(session).id; known.has(at); at = session.replica.trust.seat(at).issuer) chain.unshift(known.get(at));
  return chain;
}
