/** Which lines are shown: of a child, of a calendar, of a sort; the same choice for list, week and month. */
import { html } from "../../lib/htm.js";
import { signal } from "../../lib/signals.js";
import { Chips } from "../../ui/field.js";
import { t } from "../../ui/locale.js";
import { version } from "../../ui/state.js";
import { sources } from "../../ui/schools.js";
import { circleAt, kids } from "../people/kids.js";
import { calendars, nameOf } from "./calendars.js";
import { everywhere } from "./everywhere.js";
import { CATEGORIES } from "./model.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./model.js").Line} Line */

/** @typedef {import("../../ui/schools.js").Source} Source */

/** `whose`: "" for all, "mine", a child's key, the circle of a calendar, or a school as "@" and its host. */
const chosen = signal({ whose: "", category: "" });
/** More than this many chips stand behind a word. */
const FEW = 6;

/** What is shown of a time, of all schools. @param {string} from day @param {string} until day @returns {Line[]} */
export function shown(from, until) {
  const { whose, category } = chosen.value;
  const kid = kids(sources()).find((one) => one.key === whose);
  return everywhere(from, until, (line, of) => (!category || line.category === category) && (!whose || (kid ? isAbout(line, circleAt(kid, of)) : isOf(line, of, whose))));
}

/** @param {Line} line @param {string} child its circle at the school of the line, "" if it does not go there */
function isAbout(line, child) {
  return child !== "" && line.children.includes(child);
}

/** @param {Line} line @param {Source} of @param {string} whose */
function isOf(line, of, whose) {
  if (whose === "mine") return !line.item || line.circles.some((circle) => of.here.replica.circles.get(circle)?.kind !== "calendar");
  return whose === `@${of.host}` || line.circles.includes(whose);
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

/** Children where there are more than one, in place of their classes; schools where there are more. @param {Session} here */
function choices(here) {
  const all = sources();
  const own = kids(all);
  const many = own.length > 1;
  const staff = here.roles().has("teacher") || here.roles().has("office");
  const of = calendars(here).filter((one) => !many || staff || one.sort !== "group").map((one) => ({ value: one.circle, text: nameOf(here, one.circle) }));
  const schools = all.length > 1 ? all.map((one) => ({ value: `@${one.host}`, text: one.name })) : [];
  return [...(many ? own.map((child) => ({ value: child.key, text: child.first })) : []), ...schools, ...of, { value: "mine", text: t("calendar-mine") }];
}
