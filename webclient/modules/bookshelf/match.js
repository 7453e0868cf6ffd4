/** Which file is whose, by the names of both: never a guess between two children; whoever sends corrects what is left. Pure. */

/** A child as files name it; `names`: first and last name. @typedef {{id: string, number: string, first: string, last: string}} Named */

/** The ids of the children that files belong to, in the order of the files; "" where that is not certain. @param {string[]} files their names @param {Named[]} children @returns {string[]} */
export function matchFiles(files, children) {
  const known = children.map((one) => ({ ...one, firsts: words(one.first), lasts: words(one.last) }));
  return files.map((file) => {
    const said = new Set(words(file.replace(/\.[^.]*$/, "")));
    const all = (/** @type {string[]} */ parts) => parts.length > 0 && parts.every((one) => said.has(one));
    const byName = known.filter((one) => all(one.firsts) && all(one.lasts));
    const byNumber = known.filter((one) => one.number && said.has(one.number.toLowerCase()) && (one.number.length > 2 || byName.includes(one)));
    const byFirst = known.filter((one) => all(one.firsts));
    return agreed(byName, byNumber) ?? only(byFirst);
  });
}

/** What name and number say together; null if neither says anything. @param {Named[]} byName @param {Named[]} byNumber */
function agreed(byName, byNumber) {
  if (byName.length && byNumber.length) return only(byName.filter((one) => byNumber.includes(one)));
  if (byName.length) return only(byName);
  return byNumber.length ? only(byNumber) : null;
}

/** @param {Named[]} found */
function only(found) {
  return found.length === 1 ? found[0].id : "";
}

/** In small letters, without accents; "van den Berg" is three. @param {string} text */
function words(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}
