/**
 * Files leave the app here, and only here. Invariant: no address of our origin ever holds what somebody sent under a type
 * that a browser runs. A file is saved as bytes, or as one of a few types that are nothing but picture, film or sound;
 * the type that its sender wrote decides nothing else.
 */
import { safeName } from "./zip.js";

const BYTES = "application/octet-stream";
const PDF = "application/pdf";
const PDF_BEGINS = "%PDF-";
const PICTURES = ["image/jpeg", "image/png", "image/webp", "image/gif", "image/avif"];
const FILMS = ["video/mp4", "video/webm"];
const KEPT = 60_000;

/** The type to give to bytes of somebody else's: one that can't run, or none. @param {string} type */
export function safeType(type) {
  return [...PICTURES, ...FILMS].includes(type) ? type : BYTES;
}

/** What a file is, for its sign and for what can be done with it. @param {string} type @param {string} [name] @returns {"picture" | "film" | "pdf" | "file"} */
export function sortOf(type, name = "") {
  if (PICTURES.includes(type)) return "picture";
  if (FILMS.includes(type)) return "film";
  return type === PDF || /\.pdf$/i.test(name) ? "pdf" : "file";
}

/** Save bytes under a name. @param {Blob} data @param {string} name @param {string} [type] what its sender says it is */
export function save(data, name, type = "") {
  const link = document.createElement("a");
  link.href = addressOf(new Blob([data], { type: type === "application/zip" ? type : safeType(type) }));
  link.download = safeName(name);
  link.click();
}

/** Show a PDF in the browser's own reader, in a tab that knows nothing of this one; false if it is none, or there is no reader. @param {Blob} data */
export async function showPdf(data) {
  const begins = new TextDecoder("latin1").decode(await data.slice(0, PDF_BEGINS.length).arrayBuffer());
  if (begins !== PDF_BEGINS || !navigator.pdfViewerEnabled) return false;
  open(addressOf(new Blob([data], { type: PDF })), "_blank", "noopener");
  return true;
}

/** An address that is gone a minute later. @param {Blob} data */
function addressOf(data) {
  const address = URL.createObjectURL(data);
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
  return address;
}
