/**
 * The worker that is woken by a push: it opens what came with the keys this browser keeps, and shows the real words. It
 * has a scope of its own, in which there is no page, so the app starts without it.
 */
import { Identity } from "./crypto/identity.js";
import { ready } from "./crypto/random.js";
import { isRead, noticeOf } from "./modules/notices.js";
import { Session } from "./sync/session.js";
import { Vault } from "./sync/vault.js";
import { loadWords, tIn } from "./ui/words.js";

/** @typedef {import("./modules/notices.js").Notice} Notice */
/** @typedef {import("./modules/notices.js").Words} Words */
/** @typedef {import("./sync/types.js").Frame} Frame */
/** @typedef {import("./sync/types.js").Item} Item */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const MOST = 3;
const ICON = "/icons/kring-192.png";
/** Says that there is something, and no more. @type {Notice} */
const NEUTRAL = { title: ["notice-neutral", {}], text: "", href: "/", tag: "kring" };

worker.addEventListener("install", () => void worker.skipWaiting());
worker.addEventListener("push", (event) => event.waitUntil(tell(frameOf(event.data))));
worker.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(show(event.notification.data.href));
});

/** @param {PushMessageData | null} data @returns {Frame} */
function frameOf(data) {
  try {
    return { records: [], seats: [], sync: 0, ...data?.json() };
  } catch {
    return { records: [], seats: [], sync: 1 };
  }
}

/** Open what came and say it; where that can't be done, that there is something. @param {Frame} frame */
async function tell(frame) {
  await ready();
  const vault = await Vault.open();
  const language = (await vault.get("self", "language")) ?? "nl";
  await loadWords(language);
  const neutral = (await vault.get("self", "notices"))?.neutral;
  const found = await opened(vault, frame).catch(() => [NEUTRAL]);
  for (const notice of neutral ? [NEUTRAL] : found.slice(0, MOST)) await notify(notice, language);
  if (!found.length && !neutral) await passOver(language);
  vault.database.close();
}

/** @param {Vault} vault @param {Frame} frame @returns {Promise<Notice[]>} */
async function opened(vault, frame) {
  const self = await vault.recall();
  if (!self?.seed) return [NEUTRAL]; // nobody is signed in, or the app has a lock
  const session = new Session(new Identity(self.seed), self, vault);
  await session.restore();
  const changed = /** @type {Item[]} */ ([]);
  session.onChange((items) => changed.push(...items));
  const told = () => {
    const named = [...session.replica.items.values()].filter((item) => frame.records.some((one) => one.circle === item.circle && one.place === item.place));
    return named.length ? named : changed;
  };
  const notices = () => told().map((item) => noticeOf(session, item)).filter((one) => one !== null);
  if (frame.records.every((one) => isProven(session, one))) await session.take(frame);
  if (!notices().length) await session.sync(); // what it belongs to may not be here yet: a thread, an author's proof
  await closeRead(session);
  return told().length ? notices() : [NEUTRAL];
}

/** What was read on another device need not stand here any more. @param {Session} session */
async function closeRead(session) {
  for (const one of await worker.registration.getNotifications()) if (isRead(session, one.tag)) one.close();
}

/** Whether the author is known already: what a push carries has no room for proofs. @param {Session} session @param {import("./sync/types.js").RecordAt} entry */
function isProven(session, entry) {
  const seat = entry.record ? JSON.parse(entry.record.head).seat : "";
  return Boolean(session.replica.trust.seats.get(seat)?.person);
}

/** @param {Notice} notice @param {string} language @param {boolean} [silent] */
async function notify({ title, text, href, tag }, language, silent = false) {
  const said = (/** @type {Words} */ words) => (typeof words === "string" ? words : tIn(language, ...words));
  await worker.registration.showNotification(said(title), { body: said(text), tag, icon: ICON, badge: ICON, lang: language, silent, data: { href } });
}

/** What is not wanted is passed over; a browser demands that something was shown. @param {string} language */
async function passOver(language) {
  await notify(NEUTRAL, language, true);
  for (const one of await worker.registration.getNotifications({ tag: NEUTRAL.tag })) one.close();
}

/** Go to what was told, in a window that is open or a new one. @param {string} href */
async function show(href) {
  const [open] = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (!open) return void (await worker.clients.openWindow(href));
  open.postMessage({ open: href });
  await open.focus();
}
