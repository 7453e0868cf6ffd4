/**
 * A zip made in the browser (APPNOTE 6.3: stored, names in UTF-8), out of Blobs: nothing is held in memory twice, and
 * nothing is compressed, as pictures are already. Names can't lead out of the folder they are unpacked in.
 */
import { Refused } from "../sync/errors.js";

const MOST_BYTES = 0xffff_ffff;
const MOST_FILES = 0xffff;
const SLICE = 1024 * 1024;
const UTF8 = 1 << 11;
const VERSION = 20;
const ENCODER = new TextEncoder();
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb8_8320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** @typedef {{name: Uint8Array, crc: number, size: number, at: number, stamp: [number, number]}} Entry */

export class Zip {
  constructor() {
    /** @type {BlobPart[]} */ this.parts = [];
    /** @type {Entry[]} */ this.entries = [];
    /** @type {Set<string>} */ this.names = new Set();
    this.size = 0;
  }

  /** Put a file in; a name that is there already gets a number. Throws Refused `zip-too-large`. @param {string} name @param {Blob} data @param {Date} time */
  async add(name, data, time) {
    const free = freeName(safeName(name), this.names);
    const entry = { name: ENCODER.encode(free), crc: await crc32(data), size: data.size, at: this.size, stamp: stampOf(time) };
    const header = localHeader(entry);
    if (this.size + header.length + data.size > MOST_BYTES || this.entries.length >= MOST_FILES) throw new Refused("zip-too-large");
    this.names.add(free.toLowerCase());
    this.entries.push(entry);
    this.parts.push(/** @type {BlobPart} */ (header), data);
    this.size += header.length + data.size;
  }

  /** The zip. @returns {Blob} */
  end() {
    const directory = this.entries.map(centralHeader);
    const length = directory.reduce((sum, one) => sum + one.length, 0);
    const last = fields([4, 0x0605_4b50], [2, 0], [2, 0], [2, this.entries.length], [2, this.entries.length], [4, length], [4, this.size], [2, 0]);
    return new Blob([...this.parts, ...(/** @type {BlobPart[]} */ ([...directory, last]))], { type: "application/zip" });
  }
}

/**
 * A name for one file in one folder: no way out of it, nothing that a system refuses, no tricks with the direction of
 * writing, never empty. @param {string} name
 */
export function safeName(name) {
  const plain = name.normalize("NFC").replace(/[\\/:*?"<>|]/g, "-").replace(/[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "");
  const trimmed = plain.replace(/^[.\s]+|[.\s]+$/g, "");
  const [stem, ending] = split(trimmed);
  return stem || ending ? `${[...(stem || "-")].slice(0, 120).join("")}${ending.slice(0, 12)}` : "-";
}

/** The CRC-32 of a Blob, a slice at a time. @param {Blob} data @returns {Promise<number>} */
export async function crc32(data) {
  let value = 0xffff_ffff;
  for (let at = 0; at < data.size; at += SLICE) {
    const bytes = new Uint8Array(await data.slice(at, at + SLICE).arrayBuffer());
    for (let index = 0; index < bytes.length; index++) value = TABLE[(value ^ bytes[index]) & 255] ^ (value >>> 8);
  }
  return (value ^ 0xffff_ffff) >>> 0;
}

/** @param {string} name @param {Set<string>} taken in lower case, as some systems see no difference */
function freeName(name, taken) {
  const [stem, ending] = split(name);
  for (let number = 1; ; number++) {
    const tried = number === 1 ? name : `${stem} (${number})${ending}`;
    if (!taken.has(tried.toLowerCase())) return tried;
  }
}

/** @param {string} name @returns {[string, string]} */
function split(name) {
  const dot = name.lastIndexOf(".");
  return dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
}

/** Date and time as DOS wrote them, in the clock of this device. @param {Date} time @returns {[number, number]} */
function stampOf(time) {
  const year = Math.min(Math.max(time.getFullYear(), 1980), 2107) - 1980;
  return [(time.getHours() << 11) | (time.getMinutes() << 5) | (time.getSeconds() >> 1), (year << 9) | ((time.getMonth() + 1) << 5) | time.getDate()];
}

/** @param {Entry} entry @returns {[number, number][]} */
function common({ crc, size, name, stamp }) {
  return [[2, VERSION], [2, UTF8], [2, 0], [2, stamp[0]], [2, stamp[1]], [4, crc], [4, size], [4, size], [2, name.length], [2, 0]];
}

/** @param {Entry} entry */
function localHeader(entry) {
  return joined(fields([4, 0x0403_4b50], ...common(entry)), entry.name);
}

/** @param {Entry} entry */
function centralHeader(entry) {
  return joined(fields([4, 0x0201_4b50], [2, VERSION], ...common(entry), [2, 0], [2, 0], [2, 0], [4, 0], [4, entry.at]), entry.name);
}

/** Numbers, the lowest byte first. @param {...[number, number]} numbers (bytes, value) */
function fields(...numbers) {
  return Uint8Array.from(numbers.flatMap(([size, value]) => Array.from({ length: size }, (_, at) => (value >>> (8 * at)) & 255)));
}

/** @param {Uint8Array} first @param {Uint8Array} second */
function joined(first, second) {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
