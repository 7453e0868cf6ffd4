/** What I share: each detail with who can read it, for each child apart; what is empty stands below, closed. */
import { html } from "../../lib/htm.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { Icon } from "../../ui/icon.js";
import { date, language, t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { Portrait } from "../../ui/portrait.js";
import { ReaderLine } from "../../ui/readers.js";
import { session, version } from "../../ui/state.js";
import { Empty } from "../../ui/status.js";
import { Tabs } from "../../ui/tabs.js";
import { inWords, peopleOf, readersOf, refsOf } from "./audience.js";
import { isChosen, shown, takeBack } from "./choices.js";
import { ShownElsewhere } from "./elsewhere.js";
import { ASKED, isPicture, labelOf, lookOf, OTHER_SCHOOL, rank, shownValue } from "./fields.js";
import { mayKnowOthers } from "./acrossview.js";
import { household } from "./homes.js";
import { ownPlaces, recipients } from "./model.js";
import { childOf } from "./names.js";
import { OtherSchool } from "./otherschool.js";

/** @typedef {import("../../sync/seats.js").Seat} Seat */
/** @typedef {import("./choices.js").Shown} Shown */

/** @param {{params: Record<string, string>}} props */
export function ShareView({ params }) {
  void version.value;
  const here = /** @type {any} */ (session.value);
  const places = ownPlaces(here);
  const seat = places.find((one) => one.id === params.seat) ?? places[0];
  if (!seat) return html`<${Page} title=${t("what-i-share")} back="/groups"><${Empty} title=${t("share-parents-only")} text=${t("share-parents-only-text")} /><//>`;
  const child = childOf(here, seat)?.first ?? "";
  const found = shown(here, seat);
  const filled = [...found.values()].filter((one) => one.field !== OTHER_SCHOOL && (one.value || one.letter)).sort((a, b) => rank(a.field) - rank(b.field));
  return html`<${Page} title=${t("what-i-share")} back="/groups">
    ${places.length > 1 && html`<${Tabs} label=${t("which-child")} tabs=${places.map((one) => ({ text: childOf(here, one)?.first ?? t("role-guardian"), href: `/groups/share/${one.id}` }))} here=${`/groups/share/${seat.id}`} />`}
    <div class="stack"><p>${t("share-why", { child })}</p>
      ${filled.map((one) => html`<${DetailCard} key=${one.field} seat=${seat} detail=${one} child=${child} />`)}
      <${OtherSchool} key=${`other ${seat.id}`} seat=${seat} />
      <${Ways} seat=${seat} places=${places} child=${child} some=${filled.length > 0} />
      <${Missing} seat=${seat} child=${child} fields=${ASKED.filter((field) => !filled.some((one) => one.field === field))} /></div><//>`;
}

/** One detail: what it says, who reads it, and the way back. @param {{seat: Seat, detail: Shown, child: string}} props */
function DetailCard({ seat, detail, child }) {
  const here = /** @type {any} */ (session.value);
  const { field, value, letter, audience, wide, until, coming } = detail;
  const label = labelOf(field, child);
  return html`<article class=${`card detail ${letter ? "open" : "closed"}`}><div class="head"><${Icon} name=${lookOf(field).icon} /><span class="words"><h2>${label}</h2>${isPicture(field) ? html`<${Portrait} value=${value} name=${child} large />` : html`<p class="value">${shownValue(field, value, language.value)}</p>`}</span></div>
    ${(coming || (letter && until > 0)) && html`<p class="row">${coming && html`<span class="tag care">${t("coming", { who: soon(detail, seat) })}</span>`}
      ${letter && until > 0 && html`<span class="tag">${t("until-day", { date: date(until) })}</span>`}</p>`}
    <${ReaderLine} audience=${readersOf(here, refsOf(letter), wide)} ask=${letter && (async () => peopleOf(here, letter))} />
    <${ShownElsewhere} field=${field} />
    <div class="row foot"><a class="button quiet" href=${`/groups/share/${seat.id}/${encodeURIComponent(field)}`}>${t("edit")} <span class="sr-only">${label}</span></a>
      ${(letter || coming) && isChosen(audience) && html`<${Button} kind="quiet" onPress=${() => takeBack(seat, detail)}>${t("take-back")} <span class="sr-only">${label}</span><//>`}</div></article>`;
}

/** Who will read it once it is sent. @param {Shown} detail @param {Seat} seat */
function soon({ audience }, seat) {
  const here = /** @type {any} */ (session.value);
  const to = recipients(here, seat, audience);
  return inWords(readersOf(here, [...to.circles, ...to.seats.keys()], audience.groups));
}

/** @param {{seat: Seat, places: Seat[], child: string, some: boolean}} props */
function Ways({ seat, places, child, some }) {
  const here = /** @type {any} */ (session.value);
  const others = places.filter((one) => one.id !== seat.id && [...shown(here, one).values()].some((detail) => detail.value && !lookOf(detail.field).ofChild));
  return html`<div class="row">${some && html`<${ButtonLink} kind="secondary" icon="eye" href=${`/groups/see/${seat.id}`}>${t("see-as")}<//>`}
    ${others.map((one) => html`<${ButtonLink} key=${one.id} kind="secondary" href=${`/groups/share/${seat.id}/copy/${one.id}`}>${t("same-as", { child: childOf(here, one)?.first ?? "", other: child })}<//>`)}</div>`;
}

/** What is empty: a tap fills it in. @param {{seat: Seat, child: string, fields: string[]}} props */
function Missing({ seat, child, fields }) {
  const here = /** @type {any} */ (session.value);
  const link = (/** @type {string} */ to, /** @type {string} */ icon, /** @type {string} */ text, sign = "plus") => html`<li key=${to}><a class="item" href=${to}><${Icon} name=${icon} /><span class="words"><span class="title">${text}</span></span><${Icon} name=${sign} size=${20} /></a></li>`;
  return html`<section class="stack missing"><h2>${t("not-filled")}</h2><p class="muted small">${t("not-filled-text")}</p>
    <ul class="list">${fields.map((field) => link(`/groups/share/${seat.id}/${field}`, lookOf(field).icon, labelOf(field, child)))}
      ${link(`/groups/share/${seat.id}/new`, "plus", t("field-own"))}</ul>
    <ul class="list">${mayKnowOthers(here) && link("/groups/across", "people", t("contact-schools"), "forward")}${link("/groups/household", "home", t(household(here) ? "household-change" : "household-title"), "forward")}</ul></section>`;
}
