/** A seat as the rules see it: the place one letter gives, and for what it may act. */

/** `endedN` of a seat that has not ended. */
export const NEVER = -1;

export class Seat {
  /**
   * @param {{id: string, n: number, role: string, circles: string[], issuer: string, locator: string, invited: string,
   *   deadline: number, starts: number, ends: number, ended?: number, endedN?: number, person?: string,
   *   sign?: Uint8Array, box?: Uint8Array, link?: string, opens?: string}} fields
   */
  constructor(fields) {
    this.id = fields.id;
    this.n = fields.n;
    this.role = fields.role;
    this.circles = fields.circles;
    this.issuer = fields.issuer;
    this.locator = fields.locator;
    this.invited = fields.invited;
    this.deadline = fields.deadline;
    this.starts = fields.starts;
    this.ends = fields.ends;
    this.ended = fields.ended ?? 0;
    this.endedN = fields.endedN ?? NEVER;
    this.person = fields.person ?? "";
    this.sign = fields.sign ?? new Uint8Array();
    this.box = fields.box ?? new Uint8Array();
    this.link = fields.link ?? "";
    /** The box key (b64) of its second epoch, where this client has seen the proof; "" before. */
    this.opens = fields.opens ?? "";
  }

  /** The same seat with some fields changed. @param {Partial<Seat>} fields @returns {Seat} */
  with(fields) {
    return new Seat({ ...this, ...fields });
  }

  /** Whether the seat is in force at the time `at` (ms UTC). @param {number} at */
  alive(at) {
    return this.starts <= at && !(this.ends && at >= this.ends) && !(this.ended && at >= this.ended);
  }

  /** Whether the seat was in force at place `n` of the school log. @param {number} n */
  held(n) {
    return this.n < n && !(this.endedN !== NEVER && this.endedN < n);
  }

  /** Whether the seat is one of the managers or writers `refs` of `circle`. @param {string[]} refs @param {string} circle */
  actsFor(refs, circle) {
    const own = this.circles.includes(circle) || circle === this.id;
    return refs.some((ref) => (ref === "self" ? own : ref === this.id || this.circles.includes(ref)));
  }
}
