/** The schools of this account as a screen reads them: the one that is shown, and those beside it, whose things bear their name. */
import { html } from "../lib/htm.js";
import { Icon } from "./icon.js";
import { errorText, t, when } from "./locale.js";
import { addressAt } from "./router.js";
import { beside, modules, outbox, school, session, shown, uploads, version } from "./state.js";
import { Banner } from "./status.js";

/** `other`: it is beside the one that is shown. @typedef {{here: import("../sync/session.js").Session, outbox: import("../sync/outbox.js").Outbox, uploads: import("../sync/uploads.js").Uploads, host: string, name: string, other: boolean}} Source */

/** All schools, the one that is shown first. @returns {Source[]} */
export function sources() {
  void version.value;
  const [here, box, queue] = [session.value, outbox.value, uploads.value];
  if (!here || !box || !queue) return [];
  return [{ here, outbox: box, uploads: queue, host: shown.value, name: school.value?.name ?? "", other: false },
    ...beside.value.map((one) => ({ here: one.session, outbox: one.outbox, uploads: one.uploads, host: one.host, name: one.name, other: true }))];
}

/** What is new in a module of all schools together. @param {any} place @param {Source[]} [all] */
export function countOf(place, all = sources()) {
  return place.count ? all.reduce((sum, { here }, at) => sum + place.count(here, all.slice(0, at).map((one) => one.here)), 0) : 0;
}

/** What is new at one school, in all modules. @param {Source} of */
export function countAt(of) {
  return modules.value.reduce((sum, place) => sum + countOf(place, [of]), 0);
}

/** What is new in this module at the other schools, each with the way there. @param {{place: any}} props */
export function NewBeside({ place }) {
  const found = sources().filter((of) => of.other).map((of) => ({ of, count: countOf(place, [of]) })).filter((one) => one.count);
  return found.length ? html`<ul class="new-beside page-note no-print">${found.map(({ of, count }) => html`<li key=${of.host}><a href=${hrefAt(of, place.href)}><span class="tag school-tag">${of.name}</span> ${t("two-new", { count })}</a></li>`)}</ul>` : null;
}

/** The address of a thing of a school, from wherever one is. @param {Source | undefined} of @param {string} href @returns {string} */
export function hrefAt(of, href) {
  return of?.other ? addressAt(of.host, href) : href;
}

/** Of which other school it is; of the one that is shown nothing is said. @param {{of: Source | undefined}} props */
export function SchoolTag({ of }) {
  return of?.other ? html`<span class="tag school-tag">${of.name}</span>` : null;
}

/** That a server was caught in a lie: on every screen, and of which school where there are more. */
export function Lies() {
  const all = sources();
  return html`${all.filter(({ here }) => here.lie).map(({ here, host, name }) => html`<div key=${host} class="page-note"><${Banner} kind="stop"><${Icon} name="alert" /><p>${all.length > 1 && html`<strong>${name}</strong><br />`}${errorText({ code: here.lie })}</p><//></div>`)}`;
}

/** How old what is shown of a school is that does not answer now: no error, it comes by itself. */
export function SilentSchools() {
  const silent = sources().filter(({ here }) => here.silent);
  return silent.length ? html`<ul class="silent-schools muted small">${silent.map((one) => html`<li key=${one.host}>${saidOf(one)}</li>`)}</ul>` : null;
}

/** @param {Source} one */
function saidOf({ here, name, outbox: { waiting } }) {
  const age = here.synced ? t("two-silent", { school: name, when: when(here.synced) }) : t("two-never", { school: name });
  return waiting.length ? `${age} ${t("two-silent-waiting", { count: waiting.length })}` : age;
}
