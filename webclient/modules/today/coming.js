/** What is coming up this week, today first, as the calendar shows it: a short look, the rest is one tap away. */
import { html } from "../../lib/htm.js";
import { ButtonLink } from "../../ui/button.js";
import { t } from "../../ui/locale.js";
import { version } from "../../ui/state.js";
import { Banner } from "../../ui/status.js";
import { addDays, dayOf } from "../absences/days.js";
import { clashing, everywhere } from "../calendar/everywhere.js";
import { Days } from "../calendar/lines.js";
import { clock, dayTitle } from "../calendar/when.js";
import { circleAt } from "../people/kids.js";

/** @typedef {import("../calendar/model.js").Line} Line */

const AHEAD = 7;
const MOST = 6;

/** @param {{kid: import("../people/kids.js").Kid | null}} props `kid`: of this one, and of nobody in particular at its schools; null for all */
export function Coming({ kid }) {
  void version.value;
  const today = dayOf(Date.now());
  const lines = everywhere(today, addDays(today, AHEAD), (line, of) => !kid || (circleAt(kid, of) !== "" && (!line.children.length || line.children.includes(circleAt(kid, of)))));
  if (!lines.length) return null;
  return html`<section class="coming" aria-label=${t("today-coming")}><h2>${t("today-coming")}</h2><${Clashes} lines=${lines} /><${Days} lines=${lines.slice(0, MOST)} first=${today} />
    ${lines.length > MOST && html`<p><${ButtonLink} kind="quiet" href="/calendar">${t("today-coming-all")}<//></p>`}</section>`;
}

/** What two schools have at the same time. @param {{lines: Line[]}} props */
function Clashes({ lines }) {
  const side = (/** @type {Line} */ { title, at, of }) => t("two-clash-side", { title, school: of?.name ?? "", time: clock(at) });
  return html`${clashing(lines).map(([one, other]) => html`<${Banner} key=${one.key + other.key} kind="care"><p><strong>${t("two-clash", { day: dayTitle(one.at.day) })}</strong><br />${side(one)}<br />${side(other)}</p><//>`)}`;
}
