/** Lunch: its place in the bar and its screens. */
import { LunchView } from "./view.js";

export const lunch = {
  name: "lunch",
  icon: "lunch",
  href: "/lunch",
  roles: ["guardian", "lunch", "office"],
  routes: [{ pattern: "/lunch", view: LunchView }],
};
