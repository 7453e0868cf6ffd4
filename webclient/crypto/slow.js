/** Password hashing takes half a second: in a page it runs in a worker, so that the screen never freezes. */
import { lockRoot as inline, makePasswordLock as inlineLock, passwordOffer, wrapSeed } from "./lock.js";

/** The root of a lock; throws as `lock.js` does. @param {string} secret @param {import("./lock.js").Offer} offer @returns {Promise<Uint8Array>} */
export async function lockRoot(secret, offer) {
  const heavy = offer.kind === "password" && typeof Worker === "function";
  return heavy ? inWorker(secret, offer) : inline(secret, offer);
}

/** A lock of a password around the identity seed. @param {string} password @param {Uint8Array} seed @param {string} person */
export async function makePasswordLock(password, seed, person) {
  if (typeof Worker !== "function") return inlineLock(password, seed, person);
  const offer = passwordOffer();
  return wrapSeed(await lockRoot(password, offer), offer, seed, person);
}

/** @param {string} secret @param {import("./lock.js").Offer} offer @returns {Promise<Uint8Array>} */
function inWorker(secret, offer) {
  if (!(offer.ops >= 3 && offer.ops <= 10)) return Promise.resolve().then(() => inline(secret, offer));
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./hash.worker.js", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }) => {
      worker.terminate();
      if (data.root) resolve(data.root);
      else reject(Object.assign(new Error(data.code), { code: data.code }));
    };
    worker.onerror = () => {
      worker.terminate();
      resolve(Promise.resolve().then(() => inline(secret, offer)));
    };
    worker.postMessage({ secret, offer });
  });
}
