/**
 * The adults of a child: one more, the end of a place, and for a protected child the consent of a second person of the
 * office. Each change is one batch and leaves a line in the child's diary. The same as `sync/client/children.py`.
 */
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { newToken, readToken } from "../../crypto/token.js";
import { DEADLINE } from "./deadline.js";
import { groupsOf, reads, relist, rosterOf } from "./enrolment.js";
import { officeSeat } from "./model.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/batch.js").Batch} Batch */
/** @typedef {Record<string, any>} Body */
/** An adult as the office enters one; times in ms, 0 = none. @typedef {{name: string, relation: string, phone: string, role: "guardian" | "informed" | "guest", starts: number, ends: number}} Adult */

/** Make a seat and letter for one more adult of a child; returns the code. A protected child: `propose` first. @param {Session} session @param {string} number @param {Adult} adult */
export async function addAdult(session, number, adult) {
  const code = newToken();
  await admitted(session, number, { ...entered(adult), key: b64(fresh(12)) }, code);
  return code;
}

/** Propose one more adult for a protected child: kept at the desk until a second person consents. @param {Session} session @param {string} number @param {Adult} adult */
export async function propose(session, number, adult) {
  const proposal = { ...entered(adult), key: b64(fresh(12)), token: newToken(), by: session.person };
  await pend(session, number, (pending) => [...pending, proposal]);
}

/** The children with whom the same account has a place: what opens one opened all of them. @param {Session} session @param {string} seat @returns {{number: string, key: string, first: string}[]} */
export function placesOf(session, seat) {
  const { seats } = session.replica.trust;
  const person = seats.get(seat)?.person;
  const found = session.replica.ofKind("roster").filter((item) => !item.body.left).flatMap(({ body }) => body.guardians.map((/** @type {Body} */ one) => ({ number: body.number, first: body.first, key: one.key, seat: one.seat, role: one.role })));
  return found.filter((one) => !one.role && person && seats.get(one.seat)?.person === person && !seats.get(one.seat)?.ended);
}

/** Propose a new place for an adult who lost everything that opened the old one; a second person has to consent. @param {Session} session @param {string} number @param {string} key */
export async function proposeRenewal(session, number, key) {
  const adult = adultOf(rosterOf(session, number), key);
  const proposal = { ...adult, token: newToken(), by: session.person, replaces: adult.seat };
  await pend(session, number, (pending) => [...pending.filter((one) => one.key !== key), proposal]);
}

/** Make the new place that somebody else consented to, and end the old one; returns the code. @param {Session} session @param {string} number @param {string} key @returns {Promise<string>} */
export async function renew(session, number, key) {
  const { desk, school } = session.replica.trust.charter;
  const found = rosterOf(session, number);
  const own = groupsOf(session, found);
  const id = b64(fresh(16));
  const touches = [desk, school, found.body.child, ...own.flatMap((group) => [group.parents, group.quiet, group.group, group.register])];
  const { token } = pendingOf(session, number, key);
  await session.write(officeSeat(session), touches, (batch) => renewOne(session, batch, number, key, id));
  return token;
}

/** Take back a proposal. @param {Session} session @param {string} number @param {string} key */
export async function retract(session, number, key) {
  await pend(session, number, (pending) => pending.filter((one) => one.key !== key));
}

/** Consent, as a second person of the office, to the adult `key` that somebody else proposed. @param {Session} session @param {string} number @param {string} key */
export async function approve(session, number, key) {
  const { locator } = readToken(pendingOf(session, number, key).token);
  const circles = [rosterOf(session, number).body.child];
  await session.write(officeSeat(session), [], (batch) => void batch.act("approve", { circles, locator }));
}

/** Make the seat and letter of an adult whom somebody else approved; returns the code. @param {Session} session @param {string} number @param {string} key @returns {Promise<string>} */
export async function admit(session, number, key) {
  const { token, by, ...adult } = pendingOf(session, number, key);
  await admitted(session, number, adult, token, () => void pendingOf(session, number, key)); // it may have been taken back
  return token;
}

/** End the place of an adult: in the same breath what it read gets new keys. @param {Session} session @param {string} number @param {string} key */
export async function endAdult(session, number, key) {
  const { desk, school } = session.replica.trust.charter;
  const found = rosterOf(session, number);
  const own = groupsOf(session, found);
  const id = b64(fresh(16));
  const touches = [desk, school, found.body.child, ...own.flatMap((group) => [group.group, group.register])];
  await session.write(officeSeat(session), touches, (batch) => {
    const item = rosterOf(session, number);
    const adult = adultOf(item, key);
    batch.end(adult.seat);
    const guardians = item.body.guardians.map((/** @type {Body} */ one) => (one === adult ? { ...one, ended: batch.now } : one));
    batch.record(item.circle, "roster", { ...item.body, guardians }, { replaces: item });
    relist(session, batch, { ...item.body, guardians });
    batch.record(item.body.child, "diary", { what: "ended", who: adult.name, role: adult.role ?? "guardian" }, { id });
    for (const circle of [...own.map((group) => group.group), school]) batch.freshen(circle);
  });
}

/** @param {Session} session @param {string} number @param {Body} adult @param {string} code @param {() => void} [check] throws where it is not to be any more */
async function admitted(session, number, adult, code, check = () => undefined) {
  const { desk } = session.replica.trust.charter;
  const found = rosterOf(session, number);
  const own = groupsOf(session, found);
  const id = b64(fresh(16));
  const touches = [desk, found.body.child, ...own.flatMap((group) => [group.parents, group.quiet, group.group, group.register])];
  await session.write(officeSeat(session), touches, (batch) => (check(), admitOne(session, batch, number, adult, { code, id })));
}

/** @param {Session} session @param {Batch} batch @param {string} number @param {Body} adult @param {{code: string, id: string}} made */
function admitOne(session, batch, number, adult, { code, id }) {
  const item = rosterOf(session, number);
  const { child } = item.body;
  const token = readToken(code);
  const seat = batch.seat(token);
  const deadline = batch.now + DEADLINE;
  const { role, starts, ends, ...rest } = adult;
  batch.invite(token, seat, role, role === "guardian" ? [child] : [], location.host, deadline, starts, ends);
  const entry = { ...rest, seat, token: code, deadline, ...(role === "guardian" ? {} : { role }) };
  const pending = (item.body.pending ?? []).filter((/** @type {Body} */ one) => one.key !== adult.key);
  /** @type {Body} */
  const body = { ...item.body, guardians: [...item.body.guardians, entry], pending };
  if (reads({ role })) {
    batch.add(child, [seat], ends);
    for (const group of groupsOf(session, item)) batch.add(body.protected ? group.quiet : group.parents, [seat], ends);
  }
  batch.record(item.circle, "roster", body, { replaces: item });
  relist(session, batch, body);
  batch.record(child, "diary", { what: "joined", who: adult.name, role }, { id });
}

/** @param {Session} session @param {Batch} batch @param {string} number @param {string} key @param {string} id */
function renewOne(session, batch, number, key, id) {
  const item = rosterOf(session, number);
  const { child } = item.body;
  const pending = pendingOf(session, number, key);
  const token = readToken(pending.token);
  const old = session.replica.trust.seat(pending.replaces);
  const own = groupsOf(session, item);
  batch.act("renew", { circles: [child], locator: token.locator, replaces: old.id });
  if (!old.ended) batch.end(old.id);
  const seat = batch.seat(token);
  const deadline = batch.now + DEADLINE;
  batch.invite(token, seat, old.role, [...old.circles], location.host, deadline, old.starts, old.ends);
  for (const circle of [child, ...own.map((group) => (item.body.protected ? group.quiet : group.parents))]) batch.add(circle, [seat], old.ends);
  /** @type {Body} */
  const made = { ...adultOf(item, key), seat, token: pending.token, deadline, ended: 0, renews: old.id, renewed: batch.now };
  const body = { ...item.body, guardians: item.body.guardians.map((/** @type {Body} */ one) => (one.key === key ? made : one)),
    pending: item.body.pending.filter((/** @type {Body} */ one) => one.key !== key) };
  batch.record(item.circle, "roster", body, { replaces: item });
  relist(session, batch, body);
  batch.record(child, "diary", { what: "restored", who: made.name, role: old.role }, { id });
  for (const circle of [...own.map((group) => group.group), session.replica.trust.charter.school]) batch.freshen(circle);
}

/** @param {import("../../sync/types.js").Item} item @param {string} key @returns {Body} */
function adultOf(item, key) {
  return item.body.guardians.find((/** @type {Body} */ one) => one.key === key);
}

/** @param {Session} session @param {string} number @param {(pending: Body[]) => Body[]} change */
async function pend(session, number, change) {
  await session.write(officeSeat(session), [session.replica.trust.charter.desk], (batch) => {
    const item = rosterOf(session, number);
    batch.record(item.circle, "roster", { ...item.body, pending: change(item.body.pending ?? []) }, { replaces: item });
  });
}

/** @param {Session} session @param {string} number @param {string} key @returns {Body} */
function pendingOf(session, number, key) {
  const found = (rosterOf(session, number).body.pending ?? []).find((/** @type {Body} */ one) => one.key === key);
  if (!found) throw new Error("no such proposal");
  return found;
}

/** @param {Adult} adult @returns {Body} */
function entered({ name, relation, phone, role, starts, ends }) {
  return { name: name.trim(), relation: relation.trim(), phone: phone.trim(), email: "", address: {}, role, starts, ends };
}
