/** What a notification says of talks, in the worker that shows it. */

/** @type {Record<string, import("../notices.js").Tell>} */
export const talksNotices = {};
