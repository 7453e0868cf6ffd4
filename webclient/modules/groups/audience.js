/**
 * Who can read a letter, in words, worked out from its recipients. The words never say less than is true: who reads a
 * group is its families, its team and the office; what nobody here can count is said as well.
 */
import { listed, t } from "../../ui/locale.js";
import { groups } from "../people/model.js";
import { household } from "./homes.js";
import { classmates, whoSees } from "./model.js";
import { aboutOf, callOf, directory, teamOf } from "./names.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("../../ui/readers.js").Audience} Row */
/** @typedef {import("../people/model.js").Group} Group */

const FEW = 2;

/** The recipients of a letter, as ids; nobody for no letter. @param {Item | null} letter */
export function refsOf(letter) {
  return (letter?.refs ?? []).map((ref) => ref.slice(2));
}

/**
 * Circles and people in words, for the reader line. `wide`: the groups a parent thought of, so that twenty single
 * families are said as a group but one.
 * @param {Session} session @param {string[]} refs circles and seats @param {string[]} [wide] @returns {Row[]}
 */
export function readersOf(session, refs, wide = []) {
  const known = directory(session);
  const left = new Set(refs.filter((ref) => !known.own.has(ref)));
  const teams = groups(session).filter((group) => left.has(group.group) || left.has(group.team));
  /** @type {Row[]} */
  const rows = groups(session).flatMap((group) => groupRow(known, group, left, wide.includes(group.group)));
  for (const group of teams) {
    left.delete(group.team);
    rows.push(...teamRows(session, group).filter((row) => !rows.some((one) => one.name === row.name)));
  }
  if (teams.length) rows.push({ name: t("audience-office"), about: t("audience-office-about") });
  const home = household(session);
  if (left.delete(home)) rows.push({ name: t("audience-household"), about: t("audience-household-about") });
  rows.push(...[...left].map((seat) => personRow(known, seat)));
  return rows.length ? rows : [{ name: t("audience-you"), about: t("audience-you-about") }];
}

/** Those who can open a letter of one's own, one by one, and whom nobody here can count. @param {Session} session @param {Item} letter @returns {Row[]} */
export function peopleOf(session, letter) {
  const known = directory(session);
  const seen = whoSees(session, letter);
  const teams = groups(session).filter((group) => seen.delete(group.team));
  const hidden = groups(session).filter((group) => seen.delete(group.group));
  const rows = [...seen].filter((seat) => !known.own.has(seat)).map((seat) => personRow(known, seat)).sort((a, b) => a.name.localeCompare(b.name));
  for (const group of teams) {
    rows.push(...teamRows(session, group, Infinity));
  }
  if (teams.length) rows.push({ name: t("audience-office"), about: t("audience-office-about") });
  if (hidden.length) rows.push({ name: t("readers-protected"), about: t("readers-protected-about") });
  return [{ name: t("audience-you"), about: t("audience-you-about") }, ...rows];
}

/** A group that reads, whole or but a few; takes whom it names out of `left`. @param {import("./names.js").Directory} known @param {Group} group @param {Set<string>} left @param {boolean} wide @returns {Row[]} */
function groupRow(known, group, left, wide) {
  const seats = classmates(known.session, group.group).flatMap((mate) => [...mate.seats.keys()]).filter((seat) => !known.own.has(seat));
  const about = t("audience-families", { group: group.name });
  if (left.delete(group.group)) {
    for (const seat of seats) left.delete(seat);
    return [{ name: t("audience-group", { group: group.name }), about, mark: group.name }];
  }
  const missing = seats.filter((seat) => !left.has(seat));
  if (!wide || !missing.length || missing.length >= seats.length || !left.has(group.team)) return [];
  for (const seat of seats) left.delete(seat);
  const names = missing.map((seat) => callOf(known, seat));
  const who = names.length > FEW ? t("readers-few", { count: names.length }) : listed(names);
  return [{ name: t("readers-but", { group: group.name, who }), about, mark: group.name }];
}

/** A team, by name where it is small. @param {Session} session @param {Group} group @param {number} [most] @returns {Row[]} */
function teamRows(session, group, most = FEW) {
  const team = teamOf(session, group);
  if (!team.length || team.length > most) return [{ name: t("audience-team", { group: group.name }), about: t("audience-team-about") }];
  return team.map((one) => ({ name: one.name, about: t("teacher-of", { group: group.name }) }));
}

/** The words for a list of readers in a sentence: "only you", or who besides you. @param {Row[]} rows */
export function inWords(rows) {
  return rows.some((one) => one.name === t("audience-you")) ? t("only-you") : listed(rows.map((one) => one.name));
}

/** @param {import("./names.js").Directory} known @param {string} seat @returns {Row} */
function personRow(known, seat) {
  return { name: callOf(known, seat), about: aboutOf(known, seat) };
}
