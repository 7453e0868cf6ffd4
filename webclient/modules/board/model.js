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
import { amend, newPost, posts, withOwn } from "../news/model.js";
import { boardCircle, isBoards } from "../people/model.js";

/** @typedef {import("../../ui/state.js").Running} Running */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("../../sync/uploadstore.js").Ready} Ready */
/** @typedef {import("../../sync/blobs.js").Part} Part */
/** A post at all its schools; `waits`: those it has not reached; `held`: nobody there has it before its `time`; `post`: as it stands at the first of `places`. @typedef {{id: string, title: string, text: string, time: number, changed: number, own: boolean, held: boolean, places: Running[], waits: Running[], post: import("../news/model.js").Post | null}} Said */
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
      found.set(post.id, { ...(known?.post ? known : { ...post, waits: known?.waits ?? [], post }), places: [...(known?.places ?? []), place] });
    }
    for (const { data } of coming(place, "news.post")) {
      const known = found.get(data.post);
      if (known?.places.includes(place) || coming(place, "news.delete").some((gone) => gone.data.post === data.post)) continue;
      const { title, text } = data.draft;
      const time = data.held || data.written;
      found.set(data.post, { ...(known ?? { id: data.post, title, text, time, changed: 0, own: true, held: time > Date.now(), places: [], post: null }), waits: [...(known?.waits ?? []), place] });
    }
    for (const { data } of coming(place, "board.change")) {
      const known = found.get(data.post);
      if (known && !known.waits.includes(place)) known.waits = [...known.waits, place];
    }
  }
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

/** Take back what was said, wherever it stands, and what has not been sent yet. @param {Said} one */
export async function takeBack(one) {
  for (const place of everywhere(one)) {
    const rows = sending(place, one.id);
    for (const { upload } of rows) await place.uploads.cancel(upload.id);
    if (!rows.length) await place.outbox.add("news.delete", { post: one.id });
  }
}

/** How long (ms) a change waits for what it changes, whose files are still being sent, and how often it looks. */
const [LONGEST, AGAIN] = [30 * 24 * 3600 * 1000, 30_000];

/** What the outbox carries out: where files change, they are those that stand there by then, without what is gone. @type {Record<string, import("../../sync/outbox.js").Carry>} */
export const carriers = {
  "board.change": async (session, { data }) => {
    const now = Date.now();
    if (data.until > now && !posts(session).some((post) => post.id === data.post)) return { follow: { type: "board.change", data, after: now + AGAIN } };
    await withOwn(session, data.post, (batch, item) => amend(batch, item, { ...data.fields, ...filesAfter(item, data.gone, data.added) }));
  },
};

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

/** Its files that wait for a school. @param {Running} place @param {string} post */
function sending({ uploads }, post) {
  return uploads.rows.filter(({ upload: { then } }) => then.type === "news.post" && then.data.post === post);
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
