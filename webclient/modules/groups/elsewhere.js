/**
 * The same detail at the other schools of this account: entered once, chosen for each school apart. What is shown at a
 * school is a letter in that school, written by this person's place there; no school learns of the other.
 */
import { html } from "../../lib/htm.js";
import { CONTACT } from "../../sync/acts.js";
import { Button } from "../../ui/button.js";
import { listed, t } from "../../ui/locale.js";
import { ReaderLine } from "../../ui/readers.js";
import { sources } from "../../ui/schools.js";
import { allRunning } from "../account/schools.js";
import { inWords, peopleOf, readersOf, refsOf } from "./audience.js";
import { chooseAll, isChosen, shown } from "./choices.js";
import { contactSeats, partners } from "./contactseats.js";
import { lookOf } from "./fields.js";
import { NOBODY, ownPlaces, recipients } from "./model.js";
import { childOf, directory } from "./names.js";
import { AudiencePicker } from "./picker.js";

/** @typedef {import("./model.js").Audience} Audience */
/** @typedef {import("./model.js").Detail} Detail */
/** A place from which one shows details, but for those of the school that is shown with a child of one's own. @typedef {{here: import("../../sync/session.js").Session, box: import("../../sync/outbox.js").Outbox, school: string, seat: import("../../sync/seats.js").Seat, name: string}} Place */

/** The places of this account at its other schools, and as a contact. @returns {Place[]} */
export function placesFar() {
  return sources().flatMap(({ here, outbox: box, name, other }) => [...(other ? ownPlaces(here) : []), ...contactSeats(here)]
    .map((seat) => ({ here, box, school: name, seat, name: nameOf(here, seat, name) })));
}

/** What stands of a detail at other schools: only where something does. @param {string} field @returns {(Place & {shown: import("./choices.js").Shown})[]} */
export function standing(field) {
  if (lookOf(field).ofChild) return [];
  return placesFar().flatMap((place) => {
    const found = shown(place.here, place.seat, place.box).get(field);
    return found && (found.letter || found.coming) ? [{ ...place, shown: found }] : [];
  });
}

/** What is to be written elsewhere when a detail is saved here: where somebody was chosen, and where it stands already, though that school was not opened yet. @param {Detail} detail @param {Map<string, Audience>} chosen by place @returns {Promise<import("./choices.js").Far[]>} */
export async function choicesFar({ field, value, until }, chosen) {
  if (lookOf(field).ofChild) return [];
  await allRunning();
  return placesFar().flatMap(({ here, box, seat }) => {
    const before = shown(here, seat, box).get(field);
    const audience = value ? (chosen.get(seat.id) ?? before?.audience ?? NOBODY) : NOBODY;
    const same = before && before.value === value && before.until === until && JSON.stringify(before.audience) === JSON.stringify(audience);
    return same || (!before && !isChosen(audience)) ? [] : [{ here, box, seat, detail: { field, value, audience, until } }];
  });
}

/** Whom it is for at each of the other schools. @param {{field: string, value: string, chosen: Map<string, Audience>, onChoose: (place: string, audience: Audience) => void}} props */
export function Elsewhere({ field, value, chosen, onChoose }) {
  const places = lookOf(field).ofChild ? [] : placesFar();
  if (!places.length) return null;
  return html`<section class="elsewhere stack"><h2>${t("contact-elsewhere")}</h2><p class="muted small">${t("contact-elsewhere-hint")}</p>
    ${places.map((place) => html`<${At} key=${place.seat.id} place=${place} before=${shown(place.here, place.seat, place.box).get(field)} value=${value} chosen=${chosen.get(place.seat.id)} onChoose=${onChoose} />`)}</section>`;
}

/** @param {{place: Place, before: import("./choices.js").Shown | undefined, value: string, chosen: Audience | undefined, onChoose: (place: string, audience: Audience) => void}} props */
function At({ place: { here, seat, name, school }, before, value, chosen, onChoose }) {
  const audience = chosen ?? before?.audience ?? NOBODY;
  const to = recipients(here, seat, audience);
  const rows = seat.role === CONTACT && isChosen(audience) ? [{ name }] : readersOf(here, [...to.circles, ...to.seats.keys()], audience.groups);
  const other = before?.value && before.value !== value.trim() ? before.value : "";
  return html`<div class="at-school card stack"><${AudiencePicker} here=${here} seat=${seat} audience=${audience} until=${0} brief title=${seat.role === CONTACT ? school : name} partner=${name} change=${(/** @type {any} */ some) => onChoose(seat.id, some.audience)} />
    <p role="status"><strong>${isChosen(audience) ? t("outcome-some", { who: listed([t("outcome-you"), ...rows.map((one) => one.name)]) }) : t("contact-nobody-there")}</strong></p>
    ${other && html`<p class="small muted">${t("contact-other-value", { value: other })}</p>`}</div>`;
}

/** On the card of a detail: who reads it at other schools, and the way back for each. @param {{field: string}} props */
export function ShownElsewhere({ field }) {
  const found = standing(field);
  if (!found.length) return null;
  return html`<ul class="shown-elsewhere">${found.map((place) => html`<li key=${place.seat.id}><p class="row"><span class="tag school-tag">${place.school}</span>${place.shown.coming && html`<span class="tag care">${whoSoon(place)}</span>`}</p>
    <${ReaderLine} audience=${readersOf(place.here, refsOf(place.shown.letter), place.shown.wide)} ask=${place.shown.letter && (async () => peopleOf(place.here, /** @type {any} */ (place.shown.letter)))} />
    <p class="row"><${Button} kind="quiet" onPress=${() => takeBackAt(place, field)}>${t("contact-take-back", { school: place.school })}<//></p></li>`)}</ul>`;
}

/** Who will read it there once it is sent. @param {Place & {shown: import("./choices.js").Shown}} place */
function whoSoon({ here, seat, shown: { audience } }) {
  const to = recipients(here, seat, audience);
  return t("coming", { who: inWords(readersOf(here, [...to.circles, ...to.seats.keys()], audience.groups)) });
}

/** Show a detail at one school to nobody any more. @param {Place & {shown: Detail}} place @param {string} field */
function takeBackAt({ here, box, seat, shown: { value } }, field) {
  return chooseAll([{ here, box, seat, detail: { field, value, audience: NOBODY, until: 0 } }], t("taken-back"));
}

/** How somebody is called with whom one is a contact: the name they share, else as a parent of their school. @param {Place["here"]} here @param {string} seat @param {string} school */
export function partnerAt(here, seat, school) {
  const name = directory(here).cards.get(seat)?.get("name");
  return name ? t("contact-named", { name, school }) : t("contact-parent", { school });
}

/** A place in words: the school, whose parent one is there if there are more, or with whom one is a contact. @param {Place["here"]} here @param {Place["seat"]} seat @param {string} name of the school */
function nameOf(here, seat, name) {
  if (seat.role === CONTACT) return partners(here, seat).map((one) => partnerAt(here, one, name)).join(", ") || name;
  return [name, ...(ownPlaces(here).length > 1 ? [childOf(here, seat)?.first ?? ""] : [])].filter(Boolean).join(" · ");
}
