/** Addresses find their screen, and a bent address never throws. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { addressAt, match, readAddress } from "../../webclient/ui/router.js";

const ROUTES = [{ pattern: "/" }, { pattern: "/news" }, { pattern: "/news/new" }, { pattern: "/news/:id" }, { pattern: "/news/:id/edit" }];

/** @param {string} address */
function found(address) {
  const hit = match(ROUTES, address);
  return hit && [hit.route.pattern, hit.params];
}

test("the start page is the empty address", () => {
  assert.deepEqual(found("/"), ["/", {}]);
});

test("a word wins over a parameter that stands below it", () => {
  assert.deepEqual(found("/news/new"), ["/news/new", {}]);
});

test("a parameter comes along, decoded", () => {
  assert.deepEqual(found("/news/a%20b"), ["/news/:id", { id: "a b" }]);
  assert.deepEqual(found("/news/7/edit"), ["/news/:id/edit", { id: "7" }]);
});

test("a slash at the end changes nothing", () => {
  assert.deepEqual(found("/news/"), ["/news", {}]);
});

test("an address nobody has finds nothing", () => {
  assert.equal(found("/lunch"), null);
  assert.equal(found("/news/7/edit/more"), null);
});

test("an address that can't be decoded is taken as it stands", () => {
  assert.deepEqual(found("/news/%E0%A4"), ["/news/:id", { id: "%E0%A4" }]);
});

test("a thing of another school has an address here, with its host", () => {
  assert.equal(addressAt("kompas.example:8443", "/news/7", "regenboog.example"), "/at/kompas.example%3A8443/news/7");
  assert.deepEqual(readAddress("/at/kompas.example%3A8443/news/7", "regenboog.example"), { host: "kompas.example:8443", href: "/news/7" });
  assert.deepEqual(readAddress(addressAt("", "/", "regenboog.example"), "regenboog.example"), { host: "", href: "/" });
});

test("all other addresses are of the school that is shown", () => {
  for (const one of ["/", "/news/7", "/at/kompas.example", "/attention/x"]) assert.equal(readAddress(one, "regenboog.example"), null);
});
