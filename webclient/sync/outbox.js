/**
 * Writing without a network: what a person wrote waits here, sealed under the self key, and is posted in order as
 * soon as there is a connection, with its own id and the time of writing, so that nothing is doubled.
 */
import { openAead, sealAead } from "../crypto/aead.js";
import { b64 } from "../crypto/encoding.js";
import { fresh } from "../crypto/random.js";
import { Problem, Unreachable } from "./http.js";

/** What to carry out, not before `after` (ms). @typedef {{id: string, type: string, data: any, time: number, after: number}} Intent */
/** A carrier may give `{follow: {type, data, after}}`: what is to be carried out after it. */
/** @typedef {(session: import("./session.js").Session, intent: Intent) => Promise<unknown>} Carry */

/** The longest time (ms) that browsers' timers know. */
const LONGEST = 2 ** 31 - 1;
const AAD = new TextEncoder().encode("kring1.outbox");

export class Outbox {
  /** @param {import("./session.js").Session} session @param {Record<string, Carry>} carriers what each type of intent does */
  constructor(session, carriers) {
    this.session = session;
    this.carriers = carriers;
    /** @type {Intent[]} */ this.waiting = [];
    /** @type {{intent: Intent, error: any}[]} */ this.failed = [];
    this.running = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */ this.timer = undefined;
    /** @type {Set<() => void>} */ this.listeners = new Set();
  }

  /** Load what waited when the browser was closed. */
  async load() {
    const kept = await this.session.vault.all("outbox");
    this.waiting = kept.map((sealed) => this.open(sealed)).sort((a, b) => a.time - b.time);
    this.tell();
  }

  /** Queue an intent and try to carry it out; resolves when it is safely kept. @param {string} type @param {any} data @param {number} [after] ms, not before then */
  async add(type, data, after = 0) {
    const intent = await this.keep(type, data, after);
    void this.flush();
    return intent;
  }

  /** @param {string} type @param {any} data @param {number} after @returns {Promise<Intent>} */
  async keep(type, data, after) {
    const intent = { id: b64(fresh(16)), type, data, time: Date.now(), after };
    const plain = new TextEncoder().encode(JSON.stringify(intent));
    await this.session.vault.put("outbox", intent.id, sealAead(this.session.identity.selfKey, plain, AAD));
    this.waiting.push(intent);
    this.tell();
    return intent;
  }

  /** Carry out what waits and is due, in order, until the network is gone. */
  async flush() {
    if (this.running) return;
    this.running = true;
    try {
      for (let next = this.due(); next && (await this.carry(next)); ) next = this.due();
    } finally {
      this.running = false;
      this.wait();
      this.tell();
    }
  }

  /** The first that need not wait any longer. @returns {Intent | undefined} */
  due() {
    return this.waiting.find((intent) => !(intent.after > Date.now()));
  }

  /** Look again when the next one is due. */
  wait() {
    clearTimeout(this.timer);
    const later = this.waiting.filter((intent) => intent.after > Date.now()).map((intent) => intent.after);
    if (later.length) this.timer = setTimeout(() => void this.flush(), Math.min(...later, Date.now() + LONGEST) - Date.now());
  }

  /** Somebody signs out: carry out now what only waits for its moment, and nothing more after that. */
  async finish() {
    for (const intent of this.waiting) intent.after = 0;
    await this.flush();
    clearTimeout(this.timer);
    this.waiting = [];
  }

  /** @param {Intent} intent @returns {Promise<boolean>} false if it must wait */
  async carry(intent) {
    try {
      const done = /** @type {any} */ (await this.carriers[intent.type](this.session, intent));
      if (done?.follow) await this.keep(done.follow.type, done.follow.data, done.follow.after);
    } catch (error) {
      if (error instanceof Unreachable || (error instanceof Problem && error.status >= 500)) return false;
      if (error instanceof Problem && (error.status === 401 || error.status === 429)) return false;
      this.failed.push({ intent, error });
    }
    this.waiting = this.waiting.filter((one) => one !== intent);
    await this.session.vault.remove("outbox", intent.id);
    this.tell();
    return true;
  }

  /** @param {Uint8Array} sealed @returns {Intent} */
  open(sealed) {
    return JSON.parse(new TextDecoder().decode(openAead(this.session.identity.selfKey, sealed, AAD)));
  }

  tell() {
    for (const listener of this.listeners) listener();
  }
}
