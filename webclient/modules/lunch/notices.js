/** What a notification says of lunch, in the worker that shows it. */

/** @type {Record<string, import("../notices.js").Tell>} */
export const lunchNotices = {};
