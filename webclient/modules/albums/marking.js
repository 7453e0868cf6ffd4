/** Who is on some photos: the children of the group, those without consent with a badge, which says no more than that. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Avatar } from "../../ui/avatar.js";
import { Button } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { t } from "../../ui/locale.js";
import { SearchBox } from "../../ui/search.js";
import { Sheet } from "../../ui/sheet.js";
import { outbox } from "../../ui/state.js";
import { Banner } from "../../ui/status.js";
import { blockedBy } from "../groups/consents.js";
import { pupils } from "../news/model.js";
import { fullName } from "../people/model.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./model.js").Photo} Photo */

const MANY = 12;

/** `onClose(true)`: it was changed. @param {{here: Session, one: import("./model.js").Album, photos: Photo[], onClose: (changed: boolean) => void}} props */
export function MarkSheet({ here, one, photos, onClose }) {
  const all = pupils(here, [one.whole.circle]).sort((a, b) => a.first.localeCompare(b.first, "nl"));
  const before = all.map((pupil) => pupil.child).filter((child) => photos.every((photo) => photo.marks.includes(child)));
  const [chosen, setChosen] = useState(before);
  const [sought, setSought] = useState("");
  const blocked = new Set(blockedBy(here, all.map((pupil) => pupil.child)));
  const toggle = (/** @type {string} */ child) => setChosen(chosen.includes(child) ? chosen.filter((other) => other !== child) : [...chosen, child]);
  const add = chosen.filter((child) => !before.includes(child));
  const stops = one.whole.scope === "all" && add.some((child) => blocked.has(child));
  const save = async () => {
    await mark(photos, add, before.filter((child) => !chosen.includes(child)), stops);
    onClose(true);
  };
  const words = sought.trim().toLowerCase();
  const shown = all.filter((pupil) => fullName(pupil).toLowerCase().includes(words));
  return html`<${Sheet} title=${t("album-who-title", { count: photos.length })} onClose=${() => onClose(false)} actions=${html`<${Button} onPress=${save}>${t("save")}<//>`}>
    <p class="muted small">${t("album-who-text")}</p>
    ${all.length > MANY && html`<${SearchBox} label=${t("search-people")} value=${sought} onInput=${setSought} />`}
    <div class="in-photo" role="group" aria-label=${t("album-who")}>${shown.map((pupil) => html`<button type="button" class="mark-child" key=${pupil.child} aria-pressed=${chosen.includes(pupil.child) ? "true" : "false"} onClick=${() => toggle(pupil.child)}>
      <${Avatar} name=${pupil.first} tone=${pupil.child} /><span class="row-text"><span>${fullName(pupil)}</span>${blocked.has(pupil.child) && html`<span class="tag care">${t("album-no-consent")}</span>`}</span></button>`)}</div>
    ${stops && html`<${Banner} kind="care"><p>${t(photos[0].isDraft ? "album-stays" : "album-goes-back")}</p><//>`}<//>`;
}

/** A published photo of a child without consent goes back to the draft first. @param {Photo[]} photos @param {string[]} add @param {string[]} drop @param {boolean} stops */
async function mark(photos, add, drop, stops) {
  const ids = photos.map((photo) => photo.id);
  if (stops && !photos[0].isDraft) await outbox.value?.add("albums.back", { photos: ids });
  if (add.length || drop.length) await carryOut("albums.mark", { photos: ids, add, drop }, { done: t("album-marked") });
}
