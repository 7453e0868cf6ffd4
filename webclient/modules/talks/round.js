/** A round: for a family its times, the best ones for several children first; for the school how far it is. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { tallyOf } from "../../sync/claims.js";
import { Avatar } from "../../ui/avatar.js";
import { t, when } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { session, version } from "../../ui/state.js";
import { Banner } from "../../ui/status.js";
import { moment, placeName, teacherNames } from "./words.js";
import { TalkCard } from "./card.js";
import { Combos } from "./combo.js";
import { Confirm } from "./confirm.js";
import { Overview } from "./overview.js";
import { childrenIn, isAnswered, mayKeep, ownTalks, phase, proposals, round, slotOf, tablesFor, talkFor } from "./rounds.js";
import { Timeline } from "./timeline.js";
import { WishForm } from "./wish.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./rounds.js").Round} Round */
/** @typedef {import("./confirm.js").Choice} Choice */

/** @param {{params: Record<string, string>}} props */
export function RoundView({ params }) {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const one = round(here, params.round);
  if (!one) return html`<${Page} title=${t("talk-gone")} back="/talks"><p>${t("talk-gone-text")}</p><//>`;
  const kept = one.tables.filter((table) => mayKeep(here, table));
  const children = childrenIn(here, one);
  return html`<${Page} title=${one.title} back="/talks"><div class="stack">
    ${one.text && html`<div class="prose">${one.text}</div>`}
    ${kept.length > 0 && html`<${Overview} one=${one} kept=${kept} />`}
    ${children.length > 0 && html`<${Family} here=${here} one=${one} children=${children} />`}</div><//>`;
}

/** @param {{here: Session, one: Round, children: any[]}} props */
function Family({ here, one, children }) {
  const [choice, setChoice] = useState(/** @type {Choice | null} */ (null));
  const [lost, setLost] = useState(/** @type {Choice | null} */ (null));
  const at = phase(here, one);
  const open = children.filter((child) => !talkFor(here, one, child.circle) && !isAnswered(here, one, child.circle));
  const pick = (/** @type {Choice} */ next) => (setLost(null), setChoice(next));
  return html`<${Phase} one=${one} at=${at} />
    ${lost && html`<${Lost} here=${here} one=${one} lost=${lost} children=${children} onPick=${pick} />`}
    ${ownTalks(here, one.id).map((talk) => html`<${TalkCard} key=${talk.item.id} talk=${talk} inside />`)}
    ${at === "wishes" && open.length > 0 && html`<${WishForm} key=${one.id} one=${one} children=${open} />`}
    ${["open", "early"].includes(at) && open.length > 1 && html`<section class="stack"><h2>${t("talk-combo-title")}</h2><${Combos} here=${here} found=${proposals(here, one, open)} onPick=${(/** @type {any} */ picks) => pick({ picks, booking: "", wait: 0 })} /></section>`}
    ${at !== "wishes" && children.map((child) => html`<${ChildTimes} key=${child.circle} here=${here} one=${one} child=${child} locked=${!["open", "early"].includes(at)} onPick=${pick} />`)}
    ${choice && html`<${Confirm} key=${choice.picks.map((each) => each.slot).join(" ")} choice=${choice} onClose=${() => setChoice(null)} onLost=${() => (setLost(choice), setChoice(null), void here.sync())} />`}`;
}

/** What can be done now, and until when. @param {{one: Round, at: string}} props */
function Phase({ one, at }) {
  const { opens, early, closes } = one.body;
  if (at === "planned") return html`<${Banner}><p>${t(early ? "talk-phase-planned-early" : "talk-phase-planned", { when: when(opens), early: when(early) })}</p><//>`;
  if (at === "closed") return html`<${Banner}><p>${t("talk-phase-closed")}</p><//>`;
  if (at === "early") return html`<${Banner} kind="good"><p>${t("talk-phase-early", { when: when(opens) })}</p><//>`;
  return at === "open" ? html`<p class="muted">${[!one.body.mandatory && t("talk-optional"), closes && t("talk-phase-open", { when: when(closes) })].filter(Boolean).join(" ")}</p>` : null;
}

/** @param {{here: Session, one: Round, child: any, locked: boolean, onPick: (choice: Choice) => void}} props */
function ChildTimes({ here, one, child, locked, onPick }) {
  const talk = talkFor(here, one, child.circle);
  if (isAnswered(here, one, child.circle) && !talk) return html`<section class="card"><h2 class="row"><${Avatar} name=${child.first} tone=${child.circle} />${child.first}</h2><p>${t("talk-answered", { name: child.first })}</p></section>`;
  const others = talk !== null && !here.own().has(talk.item.head.seat) && !talk.item.body.seat;
  return html`${tablesFor(here, one, child).filter((table) => !talk || talk.table.id === table.id).map((table) => html`<section class="card stack" key=${table.id}>
    <h2 class="row"><${Avatar} name=${child.first} tone=${child.circle} /><span>${child.first}<br /><span class="muted small">${teacherNames(table.body)} · ${placeName(table.body)}</span></span></h2>
    <${Folded} when=${talk !== null} text=${t(others ? "talk-move-other" : "talk-move-how")}><${Timeline} label=${t("talk-times-of", { name: child.first })} chairs=${chairs(here, table, talk)} waits=${table.body.waits === 1} locked=${locked || others}
      onPick=${(/** @type {any} */ chair) => onPick({ picks: [{ offer: table.id, slot: chair.slot.id, child: child.circle }], booking: talk?.item.id ?? "", wait: chair.state === "taken" ? 1 : 0 })} /><//></section>`)}`;
}

/** Who has a time need not see all others. @param {{when: boolean, text: string, children?: any}} props */
function Folded({ when: folded, text, children }) {
  return folded ? html`<details><summary>${t("talk-times-other")}</summary><p class="muted">${text}</p>${children}</details>` : children;
}

/** The times of a table as this family sees them. @param {Session} here @param {import("../../sync/types.js").Item} table @param {import("./rounds.js").Talk | null} talk @returns {import("./timeline.js").Chair[]} */
function chairs(here, table, talk) {
  return table.body.slots.map((/** @type {import("./rules.js").Slot} */ slot) => {
    const { used } = tallyOf(here, table.id, slot.id);
    const state = talk?.slot?.id === slot.id ? "mine" : talk?.wanted?.id === slot.id ? "wanted" : used ? "taken" : "free";
    return { slot, state };
  });
}

/** Somebody was faster: the next best, in one tap. @param {{here: Session, one: Round, lost: Choice, children: any[], onPick: (choice: Choice) => void}} props */
function Lost({ here, one, lost, children, onPick }) {
  const about = children.filter((child) => lost.picks.some((pick) => pick.child === child.circle));
  const next = lost.picks.length > 1 ? proposals(here, one, about, 1) : nearest(here, one, lost, about[0]);
  const slot = next.length ? slotOf(here, next[0][0].offer, next[0][0].slot) : null;
  return html`<${Banner} kind="care"><p><strong>${t("talk-lost")}</strong><br />${slot ? t("talk-lost-next", { when: moment(slot) }) : t("talk-lost-none")}</p>
    ${slot && html`<button type="button" class="button secondary" onClick=${() => onPick({ picks: next[0], booking: lost.booking, wait: 0 })}>${t("talk-lost-verb", { time: slot.start })}</button>`}<//>`;
}

/** The free time nearest to the one that is gone. @param {Session} here @param {Round} one @param {Choice} lost @param {any} child @returns {import("./rounds.js").Pick[][]} */
function nearest(here, one, lost, child) {
  const [gone] = lost.picks;
  const wanted = slotOf(here, gone.offer, gone.slot);
  const table = here.replica.items.get(gone.offer);
  if (!table || !wanted || !child) return [];
  const far = (/** @type {any} */ slot) => Math.abs(Date.parse(`${slot.day}T${slot.start}Z`) - Date.parse(`${wanted.day}T${wanted.start}Z`));
  const found = chairs(here, table, null).filter((chair) => chair.state === "free" && chair.slot.id !== gone.slot).map((chair) => chair.slot).sort((a, b) => far(a) - far(b));
  return found.slice(0, 1).map((slot) => [{ offer: gone.offer, slot: slot.id, child: gone.child }]);
}
