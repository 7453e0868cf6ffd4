/** Letters that need two of the office: for a new adult of a protected child, and for somebody who lost all that opened the account. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Avatar } from "../../ui/avatar.js";
import { Button } from "../../ui/button.js";
import { listed, t } from "../../ui/locale.js";
import { session, toast } from "../../ui/state.js";
import { admit, approve, placesOf, proposeRenewal, renew, retract } from "./adults.js";
import { Action } from "./changes.js";
import { period } from "./childview.js";

/** @typedef {import("./child.js").ChildPage} ChildPage */
/** @typedef {import("./child.js").Proposal} Proposal */

/** @param {{child: ChildPage}} props */
export function Proposals({ child }) {
  const [chosen, setChosen] = useState("");
  if (!child.proposals.length) return null;
  const one = child.proposals.find((proposal) => proposal.key === chosen);
  return html`<section class="stack"><h2>${t("proposals")}</h2><p>${t(child.proposals.every((proposal) => proposal.renews) ? "lost-all-why" : "proposals-why", { child: child.first })}</p>
    <ul class="list adults">${child.proposals.map((proposal) => html`<${ProposalItem} key=${proposal.key} child=${child} one=${proposal} onConsent=${() => setChosen(proposal.key)} />`)}</ul>
    ${one && html`<${Consent} child=${child} one=${one} onClose=${() => setChosen("")} />`}</section>`;
}

/** @param {{child: ChildPage, one: Proposal, onConsent: () => void}} props */
function ProposalItem({ child, one, onConsent }) {
  const here = /** @type {any} */ (session.value);
  const make = async () => {
    await (one.renews ? renew : admit)(here, child.number, one.key);
    toast(t(one.renews ? "lost-all-done" : "adult-added"));
  };
  const take = async () => {
    await retract(here, child.number, one.key);
    toast(t("proposal-retracted"));
  };
  const about = [one.relation, t(one.renews ? "lost-all" : `adult-${one.role}`), period(one)].filter(Boolean).join(" · ");
  return html`<li class="item"><${Avatar} name=${one.name} /><span class="words"><span class="title">${one.name}</span><span class="about">${about}</span></span>
    <span class=${`tag ${one.step === "ready" ? "good" : "care"}`}>${t(`proposal-${one.step}`)}</span>
    ${one.step === "consent" && html`<${Button} onPress=${onConsent}>${t("consent")}<span class="sr-only"> ${one.name}</span><//>`}
    ${one.step === "ready" && html`<${Button} onPress=${make}>${t(one.renews ? "lost-all-letter" : "adult-add-verb")}<span class="sr-only"> ${one.name}</span><//>`}
    <${Button} kind="quiet" onPress=${take}>${t("withdraw")}<span class="sr-only"> ${one.name}</span><//></li>`;
}

/** @param {{child: ChildPage, one: Proposal, onClose: () => void}} props */
function Consent({ child, one, onClose }) {
  const here = /** @type {any} */ (session.value);
  const run = async () => {
    await approve(here, child.number, one.key);
    toast(t("consented", { name: one.name }));
  };
  const values = { name: one.name, child: child.first, group: child.groups.join(", ") };
  const lines = one.renews ? [t("lost-all-id", values), ...whatReturns(values)] : [t("consent-change-letter", values), t(`adult-${one.role}-change`, values), t("consent-change-final")];
  return html`<${Action} title=${t("consent-title", { name: one.name, child: child.first })} lines=${lines} verb=${t("consent")} run=${run} onClose=${onClose} />`;
}

/** Somebody lost phone, password and sheet: what a new letter gives back, and what not. @param {{child: ChildPage, adult: import("./child.js").AdultRow, onClose: () => void}} props */
export function Lost({ child, adult, onClose }) {
  const here = /** @type {any} */ (session.value);
  const places = placesOf(here, adult.seat);
  const run = async () => {
    for (const { number, key } of places) await proposeRenewal(here, number, key);
    toast(t("lost-all-proposed"));
  };
  const values = { name: adult.name, child: child.first };
  const others = places.filter((one) => one.number !== child.number).map((one) => one.first);
  const lines = [t("lost-all-second", values), ...whatReturns(values), ...(others.length ? [t("lost-all-others", { children: listed(others) })] : [])];
  return html`<${Action} title=${t("lost-all-title", values)} lines=${lines} verb=${t("lost-all-verb")} run=${run} onClose=${onClose}><p>${t("lost-all-text", values)}</p><//>`;
}

/** @param {Record<string, string>} values */
function whatReturns(values) {
  return ["ends", "back", "messages", "gone"].map((one) => t(`lost-all-${one}`, values));
}
