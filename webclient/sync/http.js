/** HTTP as the client needs it: JSON in and out, problem documents (RFC 9457) as exceptions. */

/** What is asked where the circles are; all else (the account, devices, notices) at our own school. */
const ABROAD = /^\/api\/(?:sync|circles|entries|blobs|holds|claims|invitations|withholdings|surveys)(?:[/?]|$)/;
/** A way to ask one school. @typedef {ReturnType<typeof wireTo>} Wire */

/** The server said no; `code` is stable, `facts` are the document's other members. */
export class Problem extends Error {
  /** @param {number} status @param {Record<string, any>} document */
  constructor(status, document) {
    super(document.detail ?? document.code ?? String(status));
    this.status = status;
    this.code = /** @type {string} */ (document.code ?? "unknown");
    this.facts = document;
  }
}

/** There was no answer: offline, or the server is away. Nothing is lost. */
export class Unreachable extends Error {
  /** @param {boolean} [beyond] our own school answered; it is a linked one that does not */
  constructor(beyond = false) {
    super("unreachable");
    this.code = "unreachable";
    this.beyond = beyond;
  }
}

/**
 * A way to ask the school at a host, through our own; "": our own. What a session sends goes by its own wire, whichever
 * school is shown meanwhile. `call` gives the answer's JSON, `callAsNobody` the same without a cookie (the server can't
 * tell who sends it), `ask` the answer itself; all throw Problem, Unreachable. `at`: where a path is asked.
 * @param {string} host
 */
export function wireTo(host) {
  const at = (/** @type {string} */ path) => (host && ABROAD.test(path) ? `/api/away/${host}${path.slice("/api".length)}` : path);
  const ask = (/** @type {string} */ path, /** @type {RequestInit} */ init) => answerOf(at(path), init, host !== "");
  /** @param {string} method @param {string} path @param {unknown} body @param {RequestCredentials} credentials @param {AbortSignal} [signal] @returns {Promise<any>} */
  const send = async (method, path, body, credentials, signal) => {
    const init = { method, headers: { Accept: "application/json" }, credentials, ...(signal && { signal }) };
    if (body !== undefined) Object.assign(init, { body: JSON.stringify(body), headers: { ...init.headers, "Content-Type": "application/json" } });
    const answer = await ask(path, init);
    if (path.startsWith("/api/sync")) hearClock(answer);
    const text = await answer.text().catch(cutOff);
    return text ? JSON.parse(text) : null;
  };
  return {
    host, at, ask,
    /** @param {string} method @param {string} path @param {unknown} [body] @param {AbortSignal} [signal] @returns {Promise<any>} */
    call: (method, path, body, signal) => send(method, path, body, "same-origin", signal),
    /** @param {string} method @param {string} path @param {unknown} body @returns {Promise<any>} */
    callAsNobody: (method, path, body) => send(method, path, body, "omit"),
  };
}

/** By how much (ms) a clock must be ahead to count as wrong: an answer tells whole seconds, and takes a while. */
const SLOW = 60_000;
/** How far (ms) this device's clock was ahead of our own school's at the last sync. */
let ahead = 0;

/** @param {Response} answer that comes out of no cache */
function hearClock(answer) {
  const by = Date.now() - Date.parse(answer.headers?.get("Date") ?? "");
  if (!Number.isNaN(by)) ahead = by > SLOW ? by : 0;
}

/** A time (ms) of this device by the school's clock, and never later than now, as far as a sync has told. @param {number} time */
export function bySchool(time) {
  return Math.min(time, Date.now()) - ahead;
}

let wire = wireTo("");

/** The way to the school that is shown. @returns {Wire} */
export function shownWire() {
  return wire;
}

/** Another school is shown from now on: who asks without a session asks there. @param {string} host "": our own */
export function speakTo(host) {
  wire = wireTo(host);
}

/** Ask the school that is shown. @param {string} method @param {string} path @param {unknown} [body] @returns {Promise<any>} */
export function call(method, path, body) {
  return wire.call(method, path, body);
}

/** @param {string} path @param {RequestInit} init @param {boolean} away @returns {Promise<Response>} */
async function answerOf(path, init, away) {
  const answer = await fetch(path, { credentials: "same-origin", ...init }).catch(cutOff);
  if (answer.ok) return answer;
  const problem = new Problem(answer.status, parsed(await answer.text()));
  if (away && problem.code === "peer-unreachable") throw new Unreachable(true);
  throw answer.status === 502 || answer.status === 504 ? new Unreachable() : problem;
}

/** No answer, or one that breaks off. @returns {never} */
function cutOff() {
  throw new Unreachable();
}

/** @param {string} text @returns {Record<string, any>} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
