/** Adults proposed for a protected child: one of the office proposes, another consents, then there is a letter. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Avatar } from "../../ui/avatar.js";
import { Button } from "../../ui/button.js";
import { t } from "../../ui/locale.js";
import { session, toast } from "../../ui/state.js";
import { admit, approve, retract } from "./adults.js";
import { Action } from "./changes.js";
import { period } from "./childview.js";

/** @typedef {import("./child.js").ChildPage} ChildPage */
/** @typedef {import("./child.js").Proposal} Proposal */

/** @param {{child: ChildPage}} props */
export function Proposals({ child }) {
  const [chosen, setChosen] = useState("");
  if (!child.proposals.length) return null;
  const one = child.proposals.find((proposal) => proposal.key === chosen);
  return html`<section class="stack"><h2>${t("proposals")}</h2><p>${t("proposals-why", { child: child.first })}</p>
    <ul class="list adults">${child.proposals.map((proposal) => html`<${ProposalItem} key=${proposal.key} child=${child} one=${proposal} onConsent=${() => setChosen(proposal.key)} />`)}</ul>
    ${one && html`<${Consent} child=${child} one=${one} onClose=${() => setChosen("")} />`}</section>`;
}

/** @param {{child: ChildPage, one: Proposal, onConsent: () => void}} props */
function ProposalItem({ child, one, onConsent }) {
  const here = /** @type {any} */ (session.value);
  const make = async () => {
    await admit(here, child.number, one.key);
    toast(t("adult-added"));
  };
  const take = async () => {
    await retract(here, child.number, one.key);
    toast(t("proposal-retracted"));
  };
  const about = [one.relation, t(`adult-${one.role}`), period(one)].filter(Boolean).join(" · ");
  return html`<li class="item"><${Avatar} name=${one.name} /><span class="words"><span class="title">${one.name}</span><span class="about">${about}</span></span>
    <span class=${`tag ${one.step === "ready" ? "good" : "care"}`}>${t(`proposal-${one.step}`)}</span>
    ${one.step === "consent" && html`<${Button} onPress=${onConsent}>${t("consent")}<span class="sr-only"> ${one.name}</span><//>`}
    ${one.step === "ready" && html`<${Button} onPress=${make}>${t("adult-add-verb")}<span class="sr-only"> ${one.name}</span><//>`}
    <${Button} kind="quiet" onPress=${take}>${t("withdraw")}<span class="sr-only"> ${one.name}</span><//></li>`;
}

/** @param {{child: ChildPage, one: Proposal, onClose: () => void}} props */
function Consent({ child, one, onClose }) {
  const here = /** @type {any} */ (session.value);
  const run = async () => {
    await approve(here, child.number, one.key);
    toast(t("consented", { name: one.name }));
  };
  const lines = [t("consent-change-letter", { name: one.name }), t(`adult-${one.role}-change`, { child: child.first, group: child.groups.join(", ") }), t("consent-change-final")];
  return html`<${Action} title=${t("consent-title", { name: one.name, child: child.first })} lines=${lines} verb=${t("consent")} run=${run} onClose=${onClose} />`;
}
