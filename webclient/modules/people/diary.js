/**
 * The diary of a child: every change of who reads of it. From what the office wrote, and from the signed chains that
 * nobody can leave a change out of: a link without words beside it has its line as well. The same as
 * `sync/client/diary.py`.
 */

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {"joined" | "ended" | "moved" | "protected" | "letter" | "changed" | "renewed" | "team" | "office"} What */
/** `by`: the seat that signed; `circle`: of which circle the chain says it. @typedef {{time: number, what: What, who: string, role: string, group: string, by: string, circle: string}} Line */

/** The words that the office writes; what says something else is no line of its own. */
const SAID = ["joined", "ended", "moved", "protected", "letter"];

/** Every change of who reads of a child, newest first. @param {Session} session @param {string} child its circle @returns {Line[]} */
export function lines(session, child) {
  const state = session.replica.circles.get(child);
  if (!state) return [];
  const said = session.replica.ofKind("diary", child).filter((item) => SAID.includes(item.body.what));
  const told = new Set(said.map((item) => near(item.head)));
  const own = state.links.slice(1).map(({ head }) => head).filter((head) => !told.has(near(head)));
  const found = [
    ...said.map((item) => line(item.head, item.body.what, { who: item.body.who ?? "", role: item.body.role ?? "", group: item.body.group ?? "", circle: child })),
    ...own.map((head) => line(head, head.sort === "rotate" ? "renewed" : "changed", { circle: child })),
    ...nested(session, child).flatMap(({ circle, what }) => changes(session, circle, state.links[0].head.time).map((head) => line(head, what, { circle }))),
  ];
  return found.sort((a, b) => b.time - a.time);
}

/** A link and the words beside it are of one request: the same seat at the same moment. @param {import("../../sync/types.js").Head} head */
function near(head) {
  return `${head.seat} ${head.time}`;
}

/** The circles of staff that read of the child. @param {Session} session @param {string} child @returns {{circle: string, what: What}[]} */
export function nested(session, child) {
  const head = session.replica.circles.get(child)?.head;
  const teams = (head?.writers ?? []).filter((/** @type {string} */ ref) => ref !== "self");
  return [...teams.map((/** @type {string} */ circle) => ({ circle, what: "team" })), ...(head?.managers ?? []).map((/** @type {string} */ circle) => ({ circle, what: "office" }))];
}

/** Who came to, or left, a circle of staff since a time. @param {Session} session @param {string} circle @param {number} since ms */
function changes(session, circle, since) {
  const links = session.replica.circles.get(circle)?.links ?? [];
  return links.map(({ head }) => head).filter((head) => head.sort !== "genesis" && head.time > since);
}

/** @param {import("../../sync/types.js").Head} head @param {What} what @param {Partial<Line>} more @returns {Line} */
function line(head, what, more) {
  return { time: head.time, what, who: "", role: "", group: "", by: head.seat, circle: "", ...more };
}
