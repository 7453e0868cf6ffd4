/** What came along from another school: for the office and the team with what can be said of it, for the family what was taken in. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Attached } from "../../ui/attached.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { language, listed, t } from "../../ui/locale.js";
import { toast, version } from "../../ui/state.js";
import { Banner, ErrorNote } from "../../ui/status.js";
import { noon } from "../absences/days.js";
import { children } from "../people/model.js";
import { brought, dossiers, FALSE, takeIn } from "./handing.js";
import { TakeInFile } from "./infile.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */

const TONES = /** @type {Record<string, string>} */ ({ confirmed: "good", unknown: "care", other: "care", own: "", false: "stop" });

/** @param {{here: Session}} props */
export function Dossiers({ here }) {
  void version.value;
  const names = new Map(children(here).map((one) => [one.circle, one.first]));
  const own = here.own();
  const found = dossiers(here).filter((one) => names.has(one.item.body.child) && !own.has(one.item.head.seat));
  const taken = [...names.keys()].flatMap((child) => brought(here, child));
  return html`${found.length > 0 && html`<section class="stack"><h2>${t("move-came")}</h2>${found.map((one) => html`<${One} key=${one.item.id} here=${here} one=${one} first=${names.get(one.item.body.child) ?? ""} isIn=${taken.some((each) => each.body.dossier === one.item.id)} />`)}</section>`}
    ${taken.length > 0 && html`<section class="stack"><h2>${t("move-brought")}</h2>${taken.map((item) => html`<${Brought} key=${item.id} item=${item} first=${names.get(item.circle) ?? ""} />`)}</section>`}
    <${TakeInFile} here=${here} />`;
}

/** What can be said of it. @param {{state: string, school: string}} props */
function State({ state, school }) {
  return html`<span class=${`tag ${TONES[state] ?? "stop"}`}>${t(`move-state-${state}`, { school })}</span>`;
}

/** @param {{here: Session, one: import("./handing.js").Dossier, first: string, isIn: boolean}} props */
function One({ here, one, first, isIn }) {
  void version.value;
  const [error, setError] = useState(/** @type {unknown} */ (null));
  if (one.state === FALSE) return html`<article class="card stack"><h3>${first}</h3><${Banner} kind="stop"><p>${t("move-false")}</p><//></article>`;
  const { dossier, school } = one.body;
  const take = async () => {
    try {
      await takeIn(here, one, t("move-book", { school: school.name }));
      toast(t("move-taken", { child: first }));
    } catch (problem) {
      setError(problem);
    }
  };
  return html`<article class="card stack"><h3>${[dossier.first, dossier.particle, dossier.last].filter(Boolean).join(" ")}</h3><p><${State} state=${one.state} school=${school.name} /></p>
    <dl class="moving-facts"><${Fact} name="born" text=${dossier.born && dayOf(dossier.born)} /><${Fact} name="first-day" text=${dayOf(dossier.first_day)} /><${Fact} name="groups" text=${dossier.groups.join(", ")} />
      <${Fact} name="contact" text=${contactOf(dossier.contact)} /><${Fact} name="absences" text=${countsOf(dossier.absences)} /><${Fact} name="allergies" text=${allergiesOf(dossier.allergies)} />
      <${Fact} name="talks" text=${dossier.talks?.length ? String(dossier.talks.length) : ""} /><${Fact} name="book" text=${dossier.book?.length ? String(dossier.book.length) : ""} /></dl>
    <${ErrorNote} error=${error} />${isIn ? html`<p class="muted">${t("move-is-in", { child: first })}</p>` : html`<p>${t("move-take-why", { child: first })}</p><p class="row"><${Button} onPress=${take}>${t("move-take", { child: first })}<//></p>`}</article>`;
}

/** @param {{name: string, text: string}} props */
function Fact({ name, text }) {
  return text ? html`<div><dt>${t(`move-fact-${name}`)}</dt><dd>${text}</dd></div>` : null;
}

/** @param {{item: Item, first: string}} props */
function Brought({ item, first }) {
  const { from, state, talks, absences, book } = item.body;
  return html`<article class="card stack"><h3>${first} · ${from.name || from.host}</h3><p><${State} state=${state} school=${from.name || from.host} /></p>
    ${countsOf(absences) && html`<p>${t("move-fact-absences")}: ${countsOf(absences)}</p>`}
    ${talks.map((/** @type {any} */ one, /** @type {number} */ at) => html`<section key=${at} class="stack"><h4>${dayOf(one.day)}</h4><p class="moving-text">${one.text}</p><${Attached} parts=${one.files} /></section>`)}
    ${book && html`<p class="row"><${ButtonLink} kind="secondary" icon="book" href=${`/bookshelf/in/${book}`}>${t("move-open-book")}<//></p>`}</article>`;
}

/** A day with its year. @param {string} day */
function dayOf(day) {
  return new Intl.DateTimeFormat(language.value, { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" }).format(noon(day));
}

/** @param {Record<string, any> | undefined} contact */
function contactOf(contact) {
  if (!contact) return "";
  const address = [contact.address?.street, contact.address?.number, contact.address?.postcode, contact.address?.city].filter(Boolean).join(" ");
  return [contact.name, contact.relation, contact.phone, contact.email, address].filter(Boolean).join(", ");
}

/** @param {Record<string, Record<string, number>> | undefined} absences */
function countsOf(absences = {}) {
  return Object.entries(absences).map(([year, counts]) => `${year}: ${listed(Object.entries(counts).map(([reason, count]) => `${count} × ${t(`reason-${reason}`)}`))}`).join("; ");
}

/** @param {Record<string, any>[] | undefined} told */
function allergiesOf(told = []) {
  return told.flatMap((one) => [...(one.allergens ?? []).map((/** @type {string} */ code) => t(`allergen-${code}`)), one.allergies, one.medication, one.doctor, one.note]).filter(Boolean).join(", ");
}
