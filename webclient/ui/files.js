/** What the files of a record are, in words: for a notification, a line in a list, a search. No screen, no document. */

/** @typedef {import("../sync/blobs.js").Part} Part */
/** A key and its values. @typedef {[string, Record<string, string>]} Words */

/** The files that a body lists: none where somebody wrote something else there. @param {Record<string, any>} body @returns {Part[]} */
export function filesOf({ files }) {
  return Array.isArray(files) ? files.filter((part) => part && typeof part.blob === "string" && typeof part.key === "string") : [];
}

/** Those that are seen at once, and those that lie below. @param {Part[]} parts @returns {{shown: Part[], others: Part[]}} */
export function sorted(parts) {
  return { shown: parts.filter(isShown), others: parts.filter((part) => !isShown(part)) };
}

/** What to say where there is no text: "Foto", "3 foto's", "Bestand: brief.pdf", "Foto's en bestanden: 4". Null: there are no files. @param {Part[]} parts @returns {Words | null} */
export function wordsOf(parts) {
  if (!parts.length) return null;
  const { shown, others } = sorted(parts);
  const count = String(parts.length);
  if (!shown.length) return others.length === 1 ? ["one-file", { name: others[0].name ?? "" }] : ["some-files", { count }];
  if (others.length) return ["photos-and-files", { count }];
  return shown.length > 1 ? ["some-photos", { count }] : [isFilm(shown[0]) ? "one-video" : "one-photo", {}];
}

/** What a search looks through. @param {Part[]} parts */
export function namesOf(parts) {
  return parts.map((part) => part.name ?? "").join(" ");
}

/** A picture or film has a small one of its own. @param {Part} part */
function isShown({ type, thumb }) {
  return Boolean(thumb) && /^(image|video)\//.test(String(type));
}

/** @param {Part} part */
export function isFilm({ type }) {
  return String(type).startsWith("video/");
}
