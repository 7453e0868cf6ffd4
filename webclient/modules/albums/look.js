/** A photo over the whole screen: who is on it for whom may know, saving it, and for a parent the way to have it taken away. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Button } from "../../ui/button.js";
import { Icon } from "../../ui/icon.js";
import { listed, t } from "../../ui/locale.js";
import { Sheet } from "../../ui/sheet.js";
import { toast, version } from "../../ui/state.js";
import { ErrorNote } from "../../ui/status.js";
import { Viewer } from "../../ui/viewer.js";
import { ownChildren } from "../people/model.js";
import { endingOf, saved } from "./download.js";
import { isWithheld } from "./model.js";
import { isAway, isIn, takeAway } from "./takeaway.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./model.js").Album} Album */
/** @typedef {import("./model.js").Photo} Photo */

/** `may`: which may be saved; `names`: of children, by circle. @param {{here: Session, one: Album, photos: Photo[], at: number, onMove: (at: number) => void, onClose: () => void, may: Photo[], names: Map<string, string>}} props */
export function Look({ here, one, photos, at, onMove, onClose, may, names }) {
  void version.value;
  const [asking, setAsking] = useState(false);
  const own = ownChildren(here).filter((child) => !one.group || child.groups.includes(one.group));
  const slides = photos.map((photo, index) => slideOf(one, photo, index, names));
  const photo = photos[at];
  const actions = own.length && !photo.isDraft ? () => html`<button type="button" class="tool" aria-label=${t("photo-away")} title=${t("photo-away")} onClick=${() => setAsking(true)}><${Icon} name="eye" /></button>` : null;
  return html`<${Viewer} label=${one.whole.title} slides=${slides} at=${at} onMove=${onMove} onClose=${onClose} mayDownload=${may.some((other) => other.id === photo.id)}
      actions=${actions} onSaved=${() => saved(one, [photo])} />
    ${asking && html`<${AwaySheet} here=${here} photo=${photo} own=${own} onClose=${() => setAsking(false)} />`}`;
}

/** @param {Album} one @param {Photo} photo @param {number} index @param {Map<string, string>} names @returns {import("../../ui/viewer.js").Slide} */
function slideOf(one, photo, index, names) {
  const on = photo.marks.map((child) => names.get(child) ?? "").filter(Boolean);
  const name = `${one.whole.title} ${index + 1}${endingOf(photo.part)}`;
  return { id: photo.id, part: { ...photo.part, name }, text: photo.caption || t("album-photo", { at: index + 1 }), caption: photo.caption, about: [on.length ? t("album-on-it", { names: listed(on) }) : "", isWithheld(photo) ? t("album-sign-withheld") : ""].filter(Boolean).join(" · ") };
}

/** What happens when a parent has a photo taken away, before it does. @param {{here: Session, photo: Photo, own: {circle: string, first: string}[], onClose: () => void}} props */
function AwaySheet({ here, photo, own, onClose }) {
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const away = async (/** @type {{circle: string, first: string}} */ child) => {
    setError(null);
    try {
      await takeAway(here, photo.items.find((item) => item.circle === child.circle) ?? photo.item, child.circle);
      toast(t("photo-away-done"));
      onClose();
    } catch (thrown) {
      setError(thrown);
    }
  };
  return html`<${Sheet} title=${t("photo-away")} onClose=${onClose}><p>${t("photo-away-text")}</p>
    ${own.map((child) => html`<p key=${child.circle}>${photo.items.some((item) => isAway(item, child.circle)) ? t("photo-away-done")
      : html`<${Button} kind="danger" onPress=${() => away(child)}>${t(isIn(here, photo.id, child.circle) ? "photo-away-marked" : "photo-away-says", { name: child.first })}<//>`}</p>`)}
    <${ErrorNote} error=${error} /><//>`;
}
