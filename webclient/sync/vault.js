/**
 * What this browser keeps: ciphertext as it came, and the identity seed wrapped under a key that no script can read
 * out (WebCrypto, non-extractable). `wipe` removes all of it. Nothing here is ever plaintext of a family's.
 */

const NAME = "kring";
const STORES = ["self", "acts", "seats", "links", "records", "circles", "offers", "outbox", "drafts", "uploads", "pieces", "files"];
const VERSION = 4;

/** @typedef {import("../crypto/lock.js").Lock} Lock */
/** Who is signed in; `seed` is null where a lock is around it. @typedef {{person: string, name: string, root: Uint8Array, seed: Uint8Array | null, lock: Lock | null}} Kept */

/** One browser's store of one account. */
export class Vault {
  /** @param {IDBDatabase} database */
  constructor(database) {
    this.database = database;
  }

  /** Open the store, empty if there was none. @param {string} [name] another one than that of our own school @returns {Promise<Vault>} */
  static async open(name = NAME) {
    const request = indexedDB.open(name, VERSION);
    request.onupgradeneeded = () => STORES.filter((name) => !request.result.objectStoreNames.contains(name)).forEach((name) => request.result.createObjectStore(name));
    const database = await promised(request);
    database.onversionchange = () => database.close();
    return new Vault(database);
  }

  /** Remember who is signed in here. @param {{person: string, name: string, root: Uint8Array}} self @param {Uint8Array} seed @param {Lock | null} [lock] around the seed: only who opens it gets in */
  async remember({ person, name, root }, seed, lock = null) {
    const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    const nonce = crypto.getRandomValues(new Uint8Array(12));
    const wrapped = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, /** @type {BufferSource} */ (lock ? new TextEncoder().encode(JSON.stringify(lock)) : seed));
    await this.put("self", "self", { person, name, root, key, nonce, wrapped, locked: lock !== null });
  }

  /** Who is signed in here, with the identity seed, or with the lock around it; null if nobody. @returns {Promise<Kept | null>} */
  async recall() {
    const self = await this.get("self", "self");
    if (!self) return null;
    const plain = new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv: self.nonce }, self.key, self.wrapped));
    const { person, name, root, locked } = self;
    return { person, name, root, seed: locked ? null : plain, lock: locked ? JSON.parse(new TextDecoder().decode(plain)) : null };
  }

  /**
   * Keep a page's ciphertext, so that the next start needs no network. Of a circle that was left all goes, but letters
   * from it that still reach this person another way: `held` are the items of the copy.
   * @param {import("./types.js").Page} page @param {Iterable<import("./types.js").Item>} [held]
   */
  async keepPage(page, held = []) {
    const names = ["self", "acts", "seats", "links", "records", "circles", "offers"];
    const stores = this.begin(names, "readwrite");
    const left = new Set(page.left);
    const letters = new Set([...held].filter((item) => left.has(item.circle)).map((item) => `${item.circle} ${item.place}`));
    for (const circle of left) await dropCircle(stores, circle, letters);
    if (left.size) for (const offer of await promised(stores.offers.getAll())) if (left.has(offer.circle)) stores.offers.delete(offer.offer);
    for (const act of page.acts) stores.acts.put(act, act.n);
    for (const seat of page.seats) stores.seats.put(seat, seat.seat);
    for (const link of page.links) keepLink(stores.links, link);
    for (const record of page.records) keepRecord(stores.records, record);
    for (const joined of page.joined) stores.circles.put(joined, joined.circle);
    for (const offer of page.offers ?? []) stores.offers.put(offer, offer.offer);
    stores.self.put(page.cursor, "cursor");
    await done(stores.self.transaction);
  }

  /** Keep the records of a live frame or of the past. @param {{records: import("./types.js").RecordAt[], seats: import("./types.js").Credentials[]}} frame */
  async keepRecords(frame) {
    const stores = this.begin(["seats", "records"], "readwrite");
    for (const seat of frame.seats) stores.seats.put(seat, seat.seat);
    for (const record of frame.records) keepRecord(stores.records, record);
    await done(stores.seats.transaction);
  }

  /** Keep older records of a circle, and from where its log is known now. @param {string} circle @param {import("./types.js").Past} past */
  async keepPast(circle, past) {
    await this.keepRecords(past);
    if (!past.records.length) return;
    const place = Math.min(...past.records.map((record) => record.place)) - 1;
    await this.put("circles", circle, { circle, place, tip: past.tip, before: past.before });
  }

  /** Everything kept, as one page to apply. @returns {Promise<import("./types.js").Page>} */
  async page() {
    const stores = this.begin(["self", "acts", "seats", "links", "records", "circles", "offers"], "readonly");
    const [acts, seats, links, records, joined, offers, cursor] = await Promise.all([
      promised(stores.acts.getAll()), promised(stores.seats.getAll()), promised(stores.links.getAll()),
      promised(stores.records.getAll()), promised(stores.circles.getAll()), promised(stores.offers.getAll()),
      promised(stores.self.get("cursor")),
    ]);
    return { cursor: cursor ?? "", done: true, incarnation: "", time: 0, acts, seats: issuersFirst(seats), links, records, joined, left: [], offers };
  }

  /** @param {string} store @param {IDBValidKey} key */
  get(store, key) {
    return promised(this.begin([store], "readonly")[store].get(key));
  }

  /** @param {string} store @returns {Promise<any[]>} */
  all(store) {
    return promised(this.begin([store], "readonly")[store].getAll());
  }

  /** @param {string} store @param {IDBValidKey} key @param {any} value */
  async put(store, key, value) {
    const stores = this.begin([store], "readwrite");
    stores[store].put(value, key);
    stores[store].transaction.commit(); // at once: a page that goes away now would take it along
    await done(stores[store].transaction);
  }

  /** @param {string} store @param {IDBValidKey} key */
  async remove(store, key) {
    const stores = this.begin([store], "readwrite");
    stores[store].delete(key);
    await done(stores[store].transaction);
  }

  /** The keys in a store. @param {string} store @returns {Promise<any[]>} */
  keys(store) {
    return promised(this.begin([store], "readonly")[store].getAllKeys());
  }

  /** Remove everything whose key is a list that begins with `first`. @param {string} store @param {string} first */
  async removeUnder(store, first) {
    const stores = this.begin([store], "readwrite");
    stores[store].delete(IDBKeyRange.bound([first], [first, []]));
    await done(stores[store].transaction);
  }

  /** Forget everything: at sign-out, or when this device was signed out from another. */
  async wipe() {
    const stores = this.begin(STORES, "readwrite");
    for (const name of STORES) stores[name].clear();
    await done(stores.self.transaction);
  }

  /** @param {string[]} names @param {IDBTransactionMode} mode @returns {Record<string, IDBObjectStore>} */
  begin(names, mode) {
    const transaction = this.database.transaction(names, mode);
    return Object.fromEntries(names.map((name) => [name, transaction.objectStore(name)]));
  }
}

/** @param {IDBObjectStore} store @param {import("./types.js").LinkAt} link */
function keepLink(store, link) {
  store.put(link, [link.circle, link.place]);
}

/** The ciphertext that a newer revision replaces is dropped; its hash stays for the log. @param {IDBObjectStore} store @param {import("./types.js").RecordAt} entry */
function keepRecord(store, entry) {
  store.put(entry, [entry.circle, entry.place]);
}

/** @param {Record<string, IDBObjectStore>} stores @param {string} circle @param {Set<string>} letters those that stay, "circle place" */
async function dropCircle(stores, circle, letters) {
  const range = IDBKeyRange.bound([circle], [circle, []]);
  stores.links.delete(range);
  stores.circles.delete(circle);
  const places = /** @type {[string, number][]} */ (await promised(stores.records.getAllKeys(range)));
  for (const key of places) if (!letters.has(key.join(" "))) stores.records.delete(key);
}

/** Credentials in the order in which they prove each other. @param {import("./types.js").Credentials[]} seats */
function issuersFirst(seats) {
  return seats.sort((a, b) => a.n - b.n);
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
function promised(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** @param {IDBTransaction} transaction @returns {Promise<void>} */
function done(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}
