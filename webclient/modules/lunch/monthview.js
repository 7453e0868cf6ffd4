/** A month of lunches a line a child, to save for the books; and a week for the caterer, without names. */
import { html } from "../../lib/htm.js";
import { Button } from "../../ui/button.js";
import { Icon } from "../../ui/icon.js";
import { date, language, t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { session, version } from "../../ui/state.js";
import { Empty } from "../../ui/status.js";
import { Table } from "../../ui/table.js";
import { dayOf } from "../../sync/zone.js";
import { addDays, noon, weekday } from "../absences/days.js";
import { dayList, needs } from "./daylist.js";
import { lunchWeek } from "./model.js";
import { money, saveTable } from "./money.js";
import { charges } from "./cards.js";
import { catererTable, linesOf, monthNext, monthTable } from "./month.js";
import { bookOf, called, isTeam, rules } from "./stay.js";
import { TeamTabs } from "./view.js";

const COLUMNS = ["child", "group", "count", "late", "unexpected", "amount"];
const HEAD = ["child", "group", "days", "count", "late", "unexpected", "amount"];

/** @param {{params: {month: string}}} props */
export function MonthView({ params: { month } }) {
  void version.value;
  const here = /** @type {import("../../sync/session.js").Session} */ (session.value);
  if (!isTeam(here) || !/^\d{4}-\d\d$/.test(month)) return html`<${Page} title=${t("nothing-here")} back="/lunch"><p>${t("nothing-here-text")}</p><//>`;
  const { price } = rules(here);
  const book = bookOf(here);
  const lines = linesOf(charges(here).map((item) => item.body), month, (child) => called(here, child, book));
  const total = lines.reduce((all, line) => all + line.strips, 0);
  const name = (/** @type {string} */ one) => new Intl.DateTimeFormat(language.value, { month: "long", year: "numeric", timeZone: "UTC" }).format(noon(`${one}-01`));
  const cell = (/** @type {import("./month.js").Line} */ line, /** @type {string} */ key) => ({ child: line.first, group: line.group, count: line.days.length, late: line.late || "–", unexpected: line.unexpected || "–", amount: money(line.strips * price) })[key];
  const save = () => saveTable(`${t("lunch")} ${month}`, monthTable(lines, HEAD.map((one) => t(`lunch-col-${one}`)), price));
  return html`<${Page} title=${name(month)} wide actions=${html`<${Button} kind="secondary" icon="print" onPress=${() => print()}>${t("print")}<//>`}><${TeamTabs} here=${here} />
    <nav class="row between no-print" aria-label=${t("lunch-other-month")}><a class="button quiet" href=${`/lunch/month/${monthNext(month, -1)}`}><${Icon} name="back" size=${18} />${name(monthNext(month, -1))}</a>
      <a class="button quiet" href=${`/lunch/month/${monthNext(month, 1)}`}>${name(monthNext(month, 1))}<${Icon} name="forward" size=${18} /></a></nav>
    ${lines.length ? html`<div class="stack"><p class="figures"><strong>${t("lunch-month-total", { count: total, amount: money(total * price) })}</strong></p>
      <${Table} caption=${t("lunch-month-caption", { month: name(month) })} columns=${COLUMNS.map((key) => ({ key, text: t(`lunch-col-${key}`), end: !["child", "group"].includes(key) }))} rows=${lines} rowKey=${(/** @type {any} */ line) => line.child} cell=${cell} />
      <div class="no-print"><${Button} kind="secondary" icon="file" onPress=${save}>${t("lunch-save-month")}<//></div></div>` : html`<${Empty} title=${t("lunch-month-empty")} text=${t("lunch-month-empty-text")} />`}
    <${Caterer} here=${here} /><//>`;
}

/** What the kitchen needs of this week and the next: numbers only. @param {{here: import("../../sync/session.js").Session}} props */
function Caterer({ here }) {
  void version.value;
  const today = dayOf(Date.now());
  const book = bookOf(here);
  const word = (/** @type {string} */ code) => (["day", "count"].includes(code) ? t(`lunch-col-${code}`) : t(`allergen-${code}`));
  const weeks = [today, addDays(today, 8 - weekday(today))].map((day) => catererTable(lunchWeek(here, day).map((one) => ({ day: one, eaters: eatersOf(here, one, book) })), word));
  return html`<section class="card stack after"><h2>${t("lunch-caterer")}</h2><p class="muted">${t("lunch-caterer-text")}</p>
    ${weeks.map((rows, at) => rows.length > 1 && html`<div class="stack tight" key=${at}><${Table} caption=${t(at ? "lunch-next-week" : "lunch-this-week")} columns=${rows[0].map((text, column) => ({ key: String(column), text, end: column > 0 }))} rows=${rows.slice(1)} rowKey=${(/** @type {string[]} */ row) => row[0]} cell=${(/** @type {string[]} */ row, /** @type {string} */ key) => (key === "0" ? date(noon(row[0])) : row[Number(key)])} />
      <div class="no-print"><${Button} kind="secondary" icon="file" onPress=${() => saveTable(`${t("lunch-caterer")} ${rows[1][0]}`, rows)}>${t("lunch-save-week")}<//></div></div>`)}</section>`;
}

/** @param {import("../../sync/session.js").Session} here @param {string} day @param {import("./stay.js").Book} book */
function eatersOf(here, day, book) {
  return dayList(here, day, book).map((row) => ({ child: row.child, first: "", group: "", why: row.verdict.why, there: row.there, stays: row.verdict.stays, pays: row.verdict.pays, needs: needs(row.diets) }));
}
