/**
 * A signed-in person in this browser: a replica filled from the vault, kept up to date by sync and live frames, and
 * writing that retries until it stands. Whoever shows something listens with `onChange`.
 */
import { recordHash } from "../crypto/envelope.js";
import { Batch, mayRotate } from "./batch.js";
import { evict } from "./blobs.js";
import { checkReaders, WHOLE } from "./circles.js";
import { Refused } from "./errors.js";
import { Problem, Unreachable, wireTo } from "./http.js";
import { NAMED } from "./policy.js";
import { Replica } from "./replica.js";
import { Trust } from "./trust.js";

/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("./types.js").Reader} Reader */
/** @typedef {import("./seats.js").Seat} Seat */

const TRIES = 6;
const SYNCED = "synced";
/** Refusals that no honest server causes. */
const LIES = ["forked", "swapped-key", "wrong-school", "tampered", "backdated", "unproven", "marked-key"];

export class Session {
  /**
   * @param {import("../crypto/identity.js").Identity} identity @param {{person: string, name: string, root: Uint8Array}} self
   * @param {import("./vault.js").Vault} vault @param {import("./http.js").Wire} [wire] the way to its school
   */
  constructor(identity, self, vault, wire = wireTo("")) {
    this.identity = identity;
    this.person = self.person;
    this.name = self.name;
    this.vault = vault;
    this.wire = wire;
    this.root = self.root;
    this.replica = new Replica(identity, self.person, new Trust(self.root));
    /** The code of a lie that the server was caught in; "" while there is none. */
    this.lie = "";
    /** When this copy was last up to date (ms); 0: never. */
    this.synced = 0;
    /** When its school last said something in this run (ms), by answer or frame: then this copy was up to date; 0: never. */
    this.heard = 0;
    /** Whether its school, a linked one, did not answer when it was last asked. */
    this.silent = false;
    this.syncing = Promise.resolve(/** @type {Item[]} */ ([]));
    this.walking = Promise.resolve(/** @type {Item[]} */ ([]));
    this.over = new AbortController();
    /** @type {Set<(changed: Item[]) => void>} */ this.listeners = new Set();
    /** What becomes of files that were taken away. @type {(files: string[]) => unknown} */ this.onAway = (files) => evict(files, wire);
    /** @type {Map<string, {hash: string, readers: Reader[]}>} */ this.cachedLists = new Map();
  }

  /** Call back after every change of the replica; returns how to stop. @param {(changed: Item[]) => void} listener */
  onChange(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Fill the replica from what this browser kept. */
  async restore() {
    const page = await this.vault.page();
    if (page.acts.length) this.tell(this.replica.apply(page));
    this.synced = (await this.vault.get("self", SYNCED)) ?? 0;
    await this.expire();
  }

  /** Fetch and verify everything new, one caller after the other; returns the items that changed. @returns {Promise<Item[]>} */
  sync() {
    this.syncing = this.syncing.catch(() => []).then(() => this.pull()).catch((error) => this.alarm(error));
    return this.syncing;
  }

  /** Note that a linked school does not answer, and say out loud when the server lies: whoever shows this session shows it. @param {unknown} error @returns {never} */
  alarm(error) {
    if (error instanceof Refused && LIES.includes(error.code)) this.lie = error.code;
    if (error instanceof Unreachable && error.beyond) this.silent = true;
    if (this.lie || this.silent) this.tell([]);
    throw error;
  }

  /** @returns {Promise<Item[]>} */
  async pull() {
    /** @type {Item[]} */
    const changed = [];
    for (let more = true; more; ) {
      const page = await this.fetch(`/api/sync?cursor=${this.replica.cursor}`);
      changed.push(...this.replica.apply(page));
      await this.vault.keepPage({ ...page, records: [...page.records, ...this.replica.replaced.splice(0)] }, this.replica.items.values());
      more = !page.done;
    }
    this.silent = false;
    this.synced = Date.now();
    await this.vault.put("self", SYNCED, this.synced);
    this.tell(changed);
    await this.pullWhole();
    this.heard = Date.now(); // only now: what is done unasked looks at whole circles
    await this.expire();
    return changed;
  }

  /** Ask for what is to be kept, unless this is over. @param {string} path @returns {Promise<any>} */
  fetch(path) {
    return this.wire.call("GET", path, undefined, this.over.signal);
  }

  /** Somebody signs out: what has not come in yet won't, and once this resolves nothing is being kept any more. */
  async end() {
    this.over.abort();
    await Promise.allSettled([this.syncing, this.walking]);
  }

  /** Forget what is over by now, here and in the vault. */
  async expire() {
    this.replica.expire(Date.now());
    const records = this.replica.replaced.splice(0);
    if (records.length) await this.vault.keepRecords({ records, seats: [] });
  }

  /** Fetch the rest of what is of use only whole: the office's desk, a group's register. */
  async pullWhole() {
    for (const circle of this.replica.circles.values())
      while (WHOLE.includes(circle.kind) && circle.before) await this.past(circle.id);
  }

  /** Take a live frame, or fetch what is missing before it. @param {import("./types.js").Frame} frame */
  async take(frame) {
    const changed = frame.sync ? null : this.replica.take(frame);
    if (!changed) return void (await this.sync());
    this.heard = Date.now();
    await this.vault.keepRecords({ ...frame, records: [...frame.records, ...this.replica.replaced.splice(0)] });
    this.tell(changed);
  }

  /** Fetch older records of a circle: whoever asks, one page after the other, as each leads up to the one before. @param {string} circle @returns {Promise<Item[]>} */
  past(circle) {
    this.walking = this.walking.catch(() => []).then(() => this.pullPast(circle));
    return this.walking;
  }

  /** @param {string} circle @returns {Promise<Item[]>} */
  async pullPast(circle) {
    const before = this.replica.circles.get(circle)?.before;
    if (!before) return [];
    const past = await this.fetch(`/api/circles/${circle}/past?before=${before}`);
    const changed = this.replica.prepend(circle, past);
    await this.vault.keepPast(circle, past);
    this.tell(changed);
    return changed;
  }

  /**
   * Build a batch and post it, again after a sync as long as somebody else was faster. `build` may run several times:
   * it takes ids from outside. `touches`: the circles it writes to.
   * @param {Seat} seat @param {string[]} touches @param {(batch: Batch) => void} build
   */
  async write(seat, touches, build) {
    for (let left = TRIES; ; left--) {
      try {
        const batch = await this.batch(seat, touches);
        build(batch);
        if (batch.entries.length) checkTaken(batch.entries, (await this.wire.call("POST", "/api/entries", { entries: batch.entries })).results);
        await this.sync();
        return batch;
      } catch (error) {
        const known = error instanceof Problem || error instanceof Refused;
        const hidden = known && error.code === "not-found" && left === TRIES; // somebody may have left since the last sync
        if (!(hidden || (known && error.code.startsWith("stale-"))) || left === 1) throw error;
        await this.sync();
      }
    }
  }

  /** An empty batch with the reader lists it may need. @param {Seat} seat @param {string[]} touches @returns {Promise<Batch>} */
  async batch(seat, touches) {
    /** @type {Map<string, Reader[]>} */
    const lists = new Map();
    for (const circle of touches) await this.gather(seat, circle, lists);
    const author = { name: this.person, seat: seat.id, signer: this.identity.signing };
    return new Batch(this.replica, author, Date.now(), lists);
  }

  /** A live seat of this person, of a role, or acting for a circle; unless they are asked for, a contact's only where there is no other, the board's never. @param {{role?: string, circle?: string}} [want] @returns {Seat | null} */
  seat({ role = "", circle = "" } = {}) {
    const head = circle ? this.replica.circles.get(circle)?.head : null;
    const fits = (/** @type {Seat} */ seat) =>
      seat.alive(Date.now()) && (role || circle ? !role || seat.role === role : seat.role !== "board") &&
      (!circle || (head !== null && head !== undefined && seat.actsFor([...head.managers, ...head.writers], circle)));
    const seats = this.replica.seats();
    return seats.find((seat) => !NAMED.includes(seat.role) && fits(seat)) ?? seats.find(fits) ?? null;
  }

  /** The ids of this person's seats, ended ones too. @returns {Set<string>} */
  own() {
    return new Set(this.replica.seats().map((seat) => seat.id));
  }

  /** The roles this person holds now. @returns {Set<string>} */
  roles() {
    return new Set(this.replica.seats().filter((seat) => seat.alive(Date.now())).map((seat) => seat.role));
  }

  /** @param {Seat} seat @param {string} circle @param {Map<string, Reader[]>} lists */
  async gather(seat, circle, lists) {
    if (lists.has(circle) || !mayRotate(this.replica, seat.id, circle)) return;
    const readers = await this.readers(circle);
    lists.set(circle, readers);
    for (const reader of readers) if (reader.ref.startsWith("c:")) await this.gather(seat, reader.ref.slice(2), lists);
  }

  /** The newest reader list of a circle that this person manages or writes. @param {string} circle @returns {Promise<Reader[]>} */
  async readers(circle) {
    const state = this.replica.circles.get(circle);
    if (!state) throw new Refused("unproven", { circle });
    const cached = this.cachedLists.get(circle);
    if (cached?.hash === state.hash) return cached.readers;
    const answer = await this.wire.call("GET", `/api/circles/${circle}/readers`);
    if (answer.link !== state.hash) throw new Refused("stale-link", { circle });
    checkReaders(state.head, answer.readers);
    this.replica.trust.admit(answer.seats);
    this.replica.trust.checkListed(circle, answer.readers.map((/** @type {Reader} */ reader) => reader.ref));
    this.cachedLists.set(circle, { hash: answer.link, readers: answer.readers });
    return answer.readers;
  }

  /** @param {Item[]} changed */
  tell(changed) {
    this.lie ||= this.replica.alarms.find((alarm) => LIES.includes(alarm.code))?.code ?? "";
    if (this.replica.away.length) void this.onAway(this.replica.away.splice(0));
    for (const listener of this.listeners) listener(changed);
  }
}

/** A change that another one stood in for was not taken; a first revision may be one that was sent before. @param {import("./types.js").Entry[]} entries @param {{hash: string}[]} answers */
function checkTaken(entries, answers) {
  for (const [at, { record }] of entries.entries())
    if (record && JSON.parse(record.head).revision > 1 && answers[at]?.hash !== recordHash(record)) throw new Refused("stale-revision");
}
