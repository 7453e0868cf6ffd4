/** Lunch: its place in the bar and its screens. */
import { CardsView } from "./cardsview.js";
import { DayView } from "./dayview.js";
import { DutyView, HelpView } from "./dutyview.js";
import { MonthView } from "./monthview.js";
import { ProfileView } from "./profile.js";
import { RulesView } from "./rulesview.js";
import { LunchView } from "./view.js";

export const lunch = {
  name: "lunch",
  icon: "lunch",
  href: "/lunch",
  roles: ["guardian", "teacher", "lunch", "office"],
  routes: [
    { pattern: "/lunch", view: LunchView }, { pattern: "/lunch/child/:child", view: ProfileView },
    { pattern: "/lunch/day/:day", view: DayView }, { pattern: "/lunch/month/:month", view: MonthView },
    { pattern: "/lunch/cards", view: CardsView }, { pattern: "/lunch/duty", view: DutyView },
    { pattern: "/lunch/help", view: HelpView }, { pattern: "/lunch/rules", view: RulesView },
  ],
};
