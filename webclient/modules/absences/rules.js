/** When an absence holds, and what may still be done with it. The same as `sync/client/absences.py`; pure. */
import { weekday } from "./days.js";

export const REASONS = ["sick", "doctor", "dentist", "late", "funeral", "religious", "other"];

/** Whether an absence covers a day or, of a part of a day, that time of it. @param {Record<string, any>} body @param {string} day @param {string} [time] */
export function isAbsent(body, day, time = "") {
  if (day < body.from || (body.until && day > body.until) || (body.better && day >= body.better)) return false;
  if (body.weekly && weekday(day) !== weekday(body.from)) return false;
  return !time || ((body.start ?? "00:00") <= time && time < (body.end ?? "24:00"));
}

/** What somebody may still do with an absence on a day. @param {Record<string, any>} body @param {string} role @param {boolean} noted @param {string} day @returns {Set<string>} */
export function allowed(body, role, noted, day) {
  const all = ["teacher", "office"].includes(role) || (!noted && body.from >= day);
  return new Set(all ? ["withdraw", "change", "end"] : ["end"]);
}

/** Whether what somebody pressed of a child at a time (ms) still holds: nobody has found the child since. @param {number} at @param {Record<string, any>[]} noshows the child's, of that day */
export function stands(at, noshows) {
  return noshows.every((one) => !one.resolved || one.resolved < at);
}

/**
 * The marks of a register: what was pressed and still holds, else what it says already, else what the screen showed.
 * @param {Record<string, string>} shown @param {Record<string, string>} known @param {Record<string, number>} pressed when (ms) each child's was @param {(child: string) => Record<string, any>[]} noshowsOf
 */
export function marked(shown, known, pressed, noshowsOf) {
  const again = Object.entries(shown).filter(([child]) => pressed[child] && stands(pressed[child], noshowsOf(child)));
  return { ...shown, ...known, ...Object.fromEntries(again) };
}

/** Whether parents are to hear that a child marked absent is missed: never again for one that was found, unless that is said anew. @param {Record<string, any>[]} noshows the child's, of that day @param {number} [pressed] ms */
export function raises(noshows, pressed = 0) {
  return !noshows.length || (noshows.every((one) => one.resolved) && stands(pressed, noshows));
}

/** How often each reason came up, the most frequent first. @param {Record<string, any>[]} bodies @returns {[string, number][]} */
export function countReasons(bodies) {
  const counts = new Map();
  for (const { reason } of bodies) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** Rows as CSV (RFC 4180) with semicolons; what a spreadsheet would take for a formula is made text. @param {string[][]} rows */
export function csv(rows) {
  const cell = (/** @type {string} */ text) => {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return rows.map((row) => row.map(cell).join(";")).join("\r\n") + "\r\n";
}
