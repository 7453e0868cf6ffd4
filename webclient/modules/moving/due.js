/** What waits in moving: an agreement, a release to hand on, a dossier to let go or to take in, a last day that has come. Pure. */
import { t } from "../../ui/locale.js";
import { dayOf } from "../../sync/zone.js";
import { ownSeat } from "../groups/consents.js";
import { children, fullName, ownChildren } from "../people/model.js";
import { answers, authorOf, departed, departures, isAgreed } from "./departures.js";
import { brought, dossiers, FALSE, releases } from "./handing.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../today/plan.js").Due} Due */

/** @param {Session} session @param {number} now ms @returns {Due[]} */
export function due(session, now) {
  const found = departures(session);
  return [...ofGuardian(session, found), ...ofOffice(session, found, now), ...ofDossiers(session)];
}

/** @param {Session} session @param {import("../../sync/types.js").Item[]} found @returns {Due[]} */
function ofGuardian(session, found) {
  return ownChildren(session).flatMap(({ circle, first }) => {
    const mine = ownSeat(session, circle);
    const asked = found.filter((one) => one.body.child === circle && mine && authorOf(one) !== mine.id && !answers(session, one).has(mine.id));
    const released = releases(session).filter((one) => one.body.child === circle).slice(0, 1);
    return [...asked.map((one) => line(one.id, t("move-due-asked", { child: first }), first, circle)), ...released.map((one) => line(one.id, t("move-due-released", { child: first }), first, circle))];
  });
}

/** @param {Session} session @param {import("../../sync/types.js").Item[]} found @param {number} now @returns {Due[]} */
function ofOffice(session, found, now) {
  if (!session.seat({ role: "office" })) return [];
  return found.flatMap((one) => {
    const row = session.replica.ofKind("roster").find((each) => each.body.child === one.body.child)?.body;
    if (!row || row.left) return [];
    const name = fullName(/** @type {any} */ (row));
    const released = departed(session, one);
    if (!released && isAgreed(session, one)) return [line(one.id, t("move-due-release", { child: name }), name, one.body.child)];
    return released && one.body.last <= dayOf(now) ? [line(one.id, t("move-due-end", { child: name }), name, one.body.child)] : [];
  });
}

/** @param {Session} session @returns {Due[]} */
function ofDossiers(session) {
  if (!session.seat({ role: "office" })) return [];
  const names = new Map(children(session).map((one) => [one.circle, one.first]));
  return dossiers(session).filter(({ item, state }) => state !== FALSE && names.has(item.body.child) && !brought(session, item.body.child).some((one) => one.body.dossier === item.id))
    .map(({ item }) => line(item.id, t("move-due-came", { child: names.get(item.body.child) ?? "" }), names.get(item.body.child) ?? "", item.body.child));
}

/** @param {string} id @param {string} text @param {string} about @param {string} child @returns {Due} */
function line(id, text, about, child) {
  return { id, text, about, href: "/moving", child, until: 0 };
}
