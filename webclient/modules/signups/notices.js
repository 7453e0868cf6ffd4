/** What a notification says of sign-ups, in the worker that shows it. */

/** @type {Record<string, import("../notices.js").Tell>} */
export const signupsNotices = {};
