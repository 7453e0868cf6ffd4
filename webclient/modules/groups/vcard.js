/** A parent's card for the contacts of a phone (RFC 6350), made here: what is in it leaves this device only by a person's hand. */

const WIDEST = 75;

/** @typedef {{name: string, note: string, phone?: string, email?: string, address?: string}} Contact */

/** The text of a card. @param {Contact} contact */
export function vcard({ name, note, phone = "", email = "", address = "" }) {
  const lines = [
    "BEGIN:VCARD", "VERSION:4.0", `FN:${escaped(name)}`, `N:;${escaped(name)};;;`,
    phone && `TEL;TYPE=cell:${escaped(phone)}`, email && `EMAIL:${escaped(email)}`,
    address && `ADR;TYPE=home:;;${escaped(address)};;;;`, note && `NOTE:${escaped(note)}`, "END:VCARD",
  ];
  return lines.filter(Boolean).map((line) => `${folded(line)}\r\n`).join("");
}

/** A name for its file. @param {string} name */
export function fileName(name) {
  return `${name.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").toLowerCase() || "kring"}.vcf`;
}

/** Hand a card to the browser as a file. @param {Contact} contact */
export function download(contact) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([vcard(contact)], { type: "text/vcard;charset=utf-8" }));
  link.download = fileName(contact.name);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** A text as a value (section 3.4): no value ends early, no line begins that nobody meant. @param {string} text */
function escaped(text) {
  return text.replace(/[\\,;]/g, (symbol) => `\\${symbol}`).replace(/\r\n|\r|\n/g, "\\n").replace(/\p{Cc}/gu, "");
}

/** A line in pieces of at most 75 bytes, no symbol cut in two (section 3.2). @param {string} line */
function folded(line) {
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
