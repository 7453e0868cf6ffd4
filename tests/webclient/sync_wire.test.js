/** Where it is asked: a session by its own wire, whichever school is shown; the account always at our own. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { cancel } from "../../webclient/sync/blobs.js";
import { call, Problem, shownWire, speakTo, Unreachable, wireTo } from "../../webclient/sync/http.js";

/** @type {string[]} */
let asked = [];
/** @type {() => Response} */
let answer = () => Response.json({});

beforeEach(() => {
  asked = [];
  answer = () => Response.json({});
  speakTo("");
  globalThis.fetch = /** @type {any} */ (async (/** @type {string} */ path, /** @type {any} */ init) => (asked.push(`${init.method ?? "GET"} ${path}`), answer()));
});

test("two schools at once, each by its own wire, whichever is shown", async () => {
  const [ours, theirs] = [wireTo(""), wireTo("kompas.example")];
  for (const host of ["", "kompas.example"]) {
    speakTo(host);
    await ours.call("POST", "/api/entries", {});
    await theirs.call("POST", "/api/entries", {});
  }
  assert.deepEqual(asked, Array(2).fill(["POST /api/entries", "POST /api/away/kompas.example/entries"]).flat());
});

test("who asks without a session asks the school that is shown; files too", async () => {
  speakTo("kompas.example");
  await call("GET", "/api/sync?cursor=");
  await cancel("blob");
  assert.deepEqual(asked, ["GET /api/away/kompas.example/sync?cursor=", "DELETE /api/away/kompas.example/blobs/blob"]);
});

test("the account, its devices and its notices stay at our own", async () => {
  speakTo("kompas.example");
  for (const path of ["/api/devices", "/api/push", "/api/peers", "/api/synchronous"]) await call("GET", path);
  assert.deepEqual(asked, ["GET /api/devices", "GET /api/push", "GET /api/peers", "GET /api/synchronous"]);
});

test("what is withheld is withheld where the photo is", async () => {
  await wireTo("kompas.example").call("POST", "/api/withholdings", {});
  assert.deepEqual(asked, ["POST /api/away/kompas.example/withholdings"]);
});

test("a linked school that does not answer is told apart from having no network", async () => {
  answer = () => Response.json({ code: "peer-unreachable" }, { status: 503 });
  const beyond = (/** @type {any} */ error) => error instanceof Unreachable && error.beyond;
  await assert.rejects(wireTo("kompas.example").call("GET", "/api/sync"), beyond);
  await assert.rejects(shownWire().call("GET", "/api/sync"), (error) => error instanceof Problem);
  answer = () => {
    throw new TypeError("no network");
  };
  await assert.rejects(wireTo("kompas.example").call("GET", "/api/sync"), (/** @type {any} */ error) => error instanceof Unreachable && !error.beyond);
});
