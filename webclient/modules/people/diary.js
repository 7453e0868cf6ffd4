/**
 * The diary of a child: every change of who reads of it. From what the office wrote, and from signed facts that nobody
 * can leave a change out of: the circle's own chain, the chains of the staff circles that read of it, and the ends of
 * places. A change without words beside it has its line as well. The same as `sync/client/diary.py`.
 */

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Head} Head */
/** @typedef {"started" | "joined" | "ended" | "moved" | "protected" | "letter" | "restored" | "changed" | "renewed" | "team" | "office" | "shared" | "taken"} What */
/** `by`: the seat that signed, "" for what no seat did; `circle`: of which circle the chain says it. @typedef {{time: number, what: What, who: string, role: string, group: string, by: string, circle: string, field?: string}} Line */

/** The words that the office writes; what says something else is no line of its own. */
const SAID = ["joined", "ended", "moved", "protected", "letter", "restored"];
/** What a parent's own clients write of the own details. */
const OWN = ["shared", "taken"];

/** Every change of who reads of a child, newest first. @param {Session} session @param {string} child its circle @param {number} [now] ms UTC @returns {Line[]} */
export function lines(session, child, now = Date.now()) {
  const heads = session.replica.circles.get(child)?.links.map((link) => link.head) ?? [];
  const said = session.replica.ofKind("diary", child).filter((item) => SAID.includes(item.body.what)).map(({ head, body }) => line(head, body.what, child, body));
  return [...said, ...untold(heads, said, child), ...staff(session, heads), ...ends(session, child, said, now), ...own(session, child)].sort((a, b) => b.time - a.time);
}

/** The circles of staff that read of the child now. @param {Session} session @param {string} child @returns {{circle: string, what: What}[]} */
export function nested(session, child) {
  const head = session.replica.circles.get(child)?.head;
  return head ? staffOf(head) : [];
}

/** What the reader shared of their own with this child's class, or took back. @param {Session} session @param {string} child @returns {Line[]} */
function own(session, child) {
  return session.replica.seats().filter((seat) => seat.circles.includes(child)).flatMap((seat) =>
    session.replica.ofKind("diary", seat.id).filter((item) => OWN.includes(item.body.what)).map(({ head, body }) => ({ ...line(head, body.what, seat.id), field: body.field })));
}

/** The links that no words stand beside: words are of the same request, so of the same seat at the same moment. @param {Head[]} heads @param {Line[]} said @param {string} child */
function untold(heads, said, child) {
  const told = new Set(said.map((one) => `${one.by} ${one.time}`));
  const sorts = /** @type {Record<string, What>} */ ({ genesis: "started", change: "changed", rotate: "renewed" });
  return heads.filter((head) => !told.has(`${head.seat} ${head.time}`)).map((head) => line(head, sorts[head.sort], child));
}

/** Who came to, or went from, a circle of staff while it read of the child. @param {Session} session @param {Head[]} heads @returns {Line[]} */
function staff(session, heads) {
  const known = new Map(heads.flatMap(staffOf).map((one) => [one.circle, one.what]));
  const read = (/** @type {string} */ circle, /** @type {number} */ time) => {
    const then = heads.filter((head) => head.time <= time).pop();
    return Boolean(then && staffOf(then).some((one) => one.circle === circle));
  };
  return [...known].flatMap(([circle, what]) => {
    const changes = (session.replica.circles.get(circle)?.links ?? []).map((link) => link.head).filter((head) => head.sort === "change" && read(circle, head.time));
    const left = [...session.replica.trust.seats.values()].filter((seat) => seat.ended && seat.circles.includes(circle) && read(circle, seat.ended));
    return [...changes.map((head) => line(head, what, circle)), ...left.map((seat) => line({ time: seat.ended, seat: "" }, what, circle))];
  });
}

/** The places of this child that ended, or whose date passed, without words. @param {Session} session @param {string} child @param {Line[]} said @param {number} now @returns {Line[]} */
function ends(session, child, said, now) {
  const told = new Set(said.filter((one) => ["ended", "letter", "restored"].includes(one.what)).map((one) => one.time));
  return [...session.replica.trust.seats.values()].filter((seat) => seat.circles.includes(child)).flatMap((seat) => {
    const time = seat.ended || (seat.ends && seat.ends <= now ? seat.ends : 0);
    return time && !told.has(time) ? [line({ time, seat: "" }, "ended", child, { role: seat.role })] : [];
  });
}

/** @param {Head} head @returns {{circle: string, what: What}[]} */
function staffOf(head) {
  const teams = head.writers.filter((/** @type {string} */ ref) => ref !== "self");
  return [...teams.map((/** @type {string} */ circle) => ({ circle, what: "team" })), ...head.managers.map((/** @type {string} */ circle) => ({ circle, what: "office" }))];
}

/** @param {Record<string, any>} head @param {What} what @param {string} circle @param {Record<string, any>} [said] @returns {Line} */
function line(head, what, circle, { who = "", role = "", group = "" } = {}) {
  return { time: head.time, what, who, role, group, by: head.seat, circle };
}
