/** What a video says beside its pictures is gone, its pictures stay where they are, and what is not understood is refused. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { stripVideo } from "../../webclient/ui/video.js";

const PLACE = "+52.3676+004.9041/";
const u32 = (/** @type {number} */ value) => Buffer.from([value >>> 24, value >>> 16, value >>> 8, value].map((byte) => byte & 255));
/** @param {string} type @param {...(Buffer | string)} inside */
const box = (type, ...inside) => {
  const body = Buffer.concat(inside.map((one) => Buffer.from(/** @type {any} */ (one), "latin1")));
  return Buffer.concat([u32(body.length + 8), Buffer.from(type, "latin1"), body]);
};
/** @param {string} handler @param {number} at of its one chunk @param {number[]} sizes */
const track = (handler, at, sizes) => box("trak", box("tkhd", "x".repeat(20)), box("udta", box("\xa9nam", PLACE)), box("mdia", box("hdlr", u32(0), u32(0), handler, "name"),
  box("minf", box("stbl", box("stsc", u32(0), u32(1), u32(1), u32(sizes.length), u32(1)), box("stsz", u32(0), u32(0), u32(sizes.length), ...sizes.map(u32)), box("stco", u32(0), u32(1), u32(at))))));
const HEAD = box("ftyp", "isom", u32(0));
const PIXELS = "pixels-pixels-pixels";

/** A film whose samples lie in front: 20 bytes of picture, then 18 of a track of places. */
function film() {
  const data = box("mdat", PIXELS, PLACE);
  const at = HEAD.length + 8;
  return Buffer.concat([HEAD, data, box("moov", box("mvhd", "y".repeat(30)), track("vide", at, [12, 8]), track("meta", at + 20, [10, 8]), box("udta", box("\xa9xyz", PLACE)),
    box("meta", box("keys", "com.apple.quicktime.location.ISO6709"), box("ilst", PLACE))), box("uuid", PLACE), box("free", PLACE)]);
}

/** @param {Buffer} bytes @param {string} [type] */
const stripped = async (bytes, type = "video/mp4") => Buffer.from(await (await stripVideo(new Blob([/** @type {any} */ (bytes)], { type }))).arrayBuffer());

test("no place is left in a film, its length and its pictures are as they were", async () => {
  const [before, after] = [film(), await stripped(film())];
  assert.ok(before.includes(PLACE) && !after.includes(PLACE) && !after.includes("ISO6709"));
  assert.equal(after.length, before.length);
  assert.equal(after.indexOf(PIXELS), before.indexOf(PIXELS));
  assert.ok(after.includes("vide") && !after.includes("udta") && !after.includes("uuid"));
});

test("a film that says nothing is the same, byte for byte", async () => {
  const plain = Buffer.concat([HEAD, box("moov", box("mvhd", "y".repeat(30))), box("mdat", PIXELS)]);
  assert.deepEqual(await stripped(plain), plain);
});

test("boxes of 64 bits and one that goes to the end are walked as well", async () => {
  const long = Buffer.concat([u32(1), Buffer.from("udta"), u32(0), u32(16 + PLACE.length), Buffer.from(PLACE)]);
  const open = Buffer.concat([u32(0), Buffer.from("mdat"), Buffer.from(PIXELS)]);
  const after = await stripped(Buffer.concat([HEAD, long, open]));
  assert.ok(!after.includes(PLACE) && after.includes(PIXELS));
});

test("tags and attachments of a webm are gone, also behind clusters that nobody measured", async () => {
  const element = (/** @type {number[]} */ id, /** @type {string | Buffer} */ body) => Buffer.concat([Buffer.from(id), Buffer.from([0x40 | (body.length >> 8), body.length & 255]), Buffer.from(/** @type {any} */ (body))]);
  const [tags, attached] = [element([0x12, 0x54, 0xc3, 0x67], PLACE), element([0x19, 0x41, 0xa4, 0x69], PLACE)];
  const cluster = Buffer.concat([Buffer.from([0x1f, 0x43, 0xb6, 0x75, 0xff]), element([0xa3], PIXELS)]);
  const whole = Buffer.concat([element([0x1a, 0x45, 0xdf, 0xa3], "webm"), Buffer.from([0x18, 0x53, 0x80, 0x67, 0x01, 255, 255, 255, 255, 255, 255, 255]), attached, cluster, tags]);
  const after = await stripped(whole, "video/webm");
  assert.ok(!after.includes(PLACE) && after.includes(PIXELS));
  assert.equal(after.length, whole.length);
});

test("what is no video, or lies about its boxes, is refused", async () => {
  for (const bad of ["<html>hello</html>", Buffer.concat([HEAD, u32(4), Buffer.from("moov")]), Buffer.concat([HEAD, u32(9999), Buffer.from("moov")]),
    Buffer.concat([HEAD, box("moov", box("trak", box("mdia", box("hdlr", u32(0), u32(0), "meta"))))])])
    await assert.rejects(stripped(/** @type {any} */ (Buffer.from(/** @type {any} */ (bad)))), { code: "video-unknown" });
});
