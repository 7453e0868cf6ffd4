/** The year's photos as one zip, before they are gone; or album by album, where that is too much at once. */
import { html } from "../../lib/htm.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { session, version } from "../../ui/state.js";
import { Banner, Empty } from "../../ui/status.js";
import { SavePhotos } from "./download.js";
import { yearPack } from "./year.js";

export function YearView() {
  void version.value;
  const here = /** @type {import("../../sync/session.js").Session} */ (session.value);
  const rows = yearPack(here);
  const count = rows.reduce((sum, row) => sum + row.photos.length, 0);
  return html`<${Page} title=${t("albums-keep-year")} back="/albums">
    ${rows.length ? html`<div class="stack"><p>${t("albums-year-text")}</p>
      <p><${SavePhotos} kind="primary" name=${t("albums-year-file")} parts=${rows} text=${t("albums-year-all", { count })} /></p>
      <${Banner}><p>${t("albums-year-care")}</p><//>
      <ul class="stack album-years">${rows.map((row) => html`<li key=${row.album.id} class="card stack-small"><h2>${row.album.whole.title}</h2>
        <p class="muted small">${[row.album.group && t("group-people", { group: row.album.group }), t("album-photos", { count: row.photos.length }), row.left ? "" : t("album-kept")].filter(Boolean).join(" · ")}</p>
        <${SavePhotos} name=${row.album.whole.title} parts=${[row]} text=${t("album-save-all", { count: row.photos.length })} /></li>`)}</ul></div>`
      : html`<${Empty} title=${t("albums-year-none")} text=${t("albums-year-none-text")} />`}<//>`;
}
