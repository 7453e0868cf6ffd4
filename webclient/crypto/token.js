/**
 * The token on a letter: it finds its invitation, signs the redemption, and is the seat's first epoch.
 *
 * It also proves the school to the parent: the invitation's mac can be checked only with the paper in hand.
 */
import { derive, H, keyed } from "./digest.js";
import { b64, lp, sized, unb64, utf8 } from "./encoding.js";
import { CodeLength, Tampered } from "./errors.js";
import { PUBLIC, SigningKey } from "./identity.js";
import { INVITATION, TOKEN, TOKEN_KEYS } from "./labels.js";
import { newCode, PAYLOAD, readCode } from "./paper.js";
import { sodium } from "./random.js";

export const GROUPS = 5;

/** All that follows from a token's 20 symbols (100 bits). */
export class Token {
  static SYMBOLS = GROUPS * PAYLOAD;

  /** @param {string} symbols */
  constructor(symbols) {
    if (symbols.length !== Token.SYMBOLS) throw new CodeLength();
    const master = H(TOKEN, utf8(symbols));
    this.locator = b64(derive(master, TOKEN_KEYS, 1).subarray(0, 16));
    this.signing = new SigningKey(derive(master, TOKEN_KEYS, 2));
    this.seatSeed = derive(master, TOKEN_KEYS, 3);
    this.authentication = derive(master, TOKEN_KEYS, 4);
  }
}

/** A fresh token as it is printed. @param {Uint8Array} [source] only for tests */
export function newToken(source) {
  return newCode(GROUPS, source);
}

/** The token of typed text; throws CodeError with the group at fault. @param {string} text */
export function readToken(text) {
  return new Token(readCode(text, GROUPS));
}

/**
 * What ties the paper to the school's root key, this invitation and this host.
 * @param {Token} token @param {Uint8Array} root @param {string} actHash @param {string} host @returns {string}
 */
export function invitationMac(token, root, actHash, host) {
  const data = lp(utf8(INVITATION), sized(root, PUBLIC, "root key"), unb64(actHash, 32), utf8(host));
  return b64(keyed(token.authentication, data));
}

/**
 * Throws Tampered where the server shows another school, host or invitation than the paper's.
 * @param {Token} token @param {Uint8Array} root @param {string} actHash @param {string} host @param {string} mac
 */
export function checkInvitationMac(token, root, actHash, host, mac) {
  const expected = unb64(invitationMac(token, root, actHash, host));
  if (!sodium.memcmp(expected, unb64(mac, expected.length))) throw new Tampered("invitation");
}
