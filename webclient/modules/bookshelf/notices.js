/** What a notification says of bookshelf, in the worker that shows it. */

/** @type {Record<string, import("../notices.js").Tell>} */
export const bookshelfNotices = {};
