/** Sign-ups: their place in the bar and their screens. */
import { session, version } from "../../ui/state.js";
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
  count: () => (version.value, session.value ? due(session.value, Date.now()).length : 0),
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
