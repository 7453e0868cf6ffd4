/**
 * Files that wait to be sent, in the vault: their pieces as they will lie on the server, sealed under a key of their own,
 * and an entry with that key, sealed under the self key. An entry is written last: what has none was never finished.
 */
import { openAead, sealAead } from "../crypto/aead.js";
import { b64 } from "../crypto/encoding.js";
import { fresh } from "../crypto/random.js";
import { seal } from "./blobs.js";
import { Refused } from "./errors.js";

/** @typedef {import("./blobs.js").Part} Part */
/** A file made ready; `thumb` is its small picture. @typedef {{data: Blob, type: string, name?: string, width?: number, height?: number, seconds?: number, thumb?: Ready}} Ready */
/** What to write once the files are there. @typedef {{type: string, data: any}} Then */
/** @typedef {{id: string, circle: string, parts: Part[], then: Then, time: number}} Upload */

const AAD = new TextEncoder().encode("kring1.upload");
const ADDING = "kring.uploads.adding";
const PAUSED = "uploads-paused";

export class UploadStore {
  /** @param {{vault: import("./vault.js").Vault, identity: {selfKey: Uint8Array}}} session @param {Pick<LockManager, "request"> | null} locks */
  constructor(session, locks) {
    this.vault = session.vault;
    this.key = session.identity.selfKey;
    this.locks = locks;
  }

  /** Everything that waits, the oldest first. @returns {Promise<Upload[]>} */
  async all() {
    const kept = await this.vault.all("uploads");
    return kept.map((sealed) => this.opened(sealed)).sort((a, b) => a.time - b.time);
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

  /** @param {Upload} upload */
  async forget(upload) {
    await this.vault.remove("uploads", upload.id);
    await this.vault.removeUnder("pieces", upload.id);
  }

  /** Pieces of entries that were never finished go: their tab was closed while it sealed them. */
  async tidy() {
    await this.locks?.request(ADDING, { ifAvailable: true }, async (lock) => {
      if (!lock) return; // a tab is adding right now
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
      const parts = [];
      for (const file of files) parts.push(await this.keep(id, file));
      const upload = { id, circle, parts, then: then(parts), time: Date.now() };
      const plain = new TextEncoder().encode(JSON.stringify(upload));
      await this.vault.put("uploads", id, sealAead(this.key, plain, AAD));
      return upload;
    } catch (error) {
      await this.vault.removeUnder("pieces", id);
      throw isFull(error) ? new Refused("device-full") : error;
    }
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
