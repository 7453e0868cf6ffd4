/**
 * Puts what a Python client met before the browser's client: `node replay.js CASES.json` prints, for each step of each
 * case, the code with which this copy refused it, or "". A case is one person's copy from its first page on.
 */
import { readFileSync } from "node:fs";
import { unb64 } from "../../webclient/crypto/encoding.js";
import { Identity } from "../../webclient/crypto/identity.js";
import { ready } from "../../webclient/crypto/random.js";
import { Replica } from "../../webclient/sync/replica.js";
import { Trust } from "../../webclient/sync/trust.js";

/** @typedef {{seed: string, person: string, root: string, base: any[], steps: {call: string, given: any[]}[]}} Case */

await ready();
const cases = JSON.parse(readFileSync(process.argv[2], "utf8"));
console.log(JSON.stringify(cases.map(replay)));

/** @param {Case} given @returns {string[]} */
function replay({ seed, person, root, base, steps }) {
  const replica = new Replica(new Identity(unb64(seed)), person, new Trust(unb64(root)));
  for (const page of base) replica.apply(page);
  return steps.map(({ call, given }) => refusal(replica, call, given));
}

/** @param {Replica} replica @param {string} call @param {any[]} given @returns {string} */
function refusal(replica, call, given) {
  const before = replica.alarms.length;
  try {
    /** @type {any} */ (replica)[call](...given);
  } catch (/** @type {any} */ error) {
    return error.code ?? String(error);
  }
  return replica.alarms[replica.alarms.length - 1]?.code && replica.alarms.length > before ? replica.alarms[replica.alarms.length - 1].code : "";
}
