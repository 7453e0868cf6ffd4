/** Which lines are shown: of a child, of a calendar, of a sort; the same choice for list, week and month. */
import { html } from "../../lib/htm.js";
import { signal } from "../../lib/signals.js";
import { Chips } from "../../ui/field.js";
import { t } from "../../ui/locale.js";
import { version } from "../../ui/state.js";
import { ownChildren } from "../people/model.js";
import { planned } from "../today/plan.js";
import { calendars, nameOf } from "./calendars.js";
import { agenda, CATEGORIES } from "./model.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./model.js").Line} Line */

/** `whose`: "" for all, "mine", a child's circle or that of a calendar. */
const chosen = signal({ whose: "", category: "" });
/** More than this many chips stand behind a word. */
const FEW = 6;

/** What is shown of a time. @param {Session} here @param {string} from day @param {string} until day @returns {Line[]} */
export function shown(here, from, until) {
  const { whose, category } = chosen.value;
  return agenda(here, from, until, planned(here, from, until)).filter((line) => (!category || line.category === category) && isOf(here, line, whose));
}

/** @param {Session} here @param {Line} line @param {string} whose */
function isOf(here, line, whose) {
  if (!whose) return true;
  if (whose === "mine") return !line.item || line.circles.some((circle) => here.replica.circles.get(circle)?.kind !== "calendar");
  return line.children.includes(whose) || line.circles.includes(whose);
}

/** @param {{here: Session}} props */
export function Filters({ here }) {
  void version.value;
  const { whose, category } = chosen.value;
  const options = [{ value: "", text: t("calendar-all") }, ...choices(here)];
  const first = html`<${Chips} label=${t("calendar-whose")} options=${options} chosen=${[whose]} onToggle=${(/** @type {string} */ value) => (chosen.value = { whose: value, category })} />`;
  const sorts = html`<${Chips} label=${t("calendar-sort")} options=${[{ value: "", text: t("calendar-all-sorts") }, ...CATEGORIES.map((value) => ({ value, text: t(`category-${value}`) }))]}
    chosen=${[category]} onToggle=${(/** @type {string} */ value) => (chosen.value = { whose, category: value })} />`;
  const name = options.find((one) => one.value === whose)?.text ?? "";
  const few = options.length <= FEW;
  return html`<div class="filters no-print">${few && first}<details><summary>${few ? t("calendar-sort") : t("calendar-filter", { name })}${category ? `: ${t(`category-${category}`)}` : ""}</summary>${!few && first}${sorts}</details></div>`;
}

/** Children where there are more than one, in place of their classes. @param {Session} here */
function choices(here) {
  const own = ownChildren(here);
  const many = own.length > 1;
  const staff = here.roles().has("teacher") || here.roles().has("office");
  const of = calendars(here).filter((one) => !many || staff || one.sort !== "group").map((one) => ({ value: one.circle, text: nameOf(here, one.circle) }));
  return [...(many ? own.map((child) => ({ value: child.circle, text: child.first })) : []), ...of, { value: "mine", text: t("calendar-mine") }];
}
