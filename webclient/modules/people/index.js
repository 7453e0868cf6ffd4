/** People: the office's screens. */
import { ImportView } from "./import.js";
import { LettersView, PeopleView, StaffView } from "./view.js";

export const people = {
  name: "people",
  icon: "people",
  href: "/people",
  roles: ["office"],
  routes: [
    { pattern: "/people", view: PeopleView },
    { pattern: "/people/import", view: ImportView },
    { pattern: "/people/letters", view: LettersView },
    { pattern: "/people/staff", view: StaffView },
  ],
};
