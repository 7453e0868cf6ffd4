/** Codes from paper as they are typed: groups of five, forgiving in case, blanks and hyphens; the caret stays put. */

const GROUP = 5;

/** A typed code in groups of five; what is no code (a scanned address) stays as it is. @param {string} text */
export function grouped(text) {
  if (/[^0-9a-z\s\u00a0-]/i.test(text)) return text;
  const symbols = text.replace(/[^0-9a-z]/gi, "").toUpperCase();
  return symbols.match(/.{1,5}/g)?.join(" ") ?? "";
}

/** Where the caret belongs after grouping: behind as many symbols as before. @param {string} text @param {number} caret */
export function caretAfter(text, caret) {
  if (grouped(text) === text) return caret;
  const symbols = text.slice(0, caret).replace(/[^0-9a-z]/gi, "").length;
  return symbols + Math.max(0, Math.ceil(symbols / GROUP) - 1);
}
