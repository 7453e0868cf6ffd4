/** From chosen files to the queue: made ready one after the other, kept, and what can't be sent named with its reason. */
import { signal } from "../lib/signals.js";
import { Refused } from "../sync/errors.js";
import { closeShop, readyMedia } from "./pictures.js";
import { uploads } from "./state.js";

/** @typedef {import("../sync/uploadstore.js").Ready} Ready */
/** @typedef {import("../sync/uploadstore.js").Then} Then */
/** @typedef {import("../sync/blobs.js").Part} Part */

/** What is being made ready; these files are not safe yet if the app is closed. */
export const preparing = signal({ done: 0, total: 0 });
/** Files that were refused, until somebody has read it. */
export const refused = signal(/** @type {{name: string, error: any}[]} */ ([]));

/** @type {Promise<unknown>} */
let line = Promise.resolve();
let stopped = 0;

/**
 * Make files ready and queue each with what it is for; resolves when all are kept or named as refused.
 * @param {File[]} files @param {string} circle @param {(part: Part, at: number) => Then} then what to write once one is there
 * @param {(file: File) => Promise<Ready>} [ready]
 */
export function sendFiles(files, circle, then, ready = readyMedia) {
  return makeReady(files, ready, (made, at) => uploads.value?.add(circle, [made], ([part]) => then(part, at)));
}

/** Make files ready, one after the other, and hand each on; what can't be is named as refused. @param {File[]} files @param {(file: File) => Promise<Ready>} ready @param {(made: Ready, at: number) => any} use */
export function makeReady(files, ready, use) {
  const began = stopped;
  preparing.value = { done: preparing.value.done, total: preparing.value.total + files.length };
  for (const [at, file] of files.entries()) line = line.then(async () => void (began === stopped && (await makeOne(file, ready, (made) => use(made, at)))));
  return line;
}

/** What is not ready yet is not sent. */
export function stopPreparing() {
  stopped += 1;
  preparing.value = { done: 0, total: 0 };
}

/** @param {File} file @param {(file: File) => Promise<Ready>} ready @param {(made: Ready) => any} use */
async function makeOne(file, ready, use) {
  const began = stopped;
  try {
    const made = await ready(file);
    if (began === stopped) await use(made);
  } catch (error) {
    refused.value = [...refused.value, { name: file.name, error: error instanceof Refused ? error : { code: "file-unreadable" } }];
  }
  if (began === stopped) step();
}

function step() {
  const { done, total } = preparing.value;
  preparing.value = done + 1 < total ? { done: done + 1, total } : { done: 0, total: 0 };
  if (!preparing.value.total) closeShop();
}
