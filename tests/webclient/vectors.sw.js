/** A service worker that runs the vectors it is sent: libsodium and the crypto files work in one as they are. */
import { failures, ready } from "./vectors.js";

const scope = /** @type {any} */ (globalThis);

scope.addEventListener("message", async (/** @type {any} */ event) => {
  await ready();
  event.source.postMessage(failures(event.data));
});
