/** Which children must not be shown, by what their guardians decided. */

/** Of some children (circles), those whose outcome for albums is not yes; nobody learns who said so. @param {import("../../sync/session.js").Session} session @param {string[]} children @returns {string[]} */
export function blockedBy(session, children) {
  const said = new Set(session.replica.ofKind("outcome").filter((item) => item.body.purpose === "album" && item.body.yes).map((item) => item.circle));
  return children.filter((child) => !said.has(child));
}
