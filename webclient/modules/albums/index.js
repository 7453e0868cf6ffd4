/** Albums: its place in the bar and its screens. */
import { AlbumView } from "./album.js";
import { DraftView } from "./draft.js";
import { EraseView } from "./erase.js";
import { HideView } from "./hide.js";
import { EditView, NewView } from "./make.js";
import { TasksView } from "./tasks.js";
import { AlbumsView } from "./view.js";
import { YearView } from "./yearview.js";

export const albums = {
  name: "albums",
  icon: "picture",
  href: "/albums",
  routes: [
    { pattern: "/albums", view: AlbumsView },
    { pattern: "/albums/new", view: NewView },
    { pattern: "/albums/year", view: YearView },
    { pattern: "/albums/tasks", view: TasksView },
    { pattern: "/albums/tasks/:photo/:child", view: HideView },
    { pattern: "/albums/erase", view: EraseView },
    { pattern: "/albums/:id", view: AlbumView, wide: true },
    { pattern: "/albums/:id/draft", view: DraftView, wide: true },
    { pattern: "/albums/:id/edit", view: EditView },
  ],
};
