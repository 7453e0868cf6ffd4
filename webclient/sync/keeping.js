/**
 * Files that this browser keeps, so that they open without a network: sealed, byte for byte as they lie on the server.
 * What opens them stands in the records; sign-out wipes both.
 */
import { fetchSealed, open, openSealed } from "./blobs.js";
import { Refused } from "./errors.js";

/** @typedef {import("./blobs.js").Part} Part */
/** @typedef {import("./vault.js").Vault} Vault */

const STORE = "files";

/** Keep a file, once it is proven to be what the record says; throws Refused `device-full`, and what opening throws. @param {Vault} vault @param {Part} part */
export async function keepFile(vault, part) {
  const sealed = await fetchSealed(part);
  openSealed(part, sealed);
  await vault.put(STORE, part.blob, sealed).catch((error) => {
    throw error?.name === "QuotaExceededError" ? new Refused("device-full") : error;
  });
}

/** Keep it no more. @param {Vault} vault @param {string} blob */
export async function dropFile(vault, blob) {
  await vault.remove(STORE, blob);
}

/** The ids of what is kept. @param {Vault} vault @returns {Promise<Set<string>>} */
export async function keptFiles(vault) {
  return new Set(await vault.keys(STORE));
}

/** A file, from here if it is kept. @param {Vault | null} vault @param {Part} part @param {import("./blobs.js").Following} [following] @returns {Promise<Blob>} */
export async function openHere(vault, part, following) {
  const sealed = await vault?.get(STORE, part.blob).catch(() => null);
  return sealed ? openSealed(part, sealed) : open(part, following);
}

/** What no record names any more goes: it was replaced, deleted, or is no longer this person's to read. @param {Vault} vault @param {Iterable<import("./types.js").Item>} items */
export async function tidyFiles(vault, items) {
  const left = await keptFiles(vault);
  if (!left.size) return 0;
  for (const { head } of items) for (const blob of head.blobs) left.delete(blob);
  for (const blob of left) await dropFile(vault, blob);
  return left.size;
}
