/** Every context and derivation label, in one place; `crypto/labels.py` holds the same (tested). */
export const RECORD = "kring1.record";
export const BODY = "kring1.body";
export const LINK = "kring1.link";
export const READERS = "kring1.readers";
export const CLAIM = "kring1.claim";
export const LOGIN = "kring1.login";
export const INVITATION = "kring1.invitation";
export const WRAP = "kring1.wrap";
export const EPOCH = "kring1.epoch";
export const LETTER = "kring1.letter";
export const BLOB = "kring1.blob";
export const CODE = "kring1.code";
export const TIP = "kring1.tip";
export const PUSH = "kring1.push";
export const TOKEN = "kring1.token";
export const SHEET = "kring1.sheet";
export const ROOT = "kring1.root";
export const HANDOVER = "kring1.handover";
export const NUMBER = "kring1.number";
export const PASSKEY = "kring1.passkey";
export const BALLOT = "kring1.ballot";
export const FEED = "kring1.feed";
export const MOVE = "kring1.move";

export const PERSON_KEYS = "kr1prson";
export const CIRCLE_KEYS = "kr1circl";
export const LOCK_KEYS = "kr1lock_";
export const TOKEN_KEYS = "kr1token";
export const FEED_KEYS = "kr1feed_";

/** The context under which a statement of this kind is signed and hashed. @param {string} kind */
export function statementContext(kind) {
  return `kring1.statement.${kind}`;
}
