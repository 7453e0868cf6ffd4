/**
 * Writing: acts, links and records composed into one batch that the server takes whole or not at all. Before a
 * record, every rotation that signed facts make due is put in front of it. The same as `sync/batch.py`, but for
 * reader lists: they are fetched before (`lists`), since asking takes time in a browser.
 */
import { Epoch, grant, linkHash, readersHash, sealHistory, signLink } from "../crypto/circle.js";
import { b64 } from "../crypto/encoding.js";
import { gone, recordHash, sealLetter, sealRecord } from "../crypto/envelope.js";
import { fresh } from "../crypto/random.js";
import { actHash, nextTip, signAct } from "../crypto/statement.js";
import { invitationMac } from "../crypto/token.js";
import { isDue, remaining, UNANSWERED } from "./circles.js";
import { Refused } from "./errors.js";
import { Circle } from "./chains.js";

/** @typedef {import("./types.js").Head} Head */
/** @typedef {import("./types.js").Reader} Reader */
/** @typedef {import("./types.js").Item} Item */
/** @typedef {{name: string, seat: string, signer: import("../crypto/identity.js").SigningKey}} Author */

export class Batch {
  /**
   * @param {import("./replica.js").Replica} replica @param {Author} author @param {number} now ms UTC
   * @param {Map<string, Reader[]>} [lists] newest reader lists of circles this author manages or writes
   */
  constructor(replica, author, now, lists = new Map()) {
    this.replica = replica;
    this.author = author;
    this.now = now;
    /** @type {import("./types.js").Entry[]} */ this.entries = [];
    /** @type {Map<string, Circle>} */ this.made = new Map();
    this.lists = new Map(lists);
    /** @type {Map<string, [number, string]>} */ this.logs = new Map();
    this.seats = new Map(replica.trust.seats);
    this.n = replica.trust.hashes.length;
    this.tip = replica.trust.tip;
  }

  /** Append an act; returns its hash. @param {string} kind @param {Record<string, any>} fields @param {(hash: string) => string} [mac] */
  act(kind, fields, mac) {
    const head = { author: this.author.name, kind, n: this.n, previous: this.tip, seat: this.author.seat, time: this.now, ...fields };
    const act = signAct(this.author.signer, head);
    const hash = actHash(act.head);
    this.n += 1;
    this.tip = nextTip(this.tip, hash);
    this.entries.push({ act, mac: mac ? mac(hash) : "" });
    return hash;
  }

  /** End a seat; whatever is freshened after this in the same batch is sealed to it no more. @param {string} id */
  end(id) {
    this.act("end", { seat_of: id });
    const seat = this.seats.get(id);
    if (seat) this.seats.set(id, seat.with({ ended: this.now }));
  }

  /** Make the seat of the letter that carries `token`; returns its id. @param {import("../crypto/token.js").Token} token */
  seat(token) {
    return this.startWith("seat", new Epoch(token.seatSeed), [], [], ["self"]);
  }

  /**
   * Invite to a seat made before: what it may act for, from when to when (ms, 0 = none), and until when the letter holds.
   * @param {import("../crypto/token.js").Token} token @param {string} seat @param {string} role @param {string[]} circles
   * @param {string} host @param {number} deadline @param {number} [starts] @param {number} [ends]
   */
  invite(token, seat, role, circles, host, deadline, starts = 0, ends = 0) {
    const fields = {
      circles: [...circles].sort(), deadline, from: starts, locator: token.locator, role, seat_of: seat,
      sign: b64(token.signing.public), until: ends,
    };
    this.act("invitation", fields, (hash) => invitationMac(token, this.replica.trust.root, hash, host));
  }

  /** Start a circle read by other circles; returns its id. @param {string} kind @param {string[]} readers @param {string[]} managers @param {string[]} writers */
  start(kind, readers, managers, writers) {
    return this.startWith(kind, new Epoch(fresh(32)), byRef(readers.map((circle) => this.reader(circle))), managers, writers);
  }

  /** Let more circles or seats read an open circle, until a time (ms; 0 = for good). @param {string} id @param {string[]} readers @param {number} [ends] */
  add(id, readers, ends = 0) {
    const before = this.readers(id);
    const known = new Set(before.map((reader) => reader.ref));
    const added = readers.filter((ref) => !known.has(`c:${ref}`)).map((ref) => this.reader(ref, ends));
    if (!added.length) return;
    const state = this.circle(id);
    this.link(state, "change", this.newestEpoch(state), byRef([...before, ...added]), added);
  }

  /**
   * Let circles or seats go and others come: one change with a new epoch and a closed log, or none. Who goes neither manages nor writes it any more.
   * @param {string} id @param {string[]} out @param {string[]} into @param {string[] | null} [writers] who writes from now on, if that changes
   */
  exchange(id, out, into, writers = null) {
    const gone = new Set(out.map((ref) => `c:${ref}`));
    const before = this.readers(id);
    const kept = before.filter((reader) => !gone.has(reader.ref)).map((reader) => this.refreshed(reader));
    const known = new Set(kept.map((reader) => reader.ref));
    const added = into.filter((ref) => !known.has(`c:${ref}`)).map((ref) => this.reader(ref));
    if (!added.length && kept.length === before.length) return;
    const lists = byRef([...kept, ...added]);
    const state = this.circle(id);
    const stay = (/** @type {string[]} */ refs) => refs.filter((ref) => !gone.has(`c:${ref}`));
    const rights = { managers: stay(state.head.managers), writers: writers ?? stay(state.head.writers) };
    this.link(state, "change", new Epoch(fresh(32)), lists, lists, rights);
  }

  /** Do the rotations that are due for this circle and for those nested in it, innermost first. @param {string} id */
  freshen(id) {
    if (!mayRotate(this.replica, this.author.seat, id) || this.made.has(id)) return;
    const readers = this.readers(id);
    for (const reader of readers) if (this.replica.circles.has(reader.ref.slice(2))) this.freshen(reader.ref.slice(2));
    if (!this.isDue(id)) return;
    const kept = remaining(readers, this.seats, this.now).map((reader) => this.refreshed(reader));
    this.link(this.circle(id), "rotate", new Epoch(fresh(32)), kept, kept);
  }

  /** Whether signed facts demand a rotation of this circle itself, whatever is due inside it. @param {string} id */
  isDue(id) {
    const readers = this.readers(id);
    const states = readers.map((reader) => this.state(reader.ref.slice(2))).filter((state) => state !== null);
    const newest = new Map(states.map((state) => [state.id, { hash: state.hash, epoch: state.head.epoch }]));
    const pinned = new Map(states.flatMap((state) => state.links.map((link) => [link.hash, link.head.epoch])));
    return isDue(readers, newest, pinned, this.seats, this.now);
  }

  /** Seal a record, after the rotations that are due. @param {string} id @param {string} kind @param {Record<string, any>} body @param {{id?: string, replaces?: Item | null, time?: number, offer?: import("./types.js").Terms, blobs?: string[]}} [more] `offer`: what it offers; `blobs`: ids of the files it lists, else those that its body names */
  record(id, kind, body, more = {}) {
    this.freshen(id);
    const state = this.circle(id);
    const head = this.recordHead(state, kind, { blobs: namedBlobs(body), ...more });
    this.append(sealRecord(this.author.signer, this.newestEpoch(state).content, head, encode(body)), state.id, more.offer ? { offer: more.offer } : {});
    return head.id;
  }

  /** Seal a letter from the author's own seat to circles or seats. @param {string} kind @param {Record<string, any>} body @param {string[]} to @param {{id?: string, replaces?: Item | null, seats?: Map<string, string>, until?: number, hold?: number, time?: number, claim?: import("./types.js").Claim, blobs?: string[]}} [more] `time`: when it was said (ms), 0: now; `blobs`: ids of the files it lists, else those that its body names; `claim`: what it takes; `seats`: seat -> box key of its first epoch, of classmates' parents whose chain this person does not get; `until`: ms from when on nobody gets it; `hold`: for how many ms the server keeps it to itself first */
  letter(kind, body, to, more = {}) {
    const head = this.recordHead(this.circle(this.author.seat), kind, { blobs: namedBlobs(body), ...more });
    const recipients = [...new Set([...to, this.author.seat])].map((id) => {
      const state = this.circle(id);
      if (UNANSWERED.includes(state.kind)) throw new Refused("bad-letter", { circle: id });
      return /** @type {[string, number, string]} */ ([`c:${id}`, state.head.epoch, state.head.box]);
    });
    const known = new Set(recipients.map(([ref]) => ref));
    for (const [seat, first] of more.seats ?? []) if (!known.has(`c:${seat}`)) recipients.push(this.unseen(seat, first));
    this.append(sealLetter(this.author.signer, head, encode(body), recipients, more.until), this.author.seat, {
      ...(more.hold ? { hold: more.hold } : {}), ...(more.claim ? { claim: more.claim } : {}),
    });
    return head.id;
  }

  /**
   * A seat as a recipient: by its second epoch where that is proven, else by its first, which opens from it. So a
   * parent who never showed themselves looks the same as one who never joined.
   * @param {string} seat @param {string} first @returns {[string, number, string]}
   */
  unseen(seat, first) {
    const opens = this.replica.trust.seats.get(seat)?.opens;
    return opens ? [`c:${seat}`, 2, opens] : [`c:${seat}`, 1, first];
  }

  /** Delete a record: its ciphertext goes, its place stays. @param {Item} item */
  delete(item) {
    this.freshen(item.circle);
    const head = this.recordHead(this.circle(item.circle), "gone", { replaces: item });
    this.append(gone(this.author.signer, head), item.circle);
  }

  /** The newest reader list of a circle. @param {string} id @returns {Reader[]} */
  readers(id) {
    const list = this.lists.get(id);
    if (!list) throw new Refused("lists-needed", { circle: id });
    return list;
  }

  /** The entry by which a circle or seat stands in a reader list. @param {string} id @param {number} [ends] @returns {Reader} */
  reader(id, ends = 0) {
    const state = this.circle(id);
    return { box: state.head.box, from: 0, hash: state.hash, ref: `c:${id}`, until: ends };
  }

  /** A circle as this batch leaves it; throws Refused `unproven`. @param {string} id @returns {Circle} */
  circle(id) {
    const state = this.state(id);
    if (!state) throw new Refused("unproven", { circle: id });
    return state;
  }

  /** @param {string} id @returns {Circle | null} */
  state(id) {
    const state = this.made.get(id) ?? this.replica.circles.get(id);
    return state && state.links.length ? state : null;
  }

  /** @param {Circle} state @returns {Epoch} */
  newestEpoch(state) {
    const epoch = state.epochs.get(state.head.epoch) ?? this.replica.epoch(state.id, state.head.epoch);
    if (!epoch) throw new Refused("wrong-key", { circle: state.id });
    return epoch;
  }

  /** @param {Reader} reader @returns {Reader} */
  refreshed(reader) {
    const state = this.state(reader.ref.slice(2));
    return state ? { ...reader, box: state.head.box, hash: state.hash } : reader;
  }

  /** @param {string} kind @param {Epoch} epoch @param {Reader[]} readers @param {string[]} managers @param {string[]} writers */
  startWith(kind, epoch, readers, managers, writers) {
    const head = {
      author: this.author.name, box: epoch.public, circle: "", closed: [], epoch: 1, kind, managers, n: 1, open: 1,
      previous: "", readers: readersHash(readers), seat: this.author.seat, sort: "genesis", time: this.now, writers,
    };
    const link = signLink(this.author.signer, head);
    const id = linkHash(link.head);
    const state = new Circle(id, kind);
    state.links.push({ hash: id, head });
    state.epochs.set(1, epoch);
    this.made.set(id, state);
    this.appendLink(id, link, readers, readers, epoch, "");
    return id;
  }

  /** @param {Circle} state @param {string} sort @param {Epoch} epoch @param {Reader[]} readers @param {Reader[]} granted @param {{managers?: string[], writers?: string[]}} [rights] */
  link(state, sort, epoch, readers, granted, rights = {}) {
    const old = this.newestEpoch(state);
    const grows = epoch.public !== old.public;
    const number = state.head.epoch + (grows ? 1 : 0);
    const { v, ...before } = state.head;
    const head = {
      ...before, author: this.author.name, box: epoch.public, circle: state.id, epoch: number,
      closed: grows ? this.closing(state) : [], n: state.head.n + 1, previous: state.hash, readers: readersHash(readers),
      seat: this.author.seat, sort, time: this.now, ...rights,
    };
    const link = signLink(this.author.signer, head);
    const next = new Circle(state.id, state.kind);
    Object.assign(next, state, { links: [...state.links, { hash: linkHash(link.head), head }], epochs: new Map(state.epochs) });
    next.epochs.set(number, epoch);
    this.made.set(state.id, next);
    this.appendLink(state.id, link, readers, granted, epoch, grows ? sealHistory(epoch, old, state.id, number) : "");
  }

  /** @param {string} id @param {import("./types.js").Signed} link @param {Reader[]} readers @param {Reader[]} granted @param {Epoch} epoch @param {string} history */
  appendLink(id, link, readers, granted, epoch, history) {
    const grants = Object.fromEntries(granted.map((reader) => [reader.ref, grant(epoch, reader.box)]));
    this.lists.set(id, readers);
    this.log(id, linkHash(link.head));
    this.entries.push({ link: { ...link, readers, grants, history } });
  }

  /** @param {Circle} state @param {string} kind @param {{id?: string, replaces?: Item | null, time?: number, blobs?: string[]}} more @returns {Head} */
  recordHead(state, kind, { id = "", replaces = null, time = 0, blobs = [] }) {
    return {
      author: this.author.name, blobs: [...new Set(blobs)].sort(), circle: state.id, epoch: state.head.epoch,
      id: replaces ? replaces.id : id || b64(fresh(16)), kind, replaces: replaces ? replaces.hash : "",
      revision: replaces ? replaces.head.revision + 1 : 1, seat: this.author.seat,
      seen: this.seen(this.replica.circles.get(state.id)), time: time || this.now,
    };
  }

  /** Where the log stands once the entries before this one are in. @param {Circle} state @returns {[number, string] | []} */
  closing(state) {
    return this.logs.get(state.id) ?? this.seen(state);
  }

  /** @param {string} id @param {string} entry */
  log(id, entry) {
    const state = this.replica.circles.get(id);
    const [place, tip] = state ? this.closing(state) : [];
    if (place !== undefined && tip !== undefined) this.logs.set(id, [place + 1, nextTip(tip, entry)]);
  }

  /** Append a record with what its entry says beside it. @param {import("./types.js").SealedRecord} record @param {string} id @param {import("./types.js").Entry} [beside] */
  append(record, id, beside = {}) {
    this.log(id, recordHash(record));
    this.entries.push({ record, ...beside });
  }

  /** @param {Circle | undefined} state @returns {[number, string] | []} */
  seen(state) {
    const tip = state?.place ? state.tips.get(state.place) : undefined;
    return state && tip ? [state.place, tip] : [];
  }
}

/** Whether a seat may rotate a circle this copy knows. @param {import("./replica.js").Replica} replica @param {string} seatId @param {string} id */
export function mayRotate(replica, seatId, id) {
  const state = replica.circles.get(id);
  const seat = replica.trust.seats.get(seatId);
  if (!state?.links.length || !seat || state.kind === "seat") return false;
  return seat.actsFor([...state.head.managers, ...state.head.writers], id);
}

/** @param {Reader[]} readers */
function byRef(readers) {
  return readers.sort((a, b) => (a.ref < b.ref ? -1 : 1));
}

/** The ids of all files that a body names, wherever in it: every object with a `blob` and its `key`. @param {any} body @returns {string[]} */
export function namedBlobs(body) {
  if (typeof body !== "object" || body === null) return [];
  const own = "blob" in body && "key" in body ? [String(body.blob)] : [];
  return [...own, ...Object.values(body).flatMap(namedBlobs)];
}

/** @param {Record<string, any>} body */
function encode(body) {
  return new TextEncoder().encode(JSON.stringify(body));
}
