/** Content lines as calendars (RFC 5545, section 3.1) and contact cards (RFC 6350, section 3.2) have them: values escaped, long lines folded. */
const WIDEST = 75;

/** A text as a value: no value ends early, no line begins that nobody meant. @param {string} text */
export function escaped(text) {
  return text.replace(/[\\,;]/g, (symbol) => `\\${symbol}`).replace(/\r\n|\r|\n/g, "\\n").replace(/\p{Cc}/gu, "");
}

/** A line in pieces of at most 75 bytes, no symbol cut in two. @param {string} line */
export function folded(line) {
  const encoder = new TextEncoder();
  const pieces = [""];
  let size = 0;
  for (const symbol of line) {
    const bytes = encoder.encode(symbol).length;
    if (size + bytes > WIDEST) {
      pieces.push("");
      size = 1; // the blank that a piece begins with
    }
    pieces[pieces.length - 1] += symbol;
    size += bytes;
  }
  return pieces.join("\r\n ");
}
