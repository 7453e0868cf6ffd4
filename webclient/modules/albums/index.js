/** Albums: its place in the bar and its screens. */
import { AlbumsView } from "./view.js";

export const albums = {
  name: "albums",
  icon: "picture",
  href: "/albums",
  routes: [{ pattern: "/albums", view: AlbumsView }],
};
