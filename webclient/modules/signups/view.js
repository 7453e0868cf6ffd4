/** Sign-ups: what waits for an answer first, then what one answered, what opens later, what is over. */
import { html } from "../../lib/htm.js";
import { ButtonLink } from "../../ui/button.js";
import { Icon } from "../../ui/icon.js";
import { listed, t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { session, version } from "../../ui/state.js";
import { Empty, Ring } from "../../ui/status.js";
import { audiences } from "../news/model.js";
import { forms, isOrganiser } from "./forms.js";
import { asked, families, isAgain, isAnswered, isByChild, mine, missing, myPlaces } from "./model.js";
import { useGiven } from "./anonymous.js";
import { stateOf } from "./rules.js";
import { day } from "./when.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./forms.js").Form} Form */

/** Whether this person may make forms. */
export function mayAsk() {
  const may = session.value && audiences(session.value);
  return Boolean(may && (may.school || may.groups.length));
}

export function SignupsView() {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const found = forms(here);
  const given = useGiven(found);
  const all = found.map((one) => ({ one, part: partOf(here, one, given) }));
  const actions = mayAsk() && html`<${ButtonLink} href="/signups/new" icon="plus">${t("signup-new")}<//>`;
  const parts = ["waiting", "yours", "soon", "answered", "closed"].map((part) => ({ part, found: all.filter((other) => other.part === part) })).filter(({ found }) => found.length);
  return html`<${Page} title=${t("signups")} actions=${actions}>
    ${parts.length ? html`<div class="stack signup-list">${parts.map(({ part, found }) => html`<section key=${part} class="stack"><h2>${t(`signup-part-${part}`)}</h2>
      <ul class="stack">${found.map(({ one }) => html`<li key=${one.id}><${Card} here=${here} one=${one} /></li>`)}</ul></section>`)}</div>`
      : html`<${Empty} title=${t("signup-empty")} text=${t(mayAsk() ? "signup-empty-staff" : "signup-empty-text")} />`}<//>`;
}

/** Where a form stands in the list; `given`: anonymous ones that were answered on this device. @param {Session} here @param {Form} one @param {Set<string> | null} given */
function partOf(here, one, given) {
  const state = stateOf(one, Date.now());
  if (state === "closed") return "closed";
  const all = asked(here, one);
  if (!all.length) return "yours";
  if (state === "soon") return "soon";
  if (one.anonymous) return given?.has(one.id) === false ? "waiting" : "answered";
  return all.every((who) => isAnswered(here, one, who) && !needsAgain(here, one, who.child)) ? "answered" : "waiting";
}

/** @param {Session} here @param {Form} one @param {string} child */
function needsAgain(here, one, child) {
  const answer = mine(here, one, child);
  return answer !== null && isAgain(here, one, answer);
}

/** One form: what, when, until when, and how it stands. @param {{here: Session, one: Form}} props */
function Card({ here, one }) {
  const organises = isOrganiser(here, one);
  const all = asked(here, one);
  return html`<article class="card signup-card"><div class="row between"><h3><a href=${all.length || !organises ? `/signups/${one.id}` : `/signups/${one.id}/results`}>${one.title}</a></h3>
      <${Mark} here=${here} one=${one} /></div>
    <ul class="signup-facts">${one.when?.day && html`<li><${Icon} name="calendar" size=${18} />${day(one.when)}</li>`}
      ${one.closes > 0 && html`<li><${Icon} name="clock" size=${18} />${t(stateOf(one, Date.now()) === "closed" ? "signup-was-until" : "signup-until", { when: day({ at: one.closes }) })}</li>`}
      ${isByChild(one) && all.length > 0 && html`<li class="muted">${listed(all.map((who) => who.first))}</li>`}</ul>
    ${organises && !one.anonymous && html`<${Progress} here=${here} one=${one} />`}</article>`;
}

/** How many families have answered, for the organisers. @param {{here: Session, one: Form}} props */
function Progress({ here, one }) {
  const whole = families(here, one).length;
  const part = whole - missing(here, one).length;
  return html`<p class="row between"><${Ring} part=${part} whole=${whole} label=${t("signup-ring", { part, whole })} /><a href=${`/signups/${one.id}/results`}>${t("signup-results")}</a></p>`;
}

/** One's own state in a word or two. @param {{here: Session, one: Form}} props */
function Mark({ here, one }) {
  const state = stateOf(one, Date.now());
  const all = asked(here, one);
  const tag = (/** @type {string} */ look, /** @type {string} */ text) => html`<span class=${`tag ${look}`}>${text}</span>`;
  if (one.anonymous) return tag("", t("signup-anonymous"));
  if (all.some((who) => needsAgain(here, one, who.child))) return tag("care", t("signup-mark-again"));
  const waiting = all.flatMap((who) => myPlaces(here, one, who.child)).find((place) => place.state === "waiting");
  if (waiting) return tag("care", t("signup-mark-list", { place: waiting.place }));
  if (all.length && all.every((who) => isAnswered(here, one, who))) return tag("good", t("signup-done"));
  if (state === "soon") return tag("", t("signup-mark-soon"));
  return state === "open" && all.length ? tag("care", t("signup-mark-open")) : null;
}
