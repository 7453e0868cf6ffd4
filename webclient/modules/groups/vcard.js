/** A parent's card for the contacts of a phone (RFC 6350), made here: what is in it leaves this device only by a person's hand. */
import { escaped, folded } from "../../ui/contentline.js";

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
