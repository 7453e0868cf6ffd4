/** Talks: own ones as cards, rounds that wait for a choice, rounds one looks after, and what was said before. */
import { html } from "../../lib/htm.js";
import { Attached } from "../../ui/attached.js";
import { ButtonLink } from "../../ui/button.js";
import { filesOf } from "../../ui/files.js";
import { date, listed, t, when } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { session, version } from "../../ui/state.js";
import { Empty, Ring } from "../../ui/status.js";
import { dayOf } from "../../sync/zone.js";
import { noon } from "../absences/days.js";
import { ownChildren } from "../people/model.js";
import { TalkCard } from "./card.js";
import { isMine, mayKeep, occupancy, ownTalks, phase, reportsOf, rounds, waitingFor } from "./rounds.js";
import { mayMake } from "./newdraft.js";
import { firstOf } from "./words.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./rounds.js").Round} Round */

export function TalksView() {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const today = dayOf(Date.now());
  const own = ownTalks(here).filter(({ slot, wanted }) => (slot ?? wanted ?? { day: today }).day >= today);
  const all = rounds(here);
  const asks = all.filter((one) => waitingFor(here, one).length);
  const kept = all.filter((one) => one.tables.some((table) => mayKeep(here, table) || isMine(here, table)));
  const coming = all.filter((one) => !kept.includes(one) && !asks.includes(one) && phase(here, one) === "planned");
  const said = ownChildren(here).flatMap((child) => reportsOf(here, child.circle));
  const actions = mayMake(here) && html`<${ButtonLink} href="/talks/new" icon="plus">${t("talk-new")}<//>`;
  return html`<${Page} title=${t("talks")} actions=${actions}><div class="stack">
    ${asks.map((one) => html`<${Asks} key=${one.id} one=${one} here=${here} />`)}
    ${own.map((talk) => html`<${TalkCard} key=${talk.item.id} talk=${talk} />`)}
    ${coming.map((one) => html`<article class="card stack" key=${one.id}><h2><a href=${`/talks/${one.id}`}>${one.title}</a></h2><p class="muted">${listed(one.days.map((day) => date(noon(day))))}</p><p>${t("talk-opens", { when: when(one.body.opens) })}</p></article>`)}
    ${kept.map((one) => html`<${Kept} key=${one.id} here=${here} one=${one} />`)}
    ${said.length > 0 && html`<section class="stack"><h2>${t("talk-said")}</h2>${said.map((item) => html`<article class="card" key=${item.id}><p class="muted small">${firstOf(here, item.body.child)} · ${date(noon(item.body.day))}</p><div class="prose">${item.body.text}</div><${Attached} parts=${filesOf(item.body)} /></article>`)}</section>`}
    ${!own.length && !asks.length && !kept.length && !coming.length && !said.length && html`<${Empty} title=${t("talks-empty")} text=${t("talks-empty-text")} />`}</div><//>`;
}

/** @param {{here: Session, one: Round}} props */
function Asks({ here, one }) {
  const wishing = phase(here, one) === "wishes";
  const until = wishing ? one.body.opens : one.body.closes;
  const name = listed(waitingFor(here, one).map((child) => child.first));
  return html`<article class="card stack asks"><h2>${one.title}</h2><p class="muted">${listed(one.days.map((day) => date(noon(day))))}</p>
    <p>${t(wishing ? "talk-due-wish" : "talk-due", { name })}. ${until ? t("talk-before", { when: when(until) }) : ""} ${one.body.mandatory ? "" : t("talk-optional")}</p>
    <div class="row"><${ButtonLink} href=${`/talks/${one.id}`}>${t(wishing ? "talk-wish-open" : "talk-choose")}<//></div></article>`;
}

/** @param {{here: Session, one: Round}} props */
function Kept({ here, one }) {
  const { taken, of } = occupancy(here, one.tables);
  const mine = one.tables.some((table) => isMine(here, table));
  return html`<article class="card stack"><h2><a href=${`/talks/${one.id}`}>${one.title}</a></h2><p class="muted">${listed(one.days.map((day) => date(noon(day))))} · ${t(`talk-phase-word-${phase(here, one)}`)}</p>
    <${Ring} part=${taken} whole=${of} label=${t("talk-taken", { taken, of })} />
    <div class="row">${mine && html`<${ButtonLink} href=${`/talks/${one.id}/sheet`} icon="clock">${t("talk-sheet")}<//>`}<${ButtonLink} kind="secondary" href=${`/talks/${one.id}`}>${t("talk-overview")}<//></div></article>`;
}

