/** What waits for this person's answer about home: somebody says that they live together. Pure. */
import { t } from "../../ui/locale.js";
import { proposedHouseholds } from "./homes.js";

/** @param {import("../../sync/session.js").Session} session @returns {import("../today/plan.js").Due[]} */
export function due(session) {
  return proposedHouseholds(session).map(({ circle }) => ({ id: circle, text: t("household-due"), about: "", href: "/groups/household", child: "", until: 0 }));
}
