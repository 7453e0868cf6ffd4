/** Which families have photos of an album outside of the app, for those who made it. */
import { html } from "../../lib/htm.js";
import { t } from "../../ui/locale.js";
import { version } from "../../ui/state.js";
import { aboutOf, callOf, directory } from "../groups/names.js";
import { downloaders } from "./model.js";

/** @param {{here: import("../../sync/session.js").Session, one: import("./model.js").Album}} props */
export function Downloaders({ here, one }) {
  void version.value;
  const found = [...downloaders(here, one.id)];
  const known = directory(here);
  return html`<details class="no-print"><summary>${t("album-downloaders", { count: found.length })}</summary>
    ${found.length ? html`<ul class="families">${found.map(([seat, photos]) => html`<li key=${seat}><span><strong>${callOf(known, seat)}</strong><br /><span class="muted small">${aboutOf(known, seat)}</span></span>
      <span class="tag figures">${t("album-photos", { count: photos.size })}</span></li>`)}</ul>` : html`<p class="muted">${t("album-downloaders-none")}</p>`}</details>`;
}
