/** The token on a letter: it finds its invitation, signs the redemption, and is the seat's first epoch. */
import { derive, H, keyed } from "./digest.js";
import { b64, lp, unb64, utf8 } from "./encoding.js";
import { Tampered } from "./errors.js";
import { SigningKey } from "./identity.js";
import { INVITATION, TOKEN, TOKEN_KEYS } from "./labels.js";
import { newCode, readCode } from "./paper.js";

export const GROUPS = 5;

/** All that follows from a token's 20 symbols (100 bits). */
export class Token {
  /** @param {string} symbols */
  constructor(symbols) {
    const master = H(TOKEN, utf8(symbols));
    this.locator = b64(derive(master, TOKEN_KEYS, 1).slice(0, 16));
    this.signing = new SigningKey(derive(master, TOKEN_KEYS, 2));
    this.seatSeed = derive(master, TOKEN_KEYS, 3);
    this.authentication = derive(master, TOKEN_KEYS, 4);
  }
}

/** A fresh token as it is printed. @param {Uint8Array} [source] */
export function newToken(source) {
  return newCode(GROUPS, source);
}

/** The token of typed text; throws CodeError with the group at fault. @param {string} text */
export function readToken(text) {
  return new Token(readCode(text, GROUPS));
}

/** What ties the paper to the school's root key, this invitation and this host. @param {Token} token @param {Uint8Array} root @param {string} hash @param {string} host */
export function invitationMac(token, root, hash, host) {
  return b64(keyed(token.authentication, lp(utf8(INVITATION), root, unb64(hash, 32), utf8(host))));
}

/** Throws Tampered where the server shows another school, host or invitation than the paper's. @param {Token} token @param {Uint8Array} root @param {string} hash @param {string} host @param {string} mac */
export function checkInvitationMac(token, root, hash, host, mac) {
  if (invitationMac(token, root, hash, host) !== mac) throw new Tampered("invitation");
}
