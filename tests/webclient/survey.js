/**
 * The browser's part of a survey in node, against a real server: `node survey.js plan.json`, where the plan is a list of
 * `{call, cookie, given}`. Prints `{answers, sent}`: what each call gave or the code of its refusal, and with which
 * cookie each request went out. Stands in for the browser in two things: addresses are relative, cookies are kept apart.
 */
import { readFileSync } from "node:fs";
import { ready } from "../../webclient/crypto/random.js";
import { wireTo } from "../../webclient/sync/http.js";
import * as surveys from "../../webclient/sync/surveys.js";

const { origin, address, steps } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const ask = globalThis.fetch;
/** @type {any[]} */ const sent = [];
let cookie = "";

/** As a browser does it: the cookie goes along unless it is to be left out. @param {any} path @param {any} init */
globalThis.fetch = async (path, init) => {
  const own = init.credentials === "omit" ? {} : { Cookie: `kring=${cookie}` };
  sent.push([path.split("/").pop(), own.Cookie !== undefined]);
  return ask(`${address}${path}`, { ...init, headers: { ...init.headers, Origin: origin, ...own } });
};

const session = /** @type {any} */ ({
  wire: wireTo(""),
  alarm: (/** @type {unknown} */ error) => {
    throw error;
  },
});
/** An outbox that carries out at once, and what follows as well. */
const box = /** @type {any} */ ({
  add: async (/** @type {string} */ type, /** @type {any} */ data) => {
    const done = /** @type {any} */ (await surveys.carriers[type](session, /** @type {any} */ ({ data })));
    return done?.follow ? { ...(await box.add(done.follow.type, done.follow.data)), after: done.follow.after } : { type, data };
  },
});
/** @type {Record<string, (...given: any[]) => any>} */
const CALLS = {
  open: (...given) => surveys.open(session, ...given),
  ballot: (...given) => surveys.ballot(session, ...given),
  vote: surveys.vote,
  give: (...given) => surveys.give(box, ...given),
  results: (...given) => surveys.results(session, ...given),
  turnout: (...given) => surveys.turnout(session, ...given),
  drop: (...given) => surveys.drop(session, ...given),
};

await ready();
const answers = [];
for (const step of steps) {
  cookie = step.cookie;
  answers.push(await Promise.resolve(CALLS[step.call](...step.given)).catch((error) => error.code ?? String(error)) ?? null);
}
console.log(JSON.stringify({ answers, sent }));
