/** When something is, in words: a day with its hours and place, or an instant by the school's clock. */
import { timeOf } from "../../sync/zone.js";
import { date, t } from "../../ui/locale.js";
import { dayOf, noon } from "../absences/days.js";

/** @param {{day?: string, start?: string, end?: string, place?: string, at?: number}} what */
export function day({ day: on = "", start = "", end = "", place = "", at = 0 }) {
  if (at) return t("signup-at", { day: date(noon(dayOf(at))), time: timeOf(at) });
  const hours = start && end ? `${start} – ${end}` : start;
  return [date(noon(on)), hours, place].filter(Boolean).join(" · ");
}
