/** Absences as this person's copy knows them, and what the outbox carries out. Pure but for the carriers. */
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { bySchool } from "../../sync/http.js";
import { filesOf } from "../../ui/files.js";
import { overtaken } from "../../sync/said.js";
import { callOff } from "../lunch/stay.js";
import { children, fullName, groups, ownChildren } from "../people/model.js";
import { dayOf } from "./days.js";
import { overruling, wordOn } from "./pickups.js";
import { isAbsent, marked, raises } from "./rules.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("../people/model.js").Group} Group */
/** @typedef {{child: string, name: string, first: string, absences: Item[], remarks: string[], noted: boolean, mark: string, missing: boolean, found: number, pickup: import("./pickups.js").Word | null, files: import("../../sync/blobs.js").Part[]}} Row */

/** The absences of a child, newest first. @param {Session} session @param {string} child @returns {Item[]} */
export function absencesOf(session, child) {
  return session.replica.ofKind("absence", child).sort((a, b) => (a.body.from < b.body.from ? 1 : -1));
}

/** Those that cover a day. @param {Session} session @param {string} child @param {string} day */
export function absentOn(session, child, day) {
  return absencesOf(session, child).filter((item) => isAbsent(item.body, day));
}

/** Whether somebody of the staff has seen it. @param {Session} session @param {string} absence */
export function isNoted(session, absence) {
  return session.replica.ofKind("noted").some((item) => item.body.absence === absence);
}

/** The text for team and office, where this person may read it. @param {Session} session @param {string} absence @returns {string} */
export function remarkOf(session, absence) {
  return session.replica.ofKind("remark").find((item) => item.body.absence === absence && item.body.text)?.body.text ?? "";
}

/** The files beside it, for the same readers. @param {Session} session @param {string} absence */
export function enclosed(session, absence) {
  return session.replica.ofKind("remark").filter((item) => item.body.absence === absence).flatMap((item) => filesOf(item.body));
}

/** The children that are missed today, of whom nobody has said anything since. @param {Session} session @param {string} day @returns {Item[]} */
export function alarms(session, day) {
  return session.replica.ofKind("noshow").filter((item) => item.body.date === day && !item.body.resolved && !absentOn(session, item.circle, day).length);
}

/** The pupils of a group on a day, those first of whom there is something to see; `found`: when (ms) one that was missed was. @param {Session} session @param {Group} group @param {string} day @returns {Row[]} */
export function board(session, group, day) {
  const marks = register(session, group, day)?.body.marks ?? {};
  return session.replica.ofKind("pupil", group.register).map(({ body }) => {
    const found = absentOn(session, body.child, day);
    return {
      child: body.child, name: fullName(/** @type {any} */ (body)), first: body.first, absences: found, remarks: found.map((item) => remarkOf(session, item.id)).filter(Boolean), files: found.flatMap((item) => enclosed(session, item.id)),
      noted: found.length > 0 && found.every((item) => isNoted(session, item.id)), mark: marks[body.child] ?? "",
      missing: !found.length && missing(session, body.child, day).length > 0, found: Math.max(0, ...noshows(session, body.child, day).map((one) => one.resolved ?? 0)),
      pickup: wordOn(session.replica.ofKind("pickup", body.child), day),
    };
  }).sort((a, b) => weight(b) - weight(a) || a.name.localeCompare(b.name, "nl"));
}

/** @param {Omit<Row, "name" | "child" | "first" | "remarks" | "mark" | "found" | "files">} row */
function weight({ missing: isMissing, absences, noted, pickup }) {
  return Number(isMissing) * 8 + Number(absences.length > 0 && !noted) * 4 + Number(absences.length > 0) * 2 + Number(pickup !== null);
}

/** The register of a group on a day, once somebody wrote in it. @param {Session} session @param {Group} group @param {string} day */
export function register(session, group, day) {
  return session.replica.ofKind("day", group.register).find((item) => item.body.date === day) ?? null;
}

/** The groups whose board this person keeps. @param {Session} session @returns {Group[]} */
export function boards(session) {
  return groups(session).filter((group) => session.seat({ circle: group.register }));
}

/** How many reports of today nobody has seen. @param {Session} session */
export function unseen(session) {
  const day = dayOf(Date.now());
  return boards(session).flatMap((group) => board(session, group, day)).filter((row) => row.absences.length && !row.noted).length;
}

/** What is reported on this device and not sent yet. @param {import("../../sync/outbox.js").Outbox | null} box @param {string} child @returns {any[]} */
export function waitingFor(box, child) {
  return (box?.waiting ?? []).filter((one) => one.type === "absences.report" && one.data.children.includes(child)).map((one) => one.data.body);
}

/** The marks of a register that was closed on this device and is not sent yet. @param {import("../../sync/outbox.js").Outbox | null} box @param {Group} group @param {string} day @returns {Record<string, string>} */
export function waitingMarks(box, group, day) {
  return (box?.waiting ?? []).findLast((one) => one.type === "absences.close" && one.data.group === group.group && one.data.day === day)?.data.marks ?? {};
}

/** Leave that was asked for, with what was decided and, for the office, why. @param {Session} session @param {string} [child] */
export function leaves(session, child = "") {
  const known = new Map(children(session).map((one) => [one.circle, one]));
  return session.replica.ofKind("leave", child).map((item) => ({
    item, child: known.get(item.circle)?.name ?? "", first: known.get(item.circle)?.first ?? "",
    decision: session.replica.ofKind("decision", item.circle).find((one) => one.body.leave === item.id)?.body ?? null,
    plea: session.replica.ofKind("plea").find((one) => one.body.leave === item.id)?.body.text ?? "",
    files: session.replica.ofKind("plea").filter((one) => one.body.leave === item.id).flatMap((one) => filesOf(one.body)),
  })).sort((a, b) => (a.item.body.from < b.item.body.from ? 1 : -1));
}

/** A report as the outbox keeps it. @param {string[]} children @param {Record<string, any>} body @param {string} text */
export function newReport(children, body, text) {
  return { children, body: { ...body, written: Date.now() }, text, ids: children.map(() => [newId(), newId(), newId()]) };
}

/** An id for a record that is still to be written. */
export function newId() {
  return b64(fresh(16));
}

/** What the outbox carries out. @type {Record<string, import("../../sync/outbox.js").Carry>} */
export const carriers = {
  "absences.report": (session, { data }) => carryReport(session, data),
  "absences.enclose": (session, { data }) => carryFiles(session, data),
  "absences.change": (session, { data }) => onItem(session, data.id, (batch, item) => {
    const body = { ...item.body, ...data.fields };
    batch.record(item.circle, "absence", body, { replaces: item });
    callOff(session, batch, item.circle, item.id, body, data.record ?? newId());
  }),
  "absences.withdraw": (session, { data }) => onItem(session, data.id, (batch, item) => withdraw(session, batch, item, data.record ?? newId())),
  "absences.note": (session, { data }) => onItem(session, data.id, (batch, item) => {
    if (!isNoted(session, item.id)) batch.record(item.circle, "noted", { absence: item.id }, { id: data.record });
  }),
  "absences.close": (session, { data }) => carryClose(session, data),
  "absences.arrive": (session, { data, time }) => carryArrive(session, data, time),
  "absences.leave": (session, { data }) => carryLeave(session, data),
  "absences.decide": (session, { data }) => onItem(session, data.leave, (batch, item) => batch.record(item.circle, "decision", { leave: data.leave, granted: data.granted, reason: data.reason }, { id: data.record })),
  "absences.collector": (session, { data }) => inCircle(session, data.child, (batch) => {
    if (!session.replica.items.has(data.record)) batch.letter("collector", data.body, staffOf(session, data.child), { id: data.record });
  }),
  "absences.collector-gone": (session, { data }) => onLetter(session, data.id),
  "absences.pickup": (session, { data, time }) => inCircle(session, data.child, (batch) => {
    const body = { ...data.body, ...overruling(session.replica.ofKind("pickup", data.child), data.body.date, bySchool(batch.now)) };
    if (!session.replica.items.has(data.record)) batch.record(data.child, "pickup", body, { id: data.record, time: bySchool(time) }); // the newest word holds, by when it was said
  }),
};

/** @param {Session} session @param {any} data */
async function carryReport(session, data) {
  for (const [at, child] of data.children.entries()) {
    const [absence, remark, off = newId()] = data.ids[at];
    await inCircle(session, child, (batch) => {
      if (session.replica.items.has(absence)) return;
      batch.record(child, "absence", data.body, { id: absence });
      if (data.text) batch.letter("remark", { absence, child, text: data.text }, staffOf(session, child), { id: remark });
      callOff(session, batch, child, absence, data.body, off);
    });
  }
}

/** Files beside a report of each child, unless it was taken back meanwhile. @param {Session} session @param {{notes: {child: string, absence: string, id: string}[], files: import("../../sync/blobs.js").Part[]}} data */
async function carryFiles(session, { notes, files }) {
  for (const { child, absence, id } of notes)
    if (session.replica.items.has(absence) && !session.replica.items.has(id)) await inCircle(session, child, (batch) => batch.letter("remark", { absence, child, text: "", files }, staffOf(session, child), { id }));
}

/** @param {Session} session @param {import("../../sync/batch.js").Batch} batch @param {Item} item @param {string} off the id of what it does to the lunch */
function withdraw(session, batch, item, off) {
  const own = session.own();
  for (const remark of session.replica.ofKind("remark")) if (remark.body.absence === item.id && own.has(remark.head.seat)) batch.delete(remark);
  batch.delete(item);
  callOff(session, batch, item.circle, item.id, item.body, off, true);
}

/** Close a register: `marks` as the screen showed them, `pressed`: when (ms) somebody pressed those of which they did. @param {Session} session @param {any} data */
async function carryClose(session, data) {
  const group = groups(session).find((one) => one.group === data.group);
  if (!group) return;
  const { marks, seen } = closing(session, group, data);
  await inCircle(session, group.register, (batch) => {
    const now = closing(session, group, data);
    batch.record(group.register, "day", { date: data.day, marks: now.marks, closed: batch.now }, { id: data.record, replaces: register(session, group, data.day) });
    for (const child of now.missed) batch.record(child, "noshow", { date: data.day, raised: batch.now }, { id: data.ids[child] });
    for (const item of now.seen) batch.record(item.circle, "noted", { absence: item.id });
  }, [...Object.keys(marks).filter((child) => marks[child] === "absent"), ...seen.map((item) => item.circle)]);
}

/** What a register says once it is closed, who is missed by it, and which reports were seen by that. @param {Session} session @param {Group} group @param {any} data */
function closing(session, group, { day, marks: shown, pressed = {}, ids }) {
  const rows = board(session, group, day);
  const known = register(session, group, day)?.body.marks ?? {};
  const marks = marked(shown, known, pressed, (child) => noshows(session, child, day));
  const absent = rows.filter((row) => marks[row.child] === "absent" && !row.absences.length && ids[row.child]).map((row) => row.child);
  return {
    marks, missed: absent.filter((child) => raises(noshows(session, child, day), pressed[child])),
    seen: rows.flatMap((row) => row.absences).filter((item) => !isNoted(session, item.id)),
  };
}

/** A missed child is there: no word about an alarm that was raised after it. @param {Session} session @param {any} data @param {number} time when somebody pressed (ms) */
async function carryArrive(session, data, time) {
  const group = groups(session).find((one) => one.group === data.group);
  if (!group) return;
  await inCircle(session, group.register, (batch) => {
    const open = missing(session, data.child, data.day);
    if (open.some((item) => overtaken(item.body.raised, time, batch.now))) return;
    const before = register(session, group, data.day);
    const marks = { ...(before?.body.marks ?? {}), [data.child]: "late" };
    batch.record(group.register, "day", { ...(before?.body ?? { date: data.day }), marks }, { id: data.record, replaces: before });
    for (const item of open) batch.record(data.child, "noshow", { ...item.body, resolved: time, how: "late" }, { replaces: item });
  }, [data.child]);
}

/** @param {Session} session @param {any} data */
async function carryLeave(session, data) {
  await inCircle(session, data.child, (batch) => {
    if (session.replica.items.has(data.ids[0])) return;
    batch.record(data.child, "leave", data.body, { id: data.ids[0] });
    batch.letter("plea", { leave: data.ids[0], child: data.child, text: data.text, ...(data.files?.length ? { files: data.files } : {}) }, [session.replica.trust.charter.office], { id: data.ids[1] });
  });
}

/** Write where the own seat may; what is not there any more is let be. @param {Session} session @param {string} circle @param {(batch: import("../../sync/batch.js").Batch) => void} build @param {string[]} [others] */
async function inCircle(session, circle, build, others = []) {
  const seat = session.seat({ circle });
  if (seat) await session.write(seat, [circle, ...others], build);
}

/** @param {Session} session @param {string} id @param {(batch: import("../../sync/batch.js").Batch, item: Item) => unknown} act */
async function onItem(session, id, act) {
  const found = session.replica.items.get(id);
  if (found) await inCircle(session, found.circle, (batch) => {
    const item = session.replica.items.get(id);
    if (item) act(batch, item);
  });
}

/** Take a letter of one's own back. @param {Session} session @param {string} id */
async function onLetter(session, id) {
  const seat = session.replica.trust.seats.get(session.replica.items.get(id)?.head.seat ?? "");
  if (seat) await session.write(seat, [], (batch) => {
    const item = session.replica.items.get(id);
    if (item) batch.delete(item);
  });
}

/** Who may always fetch a child, as this parent wrote down. @param {Session} session @param {string} child @returns {Item[]} */
export function collectors(session, child) {
  const own = new Set(session.replica.seats().filter((seat) => seat.circles.includes(child)).map((seat) => seat.id));
  return session.replica.ofKind("collector").filter((item) => own.has(item.head.seat));
}

/** @param {Session} session @param {string} child @param {string} day */
function missing(session, child, day) {
  return session.replica.ofKind("noshow", child).filter((item) => item.body.date === day && !item.body.resolved);
}

/** What was ever said of a child that was missed on a day. @param {Session} session @param {string} child @param {string} day */
function noshows(session, child, day) {
  return session.replica.ofKind("noshow", child).filter((item) => item.body.date === day).map((item) => item.body);
}

/** The teams of a child's groups, and the office. @param {Session} session @param {string} child @returns {string[]} */
function staffOf(session, child) {
  const own = [...ownChildren(session), ...children(session)].find((one) => one.circle === child)?.groups ?? [];
  return [...groups(session).filter((group) => own.includes(group.name)).map((group) => group.team), session.replica.trust.charter.office];
}
