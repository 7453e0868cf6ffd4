/** What a notification says of moving, in the worker that shows it. */

/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("../../sync/session.js").Session} Session */

/** @type {Record<string, import("../notices.js").Tell>} */
export const movingNotices = {
  departure: (session, item) => of(session, item, item.body.child, "move-notice-departure"),
  agreement: (session, item) => (session.seat({ role: "office" }) ? of(session, item, item.body.child, "move-notice-agreement") : null),
  release: (session, item) => (session.seat({ role: "office" }) ? null : of(session, item, item.body.child, "move-notice-release")),
  dossier: (session, item) => of(session, item, item.body.child, "move-notice-dossier"),
  brought: (session, item) => of(session, item, item.circle, "move-notice-brought"),
};

/** @param {Session} session @param {Item} item @param {string} child @param {string} key @returns {import("../notices.js").Notice} */
function of(session, item, child, key) {
  const first = session.replica.ofKind("profile", child)[0]?.body.first ?? "";
  return { title: first || ["move-page", {}], text: [key, {}], href: "/moving", tag: item.id };
}
