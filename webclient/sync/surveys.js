/**
 * Anonymous surveys: begin one, get a ballot, answer, and read what was answered. The same as `sync/surveys.py` and
 * `sync/client/surveys.py`.
 *
 * Invariants: a ballot is asked for by somebody, a vote is sent by nobody (without the session's cookie, and some
 * minutes later); a ballot that was not made with the key of the survey's signed form is refused, and said out loud.
 */
import { blindSerial, newScalar, openAnswer, sealAnswer, SERIAL, unblind } from "../crypto/ballot.js";
import { b64, unb64, utf8 } from "../crypto/encoding.js";
import { CryptoError, WrongKey } from "../crypto/errors.js";
import { BoxKey } from "../crypto/identity.js";
import { fresh } from "../crypto/random.js";
import { Refused } from "./errors.js";
import { shownWire } from "./http.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./outbox.js").Outbox} Outbox */
/** What was answered, by question. @typedef {Record<string, any>} Answer */
/**
 * What stands in the form that families read: id, public key of ballots, box key of answers. `seed` opens the answers,
 * for the organisers alone. @typedef {{id: string, key: string, box: string, seed?: string}} Survey
 */
/**
 * A ballot that waits to be asked for (`output` "") or to be handed in; it stays on this device, not for long.
 * @typedef {{survey: string, serial: string, blinding: string, output: string}} Ballot
 */

/** Fewer answers than this are shown to nobody. */
export const FEW = 5;
/** A vote waits up to so long (ms) after the asking, so that the two are not seen together. */
export const LATER = 10 * 60_000;
export const MARGIN = 60_000;

/**
 * Answers by what they say to a question, without groups of fewer than five. If what is left out could be worked out
 * from the total, the next smallest group is left out with it.
 * @param {Answer[]} answers @param {string} question @returns {Record<string, Answer[]>}
 */
export function groups(answers, question) {
  /** @type {Map<string, Answer[]>} */ const found = new Map();
  for (const one of answers) {
    const value = String(one[question] ?? "");
    found.set(value, [...(found.get(value) ?? []), one]);
  }
  let hidden = 0;
  for (const [value, list] of [...found].sort(([a, one], [b, other]) => one.length - other.length || (a < b ? -1 : 1))) {
    if (list.length >= FEW && !(hidden > 0 && hidden < FEW)) continue;
    hidden += list.length;
    found.delete(value);
  }
  return Object.fromEntries(found);
}

/** When to send a vote (ms): at a random moment of the next minutes, before the survey closes. @param {number} now @param {number} closes @param {number} chance 0 … 1 */
export function sendAfter(now, closes, chance) {
  return now + Math.floor(chance * Math.max(0, Math.min(LATER, closes - MARGIN - now)));
}

/**
 * Begin a survey among the families that read a circle, until `closes` (ms): one ballot each home, person or child.
 * `id` and `seed` come from outside, so that a second try begins no second survey. Throws Problem.
 * @param {Session} session @param {string} circle @param {number} closes
 * @param {{unit?: "home" | "person" | "child", id?: string, seed?: string}} [more] @returns {Promise<Survey>}
 */
export async function open(session, circle, closes, { unit = "home", id = b64(fresh(16)), seed = b64(fresh(BoxKey.SEED)) } = {}) {
  const made = await session.wire.call("POST", "/api/surveys", { id, circle, closes, unit });
  return { id: made.id, key: made.key, box: b64(new BoxKey(unb64(seed)).public), seed };
}

/** A ballot to ask for: a random serial and its blinding. Kept before asking, a lost answer loses nothing. @param {Survey} survey @returns {Ballot} */
export function draw(survey) {
  return { survey: survey.id, serial: b64(fresh(SERIAL)), blinding: b64(newScalar()), output: "" };
}

/**
 * A ballot for one's home, for oneself or for a child, checked against the form's key. Throws Problem, and
 * Refused("marked-key") where the server used another key, which the session shows as a lie.
 * @param {Session} session @param {Survey} survey @param {Ballot} [drawn] @param {string} [child] @returns {Promise<Ballot>}
 */
export async function ballot(session, survey, drawn = draw(survey), child = "") {
  const [serial, blinding] = [unb64(drawn.serial), unb64(drawn.blinding)];
  const given = await session.wire.call("POST", `${path(survey.id)}/ballots`, { blinded: b64(blindSerial(serial, blinding)), child });
  try {
    const output = unblind(unb64(survey.key), serial, blinding, { element: unb64(given.element), proof: unb64(given.proof) });
    return { ...drawn, output: b64(output) };
  } catch (error) {
    if (error instanceof WrongKey) return session.alarm(new Refused("marked-key", { survey: survey.id }));
    throw error;
  }
}

/** Hand in a ballot with an answer, at once and as nobody. Throws Problem, Malformed (an answer of more than 2,047 bytes). @param {Survey} survey @param {Ballot} filled @param {Answer} answer */
export async function vote(survey, filled, answer) {
  await post(filled, seal(survey, answer));
}

/** An answer for the organisers' eyes, as long as every other; kept, so that a second try sends the same bytes. @param {Survey} survey @param {Answer} answer @returns {string} */
export function seal(survey, answer) {
  return sealAnswer(unb64(survey.box), utf8(JSON.stringify(answer)));
}

/** Hand in a ballot with a sealed answer; the same again is taken as the same. Throws Problem. @param {Omit<Ballot, "blinding">} filled @param {string} sealed @param {import("./http.js").Wire} [wire] */
export async function post({ survey, serial, output }, sealed, wire = shownWire()) {
  await wire.callAsNobody("POST", `${path(survey)}/votes`, { serial, output, answer: sealed });
}

/**
 * Answer a survey, also without a network: the ballot is asked for as soon as there is one, and handed in some minutes
 * after that. What failed (`ballot-given`: somebody of this home was first) stands in the outbox's `failed`.
 * @param {Outbox} box @param {Survey} survey @param {number} closes @param {Answer} answer @param {string} [child]
 */
export function give(box, survey, closes, answer, child = "") {
  const { id, key, box: to } = survey;
  return box.add("survey.ask", { survey: { id, key, box: to }, closes, drawn: draw(survey), sealed: seal(survey, answer), child });
}

/** What the outbox carries out: asking, and then voting without what could link the two. @type {Record<string, import("./outbox.js").Carry>} */
export const carriers = {
  "survey.ask": async (session, { data }) => {
    const { survey, serial, output } = await ballot(session, data.survey, data.drawn, data.child);
    const after = sendAfter(Date.now(), data.closes, chance());
    return { follow: { type: "survey.vote", data: { filled: { survey, serial, output }, sealed: data.sealed }, after } };
  },
  "survey.vote": (session, { data }) => post(data.filled, data.sealed, session.wire),
};

/** The answers once the survey has closed, in no order that means anything; fewer than five are none. What does not open is left out. @param {Session} session @param {Survey} survey @returns {Promise<Answer[]>} */
export async function results(session, survey) {
  const pair = new BoxKey(unb64(survey.seed ?? ""));
  const { answers } = await session.wire.call("GET", `${path(survey.id)}/votes`);
  return answers.flatMap((/** @type {string} */ sealed) => opened(pair, sealed) ?? []);
}

/** How many ballots were given out, could be, and came back. @param {Session} session @param {Survey} survey @returns {Promise<{issued: number, entitled: number, votes: number}>} */
export async function turnout(session, survey) {
  return session.wire.call("GET", `${path(survey.id)}/turnout`);
}

/** Drop a survey with all its answers. @param {Session} session @param {Survey} survey */
export async function drop(session, survey) {
  await session.wire.call("DELETE", path(survey.id));
}

/** @param {BoxKey} pair @param {string} sealed @returns {Answer | null} */
function opened(pair, sealed) {
  try {
    const answer = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(openAnswer(pair, sealed)));
    return answer && typeof answer === "object" && !Array.isArray(answer) ? answer : null;
  } catch (error) {
    if (error instanceof CryptoError || error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}

/** A random number from 0 to 1. */
function chance() {
  return new DataView(fresh(4).buffer).getUint32(0) / 2 ** 32;
}

/** @param {string} survey */
function path(survey) {
  return `/api/surveys/${survey}`;
}
