/** Saving photos: all that the album's rule allows as one zip made here, with a way to stop; its team is told of it. */
import { html } from "../../lib/htm.js";
import { t } from "../../ui/locale.js";
import { saveAll } from "../../ui/saveall.js";
import { SaveButton } from "../../ui/savebutton.js";
import { sizeText } from "../../ui/sizes.js";
import { outbox, toast } from "../../ui/state.js";
import { newId } from "./model.js";

/** @typedef {import("./model.js").Album} Album */
/** @typedef {import("./model.js").Photo} Photo */
/** Photos of one album that are saved together. @typedef {{album: Album, photos: Photo[]}} Part */

/** The button of an album, or why there is none. @param {{one: Album, photos: Photo[], all: number}} props */
export function Download({ one, photos, all }) {
  if (!photos.length) return html`<p class="muted small">${t(one.whole.download === "none" ? "album-download-none-said" : "album-download-own-said")}</p>`;
  return html`<${SavePhotos} name=${one.whole.title} parts=${[{ album: one, photos }]} text=${t(photos.length < all ? "album-save-some" : "album-save-all", { count: photos.length })} />`;
}

/** @param {{name: string, parts: Part[], text: string, kind?: "primary" | "secondary"}} props */
export function SavePhotos({ name, parts, text, kind = "secondary" }) {
  const photos = parts.flatMap((part) => part.photos);
  const run = async (/** @type {import("../../ui/savebutton.js").Way} */ way) => {
    await saveAll(name, filesOf(parts), way);
    toast(t("album-saved"));
    for (const part of parts) await saved(part.album, part.photos);
  };
  const size = sizeText(photos.reduce((sum, photo) => sum + photo.part.size, 0));
  return html`<${SaveButton} text=${html`${text} <span class="figures">(${size})</span>`} run=${run} kind=${kind} count=${photos.length} label=${(/** @type {number} */ done) => t("album-saving", { done, count: photos.length })} />`;
}

/** Tell the album's team, once it is saved; staff tell nobody. @param {Album} one @param {Photo[]} photos */
export async function saved(one, photos) {
  if (!one.acts && photos.length && !photos[0].isDraft) await outbox.value?.add("albums.fetched", { album: one.id, photos: photos.map((photo) => photo.id), record: newId() });
}

/** In order, numbered, by the name of their album where there are more. @param {Part[]} parts @returns {import("../../ui/saveall.js").Saved[]} */
export function filesOf(parts) {
  return parts.flatMap(({ album, photos }) => photos.map((photo, index) => {
    const number = String(index + 1).padStart(String(photos.length).length, "0");
    const words = [parts.length > 1 ? album.whole.title : "", number, photo.caption.slice(0, 60)].filter(Boolean).join(" ");
    return { part: photo.part, name: `${words}${endingOf(photo.part)}`, time: photo.at || photo.item.head.time };
  }));
}

/** What a file's name ends with. @param {import("../../sync/blobs.js").Part} part */
export function endingOf(part) {
  return /\.[a-z0-9]{2,5}$/i.exec(part.name ?? "")?.[0] ?? ".jpg";
}
