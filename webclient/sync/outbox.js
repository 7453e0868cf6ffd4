/**
 * Writing without a network: what a person wrote waits here, sealed under the self key, and is posted in order as soon
 * as there is a connection, with its own id and the time of writing, so that nothing is doubled. What was refused for good
 * is kept as well, with its reason, until somebody tries it again or lets go of it. Of several open tabs one carries out.
 */
import { openAead, sealAead } from "../crypto/aead.js";
import { b64 } from "../crypto/encoding.js";
import { fresh } from "../crypto/random.js";
import { Problem, Unreachable } from "./http.js";
import { inTurn } from "./turns.js";

/** What to carry out, not before `after` (ms). @typedef {{id: string, type: string, data: any, time: number, after: number}} Intent */
/** What was refused, and why, as far as it outlasts a reload. @typedef {{intent: Intent, error: {code: string, facts: Record<string, any>}}} Failed */
/** A carrier may give `{follow: {type, data, after}}`: what is to be carried out after it. */
/** @typedef {(session: import("./session.js").Session, intent: Intent) => Promise<unknown>} Carry */
/** Who of several tabs carries out; `isUnasked`: nobody asked for it, so nobody is told that it was refused. @typedef {{locks?: Pick<LockManager, "request"> | null, isUnasked?: (intent: Intent) => boolean}} Outside */

/** How long (ms) there is a way back from what can't be undone afterwards: it waits here meanwhile. */
export const UNDO = 6000;
/** How soon (ms) one tries again what is due, and how often what breaks the server before it counts as refused. */
const [AGAIN, TRIES] = [15_000, 5];
/** How long (ms) another tab may carry out before this one does so as well: ids are fixed, so nothing is doubled. */
const TURN = 30_000;
/** The longest time (ms) that browsers' timers know. */
const LONGEST = 2 ** 31 - 1;
const AAD = new TextEncoder().encode("kring1.outbox");
const LOCK = "kring.outbox";

export class Outbox {
  /** @param {import("./session.js").Session} session @param {Record<string, Carry>} carriers what each type of intent does @param {Outside} [outside] */
  constructor(session, carriers, { locks = globalThis.navigator?.locks ?? null, isUnasked = () => false } = {}) {
    this.session = session;
    this.carriers = carriers;
    this.locks = locks;
    this.isUnasked = isUnasked;
    this.lock = session.wire?.host ? `${LOCK} ${session.wire.host}` : LOCK;
    /** @type {Intent[]} */ this.waiting = [];
    /** @type {Failed[]} */ this.failed = [];
    /** What was carried out here, by id. @type {Set<string>} */ this.done = new Set();
    /** What is no more, by id; the vault may not have heard yet. @type {Set<string>} */ this.gone = new Set();
    /** How often an intent broke the server. @type {Map<string, number>} */ this.broke = new Map();
    /** @type {Promise<void> | null} */ this.flushing = null;
    /** The one that is being carried out. */
    this.current = "";
    this.stopped = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */ this.timer = undefined;
    /** @type {Set<() => void>} */ this.listeners = new Set();
  }

  /** Whether something is being carried out. */
  get running() {
    return this.flushing !== null;
  }

  /** Load what waited when the browser was closed, and what was refused; also what another tab put in or carried out. */
  async load() {
    const before = new Map([...this.waiting, ...this.failed.map((one) => one.intent)].map((intent) => [intent.id, intent]));
    const kept = (await this.session.vault.all("outbox")).map((sealed) => this.open(sealed)).filter((one) => !this.gone.has(one.intent.id));
    const known = new Set(kept.map((one) => one.intent.id));
    const added = (/** @type {Intent} */ intent) => !before.has(intent.id) && !known.has(intent.id);
    this.waiting = [...kept.filter((one) => !one.error).map(({ intent }) => before.get(intent.id) ?? intent), ...this.waiting.filter(added)].sort((a, b) => a.time - b.time);
    this.failed = [...kept.filter((one) => one.error), ...this.failed.filter(({ intent }) => added(intent))];
    this.tell();
  }

  /** Queue an intent and try to carry it out; resolves when it is safely kept. @param {string} type @param {any} data @param {number} [after] ms, not before then */
  async add(type, data, after = 0) {
    const intent = await this.keep({ id: b64(fresh(16)), type, data, time: Date.now(), after });
    void this.flush();
    return intent;
  }

  /** @param {Intent} intent @returns {Promise<Intent>} */
  async keep(intent) {
    await this.session.vault.put("outbox", intent.id, this.seal(intent));
    if (!this.waiting.some((one) => one.id === intent.id)) this.waiting.push(intent);
    this.tell();
    return intent;
  }

  /** Take back what waits; false if it is too late. @param {string} id */
  async drop(id) {
    const intent = this.waiting.find((one) => one.id === id);
    if (!intent || this.current === id) return false;
    await this.forget(intent);
    return true;
  }

  /** Try once more what was refused, as if it was asked for now: with the same ids in it. @param {Intent} intent */
  async again(intent) {
    const next = await this.keep({ ...intent, id: b64(fresh(16)), time: Date.now(), after: 0 });
    await this.forget(intent);
    void this.flush();
    return next;
  }

  /** Let go of what was refused. @param {Intent} intent */
  letGo(intent) {
    return this.forget(intent);
  }

  /** Carry out what waits and is due, in order, until the network is gone. @returns {Promise<void>} */
  flush() {
    this.flushing ??= this.run();
    return this.flushing;
  }

  async run() {
    try {
      for (let goesOn = true; goesOn; ) goesOn = !(await inTurn(this.locks, this.lock, TURN, () => this.carryAll())) && this.due() !== undefined;
    } catch {
      // a vault that is closed, as at sign-out: all of it waits
    } finally {
      this.flushing = null; // in the same breath as the last look, so that nothing is added in between and left lying
      this.wait();
      this.tell();
    }
  }

  /** Carry out what is due, also what another tab left. @returns {Promise<boolean>} whether something of it must wait */
  async carryAll() {
    await this.load();
    for (let next = this.due(); next; next = this.due()) if (!(await this.carry(next))) return true;
    return false;
  }

  /** The first that need not wait any longer. @returns {Intent | undefined} */
  due() {
    return this.waiting.find((intent) => !(intent.after > Date.now()));
  }

  /** Look again when the next one is due, or soon for what is due and could not be sent. */
  wait() {
    clearTimeout(this.timer);
    if (!this.waiting.length || this.stopped) return;
    const next = Math.min(...this.waiting.map((intent) => Math.max(intent.after, this.due() ? Date.now() + AGAIN : 0)));
    this.timer = setTimeout(() => void this.flush(), Math.min(next - Date.now(), LONGEST));
  }

  /** The app is put away: what only waits for somebody to think again goes now. */
  hurry() {
    for (const intent of this.waiting) if (intent.after <= Date.now() + UNDO) intent.after = 0;
    return this.flush();
  }

  /** Somebody signs out: carry out now what only waits for its moment, and nothing more after that. */
  async finish() {
    this.stop();
    await this.flushing;
    await this.load().catch(() => undefined); // a vault that another tab closed: there is nothing to carry out any more
    for (const intent of this.waiting) intent.after = 0;
    await this.flush();
    this.waiting = [];
  }

  /** Look for nothing any more. */
  stop() {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /** @param {Intent} intent @returns {Promise<boolean>} false if it must wait */
  async carry(intent) {
    this.current = intent.id;
    try {
      if (!(await this.session.vault.get("outbox", intent.id))) return this.lose(intent);
      const done = /** @type {any} */ (await this.carriers[intent.type](this.session, intent));
      if (done?.follow) await this.keep({ id: b64(fresh(16)), time: Date.now(), ...done.follow });
      this.done.add(intent.id);
      await this.forget(intent);
    } catch (error) {
      if (this.mustWait(intent, error)) return false;
      await this.refuse(intent, error);
    } finally {
      this.current = "";
    }
    return true;
  }

  /** Another tab dropped it, or carried it out. @param {Intent} intent */
  lose({ id }) {
    this.waiting = this.waiting.filter((one) => one.id !== id);
    this.tell();
    return true;
  }

  /** Whether it may go well later by itself; what breaks the server again and again does not stand in the way for ever. @param {Intent} intent @param {any} error */
  mustWait({ id }, error) {
    if (error instanceof Unreachable) return true;
    if (!(error instanceof Problem) || (error.status < 500 && error.status !== 401 && error.status !== 429)) return false;
    if (error.status === 500) this.broke.set(id, (this.broke.get(id) ?? 0) + 1);
    return (this.broke.get(id) ?? 0) < TRIES;
  }

  /** @param {Intent} intent @param {any} error */
  async refuse(intent, error) {
    if (this.isUnasked(intent)) return this.forget(intent);
    const why = { code: error?.code ?? "unknown", facts: error?.facts ?? {} };
    await this.session.vault.put("outbox", intent.id, this.seal(intent, why));
    this.waiting = this.waiting.filter((one) => one.id !== intent.id);
    this.failed = [...this.failed, { intent, error: why }];
    this.tell();
  }

  /** @param {Intent} intent */
  async forget({ id }) {
    this.gone.add(id);
    this.waiting = this.waiting.filter((one) => one.id !== id);
    this.failed = this.failed.filter((one) => one.intent.id !== id);
    await this.session.vault.remove("outbox", id);
    this.tell();
  }

  /** @param {Intent} intent @param {Failed["error"]} [error] @returns {Uint8Array} */
  seal(intent, error) {
    return sealAead(this.session.identity.selfKey, new TextEncoder().encode(JSON.stringify({ ...intent, error })), AAD);
  }

  /** @param {Uint8Array} sealed @returns {Failed} */
  open(sealed) {
    const { error, ...intent } = JSON.parse(new TextDecoder().decode(openAead(this.session.identity.selfKey, sealed, AAD)));
    return { intent, error };
  }

  tell() {
    for (const listener of this.listeners) listener();
  }
}
