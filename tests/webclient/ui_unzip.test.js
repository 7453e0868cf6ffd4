/** Reading back what this app's zip holds, and refusing everything else. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { unzip } from "../../webclient/ui/unzip.js";
import { Zip } from "../../webclient/ui/zip.js";

async function made() {
  const zip = new Zip();
  await zip.add("kring.json", new Blob(['{"a": 1}']), new Date(0));
  await zip.add("0001 werkstuk é.pdf", new Blob(["%PDF-"]), new Date(0));
  return zip.end();
}

test("what was put in comes out", async () => {
  const found = await unzip(await made());
  assert.deepEqual([...found.keys()], ["kring.json", "0001 werkstuk é.pdf"]);
  assert.equal(await found.get("0001 werkstuk é.pdf")?.text(), "%PDF-");
});

test("anything else is refused", async () => {
  const whole = new Uint8Array(await (await made()).arrayBuffer());
  const compressed = whole.slice();
  compressed[whole.length - 22 - 2 * 46 - "kring.json".length - "0001 werkstuk é.pdf".length - 1 + 10] = 8;
  const cases = [new Blob([]), new Blob(["PK no zip"]), new Blob([whole.slice(0, -30)]), new Blob([whole.slice(40)]), new Blob([compressed])];
  for (const one of cases) await assert.rejects(unzip(one), { code: "not-a-takeout" });
});
