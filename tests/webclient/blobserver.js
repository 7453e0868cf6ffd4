/** A server for sealed files in memory, behind `fetch`; and a vault in memory. */

/** Answers like the server; `cut` bytes at most a download, `down`: no answer at all. */
export class BlobServer {
  constructor() {
    /** @type {Map<string, {size: number, bytes: Uint8Array}>} */ this.blobs = new Map();
    /** @type {string[]} */ this.asked = [];
    this.cut = Infinity;
    this.down = false;
    this.lostAnswers = 0;
    /** @type {any} */ this.refusal = null;
  }

  /** In place of the browser's. */
  install() {
    globalThis.fetch = /** @type {any} */ ((/** @type {string} */ path, /** @type {any} */ init = {}) => this.answer(path, init));
  }

  /** @param {string} path @param {any} init */
  async answer(path, init) {
    this.asked.push(`${init.method ?? "GET"} ${path}`);
    if (this.down) throw new TypeError("no network");
    const [, , , id, content] = new URL(path, "http://kring.example").pathname.split("/");
    if (this.refusal) return problem(this.refusal.status, this.refusal);
    if (init.method === "POST") return this.begin(JSON.parse(init.body));
    if (init.method === "PUT") return this.append(id, Number(path.split("at=")[1]), init.body);
    if (init.method === "DELETE") return (this.blobs.delete(id), new Response(""));
    return content ? this.read(id, init.headers?.Range) : Response.json({ at: this.blobs.get(id)?.bytes.length });
  }

  /** @param {{id: string, size: number}} asked */
  begin({ id, size }) {
    if (!this.blobs.has(id)) this.blobs.set(id, { size, bytes: new Uint8Array() });
    return Response.json({ at: this.blobs.get(id)?.bytes.length });
  }

  /** @param {string} id @param {number} at @param {Uint8Array} bytes */
  append(id, at, bytes) {
    const blob = /** @type {any} */ (this.blobs.get(id));
    if (at !== blob.bytes.length) return problem(409, { code: "wrong-offset", at: blob.bytes.length });
    blob.bytes = Uint8Array.from([...blob.bytes, ...bytes]);
    if (this.lostAnswers-- > 0) throw new TypeError("answer lost");
    return Response.json({ at: blob.bytes.length });
  }

  /** @param {string} id @param {string | undefined} range */
  read(id, range) {
    const [, from = "0", to = ""] = /bytes=(\d+)-(\d*)/.exec(range ?? "") ?? [];
    const bytes = this.blobs.get(id)?.bytes.slice(Number(from), to ? Number(to) + 1 : undefined) ?? new Uint8Array();
    return new Response(bytes.slice(0, this.cut), { status: range ? 206 : 200 });
  }
}

/** As `Vault`, but in memory; `room`: how many pieces fit. */
export class MemoryVault {
  constructor(room = Infinity) {
    this.room = room;
    /** @type {Record<string, Map<string, any>>} */ this.stores = { self: new Map(), uploads: new Map(), pieces: new Map(), outbox: new Map() };
  }

  /** @param {string} store @param {any} key */
  async get(store, key) {
    return this.stores[store].get(JSON.stringify(key));
  }

  /** @param {string} store */
  async all(store) {
    return [...this.stores[store].values()];
  }

  /** @param {string} store */
  async keys(store) {
    return [...this.stores[store].keys()].map((key) => JSON.parse(key));
  }

  /** @param {string} store @param {any} key @param {any} value */
  async put(store, key, value) {
    if (store === "pieces" && this.stores.pieces.size >= this.room) throw new DOMException("full", "QuotaExceededError");
    this.stores[store].set(JSON.stringify(key), value);
  }

  /** @param {string} store @param {any} key */
  async remove(store, key) {
    this.stores[store].delete(JSON.stringify(key));
  }

  /** @param {string} store @param {string} first */
  async removeUnder(store, first) {
    for (const key of await this.keys(store)) if (key[0] === first) await this.remove(store, key);
  }
}

/** @param {number} status @param {any} document */
function problem(status, document) {
  return Response.json(document, { status });
}
