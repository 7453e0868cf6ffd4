/**
 * That a child goes to another school too, and never to which: a detail that its parent shows to the teams of its groups,
 * at each school apart, and takes back like any other. The same as `sync/client/otherschool.py`.
 */
import { html } from "../../lib/htm.js";
import { Switch } from "../../ui/choice.js";
import { t } from "../../ui/locale.js";
import { ReaderLine } from "../../ui/readers.js";
import { sources } from "../../ui/schools.js";
import { session, version } from "../../ui/state.js";
import { kids } from "../people/kids.js";
import { inWords, peopleOf, readersOf, refsOf } from "./audience.js";
import { choose, isChosen, shown, takeBack } from "./choices.js";
import { OTHER_SCHOOL } from "./fields.js";
import { NOBODY } from "./model.js";
import { childOf, groupsOf } from "./names.js";

/** @typedef {import("../../sync/session.js").Session} Session */

/** For who has a child at two schools: whether its team here may know that much. @param {{seat: import("../../sync/seats.js").Seat}} props */
export function OtherSchool({ seat }) {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const child = childOf(here, seat);
  const told = shown(here, seat).get(OTHER_SCHOOL);
  const on = Boolean(told && isChosen(told.audience));
  if (!child || (!on && !isAtTwo(here, child.circle))) return null;
  const teams = groupsOf(here, seat).map((group) => group.team);
  const turn = (/** @type {boolean} */ wanted) =>
    wanted ? choose(seat, { field: OTHER_SCHOOL, value: "1", audience: { ...NOBODY, teams }, until: 0 }, t("detail-shared")) : told && takeBack(seat, told);
  const letter = told?.letter ?? null;
  return html`<article class=${`card detail ${letter ? "open" : "closed"}`}><${Switch} label=${t("two-tell", { child: child.first })} hint=${t("two-tell-hint", { who: inWords(readersOf(here, teams)) })} on=${on} onChange=${turn} />
    ${letter && html`<${ReaderLine} audience=${readersOf(here, refsOf(letter))} ask=${async () => peopleOf(here, letter)} />`}</article>`;
}

/** Whether a child of one's own here is at another school of this account as well. @param {Session} here @param {string} circle */
function isAtTwo(here, circle) {
  return kids(sources()).some((kid) => kid.at.length > 1 && kid.at.some((place) => place.of.here === here && place.circle === circle));
}
