/** Albums as a wall of covers: drafts of one's own first, then by the newest; found by title and by group. */
import { html } from "../../lib/htm.js";
import { useEffect, useState } from "../../lib/hooks.js";
import { noon } from "../absences/days.js";
import { ButtonLink } from "../../ui/button.js";
import { Drawn } from "../../ui/drawn.js";
import { Chips } from "../../ui/field.js";
import { Icon } from "../../ui/icon.js";
import { date, t } from "../../ui/locale.js";
import { opened } from "../../ui/opened.js";
import { Page } from "../../ui/page.js";
import { SearchBox } from "../../ui/search.js";
import { session, version } from "../../ui/state.js";
import { Empty } from "../../ui/status.js";
import { albums, isDraft, photosByAlbum, places } from "./model.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./model.js").Album} Album */
/** @typedef {import("../../sync/types.js").Item} Item */

const MANY = 6;

export function AlbumsView() {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const [sought, setSought] = useState("");
  const [group, setGroup] = useState("");
  const all = albums(here);
  const photos = photosByAlbum(here);
  const words = sought.trim().toLowerCase();
  const fits = (/** @type {Album} */ one) => (!group || one.group === group) && `${one.whole.title} ${one.group}`.toLowerCase().includes(words);
  const shown = all.filter((one) => one.items.length && fits(one));
  const drafts = all.filter((one) => one.draft && fits(one));
  const groups = [...new Set(all.map((one) => one.group).filter(Boolean))].sort();
  const may = places(here).length > 0;
  const actions = may && html`<${ButtonLink} href="/albums/new" icon="plus">${t("album-new")}<//>`;
  return html`<${Page} title=${t("albums")} actions=${actions}>
    ${all.length > MANY && html`<${SearchBox} label=${t("albums-search")} value=${sought} onInput=${setSought} />`}
    ${groups.length > 1 && html`<${Chips} label=${t("groups")} options=${["", ...groups].map((one) => ({ value: one, text: one ? t("group-people", { group: one }) : t("today-all") }))} chosen=${[group]} onToggle=${setGroup} />`}
    ${drafts.length > 0 && html`<section class="stack"><h2>${t("album-drafts")}</h2><${Wall} albums=${drafts} photos=${photos} draft /></section>`}
    ${shown.length ? html`<section class="stack">${drafts.length > 0 && html`<h2>${t("album-published")}</h2>`}<${Wall} albums=${shown} photos=${photos} /></section>`
      : !drafts.length && html`<${Empty} title=${t(words ? "albums-none" : "albums-empty")} text=${t(words ? "albums-none-text" : may ? "albums-empty-staff" : "albums-empty-text")} />`}
    <div class="row album-more">${all.some((one) => one.items.length) && html`<${ButtonLink} kind="quiet" icon="download" href="/albums/year">${t("albums-keep-year")}<//>`}
      ${may && html`<${ButtonLink} kind="quiet" icon="eye" href="/albums/tasks">${t("album-tasks")}<//>`}</div><//>`;
}

/** @param {{albums: Album[], photos: Map<string, Map<string, Item>>, draft?: boolean}} props */
function Wall({ albums: shown, photos, draft = false }) {
  return html`<ul class="album-wall">${shown.map((one) => html`<li key=${one.id}><${Cover} one=${one} draft=${draft} photos=${[...(photos.get(one.id)?.values() ?? [])].filter((item) => isDraft(item) === draft)} /></li>`)}</ul>`;
}

/** @param {{one: Album, photos: Item[], draft: boolean}} props */
function Cover({ one, photos, draft }) {
  const { whole } = one;
  const first = [whole.cover, ...whole.order].map((id) => photos.find((item) => item.body.photo === id)).find(Boolean) ?? photos[0];
  const small = useSmall(first?.body.thumb);
  const about = [one.group, whole.day && date(noon(whole.day)), t("album-photos", { count: photos.length })].filter(Boolean).join(" · ");
  return html`<a class="album-cover" href=${`/albums/${one.id}${draft ? "/draft" : ""}`}>
    <span class="album-picture">${small ? html`<${Drawn} data=${small} />` : html`<${Icon} name="picture" size=${36} />`}</span>
    <strong>${whole.title}</strong><span class="muted small">${about}</span></a>`;
}

/** A small picture once it is there. @param {import("../../sync/blobs.js").Part | undefined} part @returns {Blob | null} */
function useSmall(part) {
  const [data, setData] = useState(/** @type {Blob | null} */ (null));
  useEffect(() => {
    let away = false;
    if (part) void opened.small(part).then((found) => away || setData(found), () => undefined);
    else setData(null);
    return () => void (away = true);
  }, [part?.blob]);
  return data;
}
