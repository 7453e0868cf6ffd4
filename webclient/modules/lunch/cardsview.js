/** The cards of all homes, those first who owe; the team writes a card when it was paid, and a refund. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Avatar } from "../../ui/avatar.js";
import { Button } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { listed, t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { SearchBox } from "../../ui/search.js";
import { session, version } from "../../ui/state.js";
import { Empty } from "../../ui/status.js";
import { dayOf } from "../../sync/zone.js";
import { Strips } from "./cardpicture.js";
import { accounts } from "./cards.js";
import { newId } from "./model.js";
import { money } from "./money.js";
import { lastDay } from "./month.js";
import { refunds } from "./refunds.js";
import { RefundLines } from "./refundview.js";
import { bookOf, called, isTeam, rules } from "./stay.js";
import { TeamTabs } from "./view.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./cards.js").Account} Account */

export function CardsView() {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const [sought, setSought] = useState("");
  if (!isTeam(here)) return html`<${Page} title=${t("nothing-here")} back="/lunch"><p>${t("nothing-here-text")}</p><//>`;
  const book = bookOf(here);
  const words = sought.trim().toLowerCase();
  const ending = refunds(here, dayOf(Date.now()));
  const all = accounts(here, dayOf(Date.now())).map((account) => ({ account, names: namesOf(here, account, book, ending) }));
  const shown = all.filter(({ names }) => names.toLowerCase().includes(words)).sort((a, b) => b.account.owed - a.account.owed || a.account.left - b.account.left || a.names.localeCompare(b.names, "nl"));
  return html`<${Page} title=${t("lunch-tab-cards")} wide><${TeamTabs} here=${here} />
    ${all.length ? html`<div class="stack"><${SearchBox} label=${t("search-child")} value=${sought} onInput=${setSought} />
      ${shown.map(({ account, names }) => html`<${AccountCard} key=${account.home.join()} here=${here} account=${account} names=${names} ending=${ending} />`)}</div>`
      : html`<${Empty} title=${t("lunch-cards-empty")} text=${t("lunch-cards-empty-text")} />`}<//>`;
}

/** @param {{here: Session, account: Account, names: string, ending: import("./refunds.js").Refund[]}} props */
function AccountCard({ here, account, names, ending }) {
  void version.value;
  const { home, left, owed, cents: worth } = account;
  const write = (/** @type {number} */ strips, /** @type {number} */ cents) => async () => {
    const bought = dayOf(Date.now());
    const ends = strips > 0 && rules(here).months ? { expires: lastDay(bought, rules(here).months) } : {};
    await carryOut("lunch.sell", { home, strips, cents, bought, ...ends, record: newId() }, { done: t(strips < 0 ? "lunch-refunded" : "lunch-sold", { names }) });
  };
  const refund = html`<${Button} kind="quiet" onPress=${write(-left, -worth)}>${t("lunch-refund-verb", { count: left })}<span class="sr-only"> ${names}</span><//>`;
  return html`<section class="card stack"><div class="row between"><span class="row"><${Avatar} name=${names} tone=${home[0]} small /><h2>${names}</h2></span>
      <span class=${`tag ${owed ? "stop" : left > 1 ? "good" : "care"}`}>${owed ? t("lunch-owed", { count: owed }) : t("lunch-left", { count: left })}</span></div>
    ${left > 0 && html`<${Strips} left=${left} used=${0} />`}
    <${RefundLines} here=${here} home=${home} known=${ending} />
    <div class="row">${rules(here).cards.map((/** @type {{strips: number, cents: number}} */ card) => html`<${Button} key=${card.strips} kind="secondary" onPress=${write(card.strips, card.cents)}>${t("lunch-sell", { count: card.strips, price: money(card.cents) })}<span class="sr-only"> ${names}</span><//>`)}
      ${left > 0 && refund}</div></section>`;
}

/** @param {Session} here @param {Account} account @param {import("./stay.js").Book} book @param {import("./refunds.js").Refund[]} ending */
function namesOf(here, account, book, ending) {
  const names = account.children.map((child) => called(here, child, book)).filter(({ first }) => first).sort((a, b) => a.first.localeCompare(b.first, "nl")).map(({ first, group }) => `${first} (${group})`);
  const gone = ending.filter(({ item }) => item.body.home.some((/** @type {string} */ seat) => account.home.includes(seat))).map(({ item: { body } }) => `${body.first} (${body.group})`);
  return names.length || gone.length ? listed(names.length ? names : gone) : t("role-guardian");
}
