/** The worker that hashes one password and is ended by `slow.js`; without `root`, the answer says that it failed. */
import { lockRoot } from "./lock.js";
import { ready } from "./random.js";

self.onmessage = async ({ data: { secret, offer } }) => {
  try {
    await ready();
    self.postMessage({ root: lockRoot(secret, offer) });
  } catch {
    self.postMessage({});
  }
};
