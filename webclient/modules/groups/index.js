/** Groups: its place in the bar and its screens. */
import { AcrossView } from "./acrossview.js";
import { ConsentListView, PaperView } from "./consentlist.js";
import { ConsentsView } from "./consentview.js";
import { CopyView } from "./copy.js";
import { DetailView } from "./detail.js";
import { EmergencyView } from "./emergency.js";
import { HouseholdView } from "./household.js";
import { SeeAsView } from "./seeas.js";
import { ShareView } from "./share.js";
import { StartView } from "./start.js";
import { BirthdaysView, GroupsView, GroupView } from "./view.js";

export const groups = {
  name: "groups",
  icon: "groups",
  href: "/groups",
  roles: ["guardian", "informed", "teacher", "office", "lunch", "contact"],
  routes: [
    { pattern: "/groups", view: GroupsView },
    { pattern: "/groups/share", view: ShareView },
    { pattern: "/groups/share/:seat", view: ShareView },
    { pattern: "/groups/share/:seat/copy/:from", view: CopyView },
    { pattern: "/groups/share/:seat/:field", view: DetailView },
    { pattern: "/groups/see", view: SeeAsView },
    { pattern: "/groups/see/:seat", view: SeeAsView },
    { pattern: "/groups/household", view: HouseholdView },
    { pattern: "/groups/start", view: StartView },
    { pattern: "/groups/across", view: AcrossView },
    { pattern: "/groups/consents", view: ConsentsView },
    { pattern: "/groups/consents/:child", view: ConsentsView },
    { pattern: "/groups/:id", view: GroupView },
    { pattern: "/groups/:id/birthdays", view: BirthdaysView },
    { pattern: "/groups/:id/emergency", view: EmergencyView },
    { pattern: "/groups/:id/consents", view: ConsentListView },
    { pattern: "/groups/:id/consents/:child", view: PaperView },
  ],
};
