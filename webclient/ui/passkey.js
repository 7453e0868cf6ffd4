/**
 * A passkey of this device, or of what it syncs with: not as a proof to the server, but for the 32 secret bytes that its
 * pseudo-random function gives (WebAuthn Level 3, extension `prf`). Those open a lock as a password does.
 */
import { b64, utf8 } from "../crypto/encoding.js";
import { PASSKEY } from "../crypto/labels.js";
import { fresh } from "../crypto/random.js";

/** The longest login name (bytes) that fits in a passkey's user handle. */
const LONGEST = 64;
const EVALUATE = { prf: { eval: { first: /** @type {BufferSource} */ (utf8(PASSKEY)) } } };

/** There is no passkey, none that gives a secret, or the person said no. */
export class NoPasskey extends Error {
  code = "no-passkey";
}

/** Whether this browser has passkeys at all. */
export function hasPasskeys() {
  return "PublicKeyCredential" in window && "credentials" in navigator;
}

/** Make a passkey; returns what it gives (base64url). Throws NoPasskey. @param {string} name the login name @param {string} school */
export async function makePasskey(name, school) {
  const id = utf8(name);
  if (id.length > LONGEST) throw new NoPasskey();
  const made = await asked(() => navigator.credentials.create({ publicKey: {
    rp: { name: school }, user: { id: /** @type {BufferSource} */ (id), name, displayName: name }, challenge: /** @type {BufferSource} */ (fresh(32)),
    pubKeyCredParams: [{ type: "public-key", alg: -7 }, { type: "public-key", alg: -257 }],
    authenticatorSelection: { residentKey: "required", userVerification: "required" }, extensions: /** @type {any} */ (EVALUATE) } }));
  return secretOf(made) ?? (await usePasskey(new Uint8Array(made.rawId))).secret;
}

/** Ask for a passkey; returns the login name in it and what it gives. Throws NoPasskey. @param {Uint8Array} [id] only this one @returns {Promise<{name: string, secret: string}>} */
export async function usePasskey(id) {
  const allowCredentials = id ? [{ type: /** @type {const} */ ("public-key"), id: /** @type {BufferSource} */ (id) }] : [];
  const found = await asked(() => navigator.credentials.get({ publicKey: {
    challenge: /** @type {BufferSource} */ (fresh(32)), userVerification: "required", allowCredentials, extensions: /** @type {any} */ (EVALUATE) } }));
  const secret = secretOf(found);
  if (!secret) throw new NoPasskey();
  return { name: new TextDecoder().decode(/** @type {any} */ (found.response).userHandle ?? new Uint8Array()), secret };
}

/** @param {() => Promise<Credential | null>} ask @returns {Promise<PublicKeyCredential>} */
async function asked(ask) {
  const found = await ask().catch(() => null);
  if (!found) throw new NoPasskey();
  return /** @type {PublicKeyCredential} */ (found);
}

/** @param {PublicKeyCredential} credential */
function secretOf(credential) {
  const first = /** @type {any} */ (credential.getClientExtensionResults()).prf?.results?.first;
  return first ? b64(new Uint8Array(first)) : null;
}
