/**
 * What this client believes about people: the school log from the paper's root key on, and the seats it proves.
 * Nothing is taken on the server's word. The same as `sync/trust.py`.
 */
import { checkLink as checkLinkSignature, linkHash, readersHash } from "../crypto/circle.js";
import { b64, unb64 } from "../crypto/encoding.js";
import { readAct, readHead, LINK } from "../crypto/heads.js";
import { checkPerson } from "../crypto/identity.js";
import { actHash, checkAct as checkSignature, nextTip, NO_TIP } from "../crypto/statement.js";
import { checkAct, checkGuard, checkListing, CONTACT, Guards } from "./acts.js";
import { Refused } from "./errors.js";
import { NEVER, Seat } from "./seats.js";

/** @typedef {import("./types.js").Head} Head */

const ANY = new Seat({ id: "", n: 0, role: "guardian", circles: [], issuer: "", locator: "", invited: "", deadline: 0, starts: 0, ends: 0 });

export class Trust {
  /** @param {Uint8Array} root the root public key that stood on paper, or was pinned since */
  constructor(root) {
    this.root = root;
    /** @type {string[]} */ this.hashes = [];
    /** @type {string[]} */ this.tips = [];
    /** @type {Map<string, Seat>} */ this.seats = new Map();
    /** @type {Head} */ this.charter = {};
    /** @type {Head[]} */ this.groups = [];
    this.guards = new Guards();
    /** Seats of renewed letters -> the seats they take the place of. @type {Map<string, string>} */ this.renewed = new Map();
    /** Root keys of linked schools -> their hosts. @type {Map<string, string>} */ this.peers = new Map();
    /** @type {Map<number, import("./types.js").Signed>} */ this.pending = new Map();
    /** @type {Map<string, {ended: number, endedN: number}>} */ this.ends = new Map();
  }

  /** The newest tip of the school log. */
  get tip() {
    return this.tips[this.tips.length - 1] ?? NO_TIP;
  }

  /** Append acts; throws Refused `forked`, `gap`. @param {import("./types.js").ActAt[]} acts */
  extend(acts) {
    for (const act of acts) {
      if (act.n > this.hashes.length) throw new Refused("gap", { n: act.n });
      if (act.n === this.hashes.length) {
        this.tips.push(nextTip(this.tip, act.hash));
        this.hashes.push(act.hash);
      } else if (this.hashes[act.n] !== act.hash) throw new Refused("forked", { n: act.n });
      if (act.act) {
        if (actHash(act.act.head) !== act.hash) throw new Refused("forked", { n: act.n });
        this.pending.set(act.n, act.act);
      }
    }
  }

  /** Believe what these credentials prove, in the log's own order: a consent comes before what it is to; throws Refused. @param {import("./types.js").Credentials[]} credentials */
  admit(credentials) {
    for (const one of [...credentials].sort((a, b) => a.n - b.n)) {
      const known = this.seats.get(one.seat);
      if (known && !(one.redeem && !known.person)) continue;
      this.settle(one.n);
      try {
        this.admitOne(one);
      } catch (error) {
        throw error instanceof Refused ? error : new Refused("unproven", { seat: one.seat });
      }
    }
    this.settle();
    if (this.pending.size) throw new Refused("unproven", { n: Math.min(...this.pending.keys()) });
  }

  /** A proven seat; throws Refused `unproven`. @param {string} id @returns {Seat} */
  seat(id) {
    const seat = this.seats.get(id);
    if (!seat) throw new Refused("unproven", { seat: id });
    return seat;
  }

  /** Whether an act has ended this seat, met before or not. @param {string} seat */
  hasEnded(seat) {
    return this.ends.has(seat);
  }

  /** Check the readers of a protected child: whoever was invited since needed two; throws Refused. @param {string} circle @param {string[]} refs */
  checkListed(circle, refs) {
    const at = this.guards.protected.get(circle);
    for (const seat of refs.map((ref) => this.seats.get(ref.slice(2))))
      if (at !== undefined && seat && seat.n > at) checkListing(circle, seat, this.seat(seat.issuer).person, this.guards.approvals);
  }

  /** @param {import("./types.js").Credentials} one */
  admitOne(one) {
    const head = this.check(one.n, one.invitation);
    const genesis = readHead(one.genesis.head, LINK);
    if (head.kind !== "invitation" || genesis.kind !== "seat" || linkHash(one.genesis.head) !== one.seat || head.seat_of !== one.seat)
      throw new Refused("unproven", { seat: one.seat });
    const seat = this.invited(head);
    this.seats.set(seat.id, one.redeem ? redeemed(seat, one.redeem, one.person) : seat);
  }

  /** @param {Head} head @returns {Seat} */
  invited(head) {
    const replaced = this.guards.replaced(head);
    if (replaced) this.renewed.set(head.seat_of, replaced);
    const bound = this.boundTo(head);
    return new Seat({
      id: head.seat_of, n: head.n, role: head.role, circles: head.circles, issuer: head.seat, locator: head.locator,
      invited: head.sign, deadline: head.deadline, starts: head.from, ends: earlier(head.until, bound?.ends ?? 0),
      ...(this.ends.get(head.seat_of) ?? this.ends.get(bound?.id ?? "") ?? { ended: 0, endedN: NEVER }),
    });
  }

  /** The guardian with whose place a contact's ends, whatever becomes of the contact itself. @param {Head} head */
  boundTo(head) {
    const issuer = this.seats.get(head.seat);
    return head.role === CONTACT && issuer?.role === "guardian" ? issuer : null;
  }

  /** The head of an act at place `n`, whose author held the role. @param {number} n @param {import("./types.js").Signed} act @returns {Head} */
  check(n, act) {
    if (this.hashes[n] !== actHash(act.head)) throw new Refused("unproven", { n });
    const read = readAct(act.head);
    const seat = read.author === "root" ? null : this.seat(read.seat);
    const head = checkSignature(seat ? seat.sign : this.root, act);
    checkAct(head, n, n ? this.tips[n - 1] : NO_TIP, seat, this.seats.get(head.seat_of ?? "") ?? ANY);
    if (head.kind === "invitation") checkGuard(head, this.guards);
    return head;
  }

  /** Verify waiting statements whose authors are known by now, in order. @param {number} [upto] */
  settle(upto = Infinity) {
    for (const n of [...this.pending.keys()].sort((a, b) => a - b)) {
      if (n >= upto) return;
      const act = /** @type {import("./types.js").Signed} */ (this.pending.get(n));
      const read = readAct(act.head);
      if (read.author !== "root" && !this.seats.get(read.seat)?.person) continue;
      this.pending.delete(n);
      this.take(n, this.check(n, act));
    }
  }

  /** @param {number} n @param {Head} head */
  take(n, head) {
    if (head.kind === "school" && head.root !== b64(this.root)) throw new Refused("wrong-school");
    if (head.kind === "charter") this.charter = head;
    if (head.kind === "group") this.groups.push(head);
    if (head.kind === "invitation" && !this.seats.has(head.seat_of)) this.seats.set(head.seat_of, this.invited(head));
    if (head.kind === "peer") this.peers.set(head.root, head.host);
    if (head.kind === "unpeer") this.peers.delete(head.root);
    this.guards.take(n, head);
    if (head.kind === "end") this.end(n, head);
  }

  /** A seat ends, and a guardian's contacts with it. @param {number} n @param {Head} head */
  end(n, head) {
    const ended = { ended: head.time, endedN: n };
    const contacts = [...this.seats.values()].filter((one) => one.role === CONTACT && one.issuer === head.seat_of).map((one) => one.id);
    const bound = this.seats.get(head.seat_of)?.role === "guardian" ? contacts : [];
    for (const id of [head.seat_of, ...bound]) {
      if (!this.ends.has(id)) this.ends.set(id, ended);
      const seat = this.seats.get(id);
      if (seat && !seat.ended) this.seats.set(id, seat.with(ended));
    }
  }
}

/** The earliest of these times (ms), 0 = none. @param {...number} times */
export function earlier(...times) {
  const some = times.filter((time) => time);
  return some.length ? Math.min(...some) : 0;
}

/** The reader list of a redeem link: the person and nobody else. @param {{id: string, box: Uint8Array, hash: string}} person */
export function redeemReaders(person) {
  return [{ box: b64(person.box), from: 0, hash: person.hash, ref: `p:${person.id}`, until: 0 }];
}

/** @param {Seat} seat @param {import("./types.js").Signed} link @param {import("./types.js").PersonStatement[]} statements */
function redeemed(seat, link, statements) {
  const head = checkLinkSignature(unb64(seat.invited, 32), link);
  const person = checkPerson(statements);
  const fits = head.sort === "redeem" && head.previous === seat.id && head.circle === seat.id && head.n === 2;
  if (!fits || head.readers !== readersHash(redeemReaders(person))) throw new Refused("swapped-key", { seat: seat.id });
  return seat.with({ person: person.id, sign: person.sign, box: person.box, link: linkHash(link.head), opens: head.box });
}
