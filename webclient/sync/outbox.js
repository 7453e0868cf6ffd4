/**
 * Writing without a network: what a person wrote waits here, sealed under the self key, and is posted in order as
 * soon as there is a connection, with its own id and the time of writing, so that nothing is doubled.
 */
import { openAead, sealAead } from "../crypto/aead.js";
import { b64 } from "../crypto/encoding.js";
import { fresh } from "../crypto/random.js";
import { Problem, Unreachable } from "./http.js";

/** @typedef {{id: string, type: string, data: any, time: number}} Intent */
/** @typedef {(session: import("./session.js").Session, intent: Intent) => Promise<unknown>} Carry */

const AAD = new TextEncoder().encode("kring1.outbox");

export class Outbox {
  /** @param {import("./session.js").Session} session @param {Record<string, Carry>} carriers what each type of intent does */
  constructor(session, carriers) {
    this.session = session;
    this.carriers = carriers;
    /** @type {Intent[]} */ this.waiting = [];
    /** @type {{intent: Intent, error: any}[]} */ this.failed = [];
    this.running = false;
    /** @type {Set<() => void>} */ this.listeners = new Set();
  }

  /** Load what waited when the browser was closed. */
  async load() {
    const kept = await this.session.vault.all("outbox");
    this.waiting = kept.map((sealed) => this.open(sealed)).sort((a, b) => a.time - b.time);
    this.tell();
  }

  /** Queue an intent and try to carry it out; resolves when it is safely kept. @param {string} type @param {any} data */
  async add(type, data) {
    const intent = { id: b64(fresh(16)), type, data, time: Date.now() };
    const plain = new TextEncoder().encode(JSON.stringify(intent));
    await this.session.vault.put("outbox", intent.id, sealAead(this.session.identity.selfKey, plain, AAD));
    this.waiting.push(intent);
    this.tell();
    void this.flush();
    return intent;
  }

  /** Carry out what waits, in order, until the network is gone. */
  async flush() {
    if (this.running) return;
    this.running = true;
    try {
      while (this.waiting.length && (await this.carry(this.waiting[0])));
    } finally {
      this.running = false;
      this.tell();
    }
  }

  /** @param {Intent} intent @returns {Promise<boolean>} false if it must wait */
  async carry(intent) {
    try {
      await this.carriers[intent.type](this.session, intent);
    } catch (error) {
      if (error instanceof Unreachable || (error instanceof Problem && error.status >= 500)) return false;
      if (error instanceof Problem && (error.status === 401 || error.status === 429)) return false;
      this.failed.push({ intent, error });
    }
    this.waiting.shift();
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
