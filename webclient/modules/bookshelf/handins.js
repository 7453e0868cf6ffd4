/** What is asked of families and what they hand in. The same bodies as `sync/modules/bookshelf.py` describes. */
import { recipients } from "../messages/model.js";
import { pupils } from "../news/model.js";
import { fullName, ownChildren } from "../people/model.js";
import { isPart } from "./shelf.js";
import { guardiansOf } from "./writing.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {{id: string, title: string, text: string, until: number, to: string, circle: string, seat: string, own: boolean, item: Item}} Request */
/** @typedef {{child: string, first: string, name: string, guardians: string[], handed: Item[]}} Row */

/** What is asked, what ends first comes first. @param {Session} session @returns {Request[]} */
export function requests(session) {
  const own = session.own();
  return session.replica.ofKind("request").map((item) => ({
    id: item.id, title: String(item.body.title ?? ""), text: String(item.body.text ?? ""), until: Number(item.body.until) || 0, to: String(item.body.to ?? ""),
    circle: item.circle, seat: item.head.seat, own: own.has(item.head.seat), item,
  })).sort((a, b) => (a.until || Infinity) - (b.until || Infinity));
}

/** Whether this person asks on the school's side: they see who handed in. @param {Session} session @param {Request} one */
export function receives(session, one) {
  const seat = session.seat({ circle: one.circle });
  return seat !== null && seat.role !== "guardian";
}

/** Own children of whom a request asks something. @param {Session} session @param {Request} one */
export function askedOf(session, one) {
  const { school } = session.replica.trust.charter;
  const group = session.replica.ofKind("profile", one.circle)[0]?.body.name;
  return ownChildren(session).filter((child) => one.circle === school || one.circle === child.circle || child.groups.includes(group));
}

/** Whether a guardian handed in for a child. @param {Session} session @param {string} request @param {string} child */
export function isHanded(session, request, child) {
  return session.replica.ofKind("handed", child).some((item) => item.body.request === request);
}

/** What waits: for each own child that is asked. @param {Session} session @param {number} now ms @returns {import("../today/plan.js").Due[]} */
export function dueOf(session, now) {
  return requests(session).filter((one) => !one.until || one.until > now).flatMap((one) => askedOf(session, one).filter((child) => !isHanded(session, one.id, child.circle))
    .map((child) => ({ id: `handin-${one.id}-${child.circle}`, text: one.title, about: "", href: `/bookshelf/hand/${one.id}`, child: child.circle, until: one.until })));
}

/** What was handed in, newest first. @param {Session} session @returns {Item[]} */
export function handedIn(session) {
  return session.replica.ofKind("handin").filter(({ body }) => Array.isArray(body.files) && body.files.every(isPart)).sort((a, b) => Number(b.body.written) - Number(a.body.written));
}

/** Child by child who has handed in; only their own guardians count. @param {Session} session @param {Request} one @returns {Row[]} */
export function overview(session, one) {
  const found = handedIn(session).filter((item) => item.body.request === one.id);
  return pupils(session, [one.circle]).map((pupil) => {
    const guardians = guardiansOf(pupil);
    return { child: pupil.child, first: pupil.first, name: fullName(pupil), guardians, handed: found.filter((item) => item.body.child === pupil.child && guardians.includes(item.head.seat)) };
  }).sort((a, b) => a.name.localeCompare(b.name, "nl"));
}

/** What the outbox carries out. @type {Record<string, import("../../sync/outbox.js").Carry>} */
export const handinCarriers = {
  "bookshelf.ask": (session, { data }) => inCircle(session, data.circle, (batch) => {
    if (!session.replica.items.has(data.id)) batch.record(data.circle, "request", data.body, { id: data.id });
  }),
  "bookshelf.unask": (session, { data }) => {
    const item = session.replica.items.get(data.id);
    return item ? inCircle(session, item.circle, (batch) => {
      const newest = session.replica.items.get(data.id);
      if (newest) batch.delete(newest);
    }) : Promise.resolve();
  },
  "bookshelf.handin": (session, { data }) => inCircle(session, data.body.child, (batch) => {
    if (session.replica.items.has(data.ids[0])) return;
    batch.letter("handin", data.body, [data.to], { id: data.ids[0] });
    const { request, child } = data.body;
    if (request && !isHanded(session, request, child)) batch.record(child, "handed", { request }, { id: data.ids[1] });
  }),
  "bookshelf.takeback": (session, { data }) => takeBack(session, data.id),
  "bookshelf.remind": (session, { data }) => carryReminder(session, data),
};

/** What this person handed in is gone for everybody, and may be asked again. @param {Session} session @param {string} id */
async function takeBack(session, id) {
  const item = session.replica.items.get(id);
  const seat = item && session.replica.trust.seats.get(item.head.seat);
  if (item && seat && session.own().has(seat.id)) await session.write(seat, [item.body.child], (batch) => {
    const now = session.replica.items.get(id);
    const marks = session.replica.ofKind("handed", item.body.child).filter((one) => one.body.request === item.body.request && one.head.seat === seat.id);
    if (now) for (const one of [now, ...marks]) batch.delete(one);
  });
}

/** @param {Session} session @param {{request: string, id: string}} data */
async function carryReminder(session, data) {
  const one = requests(session).find((request) => request.id === data.request);
  const seat = one && session.seat({ circle: one.circle });
  if (!one || !seat) return;
  const missing = overview(session, one).filter((row) => !row.handed.length).flatMap((row) => row.guardians);
  const { circles, seats } = recipients(session, missing);
  if (missing.length && !session.replica.items.has(data.id)) await session.write(seat, [], (batch) => batch.letter("overdue", { request: one.id, title: one.title }, circles, { id: data.id, seats }));
}

/** @param {Session} session @param {string} circle @param {(batch: import("../../sync/batch.js").Batch) => unknown} build */
async function inCircle(session, circle, build) {
  const seat = session.seat({ circle });
  if (seat) await session.write(seat, [circle], (batch) => void build(batch));
}
