/**
 * What is being sent: files that wait, sealed, in the vault until the server has them, so that a reload, a tunnel or a
 * killed tab loses nothing. When the last file of an entry is there, what it was for goes into the outbox. Of several
 * open tabs one sends; the others see how far it is.
 */
import * as blobs from "./blobs.js";
import { Refused } from "./errors.js";
import { Problem, Unreachable } from "./http.js";
import { UploadStore } from "./uploadstore.js";

/** @typedef {import("./blobs.js").Part} Part */
/** @typedef {import("./uploadstore.js").Ready} Ready */
/** @typedef {import("./uploadstore.js").Then} Then */
/** @typedef {import("./uploadstore.js").Upload} Upload */
/** @typedef {{upload: Upload, size: number, sent: Map<string, number>, error: any, stop: AbortController | null}} Row */
/** Where `then` goes: the outbox. @typedef {{add: (type: string, data: any) => Promise<unknown>}} Onward */
/** @typedef {{postMessage: (said: any) => void, close: () => void, onmessage: any}} Channel */
/** How files are sent, and who of several tabs may. @typedef {{wire?: Pick<typeof blobs, "begin" | "put" | "cancel">, locks?: Pick<LockManager, "request"> | null, channel?: Channel | null}} Outside */

const LOCK = "kring.uploads";
const AT_ONCE = 2;
const AGAIN = 10_000;

export class Uploads {
  /** @param {import("./session.js").Session} session @param {Onward} onward @param {Outside} [outside] */
  constructor(session, onward, { wire = blobs.sendingBy(session.wire), locks = globalThis.navigator?.locks ?? null, channel } = {}) {
    /** Of each school one tab sends. */
    this.lock = session.wire?.host ? `${LOCK} ${session.wire.host}` : LOCK;
    channel = channel === undefined ? channelOrNone(this.lock) : channel;
    this.store = new UploadStore(session, locks);
    this.onward = onward;
    this.wire = wire;
    this.locks = locks;
    this.channel = channel;
    /** @type {Row[]} */ this.rows = [];
    this.paused = false;
    /** Counts up with each choice made here, so that none read before it from the vault overrules it. */
    this.turn = 0;
    /** What was finished since the queue was last empty; `size` in sealed bytes. */
    this.done = { files: 0, size: 0 };
    /** Sent or cancelled here; the vault may not have heard yet. @type {Set<string>} */ this.gone = new Set();
    this.holds = false;
    this.working = 0;
    this.timer = 0;
    this.stopping = new AbortController();
    /** @type {Set<() => void>} */ this.listeners = new Set();
    if (channel) channel.onmessage = (/** @type {MessageEvent} */ event) => void this.hear(event.data);
  }

  /** Load what waited, and send as soon as no other tab does. */
  async load() {
    await this.reload();
    void this.hold();
  }

  /**
   * Keep files until they are sent, then write `then(parts)`. All or nothing: a full device keeps none of them and throws
   * Refused `device-full`. @param {string} circle whose readers will open them @param {Ready[]} files @param {(parts: Part[]) => Then} then @returns {Promise<Part[]>}
   */
  async add(circle, files, then) {
    return this.enter(await this.store.add(circle, files, then));
  }

  /** Send what was parked under an id. @param {string} id @param {string} circle @param {(parts: Part[]) => Then} then @returns {Promise<Part[]>} */
  async release(id, circle, then) {
    return this.enter(await this.store.release(id, circle, then));
  }

  /** @param {Upload} upload */
  enter(upload) {
    if (!this.rows.some((row) => row.upload.id === upload.id)) this.rows.push(rowOf(upload));
    this.changed();
    void this.flush();
    return upload.parts;
  }

  /** Send what waits, two at once, until nothing does or the network is gone. */
  async flush() {
    this.wake();
    while (this.holds && this.working < AT_ONCE && this.next()) void this.work();
  }

  /** Stop sending, what was sent stays; `resume` goes on. Both outlast a reload. */
  async pause() {
    this.turn += 1;
    this.paused = true;
    for (const row of this.rows) row.stop?.abort();
    await this.store.setPaused(true);
    this.changed();
  }

  /** Go on, also with what failed. */
  async resume() {
    this.turn += 1;
    this.paused = false;
    for (const row of this.rows) row.error = null;
    await this.store.setPaused(false);
    this.channel?.postMessage({ again: true });
    this.tell();
    void this.flush();
  }

  /** Send one no more, without an id none; resolves when nothing waits here: what the server has of it is taken back whenever it answers. @param {string} [id] */
  async cancel(id) {
    const gone = this.rows.filter((row) => !id || row.upload.id === id);
    this.drop(gone);
    for (const row of gone) row.stop?.abort();
    for (const { upload } of gone) await this.store.forget(upload);
    if (!this.rows.length) this.done = { files: 0, size: 0 };
    this.changed();
    for (const blob of gone.flatMap((row) => blobs.idsOf(row.upload.parts))) void this.wire.cancel(blob).catch(() => undefined); // else the server forgets it by itself
  }

  /** How far all of it is. @returns {{files: number, done: number, failed: number, size: number, sent: number, state: string}} */
  progress() {
    const size = this.rows.reduce((sum, row) => sum + row.size, this.done.size);
    const sent = this.rows.reduce((sum, row) => sum + sentOf(row), this.done.size);
    const failed = this.rows.filter((row) => row.error).length;
    return { files: this.rows.length + this.done.files, done: this.done.files, failed, size, sent, state: this.state() };
  }

  /** "" (nothing waits), "sending", "waiting" for the network, "paused" or "failed". @returns {string} */
  state() {
    if (!this.rows.length) return "";
    if (this.paused) return "paused";
    if (this.rows.every((row) => row.error)) return "failed";
    return this.timer ? "waiting" : "sending";
  }

  /** No more: at sign-out. */
  stop() {
    this.stopping.abort();
    this.holds = false;
    this.wake();
    for (const row of this.rows) row.stop?.abort();
    this.channel?.close();
  }

  /** Wait until no other tab sends; then what it left is sent here. */
  async hold() {
    const run = async () => {
      if (this.stopping.signal.aborted) return;
      this.holds = true;
      await this.reload();
      void this.store.tidy();
      void this.flush();
      await new Promise((resolve) => this.stopping.signal.addEventListener("abort", resolve));
    };
    await (this.locks ? this.locks.request(this.lock, { signal: this.stopping.signal }, run) : run()).catch(() => undefined);
  }

  /** The next to send. @returns {Row | undefined} */
  next() {
    return this.paused || this.timer ? undefined : this.rows.find((row) => !row.stop && !row.error);
  }

  async work() {
    this.working += 1;
    try {
      for (let row = this.next(); row && this.holds; row = this.next()) await this.sendRow(row);
    } finally {
      this.working -= 1;
      this.tell();
    }
  }

  /** @param {Row} row */
  async sendRow(row) {
    const stop = new AbortController();
    row.stop = stop;
    try {
      for (const part of flat(row.upload.parts)) await this.sendPart(row, part, stop.signal);
      if (this.rows.includes(row)) await this.finish(row);
    } catch (error) {
      if (!stop.signal.aborted) this.failed(row, error);
    } finally {
      row.stop = null;
    }
  }

  /** Ask how far the server is, and send the rest. @param {Row} row @param {Part} part @param {AbortSignal} signal */
  async sendPart(row, part, signal) {
    const size = blobs.sealedSize(part);
    for (let at = await this.wire.begin(part.blob, row.upload.circle, size); ; ) {
      row.sent.set(part.blob, at);
      this.say(row);
      if (at >= size) return;
      signal.throwIfAborted();
      const piece = await this.store.piece(row.upload, part, Math.floor(at / blobs.PIECE));
      if (!piece) throw new Refused("upload-lost");
      const from = at;
      at = await this.wire.put(part.blob, at, piece.subarray(at % blobs.PIECE), signal).catch((error) => rightOffset(error, from));
    }
  }

  /** What it was for is kept in the outbox before the pieces go. @param {Row} row */
  async finish(row) {
    const { type, data } = row.upload.then;
    await this.onward.add(type, data);
    this.drop([row]);
    this.count([row]);
    await this.store.forget(row.upload);
    this.changed();
  }

  /** @param {Row[]} rows */
  drop(rows) {
    for (const row of rows) this.gone.add(row.upload.id);
    this.rows = this.rows.filter((row) => !rows.includes(row));
  }

  /** A network that is gone is tried again; anything else waits for the person. @param {Row} row @param {any} error */
  failed(row, error) {
    if (mustWait(error)) this.timer ||= Number(setTimeout(() => this.flush(), AGAIN));
    else row.error = error;
    this.say(row);
  }

  wake() {
    clearTimeout(this.timer);
    this.timer = 0;
  }

  /** What is there counts until nothing waits. @param {Row[]} rows */
  count(rows) {
    const { files, size } = this.done;
    this.done = this.rows.length ? { files: files + rows.length, size: size + rows.reduce((sum, row) => sum + row.size, 0) } : { files: 0, size: 0 };
  }

  /** Tell the screen, and the other tabs, how far one is. @param {Row} row */
  say(row) {
    this.channel?.postMessage({ id: row.upload.id, sent: [...row.sent], error: row.error?.code ?? "" });
    this.tell();
  }

  /** What another tab says. @param {{id?: string, sent?: [string, number][], error?: string, again?: boolean}} said */
  async hear({ id, sent, error, again }) {
    const row = this.rows.find((one) => one.upload.id === id);
    if (row && sent) Object.assign(row, { sent: new Map(sent), error: error ? { code: error } : null });
    if (again) for (const one of this.rows) one.error = null;
    if (!id) await this.reload();
    this.tell();
    if (!id) void this.flush();
  }

  /** As the vault has it; what is on its way here stays what it is. */
  async reload() {
    const turn = this.turn;
    const [kept, paused] = await Promise.all([this.store.all(), this.store.isPaused()]);
    const before = new Map(this.rows.map((row) => [row.upload.id, row]));
    this.rows = kept.filter((upload) => !this.gone.has(upload.id)).map((upload) => before.get(upload.id) ?? rowOf(upload));
    if (turn === this.turn) this.paused = paused;
    const gone = [...before.values()].filter((row) => !this.rows.includes(row));
    this.count(gone);
    for (const row of this.paused ? before.values() : gone) row.stop?.abort();
    this.tell();
  }

  changed() {
    this.channel?.postMessage({});
    this.tell();
  }

  tell() {
    for (const listener of this.listeners) listener();
  }
}

/** How many sealed bytes of an entry are there. @param {Row} row */
export function sentOf(row) {
  return [...row.sent.values()].reduce((sum, at) => sum + at, 0);
}

/** @param {Upload} upload @returns {Row} */
function rowOf(upload) {
  const size = flat(upload.parts).reduce((sum, part) => sum + blobs.sealedSize(part), 0);
  return { upload, size, sent: new Map(), error: null, stop: null };
}

/** The small pictures first: whoever looks sees something soon. @param {Part[]} parts @returns {Part[]} */
function flat(parts) {
  return parts.flatMap((part) => (part.thumb ? [part.thumb, part] : [part]));
}

/** The server says how far it is. @param {any} error @param {number} at where this side thought it was @returns {number} */
function rightOffset(error, at) {
  if (error instanceof Problem && error.code === "wrong-offset" && Number.isSafeInteger(error.facts.at) && error.facts.at !== at) return error.facts.at;
  throw error;
}

/** @param {any} error */
function mustWait(error) {
  if (error instanceof Unreachable) return true;
  return error instanceof Problem && error.status !== 507 && (error.status >= 500 || error.status === 401 || error.status === 429);
}

/** @param {string} name @returns {Channel | null} */
function channelOrNone(name) {
  return typeof document === "object" && typeof BroadcastChannel === "function" ? new BroadcastChannel(name) : null;
}
