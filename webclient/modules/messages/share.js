/** What another app shares with Kring becomes the draft of a message; it came in the address's fragment, which no server sees. */
import { html } from "../../lib/htm.js";
import { useEffect } from "../../lib/hooks.js";
import { useDraft } from "../../ui/draft.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { go } from "../../ui/router.js";
import { BLANK } from "./compose.js";

export function ShareView() {
  const [, change] = useDraft("message", BLANK);
  useEffect(() => {
    const text = decodeURIComponent(location.hash.slice(1));
    history.replaceState(null, "", location.pathname);
    void change({ ...BLANK, text }).then(() => go("/messages/new", { replace: true }));
  }, []);
  return html`<${Page} title=${t("messages-new")} back="/messages"><p role="status">${t("working")}</p><//>`;
}
