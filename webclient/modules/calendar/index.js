/** Calendar: its place in the bar and its screens. */
import { CalendarView } from "./view.js";

export const calendar = {
  name: "calendar",
  icon: "calendar",
  href: "/calendar",
  routes: [{ pattern: "/calendar", view: CalendarView }],
};
