/**
 * All schools of this account side by side: one is shown, the others run beside it, each with a copy, an outbox and files of
 * its own. Those beside are filled after the first screen, and brought up to date when our own school says that something
 * moved there. Invariant: what was written for a school goes to that school, whichever is shown.
 */
import { batch } from "../../lib/signals.js";
import { resume } from "../../sync/account.js";
import { choose, learnSchools, leaveSchool, resumeAway, schools } from "../../sync/away.js";
import { evict } from "../../sync/blobs.js";
import { speakTo, Unreachable } from "../../sync/http.js";
import { Outbox } from "../../sync/outbox.js";
import { Uploads } from "../../sync/uploads.js";
import { t } from "../../ui/locale.js";
import { openedAt } from "../../ui/opened.js";
import { keepReaching } from "../../ui/reach.js";
import { go } from "../../ui/router.js";
import { beside, online, ours, outbox, school, session, shown, toast, uploading, uploads, vault, version } from "../../ui/state.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/vault.js").Vault} Vault */
/** @typedef {import("../../ui/state.js").Running} Running */
/** What all modules do. @typedef {{CARRIERS: any, TOP_UPS: any[], isUnasked: (intent: import("../../sync/outbox.js").Intent) => boolean}} Modules */

/** How soon (ms) after the first screen the others are filled. */
const SOON = 300;
/** How often (ms) one looks whether something waits for a school that did not answer, and how often at all. */
const AGAIN = 15_000;
const ROUND = 180_000;
/** How often (ms) who has one school asks whether there is another by now, where our school is linked to any. */
const SELDOM = 600_000;
/** How long (ms) who signs out waits for what is being sent: then this browser is wiped all the same. */
const GOODBYE = 10_000;

/** By host, "" is our own. @type {Map<string, Running>} */
const running = new Map();
const timers = { soon: 0, again: 0, looked: 0, asked: 0 };
let isOpen = false;
let looking = Promise.resolve();
let filling = Promise.resolve();
/** What is asked of a linked school: one sync after the other, at most one more waits. `told`: of how many moves. @type {WeakMap<Running, {told: number, count: number, last: Promise<void>}>} */
const lines = new WeakMap();
/** @type {Modules} */
let all;

/** Let the school that is shown first run. @param {Session} started @param {{host: string, name: string}} which @param {Modules} modules */
export async function begin(started, which, modules) {
  all = modules;
  isOpen = true;
  show(await run(started, which));
  timers.soon = self.setTimeout(openOthers, SOON);
  timers.again = self.setInterval(again, AGAIN);
  history.replaceState({ ...history.state, school: shown.value }, "");
  addEventListener("popstate", comeBack);
  addEventListener("visibilitychange", hurry);
}

/** The app is put away, maybe for good: nothing waits any more for somebody to think again. */
function hurry() {
  if (document.visibilityState === "hidden") for (const one of running.values()) void one.outbox.hurry();
}

/** What our own live socket says: its news, and that something moved elsewhere. */
export const ears = {
  /** Bring every copy up to date, and then send what waits for its school. */
  sync: async () => {
    await syncOwn();
    await look(true);
  },
  /** @param {import("../../sync/types.js").Frame} frame */
  take: async (frame) => {
    await running.get("")?.session.take(frame);
    if (frame.sync) await look();
  },
};

/** The session at our own school; null until it is filled. @returns {Session | null} */
export function ownSession() {
  return running.get("")?.session ?? null;
}

/** All of them, our own first. @returns {Running[]} */
export function everySchool() {
  return [...running.values()].sort((a, b) => (a.host < b.host ? -1 : 1));
}

/** Show a school at one of its addresses; "" is our own. @param {string} host @param {string} [address] @param {{replace?: boolean}} [how] */
export async function showSchool(host, address = "/", how = {}) {
  if (!running.has(host)) await allRunning();
  const one = running.get(host) ?? running.get("");
  if (one) batch(() => (show(one), go(one.host === host ? address : "/", how)));
}

/** Whoever goes back comes to the school that was shown there. @param {PopStateEvent} event */
function comeBack({ state }) {
  const one = running.get(state?.school);
  if (one && one.host !== shown.value) show(one);
}

/** No school runs any more: somebody signs out. What only waits for its moment is carried out. */
export async function stop() {
  isOpen = false;
  clearTimeout(timers.soon);
  clearInterval(timers.again);
  timers.asked = 0;
  removeEventListener("popstate", comeBack);
  removeEventListener("visibilitychange", hurry);
  for (const one of running.values()) one.stop();
  const finished = Promise.allSettled([looking, filling, ...[...running.values()].map((one) => one.outbox.finish())]);
  await Promise.race([finished, new Promise((resolve) => setTimeout(resolve, GOODBYE))]);
  await Promise.all([...running.values()].map((one) => one.session.end())); // else it writes into what is wiped now
  running.clear();
}

/** Nobody is signed in any more. */
export function clear() {
  batch(() => ((session.value = outbox.value = uploads.value = null), (beside.value = []), (shown.value = "")));
  school.value = ours.value;
}

/** @param {Running} one */
function show(one) {
  speakTo(one.host);
  choose(one.host);
  batch(() => {
    session.value = one.session;
    outbox.value = one.outbox;
    uploads.value = one.uploads;
    uploading.value = one.uploads.progress();
    shown.value = one.host;
    school.value = one.host ? { name: one.name, host: one.host, founded: true } : (ours.value ?? school.value);
    placeOthers();
    version.value += 1;
  });
}

function placeOthers() {
  const others = everySchool().filter((one) => one.host !== shown.value);
  if (others.length === beside.value.length && others.every((one, at) => one === beside.value[at])) return;
  beside.value = others;
  version.value += 1;
}

/** @param {Session} started @param {{host: string, name: string}} which @returns {Promise<Running>} */
async function run(started, { host, name }) {
  const box = new Outbox(started, all.CARRIERS, { isUnasked: all.isUnasked });
  const changed = () => (version.value += 1);
  started.onChange(changed);
  box.listeners.add(changed);
  await box.load();
  const queue = new Uploads(started, box);
  queue.listeners.add(() => uploads.value === queue && (uploading.value = queue.progress()));
  await queue.load();
  started.onAway = (files) => (openedAt(started).forget(files), evict(files, started.wire));
  const stopReaching = keepReaching(started, () => online.value && !started.silent && !box.due(), all.TOP_UPS);
  const stop = () => (stopReaching(), queue.stop(), box.stop(), started.listeners.clear());
  const one = { host, session: started, outbox: box, uploads: queue, moved: -1, stop, get name() { return host ? name : (ours.value?.name ?? t("school-own")); } };
  running.set(host, one);
  return one;
}

/** Fill what is beside the one that is shown, from this browser, and then from the network. */
async function openOthers() {
  await allRunning();
  if (!beside.value.length || !online.value) return;
  await ears.sync().catch(() => undefined);
}

/** Until every school that this browser knows of runs, with its copy as it was kept. */
export function allRunning() {
  return fill(openOwn).then(() => fill(openLinked));
}

/** One after the other, so that no school runs twice. @param {() => Promise<void>} open */
function fill(open) {
  filling = filling.then(open).catch(() => undefined);
  return filling;
}

async function openOwn() {
  const [here, own] = [session.value, /** @type {Vault} */ (vault.value)];
  const kept = running.has("") ? null : await own.recall();
  if (kept && here && isOpen) await run(await resume(own, kept, here.identity.seed), { host: "", name: "" });
}

/** Let every linked school run that this browser knows, and those no more that it forgot. */
async function openLinked() {
  const [here, own] = [session.value, /** @type {Vault} */ (vault.value)];
  const known = await schools(own);
  for (const one of known) if (here && isOpen && !running.has(one.host)) await run(await resumeAway(one, here.identity, here), one);
  for (const one of [...running.values()]) if (one.host && !known.some(({ host }) => host === one.host)) close(one);
  placeOthers();
}

/** Our own copy, and then what waits for our school; also where the copy can't be brought up to date: what was said is not held back, and what is stale is refused and built again. */
async function syncOwn() {
  const own = running.get("");
  if (!own) return;
  const trouble = await own.session.sync().then(() => null, (error) => error);
  if (!(trouble instanceof Unreachable)) flush(own);
  if (trouble) throw trouble;
}

/** One look after the other. @param {boolean} [wholly] bring every copy up to date, whether something moved there or not */
function look(wholly = false) {
  looking = looking.then(() => lookNow(wholly)).catch(() => undefined);
  return looking;
}

/** @param {boolean} wholly */
async function lookNow(wholly) {
  const own = running.get("");
  if (!online.value || !isOpen) return;
  timers.looked = Date.now();
  const asks = own && (running.size > 1 || (own.session.replica.trust.peers.size > 0 && Date.now() - timers.asked > SELDOM));
  if (asks) timers.asked = Date.now();
  const moved = asks ? await learnSchools(own.session, /** @type {Vault} */ (vault.value)) : new Map();
  if (asks) await fill(openLinked);
  for (const one of running.values()) if (one.host && (wholly || !asks || one.moved !== moved.get(one.host))) refresh(one, moved.get(one.host));
}

/** Bring a linked school up to date, after what is asked of it already. @param {Running} one @param {number} [told] how often something moved there */
function refresh(one, told) {
  const line = lines.get(one) ?? { told: one.moved, count: 0, last: Promise.resolve() };
  lines.set(one, line);
  line.told = told ?? line.told;
  if (line.count > 1) return;
  line.count += 1;
  line.last = line.last.then(() => refreshNow(one, line.told)).catch(() => undefined).then(() => void (line.count -= 1));
}

/** Fetch what is new there, send what waits for it; forget it where this person has no place any more. @param {Running} one @param {number} moved */
async function refreshNow(one, moved) {
  const before = one.session.synced;
  const reached = await one.session.sync().then(() => true, () => false);
  if (!reached || running.get(one.host) !== one) return;
  one.moved = moved;
  if (isOver(one.session)) return leaveOne(one, before > 0);
  flush(one);
}

/** Send what waits for a school whose copy was just brought up to date. @param {Running} one */
function flush(one) {
  void one.outbox.flush();
  void one.uploads.flush();
}

/** What did not answer, or never was up to date, is asked again, and all of them now and then. */
function again() {
  if (!online.value) return;
  const own = running.get("");
  if (own && !own.outbox.running && (!own.session.heard || own.outbox.due())) void syncOwn().catch(() => undefined);
  if (Date.now() - timers.looked > ROUND) void look(true);
  else for (const one of running.values()) if (one.host && (one.session.silent || !one.session.synced || one.outbox.due()) && !lines.get(one)?.count) refresh(one);
}

/** Whether every place of this person at a school has ended. @param {Session} there */
function isOver(there) {
  const now = Date.now();
  return there.replica.seats().every((seat) => (seat.ended && now >= seat.ended) || (seat.ends && now >= seat.ends));
}

/** The places there have ended: nothing of it stays on this device. @param {Running} one @param {boolean} loud say so: this device had something of it */
async function leaveOne(one, loud) {
  close(one);
  await one.session.end();
  await leaveSchool(/** @type {Vault} */ (vault.value), one.host, one.moved);
  if (loud) toast(t("two-left", { school: one.name }));
}

/** After a school that was shown is gone. */
function showOwn() {
  const own = running.get("");
  if (own) batch(() => (show(own), go("/", { replace: true })));
  else location.assign((choose(""), "/"));
}

/** @param {Running} one */
function close(one) {
  one.stop();
  running.delete(one.host);
  if (shown.value === one.host) showOwn();
  placeOthers();
}
