/** What is coming up this week, today first, as the calendar shows it: a short look, the rest is one tap away. */
import { html } from "../../lib/htm.js";
import { ButtonLink } from "../../ui/button.js";
import { t } from "../../ui/locale.js";
import { version } from "../../ui/state.js";
import { addDays, dayOf } from "../absences/days.js";
import { Days } from "../calendar/lines.js";
import { agenda } from "../calendar/model.js";
import { planned } from "./plan.js";

const AHEAD = 7;
const MOST = 6;

/** @param {{here: import("../../sync/session.js").Session, child: string}} props `child`: of this one and of nobody in particular, "" for all */
export function Coming({ here, child }) {
  void version.value;
  const today = dayOf(Date.now());
  const until = addDays(today, AHEAD);
  const lines = agenda(here, today, until, planned(here, today, until)).filter((line) => !child || !line.children.length || line.children.includes(child));
  if (!lines.length) return null;
  return html`<section class="coming" aria-label=${t("today-coming")}><h2>${t("today-coming")}</h2><${Days} lines=${lines.slice(0, MOST)} first=${today} />
    ${lines.length > MOST && html`<p><${ButtonLink} kind="quiet" href="/calendar">${t("today-coming-all")}<//></p>`}</section>`;
}
