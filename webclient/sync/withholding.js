/**
 * What the server withholds, in a copy: it goes where it is denied, says for whom it is denied to others, and does not come
 * back in an older revision than it had. The same as `sync/withholding.py`.
 */
import { KINDS } from "./modules/index.js";

/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("./types.js").RecordAt} RecordAt */

/**
 * What stood at places that come empty, to be forgotten; its revision is noted in `floors`. In a circle that this person
 * reads: only kinds that are withheld. Else it was a letter that was taken back.
 * @param {Map<string, Item>} items @param {Map<string, number>} floors @param {RecordAt[]} records
 * @param {Map<string, import("./chains.js").Circle>} circles @returns {Set<Item>}
 */
export function emptied(items, floors, records, circles) {
  const places = new Set(records.filter((entry) => !entry.record).map((entry) => `${entry.circle} ${entry.place}`));
  const gone = places.size ? [...items.values()].filter((item) => places.has(`${item.circle} ${item.place}`)) : [];
  const found = gone.filter((item) => !circles.get(item.circle)?.reads || KINDS[item.kind].withholds);
  for (const item of found) floors.set(item.id, item.head.revision);
  return new Set(found);
}

/** A known item whose withholdings are others than they were; null if there is nothing new about it. @param {Item | undefined} known @param {RecordAt} entry @param {string} hash @returns {Item | null} */
export function marked(known, entry, hash) {
  const withheld = entry.withheld ?? [];
  if (!known || known.hash !== hash || known.withheld.join() === withheld.join()) return null;
  return { ...known, withheld };
}
