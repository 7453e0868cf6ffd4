/** Bookshelf: its place in the bar and its screens. */
import { AskView } from "./askview.js";
import { BookView } from "./bookview.js";
import { DocView } from "./docview.js";
import { EachView } from "./eachview.js";
import { AskedView, HandView } from "./handview.js";
import { countNew } from "./model.js";
import { NewBookView } from "./newbook.js";
import { BookshelfView } from "./view.js";

export const bookshelf = {
  name: "bookshelf",
  icon: "book",
  href: "/bookshelf",
  plain: true,
  count: countNew,
  routes: [
    { pattern: "/bookshelf", view: BookshelfView },
    { pattern: "/bookshelf/new", view: NewBookView },
    { pattern: "/bookshelf/each", view: EachView },
    { pattern: "/bookshelf/ask", view: AskView },
    { pattern: "/bookshelf/asked/:request", view: AskedView },
    { pattern: "/bookshelf/hand", view: HandView },
    { pattern: "/bookshelf/hand/:request", view: HandView },
    { pattern: "/bookshelf/in/:id", view: BookView },
    { pattern: "/bookshelf/file/:id", view: DocView },
  ],
};
