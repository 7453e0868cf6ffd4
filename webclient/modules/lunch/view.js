/** Lunch: for parents each child's week, the card and the rules; for teachers who stays; for the team the way to its lists. */
import { html } from "../../lib/htm.js";
import { ButtonLink } from "../../ui/button.js";
import { t, when } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { SchoolTag } from "../../ui/schools.js";
import { session, version } from "../../ui/state.js";
import { Banner, Empty } from "../../ui/status.js";
import { Tabs } from "../../ui/tabs.js";
import { dayOf } from "../../sync/zone.js";
import { groups, lunchCircle, ownChildren } from "../people/model.js";
import { Accept } from "./accept.js";
import { CardPicture } from "./cardpicture.js";
import { ChildLunch } from "./childlunch.js";
import { alarms, dayList } from "./daylist.js";
import { onDuty, ownDuties } from "./duties.js";
import { isTeam, rules } from "./stay.js";

/** @typedef {import("../../sync/session.js").Session} Session */

export function LunchView() {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const own = ownChildren(here);
  const began = Boolean(lunchCircle(here)) && rules(here).version > 0;
  return html`<${Page} title=${t("lunch")} wide><${TeamTabs} here=${here} />
    <div class="stack"><${LunchAlarms} here=${here} /><${Duty} here=${here} />
    ${began ? html`<${Today} here=${here} />${own.length > 0 && html`<${Accept} here=${here} /><${CardPicture} here=${here} />`}
        ${own.map((child) => html`<${ChildLunch} key=${child.circle} here=${here} child=${child} />`)}
        ${own.length > 0 && html`<p><${ButtonLink} href="/lunch/help" kind="quiet">${t("lunch-help-offer")}<//></p>`}`
      : html`<${NotBegun} here=${here} />`}</div><//>`;
}

/** The lists of the lunch team, each with an address. @param {{here: Session}} props */
export function TeamTabs({ here }) {
  void version.value;
  if (!isTeam(here)) return null;
  const today = dayOf(Date.now());
  const tabs = [["day", `/lunch/day/${today}`], ["month", `/lunch/month/${today.slice(0, 7)}`], ["cards", "/lunch/cards"], ["duty", "/lunch/duty"], ["rules", "/lunch/rules"]];
  return html`<${Tabs} label=${t("lunch")} tabs=${tabs.map(([name, href]) => ({ text: t(`lunch-tab-${name}`), href }))} />`;
}

/** The children that are missed at lunch now, for whoever was told. @param {{here: Session, of?: import("../../ui/schools.js").Source}} props */
export function LunchAlarms({ here, of }) {
  void version.value;
  return html`${alarms(here, dayOf(Date.now())).map((item) => html`<${Banner} key=${item.id} kind="stop"><p><strong>${t("lunch-missed-title", { name: item.body.first })}</strong> <${SchoolTag} of=${of} /><br />${t("lunch-missed-text", { name: item.body.first, when: when(item.body.raised) })}</p><//>`)}`;
}

/** @param {{here: Session}} props */
function Duty({ here }) {
  void version.value;
  const now = Date.now();
  const [next] = ownDuties(here, now);
  if (!next) return null;
  return html`<${Banner} kind="good"><p>${t(onDuty(here, now) ? "lunch-duty-now" : "lunch-duty-next", { day: when(Date.parse(`${next.body.day}T12:00:00Z`)), from: next.body.from, until: next.body.until })}</p>
    <${ButtonLink} kind="secondary" href="/lunch/help">${t("look")}<//><//>`;
}

/** Who stays today: the number for the team, the names of their own class for teachers. @param {{here: Session}} props */
function Today({ here }) {
  void version.value;
  const today = dayOf(Date.now());
  const team = here.roles().has("teacher");
  const rows = dayList(here, today).filter((row) => row.verdict.stays || row.there);
  if (isTeam(here)) return html`<section class="card row between"><h2>${t("lunch-today-count", { count: rows.length })}</h2><${ButtonLink} href=${`/lunch/day/${today}`}>${t("lunch-open-list")}<//></section>`;
  if (!team) return null;
  const mine = new Set(groups(here).filter((group) => here.seat({ circle: group.register })).map((group) => group.name));
  const shown = rows.filter((row) => row.group.split(", ").some((name) => mine.has(name)));
  return html`<section class="card stack"><h2>${t("lunch-today-class")}</h2>
    ${shown.length ? html`<ul class="stayers">${shown.map((row) => html`<li key=${row.child}>${row.first}${mine.size > 1 && html` <span class="muted">${row.group}</span>`}</li>`)}</ul>` : html`<p class="muted">${t("lunch-today-nobody")}</p>`}</section>`;
}

/** @param {{here: Session}} props */
function NotBegun({ here }) {
  void version.value;
  const office = here.roles().has("office");
  return html`<${Empty} title=${t("lunch-not-begun")} text=${t(office ? "lunch-not-begun-office" : "lunch-not-begun-text")}>
    ${office && html`<${ButtonLink} href="/lunch/rules" big>${t("lunch-begin")}<//>`}<//>`;
}
