/** Sign-ups: its place in the bar and its screens. */
import { SignupsView } from "./view.js";

export const signups = {
  name: "signups",
  icon: "signups",
  href: "/signups",
  routes: [{ pattern: "/signups", view: SignupsView }],
};
