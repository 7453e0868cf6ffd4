/** What a parent allows: for each purpose yes or no, what holds now, and what became of photos that were taken away. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { PURPOSES } from "../../sync/consents.js";
import { Button } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { Check } from "../../ui/field.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { ReaderLine } from "../../ui/readers.js";
import { Sheet } from "../../ui/sheet.js";
import { outbox, session, version } from "../../ui/state.js";
import { Banner, Empty } from "../../ui/status.js";
import { Tabs } from "../../ui/tabs.js";
import { isAway, photosOf } from "../albums/takeaway.js";
import { ownChildren } from "../people/model.js";
import { book, newIds, outcome, ownSeat, said } from "./consents.js";
import { TakenPhotos } from "./takenphotos.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {{circle: string, first: string, groups: string[]}} Child */

/** @param {{params: Record<string, string>}} props */
export function ConsentsView({ params }) {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const children = ownChildren(here).filter((child) => ownSeat(here, child.circle));
  const child = children.find((one) => one.circle === params.child) ?? children[0];
  if (!child) return html`<${Page} title=${t("consents")} back="/groups"><${Empty} title=${t("consents-none")} text=${t("consents-none-text")} /><//>`;
  return html`<${Page} title=${t("consents-of", { child: child.first })} back="/groups">
    ${children.length > 1 && html`<${Tabs} label=${t("which-child")} tabs=${children.map((one) => ({ text: one.first, href: `/groups/consents/${one.circle}` }))} here=${`/groups/consents/${child.circle}`} />`}
    <${Answers} key=${child.circle} here=${here} child=${child} /><${TakenPhotos} here=${here} child=${child} /><//>`;
}

/** @param {{here: Session, child: Child}} props */
function Answers({ here, child }) {
  void version.value;
  const [asking, setAsking] = useState(false);
  const [pressed, setPressed] = useState(/** @type {Record<string, number | undefined>} */ ({})); // until the outbox has it
  const known = book(here);
  const own = /** @type {import("../../sync/seats.js").Seat} */ (ownSeat(here, child.circle));
  const coming = { ...waiting(child.circle), ...pressed };
  const answers = { ...said(known, child.circle, own.id), ...coming };
  const now = outcome(here, child.circle, known);
  const shown = photosOf(here, child.circle).filter((item) => !isAway(item, child.circle));
  const say = async (/** @type {string} */ purpose, /** @type {number} */ value) => {
    setPressed((before) => ({ ...before, [purpose]: value }));
    await carryOut("groups.consent", { child: child.circle, answers: { [purpose]: value }, ids: newIds() }, { done: t("consent-kept") });
    setPressed(({ [purpose]: _, ...others }) => others);
  };
  const press = (/** @type {string} */ purpose, /** @type {number} */ value) => (purpose === "album" && !value && shown.length ? setAsking(true) : say(purpose, value));
  return html`<div class="stack"><p>${t("consents-text", { child: child.first })}</p>
    ${PURPOSES.map((purpose) => html`<${Purpose} key=${purpose} purpose=${purpose} child=${child} answer=${answers[purpose]} coming=${purpose in coming} now=${now[purpose]} onAnswer=${(/** @type {number} */ value) => press(purpose, value)} />`)}
    <p class="muted small">${t("consents-year", { year: known.year })}</p>
    <${ReaderLine} audience=${audience(child)} /></div>
    ${asking && html`<${Away} child=${child} count=${shown.length} onNo=${() => say("album", 0)} onClose=${() => setAsking(false)} />`}`;
}

/** @param {{purpose: string, child: Child, answer: number | undefined, coming: boolean, now: number, onAnswer: (value: number) => void}} props */
function Purpose({ purpose, child, answer, coming, now, onAnswer }) {
  const standing = coming ? (now ? "coming-yes" : "coming-no") : answer === undefined ? "open" : !answer ? "no" : now ? "yes" : "waits";
  const look = { open: "care", "coming-yes": "care", "coming-no": "care", yes: "good", waits: "", no: "" }[standing];
  return html`<fieldset class="card consent"><legend>${t(`consent-${purpose}`)}</legend><p class="muted small">${t(`consent-${purpose}-hint`, { child: child.first })}</p>
    <div class="consent-answers">${[1, 0].map((value) => html`<${Check} key=${value} type="radio" name=${`${child.circle} ${purpose}`} label=${t(value ? "consent-yes" : "consent-no")} checked=${answer === value} onChange=${() => onAnswer(value)} />`)}</div>
    <p class="consent-now"><span class=${`tag ${look}`}>${t(`consent-now-${standing}`)}</span></p></fieldset>`;
}

/** What a no to the album does, before it does it. @param {{child: Child, count: number, onNo: () => Promise<void>, onClose: () => void}} props */
function Away({ child, count, onNo, onClose }) {
  const run = async () => {
    onClose();
    await onNo();
  };
  return html`<${Sheet} title=${t("consent-away", { child: child.first })} onClose=${onClose} actions=${html`<${Button} kind="danger" onPress=${run}>${t("consent-away-do")}<//>`}>
    <${Banner} kind="care"><p>${t("consent-away-count", { count, child: child.first })}</p><//>
    <ul class="plain">${["others", "you", "staff", "back"].map((line) => html`<li key=${line}>${t(`consent-away-${line}`, { child: child.first })}</li>`)}</ul><//>`;
}

/** What was answered here and is still on its way. @param {string} child @returns {import("../../sync/consents.js").Answers} */
function waiting(child) {
  const intents = (outbox.value?.waiting ?? []).filter((intent) => intent.type === "groups.consent" && intent.data.child === child && !intent.data.seat);
  return Object.assign({}, ...intents.map((intent) => intent.data.answers));
}

/** Who reads an answer. @param {Child} child */
function audience(child) {
  return [{ name: t("audience-you"), about: "" }, { name: t("audience-team", { group: child.groups.join(", ") }), about: t("audience-team-about"), mark: child.groups[0] }, { name: t("audience-office"), about: t("audience-office-about") }];
}
