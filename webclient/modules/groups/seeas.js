/** See as: exactly what another parent of a group gets of what I share, worked out from who can open it. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { session, version } from "../../ui/state.js";
import { Portrait } from "../../ui/portrait.js";
import { Empty } from "../../ui/status.js";
import { Details } from "./card.js";
import { ofParent } from "./classlist.js";
import { ownPlaces, seeAs } from "./model.js";
import { byChild, callOf, childOf, directory } from "./names.js";

/** @typedef {import("../../sync/seats.js").Seat} Seat */
/** @typedef {import("./names.js").Directory} Directory */

/** @param {{params: Record<string, string>}} props */
export function SeeAsView({ params }) {
  void version.value;
  const here = /** @type {any} */ (session.value);
  return html`<${Page} title=${t("see-as-title")} back=${params.seat ? `/groups/share/${params.seat}` : "/groups"}><div class="stack"><p>${t("see-as-why")}</p>
    ${ownPlaces(here).length ? html`<${SeeAs} />` : html`<${Empty} title=${t("share-parents-only")} text=${t("share-parents-only-text")} />`}</div><//>`;
}

/** The choice of an eye, and what it sees. */
export function SeeAs() {
  const here = /** @type {any} */ (session.value);
  const known = directory(here);
  const [eye, setEye] = useState("");
  const others = [...known.places.values()].filter((place) => !known.own.has(place.seat));
  const groups = [...new Set(others.map((place) => place.group))];
  const name = (/** @type {string} */ seat) => [callOf(known, seat), known.cards.get(seat)?.get("name") && t("parent-of", { child: known.places.get(seat)?.first ?? "" })].filter(Boolean).join(", ");
  return html`<label class="field eye"><span class="label">${t("see-as-whom")}</span><select class="input" value=${eye} onChange=${(/** @type {any} */ event) => setEye(event.target.value)}>
      <option value="">${t("see-as-choose")}</option>${groups.map((group) => html`<optgroup key=${group} label=${t("group-people", { group })}>${others.filter((place) => place.group === group)
        .sort((a, b) => a.first.localeCompare(b.first, "nl") || a.at - b.at).map((place) => html`<option key=${place.seat} value=${place.seat}>${name(place.seat)}</option>`)}</optgroup>`)}</select></label>
    ${eye && html`<div class="seen" role="region" aria-label=${t("see-as-sees", { who: callOf(known, eye) })}><p class="muted">${t("see-as-sees", { who: callOf(known, eye) })}</p>
      ${ownPlaces(here).filter((place) => sharesGroup(known, eye, place)).map((place) => html`<${Seen} key=${place.id} known=${known} place=${place} eye=${eye} />`)}</div>`}`;
}

/** My card with one child, through somebody else's eye. @param {{known: Directory, place: Seat, eye: string}} props */
function Seen({ known, place, eye }) {
  const card = seeAs(known.session, eye, place.id);
  const own = known.places.get(place.id);
  const first = childOf(known.session, place)?.first ?? "";
  const called = card.get("name") || byChild(own, new Set([known.places.get(eye)?.child ?? ""]));
  const ofChild = new Map([...card].filter(([field]) => ["birthday", "allergies"].includes(field)));
  const parent = ofParent(card);
  return html`<article class="family card"><header><${Portrait} value=${card.get("face")} name=${first} tone=${own?.child ?? first} /><h2>${card.get("fullname") || first}</h2></header>
    <${Details} card=${ofChild} child=${first} /><div class="adult">${card.has("photo") && html`<${Portrait} value=${card.get("photo")} name=${called} small />`}<strong>${called}</strong><${Details} card=${parent} child=${first} />
    ${!parent.size && !card.has("photo") && html`<p class="muted small">${t("see-as-nothing")}</p>`}</div></article>`;
}

/** Whether somebody meets a child at all: who is in none of its groups gets nothing. @param {Directory} known @param {string} eye @param {Seat} place */
function sharesGroup(known, eye, place) {
  const child = childOf(known.session, place);
  const group = known.places.get(eye)?.group ?? "";
  return Boolean(child?.groups.includes(group)) || seeAs(known.session, eye, place.id).size > 0;
}
