/** The worker that makes pictures small, so that the screen never freezes; an error goes back as its code. */
import { offscreen, shrink } from "./shrink.js";

self.onmessage = async ({ data: { number, file } }) => {
  try {
    self.postMessage({ number, made: await shrink(file, offscreen) });
  } catch (error) {
    self.postMessage({ number, code: /** @type {any} */ (error).code ?? "" });
  }
};
