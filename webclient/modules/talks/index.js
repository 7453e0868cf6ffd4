/** Talks: its place in the bar and its screens. */
import { TalksView } from "./view.js";

export const talks = {
  name: "talks",
  icon: "talks",
  href: "/talks",
  routes: [{ pattern: "/talks", view: TalksView }],
};
