/**
 * The worker that is woken by a push: it opens what came with the keys this browser keeps, and shows the real words. It
 * has a scope of its own, in which there is no page, so the app starts without it.
 */
import { Identity } from "./crypto/identity.js";
import { ready } from "./crypto/random.js";
import { isRead, noticeOf } from "./modules/notices.js";
import { addressAt, learnSchools, resumeAway, schools } from "./sync/away.js";
import { Session } from "./sync/session.js";
import { Vault } from "./sync/vault.js";
import { inTurn, takeOff } from "./ui/lockscreen.js";
import { loadWords, tIn } from "./ui/words.js";

/** @typedef {import("./modules/notices.js").Notice} Notice */
/** @typedef {import("./modules/notices.js").Words} Words */
/** @typedef {import("./sync/types.js").Frame} Frame */
/** @typedef {import("./sync/types.js").Item} Item */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const MOST = 3;
const ICON = "/icons/kring-192.png";
/** @typedef {import("./sync/away.js").School} School a linked one; null: our own */

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

/** Says that there is something, and no more. @param {School | null} school @returns {Notice} */
function neutralOf(school) {
  return { title: school ? ["tell-neutral", { school: school.name }] : ["notice-neutral", {}], text: "", href: "/", tag: school ? `kring ${school.host}` : "kring" };
}

/** Open what came and say it; where that can't be done, that there is something. @param {Frame} frame */
async function tell(frame) {
  await ready();
  const vault = await Vault.open();
  const language = (await vault.get("self", "language")) ?? "nl";
  await loadWords(language);
  const school = frame.away ? await schoolAt(vault, frame.away).catch(() => null) : null;
  const neutral = (await vault.get("self", "notices"))?.neutral;
  const found = await opened(vault, frame, school).catch(() => (frame.clears ? [] : [neutralOf(school)]));
  const several = (await schools(vault)).length > 0;
  for (const notice of neutral && found.length ? [neutralOf(school)] : found.slice(0, MOST)) await notify(at(school, several, notice), language, school);
  if (!found.length) await passOver(language);
  vault.database.close();
}

/** A notice with an address that says of which school it is, for who reads at several. @param {School | null} school @param {boolean} several @param {Notice} notice @returns {Notice} */
function at(school, several, notice) {
  return several ? { ...notice, href: addressAt(school?.host ?? "", notice.href) } : notice;
}

/** A linked school where this account reads; a device that does not know it yet asks our own. @param {Vault} vault @param {string} host @returns {Promise<School | null>} */
async function schoolAt(vault, host) {
  const find = async () => (await schools(vault)).find((one) => one.host === host) ?? null;
  const [known, self] = [await find(), await vault.recall()];
  if (known || !self?.seed) return known;
  const session = new Session(new Identity(self.seed), self, vault);
  await session.restore();
  await session.sync();
  await learnSchools(session, vault);
  return find();
}

/** @param {Vault} vault @param {Frame} frame @param {School | null} school @returns {Promise<Notice[]>} */
async function opened(vault, frame, school) {
  const self = await vault.recall();
  if (!self?.seed || (frame.away && !school)) return frame.clears ? [] : [neutralOf(school)]; // nobody is signed in, or the app has a lock
  const identity = new Identity(self.seed);
  const session = school ? await resumeAway(school, identity, self) : new Session(identity, self, vault);
  try {
    if (!school) await session.restore();
    return await noticesOf(session, frame) ?? [neutralOf(school)];
  } finally {
    if (school) session.vault.database.close();
  }
}

/** What there is to say; null where what came is not found. @param {Session} session @param {Frame} frame @returns {Promise<Notice[] | null>} */
async function noticesOf(session, frame) {
  const isFirst = session.replica.cursor === ""; // all is new to this device: then only what came is
  const changed = /** @type {Item[]} */ ([]);
  session.onChange((items) => changed.push(...items));
  const told = () => {
    const named = [...session.replica.items.values()].filter((item) => frame.records.some((one) => one.circle === item.circle && one.place === item.place));
    return named.length || isFirst ? named : changed;
  };
  const notices = () => told().map((item) => noticeOf(session, item)).filter((one) => one !== null);
  if (frame.records.every((one) => isProven(session, one))) await session.take(frame);
  if (!notices().length) await session.sync(); // what it belongs to may not be here yet: a thread, an author's proof
  await closeRead(session);
  return told().length || frame.clears ? notices() : null;
}

/** What was read on another device need not stand here any more. @param {Session} session */
async function closeRead(session) {
  await takeOff(worker.registration, (tag) => isRead(session, tag));
}

/** Whether the author is known already: what a push carries has no room for proofs. @param {Session} session @param {import("./sync/types.js").RecordAt} entry */
function isProven(session, entry) {
  const seat = entry.record ? JSON.parse(entry.record.head).seat : "";
  return Boolean(session.replica.trust.seats.get(seat)?.person);
}

/** @param {Notice} notice @param {string} language @param {School | null} school */
function notify(notice, language, school) {
  return inTurn(() => draw(notice, language, school));
}

/** @param {Notice} notice @param {string} language @param {School | null} school @param {boolean} [silent] */
function draw({ title, text, href, tag }, language, school, silent = false) {
  const said = (/** @type {Words} */ words) => (typeof words === "string" ? words : tIn(language, ...words));
  const body = [tag.startsWith("kring") ? "" : school?.name, said(text)].filter(Boolean).join(" · ");
  return worker.registration.showNotification(said(title), { body, tag, icon: ICON, badge: ICON, lang: language, silent, data: { href } });
}

/** What is not wanted is passed over; a browser demands that something was shown. @param {string} language */
function passOver(language) {
  const nothing = { ...neutralOf(null), tag: "kring nothing" };
  return inTurn(async () => {
    await draw(nothing, language, null, true);
    for (const one of await worker.registration.getNotifications({ tag: nothing.tag })) one.close();
  });
}

/** Go to what was told, in a window that is open or a new one. @param {string} href */
async function show(href) {
  const [open] = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (!open) return void (await worker.clients.openWindow(href));
  open.postMessage({ open: href });
  await open.focus();
}
