/** A zip of ours opens with another's program (Python's zipfile), names and bytes as they were. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { crc32, safeName, Zip } from "../../webclient/ui/zip.js";

const READ = "import json, sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); bad = z.testzip(); print(json.dumps([bad, [[i.filename, z.read(i).hex(), list(i.date_time)] for i in z.infolist()]]))";
const TIME = new Date(2026, 10, 26, 13, 37, 42);

/** What Python finds in a zip. @param {Blob} zip */
async function found(zip) {
  const folder = mkdtempSync(join(tmpdir(), "zip-"));
  writeFileSync(join(folder, "all.zip"), Buffer.from(await zip.arrayBuffer()));
  const answer = JSON.parse(execFileSync("python3", ["-c", READ, join(folder, "all.zip")], { encoding: "utf8", maxBuffer: 2 ** 25 }));
  rmSync(folder, { recursive: true });
  return answer;
}

test("what goes in comes out, whatever it is called", async () => {
  const zip = new Zip();
  const files = [["Sint Maarten.jpg", "one"], ["Łódź 🎉.jpg", ""], ["groß.png", "x".repeat(3_000_000)]];
  for (const [name, text] of files) await zip.add(name, new Blob([text]), TIME);
  const [bad, entries] = await found(zip.end());
  assert.equal(bad, null);
  assert.deepEqual(entries, files.map(([name, text]) => [name, Buffer.from(text).toString("hex"), [2026, 11, 26, 13, 37, 42]]));
});

test("a zip of nothing is one", async () => {
  assert.deepEqual(await found(new Zip().end()), [null, []]);
});

test("two of one name stay two, also where small and capital are the same", async () => {
  const zip = new Zip();
  for (const name of ["a.jpg", "A.JPG", "a.jpg"]) await zip.add(name, new Blob([name]), TIME);
  assert.deepEqual((await found(zip.end()))[1].map((/** @type {any} */ one) => one[0]), ["a.jpg", "A (2).JPG", "a (3).jpg"]);
});

test("no name leads out of the folder, hides, or reads backwards", () => {
  const names = { "../../etc/passwd": "-..-etc-passwd", "C:\\Windows\\x.exe": "C--Windows-x.exe", "": "-", "...": "-", "\u202egpj.exe": "gpj.exe", "a\u0000b\n.txt": "ab.txt", ".htaccess": "htaccess" };
  for (const [name, safe] of Object.entries(names)) assert.equal(safeName(name), safe);
  assert.ok(safeName(`${"é".repeat(500)}.jpg`).length < 140);
});

test("more than a zip of this kind can hold is said before it is made", async () => {
  const zip = new Zip();
  zip.size = 0xffff_fff0;
  await assert.rejects(zip.add("a", new Blob(["much too much for what is left"]), TIME), { code: "zip-too-large" });
});

test("the check number is the known one", async () => {
  assert.equal(await crc32(new Blob(["123456789"])), 0xcbf43926);
});
