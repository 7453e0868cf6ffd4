/** Sign-ups: their place in the bar and their screens. */
import { AnswerView, BehalfView } from "./answer.js";
import { EditView, MakeView } from "./make.js";
import { due } from "./model.js";
import { ResultsView } from "./results.js";
import { RidesView } from "./ridesview.js";
import { SignupsView } from "./view.js";

export const signups = {
  name: "signups",
  icon: "signups",
  href: "/signups",
  roles: ["guardian", "teacher", "office"],
  count: (/** @type {import("../../sync/session.js").Session} */ here) => due(here, Date.now()).length,
  routes: [
    { pattern: "/signups", view: SignupsView },
    { pattern: "/signups/new", view: MakeView },
    { pattern: "/signups/:id", view: AnswerView },
    { pattern: "/signups/:id/results", view: ResultsView },
    { pattern: "/signups/:id/rides", view: RidesView },
    { pattern: "/signups/:id/edit", view: EditView },
    { pattern: "/signups/:id/for/:seat", view: BehalfView },
  ],
};
