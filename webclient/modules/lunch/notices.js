/** What a notification says of lunch, in the worker that shows it: never what a child may not eat. */
import { called } from "./stay.js";

/** @type {Record<string, import("../notices.js").Tell>} */
export const lunchNotices = {
  lunchalarm: (session, { body }) => {
    const name = called(session, body.child).first || body.first;
    const title = /** @type {import("../notices.js").Words} */ ([body.resolved ? "notice-lunch-found" : "notice-lunch-missed", { name }]);
    return { title, text: body.resolved ? "" : ["notice-lunch-missed-text", {}], href: "/lunch", tag: `lunch-${body.child}-${body.day}` };
  },
  lunchadded: (session, { body }) => ({ title: ["notice-lunch-added", { name: called(session, body.child).first }], text: ["notice-lunch-added-text", {}], href: "/lunch", tag: `lunch-added-${body.child}-${body.day}` }),
  lunchduty: (session, { body, id }) => {
    const mine = session.own().has(body.seat);
    return mine ? { title: ["notice-lunch-duty", {}], text: ["notice-lunch-duty-text", { from: body.from, until: body.until }], href: "/lunch/help", tag: id } : null;
  },
  dutylist: (_, { id }) => ({ title: ["notice-lunch-list", {}], text: ["notice-lunch-list-text", {}], href: "/lunch/help", tag: id }),
};
