/** An album on Today: what it is called, where it is from, and its first photos, fetched from the school that it is of. */
import { html } from "../../lib/htm.js";
import { usePicture } from "../../ui/attached.js";
import { Drawn } from "../../ui/drawn.js";
import { Icon } from "../../ui/icon.js";
import { t, when } from "../../ui/locale.js";
import { openedAt } from "../../ui/opened.js";
import { hrefAt, SchoolTag } from "../../ui/schools.js";
import { photosOf } from "./model.js";

/** @typedef {import("./model.js").Photo} Photo */
/** @typedef {import("../../ui/schools.js").Source} Source */

const FIRST = 4;

/** @param {{one: import("./model.js").Album, of: Source}} props */
export function AlbumCard({ one, of }) {
  const photos = photosOf(of.here, one);
  const cover = photos.filter((photo) => photo.id === one.whole.cover);
  const first = [...cover, ...photos.filter((photo) => !cover.includes(photo))].slice(0, FIRST);
  const about = [one.group && t("group-people", { group: one.group }), t("album-photos", { count: photos.length })].filter(Boolean).join(" · ");
  return html`<article class="card post album-card"><div class="byline"><${Icon} name="picture" size=${20} /><span>${t("albums")}</span><span>·</span><time dateTime=${new Date(one.published).toISOString()}>${when(one.published)}</time><${SchoolTag} of=${of} /></div>
    <h2><a href=${hrefAt(of, `/albums/${one.id}`)}>${one.whole.title}</a></h2><p class="muted small">${about}</p>
    <div class="album-first" aria-hidden="true">${first.map((photo) => html`<${Small} key=${photo.id} photo=${photo} of=${of} />`)}</div></article>`;
}

/** @param {{photo: Photo, of: Source}} props */
function Small({ photo, of }) {
  const data = usePicture(photo.part, false, openedAt(of.here));
  return html`<span class="album-picture">${data ? html`<${Drawn} data=${data} />` : html`<${Icon} name="picture" size=${28} />`}</span>`;
}
