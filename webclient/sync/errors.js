/** What the rules refuse: one class, a stable code, and facts that help (never secrets). */

export class Refused extends Error {
  /** @param {string} code @param {Record<string, string | number>} [facts] */
  constructor(code, facts = {}) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}
