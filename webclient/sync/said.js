/**
 * Which of two words of one person counts: the one that was said last, not the one that was sent last. A phone that lay in
 * a drawer sends what was pressed on it when it finds a network; what was said on another device meanwhile stands. Pure; the same
 * as `sync/said.py`.
 */

/**
 * Whether a word is older than what stands. What claims to be of the future says nothing of when it was said: some clock was wrong, and whoever presses now is heard.
 * @param {number} stands when what stands was said (ms), 0: nothing does @param {number} time when this was said (ms) @param {number} [now] ms
 */
export function overtaken(stands, time, now = Date.now()) {
  return stands > time && stands <= now;
}

/** When something was said, of a record that may be older than that it is kept: else when it was written. @param {import("./types.js").Item | null | undefined} item @returns {number} */
export function saidAt(item) {
  return item ? (item.body.said ?? item.head.time) : 0;
}
