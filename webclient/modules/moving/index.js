/** Moving has addresses, and no place in the bar: More and the office's people lead here. */
import { HomeView } from "./homeview.js";
import { SayView } from "./sayview.js";
import { TakeoutView } from "./takeoutview.js";
import { MovingView } from "./view.js";

export const moving = {
  name: "moving",
  href: "",
  icon: "",
  routes: [
    { pattern: "/moving", view: MovingView },
    { pattern: "/moving/say/:child", view: SayView },
    { pattern: "/moving/home", view: HomeView },
    { pattern: "/takeout", view: TakeoutView },
  ],
};
