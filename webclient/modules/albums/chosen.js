/** What may be done with photos that were chosen: who is on them, their words, their place, the cover, away with them. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Button } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { Field } from "../../ui/field.js";
import { t } from "../../ui/locale.js";
import { Menu } from "../../ui/menu.js";
import { Sheet } from "../../ui/sheet.js";
import { outbox } from "../../ui/state.js";
import { MarkSheet } from "./marking.js";
import { moved } from "./order.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./model.js").Album} Album */
/** @typedef {import("./model.js").Photo} Photo */

/** Which photos are chosen; null while none are being chosen. @param {Set<string> | null} [first] @returns {[Set<string> | null, (id: string) => void, (chosen: Set<string> | null) => void]} */
export function useChosen(first = null) {
  const [chosen, setChosen] = useState(first);
  const choose = (/** @type {string} */ id) => setChosen((before) => new Set(before?.has(id) ? [...before].filter((one) => one !== id) : [...(before ?? []), id]));
  return [chosen, choose, setChosen];
}

/** `onLook`: show the one at a place. @param {{here: Session, one: Album, photos: Photo[], chosen: Set<string>, setChosen: (chosen: Set<string>) => void, onLook: (at: number) => void}} props */
export function ChosenBar({ here, one, photos, chosen, setChosen, onLook }) {
  const [sheet, setSheet] = useState("");
  const mine = photos.filter((photo) => chosen.has(photo.id));
  const all = mine.length === photos.length;
  const close = () => setSheet("");
  const first = photos.findIndex((photo) => chosen.has(photo.id));
  return html`<div class="album-bar no-print" role="group" aria-label=${t("album-chosen", { count: mine.length })}>
    <div class="row between"><span class="figures" role="status">${t("album-chosen", { count: mine.length })}</span>
      <${Button} kind="quiet" onPress=${() => setChosen(new Set(all ? [] : photos.map((photo) => photo.id)))}>${t(all ? "album-choose-none" : "album-choose-all")}<//></div>
    <div class="row between"><${Button} disabled=${!mine.length} icon="people" onPress=${() => setSheet("marks")}>${t("album-who")}<//>
      ${mine.length > 0 && html`<${Menu} items=${itemsFor(one, photos, mine, { setSheet, look: () => onLook(first) })} />`}</div></div>
    ${sheet === "marks" && html`<${MarkSheet} here=${here} one=${one} photos=${mine} onClose=${(/** @type {boolean} */ done) => (close(), done && setChosen(new Set()))} />`}
    ${sheet === "caption" && html`<${CaptionSheet} photo=${mine[0]} onClose=${close} />`}
    ${sheet === "remove" && html`<${RemoveSheet} photos=${mine} onClose=${close} />`}`;
}

/** @param {Album} one @param {Photo[]} photos @param {Photo[]} mine @param {{setSheet: (name: string) => void, look: () => void}} can @returns {import("../../ui/menu.js").MenuItem[]} */
function itemsFor(one, photos, mine, { setSheet, look }) {
  const ids = mine.map((photo) => photo.id);
  const change = (/** @type {Record<string, any>} */ fields, /** @type {string} */ said) => () => carryOut("albums.change", { album: one.id, fields }, { done: t(said) });
  const move = (/** @type {"first" | "before" | "after"} */ where) => change({ order: moved(photos.map((photo) => photo.id), ids, where) }, "album-moved");
  const single = ids.length === 1 ? [{ text: t("album-look"), icon: "eye", run: look }, { text: t("album-caption"), icon: "edit", run: () => setSheet("caption") }, { text: t("album-cover"), icon: "picture", run: change({ cover: ids[0] }, "album-cover-done") }] : [];
  const back = () => carryOut("albums.back", { photos: ids }, { done: t("album-back-done") });
  return [...single, { text: t("album-first"), run: move("first") }, { text: t("album-before"), run: move("before") }, { text: t("album-after"), run: move("after") },
    ...(mine[0].isDraft ? [] : [{ text: t("album-back"), run: back }]), { text: t("album-remove"), icon: "bin", danger: true, run: () => setSheet("remove") }];
}

/** @param {{photo: Photo, onClose: () => void}} props */
function CaptionSheet({ photo, onClose }) {
  const [caption, setCaption] = useState(photo.caption);
  const save = async () => {
    await outbox.value?.add("albums.describe", { photo: photo.id, caption: caption.trim() });
    onClose();
  };
  return html`<${Sheet} title=${t("album-caption")} onClose=${onClose} actions=${html`<${Button} onPress=${save}>${t("save")}<//>`}>
    <${Field} label=${t("album-caption-label")} hint=${t("album-caption-hint")} value=${caption} onInput=${setCaption} rows=${3} /><//>`;
}

/** @param {{photos: Photo[], onClose: () => void}} props */
function RemoveSheet({ photos, onClose }) {
  const remove = async () => {
    await carryOut("albums.remove", { photos: photos.map((photo) => photo.id) }, { done: t("album-removed", { count: photos.length }) });
    onClose();
  };
  return html`<${Sheet} title=${t("album-remove")} onClose=${onClose} actions=${html`<${Button} kind="danger" onPress=${remove}>${t("album-remove-sure", { count: photos.length })}<//>`}>
    <p>${t(photos[0].isDraft ? "album-remove-draft" : "album-remove-text")}</p><//>`;
}
