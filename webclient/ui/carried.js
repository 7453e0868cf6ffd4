/**
 * Between what is asked on a screen and what is done lies the outbox. A screen calls something done once it was carried
 * out; until then it says that it waits. What was refused is told by the shell (`failures.js`), wherever it was asked.
 */
import { useEffect } from "../lib/hooks.js";
import { UNDO } from "../sync/outbox.js";
import { t } from "./locale.js";
import { beside, online, outbox, toast, version } from "./state.js";

/** @typedef {import("../sync/outbox.js").Outbox} Outbox */
/** @typedef {import("../sync/outbox.js").Intent} Intent */
/** `done`: what to say once it was carried out, "" for what the screen shows; `waits`: what to say where that takes long, "" where the screen does; `box`: where it goes, to the school that is shown if not said; `say`: how, if not as a toast. @typedef {{done: string, waits?: string | (() => string), box?: Outbox | null, say?: (text: string) => void}} Words */

/** How long (ms) one believes that it is about to be done. */
const PATIENCE = 5000;

/**
 * Wait until an intent was carried out: null; the error where it was refused; "waits" where there is no network, it takes
 * longer than `patience` (ms), or files go first; "gone" where somebody took it back or another tab carried it out.
 * @param {Outbox} box @param {Intent | null} intent null: its files are on their way @param {number} [patience] @returns {Promise<any>}
 */
export function settled(box, intent, patience = Infinity) {
  return intent ? watch(box, intent, (outcome) => outcome !== "sending", patience) : Promise.resolve("waits");
}

/** Whether what `settled` told is a refusal, not that it was done, here or in another tab, or that it waits. @param {any} outcome */
export function isRefusal(outcome) {
  return outcome !== null && !["waits", "gone"].includes(outcome);
}

/** @param {Outbox} box @param {Intent} intent @param {(outcome: any) => boolean} isEnough @param {number} [patience] @returns {Promise<any>} */
function watch(box, intent, isEnough, patience = Infinity) {
  return new Promise((resolve) => {
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let late;
    const end = (/** @type {any} */ outcome) => {
      clearTimeout(late);
      box.listeners.delete(look);
      resolve(outcome);
    };
    const look = () => {
      const outcome = outcomeOf(box, intent.id);
      if (isEnough(outcome)) end(outcome);
    };
    if (patience < Infinity) late = setTimeout(() => end("waits"), Math.max(0, intent.after - Date.now()) + patience);
    box.listeners.add(look);
    look();
  });
}

/** @param {Outbox} box @param {string} id */
function outcomeOf(box, id) {
  if (box.done.has(id)) return null;
  const failed = box.failed.find((one) => one.intent.id === id);
  const intent = box.waiting.find((one) => one.id === id);
  if (failed || !intent) return failed?.error ?? "gone";
  return box.running || intent.after > Date.now() ? "sending" : "waits";
}

/** Say that an intent was carried out once it was, and until then that it waits. @param {Outbox} box @param {Intent} intent @param {Words} words @returns {Promise<any>} as `settled`, but never "waits" */
export async function tellWhenDone(box, intent, { done, waits = t("carried-later"), say = toast }) {
  const soon = await settled(box, intent, PATIENCE);
  const late = soon === "waits" && (typeof waits === "function" ? waits() : waits);
  if (late) say(late);
  const outcome = soon === "waits" ? await watch(box, intent, (one) => !["sending", "waits"].includes(one)) : soon;
  if (outcome === null && done) say(done);
  return outcome;
}

/** Ask for something; resolves when it is safely kept, and says so when it was carried out. @param {string} type @param {any} data @param {Words} words @returns {Promise<Intent | null>} */
export async function carryOut(type, data, { box = outbox.value, ...words }) {
  const intent = (await box?.add(type, data)) ?? null;
  if (box && intent) void tellWhenDone(box, intent, words);
  return intent;
}

/**
 * Ask for what can't be undone afterwards: it waits a moment, in the outbox, for somebody to think again. `doing`: what is
 * about to happen; `boxes`: where it goes, if not to the school that is shown only. @param {string} type @param {any} data @param {{done: string, doing?: string, boxes?: Outbox[]}} words
 */
export async function carrySoon(type, data, { done, doing = t("carried-deleting"), boxes = outbox.value ? [outbox.value] : [] }) {
  const all = await Promise.all(boxes.map(async (box) => ({ box, intent: await box.add(type, data, Date.now() + UNDO) })));
  const undo = async () => {
    const dropped = await Promise.all(all.map(({ box, intent }) => box.drop(intent.id)));
    if (!dropped.every(Boolean)) toast(t("carried-too-late"));
  };
  toast(doing, { action: t("undo"), run: () => void undo() });
  const outcomes = Promise.all(all.map(({ box, intent }) => tellWhenDone(box, intent, { done: "" })));
  void outcomes.then((some) => some.every((one) => one === null) && toast(done));
}

/** What was asked for and is not done yet, at any school. @param {string} type @returns {any[]} its data */
export function going(type) {
  void version.value;
  const boxes = [outbox.value, ...beside.value.map((one) => one.outbox)];
  return boxes.flatMap((box) => (box?.waiting ?? []).filter((one) => one.type === type).map((one) => one.data));
}

/** Whether something of this kind waits and will not be done at once. @param {Outbox | null} box @param {(intent: Intent) => boolean} isMeant */
export function useStuck(box, isMeant) {
  void version.value;
  const due = (box?.waiting ?? []).filter(isMeant).map((one) => Math.max(one.time, one.after));
  const since = Math.min(...due);
  useEffect(() => {
    const left = since + PATIENCE - Date.now();
    if (!due.length || left <= 0) return;
    const timer = setTimeout(() => (version.value += 1), left);
    return () => clearTimeout(timer);
  }, [since]);
  return due.length > 0 && (!online.value || !box?.running || Date.now() >= since + PATIENCE);
}
