/**
 * What the board says to its schools: one text or event, a record at each, under the same name everywhere. Pure over the
 * schools that run side by side, but for what puts something into their outboxes. The same as the second part of
 * `sync/client/board.py`.
 */
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { calendars } from "../calendar/calendars.js";
import { newChange } from "../calendar/writing.js";
import { filesOf } from "../../ui/files.js";
import { beside, outbox, session as shown, uploads } from "../../ui/state.js";
import { amend, newPost, posts, withOwn } from "../news/model.js";
import { boardCircle, isBoards } from "../people/model.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../ui/state.js").Running} Running */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("../../sync/uploadstore.js").Ready} Ready */
/** @typedef {import("../../sync/blobs.js").Part} Part */
/** A post at all its schools; `waits`: those it has not reached, `leaves`: those where it is to be taken back; `held`: nobody there has it before its `time`; `post`: as it stands at the first of `places`. @typedef {{id: string, title: string, text: string, time: number, changed: number, own: boolean, held: boolean, places: Running[], waits: Running[], leaves: Running[], post: import("../news/model.js").Post | null}} Said */
/** An event at all its schools. @typedef {{id: string, body: Record<string, any>, places: Running[], waits: Running[]}} Planned */

/** The schools for which this person speaks. @param {Running[]} running @returns {Running[]} */
export function speaksAt(running) {
  return running.filter(({ session }) => session.seat({ role: "board" }) && boardCircle(session));
}

/** Everything the board said, the newest first: also what waits for a school. @param {Running[]} running @returns {Said[]} */
export function said(running) {
  /** @type {Map<string, Said>} */
  const found = new Map();
  for (const place of speaksAt(running)) {
    for (const post of posts(place.session).filter((one) => isBoards(place.session, one.circles[0]))) {
      const known = found.get(post.id);
      found.set(post.id, { ...(known?.post ? known : { ...post, waits: known?.waits ?? [], leaves: [], post }), places: [...(known?.places ?? []), place] });
    }
    for (const { data } of coming(place, "news.post")) {
      const known = found.get(data.post);
      if (known?.places.includes(place) || coming(place, TAKE_BACK).some((gone) => gone.data.post === data.post)) continue;
      const { title, text } = data.draft;
      const time = data.held || data.written;
      found.set(data.post, { ...(known ?? { id: data.post, title, text, time, changed: 0, own: true, held: time > Date.now(), places: [], leaves: [], post: null }), waits: [...(known?.waits ?? []), place] });
    }
    for (const { data } of coming(place, "board.change")) {
      const known = found.get(data.post);
      if (known && !known.waits.includes(place)) known.waits = [...known.waits, place];
    }
  }
  for (const one of found.values()) one.leaves = everywhere(one).filter((place) => coming(place, TAKE_BACK).some(({ data }) => data.post === one.id));
  return [...found.values()].sort((a, b) => b.time - a.time);
}

/** The board's events, the next first. @param {Running[]} running @param {string} from day: those that are over by then are left out @returns {Planned[]} */
export function planned(running, from) {
  /** @type {Map<string, Planned>} */
  const found = new Map();
  for (const place of speaksAt(running)) {
    for (const { id, body } of eventsAt(place)) {
      const known = found.get(body.joint ?? id);
      found.set(body.joint ?? id, { ...(known ?? { id: body.joint ?? id, waits: [] }), body, places: [...(known?.places ?? []), place] });
    }
    for (const { data } of coming(place, "calendar.add")) {
      const known = found.get(data.body.joint);
      if (known?.places.includes(place)) continue;
      found.set(data.body.joint, { ...(known ?? { id: data.body.joint, body: data.body, places: [] }), waits: [...(known?.waits ?? []), place] });
    }
  }
  return [...found.values()].filter(({ body }) => String(body.repeat?.until ?? body.until ?? body.day) >= from).sort((a, b) => (`${a.body.day}${a.body.start ?? ""}` < `${b.body.day}${b.body.start ?? ""}` ? -1 : 1));
}

/** Say something to these schools, each by its own outbox: so one that is down gets it later, once. @param {Running[]} places @param {import("../news/model.js").Draft} draft @param {Ready[]} files @param {number} [held] ms, 0 = now: nobody gets it before then */
export async function say(places, draft, files, held = 0) {
  const [id, named] = [b64(fresh(16)), files.map(withName)];
  for (const place of places) {
    const circle = boardCircle(place.session);
    const post = { ...newPost([circle], draft, held), post: id };
    await send(place, "news.post", named, (parts) => ({ ...post, draft: { ...draft, ...(parts.length ? { files: parts } : {}) } }));
  }
  return id;
}

/** Change what was said, wherever it stands: its words, and its files. @param {Said} one @param {{title: string, text: string}} fields @param {Part[]} [gone] those that are taken out @param {Ready[]} [files] those that come */
export async function change(one, fields, gone = [], files = []) {
  const [names, named] = [gone.map(sameOf), files.map(withName)];
  for (const place of everywhere(one)) {
    const until = sending(place, one.id).length ? Date.now() + LONGEST : 0;
    await send(place, "board.change", named, (added) => ({ post: one.id, fields, gone: names, added, until }));
  }
}

/** Where something that was said is taken back: wherever it stands, and where it has not been sent yet. @param {Said} one @returns {import("../../sync/outbox.js").Outbox[]} */
export function boxesOf(one) {
  return everywhere(one).map((place) => place.outbox);
}

/** What takes a post back. */
export const TAKE_BACK = "board.takeback";
/** How long (ms) a change waits for what it changes, whose files are still being sent, and how often it looks. */
const [LONGEST, AGAIN] = [30 * 24 * 3600 * 1000, 30_000];
/** How soon (ms) one looks once more whether anything of what was taken back came through. */
const SOON = 3000;

/** What the outbox carries out: where files change, they are those that stand there by then, without what is gone. @type {Record<string, import("../../sync/outbox.js").Carry>} */
export const carriers = {
  "board.change": async (session, { data }) => {
    const now = Date.now();
    if (data.until > now && isComing(session, data.post)) return { follow: { type: "board.change", data, after: now + AGAIN } };
    await withOwn(session, data.post, (batch, item) => amend(batch, item, { ...data.fields, ...filesAfter(item, data.gone, data.added) }));
  },
  [TAKE_BACK]: async (session, { data }) => {
    const place = placeOf(session);
    const rows = place ? sending(place, data.post, ["news.post", "board.change"]) : [];
    for (const { upload } of rows) await place?.uploads.cancel(upload.id);
    for (const { id } of place?.outbox.waiting.filter((one) => one.type === "news.post" && one.data.post === data.post) ?? []) await place?.outbox.drop(id);
    await withOwn(session, data.post, (batch, item) => batch.delete(item));
    if (rows.length || !place) return { follow: { type: TAKE_BACK, data, after: Date.now() + SOON } }; // its last file may just have been there
  },
};

/** The school of a session, as it runs here. @param {Session} session */
function placeOf(session) {
  const now = { session: shown.value, outbox: outbox.value, uploads: uploads.value };
  return /** @type {Running | undefined} */ ([now, ...beside.value].find((one) => one.session === session));
}

/** Whether a post is not there yet but will be: its files are being sent. @param {Session} session @param {string} post */
function isComing(session, post) {
  const place = placeOf(session);
  if (!place || posts(session).some((one) => one.id === post)) return !place;
  const kept = [...place.outbox.waiting, ...place.outbox.failed.map((one) => one.intent)];
  return sending(place, post).length > 0 || kept.some((one) => one.type === "news.post" && one.data.post === post);
}

/** @param {Item} item @param {string[]} gone @param {Part[]} added */
function filesAfter(item, gone, added) {
  const away = new Set([...gone, ...added.map(sameOf)]);
  return away.size ? { files: [...filesOf(item.body).filter((part) => !away.has(sameOf(part))), ...added] } : {};
}

/** What a file is known by at every school, each of which has it under an id and key of its own. @param {Part} part @returns {string} */
export function sameOf(part) {
  return /** @type {any} */ (part).same ?? `${part.name ?? ""} ${part.size}`;
}

/** @param {Ready} file @returns {Ready} */
function withName(file) {
  return Object.assign({ ...file }, { same: b64(fresh(16)) });
}

/** To one school, with its files or without. @param {Running} place @param {string} type @param {Ready[]} files @param {(parts: Part[]) => any} data */
async function send({ session, outbox, uploads }, type, files, data) {
  if (files.length) await uploads.add(boardCircle(session), files, (parts) => ({ type, data: data(parts) }));
  else await outbox.add(type, data([]));
}

/** Where it stands, and where it still goes: an outbox keeps its order. @param {Said} one @returns {Running[]} */
function everywhere({ places, waits }) {
  return [...new Set([...places, ...waits])];
}

/** Its files that wait for a school. @param {Running} place @param {string} post @param {string[]} [types] */
function sending({ uploads: queue }, post, types = ["news.post"]) {
  return queue.rows.filter(({ upload: { then } }) => types.includes(then.type) && then.data.post === post);
}

/** Put an event into the board's calendar at these schools. @param {Running[]} places @param {Record<string, any>} body */
export async function plan(places, body) {
  const joint = b64(fresh(16));
  for (const place of places) await place.outbox.add("calendar.add", { targets: [{ circle: calendarAt(place), id: b64(fresh(16)) }], body: { ...body, joint, version: 0 } });
}

/** Change an event wherever it stands: its readers are told, if it is near. @param {Planned} one @param {Record<string, any>} fields @param {string} reason */
export async function replan(one, fields, reason) {
  for (const place of one.places)
    for (const item of eventsAt(place).filter(({ id, body }) => (body.joint ?? id) === one.id)) await place.outbox.add("calendar.change", newChange(place.session, item.id, fields, reason));
}

/** What waits for a school, with its files or without. @param {Running} place @param {string} type @returns {{data: any}[]} */
function coming({ outbox, uploads }, type) {
  return [...outbox.waiting, ...uploads.rows.map((row) => row.upload.then)].filter((one) => one.type === type);
}

/** The board's own calendar at a school. @param {Running} place */
function calendarAt({ session }) {
  return calendars(session).find((one) => one.sort === "board")?.circle ?? "";
}

/** @param {Running} place @returns {Item[]} */
function eventsAt(place) {
  return place.session.replica.ofKind("event", calendarAt(place));
}
