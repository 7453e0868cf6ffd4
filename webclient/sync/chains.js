/**
 * One circle as a copy knows it: its chain of links, its log of places and tips. The same as `sync/chains.py`.
 *
 * A log only grows, entry by entry from a tip that is known; what is served as older must lead up to that tip, hash
 * by hash. Who serves another story than before is refused.
 */
import { nextTip, NO_TIP } from "../crypto/statement.js";
import { Refused } from "./errors.js";

/** @typedef {import("./types.js").Head} Head */
/** @typedef {import("../crypto/circle.js").Epoch} Epoch */

/** `tips` maps log places to tips as far back as they are known; `entries` holds hashes of links older than that. */
export class Circle {
  /** @param {string} id @param {string} [kind] */
  constructor(id, kind = "") {
    this.id = id;
    this.kind = kind;
    /** @type {{hash: string, head: Head}[]} */ this.links = [];
    /** @type {Map<number, Record<string, string>>} */ this.grants = new Map();
    /** @type {Map<number, string>} */ this.history = new Map();
    /** @type {Map<number, Epoch>} */ this.epochs = new Map();
    /** @type {Map<number, string>} */ this.tips = new Map();
    /** @type {Map<number, string>} */ this.entries = new Map();
    this.place = 0;
    this.reads = false;
    this.before = 0;
  }

  /** The head of the newest link. */
  get head() {
    return this.links[this.links.length - 1].head;
  }

  /** The hash of the newest link. */
  get hash() {
    return this.links[this.links.length - 1].hash;
  }

  /** The newest link head of an epoch; throws Refused `unproven`. @param {number} epoch @returns {Head} */
  headOf(epoch) {
    for (let at = this.links.length - 1; at >= 0; at--) if (this.links[at].head.epoch === epoch) return this.links[at].head;
    throw new Refused("unproven", { circle: this.id });
  }

  /** Whether a record of `epoch` at `place` comes after that epoch was closed. @param {number} epoch @param {number} place */
  isClosed(epoch, place) {
    return this.links.some(({ head }) => head.epoch > epoch && head.closed.length > 0 && place > head.closed[0]);
  }

  /** Start to read the log at a place; throws Refused if it is read already and this would skip a part. @param {import("./types.js").Joined} joined */
  join(joined) {
    if (this.reads && this.place && joined.place > this.place) throw new Refused("gap", { circle: this.id });
    if ((this.tips.get(joined.place) ?? joined.tip) !== joined.tip) throw new Refused("forked", { circle: this.id });
    this.reads = true;
    if (joined.place < this.place) return;
    this.place = joined.place;
    this.before = joined.before;
    this.tips.set(joined.place, joined.tip);
  }

  /** Take the entry (its hash) at a place of the log; throws Refused `gap`, `forked`. @param {number} place @param {string} entry */
  advance(place, entry) {
    if (!this.reads) return;
    if (place > this.place + 1) throw new Refused("gap", { circle: this.id });
    if (place === this.place + 1) {
      this.tips.set(place, nextTip(this.tips.get(this.place) ?? NO_TIP, entry));
      this.place = place;
      return;
    }
    const before = place === 1 ? NO_TIP : this.tips.get(place - 1);
    const tip = this.tips.get(place);
    if (tip && before && nextTip(before, entry) !== tip) throw new Refused("forked", { circle: this.id });
    if (!this.entries.has(place)) this.entries.set(place, entry);
  }

  /** Take older entries: with the links known, they must lead from `past.tip` up to the oldest tip known. @param {import("./types.js").Past} past */
  leadUp(past) {
    const entries = new Map([...this.entries, ...past.records.map((record) => /** @type {[number, string]} */ ([record.place, record.hash]))]);
    const oldest = Math.min(...past.records.map((record) => record.place));
    const known = Math.min(...this.tips.keys());
    const tips = new Map([[oldest - 1, past.tip]]);
    for (let place = oldest; place <= known; place++) {
      const entry = entries.get(place);
      if (entry === undefined) throw new Refused("gap", { circle: this.id });
      tips.set(place, nextTip(/** @type {string} */ (tips.get(place - 1)), entry));
    }
    if (tips.get(known) !== this.tips.get(known)) throw new Refused("forked", { circle: this.id });
    for (const [place, tip] of tips) this.tips.set(place, tip);
  }
}

/** The body of a record as its author wrote it; throws Refused `malformed` for what is no object. @param {Uint8Array} data @returns {Record<string, any>} */
export function readBody(data) {
  try {
    const body = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(data));
    if (typeof body === "object" && body !== null && !Array.isArray(body)) return body;
  } catch {
    throw new Refused("malformed");
  }
  throw new Refused("malformed");
}

/** Whether something is missing before a live record: places of its log, or the circle itself; letters need none. @param {Circle | undefined} circle @param {import("./types.js").RecordAt} entry */
export function isAhead(circle, entry) {
  if (!circle?.links.length) return entry.record !== null && !entry.record.boxes?.length;
  return circle.reads && entry.place > circle.place + 1;
}
