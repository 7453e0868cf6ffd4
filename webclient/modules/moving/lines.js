/** What a departure says, and who has agreed: for a guardian and for the office. */
import { html } from "../../lib/htm.js";
import { date, listed, t } from "../../ui/locale.js";
import { version } from "../../ui/state.js";
import { noon } from "../absences/days.js";
import { callOf, directory } from "../groups/names.js";
import { answers, authorOf } from "./departures.js";
import { custody } from "./facts.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */

/** What a departure says, in lines. @param {{item: Item}} props */
export function DepartureLines({ item }) {
  const { last, to, parts } = item.body;
  const along = parts.length ? listed(parts.map((/** @type {string} */ one) => t(`move-short-${one}`))) : t("move-part-none");
  return html`<dl class="moving-facts"><div><dt>${t("move-last")}</dt><dd>${date(noon(last))}</dd></div><div><dt>${t("move-where")}</dt><dd>${to.name || to.host}</dd></div><div><dt>${t("move-along")}</dt><dd>${along}</dd></div></dl>`;
}

/** Who has agreed, and who is waited for. @param {{here: Session, item: Item}} props */
export function Agreements({ here, item }) {
  void version.value;
  const said = answers(here, item);
  const known = directory(here);
  const rows = custody(here, item.body.child).map((seat) => ({ seat, name: here.own().has(seat) ? t("audience-you") : callOf(known, seat), said: seat === authorOf(item) ? 1 : said.get(seat) }));
  return html`<ul class="moving-rows">${rows.map((one) => html`<li key=${one.seat} class="row between"><span>${one.name}</span>
    <span class=${`tag ${one.said === 1 ? "good" : one.said === 0 ? "stop" : "care"}`}>${t(one.said === 1 ? "move-agrees" : one.said === 0 ? "move-refuses" : "move-waits")}</span></li>`)}</ul>`;
}
