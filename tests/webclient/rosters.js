/** Reads roster files as the browser does: `node rosters.js FILES.json` (base64 texts) prints what came of each. */
import { readFileSync } from "node:fs";
import { parseRoster } from "../../webclient/sync/roster.js";

const files = JSON.parse(readFileSync(process.argv[2], "utf8"));
console.log(JSON.stringify(files.map((/** @type {string} */ text) => read(new Uint8Array(Buffer.from(text, "base64"))))));

/** @param {Uint8Array} data */
function read(data) {
  try {
    return parseRoster(data);
  } catch (/** @type {any} */ error) {
    return { error: error.code ?? String(error) };
  }
}
