/** What a notification says of calendar, in the worker that shows it. */

/** @type {Record<string, import("../notices.js").Tell>} */
export const calendarNotices = {};
