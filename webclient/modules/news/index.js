/** News: its place in the bar and its screens. */
import { session, version } from "../../ui/state.js";
import { ComposeView, EditView } from "./compose.js";
import { posts } from "./model.js";
import { NewsView, PostView } from "./view.js";

export const news = {
  name: "news",
  icon: "news",
  href: "/news",
  speaks: true,
  count: () => (version.value, session.value ? posts(session.value).filter((post) => !post.read).length : 0),
  routes: [
    { pattern: "/news", view: NewsView },
    { pattern: "/news/new", view: ComposeView },
    { pattern: "/news/:id", view: PostView },
    { pattern: "/news/:id/edit", view: EditView },
  ],
};
