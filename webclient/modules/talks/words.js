/** Days, places and people of talks in words, the same on every screen. */
import { has, date, listed, t } from "../../ui/locale.js";
import { noon } from "../absences/days.js";
import { children, fullName, groups, nameOf } from "../people/model.js";
import { appointmentOf } from "./rounds.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("../../ui/readers.js").Audience} Audience */

/** "Tue 8 December, 18:10". @param {{day: string, start: string}} slot */
export function moment(slot) {
  return t("talk-moment", { day: date(noon(slot.day)), time: slot.start });
}

/** The names of a table's teachers. @param {Record<string, any>} body @returns {string} */
export function teacherNames(body) {
  return listed(body.teachers.map((/** @type {{name: string}} */ one) => one.name));
}

/** Where a talk is: the room, or how one calls. @param {Record<string, any>} table body @param {string} [mode] what this family asked for */
export function placeName(table, mode = table.mode) {
  return mode === "site" ? table.room || t("talk-mode-site") : t(`talk-mode-${mode}`);
}

/** A child's first name, as far as this person may know it. @param {Session} session @param {string} child @returns {string} */
export function firstOf(session, child) {
  const found = children(session).find((one) => one.circle === child) ?? pupilOf(session, child) ?? session.replica.ofKind("classmate").find(({ body }) => body.child === child)?.body;
  return String(found?.first ?? t("talk-a-child"));
}

/** A child's full name, for the teacher. @param {Session} session @param {string} child @returns {string} */
export function nameOfChild(session, child) {
  const pupil = pupilOf(session, child);
  return pupil ? fullName(/** @type {any} */ (pupil)) : firstOf(session, child);
}

/** Who comes: what they said, else whose booking it is. @param {Session} session @param {Item} item */
export function whoComes(session, { body, head }) {
  return String(body.who || nameOf(session, body.seat || head.seat) || t("role-guardian"));
}

/** The name of a group by its circle. @param {Session} session @param {string} circle */
export function groupName(session, circle) {
  return groups(session).find((one) => one.group === circle)?.name ?? "";
}

/** Who reads a booking: what school made goes to that one parent, and stays with who made it. @param {Session} session @param {Item} item @param {Record<string, any>} table body @param {boolean} together whether others live here @returns {Audience[]} */
export function readersOfTalk(session, item, table, together) {
  const office = session.replica.trust.seats.get(item.head.seat)?.role === "office";
  return [...bookingReaders(table, together && !item.body.seat), ...(office ? [{ name: t("audience-office"), about: t("audience-office-about") }] : [])];
}

/** Who reads what is about to be taken. @param {Record<string, any>} table body @param {boolean} together whether others live here @returns {Audience[]} */
export function bookingReaders(table, together) {
  const teachers = table.teachers.map((/** @type {{name: string}} */ one) => ({ name: one.name, about: t("talk-reader-teacher") }));
  return [...teachers, { name: t("audience-you"), about: t("audience-you-about") }, ...(together ? [{ name: t("audience-household"), about: t("audience-household-about") }] : [])];
}

/** An error of the server in words about talks. @param {unknown} error */
export function asTalkError(error) {
  const code = `talk-${/** @type {any} */ (error)?.code ?? ""}`;
  return has(`error-${code}`) ? { code } : error;
}

/** What to type into a browser's address bar is no link here unless it is one. @param {string} link */
export function safeLink(link) {
  return /^https:\/\/\S+$/.test(link) ? link : "";
}

/** The link of a video talk, once the teacher gave one. @param {Session} session @param {string} booking */
export function linkOfTalk(session, booking) {
  return safeLink(appointmentOf(session, booking).link);
}

/** @param {Session} session @param {string} child @returns {Record<string, any> | undefined} */
function pupilOf(session, child) {
  return session.replica.ofKind("pupil").find(({ body }) => body.child === child)?.body;
}
