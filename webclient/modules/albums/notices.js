/** What a notification says of albums, in the worker that shows it. */

/** @type {Record<string, import("../notices.js").Tell>} */
export const albumsNotices = {};
