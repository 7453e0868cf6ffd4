/** Saving photos: all that the album's rule allows as one zip made here, with a way to stop; its team is told of it. */
import { html } from "../../lib/htm.js";
import { useRef, useState } from "../../lib/hooks.js";
import { Button } from "../../ui/button.js";
import { t } from "../../ui/locale.js";
import { saveAll } from "../../ui/saveall.js";
import { sizeText } from "../../ui/sizes.js";
import { outbox, toast } from "../../ui/state.js";
import { ErrorNote, Progress } from "../../ui/status.js";
import { newId } from "./model.js";

/** @typedef {import("./model.js").Album} Album */
/** @typedef {import("./model.js").Photo} Photo */
/** Photos of one album that are saved together. @typedef {{album: Album, photos: Photo[]}} Part */

/** The button of an album, or why there is none. @param {{one: Album, photos: Photo[], all: number}} props */
export function Download({ one, photos, all }) {
  if (!photos.length) return html`<p class="muted small">${t(one.whole.download === "none" ? "album-download-none-said" : "album-download-own-said")}</p>`;
  return html`<${SaveButton} name=${one.whole.title} parts=${[{ album: one, photos }]} text=${t(photos.length < all ? "album-save-some" : "album-save-all", { count: photos.length })} />`;
}

/** @param {{name: string, parts: Part[], text: string, kind?: string}} props */
export function SaveButton({ name, parts, text, kind = "secondary" }) {
  const [done, setDone] = useState(-1);
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const stop = useRef(new AbortController());
  const photos = parts.flatMap((part) => part.photos);
  const run = async () => {
    stop.current = new AbortController();
    setError(null);
    setDone(0);
    await saveAll(name, filesOf(parts), { onProgress: setDone, signal: stop.current.signal })
      .then(() => (toast(t("album-saved")), Promise.all(parts.map((part) => saved(part.album, part.photos)))), setError);
    setDone(-1);
  };
  if (done >= 0) return html`<${Progress} done=${done} total=${photos.length} label=${t("album-saving", { done, count: photos.length })}><${Button} kind="secondary" onPress=${() => stop.current.abort()}>${t("album-save-stop")}<//><//>`;
  const size = photos.reduce((sum, photo) => sum + photo.part.size, 0);
  return html`<${Button} kind=${kind} icon="download" onPress=${run}>${text} <span class="figures">(${sizeText(size)})</span><//><${ErrorNote} error=${error} />`;
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
