/**
 * What a notification says of an item, in the worker that shows it: no screen, no document. Only kinds that tell
 * (`sync/modules`) have a notice; what its reader does not want to hear has none.
 */
import { KINDS } from "../sync/modules/kinds.js";
import { filesOf, wordsOf } from "../ui/files.js";
import { albumsNotices } from "./albums/notices.js";
import { bookshelfNotices } from "./bookshelf/notices.js";
import { groupsNotices } from "./groups/notices.js";
import { calendarNotices } from "./calendar/notices.js";
import { lunchNotices } from "./lunch/notices.js";
import { messages, threads } from "./messages/model.js";
import { movingNotices } from "./moving/notices.js";
import { posts } from "./news/model.js";
import { fullName, isBoards, nameOf } from "./people/model.js";
import { signupsNotices } from "./signups/notices.js";
import { talksNotices } from "./talks/notices.js";

/** Texts stand as they are, or as a key with its values. @typedef {string | [string, Record<string, string>]} Words */
/** @typedef {{title: Words, text: Words, href: string, tag: string}} Notice */
/** @typedef {import("../sync/session.js").Session} Session */
/** @typedef {import("../sync/types.js").Item} Item */
/** What to say of an item of one kind; null: nothing. @typedef {(session: Session, item: Item) => Notice | null} Tell */

const LONGEST = 140;
/** @type {Record<string, Tell>} */
const NOTICES = {
  news: (session, item) => ({ title: isBoards(session, item.circle) ? ["board-notice", { title: String(item.body.title) }] : String(item.body.title), text: said(item.body), href: `/news/${item.body.post}`, tag: item.body.post }),
  alarm: (_, item) => ({ title: String(item.body.title), text: ["notice-urgent", {}], href: `/news/${item.body.post}`, tag: item.body.post }),
  reminder: (_, item) => ({ title: String(item.body.title), text: ["notice-reminder", {}], href: `/news/${item.body.post}`, tag: item.body.post }),
  message: ofMessage,
  complaint: (_, item) => ({ title: ["reports", {}], text: ["notice-report", {}], href: "/messages", tag: item.id }),
  absence: ofChild, noshow: ofChild, leave: ofChild, decision: ofChild, pickup: ofChild,
  ...calendarNotices, ...talksNotices, ...signupsNotices, ...lunchNotices, ...albumsNotices, ...groupsNotices, ...bookshelfNotices,
  ...movingNotices,
};

/** The notice of an item; null if there is nothing to tell. Of what one wrote oneself: what wakes, and claims that stand otherwise now. @param {Session} session @param {Item} item @returns {Notice | null} */
export function noticeOf(session, item) {
  const own = session.replica.seats().some((seat) => seat.id === item.head.seat);
  return own && !KINDS[item.kind]?.wakes && !KINDS[item.kind]?.claims ? null : (NOTICES[item.kind]?.(session, item) ?? null);
}

/** Whether what stands under this tag was read meanwhile, here or on another device. @param {Session} session @param {string} tag */
export function isRead(session, tag) {
  const thread = threads(session).find((one) => one.id === tag);
  return thread ? thread.unread === 0 : posts(session).some((post) => post.id === tag && post.read);
}

/** @param {Session} session @param {Item} item @returns {Notice | null} */
function ofMessage(session, item) {
  const thread = threads(session).find((one) => one.id === item.body.thread);
  if (!thread || thread.muted || thread.beside || !messages(session, thread.item).includes(item)) return null;
  const asks = thread.standing === "request";
  return { title: nameOf(session, item.head.seat) || ["notice-message", {}], text: asks ? ["notice-request", {}] : said(item.body), href: `/messages/${thread.id}`, tag: thread.id };
}

/** @param {Session} session @param {Item} item @returns {Notice | null} */
function ofChild(session, item) {
  const child = session.replica.ofKind("profile", item.circle)[0];
  if (item.kind === "noshow" && item.body.resolved) return { title: ["notice-found", { name: child?.body.first ?? "" }], text: "", href: "/absences", tag: item.id };
  const off = item.kind === "pickup" && !item.body.name;
  return { title: child ? fullName(/** @type {any} */ (child.body)) : ["absences", {}], text: [off ? "notice-pickup-off" : `notice-${item.kind}`, {}], href: "/absences", tag: item.id };
}

/** The text, else what the files are. @param {Record<string, any>} body @returns {Words} */
function said(body) {
  return short(body.text) || (wordsOf(filesOf(body)) ?? "");
}

/** @param {unknown} text */
function short(text) {
  const words = String(text ?? "").replace(/\s+/g, " ").trim();
  return words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words;
}
