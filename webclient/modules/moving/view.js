/** Moving: for a guardian what was said, asked and released; for the office what it has to do; for a next school what came. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { Check } from "../../ui/field.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { outbox, session, toast, version } from "../../ui/state.js";
import { Empty, ErrorNote } from "../../ui/status.js";
import { everySchool } from "../account/schools.js";
import { ownSeat } from "../groups/consents.js";
import { RefundLines } from "../lunch/refundview.js";
import { ownChildren } from "../people/model.js";
import { answers, authorOf, departures } from "./departures.js";
import { Dossiers } from "./dossierview.js";
import { custody, named, newId } from "./facts.js";
import { contactOf, farewell, keepFriends } from "./friends.js";
import { handOn, isHandedOn, releases } from "./handing.js";
import { Agreements, DepartureLines } from "./lines.js";
import { OfficeDepartures } from "./officeview.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */

export function MovingView() {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const office = here.roles().has("office");
  const own = ownChildren(here);
  return html`<${Page} title=${t("move-page")} back=${office ? "/people" : "/more"}><div class="stack">
    ${own.map((child) => html`<${OfChild} key=${child.circle} here=${here} child=${child} />`)}
    ${office && html`<${OfficeDepartures} here=${here} />`}
    <${Dossiers} here=${here} />
    ${!own.length && !office && !here.replica.ofKind("dossier").length && html`<${Empty} title=${t("move-empty")} text=${t("move-empty-text")} />`}</div><//>`;
}

/** @param {{here: Session, child: {circle: string, first: string}}} props */
function OfChild({ here, child }) {
  void version.value;
  const found = departures(here, child.circle);
  const released = releases(here).filter((one) => one.body.child === child.circle);
  return html`<section class="card stack"><h2>${child.first}</h2>
    ${found.map((item) => html`<${Departure} key=${item.id} here=${here} item=${item} first=${child.first} />`)}
    <${RefundLines} here=${here} child=${child.circle} />
    ${released.length > 0 && html`<${Friends} here=${here} child=${child} />`}
    ${released.slice(0, 1).map((item) => html`<${Release} key=${item.id} here=${here} item=${item} first=${child.first} />`)}
    ${!found.length && html`<p>${t("move-stays", { child: child.first })}</p><p class="row"><${ButtonLink} kind="secondary" href=${`/moving/say/${child.circle}`}>${t("move-say", { child: child.first })}<//></p>`}</section>`;
}

/** @param {{here: Session, item: Item, first: string}} props */
function Departure({ here, item, first }) {
  void version.value;
  const isOwn = here.own().has(item.head.seat);
  const mine = ownSeat(here, item.body.child);
  const given = mine ? answers(here, item).get(mine.id) : undefined;
  const [departure, of] = named(item);
  const say = (/** @type {number} */ agrees) => async () => {
    await carryOut("moving.answer", { departure, of, child: item.body.child, agrees, id: newId() }, { done: t(agrees ? "move-agreed" : "move-refused") });
  };
  return html`<div class="stack"><p>${t(isOwn ? "move-you-said" : "move-asked", { child: first })}</p><${DepartureLines} item=${item} />
    ${custody(here, item.body.child).length > 1 && html`<${Agreements} here=${here} item=${item} />`}
    ${isOwn ? html`<div class="row"><${ButtonLink} kind="secondary" href=${`/moving/say/${item.body.child}`}>${t("move-change")}<//><${Button} kind="quiet" onPress=${() => outbox.value?.add("moving.withdraw", { id: item.id })}>${t("move-withdraw")}<//></div>`
      : mine && authorOf(item) !== mine.id && html`<div class="row">${given !== 1 && html`<${Button} onPress=${say(1)}>${t("move-agree")}<//>`}${given !== 0 && html`<${Button} kind="secondary" onPress=${say(0)}>${t("move-refuse")}<//>`}</div>`}</div>`;
}

/** Whom one knows by name stays in touch, if one says so before the place ends. @param {{here: Session, child: {circle: string, first: string}}} props */
function Friends({ here, child }) {
  void version.value;
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const given = farewell(here, child.circle);
  if (!given) return null;
  if (contactOf(here, given)) return html`<p><span class="tag good">${t("move-friends-tag")}</span> ${t("move-friends-kept")}</p>`;
  const keep = () => keepFriends(here, child.circle).then(() => toast(t("move-friends-kept")), setError);
  return html`<div class="stack"><p>${t("move-friends-why")}</p><${ErrorNote} error=${error} /><p class="row"><${Button} kind="secondary" onPress=${keep}>${t("move-friends")}<//></p></div>`;
}

/** What the office let go: to be handed on, where this account reads at the next school. @param {{here: Session, item: Item, first: string}} props */
function Release({ here, item, first }) {
  void version.value;
  const [child, setChild] = useState("");
  const [sure, setSure] = useState(false);
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const next = everySchool().find((one) => one.session !== here && (!item.body.to.host || (one.host || location.host) === item.body.to.host));
  const options = next ? ownChildren(next.session) : [];
  const chosen = child || options.find((one) => one.first === first)?.circle || options[0]?.circle || "";
  const done = next && isHandedOn(next.session, item);
  const give = async () => {
    try {
      await handOn(here, /** @type {any} */ (next).session, item, chosen);
      toast(t("move-handed", { school: next?.name ?? "" }));
    } catch (problem) {
      setError(problem);
    }
  };
  if (done) return html`<p><span class="tag good">${t("move-handed-tag")}</span> ${t("move-handed", { school: next.name })}</p>`;
  return html`<div class="stack"><p><strong>${t("move-released", { school: item.body.school.name, child: first })}</strong></p>
    ${next && chosen ? html`<p>${t("move-hand-why", { school: next.name })}</p>${options.length > 1 && options.map((one) => html`<${Check} key=${one.circle} type="radio" name="child" label=${one.first} checked=${one.circle === chosen} onChange=${() => setChild(one.circle)} />`)}
      <${Check} label=${t("move-hand-sure", { school: next.name })} checked=${sure} onChange=${setSure} /><${ErrorNote} error=${error} />
      <p class="row"><${Button} disabled=${!sure} onPress=${give}>${t("move-hand", { school: next.name })}<//></p>`
      : html`<p>${t("move-hand-letter", { school: item.body.to.name })}</p><p class="row"><${ButtonLink} kind="secondary" icon="scan" href="/join">${t("use-letter")}<//><${ButtonLink} kind="secondary" icon="download" href="/takeout">${t("move-takeout")}<//></p>`}</div>`;
}
