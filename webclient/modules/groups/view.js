/** Groups: the classes of one's children with what their parents show, the team, and birthdays. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Avatar } from "../../ui/avatar.js";
import { ButtonLink } from "../../ui/button.js";
import { language, listed, t } from "../../ui/locale.js";
import { List, ListItem } from "../../ui/list.js";
import { Page } from "../../ui/page.js";
import { Portrait } from "../../ui/portrait.js";
import { SearchBox } from "../../ui/search.js";
import { session, version } from "../../ui/state.js";
import { Empty } from "../../ui/status.js";
import { Tabs } from "../../ui/tabs.js";
import { groups } from "../people/model.js";
import { AcrossLink } from "./acrossview.js";
import { byMonth } from "./birthdays.js";
import { FamilyCard } from "./card.js";
import { count, families } from "./classlist.js";
import { ClassParents } from "./classparents.js";
import { ownPlaces } from "./model.js";
import { teamOf } from "./names.js";
import { Summary } from "./summary.js";

/** @typedef {import("../people/model.js").Group} Group */
const MANY = 8;

export function GroupsView() {
  void version.value;
  const here = /** @type {import("../../sync/session.js").Session} */ (session.value);
  const found = groups(here);
  const about = (/** @type {Group} */ group) => [t("children-count", { count: count(here, group) }), listed(teamOf(here, group).map((one) => one.name))].filter(Boolean).join(" · ");
  return html`<${Page} title=${t("groups")}><div class="stack">
    ${ownPlaces(here).length > 0 && html`<${Summary} />`}<${AcrossLink} />
    ${found.length ? html`<${List} label=${t("groups")}>${found.map((group) => html`<${ListItem} key=${group.group} title=${t("group-people", { group: group.name })} about=${about(group)} href=${`/groups/${group.group}`} mark=${group.name} />`)}<//>`
      : html`<${Empty} title=${t("groups-empty")} text=${t("groups-empty-text")} />`}</div><//>`;
}

/** @param {{params: Record<string, string>}} props */
export function GroupView({ params }) {
  void version.value;
  const here = /** @type {any} */ (session.value);
  const [sought, setSought] = useState("");
  const group = groups(here).find((one) => one.group === params.id);
  if (!group) return html`<${Gone} />`;
  const all = families(here, group);
  const words = sought.trim().toLowerCase();
  const shown = all.filter((one) => [one.name, ...one.adults.map((adult) => adult.name)].join(" ").toLowerCase().includes(words));
  return html`<${GroupPage} group=${group}><div class="stack"><${Team} group=${group} />
    ${all.length > MANY && html`<${SearchBox} label=${t("search-class")} value=${sought} onInput=${setSought} />`}
    <ul class="list class">${shown.map((one) => html`<li key=${one.child}><${FamilyCard} family=${one} group=${group.name} /></li>`)}</ul>
    <${ClassParents} group=${group} />
    ${!here.replica.circles.get(group.register)?.reads && html`<p class="muted small">${t("class-why")}</p>`}</div><//>`;
}

/** @param {{params: Record<string, string>}} props */
export function BirthdaysView({ params }) {
  void version.value;
  const here = /** @type {any} */ (session.value);
  const group = groups(here).find((one) => one.group === params.id);
  if (!group) return html`<${Gone} />`;
  const born = families(here, group).map((one) => ({ first: one.first, child: one.child, born: one.card.get("birthday") ?? "", face: one.card.get("face") }));
  const months = byMonth(born, new Date());
  const monthName = (/** @type {number} */ month) => new Intl.DateTimeFormat(language.value, { month: "long", timeZone: "UTC" }).format(Date.UTC(2024, month - 1, 15));
  return html`<${GroupPage} group=${group}>${months.length ? html`<div class="stack">${months.map(({ month, birthdays }) => html`<section class="card" key=${month}><h2 class="month">${monthName(month)}</h2>
      <ul class="birthdays">${birthdays.map((one) => html`<li key=${`${one.first} ${one.day}`}><span class="day figures">${one.day}</span><${Portrait} value=${/** @type {any} */ (one).face} name=${one.first} tone=${/** @type {any} */ (one).child} /><strong>${one.first}</strong><span class="muted">${t("turns", { age: one.turns })}</span></li>`)}</ul></section>`)}</div>`
    : html`<${Empty} title=${t("birthdays-empty")} text=${t("birthdays-empty-text")}>${ownPlaces(here).length > 0 && html`<${ButtonLink} kind="secondary" href="/groups/share">${t("what-i-share")}<//>`}<//>`}<//>`;
}

/** The frame of a group's screens: its tabs are those this person has. @param {{group: Group, children?: any, wide?: boolean}} props */
export function GroupPage({ group, children, wide = false }) {
  const here = /** @type {any} */ (session.value);
  const tabs = [{ text: t("tab-class"), href: `/groups/${group.group}` }, { text: t("tab-birthdays"), href: `/groups/${group.group}/birthdays` }];
  if (here.replica.circles.get(group.register)?.reads) tabs.push({ text: t("tab-emergency"), href: `/groups/${group.group}/emergency` }, { text: t("consents"), href: `/groups/${group.group}/consents` });
  return html`<${Page} title=${t("group-people", { group: group.name })} back="/groups" wide=${wide}><${Tabs} label=${t("group-people", { group: group.name })} tabs=${tabs} />${children}<//>`;
}

export function Gone() {
  return html`<${Page} title=${t("group-gone")} back="/groups"><p>${t("group-gone-text")}</p><//>`;
}

/** Who teaches here, and on which days. @param {{group: Group}} props */
function Team({ group }) {
  const team = teamOf(/** @type {any} */ (session.value), group);
  if (!team.length) return null;
  return html`<section class="team" aria-label=${t("audience-team", { group: group.name })}>${team.map((one) => html`<div class="row" key=${one.seat}><${Avatar} name=${one.name} large />
    <span><strong>${one.name}</strong><br /><span class="muted small">${[t("teacher-of", { group: group.name }), one.days].filter(Boolean).join(" · ")}</span></span></div>`)}</section>`;
}
