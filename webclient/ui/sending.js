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
  const began = stopped;
  preparing.value = { done: preparing.value.done, total: preparing.value.total + files.length };
  for (const [at, file] of files.entries()) line = line.then(async () => void (began === stopped && (await sendOne(file, circle, (part) => then(part, at), ready))));
  return line;
}

/** What is not ready yet is not sent. */
export function stopPreparing() {
  stopped += 1;
  preparing.value = { done: 0, total: 0 };
}

/** @param {File} file @param {string} circle @param {(part: Part) => Then} then @param {(file: File) => Promise<Ready>} ready */
async function sendOne(file, circle, then, ready) {
  const began = stopped;
  try {
    const made = await ready(file);
    if (began === stopped) await uploads.value?.add(circle, [made], ([part]) => then(part));
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
