/** Whom a detail is for. Every box starts empty: no box is nobody; the outcome stands below in words and as a circle. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { CONTACT } from "../../sync/acts.js";
import { Around } from "../../ui/around.js";
import { Check, Field } from "../../ui/field.js";
import { date, listed, t } from "../../ui/locale.js";
import { SearchBox } from "../../ui/search.js";
import { session } from "../../ui/state.js";
import { readersOf } from "./audience.js";
import { partners, reachable } from "./contactseats.js";
import { household } from "./homes.js";
import { classmates, recipients } from "./model.js";
import { aboutOf, callOf, directory, groupsOf, teamOf } from "./names.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/seats.js").Seat} Seat */
/** @typedef {import("./model.js").Audience} Audience */
/** @typedef {import("../people/model.js").Group} Group */
/** @typedef {(some: {audience?: Audience, until?: number}) => void} Change */

const MANY = 8;

/**
 * @param {{seat: Seat, audience: Audience, until: number, change: Change, brief?: boolean, here?: Session, title?: string, partner?: string}} props `brief`: without
 *   what is rarely wanted; `here`: at the school of this session; `title`: instead of the question; `partner`: how the one is called of whom one is a contact
 */
export function AudiencePicker({ seat, audience, until, change, brief = false, here = /** @type {any} */ (session.value), title = "", partner = "" }) {
  const own = groupsOf(here, seat);
  const home = household(here);
  const set = (/** @type {Partial<Audience>} */ some) => change({ audience: { ...audience, ...some } });
  return html`<fieldset class="picker"><legend>${title || t("who-may-see")}</legend>${!title && html`<p class="muted small">${t("who-may-see-hint")}</p>`}
      ${own.map((group) => html`<${TeamCheck} key=${group.team} here=${here} group=${group} audience=${audience} set=${set} />`)}
      ${own.map((group) => html`<${GroupCheck} key=${group.group} here=${here} group=${group} audience=${audience} set=${set} />`)}
      ${own.length > 0 && html`<${People} here=${here} groups=${own} audience=${audience} set=${set} />`}
      ${(!brief || home) && html`<${Check} label=${t("pick-household")} hint=${t(home ? "pick-household-hint" : "pick-household-none")} disabled=${!home && !audience.household} checked=${Boolean(audience.household)} onChange=${(/** @type {boolean} */ on) => set({ household: on ? 1 : 0 })} />`}
      <${Contacts} here=${here} seat=${seat} partner=${partner} audience=${audience} set=${set} /></fieldset>
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

/** @typedef {{here: Session, group: Group, audience: Audience, set: (some: Partial<Audience>) => void}} GroupProps */

/** @param {GroupProps} props */
function TeamCheck({ here, group, audience, set }) {
  const names = teamOf(here, group).map((one) => one.name);
  const text = names.length ? t("pick-team-named", { who: listed(names), count: names.length, group: group.name }) : t("pick-team", { group: group.name });
  return html`<${Check} label=${text} hint=${t("pick-team-hint")} checked=${audience.teams.includes(group.team)} onChange=${() => set({ teams: toggled(audience.teams, group.team) })} />`;
}

/** The parents of a group, and under it whom of them not. @param {GroupProps} props */
function GroupCheck({ here, group, audience, set }) {
  const on = audience.groups.includes(group.group);
  const seats = seatsOf(here, [group]);
  const flip = () => set({ groups: toggled(audience.groups, group.group), others: on ? audience.others.filter((one) => !seats.includes(one)) : audience.others });
  return html`<div class="group-check"><${Check} label=${t("pick-group", { group: group.name })} hint=${t("pick-group-hint")} checked=${on} onChange=${flip} />
    ${on && html`<details class="except" open=${seats.some((one) => audience.others.includes(one))}><summary>${t("except")}</summary>
      <p class="muted small">${t("except-hint", { group: group.name })}</p>
      <${Parents} here=${here} label=${t("except")} seats=${seats} chosen=${audience.others} onToggle=${(/** @type {string} */ one) => set({ others: toggled(audience.others, one) })} /></details>`}</div>`;
}

/** @param {{here: Session, groups: Group[], audience: Audience, set: (some: Partial<Audience>) => void}} props */
function People({ here, groups, audience, set }) {
  const outside = reachable(here);
  const far = audience.people.filter((one) => outside.has(one));
  const [open, setOpen] = useState(audience.people.length > far.length);
  const flip = (/** @type {boolean} */ on) => (setOpen(on), on || set({ people: far }));
  return html`<div class="group-check"><${Check} label=${t("pick-people")} hint=${t("pick-people-hint")} checked=${open} onChange=${flip} />
    ${open && html`<div class="except"><${Parents} here=${here} label=${t("pick-people")} seats=${seatsOf(here, groups)} chosen=${audience.people} onToggle=${(/** @type {string} */ one) => set({ people: toggled(audience.people, one) })} /></div>`}</div>`;
}

/** Those whom this person let in from another school, or who let this person in. @param {{here: Session, seat: Seat, partner: string, audience: Audience, set: (some: Partial<Audience>) => void}} props */
function Contacts({ here, seat, partner, audience, set }) {
  const found = seat.role === CONTACT ? partners(here, seat) : [...reachable(here).keys()];
  if (!found.length) return null;
  const known = directory(here);
  const row = (/** @type {string} */ one) => html`<${Check} key=${one} label=${(found.length === 1 && partner) || callOf(known, one)} hint=${aboutOf(known, one)} checked=${audience.people.includes(one)} onChange=${() => set({ people: toggled(audience.people, one) })} />`;
  return seat.role === CONTACT ? found.map(row) : html`<fieldset class="picker"><legend>${t("contact-schools")}</legend>${found.map(row)}</fieldset>`;
}

/** @param {{here: Session, label: string, seats: string[], chosen: string[], onToggle: (seat: string) => void}} props */
function Parents({ here, label, seats, chosen, onToggle }) {
  const known = directory(here);
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

/** The places of other parents in groups, each once. @param {Session} here @param {Group[]} groups */
function seatsOf(here, groups) {
  const own = here.own();
  return [...new Set(groups.flatMap((group) => classmates(here, group.group).flatMap((mate) => [...mate.seats.keys()])))].filter((seat) => !own.has(seat));
}

/** @param {string[]} list @param {string} one */
function toggled(list, one) {
  return list.includes(one) ? list.filter((each) => each !== one) : [...list, one];
}
