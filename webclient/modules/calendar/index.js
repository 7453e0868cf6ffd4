/** Calendar: its place in the bar and its screens. */
import { EventView } from "./detail.js";
import { FeedsView } from "./feedsview.js";
import { DraftView, EditView, NewView } from "./form.js";
import { MonthView } from "./month.js";
import { CalendarView } from "./view.js";
import { WeekView } from "./week.js";
import { YearView } from "./year.js";

export const calendar = {
  name: "calendar",
  icon: "calendar",
  href: "/calendar",
  speaks: true,
  routes: [
    { pattern: "/calendar", view: CalendarView },
    { pattern: "/calendar/feeds", view: FeedsView },
    { pattern: "/calendar/new", view: NewView },
    { pattern: "/calendar/month/:month", view: MonthView },
    { pattern: "/calendar/week/:day", view: WeekView },
    { pattern: "/calendar/year", view: YearView },
    { pattern: "/calendar/year/new", view: DraftView },
    { pattern: "/calendar/year/:id", view: DraftView },
    { pattern: "/calendar/:id", view: EventView },
    { pattern: "/calendar/:id/edit", view: EditView },
    { pattern: "/calendar/:id/edit/:day", view: EditView },
    { pattern: "/calendar/:id/:day", view: EventView },
  ],
};
