/**
 * Password hashing takes about half a second: in a page it runs in a worker of its own, so that the screen never
 * freezes. Offers are checked before any hashing, and whatever keeps the worker from its work (no module workers, no
 * memory) is tried once more here, where it shows as the error that it is.
 */
import { checkOffer, lockRoot as rootAtOnce, PASSWORD, passwordOffer, wrapSeed } from "./lock.js";

/** @typedef {import("./lock.js").Offer} Offer */
/** What the worker answers: the root, or nothing if it failed. @typedef {{root?: Uint8Array}} Answer */

/**
 * The root of any lock; throws as `lockRoot` of `lock.js`.
 * @param {string} secret @param {Offer} offer @returns {Promise<Uint8Array>}
 */
export async function lockRoot(secret, offer) {
  return offer.kind === PASSWORD ? passwordRoot(secret, offer) : rootAtOnce(secret, offer);
}

/**
 * The root of a password lock: Argon2id, outside the page's thread where there are workers.
 * @param {string} password @param {Offer} lock @returns {Promise<Uint8Array>}
 */
export async function passwordRoot(password, lock) {
  checkOffer(lock);
  const root = typeof Worker === "function" ? await askWorker(password, lock) : undefined;
  return root ?? rootAtOnce(password, lock);
}

/**
 * A fresh lock of a password around the identity seed.
 * @param {string} password @param {Uint8Array} seed @param {string} person
 */
export async function makePasswordLock(password, seed, person) {
  const offer = passwordOffer();
  return wrapSeed(await passwordRoot(password, offer), offer, seed, person);
}

/** @param {string} password @param {Offer} lock @returns {Promise<Uint8Array | undefined>} */
async function askWorker(password, lock) {
  const worker = new Worker(new URL("./hash.worker.js", import.meta.url), { type: "module" });
  try {
    return await answerOf(worker, { secret: password, offer: { ...lock } });
  } finally {
    worker.terminate();
  }
}

/**
 * @param {Worker} worker @param {{secret: string, offer: Offer}} question
 * @returns {Promise<Uint8Array | undefined>}
 */
function answerOf(worker, question) {
  return new Promise((resolve) => {
    worker.onmessage = (/** @type {MessageEvent<Answer>} */ { data }) => resolve(data.root);
    worker.onerror = () => resolve(undefined);
    worker.postMessage(question);
  });
}
