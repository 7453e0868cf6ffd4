/** The strip card as a picture: what is left, what was used and for which day, and why. */
import { html } from "../../lib/htm.js";
import { date, t } from "../../ui/locale.js";
import { version } from "../../ui/state.js";
import { Banner } from "../../ui/status.js";
import { dayOf } from "../../sync/zone.js";
import { noon } from "../absences/days.js";
import { credit, ownMoney } from "./cards.js";
import { warningOf } from "./model.js";
import { money } from "./money.js";
import { RefundLines } from "./refundview.js";
import { called } from "./stay.js";

const MOST = 30;
const SHOWN = 40;

/** @param {{here: import("../../sync/session.js").Session}} props */
export function CardPicture({ here }) {
  void version.value;
  const today = dayOf(Date.now());
  const items = ownMoney(here);
  if (!items.length) return null;
  const { left, owed, lost } = credit(here, today);
  const warning = warningOf(here, today);
  return html`<section class="card stack"><div class="row between"><h2>${t("lunch-card")}</h2><strong class="figures">${owed ? t("lunch-owed", { count: owed }) : t("lunch-left", { count: left })}</strong></div>
    <${Strips} left=${left} used=${Math.min(MOST, usedOf(items))} />
    ${warning && html`<${Banner} kind=${warning === "owed" ? "stop" : "care"}><p>${t(`lunch-warn-${warning}-text`)}</p><//>`}
    <${RefundLines} here=${here} />
    ${lost > 0 && html`<p class="muted">${t("lunch-lost", { count: lost })}</p>`}
    <details><summary>${t("lunch-history")}</summary><ul class="rows">${items.slice(0, SHOWN).map((item) => html`<li key=${item.id} class="row between">${item.kind === "lunchcharge"
      ? html`<span>${date(noon(item.body.day))} · ${called(here, item.body.child).first}<br /><span class="muted">${t(`lunch-why-${item.body.why}`)}</span></span><span class="figures">−${item.body.strips}</span>`
      : html`<span>${date(noon(item.body.bought))} · ${t(item.body.strips < 0 ? "lunch-refund" : "lunch-bought", { price: money(Math.abs(item.body.cents)) })}${item.body.expires && html`<br /><span class="muted">${t("lunch-until", { day: date(noon(item.body.expires)) })}</span>`}</span><span class="figures">${item.body.strips < 0 ? "−" : "+"}${Math.abs(item.body.strips)}</span>`}</li>`)}</ul></details></section>`;
}

/** @param {{left: number, used: number}} props */
export function Strips({ left, used }) {
  const shown = [...Array(used).fill("used"), ...Array(Math.min(MOST, left)).fill("left")].slice(-MOST);
  return html`<div class="strips" role="img" aria-label=${t("lunch-left", { count: left })}>${shown.map((look, at) => html`<span key=${at} class=${look}></span>`)}</div>`;
}

/** How many strips of the newest card were used: of older ones nobody needs a picture. @param {import("../../sync/types.js").Item[]} items */
function usedOf(items) {
  const newest = items.find((item) => item.kind === "lunchcard" && item.body.strips > 0);
  const since = newest ? items.slice(0, items.indexOf(newest)) : items;
  return since.filter((item) => item.kind === "lunchcharge").length;
}
