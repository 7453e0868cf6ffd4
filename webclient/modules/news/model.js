/** News: records to what is shown, and what people do with it. The same bodies as `sync/modules/news.py` describes. */
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { filesOf } from "../../ui/files.js";
import { groups, isBoards } from "../people/model.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {{title: string, text: string, pinned?: boolean, confirm?: boolean, urgent?: boolean, expires?: number, files?: Part[]}} Draft */
/** @typedef {import("../../sync/blobs.js").Part} Part */
/** @typedef {{id: string, title: string, text: string, time: number, changed: number, pinned: boolean, confirm: boolean,
 *   expires: number, files: Part[], held: boolean, seat: string, own: boolean, read: boolean, confirmed: boolean, circles: string[], items: Item[]}} Post */

/** The posts this person may read now: pinned first, then newest; one of each, whatever its circles. @param {Session} session @param {number} [now] @returns {Post[]} */
export function posts(session, now = Date.now()) {
  const own = session.own();
  const receipts = new Map(session.replica.ofKind("receipt").filter((item) => own.has(item.head.seat)).map((item) => [item.body.post, item]));
  /** @type {Map<string, Item[]>} */
  const found = new Map();
  for (const item of session.replica.ofKind("news")) found.set(item.body.post, [...(found.get(item.body.post) ?? []), item]);
  const mute = session.seat() === null; // who only speaks for the board leaves no receipts
  const shown = [...found.values()].map((items) => ({ ...post(items, own, receipts.get(items[0].body.post), now), ...(mute ? { read: true } : {}) }));
  return shown.filter((one) => !one.expires || one.expires > now || one.own)
    .sort((a, b) => Number(b.pinned) - Number(a.pinned) || b.time - a.time);
}

/** How many posts nobody read here; what the board said to several schools counts once. @param {Session} session @param {Session[]} before schools that were counted already */
export function countUnread(session, before) {
  const counted = new Set(before.flatMap((one) => posts(one).filter((post) => isBoards(one, post.circles[0])).map((post) => post.id)));
  return posts(session).filter((post) => !post.read && !counted.has(post.id)).length;
}

/** @param {Item[]} items @param {Set<string>} own @param {Item | undefined} receipt @param {number} now @returns {Post} */
function post(items, own, receipt, now) {
  const { body, head } = items[0];
  const isOwn = own.has(head.seat);
  return {
    id: body.post, title: String(body.title ?? ""), text: String(body.text ?? ""), time: body.published ?? head.time,
    changed: body.changed ?? 0, pinned: Boolean(body.pinned), confirm: Boolean(body.confirm), expires: body.expires ?? 0, files: filesOf(body),
    held: isOwn && head.time > now, seat: head.seat, own: isOwn, read: isOwn || Boolean(receipt),
    confirmed: Boolean(receipt?.body.confirmed), circles: items.map((item) => item.circle), items,
  };
}

/** Where this person may post: the school, groups, children. @param {Session} session */
export function audiences(session) {
  const { school } = session.replica.trust.charter;
  const office = session.seat({ role: "office" });
  const may = (/** @type {string} */ circle) => session.seat({ circle }) !== null;
  return {
    school: office ? school : "",
    groups: groups(session).filter((group) => may(group.group)),
    children: pupils(session, groups(session).filter((group) => may(group.group)).map((group) => group.group)),
  };
}

/** How many people and families a post would reach. @param {Session} session @param {string[]} circles */
export function reach(session, circles) {
  const families = pupils(session, circles);
  return { families: families.length, people: new Set(families.flatMap((pupil) => pupil.guardians.map((one) => one.seat))).size };
}

/** The pupils that circles (school, groups, children) reach, as the register knows them. @param {Session} session @param {string[]} circles
 * @returns {{child: string, first: string, particle: string, last: string, guardians: {seat: string, name: string, relation: string}[]}[]} */
export function pupils(session, circles) {
  const wanted = new Set(circles);
  const registers = new Set(session.replica.trust.groups.filter((act) => wanted.has(act.group)).map((act) => act.register));
  const everyone = wanted.has(session.replica.trust.charter.school);
  const found = session.replica.ofKind("pupil").filter((item) => everyone || registers.has(item.circle) || wanted.has(item.body.child));
  return [...new Map(found.map((item) => [item.body.child, /** @type {any} */ (item.body)])).values()];
}

/** By child: its guardians and what they opened. @param {Session} session @param {Post} one */
export function overview(session, one) {
  const seats = session.replica.trust.seats;
  const persons = new Map(session.replica.ofKind("receipt").filter((item) => item.body.post === one.id)
    .map((item) => [seats.get(item.head.seat)?.person, item]));
  return pupils(session, one.circles).map((pupil) => {
    const guardians = pupil.guardians.map((guardian) => {
      const seat = seats.get(guardian.seat);
      const receipt = seat?.person ? persons.get(seat.person) : undefined;
      return { ...guardian, joined: Boolean(seat?.person), read: Boolean(receipt), confirmed: Boolean(receipt?.body.confirmed) };
    });
    const done = guardians.some((guardian) => (one.confirm ? guardian.confirmed : guardian.read));
    return { ...pupil, guardians, done };
  });
}

/** What the outbox carries out; every id was made when the person wrote. @type {Record<string, import("../../sync/outbox.js").Carry>} */
export const carriers = {
  "news.post": (session, { data }) => carryPost(session, data),
  "news.change": (session, { data }) => withOwn(session, data.post, (batch, item) => amend(batch, item, data.fields), data.first),
  "news.delete": (session, { data }) => withOwn(session, data.post, (batch, item) => batch.delete(item)),
  "news.read": (session, { data }) => carryRead(session, data),
  "news.remind": (session, { data }) => carryReminder(session, data),
};

/** The intent of a new post; its files are uploaded for the first of the circles. @param {string[]} circles @param {Draft} draft @param {number} held ms, 0 = now */
export function newPost(circles, draft, held) {
  return { post: b64(fresh(16)), targets: circles.map((circle) => ({ circle, id: b64(fresh(16)), alarm: b64(fresh(16)) })), draft, held, written: Date.now() };
}

/** @param {Session} session @param {ReturnType<typeof newPost>} data */
async function carryPost(session, data) {
  const circles = data.targets.map((target) => target.circle);
  const seat = session.seat({ circle: circles[0] });
  if (!seat) throw new Error("not-a-writer");
  const team = session.replica.trust.groups.find((act) => seat.circles.includes(act.team) || (circles.length === 1 && act.group === circles[0]))?.team;
  const receipts = team ?? session.replica.trust.charter.office;
  const body = { post: data.post, ...data.draft, receipts: circles.some((circle) => isBoards(session, circle)) ? "" : receipts, published: data.held || data.written };
  const missing = data.targets.filter((target) => !session.replica.items.has(target.id));
  await session.write(seat, circles, (batch) => {
    for (const target of missing) {
      batch.record(target.circle, "news", body, { id: target.id, time: data.held || data.written });
      if (data.draft.urgent) batch.record(target.circle, "alarm", { post: data.post, title: data.draft.title }, { id: target.alarm });
    }
  });
}

/** Change a record of a post; what nobody has seen yet keeps its hour, and was not changed for anybody. @param {import("../../sync/batch.js").Batch} batch @param {Item} item @param {Record<string, any>} fields */
export function amend(batch, item, fields) {
  const held = item.head.time > batch.now;
  batch.record(item.circle, "news", { ...item.body, ...fields, ...(held ? {} : { changed: batch.now }) }, { replaces: item, ...(held ? { time: item.head.time } : {}) });
}

/** Write each of a post's records, that of the circle `first` first: new files were uploaded for it. @param {Session} session @param {string} id @param {(batch: import("../../sync/batch.js").Batch, item: Item) => void} act @param {string} [first] */
export async function withOwn(session, id, act, first = "") {
  const one = posts(session).find((post) => post.id === id);
  const seat = one && session.replica.trust.seats.get(one.seat);
  if (!one || !seat) return;
  await session.write(seat, one.circles, (batch) => {
    const items = posts(session).find((post) => post.id === id)?.items ?? [];
    for (const item of [...items].sort((a, b) => Number(b.circle === first) - Number(a.circle === first))) act(batch, item);
  });
}

/** @param {Session} session @param {{post: string, id: string, confirmed: boolean, time: number}} data */
async function carryRead(session, data) {
  const one = posts(session).find((post) => post.id === data.post);
  const seat = session.seat();
  if (!one || !seat || one.own || (one.read && (one.confirmed || !data.confirmed))) return;
  const own = session.own();
  await session.write(seat, [], (batch) => {
    const before = session.replica.ofKind("receipt").find((item) => own.has(item.head.seat) && item.body.post === data.post) ?? null;
    const body = { post: data.post, opened: before?.body.opened ?? data.time, ...(data.confirmed ? { confirmed: data.time } : {}) };
    batch.letter("receipt", body, isBoards(session, one.items[0].circle) ? [] : [one.items[0].body.receipts], { id: data.id, replaces: before });
  });
}

/** @param {Session} session @param {{post: string, id: string}} data */
async function carryReminder(session, data) {
  const one = posts(session).find((post) => post.id === data.post);
  const seat = one && session.replica.trust.seats.get(one.seat);
  if (!one || !seat) return;
  const missing = overview(session, one).filter((family) => !family.done).flatMap((family) => family.guardians)
    .filter((guardian) => session.replica.circles.has(guardian.seat)).map((guardian) => guardian.seat);
  if (missing.length) await session.write(seat, [], (batch) => batch.letter("reminder", { post: one.id, title: one.title }, missing, { id: data.id }));
}
