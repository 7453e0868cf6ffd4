/** Whom a detail is for. Every box starts empty: no box is nobody; the outcome stands below in words and as a circle. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Around } from "../../ui/around.js";
import { Check, Field } from "../../ui/field.js";
import { date, listed, t } from "../../ui/locale.js";
import { SearchBox } from "../../ui/search.js";
import { session } from "../../ui/state.js";
import { readersOf } from "./audience.js";
import { household } from "./homes.js";
import { classmates, recipients } from "./model.js";
import { callOf, directory, groupsOf, teamOf } from "./names.js";

/** @typedef {import("../../sync/seats.js").Seat} Seat */
/** @typedef {import("./model.js").Audience} Audience */
/** @typedef {import("../people/model.js").Group} Group */
/** @typedef {(some: {audience?: Audience, until?: number}) => void} Change */

const MANY = 8;

/** @param {{seat: Seat, audience: Audience, until: number, change: Change, brief?: boolean}} props `brief`: without what is rarely wanted */
export function AudiencePicker({ seat, audience, until, change, brief = false }) {
  const here = /** @type {any} */ (session.value);
  const own = groupsOf(here, seat);
  const home = household(here);
  const set = (/** @type {Partial<Audience>} */ some) => change({ audience: { ...audience, ...some } });
  return html`<fieldset class="picker"><legend>${t("who-may-see")}</legend><p class="muted small">${t("who-may-see-hint")}</p>
      ${own.map((group) => html`<${TeamCheck} key=${group.team} group=${group} audience=${audience} set=${set} />`)}
      ${own.map((group) => html`<${GroupCheck} key=${group.group} group=${group} audience=${audience} set=${set} />`)}
      <${People} groups=${own} audience=${audience} set=${set} />
      ${(!brief || home) && html`<${Check} label=${t("pick-household")} hint=${t(home ? "pick-household-hint" : "pick-household-none")} disabled=${!home && !audience.household} checked=${Boolean(audience.household)} onChange=${(/** @type {boolean} */ on) => set({ household: on ? 1 : 0 })} />`}</fieldset>
    ${!brief && html`<${Until} until=${until} change=${change} />`}`;
}

/** What will be once it is saved. @param {{seat: Seat, audience: Audience, until: number}} props */
export function Outcome({ seat, audience, until }) {
  const here = /** @type {any} */ (session.value);
  const to = recipients(here, seat, audience);
  const rows = readersOf(here, [...to.circles, ...to.seats.keys()], audience.groups);
  const nobody = to.circles.size === 1 && !to.seats.size;
  const who = listed([t("outcome-you"), ...rows.map((one) => one.name)]);
  return html`<div class=${`outcome ${nobody ? "" : "open"}`} role="status"><${Around} marks=${nobody ? [] : rows.map((one) => one.mark ?? one.name)} free=${nobody ? 7 : 0} size=${88} note=${!nobody} />
    <p><strong>${nobody ? t("outcome-nobody") : t("outcome-some", { who })}</strong>${!nobody && until > 0 && html`<br />${t("until-day", { date: date(until) })}`}</p></div>`;
}

/** @typedef {{group: Group, audience: Audience, set: (some: Partial<Audience>) => void}} GroupProps */

/** @param {GroupProps} props */
function TeamCheck({ group, audience, set }) {
  const names = teamOf(/** @type {any} */ (session.value), group).map((one) => one.name);
  const text = names.length ? t("pick-team-named", { who: listed(names), count: names.length, group: group.name }) : t("pick-team", { group: group.name });
  return html`<${Check} label=${text} hint=${t("pick-team-hint")} checked=${audience.teams.includes(group.team)} onChange=${() => set({ teams: toggled(audience.teams, group.team) })} />`;
}

/** The parents of a group, and under it whom of them not. @param {GroupProps} props */
function GroupCheck({ group, audience, set }) {
  const on = audience.groups.includes(group.group);
  const seats = seatsOf([group]);
  const flip = () => set({ groups: toggled(audience.groups, group.group), others: on ? audience.others.filter((one) => !seats.includes(one)) : audience.others });
  return html`<div class="group-check"><${Check} label=${t("pick-group", { group: group.name })} hint=${t("pick-group-hint")} checked=${on} onChange=${flip} />
    ${on && html`<details class="except" open=${seats.some((one) => audience.others.includes(one))}><summary>${t("except")}</summary>
      <p class="muted small">${t("except-hint", { group: group.name })}</p>
      <${Parents} label=${t("except")} seats=${seats} chosen=${audience.others} onToggle=${(/** @type {string} */ one) => set({ others: toggled(audience.others, one) })} /></details>`}</div>`;
}

/** @param {{groups: Group[], audience: Audience, set: (some: Partial<Audience>) => void}} props */
function People({ groups, audience, set }) {
  const [open, setOpen] = useState(audience.people.length > 0);
  const flip = (/** @type {boolean} */ on) => (setOpen(on), on || set({ people: [] }));
  return html`<div class="group-check"><${Check} label=${t("pick-people")} hint=${t("pick-people-hint")} checked=${open} onChange=${flip} />
    ${open && html`<div class="except"><${Parents} label=${t("pick-people")} seats=${seatsOf(groups)} chosen=${audience.people} onToggle=${(/** @type {string} */ one) => set({ people: toggled(audience.people, one) })} /></div>`}</div>`;
}

/** @param {{label: string, seats: string[], chosen: string[], onToggle: (seat: string) => void}} props */
function Parents({ label, seats, chosen, onToggle }) {
  const known = directory(/** @type {any} */ (session.value));
  const [sought, setSought] = useState("");
  const words = sought.trim().toLowerCase();
  const rows = seats.map((seat) => ({ seat, name: callOf(known, seat), about: known.cards.get(seat)?.get("name") ? t("parent-of", { child: known.places.get(seat)?.first ?? "" }) : "" })).sort((a, b) => known.places.get(a.seat)?.first.localeCompare(known.places.get(b.seat)?.first ?? "", "nl") || a.name.localeCompare(b.name, "nl"));
  const found = rows.filter((one) => chosen.includes(one.seat) || `${one.name} ${one.about}`.toLowerCase().includes(words));
  return html`${rows.length > MANY && html`<${SearchBox} label=${t("search-class")} value=${sought} onInput=${setSought} />`}
    <fieldset class="parents" tabindex="-1"><legend class="sr-only">${label}</legend>${found.map((one) => html`<${Check} key=${one.seat} label=${one.name} hint=${one.about} checked=${chosen.includes(one.seat)} onChange=${() => onToggle(one.seat)} />`)}</fieldset>`;
}

/** @param {{until: number, change: Change}} props */
function Until({ until, change }) {
  const day = until ? new Intl.DateTimeFormat("en-CA").format(new Date(until)) : "";
  const today = new Intl.DateTimeFormat("en-CA").format(new Date());
  return html`<details open=${until > 0}><summary>${t("until-title")}</summary><${Field} label=${t("until-label")} hint=${t("until-hint")} type="date" min=${today} value=${day}
    onInput=${(/** @type {string} */ text) => change({ until: text ? Date.parse(`${text}T23:59:59`) : 0 })} /></details>`;
}

/** The places of other parents in groups, each once. @param {Group[]} groups */
function seatsOf(groups) {
  const here = /** @type {any} */ (session.value);
  const own = here.own();
  return [...new Set(groups.flatMap((group) => classmates(here, group.group).flatMap((mate) => [...mate.seats.keys()])))].filter((seat) => !own.has(seat));
}

/** @param {string[]} list @param {string} one */
function toggled(list, one) {
  return list.includes(one) ? list.filter((each) => each !== one) : [...list, one];
}
