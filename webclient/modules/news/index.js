/** News: its place in the bar and its screens. */
import { ComposeView, EditView } from "./compose.js";
import { countUnread } from "./model.js";
import { NewsView, PostView } from "./view.js";

export const news = {
  name: "news",
  icon: "news",
  href: "/news",
  speaks: true,
  count: countUnread,
  routes: [
    { pattern: "/news", view: NewsView },
    { pattern: "/news/new", view: ComposeView },
    { pattern: "/news/:id", view: PostView },
    { pattern: "/news/:id/edit", view: EditView },
  ],
};
