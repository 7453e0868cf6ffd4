/** The worker that hashes one password and ends. */
import { lockRoot } from "./lock.js";
import { ready } from "./random.js";

self.onmessage = async (event) => {
  await ready();
  try {
    self.postMessage({ root: lockRoot(event.data.secret, event.data.offer) });
  } catch (error) {
    self.postMessage({ code: /** @type {{code?: string}} */ (error).code ?? "malformed" });
  }
};
