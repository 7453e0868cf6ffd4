/**
 * Files that wait to be sent, in the vault: their pieces as they will lie on the server, sealed under a key of their own,
 * and an entry with that key, sealed under the self key. An entry is written last: what has none was never finished. One
 * without a `then` is parked: its files belong to something that is still being written, and go nowhere yet.
 */
import { openAead, sealAead } from "../crypto/aead.js";
import { b64 } from "../crypto/encoding.js";
import { fresh } from "../crypto/random.js";
import { PIECE, seal, sealedSize, unseal } from "./blobs.js";
import { Refused } from "./errors.js";

/** @typedef {import("./blobs.js").Part} Part */
/** A file made ready; `thumb` is its small picture. @typedef {{data: Blob, type: string, name?: string, width?: number, height?: number, seconds?: number, thumb?: Ready}} Ready */
/** What to write once the files are there. @typedef {{type: string, data: any}} Then */
/** @typedef {{id: string, circle: string, parts: Part[], then: Then, time: number}} Upload */

const AAD = new TextEncoder().encode("kring1.upload");
const ADDING = "kring.uploads.adding";
const PAUSED = "uploads-paused";
/** How long (ms) files are kept for something that nobody finished writing. */
const PARKED_MS = 60 * 24 * 3600 * 1000;
/** What is written of a parked entry. @type {any} */
const NOTHING = null;

export class UploadStore {
  /** @param {{vault: import("./vault.js").Vault, identity: {selfKey: Uint8Array}}} session @param {Pick<LockManager, "request"> | null} locks */
  constructor(session, locks) {
    this.vault = session.vault;
    this.key = session.identity.selfKey;
    this.locks = locks;
  }

  /** Everything that waits, the oldest first. @returns {Promise<Upload[]>} */
  async all() {
    return (await this.every()).filter((upload) => upload.then).sort((a, b) => a.time - b.time);
  }

  /** The files that are parked under an id. @param {string} id @returns {Promise<Part[]>} */
  async parked(id) {
    return (await this.entry(id))?.parts ?? [];
  }

  /** Keep one more file under an id, for something that is being written; throws Refused `device-full`. @param {string} id @param {Ready} file @returns {Promise<Part[]>} all of them now */
  async park(id, file) {
    const work = () => this.orFull(async () => {
      const part = await this.keep(id, file);
      const upload = { id, circle: "", parts: [...(await this.parked(id)), part], then: NOTHING, time: Date.now() };
      await this.put(upload);
      return upload.parts;
    });
    return this.locks ? this.locks.request(ADDING, { mode: "shared" }, work) : work();
  }

  /** Let go of one file that is parked. @param {string} id @param {string} blob @returns {Promise<Part[]>} those that are left */
  async unpark(id, blob) {
    const upload = await this.entry(id);
    if (!upload) return [];
    const gone = upload.parts.filter((part) => part.blob === blob).flatMap((part) => [part, ...(part.thumb ? [part.thumb] : [])]);
    const left = { ...upload, parts: upload.parts.filter((part) => part.blob !== blob) };
    await this.put(left);
    for (const part of gone) for (let at = 0; at * PIECE < sealedSize(part) || !at; at++) await this.vault.remove("pieces", [id, part.blob, at]);
    return left.parts;
  }

  /** Let go of all that is parked under an id, unless it is to be sent by now. @param {string} id */
  async drop(id) {
    if ((await this.entry(id))?.then === NOTHING) await this.forget({ id });
  }

  /** What was parked is to be sent now. @param {string} id @param {string} circle @param {(parts: Part[]) => Then} then @returns {Promise<Upload>} */
  async release(id, circle, then) {
    const parts = await this.parked(id);
    const upload = { id, circle, parts, then: then(parts), time: Date.now() };
    await this.put(upload);
    return upload;
  }

  /** A file that lies here, opened: what was chosen is seen before it is sent. @param {string} id @param {Part} part @returns {Promise<Blob>} */
  async open(id, part) {
    const pieces = [];
    for (let at = 0; at * PIECE < sealedSize(part); at++) pieces.push(await this.vault.get("pieces", [id, part.blob, at]) ?? new Uint8Array());
    return unseal(part, pieces);
  }

  /** Keep all of some files or none; throws Refused `device-full`. @param {string} circle @param {Ready[]} files @param {(parts: Part[]) => Then} then @returns {Promise<Upload>} */
  async add(circle, files, then) {
    const work = () => this.write(b64(fresh(16)), circle, files, then);
    return this.locks ? this.locks.request(ADDING, { mode: "shared" }, work) : work();
  }

  /** Sealed bytes, as they will lie on the server. @param {Upload} upload @param {Part} part @param {number} index @returns {Promise<Uint8Array | undefined>} */
  piece(upload, part, index) {
    return this.vault.get("pieces", [upload.id, part.blob, index]);
  }

  /** @param {{id: string}} upload */
  async forget(upload) {
    await this.vault.remove("uploads", upload.id);
    await this.vault.removeUnder("pieces", upload.id);
  }

  /** Pieces of entries that were never finished go: their tab was closed while it sealed them. */
  async tidy() {
    await this.locks?.request(ADDING, { ifAvailable: true }, async (lock) => {
      if (!lock) return; // a tab is adding right now
      for (const upload of await this.every()) if (!upload.then && upload.time < Date.now() - PARKED_MS) await this.forget(upload);
      const known = new Set(await this.vault.keys("uploads"));
      const left = new Set((await this.vault.keys("pieces")).map((key) => key[0]).filter((id) => !known.has(id)));
      for (const id of left) await this.vault.removeUnder("pieces", id);
    });
  }

  /** Whether somebody paused all of it. @returns {Promise<boolean>} */
  async isPaused() {
    return Boolean(await this.vault.get("self", PAUSED));
  }

  /** @param {boolean} paused */
  async setPaused(paused) {
    await (paused ? this.vault.put("self", PAUSED, true) : this.vault.remove("self", PAUSED));
  }

  /** @param {string} id @param {string} circle @param {Ready[]} files @param {(parts: Part[]) => Then} then @returns {Promise<Upload>} */
  async write(id, circle, files, then) {
    try {
      return await this.orFull(async () => {
        const parts = [];
        for (const file of files) parts.push(await this.keep(id, file));
        const upload = { id, circle, parts, then: then(parts), time: Date.now() };
        await this.put(upload);
        return upload;
      });
    } catch (error) {
      await this.vault.removeUnder("pieces", id);
      throw error;
    }
  }

  /** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
  orFull(work) {
    return work().catch((error) => {
      throw isFull(error) ? new Refused("device-full") : error;
    });
  }

  /** @returns {Promise<Upload[]>} */
  async every() {
    return (await this.vault.all("uploads")).map((sealed) => this.opened(sealed));
  }

  /** @param {string} id @returns {Promise<Upload | null>} */
  async entry(id) {
    const sealed = await this.vault.get("uploads", id);
    return sealed ? this.opened(sealed) : null;
  }

  /** @param {Upload} upload */
  async put(upload) {
    await this.vault.put("uploads", upload.id, sealAead(this.key, new TextEncoder().encode(JSON.stringify(upload)), AAD));
  }

  /** Seal a file and its small picture. @param {string} id @param {Ready} file @returns {Promise<Part>} */
  async keep(id, { data, type, thumb, ...shown }) {
    const part = await seal(data, type, (blob, index, piece) => this.vault.put("pieces", [id, blob, index], piece));
    return { ...part, ...shown, ...(thumb ? { thumb: await this.keep(id, thumb) } : {}) };
  }

  /** @param {Uint8Array} sealed @returns {Upload} */
  opened(sealed) {
    return JSON.parse(new TextDecoder().decode(openAead(this.key, sealed, AAD)));
  }
}

/** @param {any} error */
function isFull(error) {
  return error?.name === "QuotaExceededError";
}
