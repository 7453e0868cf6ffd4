/**
 * One person's copy of the school: verified, opened, and never rolled back. The same as `sync/replica.py`.
 *
 * `apply` believes nothing a server sends: links continue their chain with an author who may, records are signed by
 * proven seats with the right to write them, logs continue the tip this copy knows. What fails is left out and
 * noted in `alarms`; a log that contradicts itself throws Refused("forked").
 */
import { checkLink as checkLinkSignature, linkHash, openGrant, openHistory } from "../crypto/circle.js";
import { unb64 } from "../crypto/encoding.js";
import { checkRecord, letterKey, openCopy, openRecord, recordHash } from "../crypto/envelope.js";
import { LINK, readHead, RECORD } from "../crypto/heads.js";
import { Circle, isAhead, readBody } from "./chains.js";
import { leave, recount, restate } from "./claims.js";
import { checkLink, NESTS, nearLife } from "./circles.js";
import { Refused } from "./errors.js";
import { KINDS } from "./modules/index.js";
import { checkRight } from "./policy.js";
import { emptied, marked } from "./withholding.js";

/** @typedef {import("./types.js").Head} Head */
/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("../crypto/circle.js").Epoch} Epoch */

export class Replica {
  /** @param {import("../crypto/identity.js").Identity} identity @param {string} person @param {import("./trust.js").Trust} trust */
  constructor(identity, person, trust) {
    this.identity = identity;
    this.person = person;
    this.trust = trust;
    /** @type {Map<string, Circle>} */ this.circles = new Map();
    /** @type {Map<string, Item>} */ this.items = new Map();
    /** How what can be had stands, by the record that offers it. @type {Map<string, import("./types.js").OfferAt>} */ this.offers = new Map();
    /** @type {{code: string, where: string}[]} */ this.alarms = [];
    /** @type {import("./types.js").RecordAt[]} */ this.waiting = [];
    /** Places whose ciphertext a newer revision replaced; whoever keeps ciphertext drops it. @type {import("./types.js").RecordAt[]} */ this.replaced = [];
    /** The revisions that what was taken away had. @type {Map<string, number>} */ this.floors = new Map();
    /** Files of what was taken away; whoever keeps bytes drops them. @type {string[]} */ this.away = [];
    /** @type {Set<string>} */ this.gone = new Set();
    /** @type {Map<string, number>} */ this.settled = new Map();
    this.cursor = "";
  }

  /** Take a page; returns the items that are new or changed. @param {import("./types.js").Page} page @returns {Item[]} */
  apply(page) {
    this.trust.extend(page.acts);
    this.trust.admit(page.seats);
    for (const circle of page.left) this.purge(circle);
    for (const joined of page.joined) this.known(joined.circle).join(joined);
    const waited = this.waiting;
    this.waiting = [];
    const changed = this.entries(page.links, [...waited, ...page.records], !page.done);
    changed.push(...restate(this.offers, page.offers ?? []).flatMap((record) => this.items.get(record) ?? []));
    this.cursor = page.cursor;
    if (page.done) this.settle();
    return changed;
  }

  /** Take a live frame; null if something is missing before it. @param {import("./types.js").Frame} frame @returns {Item[] | null} */
  take(frame) {
    this.trust.admit(frame.seats);
    const gap = frame.records.some((entry) => isAhead(this.circles.get(entry.circle), entry));
    recount(this.offers, frame.counts ?? []);
    return gap ? null : this.entries([], frame.records);
  }

  /** Take older records of a circle, newest first. @param {string} circle @param {import("./types.js").Past} past @returns {Item[]} */
  prepend(circle, past) {
    this.trust.admit(past.seats);
    const known = this.known(circle);
    if (past.records.length) known.leadUp(past);
    known.before = past.before;
    return this.tryAll(past.records);
  }

  /** An epoch's keys if this person can open it. @param {string} id @param {number} number @returns {Epoch | null} */
  epoch(id, number) {
    const circle = this.circles.get(id);
    if (!circle) return null;
    const known = circle.epochs.get(number);
    if (known) return known;
    const found = this.granted(circle, number) ?? this.remembered(circle, number);
    if (found && found.public !== circle.headOf(number).box) throw new Refused("swapped-key", { circle: id });
    if (found) circle.epochs.set(number, found);
    return found;
  }

  /** The items of a kind, of one circle or of all. @param {string} kind @param {string} [circle] @returns {Item[]} */
  ofKind(kind, circle = "") {
    return [...this.items.values()].filter((item) => item.kind === kind && (!circle || item.circle === circle));
  }

  /** Forget the letters that are over at `now` (ms), whatever the server does. @param {number} now */
  expire(now) {
    this.forget((item) => item.head.letter.until > 0 && item.head.letter.until <= now);
  }

  /** Whether this person still reads an item's circle or, of a letter, one of those it was sealed to. @param {Item} item */
  reaches(item) {
    return [item.circle, ...item.refs.map((ref) => ref.slice(2))].some((id) => this.circles.get(id)?.reads);
  }

  /** Drop what was taken back, given to others, or is over; its ciphertext as well. @param {(item: Item) => boolean} which */
  forget(which) {
    for (const item of [...this.items.values()].filter(which)) {
      this.items.delete(item.id);
      this.replaced.push({ circle: item.circle, place: item.place, hash: item.hash, record: null });
    }
  }

  /** The person's own seats. */
  seats() {
    return [...this.trust.seats.values()].filter((seat) => seat.person === this.person);
  }

  /** Note who has left and where the logs stand: from here on nobody of them writes, whatever day they claim. */
  settle() {
    this.gone = new Set([...this.trust.seats.values()].filter((seat) => seat.ended).map((seat) => seat.id));
    this.settled = new Map([...this.circles.values()].filter((circle) => circle.reads).map((circle) => [circle.id, circle.place]));
  }

  /** Whether somebody who had left before wrote this. @param {string} seat @param {string} circle @param {number} place */
  isLate(seat, circle, place) {
    return this.gone.has(seat) && place > (this.settled.get(circle) ?? place);
  }

  /** The circle of an id, new if need be. @param {string} id @param {string} [kind] @returns {Circle} */
  known(id, kind = "") {
    const circle = this.circles.get(id) ?? new Circle(id, kind);
    this.circles.set(id, circle);
    return circle;
  }

  /** @param {string} circle */
  purge(circle) {
    this.circles.delete(circle);
    leave(this.offers, circle);
    this.forget((item) => !this.reaches(item));
  }

  /**
   * Links first (records need their epochs), then the logs in order of place. `more`: another page follows at once,
   * and may bring the keys that are missing yet.
   * @param {import("./types.js").LinkAt[]} links @param {import("./types.js").RecordAt[]} records @param {boolean} [more]
   */
  entries(links, records, more = false) {
    /** @type {{circle: string, place: number, hash: string}[]} */
    const log = records.map(({ circle, place, hash }) => ({ circle, place, hash }));
    const ordered = links.map((entry) => ({ entry, head: readHead(entry.link.head, LINK) }));
    ordered.sort((a, b) => a.head.n - b.head.n || a.entry.place - b.entry.place);
    for (const { entry, head } of ordered)
      log.push({ circle: entry.circle, place: entry.place, hash: this.addLink(entry, head) });
    log.sort((a, b) => a.place - b.place);
    for (const one of log) this.circles.get(one.circle)?.advance(one.place, one.hash);
    const away = emptied(this.items, this.floors, records, this.circles);
    if (away.size) this.forget((item) => away.has(item));
    for (const item of away) this.away.push(...item.head.blobs);
    return this.tryAll(records, more);
  }

  /** @param {import("./types.js").LinkAt} entry @param {Head} head @returns {string} */
  addLink(entry, head) {
    const hash = linkHash(entry.link.head);
    const circle = this.known(entry.circle, head.kind);
    circle.kind = head.kind;
    if (head.n > circle.links.length) {
      this.checkLink(circle, entry, head, hash);
      circle.links.push({ hash, head });
    } else if (circle.links[head.n - 1].hash !== hash) throw new Refused("forked", { circle: circle.id });
    circle.grants.set(head.epoch, { ...circle.grants.get(head.epoch), ...entry.link.grants });
    if (entry.link.history) circle.history.set(head.epoch, entry.link.history);
    return hash;
  }

  /** @param {Circle} circle @param {import("./types.js").LinkAt} entry @param {Head} head @param {string} hash */
  checkLink(circle, entry, head, hash) {
    if ((head.circle || hash) !== circle.id) throw new Refused("bad-link", { circle: circle.id });
    const author = head.seat ? this.trust.seat(head.seat) : null;
    const key = head.author === "invitation" ? unb64(this.trust.seat(circle.id).invited) : author ? author.sign : this.trust.root;
    checkLinkSignature(key, entry.link);
    if (author && this.isLate(author.id, circle.id, entry.place)) throw new Refused("backdated", { circle: circle.id });
    checkLink(head, circle.links[circle.links.length - 1] ?? null, author, nearLife(author, head.time));
  }

  /** @param {Circle} circle @param {number} number @returns {Epoch | null} */
  granted(circle, number) {
    const expected = circle.headOf(number).box;
    for (const [ref, sealed] of Object.entries(circle.grants.get(number) ?? {})) {
      const boxes = ref === `p:${this.person}` ? [this.identity.box] : this.boxes(ref.slice(2));
      for (const box of boxes) {
        try {
          return openGrant(box, sealed, expected);
        } catch (error) {
          if (/** @type {{code?: string}} */ (error).code === "tampered") throw new Refused("swapped-key", { circle: circle.id });
        }
      }
    }
    return null;
  }

  /** @param {string} id @returns {Generator<import("../crypto/identity.js").BoxKey>} */
  *boxes(id) {
    for (const { head } of [...(this.circles.get(id)?.links ?? [])].reverse()) {
      const epoch = this.epoch(id, head.epoch);
      if (epoch) yield epoch.box;
    }
  }

  /** @param {Circle} circle @param {number} number @returns {Epoch | null} */
  remembered(circle, number) {
    const sealed = circle.history.get(number + 1);
    const later = sealed ? this.epoch(circle.id, number + 1) : null;
    return sealed && later ? openHistory(later, sealed, circle.id, number + 1) : null;
  }

  /** @param {import("./types.js").RecordAt[]} records @param {boolean} [more] @returns {Item[]} */
  tryAll(records, more = false) {
    const changed = [];
    for (const entry of records) {
      try {
        const circle = this.circles.get(entry.circle);
        if (circle?.reads && !circle.tips.has(entry.place)) continue; // older than what leads up to a known tip
        const item = entry.record && this.takeRecord(entry, entry.record);
        if (item) changed.push(item);
      } catch (error) {
        const code = /** @type {{code?: string}} */ (error).code ?? "malformed";
        if (more && code === "wrong-key") this.waiting.push(entry);
        else this.alarms.push({ code, where: `${entry.circle}/${entry.place}` });
      }
    }
    return changed;
  }

  /** @param {import("./types.js").RecordAt} entry @param {import("./types.js").SealedRecord} record @returns {Item | null} */
  takeRecord(entry, record) {
    const head = readHead(record.head, RECORD);
    checkRecord(this.trust.seat(head.seat).sign, record);
    const hash = recordHash(record);
    if (hash !== entry.hash || head.circle !== entry.circle) throw new Refused("forked", { circle: entry.circle });
    const known = this.items.get(head.id);
    const again = marked(known, entry, hash);
    if (again) this.items.set(again.id, again);
    if (again) return again;
    if (head.revision < Math.max(this.floors.get(head.id) ?? 0, known ? known.head.revision + 1 : 0)) return null;
    this.checkRecord(entry, head, known ?? null);
    const refs = record.boxes.map((box) => box[0]);
    const item = { id: head.id, circle: entry.circle, place: entry.place, hash, head, kind: head.kind, body: this.open(record, head), refs, letter: refs.length ? record : null, withheld: entry.withheld ?? [] };
    if (known) this.replaced.push({ circle: known.circle, place: known.place, hash: known.hash, record: null });
    if (head.kind === "gone") this.items.delete(head.id);
    else this.items.set(head.id, item);
    this.compareSeen(head);
    return item;
  }

  /** @param {import("./types.js").RecordAt} entry @param {Head} head @param {Item | null} known */
  checkRecord(entry, head, known) {
    const seat = this.trust.seat(head.seat);
    const link = this.linkFor(entry, head);
    if (!seat.alive(head.time) || NESTS.includes(link.kind)) throw new Refused("not-a-writer");
    const first = known && { author: known.head.author, circle: known.circle, kind: known.kind, revision: known.head.revision, hash: known.hash };
    if (first && head.revision === first.revision + 1 && head.replaces !== first.hash) throw new Refused("stale-revision");
    if (first && (first.circle !== head.circle || (head.kind !== "gone" && head.kind !== first.kind))) throw new Refused("wrong-author");
    if (head.kind !== "gone" || first) checkRight(head, link, entry.circle, seat, first, KINDS);
  }

  /** @param {import("./types.js").RecordAt} entry @param {Head} head @returns {Head} */
  linkFor(entry, head) {
    const circle = this.circles.get(entry.circle);
    if (circle?.links.length) {
      const late = this.isLate(head.seat, circle.id, entry.place);
      if (late || circle.isClosed(head.epoch, entry.place)) throw new Refused("backdated", { circle: circle.id });
      return circle.headOf(head.epoch);
    }
    if (head.circle === head.seat && "key" in head.letter) return { kind: "seat", managers: [], writers: ["self"] };
    throw new Refused("unproven", { circle: entry.circle });
  }

  /** @param {import("./types.js").SealedRecord} record @param {Head} head @returns {Record<string, any>} */
  open(record, head) {
    if (head.kind === "gone") return {};
    const data = "key" in head.letter ? this.openLetter(record) : this.openRecord(record, head);
    return readBody(data);
  }

  /** @param {import("./types.js").SealedRecord} record @param {Head} head */
  openRecord(record, head) {
    const epoch = this.epoch(head.circle, head.epoch);
    if (!epoch) throw new Refused("wrong-key", { circle: head.circle });
    return openRecord(epoch.content, record);
  }

  /** @param {import("./types.js").SealedRecord} record */
  openLetter(record) {
    return openCopy(this.letterKey(record), record);
  }

  /** The key of a letter that reached this person; throws Refused `wrong-key`. @param {import("./types.js").SealedRecord} record */
  letterKey(record) {
    for (const [ref, number] of record.boxes) {
      const epoch = this.epoch(ref.slice(2), number);
      if (epoch) return letterKey(epoch.box, ref, record);
    }
    throw new Refused("wrong-key");
  }

  /** @param {Head} head */
  compareSeen(head) {
    const circle = this.circles.get(head.circle);
    if (!head.seen.length || !circle?.reads) return;
    const [place, tip] = head.seen;
    if (place > circle.place || (circle.tips.get(place) ?? tip) !== tip) throw new Refused("forked", { circle: circle.id });
  }
}
