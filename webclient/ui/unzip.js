/**
 * Reading a zip that this app made (`zip.js`): files that are stored as they are, each a slice of the whole, so nothing is
 * held twice. Everything else is refused; names are only looked up, never used as a path.
 */
import { Refused } from "../sync/errors.js";

const [END, CENTRAL, LOCAL] = [0x0605_4b50, 0x0201_4b50, 0x0403_4b50];
const [END_SIZE, CENTRAL_SIZE, LOCAL_SIZE] = [22, 46, 30];
/** Bytes in which the end is looked for: a comment may follow it. */
const LAST = 65_557;

/** The files of a zip by name; throws Refused `not-a-takeout`. @param {Blob} zip @returns {Promise<Map<string, Blob>>} */
export async function unzip(zip) {
  const tail = await viewOf(zip, Math.max(0, zip.size - LAST), zip.size);
  let at = tail.byteLength - END_SIZE;
  while (at >= 0 && tail.getUint32(at, true) !== END) at--;
  if (at < 0) throw new Refused("not-a-takeout");
  const [count, size, from] = [tail.getUint16(at + 10, true), tail.getUint32(at + 12, true), tail.getUint32(at + 16, true)];
  const directory = await viewOf(zip, from, from + size);
  /** @type {Map<string, Blob>} */
  const found = new Map();
  for (let entry = 0, next = 0; entry < count; entry++) next = await readEntry(zip, directory, next, found);
  return found;
}

/** @param {Blob} zip @param {DataView} directory @param {number} at @param {Map<string, Blob>} found @returns {Promise<number>} where the next one is */
async function readEntry(zip, directory, at, found) {
  if (at + CENTRAL_SIZE > directory.byteLength || directory.getUint32(at, true) !== CENTRAL) throw new Refused("not-a-takeout");
  const short = (/** @type {number} */ place) => directory.getUint16(at + place, true);
  const [size, start] = [directory.getUint32(at + 20, true), directory.getUint32(at + 42, true)];
  if (short(10) !== 0 || size !== directory.getUint32(at + 24, true)) throw new Refused("not-a-takeout"); // stored, and nothing else
  const name = new TextDecoder().decode(new Uint8Array(directory.buffer, directory.byteOffset + at + CENTRAL_SIZE, short(28)));
  const local = await viewOf(zip, start, start + LOCAL_SIZE);
  if (local.getUint32(0, true) !== LOCAL) throw new Refused("not-a-takeout");
  const begin = start + LOCAL_SIZE + local.getUint16(26, true) + local.getUint16(28, true);
  if (begin + size > zip.size) throw new Refused("not-a-takeout");
  found.set(name, zip.slice(begin, begin + size));
  return at + CENTRAL_SIZE + short(28) + short(30) + short(32);
}

/** @param {Blob} zip @param {number} from @param {number} to @returns {Promise<DataView>} */
async function viewOf(zip, from, to) {
  if (from < 0 || to > zip.size) throw new Refused("not-a-takeout");
  return new DataView(await zip.slice(from, to).arrayBuffer());
}
