/** Putting photos in another order. Pure. */

/** All ids, with some of them moved: to the front, or one place. @param {string[]} all @param {string[]} some @param {"first" | "before" | "after"} where @returns {string[]} */
export function moved(all, some, where) {
  const [mine, rest] = [all.filter((id) => some.includes(id)), all.filter((id) => !some.includes(id))];
  if (where === "first" || !mine.length) return [...mine, ...rest];
  const ends = all.map((id, at) => (some.includes(id) ? at : -1)).filter((at) => at >= 0);
  const at = where === "before" ? ends[0] - 1 : ends[ends.length - 1] + 2 - mine.length;
  const place = Math.max(0, Math.min(rest.length, at));
  return [...rest.slice(0, place), ...mine, ...rest.slice(place)];
}
