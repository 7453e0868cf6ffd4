/** What a notification says of consents, in the worker that shows it. */
import { fullName } from "../people/model.js";

/** To staff: an answer was changed; which, they see on the list. @type {import("../notices.js").Tell} */
function ofChange(session, { body, id }) {
  const child = session.replica.ofKind("profile", body.child)[0];
  if (!child || session.replica.circles.get(body.child)?.kind !== "child") return null;
  const names = child.body.groups ?? [];
  const group = session.replica.trust.groups.find((act) => names.includes(session.replica.ofKind("profile", act.group)[0]?.body.name));
  return { title: ["notice-consent", {}], text: fullName(/** @type {any} */ (child.body)), href: group ? `/groups/${group.group}/consents` : "/groups", tag: id };
}

/** @type {Record<string, import("../notices.js").Tell>} */
export const groupsNotices = { reconsent: ofChange };
