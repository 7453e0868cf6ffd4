/**
 * Taking everything along: what a guardian may keep of a child, or of all, in one open file. Nothing but what is this
 * family's own or was said to it; of photos only those that the album lets this person download. The same as
 * `sync/client/takeout.py`; the shape of `kring.json` is in `docs/takeout.md`.
 */
import { b64 } from "../../crypto/encoding.js";
import { Refused } from "../../sync/errors.js";
import { safeName, Zip } from "../../ui/zip.js";
import { albums, downloadable, photosOf } from "../albums/model.js";
import { endingOf } from "../albums/download.js";
import { classmates } from "../groups/model.js";
import { credit, ownMoney, worthOf } from "../lunch/cards.js";
import { refunds } from "../lunch/refunds.js";
import { ownSeats } from "../lunch/stay.js";
import { messages, threads } from "../messages/model.js";
import { groups, ownChildren } from "../people/model.js";
import { dayOf } from "../../sync/zone.js";
import { page } from "./takeoutpage.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("../../sync/blobs.js").Part} Part */
/** `photos`: of each album those that are among the files. @typedef {{body: Record<string, any>, files: {name: string, part: Part, time: number}[], photos: Map<import("../albums/model.js").Album, import("../albums/model.js").Photo[]>}} Takeout */

export const [FORMAT, VERSION] = ["kring-takeout", 1];

/** What this guardian may take along of one child (circle), or of all of theirs. @param {Session} session @param {{name: string, host: string}} school @param {string} [child] @returns {Takeout} */
export function collect(session, { name, host }, child = "") {
  const chosen = ownChildren(session).filter((one) => !child || one.circle === child);
  const ids = chosen.map((one) => one.circle);
  /** @type {Takeout} */
  const found = { body: {}, files: [], photos: new Map() };
  found.body = {
    format: FORMAT, version: VERSION, made: Date.now(), school: { name, host, root: b64(session.root) },
    children: chosen.map((one) => childOf(session, found, one)),
    answers: session.replica.ofKind("answer").filter((item) => session.own().has(item.head.seat) && ["", ...ids].includes(item.body.child)).sort(byTime).map((item) => answerOf(session, found, item)),
    threads: threads(session).filter((one) => belongs(session, one.item, ids)).map((one) => threadOf(session, found, one.item)),
    lunch: lunchOf(session),
  };
  return found;
}

/**
 * Fetch the files and make the zip; throws Refused `stopped`, `zip-too-large`, and what opening throws.
 * @param {Takeout} found @param {Record<string, string>} words @param {(part: Part) => Promise<Blob>} open @param {import("../../ui/savebutton.js").Way} way @returns {Promise<Blob>}
 */
export async function pack({ body, files }, words, open, { onProgress, signal }) {
  const zip = new Zip();
  for (const [at, file] of files.entries()) {
    if (signal.aborted) throw new Refused("stopped");
    await zip.add(file.name, await open(file.part), new Date(file.time));
    onProgress(at + 1);
  }
  await zip.add("kring.json", new Blob([JSON.stringify(body, null, 1)]), new Date(body.made));
  await zip.add("index.html", new Blob([page(body, words)]), new Date(body.made));
  return zip.end();
}

/** The reports of talks about a child that reach this person: those of their home, and those in its circle. @param {Session} session @param {string} child @returns {Item[]} */
export function reports(session, child) {
  const said = session.replica.ofKind("talkreport").filter((item) => item.body.child === child);
  return [...said, ...session.replica.ofKind("talkfile", child)].sort(byTime);
}

/** The circles whose past a takeout needs. @param {Session} session @param {string} child "" for all @returns {string[]} */
export function circlesOf(session, child) {
  const chosen = ownChildren(session).filter((one) => !child || one.circle === child);
  return [...new Set([session.replica.trust.charter.school, ...chosen.flatMap((one) => [one.circle, ...groupsOf(session, one.circle)])])];
}

/** @param {Session} session @param {Takeout} found @param {Record<string, any>} one a child */
function childOf(session, found, { circle, first, particle, last, born, groups: names }) {
  const { replica } = session;
  return {
    first, particle, last, born, groups: names, id: circle,
    absences: replica.ofKind("absence", circle).sort(byTime).map((item) => ({ ...item.body, ...noteOf(session, item) })),
    leaves: replica.ofKind("leave", circle).sort(byTime).map((item) => leaveOf(session, item)),
    talks: reports(session, circle).map((item) => ({ day: item.body.day, text: item.body.text, files: keepAll(found, item) })),
    book: ["document", "paper"].flatMap((kind) => replica.ofKind(kind)).filter((item) => item.circle === circle || item.body.to?.child === circle).map((item) => documentOf(session, found, item)),
    photos: photosIn(session, found, circle),
  };
}

/** What this person wrote beside a report: what others wrote reaches nobody but the school. @param {Session} session @param {Item} absence */
function noteOf(session, absence) {
  const note = session.replica.ofKind("remark").find((item) => item.body.absence === absence.id && session.own().has(item.head.seat) && item.body.text);
  return note ? { note: note.body.text } : {};
}

/** @param {Session} session @param {Item} item */
function leaveOf(session, { id, body }) {
  const decided = session.replica.ofKind("decision").find((item) => item.body.leave === id)?.body;
  return { from: body.from, until: body.until, kind: body.kind, ...(decided ? { granted: decided.granted, answer: decided.reason } : {}) };
}

/** The own strip card: what was bought and used, what is left, and whether that is to be paid back. @param {Session} session */
function lunchOf(session) {
  const day = dayOf(Date.now());
  const line = (/** @type {Item} */ { kind, body }) => ({ day: body.day ?? body.bought, cents: body.cents ?? 0, strips: kind === "lunchcharge" ? -body.strips : body.strips });
  const lines = ownMoney(session).map(line).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : b.strips - a.strips));
  return { ...credit(session, day), cents: worthOf(session, [...ownSeats(session)], day), refund: Number(refunds(session, day).length > 0), lines };
}

/** @param {Session} session @param {Takeout} found @param {Item} item */
function documentOf(session, found, { body }) {
  const book = session.replica.items.get(body.book)?.body.title ?? "";
  return { title: body.title, text: body.text, book, made: body.made, file: keep(found, body.file, body.changed || body.made) };
}

/** Of the albums of a child's groups, of the school and of its own what may be downloaded. @param {Session} session @param {Takeout} found @param {string} child */
function photosIn(session, found, child) {
  const near = new Set([child, ...groupsOf(session, child), session.replica.trust.charter.school]);
  return albums(session).filter((one) => !one.draft).flatMap((one) => {
    const taken = [...found.photos].find(([album]) => album.id === one.id)?.[1] ?? [];
    const more = downloadable(session, one, photosOf(session, one)).filter((photo) => near.has(photo.item.circle) && !taken.some((known) => known.id === photo.id));
    if (more.length && !taken.length) found.photos.set(one, taken);
    taken.push(...more);
    return more.map((photo) => ({ album: one.whole.title, day: one.whole.day, caption: photo.caption, file: keep(found, photo.part, photo.at || photo.item.head.time, `${photo.caption.slice(0, 60) || "foto"}${endingOf(photo.part)}`) }));
  });
}

/** @param {Session} session @param {Takeout} found @param {Item} item */
function answerOf(session, found, item) {
  const form = session.replica.ofKind("form").find((one) => one.body.form === item.body.form)?.body ?? { title: "", questions: [] };
  const answers = Object.entries(item.body.answers).map(([id, value]) => {
    const question = form.questions.find((/** @type {any} */ one) => one.id === id);
    return { question: question?.label ?? "", answer: saidOf(found, item, question, value) };
  });
  return { title: form.title, child: item.body.child, at: item.head.time, answers };
}

/** An answer in words: of a choice its text, of files their names. @param {Takeout} found @param {Item} item @param {any} question @param {any} value */
function saidOf(found, item, question, value) {
  const textOf = (/** @type {any} */ id) => question?.options?.find((/** @type {any} */ one) => one.id === id)?.text ?? id;
  if (question?.kind === "file") return value.map((/** @type {Part} */ part) => keep(found, part, item.head.time));
  return Array.isArray(value) ? value.map(textOf) : textOf(value);
}

/** @param {Session} session @param {Takeout} found @param {Item} thread */
function threadOf(session, found, thread) {
  const said = messages(session, thread).filter((item) => !item.body.removed).sort(byTime);
  return { title: thread.body.title, about: thread.body.about, messages: said.map((item) => ({ at: item.head.time, ...speakerOf(session, item.head.seat), text: item.body.text, files: keepAll(found, item) })) };
}

/** Who spoke: oneself, staff by name, a parent by the child that the class list names: a shared card stays here. @param {Session} session @param {string} seat */
function speakerOf(session, seat) {
  if (session.own().has(seat)) return { by: "me", of: "" };
  const staff = session.replica.ofKind("profile").find((item) => item.body.seat === seat);
  if (staff) return { by: "staff", of: staff.body.name };
  const child = session.replica.trust.groups.flatMap((act) => classmates(session, act.group)).find((one) => one.seats.has(seat))?.first ?? "";
  return { by: child ? "parent" : "other", of: child };
}

/** Whether a thread is about one of these children, in a group of theirs, or held from the place one has for them. @param {Session} session @param {Item} thread @param {string[]} children */
function belongs(session, thread, children) {
  if (thread.body.about) return children.includes(thread.body.about);
  const places = session.replica.seats().filter((seat) => seat.circles.some((one) => children.includes(one))).map((seat) => seat.id);
  const near = new Set([...places, ...children.flatMap((one) => groupsOf(session, one))]);
  return places.includes(thread.head.seat) || thread.refs.some((ref) => near.has(ref.slice(2)));
}

/** @param {Session} session @param {string} child @returns {string[]} */
function groupsOf(session, child) {
  const names = session.replica.ofKind("profile", child)[0]?.body.groups ?? [];
  return groups(session).filter((group) => names.includes(group.name)).map((group) => group.group);
}

/** Take a file along; returns its name in the zip. @param {Takeout} found @param {Part} part @param {number} time @param {string} [name] */
function keep(found, part, time, name = "") {
  const plain = safeName(name || part.name || `file.${part.type.split("/").at(-1)}`);
  found.files.push({ name: `${String(found.files.length + 1).padStart(4, "0")} ${plain}`, part, time });
  return found.files[found.files.length - 1].name;
}

/** @param {Takeout} found @param {Item} item */
function keepAll(found, item) {
  return (item.body.files ?? []).map((/** @type {Part} */ part) => keep(found, part, item.head.time));
}

/** @param {Item} a @param {Item} b */
function byTime(a, b) {
  return a.head.time - b.head.time || (a.id < b.id ? -1 : 1);
}
