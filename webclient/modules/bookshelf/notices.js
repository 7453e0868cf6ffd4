/** What a notification says of the bookshelf, in the worker that shows it. */
import { fullName } from "../people/model.js";

/** @typedef {import("../../sync/types.js").Item} Item */

/** @type {Record<string, import("../notices.js").Tell>} */
export const bookshelfNotices = {
  document: (_, item) => ofFile(item),
  paper: (_, item) => ofFile(item),
  request: (session, item) => (isParent(session) ? { title: String(item.body.title), text: ["shelf-notice-request", {}], href: `/bookshelf/hand/${item.id}`, tag: item.id } : null),
  overdue: (session, item) => (session.replica.items.has(item.body.request) ? { title: String(item.body.title), text: ["shelf-notice-overdue", {}], href: `/bookshelf/hand/${item.body.request}`, tag: item.body.request } : null),
  handin: (session, item) => {
    const child = session.replica.ofKind("profile", item.body.child)[0];
    const asked = session.replica.items.has(item.body.request);
    return { title: child ? fullName(/** @type {any} */ (child.body)) : ["bookshelf", {}], text: ["shelf-notice-handin", {}], href: asked ? `/bookshelf/asked/${item.body.request}` : "/bookshelf", tag: item.id };
  },
};

/** @param {Item} item @returns {import("../notices.js").Notice} */
function ofFile(item) {
  return { title: String(item.body.title), text: [item.body.changed ? "shelf-notice-changed" : "shelf-notice-new", {}], href: `/bookshelf/file/${item.id}`, tag: item.id };
}

/** @param {import("../../sync/session.js").Session} session */
function isParent(session) {
  return session.replica.seats().some((one) => one.role === "guardian");
}
