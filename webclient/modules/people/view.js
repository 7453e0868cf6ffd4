/** People, for the office: who has joined, the roster, letters on paper, staff. */
import { html } from "../../lib/htm.js";
import { useEffect, useState } from "../../lib/hooks.js";
import { fingerprint } from "../../crypto/root.js";
import { Avatar } from "../../ui/avatar.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { Chips, Field } from "../../ui/field.js";
import { ListItem } from "../../ui/list.js";
import { date, loadOther, t, tIn } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { Qr } from "../../ui/qr.js";
import { path } from "../../ui/router.js";
import { SearchBox } from "../../ui/search.js";
import { school, session, toast, version } from "../../ui/state.js";
import { Banner, Empty, ErrorNote, Ring } from "../../ui/status.js";
import { endAdult } from "./adults.js";
import { findChildren } from "./child.js";
import { groups, inviteStaff, letters } from "./model.js";
import { endSeat, reissue } from "./places.js";
import { doSoon, isSoon } from "./soon.js";

/** As many as anybody reads through. */
const FOUND = 30;
const TABS = [["people", "/people"], ["import", "/people/import"], ["letters", "/people/letters"], ["staff", "/people/staff"], ["renewal", "/people/renewal"], ["schools", "/people/schools"], ["moving", "/moving"]];

export function Tabs() {
  return html`<nav class="tabs" aria-label=${t("people")}>${TABS.map(([name, href]) => html`<a key=${href} href=${href} aria-current=${path.value === href ? "page" : undefined}>${t(`tab-${name}`)}</a>`)}</nav>`;
}

export function PeopleView() {
  void version.value;
  const here = /** @type {any} */ (session.value);
  const all = letters(here);
  const [group, setGroup] = useState("");
  const [sought, setSought] = useState("");
  const shown = all.filter((one) => group && one.group.split(", ").includes(group));
  return html`<${Page} title=${t("people")} wide><${Tabs} />
    ${all.length > 0 && html`<${SearchBox} label=${t("search-child")} value=${sought} onInput=${setSought} />`}
    ${sought.trim() ? html`<${Found} sought=${sought} />` : all.length ? html`<div class="groups">${groups(here).map((one) => html`<${GroupCard} key=${one.group} name=${one.name} rows=${all} onOpen=${() => setGroup(one.name)} />`)}</div>`
      : html`<${Empty} title=${t("people-empty")} text=${t("people-empty-text")}><${ButtonLink} href="/people/import">${t("tab-import")}<//><//>`}
    ${group && !sought.trim() && html`<section class="stack"><h2>${t("group-people", { group })}</h2><${Rows} rows=${shown} /></section>`}<//>`;
}

/** @param {{sought: string}} props */
function Found({ sought }) {
  const found = findChildren(/** @type {any} */ (session.value), sought);
  if (!found.length) return html`<p role="status" class="found">${t("search-child-none")}</p>`;
  return html`<ul class="list found">${found.slice(0, FOUND).map((one) => html`<${ListItem} key=${one.number} href=${childHref(one.number)} mark=${one.name} tone=${one.tone} title=${one.name}
    about=${[t("group-people", { group: one.groups }), ...one.adults].join(" · ")} aside=${one.protected && html`<span class="tag stop">${t("protected")}</span>`} />`)}</ul>`;
}

/** @param {string} number */
function childHref(number) {
  return `/people/child/${encodeURIComponent(number)}`;
}

/** @param {{name: string, rows: any[], onOpen: () => void}} props */
function GroupCard({ name, rows, onOpen }) {
  const guardians = rows.filter((one) => one.number && one.group.split(", ").includes(name));
  const families = new Set(guardians.map((one) => one.child));
  const joined = new Set(guardians.filter((one) => one.state === "joined").map((one) => one.child));
  return html`<article class="card group-card"><${Avatar} name=${name} /><div class="stack"><h3>${t("group-people", { group: name })}</h3>
    <${Ring} part=${joined.size} whole=${families.size} label=${t("families-joined", { done: joined.size, of: families.size })} />
    <${Button} kind="quiet" onPress=${onOpen}>${t("show-all")}<//></div></article>`;
}

/** @param {{rows: any[]}} props */
export function Rows({ rows }) {
  const about = rows.some((one) => one.number || one.group);
  return html`<table class="table"><thead><tr><th>${t("name")}</th>${about && html`<th>${t("child")}</th>`}<th>${t("state")}</th><th><span class="sr-only">${t("options")}</span></th></tr></thead>
    <tbody>${rows.map((one) => html`<${Row} key=${one.seat} one=${one} about=${about} />`)}</tbody></table>`;
}

/** @param {{one: any, about: boolean}} props `about`: whether it has a child or groups beside the name */
function Row({ one, about }) {
  const here = /** @type {any} */ (session.value);
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const over = () => (one.number ? endAdult(here, one.number, one.key) : endSeat(here, one.seat));
  const withdraw = () => over().then(() => toast(t("letter-withdrawn")), setError);
  const end = () => doSoon("end", { on: one.seat, number: one.number ?? "", key: one.key ?? "" }, `${t("end-place")}: ${one.name}`, t("place-ended"));
  const own = here.replica.trust.seats.get(one.seat)?.person === here.person;
  const again = () => reissue(here, one).then(() => toast(t("letter-reissued")), setError);
  return html`<tr><td><strong>${one.name}</strong></td>${about && html`<td>${one.number ? html`<a href=${childHref(one.number)}>${one.child}</a>` : one.group}</td>`}
    <td><span class=${`tag ${one.state === "joined" ? "good" : one.state === "open" ? "" : "care"}`}>${t(`letter-${one.state}`)}</span></td>
    <td>${one.state === "open" && html`<${Button} kind="quiet" onPress=${withdraw}>${t("withdraw")}<//>`}
      ${one.state === "joined" && !own && !isSoon("end", one.seat) && html`<${Button} kind="quiet" onPress=${end}>${t("end-place")}<//>`}
      ${one.state !== "joined" && one.state !== "ended" && !one.protected && html`<${Button} kind="quiet" onPress=${again}>${t("reissue")}<//>`}<${ErrorNote} error=${error} /></td></tr>`;
}

export function LettersView() {
  void version.value;
  const here = /** @type {any} */ (session.value);
  const open = letters(here).filter((one) => one.state === "open");
  const names = [...new Set(open.flatMap((one) => one.group.split(", ").filter(Boolean)))].sort();
  const [chosen, setChosen] = useState(/** @type {string[]} */ ([]));
  const [other, setOther] = useState("");
  useEffect(() => void loadOther().then(setOther), []);
  const shown = open.filter((one) => chosen.some((name) => one.group.split(", ").includes(name) || (name === "" && !one.group)));
  const toggle = (/** @type {string} */ name) => setChosen(chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name]);
  const options = [...names.map((name) => ({ value: name, text: name })), ...(open.some((one) => !one.group) ? [{ value: "", text: t("tab-staff") }] : [])];
  return html`<${Page} title=${t("tab-letters")} wide><div class="no-print stack"><${Tabs} />
      ${open.length ? html`<p>${t("letters-why", { count: open.length })}</p><${Chips} label=${t("letters-which")} options=${options} chosen=${chosen} onToggle=${toggle} />
        ${shown.length > 0 && html`<${Button} icon="print" onPress=${() => print()}>${t("letters-print", { count: shown.length })}<//>`}`
        : html`<${Empty} title=${t("letters-empty")} text=${t("letters-empty-text")} />`}</div>
    <div class="stack">${shown.map((one) => html`<${Letter} key=${one.seat} one=${one} root=${here.root} other=${other} />`)}</div><//>`;
}

/** One letter as it comes out of the printer, in both languages. @param {{one: any, root: Uint8Array, other: string}} props */
export function Letter({ one, root, other }) {
  const address = `${one.home ? `${location.protocol}//${one.home}` : location.origin}/join#${one.token.replaceAll(" ", "")}`;
  return html`<article class="letter"><p>${school.value?.name}</p><h2>${t("letter-title")}</h2>
    <p><strong>${one.child ? t("letter-for-child", { name: one.name, child: one.child, group: one.group }) : t("letter-for-staff", { name: one.name })}</strong></p>
    <p>${t(one.home ? "board-letter-why" : "letter-why")}</p><p>${t("letter-how", { address: one.home || location.host })}</p>
    <div class="carry"><${Qr} text=${address} label=${t("qr-label")} /><p class="code">${one.token}</p></div>
    <p><strong>${t("letter-deadline", { date: date(one.deadline) })}</strong></p>
    <p class="small">${t("fingerprint")} <span class="figures">${fingerprint(root)}</span><br />${t("letter-lost")}</p>
    ${other && html`<p class="second" lang=${other}><strong>${tIn(other, "letter-title")}</strong><br />${[one.home ? "board-letter-why" : "letter-why", "letter-how", "letter-deadline", "letter-lost"].map((key) => tIn(other, key, { address: one.home || location.host, date: date(one.deadline) })).join(" ")} ${one.token}</p>`}</article>`;
}

export function StaffView() {
  void version.value;
  const here = /** @type {any} */ (session.value);
  const [draft, setDraft] = useState({ name: "", role: "teacher", days: "", groups: /** @type {string[]} */ ([]) });
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const rows = letters(here).filter((one) => !one.number && one.role !== "board");
  const add = async (/** @type {Event} */ event) => {
    event.preventDefault();
    try {
      await inviteStaff(here, draft);
      setDraft({ name: "", role: "teacher", days: "", groups: [] });
      toast(t("staff-added"));
    } catch (problem) {
      setError(problem);
    }
  };
  const toggle = (/** @type {string} */ name) => setDraft({ ...draft, groups: draft.groups.includes(name) ? draft.groups.filter((one) => one !== name) : [...draft.groups, name] });
  const roles = ["teacher", "office", "lunch"].map((role) => ({ value: role, text: t(`role-${role}`) }));
  return html`<${Page} title=${t("tab-staff")} wide><${Tabs} /><form class="card stack" onSubmit=${add}><h2>${t("staff-add")}</h2><${ErrorNote} error=${error} />
      <${Field} label=${t("staff-name")} value=${draft.name} onInput=${(/** @type {string} */ name) => setDraft({ ...draft, name })} required />
      <${Chips} label=${t("staff-role")} options=${roles} chosen=${[draft.role]} onToggle=${(/** @type {string} */ role) => setDraft({ ...draft, role })} />
      ${draft.role === "teacher" && html`<${Chips} label=${t("staff-groups")} options=${groups(here).map((one) => ({ value: one.name, text: one.name }))} chosen=${draft.groups} onToggle=${toggle} />`}
      <${Field} label=${t("staff-days")} hint=${t("staff-days-hint")} value=${draft.days} onInput=${(/** @type {string} */ days) => setDraft({ ...draft, days })} />
      <${Button} type="submit">${t("staff-verb")}<//></form>
    ${rows.length > 0 ? html`<${Rows} rows=${rows} />` : html`<${Banner}><p>${t("staff-empty")}</p><//>`}<//>`;
}
