/**
 * Files made ready to be sent: pictures small and without what the camera wrote beside them, videos short and emptied of
 * places, each with a thumbnail; every other file as it is. What can't be made ready is refused with a clear word.
 */
import { Refused } from "../sync/errors.js";
import { drawn, offscreen, shrink } from "./shrink.js";
import { stripVideo } from "./video.js";

/** What a file field of pictures takes. An iPhone that is not asked for HEIC turns its photos into JPEG by itself. */
export const PICTURES = "image/jpeg,image/png,image/webp,image/gif,image/avif";
export const VIDEOS = "video/mp4,video/webm,video/quicktime";
/** What is made small, or refused with a reason; an SVG or a TIFF is a file like another. */
const SHOWN = /^(image\/(jpeg|png|webp|gif|avif|heic|heif)|video\/)/;
const LONGEST_SECONDS = 60;
const LARGEST_VIDEO = 100 * 1024 * 1024;
const LARGEST_PICTURE = 80 * 1024 * 1024;
const LARGEST_FILE = 100 * 1024 * 1024;
const POSTER_AT = 0.4;
const PATIENCE = 15_000;
const HEIC = /^(heic|heix|hevc|hevx|heim|heis|mif1|msf1)$/;

/** @typedef {import("../sync/uploadstore.js").Ready} Ready */
/** @typedef {Awaited<ReturnType<typeof shrink>>} Made */

/** A picture or short video; throws Refused `picture-unknown`, `picture-heic`, `picture-too-large`, `video-unknown`, `video-too-long`, `video-too-large`. @param {File} file @returns {Promise<Ready>} */
export async function readyMedia(file) {
  return (await isVideo(file)) ? readyVideo(file) : readyPicture(file);
}

/** Any file as it is, pictures with a thumbnail where the browser can draw one; throws Refused `file-too-large`. @param {File} file @returns {Promise<Ready>} */
export async function readyFile(file) {
  if (file.size > LARGEST_FILE) throw new Refused("file-too-large");
  const thumb = /^image\//.test(file.type) && file.size < LARGEST_PICTURE ? await thumbOf(file) : undefined;
  return { data: file, type: file.type || "application/octet-stream", name: file.name, ...(thumb ? { thumb } : {}) };
}

/** What somebody adds to a text: photos and short videos as `readyMedia` makes them, everything else as it is. @param {File} file @returns {Promise<Ready>} */
export async function readyAny(file) {
  const shown = SHOWN.test(file.type) || (!file.type && (await brandOf(file)) !== "");
  return shown ? readyMedia(file) : readyFile(file);
}

/** @param {File} file @returns {Promise<Ready>} */
async function readyPicture(file) {
  if (file.size > LARGEST_PICTURE) throw new Refused("picture-too-large");
  const { full, small } = await shrunk(file).catch(async (error) => {
    throw (await isHeic(file)) ? new Refused("picture-heic") : error;
  });
  return { data: full.data, type: "image/jpeg", name: renamed(file.name, "jpg"), width: full.width, height: full.height, thumb: thumbFrom(small) };
}

/** @param {File} file @returns {Promise<Ready>} */
async function readyVideo(file) {
  if (file.size > LARGEST_VIDEO) throw new Refused("video-too-large");
  const data = await stripVideo(file);
  const { seconds, width, height, made } = await looked(data);
  if (seconds > LONGEST_SECONDS + 1) throw new Refused("video-too-long");
  return { data, type: data.type, name: renamed(file.name, data.type === "video/webm" ? "webm" : "mp4"), width, height, seconds: Math.round(seconds), thumb: thumbFrom(made.small) };
}

/** @param {File} file @returns {Promise<Ready | undefined>} */
async function thumbOf(file) {
  const made = await shrunk(file).catch(() => null); // a file that is no picture after all is still a file
  return made ? thumbFrom(made.small) : undefined;
}

/** @param {import("./shrink.js").Drawn} small @returns {Ready} */
function thumbFrom({ data, width, height }) {
  return { data, type: data.type, width, height };
}

/** @type {{worker: Worker, next: number, waiting: Map<number, (answer: any) => void>} | null} */
let shop = null;

/** In the worker; where there is none, or it fails to start, here. @param {Blob} file @returns {Promise<Made>} */
async function shrunk(file) {
  if (typeof OffscreenCanvas !== "function") return shrink(file, onPage);
  const answer = await ask(file);
  if (answer.made) return answer.made;
  if (answer.code) throw new Refused(answer.code);
  return shrink(file, onPage);
}

/** @param {Blob} file @returns {Promise<{made?: Made, code?: string}>} */
function ask(file) {
  shop ??= openShop();
  const { worker, waiting, next: number } = shop;
  shop.next += 1;
  return new Promise((resolve) => {
    waiting.set(number, resolve);
    worker.postMessage({ number, file });
  });
}

function openShop() {
  const worker = new Worker(new URL("./shrink.worker.js", import.meta.url), { type: "module" });
  /** @type {Map<number, (answer: any) => void>} */
  const waiting = new Map();
  const answer = (/** @type {any} */ said) => {
    waiting.get(said.number)?.(said);
    waiting.delete(said.number);
  };
  worker.onmessage = ({ data }) => answer(data);
  worker.onerror = () => {
    shop = null;
    for (const number of waiting.keys()) answer({ number });
  };
  return { worker, next: 0, waiting };
}

/** Give the worker's memory back once nothing is to be made small. */
export function closeShop() {
  if (shop && !shop.waiting.size) {
    shop.worker.terminate();
    shop = null;
  }
}

/** A canvas of this page. @type {import("./shrink.js").MakeSheet} */
function onPage(width, height) {
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const toBlob = (/** @type {string} */ type, /** @type {number} */ quality) => /** @type {Promise<Blob>} */ (new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Refused("picture-too-large"))), type, quality)));
  return { canvas, toBlob };
}

/** How long and large a video is, and a frame near its beginning. @param {Blob} data */
async function looked(data) {
  const video = Object.assign(document.createElement("video"), { muted: true, playsInline: true, preload: "auto" });
  const address = URL.createObjectURL(data);
  try {
    await heard(video, "loadeddata", () => (video.src = address));
    const seconds = await lengthOf(video);
    await heard(video, "seeked", () => (video.currentTime = Math.min(POSTER_AT, seconds / 2)));
    const [width, height] = [video.videoWidth, video.videoHeight];
    const frame = await createImageBitmap(video);
    return { seconds, width, height, made: await drawn(frame, typeof OffscreenCanvas === "function" ? offscreen : onPage) };
  } finally {
    video.removeAttribute("src");
    URL.revokeObjectURL(address);
  }
}

/** What a browser records has no length written in it: its end is sought. @param {HTMLVideoElement} video */
async function lengthOf(video) {
  if (Number.isFinite(video.duration)) return video.duration;
  await heard(video, "seeked", () => (video.currentTime = LONGEST_SECONDS * 60));
  return video.currentTime;
}

/** @param {HTMLVideoElement} video @param {string} name @param {() => void} start @returns {Promise<void>} */
function heard(video, name, start) {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Refused("video-unknown"));
    const timer = setTimeout(fail, PATIENCE);
    video.addEventListener(name, () => (clearTimeout(timer), resolve()), { once: true });
    video.addEventListener("error", () => (clearTimeout(timer), fail()), { once: true });
    start();
  });
}

/** Whether this is a video, by its name for the system or its first bytes. @param {File} file */
async function isVideo(file) {
  if (/^image\//.test(file.type)) return false;
  const brand = await brandOf(file);
  return /^video\//.test(file.type) || (brand !== "" && !HEIC.test(brand) && !/^avi/.test(brand));
}

/** Whether this is what iPhones make, whatever it is called. @param {File} file */
async function isHeic(file) {
  return HEIC.test(await brandOf(file));
}

/** The brand of a file of boxes (ISO 14496-12), "" for another. @param {Blob} file */
async function brandOf(file) {
  const first = new TextDecoder("latin1").decode(await file.slice(4, 12).arrayBuffer());
  return first.startsWith("ftyp") ? first.slice(4) : "";
}

/** @param {string} name @param {string} ending */
function renamed(name, ending) {
  return `${name.replace(/\.[^.]*$/, "") || "-"}.${ending}`;
}
