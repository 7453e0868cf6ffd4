/**
 * What a short video says beside its pictures: where it was taken, by which device, sometimes a second by second track.
 * All of that is made empty here, byte for byte in place (ISO 14496-12, Matroska), so that the pictures stay where they are.
 *
 * Invariant: of a film (mp4, mov) no `udta`, `meta` or `uuid` box keeps its contents, and of a track that is neither
 * picture nor sound no sample is left; of a webm no tags and no attachments. What is not understood is refused.
 */
import { Refused } from "../sync/errors.js";

/** Boxes that say something about the film; and those that hold boxes. */
const TELLING = ["udta", "meta", "uuid", "free", "skip"];
const HOLDING = ["moov", "trak", "mdia", "minf", "stbl", "moof", "traf", "mvex", "edts"];
const SHOWN = ["vide", "soun"];
const LARGEST_MOOV = 32 * 1024 * 1024;
const TAGS = [0x1254_c367, 0x1941_a469];
const SEGMENT = 0x1853_8067;
const CLUSTER = 0x1f43_b675;
const EBML = 0x1a45_dfa3;
const VOID = 0xec;

/** @typedef {{type: string, at: number, head: number, end: number}} Box `head`: where its contents begin */
/** A stretch of bytes that becomes others; `whole`: its place is that in the file, not that in its box. @typedef {{at: number, bytes: Uint8Array, whole?: boolean}} Patch */

/** The same video, saying nothing; throws Refused `video-unknown`. @param {Blob} file @returns {Promise<Blob>} */
export async function stripVideo(file) {
  const first = await bytesOf(file, 0, 12);
  const isFilm = text(first, 4) === "ftyp";
  if (!isFilm && number(first, 0, 4) !== EBML) throw new Refused("video-unknown");
  const patches = isFilm ? await filmPatches(file) : await webmPatches(file);
  return patched(file, patches, isFilm ? "video/mp4" : "video/webm");
}

/** @param {Blob} file @returns {Promise<Patch[]>} */
async function filmPatches(file) {
  /** @type {Patch[]} */
  const patches = [];
  for (let at = 0; at < file.size; ) {
    const box = boxAt(await bytesOf(file, at, at + 16), 0, file.size - at);
    const [type, size] = [box.type, box.end];
    if (TELLING.includes(type)) patches.push(emptied(at, size));
    if (HOLDING.includes(type)) patches.push(...(await holdingPatches(file, at, size)));
    at += size;
  }
  return patches;
}

/** @param {Blob} file @param {number} at @param {number} size @returns {Promise<Patch[]>} */
async function holdingPatches(file, at, size) {
  if (size > LARGEST_MOOV) throw new Refused("video-unknown");
  const bytes = await bytesOf(file, at, at + size);
  return stripBoxes(bytes, boxAt(bytes, 0, size)).map((patch) => (patch.whole ? patch : { ...patch, at: at + patch.at }));
}

/** Patches inside one box, and those of samples elsewhere in the file. @param {Uint8Array} bytes @param {Box} box @returns {Patch[]} */
function stripBoxes(bytes, box) {
  return children(bytes, box).flatMap((one) => {
    if (TELLING.includes(one.type)) return [emptied(one.at, one.end - one.at)];
    if (one.type === "trak" && !isShown(bytes, one)) return [...samplesOf(bytes, one), emptied(one.at, one.end - one.at)];
    return HOLDING.includes(one.type) ? stripBoxes(bytes, one) : [];
  });
}

/** Whether a track is picture or sound. @param {Uint8Array} bytes @param {Box} track */
function isShown(bytes, track) {
  const handler = find(bytes, track, ["mdia", "hdlr"]);
  return handler !== null && SHOWN.includes(text(bytes, handler.head + 8));
}

/** Zeros for every sample of a track. @param {Uint8Array} bytes @param {Box} track @returns {Patch[]} */
function samplesOf(bytes, track) {
  const table = find(bytes, track, ["mdia", "minf", "stbl"]);
  const [sizes, runs] = [table && find(bytes, table, ["stsz"]), table && find(bytes, table, ["stsc"])];
  const places = table && (find(bytes, table, ["stco"]) ?? find(bytes, table, ["co64"]));
  if (!sizes || !runs || !places) throw new Refused("video-unknown");
  const wide = places.type === "co64" ? 8 : 4;
  const chunks = Array.from({ length: entries(bytes, places, 4, wide) }, (_, at) => number(bytes, places.head + 8 + at * wide, wide));
  const counts = countsOf(bytes, runs, chunks.length);
  const same = number(bytes, sizes.head + 4, 4);
  const all = same ? number(bytes, sizes.head + 8, 4) : entries(bytes, sizes, 8, 4);
  let sample = 0;
  return chunks.map((at, chunk) => {
    let length = 0;
    for (let left = counts[chunk]; left > 0 && sample < all; left--, sample++) length += same || number(bytes, sizes.head + 12 + sample * 4, 4);
    return { at, bytes: new Uint8Array(length), whole: true };
  });
}

/** How many samples each chunk has. @param {Uint8Array} bytes @param {Box} runs @param {number} chunks */
function countsOf(bytes, runs, chunks) {
  const counts = new Array(chunks).fill(0);
  for (let run = 0; run < entries(bytes, runs, 4, 12); run++) {
    const at = runs.head + 8 + run * 12;
    counts.fill(number(bytes, at + 4, 4), number(bytes, at, 4) - 1);
  }
  return counts;
}

/** How many rows a table says it has, as far as there is room for them. @param {Uint8Array} bytes @param {Box} box @param {number} at @param {number} size */
function entries(bytes, box, at, size) {
  return Math.min(number(bytes, box.head + at, 4), Math.floor((box.end - box.head - at - 4) / size));
}

/** @param {Uint8Array} bytes @param {Box} box @param {string[]} path @returns {Box | null} */
function find(bytes, box, path) {
  const [first, ...rest] = path;
  const one = children(bytes, box).find((child) => child.type === first);
  return one && rest.length ? find(bytes, one, rest) : one ?? null;
}

/** @param {Uint8Array} bytes @param {Box} box @returns {Box[]} */
function children(bytes, box) {
  /** @type {Box[]} */
  const found = [];
  for (let at = box.head; at + 8 <= box.end; ) {
    const one = boxAt(bytes.subarray(at, at + 16), at, box.end - at);
    found.push(one);
    at = one.end;
  }
  return found;
}

/** The box whose first bytes these are. @param {Uint8Array} bytes @param {number} at @param {number} room @returns {Box} */
function boxAt(bytes, at, room) {
  const short = number(bytes, 0, 4);
  const size = short === 0 ? room : short === 1 ? number(bytes, 8, 8) : short;
  const head = short === 1 ? 16 : 8;
  if (size < head || size > room) throw new Refused("video-unknown");
  return { type: text(bytes, 4), at, head: at + head, end: at + size };
}

/** A box of the same size with nothing in it. @param {number} at @param {number} size @returns {Patch} */
function emptied(at, size) {
  const bytes = new Uint8Array(size);
  new DataView(bytes.buffer).setUint32(0, size);
  bytes.set(new TextEncoder().encode("free"), 4);
  return { at, bytes };
}

/** @param {Blob} file @returns {Promise<Patch[]>} */
async function webmPatches(file) {
  /** @type {Patch[]} */
  const patches = [];
  for (let at = 0; at < file.size; ) {
    const { id, head, size } = elementAt(await bytesOf(file, at, at + 12));
    const open = size < 0;
    if (open && ![SEGMENT, CLUSTER].includes(id)) throw new Refused("video-unknown");
    if (TAGS.includes(id)) patches.push(voided(at, Math.min(head + size, file.size - at)));
    at += open || id === SEGMENT ? head : head + size; // an open cluster ends where something higher begins: its children are walked as well
  }
  return patches;
}

/** @param {Uint8Array} bytes @returns {{id: number, head: number, size: number}} `size` -1: until something higher begins */
function elementAt(bytes) {
  const idLength = Math.clz32(bytes[0] ?? 0) - 23;
  const first = bytes[idLength] ?? 0;
  const length = Math.clz32(first) - 23;
  if (idLength > 4 || length > 8 || idLength + length > bytes.length) throw new Refused("video-unknown");
  const mask = 2 ** (8 - length) - 1;
  const rest = bytes.subarray(idLength + 1, idLength + length);
  const unknown = (first & mask) === mask && rest.every((byte) => byte === 255);
  const size = rest.reduce((sum, byte) => sum * 256 + byte, first & mask);
  return { id: number(bytes, 0, idLength), head: idLength + length, size: unknown ? -1 : size };
}

/** An element of the same size that players skip. @param {number} at @param {number} size @returns {Patch} */
function voided(at, size) {
  const bytes = new Uint8Array(size);
  bytes[0] = VOID;
  if (size < 10) bytes[1] = 128 | (size - 2);
  else {
    new DataView(bytes.buffer).setBigUint64(1, BigInt(size - 9));
    bytes[1] = 1;
  }
  return { at, bytes };
}

/** @param {Blob} file @param {Patch[]} patches @param {string} type */
function patched(file, patches, type) {
  /** @type {BlobPart[]} */
  const parts = [];
  let at = 0;
  for (const patch of patches.filter((one) => one.bytes.length).sort((a, b) => a.at - b.at)) {
    if (patch.at < at || patch.at + patch.bytes.length > file.size) throw new Refused("video-unknown");
    parts.push(file.slice(at, patch.at), /** @type {BlobPart} */ (patch.bytes));
    at = patch.at + patch.bytes.length;
  }
  return new Blob([...parts, file.slice(at)], { type });
}

/** @param {Blob} file @param {number} from @param {number} to */
async function bytesOf(file, from, to) {
  return new Uint8Array(await file.slice(from, to).arrayBuffer());
}

/** @param {Uint8Array} bytes @param {number} at */
function text(bytes, at) {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

/** @param {Uint8Array} bytes @param {number} at @param {number} size */
function number(bytes, at, size) {
  return bytes.subarray(at, at + size).reduce((sum, byte) => sum * 256 + byte, 0);
}
