/** Before an album is published: to whom, how many, which stay, and whether photos without a name show nobody. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Button } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { Check } from "../../ui/field.js";
import { t } from "../../ui/locale.js";
import { ReaderLine } from "../../ui/readers.js";
import { go } from "../../ui/router.js";
import { Sheet } from "../../ui/sheet.js";
import { uploading } from "../../ui/state.js";
import { Banner } from "../../ui/status.js";
import { audienceOf } from "../news/audience.js";
import { reach } from "../news/model.js";
import { heldOf } from "./model.js";

/** @typedef {import("./model.js").Photo} Photo */

/** @param {{here: import("../../sync/session.js").Session, one: import("./model.js").Album, photos: Photo[], onClose: () => void}} props */
export function PublishSheet({ here, one, photos, onClose }) {
  const [sure, setSure] = useState(false);
  const own = one.whole.scope === "own";
  const stay = [...heldOf(here, one, photos).values()].filter(Boolean).length;
  const ready = photos.length - stay;
  const bare = own ? 0 : photos.filter((photo) => !photo.marks.length).length;
  const people = reach(here, [one.whole.circle]);
  const publish = async () => {
    await carryOut("albums.publish", { album: one.id }, { done: t("album-published-done", { count: ready }) });
    onClose();
    go(`/albums/${one.id}`, { replace: true });
  };
  const may = ready > 0 && (!bare || sure);
  return html`<${Sheet} title=${t("album-publish")} onClose=${onClose} actions=${html`<${Button} disabled=${!may} onPress=${publish}>${t("album-publish-verb", { count: ready })}<//>`}>
    ${own ? html`<p>${t("album-scope-own-hint")}</p>` : html`<p class="reach figures">${t("reaches", { people: people.people, families: people.families })}</p><${ReaderLine} audience=${audienceOf(here, one.whole.circle)} />`}
    <p>${t(`album-download-${one.whole.download}-hint`)}</p>
    ${stay > 0 && html`<${Banner} kind="care"><p>${t(own ? "album-stay-own" : "album-stay", { count: stay })}</p><//>`}
    ${bare > 0 && html`<${Check} label=${t("album-bare", { count: bare })} hint=${t("album-bare-hint")} checked=${sure} onChange=${setSure} />`}
    ${uploading.value.state && html`<p class="muted small">${t("album-still-sending")}</p>`}<//>`;
}
