/** What waits for this person's answer about home and about their child: who lives together, what photos are allowed. Pure. */
import { PURPOSES } from "../../sync/consents.js";
import { t } from "../../ui/locale.js";
import { ownChildren } from "../people/model.js";
import { book, ownSeat, said } from "./consents.js";
import { proposedHouseholds } from "./homes.js";

/** @typedef {import("../today/plan.js").Due} Due */

/** @param {import("../../sync/session.js").Session} session @param {number} now ms @returns {Due[]} */
export function due(session, now) {
  const homes = proposedHouseholds(session).map(({ circle }) => ({ id: circle, text: t("household-due"), about: "", href: "/groups/household", child: "", until: 0 }));
  return [...homes, ...consentsDue(session, now)];
}

/** The own children of whom something is not answered this school year. @param {import("../../sync/session.js").Session} session @param {number} now @returns {Due[]} */
function consentsDue(session, now) {
  const known = book(session, now);
  const open = ownChildren(session).filter(({ circle }) => {
    const seat = ownSeat(session, circle);
    return seat && PURPOSES.some((purpose) => said(known, circle, seat.id)[purpose] === undefined);
  });
  return open.map(({ circle, first }) => ({ id: `consent ${circle}`, text: t("consent-due", { child: first }), about: t("consent-due-about"), href: `/groups/consents/${circle}`, child: circle, until: 0 }));
}
