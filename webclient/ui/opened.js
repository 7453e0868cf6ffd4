/**
 * Files as they were opened, in memory only: some hundred small pictures, a few whole ones. Small ones are fetched a few
 * at once, what was asked last first: that is what somebody looks at. Invariant: a file of a school is asked for by that
 * school's session, also where another one is shown by the time its turn comes.
 */
import { openHere } from "../sync/keeping.js";
import { session } from "./state.js";

/** @typedef {import("../sync/session.js").Session} Session */
/** @typedef {import("../sync/blobs.js").Part} Part */
/** @typedef {import("../sync/blobs.js").Following} Following */
/** @typedef {(part: Part, following?: Following) => Promise<Blob>} Open */
/** @typedef {{part: Part, signal?: AbortSignal, done: (data: Promise<Blob>) => void}} Wish */

const SMALL_KEPT = 600;
const WHOLE_KEPT = 5;
const AT_ONCE = 6;

export class Opened {
  /** @param {Open} how */
  constructor(how) {
    this.how = how;
    /** @type {Map<string, Promise<Blob>>} */ this.smalls = new Map();
    /** @type {Map<string, Promise<Blob>>} */ this.wholes = new Map();
    /** @type {Wish[]} */ this.wishes = [];
    this.running = 0;
  }

  /** A small picture. @param {Part} part @param {AbortSignal} [signal] nobody looks any more @returns {Promise<Blob>} */
  small(part, signal) {
    const found = recall(this.smalls, part.blob);
    if (found) return found;
    return new Promise((resolve) => {
      this.wishes.push({ part, signal, done: resolve });
      this.next();
    });
  }

  /** A whole file. @param {Part} part @param {(share: number) => void} [onProgress] @returns {Promise<Blob>} */
  whole(part, onProgress) {
    return recall(this.wholes, part.blob) ?? remember(this.wholes, WHOLE_KEPT, part.blob, this.how(part, { onProgress }));
  }

  /** Forget some: they were taken away. @param {string[]} ids */
  forget(ids) {
    for (const id of ids) this.smalls.delete(id), this.wholes.delete(id);
  }

  /** Forget all: at sign-out. */
  clear() {
    this.smalls.clear();
    this.wholes.clear();
    this.wishes = [];
  }

  next() {
    while (this.running < AT_ONCE && this.wishes.length) void this.grant(/** @type {Wish} */ (this.wishes.pop()));
  }

  /** @param {Wish} wish */
  async grant({ part, signal, done }) {
    if (signal?.aborted) return done(Promise.reject(signal.reason));
    this.running += 1;
    const data = recall(this.smalls, part.blob) ?? remember(this.smalls, SMALL_KEPT, part.blob, this.how(part));
    done(data);
    await data.catch(() => undefined);
    this.running -= 1;
    this.next();
  }
}

/** What was opened of each school. @type {WeakMap<Session, Opened>} */
let bySchool = new WeakMap();

/** What this page has opened of a school: from this device if it is kept here, else by that school's wire. @param {Session} here @returns {Opened} */
export function openedAt(here) {
  const found = bySchool.get(here) ?? new Opened((part, following) => openHere(here.vault, part, { ...following, wire: here.wire }));
  bySchool.set(here, found);
  return found;
}

/** What this page has opened of the school that is shown. */
class OfShown extends Opened {
  constructor() {
    super((part, following) => openHere(null, part, following)); // while nobody is signed in
  }

  /** @override @param {Part} part @param {AbortSignal} [signal] @returns {Promise<Blob>} */
  small(part, signal) {
    return session.value ? openedAt(session.value).small(part, signal) : super.small(part, signal);
  }

  /** @override @param {Part} part @param {(share: number) => void} [onProgress] @returns {Promise<Blob>} */
  whole(part, onProgress) {
    return session.value ? openedAt(session.value).whole(part, onProgress) : super.whole(part, onProgress);
  }

  /** @override */
  clear() {
    super.clear();
    bySchool = new WeakMap();
  }
}

export const opened = new OfShown();

/** @param {Map<string, Promise<Blob>>} kept @param {string} id */
function recall(kept, id) {
  const found = kept.get(id);
  if (found) kept.delete(id), kept.set(id, found);
  return found;
}

/** What fails is not remembered; the oldest makes room. @param {Map<string, Promise<Blob>>} kept @param {number} most @param {string} id @param {Promise<Blob>} data */
function remember(kept, most, id, data) {
  kept.set(id, data);
  data.catch(() => kept.delete(id));
  for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest);
  return data;
}
