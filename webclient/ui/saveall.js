/** All pictures of an album as one zip, made here: fetched one after the other, opened, put in; it can be stopped. */
import { Refused } from "../sync/errors.js";
import { opened } from "./opened.js";
import { save } from "./save.js";
import { Zip } from "./zip.js";

/** A file, the name it gets and its time (ms). @typedef {{part: import("../sync/blobs.js").Part, name: string, time: number}} Saved */

/**
 * Save files as `<name>.zip`; throws Refused `stopped`, `zip-too-large`, and what opening throws.
 * @param {string} name @param {Saved[]} files @param {{onProgress?: (done: number) => void, signal?: AbortSignal, from?: import("./opened.js").Opened}} [more] `done`: files
 */
export async function saveAll(name, files, { onProgress = () => undefined, signal, from = opened } = {}) {
  const zip = new Zip();
  for (const [at, file] of files.entries()) {
    if (signal?.aborted) throw new Refused("stopped");
    await zip.add(file.name, await from.whole(file.part), new Date(file.time));
    onProgress(at + 1);
  }
  save(zip.end(), `${name}.zip`, "application/zip");
}
