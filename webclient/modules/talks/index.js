/** Talks: its place in the bar and its screens. */
import { session, version } from "../../ui/state.js";
import { due } from "./model.js";
import { NewRoundView } from "./newround.js";
import { RoundView } from "./round.js";
import { SheetView } from "./sheet.js";
import { TalksView } from "./view.js";

export const talks = {
  name: "talks",
  icon: "talks",
  href: "/talks",
  count: () => (version.value, session.value ? due(session.value, Date.now()).length : 0),
  routes: [
    { pattern: "/talks", view: TalksView },
    { pattern: "/talks/new", view: NewRoundView },
    { pattern: "/talks/:round", view: RoundView },
    { pattern: "/talks/:round/sheet", view: SheetView },
  ],
};
