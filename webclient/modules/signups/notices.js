/** What a notification says of sign-ups, in the worker that shows it: to those it concerns, from those who organise. */
import { claimOf } from "../../sync/claims.js";
import { form, heard } from "./forms.js";

/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("../../sync/session.js").Session} Session */

/** @type {Record<string, import("../notices.js").Tell>} */
export const signupsNotices = {
  form: (session, item) => (isParent(session) ? told(session, item, item.body.changed ? "signup-notice-changed" : "signup-notice-form") : null),
  nudge: (session, item) => said(session, item, "signup-notice-nudge"),
  again: (session, item) => said(session, item, "signup-notice-again"),
  ride: (session, item) => (isOwn(session, item.body.driver) ? said(session, item, "signup-notice-ride") : null),
  lift: (session, item) => (item.body.gone || !isChild(session, item.body.child) ? null : said(session, item, "signup-notice-lift")),
  place: (session, item) => (item.body.wait && claimOf(session, item.id)?.state === "taken" ? told(session, item, "signup-notice-promoted") : null),
};

/** What an organiser says; nobody else is heard. @param {Session} session @param {Item} item @param {string} key */
function said(session, item, key) {
  const one = form(session, item.body.form);
  return one && heard(session, one, item.kind).includes(item) ? told(session, item, key) : null;
}

/** @param {Session} session @param {Item} item @param {string} key @returns {import("../notices.js").Notice} */
function told(session, item, key) {
  return { title: form(session, item.body.form)?.title ?? "", text: [key, {}], href: `/signups/${item.body.form}`, tag: `form-${item.body.form}` };
}

/** @param {Session} session */
function isParent(session) {
  return session.replica.seats().some((one) => one.role === "guardian");
}

/** @param {Session} session @param {string} seat */
function isOwn(session, seat) {
  return session.replica.seats().some((one) => one.id === seat);
}

/** @param {Session} session @param {string} child */
function isChild(session, child) {
  return session.replica.seats().some((one) => one.role === "guardian" && one.circles.includes(child));
}
