/**
 * Ballots of an anonymous survey: a verifiable oblivious pseudorandom function (VOPRF, as RFC 9497, mode 0x01).
 *
 * A voter draws a random *serial*, blinds its point and has it evaluated under the survey's key by a server that knows
 * who asks; unblinded, serial and *output* are a ballot that this server recognises later and can't lead back to the
 * asking: each blinded point fits each serial under exactly one blinding, so no key and no computing power helps.
 * A proof (Chaum and Pedersen) says that the key is the one behind the public key that everybody was shown.
 *
 * Where this differs from the RFC's suites: the group is the prime-order part of edwards25519, the one that both of our
 * bindings of libsodium have (ristretto255 is missing in PyNaCl), with BLAKE2b-256 and one element a proof. A point of
 * 32 bytes is accepted only without a cofactor's part; a serial's point is the sum of two images of libsodium's Elligator
 * map, which clears the cofactor. Scalars are reduced from 64 bytes.
 */
import { H, SIZE } from "./digest.js";
import { b64, concat, lp, sized, unb64, utf8 } from "./encoding.js";
import { Malformed, Tampered, WrongKey } from "./errors.js";
import { BoxKey, seal, SEALED } from "./identity.js";
import { BALLOT } from "./labels.js";
import { fresh, sodium } from "./random.js";

/**
 * What the server answers: the evaluated point (32 bytes), and the proof (64) that it used its key.
 * @typedef {{element: Uint8Array, proof: Uint8Array}} Evaluation
 */

export const SERIAL = 32;
export const POINT = 32;
export const SCALAR = 32;
export const PROOF = 2 * SCALAR;
/** Every answer is sealed at this one length. */
export const ANSWER = 2048;
const WIDE = 64;
const EIGHT = Uint8Array.from({ length: SCALAR }, (_, at) => (at === 0 ? 8 : 0));
const MARK = 0x80;

/** A key of a survey or a blinding, 32 bytes. @param {Uint8Array} [source] 64 bytes, for tests @returns {Uint8Array} */
export function newScalar(source = fresh(WIDE)) {
  return reduce(source);
}

/** The public key (32 bytes) of a survey's key; throws Malformed. @param {Uint8Array} key @returns {Uint8Array} */
export function ballotPublic(key) {
  return base(scalar(key));
}

/**
 * What the server is asked to evaluate (32 bytes); throws Malformed.
 * @param {Uint8Array} serial @param {Uint8Array} blinding @returns {Uint8Array}
 */
export function blindSerial(serial, blinding) {
  return times(blinding, pointOf(serial));
}

/**
 * A blinded point under the key, with a proof; throws Malformed.
 * @param {Uint8Array} key @param {Uint8Array} blinded @param {Uint8Array} [source] 64 bytes, for tests @returns {Evaluation}
 */
export function evaluate(key, blinded, source) {
  const nonce = newScalar(source);
  const element = times(key, blinded);
  const drawn = challenge(ballotPublic(key), blinded, element, base(nonce), times(nonce, blinded));
  const answer = sodium.crypto_core_ed25519_scalar_sub(nonce, sodium.crypto_core_ed25519_scalar_mul(drawn, key));
  return { element, proof: concat(drawn, answer) };
}

/**
 * The ballot's output (32 bytes); throws WrongKey unless the key behind `shown` was used, Malformed.
 * @param {Uint8Array} shown the survey's public key @param {Uint8Array} serial @param {Uint8Array} blinding
 * @param {Evaluation} evaluation @returns {Uint8Array}
 */
export function unblind(shown, serial, blinding, { element, proof }) {
  checkProof(shown, blindSerial(serial, blinding), element, proof);
  const inverse = sodium.crypto_core_ed25519_scalar_invert(scalar(blinding));
  return output(serial, times(inverse, element));
}

/**
 * Check that a ballot was made with this key; throws Tampered, Malformed.
 * @param {Uint8Array} key @param {Uint8Array} serial @param {Uint8Array} given
 */
export function checkBallot(key, serial, given) {
  const expected = output(serial, times(key, pointOf(serial)));
  if (!sodium.memcmp(sized(given, SIZE, "output"), expected)) throw new Tampered("ballot");
}

/**
 * An answer (at most 2,047 bytes) for the holder of a box key, always as long; throws Malformed.
 * @param {Uint8Array} box @param {Uint8Array} answer @returns {string}
 */
export function sealAnswer(box, answer) {
  if (answer.length >= ANSWER) throw new Malformed("answer too long");
  const padded = new Uint8Array(ANSWER);
  padded.set(answer);
  padded[answer.length] = MARK;
  return b64(seal(box, padded));
}

/** What `sealAnswer` sealed; throws WrongKey, Malformed. @param {BoxKey} pair @param {string} sealed @returns {Uint8Array} */
export function openAnswer(pair, sealed) {
  const padded = pair.open(unb64(sealed, ANSWER + SEALED));
  let end = padded.length - 1;
  while (end >= 0 && padded[end] === 0) end--;
  if (padded[end] !== MARK) throw new Malformed("padding of an answer");
  return padded.slice(0, end);
}

/**
 * Both commitments, worked out again from the answer, must lead to the challenge.
 * @param {Uint8Array} shown @param {Uint8Array} blinded @param {Uint8Array} element @param {Uint8Array} proof
 */
function checkProof(shown, blinded, element, proof) {
  sized(proof, PROOF, "proof");
  const [drawn, answer] = [scalar(proof.slice(0, SCALAR)), scalar(proof.slice(SCALAR))];
  const one = add(base(answer), times(drawn, shown));
  const other = add(times(answer, blinded), times(drawn, element));
  if (!sodium.memcmp(drawn, challenge(shown, blinded, element, one, other))) {
    throw new WrongKey("ballot evaluated with another key");
  }
}

/** @param {Uint8Array[]} points */
function challenge(...points) {
  return reduce(wide("proof", ...points));
}

/** @param {Uint8Array} serial @param {Uint8Array} point */
function output(serial, point) {
  return H(BALLOT, lp(utf8("output"), serial, point));
}

/** @param {Uint8Array} serial */
function pointOf(serial) {
  const data = wide("point", sized(serial, SERIAL, "serial"));
  const [one, other] = [data.slice(0, POINT), data.slice(POINT)].map((half) => sodium.crypto_core_ed25519_from_uniform(half));
  return add(one, other);
}

/** 64 bytes from a hash of 32: twice, numbered. @param {string} use @param {Uint8Array[]} parts */
function wide(use, ...parts) {
  return concat(...[1, 2].map((n) => H(BALLOT, lp(utf8(use), new Uint8Array([n]), ...parts))));
}

/** @param {Uint8Array} source @returns {Uint8Array} */
function reduce(source) {
  return sodium.crypto_core_ed25519_scalar_reduce(sized(source, WIDE, "source of a scalar"));
}

/** The scalar itself in its one spelling, and not zero. @param {Uint8Array} data @returns {Uint8Array} */
function scalar(data) {
  const reduced = reduce(concat(sized(data, SCALAR, "scalar"), new Uint8Array(WIDE - SCALAR)));
  if (!sodium.memcmp(reduced, data) || sodium.is_zero(data)) throw new Malformed("scalar");
  return data;
}

/**
 * The point itself, on the curve and in the group of prime order.
 *
 * An eighth of it eight times gives it back only if it has no part of order 2, 4 or 8: libsodium's own check let some of
 * order 2 pass before 1.0.21 (CVE-2025-69277), so it is not relied on.
 * @param {Uint8Array} data @returns {Uint8Array}
 */
function point(data) {
  if (!sodium.crypto_core_ed25519_is_valid_point(sized(data, POINT, "point"))) throw new Malformed("point");
  const eighth = multiply(sodium.crypto_core_ed25519_scalar_invert(EIGHT), data);
  if (!sodium.memcmp(multiply(EIGHT, eighth), data)) throw new Malformed("point");
  return data;
}

/** @param {Uint8Array} number @param {Uint8Array} place */
function times(number, place) {
  return multiply(scalar(number), point(place));
}

/** @param {Uint8Array} number @param {Uint8Array} place @returns {Uint8Array} */
function multiply(number, place) {
  return sodium.crypto_scalarmult_ed25519_noclamp(number, place);
}

/** @param {Uint8Array} number @returns {Uint8Array} */
function base(number) {
  return sodium.crypto_scalarmult_ed25519_base_noclamp(number);
}

/** @param {Uint8Array} one @param {Uint8Array} other @returns {Uint8Array} */
function add(one, other) {
  return sodium.crypto_core_ed25519_add(one, other);
}
