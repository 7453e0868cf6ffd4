/** What is new of everything, newest first, each thing once: a post to two classes of one family is one thing. Pure over a session. */
import { absencesOf } from "../absences/model.js";
import { addDays, dayOf } from "../absences/days.js";
import { albums, isDraft } from "../albums/model.js";
import { shownThreads } from "../messages/blocking.js";
import { seatIn } from "../messages/model.js";
import { posts } from "../news/model.js";
import { circleAt } from "../people/kids.js";
import { groups, isBoards, ownChildren } from "../people/model.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../news/model.js").Post} Post */
/** @typedef {import("../messages/model.js").Thread} Thread */
/** @typedef {import("../albums/model.js").Album} Album */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("../../ui/schools.js").Source} Source */
/** @typedef {import("../people/kids.js").Kid} Kid */
/** `children`: circles of the own children it is about. @typedef {{id: string, at: number, children: string[], post?: Post, thread?: Thread, absence?: Item, album?: Album}} Entry */

/** @param {Session} session @param {number} [now] @returns {Entry[]} */
export function feed(session, now = Date.now()) {
  const own = ownChildren(session);
  const all = own.map((child) => child.circle);
  const found = [
    ...posts(session).map((post) => ({ id: post.id, at: post.pinned ? now : post.time, children: aboutPost(session, post.circles, own), post })),
    ...shownThreads(session).filter((thread) => thread.standing === "open" && !thread.beside && thread.unread > 0).map((thread) => ({ id: thread.id, at: thread.at, children: aboutThread(session, thread, all), thread })),
    ...all.flatMap((child) => current(session, child, dayOf(now)).map((absence) => ({ id: absence.id, at: absence.head.time, children: [child], absence }))),
    ...published(session).map((album) => ({ id: album.id, at: album.published, children: aboutPost(session, album.items.map((item) => item.circle), own), album })),
  ];
  return found.sort((a, b) => b.at - a.at);
}

/** The same of all schools; what the board said to several of them once. @param {Source[]} sources @returns {(Entry & {of: Source})[]} */
export function feeds(sources) {
  const seen = new Set(/** @type {string[]} */ ([]));
  const isNew = (/** @type {Entry & {of: Source}} */ { post, of }) => !post || !isBoards(of.here, post.circles[0]) || (!seen.has(post.id) && seen.add(post.id));
  return sources.flatMap((of) => feed(of.here).map((entry) => ({ ...entry, of }))).filter(isNew).sort((a, b) => b.at - a.at);
}

/** Whether an entry is about a child, or about no child in particular at a school of it. @param {Entry & {of: Source}} entry @param {Kid | null} kid */
export function concerns(entry, kid) {
  const child = kid && circleAt(kid, entry.of);
  return child === null || (child !== "" && (!entry.children.length || entry.children.includes(child)));
}

/** @param {Session} session @param {string[]} circles @param {ReturnType<typeof ownChildren>} own */
function aboutPost(session, circles, own) {
  const { school } = session.replica.trust.charter;
  const everybody = circles.some((circle) => circle === school || isBoards(session, circle));
  const names = new Set(groups(session).filter((group) => circles.includes(group.group)).map((group) => group.name));
  return own.filter((child) => everybody || circles.includes(child.circle) || child.groups.some((/** @type {string} */ name) => names.has(name))).map((child) => child.circle);
}

/** The albums that were published, and of which this person sees a photo. @param {Session} session */
function published(session) {
  const filled = new Set(session.replica.ofKind("photo").filter((item) => !isDraft(item)).map((item) => item.body.album));
  return albums(session).filter((one) => one.published > 0 && filled.has(one.id));
}

/** The child a thread names, or that of the own place in it. @param {Session} session @param {Thread} thread @param {string[]} all */
function aboutThread(session, { item }, all) {
  const named = item.body.about ? [item.body.about] : (seatIn(session, item)?.circles ?? []);
  return all.filter((child) => named.includes(child));
}

/** What was said of today or later, and of the day before. @param {Session} session @param {string} child @param {string} day */
function current(session, child, day) {
  return absencesOf(session, child).filter(({ body }) => !body.until || body.until >= addDays(day, -1));
}
