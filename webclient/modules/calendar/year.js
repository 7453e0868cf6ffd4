/** The year in draft: the office plans it, takes the region's holidays into it, and publishes all of it at once. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { signal } from "../../lib/signals.js";
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { Chips } from "../../ui/field.js";
import { List } from "../../ui/list.js";
import { listed, t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { outbox, session, version } from "../../ui/state.js";
import { Banner, Empty, Progress } from "../../ui/status.js";
import { calendars, nameOf } from "./calendars.js";
import { HOLIDAYS, REGIONS } from "./holidays.js";
import { monthTitle, span } from "./when.js";
import { newYear } from "./writing.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */

/** How many are on their way into the calendars; 0: none. */
const publishing = signal(0);

export function YearView() {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  if (!here.roles().has("office")) return html`<${Page} title=${t("calendar-gone")} back="/calendar"><p>${t("calendar-gone-text")}</p><//>`;
  const drafts = here.replica.ofKind("draft").sort((a, b) => (a.body.day < b.body.day ? -1 : 1));
  const going = (outbox.value?.waiting ?? []).some((one) => one.type === "calendar.publish");
  const publish = async () => {
    publishing.value = drafts.length;
    await carryOut("calendar.publish", newYear(here), { done: t("calendar-publishing", { count: drafts.length }) });
  };
  return html`<${Page} title=${t("calendar-year")} back="/calendar" actions=${html`<${ButtonLink} href="/calendar/year/new" icon="plus" kind="secondary">${t("calendar-draft-new")}<//>`}><div class="stack">
    <${Banner}><p>${t("calendar-year-text")}</p><//><${Region} here=${here} drafts=${drafts} />
    ${drafts.length ? html`<${Months} here=${here} drafts=${drafts} />` : html`<${Empty} title=${t("calendar-year-empty")} text=${t("calendar-year-empty-text")} />`}
    ${going && html`<${Progress} done=${publishing.value - drafts.length} total=${publishing.value} label=${t("calendar-published-part", { done: publishing.value - drafts.length, total: publishing.value })} />`}
    ${drafts.length > 0 && !going && html`<${Button} big onPress=${publish}>${t("calendar-publish", { count: drafts.length })}<//>`}</div><//>`;
}

/** @param {{here: Session, drafts: Item[]}} props */
function Months({ here, drafts }) {
  const months = [...new Set(drafts.map((item) => item.body.day.slice(0, 7)))];
  const drop = (/** @type {Item} */ item) => outbox.value?.add("calendar.undraft", { draft: item.id });
  return html`${months.map((month) => html`<section key=${month} class="stack"><h2>${monthTitle(month)}</h2><${List} label=${monthTitle(month)}>
    ${drafts.filter((item) => item.body.day.startsWith(month)).map((item) => html`<li key=${item.id}><div class="item"><a class="words" href=${`/calendar/year/${item.id}`}><span class="title">${item.body.title}</span>
      <span class="about">${span({ until: "", start: "", end: "", .../** @type {any} */ (item.body) })} · ${listed(item.body.calendars.map((/** @type {string} */ circle) => nameOf(here, circle)))}</span></a>
      <${Button} kind="quiet" icon="bin" onPress=${() => drop(item)}><span class="sr-only">${t("calendar-drop", { title: item.body.title })}</span><//></div></li>`)}<//></section>`)}`;
}

/** The holidays of a region, in one tap; those that are there already are passed over. @param {{here: Session, drafts: Item[]}} props */
function Region({ here, drafts }) {
  const [region, setRegion] = useState(/** @type {import("./holidays.js").Region} */ ("midden"));
  const school = calendars(here).find((one) => one.sort === "school");
  const there = new Set([...drafts, ...here.replica.ofKind("event")].filter((item) => item.body.category === "free").map((item) => item.body.day));
  const missing = HOLIDAYS[region].filter((one) => !there.has(one.day));
  const take = async () => {
    const bodies = missing.map(({ name, day, until }) => [b64(fresh(16)), { title: t(`holiday-${name}`), category: "free", day, until, public: 1, calendars: [school?.circle], version: 0 }]);
    await carryOut("calendar.drafts", { bodies }, { done: t("calendar-holidays-taken") });
  };
  if (!school) return null;
  return html`<section class="card stack"><${Chips} label=${t("calendar-region")} options=${REGIONS.map((value) => ({ value, text: t(`region-${value}`) }))} chosen=${[region]} onToggle=${setRegion} />
    ${missing.length ? html`<${Button} kind="secondary" onPress=${take}>${t("calendar-holidays-take", { count: missing.length })}<//>` : html`<p class="muted">${t("calendar-holidays-there")}</p>`}</section>`;
}
