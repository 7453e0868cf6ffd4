/** Messages: its place in the bar and its screens. */
import { NewView } from "./compose.js";
import { waitingMessages } from "./model.js";
import { MessageSettingsView } from "./settings.js";
import { ShareView } from "./share.js";
import { ThreadView } from "./thread.js";
import { MessagesView } from "./view.js";

export const messages = {
  name: "messages",
  icon: "messages",
  href: "/messages",
  plain: true,
  count: waitingMessages,
  routes: [
    { pattern: "/messages", view: MessagesView },
    { pattern: "/messages/new", view: NewView },
    { pattern: "/messages/new/:id", view: NewView },
    { pattern: "/messages/share", view: ShareView },
    { pattern: "/messages/settings", view: MessageSettingsView },
    { pattern: "/messages/:id", view: ThreadView },
  ],
};
