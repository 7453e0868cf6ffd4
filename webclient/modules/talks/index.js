/** Talks: its place in the bar and its screens. */
import { due } from "./model.js";
import { NewRoundView } from "./newround.js";
import { RoundView } from "./round.js";
import { SheetView } from "./sheet.js";
import { TalksView } from "./view.js";

export const talks = {
  name: "talks",
  icon: "talks",
  href: "/talks",
  count: (/** @type {import("../../sync/session.js").Session} */ here) => due(here, Date.now()).length,
  routes: [
    { pattern: "/talks", view: TalksView },
    { pattern: "/talks/new", view: NewRoundView },
    { pattern: "/talks/:round", view: RoundView },
    { pattern: "/talks/:round/sheet", view: SheetView },
  ],
};
