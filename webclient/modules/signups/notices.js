/** What a notification says of sign-ups, in the worker that shows it. */
import { claimOf } from "../../sync/claims.js";

/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("../../sync/session.js").Session} Session */

/** @type {Record<string, import("../notices.js").Tell>} */
export const signupsNotices = {
  form: (session, item) => told(session, item, "signup-notice-form", String(item.body.title)),
  nudge: (session, item) => told(session, item, "signup-notice-nudge"),
  again: (session, item) => told(session, item, "signup-notice-again"),
  ride: (session, item) => (isOwn(session, item.body.driver) ? told(session, item, "signup-notice-ride") : null),
  lift: (session, item) => (item.body.gone || !isChild(session, item.body.child) ? null : told(session, item, "signup-notice-lift")),
  place: (session, item) => (item.body.wait && claimOf(session, item.id)?.state === "taken" ? told(session, item, "signup-notice-promoted") : null),
};

/** @param {Session} session @param {Item} item @param {string} key @param {string} [title] @returns {import("../notices.js").Notice} */
function told(session, item, key, title = "") {
  const form = session.replica.ofKind("form").find((one) => one.body.form === item.body.form);
  return { title: title || String(item.body.title ?? form?.body.title ?? ""), text: [key, {}], href: `/signups/${item.body.form}`, tag: `form-${item.body.form}` };
}

/** @param {Session} session @param {string} seat */
function isOwn(session, seat) {
  return session.replica.seats().some((one) => one.id === seat);
}

/** @param {Session} session @param {string} child */
function isChild(session, child) {
  return session.replica.seats().some((one) => one.role === "guardian" && one.circles.includes(child));
}
