/** What the whole screen depends on, as signals: who is signed in, what changed, the network, what waits. */
import { computed, signal } from "../lib/signals.js";

/** @typedef {import("../sync/session.js").Session} Session */
/**
 * One school of this account, as it runs in this window: copy, outbox and files of its own. `host` "" is our own school;
 * `moved`: how often our server had told of news there when the copy was last brought up to date.
 * @typedef {{host: string, readonly name: string, session: Session, outbox: import("../sync/outbox.js").Outbox, uploads: import("../sync/uploads.js").Uploads, moved: number, stop: () => void}} Running
 */

export const session = signal(/** @type {Session | null} */ (null));
export const outbox = signal(/** @type {import("../sync/outbox.js").Outbox | null} */ (null));
export const vault = signal(/** @type {import("../sync/vault.js").Vault | null} */ (null));
/** What the product consists of, in the order of the bar; loaded with the first session. */
export const modules = signal(/** @type {any[]} */ ([]));
/** Counts up whenever the replica or the outbox changed; views read it to be drawn anew. */
export const version = signal(0);
export const online = signal(true);
/** The school that is shown. */
export const school = signal(/** @type {{name: string, host: string, founded: boolean} | null} */ (null));
/** Our own school, where the account is. */
export const ours = signal(/** @type {{name: string, host: string, founded: boolean} | null} */ (null));
/** The host of the one that is shown; "" if that is our own. */
export const shown = signal("");
/** The other schools of this account, in a steady order; empty for who has one school, and until they are restored. */
export const beside = signal(/** @type {Running[]} */ ([]));
export const toasts = signal(/** @type {{id: number, text: string, action?: string, run?: () => void}[]} */ ([]));

/** The queue of files, and how far it is. */
export const uploads = signal(/** @type {import("../sync/uploads.js").Uploads | null} */ (null));
export const uploading = signal({ files: 0, done: 0, failed: 0, size: 0, sent: 0, state: "" });

/** How many intents wait to be sent to a school that answers. */
export const waiting = computed(() => count((one) => !one.session.silent));
/** How many wait at all, also for a school that is silent. */
export const unsent = computed(() => count(() => true));

/** The session at our own school, whichever is shown: what belongs to the account and its devices goes by it. @returns {Session} */
export function atHome() {
  const found = shown.value ? beside.value.find((one) => one.host === "")?.session : session.value;
  return /** @type {Session} */ (found ?? session.value);
}

let last = 0;

/** @param {(one: Running) => boolean} counts */
function count(counts) {
  void version.value;
  return [outbox.value, ...beside.value.filter(counts).map((one) => one.outbox)].reduce((sum, box) => sum + (box?.waiting.length ?? 0), 0);
}

/** Say something for a moment, maybe with a way back. @param {string} text @param {{action?: string, run?: () => void}} [more] */
export function toast(text, more = {}) {
  const id = (last += 1);
  toasts.value = [...toasts.value.slice(-2), { id, text, ...more }];
  setTimeout(() => dismiss(id), 7000);
}

/** @param {number} id */
export function dismiss(id) {
  toasts.value = toasts.value.filter((one) => one.id !== id);
}
