/** People: the office's screens. */
import { ChildView } from "./childview.js";
import { HelpdeskView } from "./helpdeskview.js";
import { ImportView } from "./import.js";
import { SchoolsView } from "./linkingview.js";
import { RenewalView } from "./renewalview.js";
import { LettersView, PeopleView, StaffView } from "./view.js";

export const people = {
  name: "people",
  icon: "people",
  href: "/people",
  plain: true,
  roles: ["office"],
  routes: [
    { pattern: "/people", view: PeopleView },
    { pattern: "/people/import", view: ImportView },
    { pattern: "/people/letters", view: LettersView },
    { pattern: "/people/staff", view: StaffView },
    { pattern: "/people/renewal", view: RenewalView },
    { pattern: "/people/schools", view: SchoolsView },
    { pattern: "/people/helpdesk", view: HelpdeskView },
    { pattern: "/people/child/:number", view: ChildView },
  ],
};

/** Who is an admin without a place in the office links schools too; the way there stands under More. */
export const linking = { name: "schools", href: "", icon: "", roles: ["admin"], routes: [{ pattern: "/schools", view: SchoolsView }, { pattern: "/schools/helpdesk", view: HelpdeskView }] };
