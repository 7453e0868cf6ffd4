/** Photos that a parent saved, and that a family asks them to throw away. */
import { html } from "../../lib/htm.js";
import { t, when } from "../../ui/locale.js";
import { List, ListItem } from "../../ui/list.js";
import { Page } from "../../ui/page.js";
import { session, version } from "../../ui/state.js";
import { Empty } from "../../ui/status.js";
import { askedBack } from "./takedown.js";

export function EraseView() {
  void version.value;
  const here = /** @type {import("../../sync/session.js").Session} */ (session.value);
  const found = askedBack(here);
  return html`<${Page} title=${t("erase-title")} back="/albums">${found.length
    ? html`<div class="stack"><p>${t("erase-text")}</p><${List} label=${t("erase-title")}>${found.map((one) => html`<${ListItem} key=${one.id} title=${t("erase-line", { album: one.album || t("albums") })} about=${when(one.at)} mark="" />`)}<//></div>`
    : html`<${Empty} title=${t("erase-none")} text=${t("erase-none-text")} />`}<//>`;
}
