/** News to nobody yet: what a draft of it has. */
export const BLANK = { circles: /** @type {string[]} */ ([]), title: "", text: "", confirm: false, pinned: false, later: "", expires: "", urgent: false };
