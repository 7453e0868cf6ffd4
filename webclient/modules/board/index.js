/** The board: its place in the bar of who speaks for it at some school, and its screens. */
import { version } from "../../ui/state.js";
import { everySchool } from "../account/schools.js";
import { ChangeView, EventView, NewsView } from "./compose.js";
import { speaksAt } from "./model.js";
import { BoardView, SaidView } from "./view.js";

export const board = {
  name: "board",
  icon: "board",
  href: "/board",
  speaks: true,
  needed: () => (version.value, speaksAt(everySchool()).length > 0),
  routes: [
    { pattern: "/board", view: BoardView },
    { pattern: "/board/new", view: NewsView },
    { pattern: "/board/event", view: EventView },
    { pattern: "/board/event/:id", view: ChangeView },
    { pattern: "/board/:id", view: SaidView },
  ],
};
