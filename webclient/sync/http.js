/** HTTP as the client needs it: JSON in and out, problem documents (RFC 9457) as exceptions. */

/** What is asked where the circles are; all else (the account, devices, notices) at our own school. */
const ABROAD = /^\/api\/(?:sync|circles|entries|blobs|holds|claims|invitations|surveys)(?:[/?]|$)/;
let host = "";

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
  constructor() {
    super("unreachable");
    this.code = "unreachable";
  }
}

/**
 * Send a message and return the answer; throws Problem, Unreachable.
 * @param {string} method @param {string} path @param {unknown} [body] @returns {Promise<any>}
 */
export async function call(method, path, body) {
  return send(method, path, body, "same-origin");
}

/** The same without a cookie: the server can't tell who sends it. @param {string} method @param {string} path @param {unknown} body @returns {Promise<any>} */
export async function callAsNobody(method, path, body) {
  return send(method, path, body, "omit");
}

/** @param {string} method @param {string} path @param {unknown} body @param {RequestCredentials} credentials @returns {Promise<any>} */
async function send(method, path, body, credentials) {
  const init = { method, headers: { Accept: "application/json" }, credentials };
  if (body !== undefined) Object.assign(init, { body: JSON.stringify(body), headers: { ...init.headers, "Content-Type": "application/json" } });
  const text = await (await ask(path, init)).text();
  return text ? JSON.parse(text) : null;
}

/** The answer itself, where it is no JSON; throws Problem, Unreachable. @param {string} path @param {RequestInit} init @returns {Promise<Response>} */
export async function ask(path, init) {
  const answer = await fetch(routed(path), { credentials: "same-origin", ...init }).catch(() => {
    throw new Unreachable();
  });
  if (answer.status === 502 || answer.status === 504) throw new Unreachable();
  if (answer.ok) return answer;
  const problem = new Problem(answer.status, parsed(await answer.text()));
  throw problem.code === "peer-unreachable" && host ? new Unreachable() : problem;
}

/** Let what belongs to circles go to a linked school from now on, through our own; "": to our own. @param {string} where its host */
export function speakTo(where) {
  host = where;
}

/** @param {string} path */
function routed(path) {
  return host && ABROAD.test(path) ? `/api/away/${host}${path.slice("/api".length)}` : path;
}

/** @param {string} text @returns {Record<string, any>} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
