/**
 * The children as the lunch team should know them, written by the office's open client. The same as
 * `sync/client/lunchers.py`: a first name, a group and whom to reach; a protected child only if its parents sign it up.
 */
import { b64, canonical } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { groups, lunchCircle } from "../people/model.js";
import { takesPart } from "./stay.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("./stay.js").Body} Body */

const CHUNK = 300;

/** Tell the lunch team of each child that it does not know, or knows otherwise. @param {Session} session */
export async function listChildren(session) {
  const circle = lunchCircle(session);
  const seat = session.seat({ role: "office" });
  if (!circle || !seat) return;
  const wanted = wantedOf(session);
  const before = listed(session, circle);
  const stale = [...wanted.values()].filter((body) => !same(before.get(body.child)?.body, body));
  for (let at = 0; at < stale.length; at += CHUNK) {
    const some = stale.slice(at, at + CHUNK).map((body) => ({ body, id: b64(fresh(16)) }));
    await session.write(seat, [circle], (batch) => {
      const known = listed(session, circle);
      for (const { body, id } of some) if (!same(known.get(body.child)?.body, body)) batch.record(circle, "luncher", body, { id, replaces: known.get(body.child) });
    });
  }
  if (gone(session, circle, wanted).length) await session.write(seat, [circle], (batch) => gone(session, circle, wanted).forEach((item) => batch.delete(item)));
}

/** The newest entry of each child: two of the office may list one at once. @param {Session} session @param {string} circle @returns {Map<string, Item>} */
function listed(session, circle) {
  const found = session.replica.ofKind("luncher", circle).sort((a, b) => a.head.time - b.head.time || (a.id < b.id ? -1 : 1));
  return new Map(found.map((item) => [item.body.child, item]));
}

/** The entries of children who are not to be listed, and those beside a newer one. @param {Session} session @param {string} circle @param {Map<string, Body>} wanted @returns {Item[]} */
function gone(session, circle, wanted) {
  const known = listed(session, circle);
  return session.replica.ofKind("luncher", circle).filter((item) => !wanted.has(item.body.child) || known.get(item.body.child) !== item);
}

/** @param {Session} session @returns {Map<string, Body>} */
function wantedOf(session) {
  const known = new Map(groups(session).map((group) => [group.name, group.team]));
  const rows = session.replica.ofKind("roster").map((item) => item.body).filter((body) => !body.left && !(body.protected && !takesPart(session, body.child)));
  return new Map(rows.map((body) => [body.child, {
    child: body.child, first: body.first, group: body.groups.join(", "), teams: body.groups.map((/** @type {string} */ name) => known.get(name)).filter(Boolean),
    guardians: body.guardians.filter((/** @type {Body} */ one) => reads(session, one)).map((/** @type {Body} */ one) => placeOf(session, one.seat)),
  }]));
}

/** @param {Session} session @param {Body} adult */
function reads(session, adult) {
  const listed = ["guardian", "informed"].includes(adult.role ?? "guardian") && !adult.ended;
  return listed && Boolean(session.replica.circles.get(adult.seat)?.links.length) && !session.replica.trust.hasEnded(adult.seat);
}

/** @param {Session} session @param {string} seat */
function placeOf(session, seat) {
  const circle = /** @type {import("../../sync/chains.js").Circle} */ (session.replica.circles.get(seat));
  return { seat, genesis: canonical({ ...circle.links[0].head, v: 1 }) };
}

/** Whether two bodies say the same, in whatever order their keys stand. @param {Body | undefined} one @param {Body} other */
function same(one, other) {
  const keys = ["child", "first", "group", "teams", "guardians"];
  return Boolean(one) && keys.every((key) => JSON.stringify(one?.[key]) === JSON.stringify(other[key]));
}
