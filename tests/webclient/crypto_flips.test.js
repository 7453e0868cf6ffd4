/** Whatever is sealed or signed is refused as soon as one bit of it, one byte at its end or its place differs. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { openAead, sealAead } from "../../webclient/crypto/aead.js";
import { openChunk, sealChunks } from "../../webclient/crypto/blob.js";
import { checkLink, Epoch, grant, openGrant, openHistory } from "../../webclient/crypto/circle.js";
import { sealHistory, signLink } from "../../webclient/crypto/circle.js";
import { b64, unb64, utf8 } from "../../webclient/crypto/encoding.js";
import { checkRecord, gone, openLetter, openRecord, sealLetter, sealRecord } from "../../webclient/crypto/envelope.js";
import { CryptoError } from "../../webclient/crypto/errors.js";
import { BoxKey, Identity, seal, SigningKey, verify } from "../../webclient/crypto/identity.js";
import { checkPerson, personStatement, renewStatement } from "../../webclient/crypto/identity.js";
import { checkLogin, loginKey, loginProof, openLock, wrapSeed } from "../../webclient/crypto/lock.js";
import { fresh, ready } from "../../webclient/crypto/random.js";
import { checkAct, signAct } from "../../webclient/crypto/statement.js";
import { checkInvitationMac, invitationMac, newToken, readToken } from "../../webclient/crypto/token.js";

await ready();

const FLIPS = 200;
const id = () => b64(fresh(32));
const KEY = new SigningKey(fresh(32));
const DATA = utf8('{"text": "Morgen zwemmen"}');

/** @param {number} below */
const any = (below) => Math.floor(Math.random() * below);

/** Every way to spoil bytes once: a flipped bit. @param {Uint8Array} data */
function flipped(data) {
  const copy = data.slice();
  copy[any(data.length)] ^= 1 << any(8);
  return copy;
}

/** The text with one bit of one of its characters flipped. @param {string} text */
function flippedText(text) {
  return new TextDecoder().decode(flipped(utf8(text)));
}

/** @param {() => unknown} attempt @param {string} what */
function refused(attempt, what) {
  assert.throws(attempt, (error) => error instanceof CryptoError, what);
}

/**
 * The thing as it is opens; flipped 200 times, cut by a byte, longer by a byte and empty it does not.
 * @param {Uint8Array} sealed @param {(sealed: Uint8Array) => unknown} open
 */
function holdsBytes(sealed, open) {
  open(sealed);
  for (let turn = 0; turn < FLIPS; turn++) {
    const spoiled = flipped(sealed);
    refused(() => open(spoiled), `bytes ${b64(spoiled)} instead of ${b64(sealed)}`);
  }
  refused(() => open(sealed.subarray(0, -1)), "cut at the end");
  refused(() => open(sealed.subarray(1)), "cut at the start");
  refused(() => open(new Uint8Array([...sealed, 0])), "longer");
  refused(() => open(new Uint8Array()), "empty");
}

/**
 * The same for text, and for bytes that travel as base64url.
 * @param {string} text @param {(text: string) => unknown} open
 */
function holdsText(text, open) {
  open(text);
  for (let turn = 0; turn < FLIPS; turn++) {
    const spoiled = flippedText(text);
    refused(() => open(spoiled), `${JSON.stringify(spoiled)} instead of ${text}`);
  }
  for (const spoiled of [text.slice(0, -1), text.slice(1), `${text}A`, `${text} `, `${text}=`, ""]) {
    refused(() => open(spoiled), `${JSON.stringify(spoiled)} instead of ${text}`);
  }
}

/** A record's head. @param {Record<string, any>} [more] @returns {Record<string, any>} */
function recordHead(more = {}) {
  const who = { author: id(), seat: id(), circle: id(), id: b64(fresh(16)), kind: "news" };
  return { ...who, blobs: [], epoch: 1, replaces: "", revision: 1, seen: [], time: 1_800_000_000_000, ...more };
}

const LINK = {
  author: "root", box: id(), circle: id(), closed: [3, id()], epoch: 2, kind: "group", managers: [id()], n: 3, open: 1,
  previous: id(), readers: id(), seat: "", sort: "rotate", time: 1_800_000_000_000, writers: ["self"],
};

test("bytes under a shared key, and what they are bound to", () => {
  const [key, aad] = [fresh(32), fresh(40)];
  const sealed = sealAead(key, DATA, aad);
  holdsBytes(sealed, (other) => openAead(key, other, aad));
  holdsBytes(aad, (other) => openAead(key, sealed, other));
  holdsBytes(key, (other) => openAead(other, sealed, aad));
});

test("a sealed box", () => {
  const box = new BoxKey(fresh(32));
  holdsBytes(seal(box.public, DATA), (sealed) => box.open(sealed));
});

test("a signature, its message and its key", () => {
  const signature = KEY.sign("kring1.record", DATA);
  holdsBytes(signature, (other) => verify(KEY.public, "kring1.record", DATA, other));
  holdsBytes(DATA, (other) => verify(KEY.public, "kring1.record", other, signature));
  holdsBytes(KEY.public, (other) => verify(other, "kring1.record", DATA, signature));
  refused(() => verify(KEY.public, "kring1.link", DATA, signature), "another context");
});

test("a record's head, body and signature", () => {
  const content = fresh(32);
  const record = sealRecord(KEY, content, recordHead(), DATA);
  assert.deepEqual(openRecord(content, record), DATA);
  for (const part of /** @type {const} */ (["head", "body", "signature"])) {
    holdsText(record[part], (text) => checkRecord(KEY.public, { ...record, [part]: text }));
  }
});

test("a record's body and head, even for who signs again", () => {
  const content = fresh(32);
  const record = sealRecord(KEY, content, recordHead(), DATA);
  holdsText(record.body, (body) => openRecord(content, { ...record, body }));
  holdsText(record.head, (head) => openRecord(content, { ...record, head }));
});

test("a deletion, also one that is given a body", () => {
  const record = gone(KEY, recordHead({ kind: "gone", revision: 2, replaces: id() }));
  holdsText(record.head, (head) => checkRecord(KEY.public, { ...record, head }));
  refused(() => checkRecord(KEY.public, { ...record, body: b64(fresh(300)) }), "a body");
});

test("a letter's boxes", () => {
  const [mine, theirs] = [new BoxKey(fresh(32)), new BoxKey(fresh(32))];
  const [to, other] = [`c:${id()}`, `c:${id()}`];
  const record = sealLetter(KEY, recordHead(), DATA, [[to, 1, b64(mine.public)], [other, 2, b64(theirs.public)]]);
  assert.deepEqual(openLetter(mine, to, record), DATA);
  const [first, second] = record.boxes;
  holdsText(first[2], (box) => checkRecord(KEY.public, { ...record, boxes: [[first[0], first[1], box], second] }));
  holdsText(first[0], (ref) => checkRecord(KEY.public, { ...record, boxes: [[ref, first[1], first[2]], second] }));
  for (const boxes of [[], [first], [second], [second, first], [first, first], [first, second, second]]) {
    refused(() => checkRecord(KEY.public, { ...record, boxes }), "other boxes");
  }
  refused(() => openLetter(theirs, to, record), "another reader");
});

test("a grant and older seeds", () => {
  const [box, epoch, before, circle] = [new BoxKey(fresh(32)), new Epoch(fresh(32)), new Epoch(fresh(32)), id()];
  holdsText(grant(epoch, b64(box.public)), (sealed) => openGrant(box, sealed, epoch.public));
  refused(() => openGrant(box, grant(before, b64(box.public)), epoch.public), "the seed of another epoch");
  const history = sealHistory(epoch, before, circle, 2);
  assert.deepEqual(openHistory(epoch, history, circle, 2).seed, before.seed);
  holdsText(history, (sealed) => openHistory(epoch, sealed, circle, 2));
  holdsText(circle, (other) => openHistory(epoch, history, other, 2));
  refused(() => openHistory(epoch, history, circle, 3), "another number");
});

test("a link", () => {
  const link = signLink(KEY, LINK);
  holdsText(link.head, (head) => checkLink(KEY.public, { ...link, head }));
  holdsText(link.signature, (signature) => checkLink(KEY.public, { ...link, signature }));
});

test("an act", () => {
  const act = signAct(KEY, { author: "root", kind: "end", n: 7, previous: id(), seat: "", seat_of: id(), time: 1 });
  holdsText(act.head, (head) => checkAct(KEY.public, { ...act, head }));
  holdsText(act.signature, (signature) => checkAct(KEY.public, { ...act, signature }));
});

test("a person's statements", () => {
  const [old, renewed] = [new Identity(fresh(32)), new Identity(fresh(32))];
  const first = personStatement(old);
  const second = renewStatement(old, renewed, first);
  holdsText(second.head, (head) => checkPerson([first, { ...second, head }]));
  holdsText(first.head, (head) => checkPerson([{ ...first, head }, second]));
  for (const at of [0, 1]) {
    const signedBy = (/** @type {string} */ text) => ({ ...second, signatures: second.signatures.with(at, text) });
    holdsText(second.signatures[at], (text) => checkPerson([first, signedBy(text)]));
  }
  for (const list of [[], [second], [second, first], [first, first], [first, second, second]]) {
    refused(() => checkPerson(list), "another list");
  }
});

test("a lock, what it is bound to, and a login", () => {
  const [root, person] = [fresh(32), id()];
  const offer = { id: b64(fresh(16)), kind: "password", salt: b64(fresh(16)), ops: 3, mem: 64 * 2 ** 20 };
  const { wrapped, login } = wrapSeed(root, offer, fresh(32), person);
  assert.equal(login, b64(loginKey(root).public));
  holdsText(wrapped, (text) => openLock(root, offer, text, person));
  for (const part of /** @type {const} */ (["id", "kind", "salt"])) {
    holdsText(offer[part], (text) => openLock(root, { ...offer, [part]: text }, wrapped, person));
  }
  const challenge = b64(fresh(32));
  const proof = loginProof(root, challenge, 5, "https://school.example");
  holdsText(proof, (text) => checkLogin(login, challenge, 5, "https://school.example", text));
  holdsText(challenge, (text) => checkLogin(login, text, 5, "https://school.example", proof));
  refused(() => checkLogin(login, challenge, 5, "https://school.example.org", proof), "another origin");
});

test("the paper's proof of the school", () => {
  const [token, root, act] = [readToken(newToken()), fresh(32), id()];
  const mac = invitationMac(token, root, act, "school.example");
  holdsText(mac, (text) => checkInvitationMac(token, root, act, "school.example", text));
  holdsBytes(root, (other) => checkInvitationMac(token, other, act, "school.example", mac));
  holdsText(act, (text) => checkInvitationMac(token, root, text, "school.example", mac));
});

test("a blob's chunks, their places and their end", () => {
  const [key, blob] = [fresh(32), fresh(16)];
  const chunks = sealChunks(key, blob, new Uint8Array(2 * 65536 + 9).fill(7));
  holdsBytes(chunks[2], (sealed) => openChunk(key, blob, 2, true, sealed));
  holdsBytes(blob, (other) => openChunk(key, other, 2, true, chunks[2]));
  refused(() => openChunk(key, blob, 0, false, chunks[1]), "moved");
  refused(() => openChunk(key, blob, 1, true, chunks[1]), "cut off");
});

test("what is not even of the kind that it should be", () => {
  const record = sealRecord(KEY, fresh(32), recordHead(), DATA);
  const first = personStatement(new Identity(fresh(32)));
  for (const wrong of /** @type {any[]} */ ([undefined, null, 7, {}, unb64("AAAA"), [7]])) {
    for (const part of ["head", "body", "signature", "boxes"]) {
      refused(() => checkRecord(KEY.public, { ...record, [part]: wrong }), `${part}: ${wrong}`);
    }
    refused(() => checkPerson([{ ...first, signatures: wrong }]), `signatures: ${wrong}`);
  }
});
