/** Absences: their place in the bar and their screens. */
import { LeaveView, PickupView } from "./leave.js";
import { unseen } from "./model.js";
import { ReportView } from "./report.js";
import { AbsencesView } from "./view.js";

export const absences = {
  name: "absences",
  icon: "absences",
  href: "/absences",
  roles: ["guardian", "informed", "teacher", "office"],
  count: unseen,
  routes: [
    { pattern: "/absences", view: AbsencesView },
    { pattern: "/absences/new", view: ReportView },
    { pattern: "/absences/leave/:child", view: LeaveView },
    { pattern: "/absences/pickup/:child", view: PickupView },
  ],
};
