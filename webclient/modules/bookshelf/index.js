/** Bookshelf: its place in the bar and its screens. */
import { BookshelfView } from "./view.js";

export const bookshelf = {
  name: "bookshelf",
  icon: "book",
  href: "/bookshelf",
  routes: [{ pattern: "/bookshelf", view: BookshelfView }],
};
