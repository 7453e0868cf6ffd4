/**
 * A device that lags, in node, against a real server: `node device.js plan.json`, where the plan is `{origin, address, devices,
 * steps}`. A device knows what its pages say and no more; a step is `{device, file, call, given}`: a function of a module of
 * the client, or with `call` "carry" what the outbox carries out. Prints what each gave, or the code of its refusal.
 */
import { readFileSync } from "node:fs";
import { unb64 } from "../../webclient/crypto/encoding.js";
import { Identity } from "../../webclient/crypto/identity.js";
import { ready } from "../../webclient/crypto/random.js";

const { origin, address, devices, steps } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const ask = globalThis.fetch;
let cookie = "";
Object.assign(globalThis, { location: new URL(origin) });
/** As a browser does it. @param {any} path @param {any} init */
globalThis.fetch = (path, init) => ask(`${address}${path}`, { ...init, headers: { ...init.headers, Origin: origin, Cookie: `kring=${cookie}` } });
/** A browser that keeps nothing. */
const vault = /** @type {any} */ (new Proxy({}, { get: (_, name) => (name === "then" ? undefined : async () => undefined) }));

await ready();
const { Session } = await import("../../webclient/sync/session.js");
const sessions = devices.map(opened);
const answers = [];
for (const step of steps) answers.push(await run(step).catch((/** @type {any} */ error) => ({ error: error.code ?? String(error) })));
console.log(JSON.stringify(answers));

/** @param {{seed: string, person: string, root: string, pages: any[]}} device */
function opened({ seed, person, root, pages }) {
  const session = new Session(new Identity(unb64(seed)), { person, name: "", root: unb64(root) }, vault);
  session.onAway = () => undefined;
  for (const page of pages) session.replica.apply(page);
  return session;
}

/** @param {{device: number, file: string, call: string, given: any[]}} step */
async function run({ device, file, call, given }) {
  cookie = devices[device].cookie;
  const found = await import(`../../webclient/modules/${file}`);
  if (call !== "carry") return (await found[call](sessions[device], ...given)) ?? null;
  const carriers = Object.assign({}, ...Object.entries(found).filter(([name]) => name.toLowerCase().includes("carriers")).map(([, some]) => some));
  return (await carriers[given[0]](sessions[device], { data: given[1], time: Date.now() }))?.follow ?? null;
}
