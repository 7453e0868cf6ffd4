/** Contacts in the browser: the same rules as `sync/acts.py`, `sync/policy.py` and `sync/trust.py`. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkAct, CONTACT_DEADLINE, MAY_INVITE } from "../../webclient/sync/acts.js";
import { KINDS } from "../../webclient/sync/modules/kinds.js";
import { checkRight } from "../../webclient/sync/policy.js";
import { Seat } from "../../webclient/sync/seats.js";
import { earlier, Trust } from "../../webclient/sync/trust.js";

const NOW = 1_800_000_000_000;
const REFUSED = { code: "not-allowed" };

/** @param {string} role @param {Partial<Seat>} [more] */
function seat(role, more = {}) {
  return new Seat({ id: role, n: 1, role, circles: [], issuer: "", locator: "", invited: "", deadline: 0, starts: 0, ends: 0, person: role, ...more });
}

/** @param {string} role of the author @param {Record<string, any>} [more] */
function invitation(role, more = {}) {
  const head = { author: role, circles: [], deadline: NOW + CONTACT_DEADLINE, from: 0, kind: "invitation", n: 5, previous: "tip", role: "contact", seat: role, time: NOW, ...more };
  return () => checkAct(head, 5, "tip", seat(role), null);
}

test("a guardian and the office give a code, and nobody else", () => {
  for (const role of ["guardian", "office"]) assert.doesNotThrow(invitation(role));
  for (const role of ["informed", "guest", "contact", "teacher", "lunch", "admin"]) assert.throws(invitation(role), REFUSED);
  assert.deepEqual(MAY_INVITE.guardian, ["contact"]);
});

test("a guardian's code holds for days, at once, and acts for nothing", () => {
  const wrong = [{ deadline: NOW + CONTACT_DEADLINE + 1 }, { deadline: 0 }, { circles: ["noor"] }, { from: NOW + 1 }, { role: "guardian" }, { role: "guest" }];
  for (const more of wrong) assert.throws(invitation("guardian", more), REFUSED);
});

/** @param {Seat} author @param {Seat} subject */
function end(author, subject) {
  return () => checkAct({ author: author.person, kind: "end", n: 5, previous: "tip", seat: author.id, seat_of: subject.id, time: NOW }, 5, "tip", author, subject);
}

test("who gave the code, its holder and the office end it", () => {
  const bea = seat("contact", { id: "bea", issuer: "guardian" });
  for (const author of [seat("guardian"), seat("office"), bea]) assert.doesNotThrow(end(author, bea));
  for (const author of [seat("guardian", { id: "peter" }), seat("contact", { id: "carl" }), seat("informed"), seat("admin")]) assert.throws(end(author, bea), REFUSED);
  assert.throws(end(bea, seat("guardian")), REFUSED);
  assert.throws(end(seat("guardian"), seat("informed", { issuer: "guardian" })), REFUSED);
});

test("a contact writes in its own seat, of four kinds", () => {
  const own = seat("contact", { id: "bea" });
  const link = { kind: "seat", managers: [], writers: ["self"] };
  const may = Object.values(KINDS).filter((kind) => {
    const head = { author: "contact", seat: "bea", circle: "bea", kind: kind.name, letter: kind.letter ? { key: "" } : {} };
    try {
      checkRight(head, link, "bea", own, null, KINDS);
      return true;
    } catch {
      return false;
    }
  });
  assert.deepEqual(may.map((kind) => kind.name).sort(), ["choice", "detail", "diary", "settings"]);
});

test("it ends with the guardian's place, and not with that of somebody of the office", () => {
  const trust = new Trust(new Uint8Array(32));
  for (const one of [seat("guardian", { id: "anna" }), seat("office", { id: "marga" }), seat("contact", { id: "bea", issuer: "anna" }), seat("contact", { id: "omar", issuer: "marga" })])
    trust.seats.set(one.id, one);
  trust.end(7, { seat_of: "anna", time: NOW });
  trust.end(8, { seat_of: "marga", time: NOW });
  assert.deepEqual(["bea", "omar"].map((one) => trust.seat(one).alive(NOW)), [false, true]);
  assert.equal(earlier(0, 5, 3), 3);
  assert.equal(earlier(0, 0), 0);
});
