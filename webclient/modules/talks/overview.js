/** How far a round is, for the school: who has a time (for the teacher), how many (for the office), and a reminder. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { carryOut, carrySoon, going } from "../../ui/carried.js";
import { t, when } from "../../ui/locale.js";
import { session, toast } from "../../ui/state.js";
import { Banner, ErrorNote, Progress, Ring } from "../../ui/status.js";
import { Amend } from "./amend.js";
import { arrange, draft, wishes } from "./planning.js";
import { isMine, occupancy, phase, slotOf, without } from "./rounds.js";
import { asTalkError, groupName, moment, nameOfChild, placeName, teacherNames } from "./words.js";
import { newId } from "./writing.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./rounds.js").Round} Round */
/** @typedef {import("../../sync/types.js").Item} Item */


/** @param {{one: Round, kept: Item[]}} props `kept`: the tables this person may look after */
export function Overview({ one, kept }) {
  const here = /** @type {Session} */ (session.value);
  const { opens, closes } = one.body;
  return html`<section class="stack" aria-label=${t("talk-overview")}>
    <p class="muted">${t("talk-from-until", { from: opens ? when(opens) : t("talk-at-once-open"), until: closes ? when(closes) : t("talk-no-end") })}</p>
    ${kept.map((table) => html`<${TableCard} key=${table.id} here=${here} one=${one} table=${table} />`)}
    ${one.body.choose === "wishes" && html`<${Plan} here=${here} one=${one} />`}${kept.length > 0 && html`<${Amend} kept=${kept} />`}<${Away} one=${one} /></section>`;
}

/** Taking a round away, with a way back for a moment. @param {{one: Round}} props */
function Away({ one }) {
  const leaving = going("talks.close").some((other) => other.round === one.id);
  const remove = () => carrySoon("talks.close", { round: one.id }, { doing: t("talk-away-doing"), done: t("talk-away-done") });
  return html`<details><summary>${t("options")}</summary><p class="muted">${t("talk-away-text")}</p><div class="row"><${Button} kind="danger" disabled=${leaving} onPress=${remove}>${t("talk-away")}<//></div></details>`;
}

/** @param {{here: Session, one: Round, table: Item}} props */
function TableCard({ here, one, table }) {
  const mine = isMine(here, table);
  const pupils = mine ? without(here, table) : [];
  const done = pupils.filter((one) => one.has).length;
  const open = pupils.filter((one) => one.open.length);
  const { taken } = occupancy(here, [table]);
  const children = here.replica.ofKind("classmate", table.circle).length;
  const remind = async () => {
    await carryOut("talks.prompt", { id: newId(), offer: table.id }, { done: t("talk-prompted") });
  };
  const may = ["open", "early", "wishes"].includes(phase(here, { ...one, tables: [table] }));
  return html`<article class="card stack"><div class="row spread"><h2>${groupName(here, table.circle)} · ${teacherNames(table.body)}</h2><span class="muted">${placeName(table.body)}</span></div>
    ${mine ? html`<${Ring} part=${done} whole=${pupils.length} label=${t("talk-families", { done, of: pupils.length })} />` : html`<${Ring} part=${Math.min(taken, children)} whole=${children} label=${t("talk-chosen", { taken, children })} />`}
    <div class="row">${mine && html`<${ButtonLink} href=${`/talks/${one.id}/sheet`} icon="clock">${t("talk-sheet")}<//>`}
      ${may && (!mine || open.length > 0) && html`<${Button} kind="secondary" onPress=${remind}>${mine ? t("talk-prompt-some", { count: open.length }) : t("talk-prompt-all")}<//>`}</div>
    ${mine && open.length > 0 && html`<details><summary>${t("talk-not-yet", { count: open.length })}</summary><ul class="families">${open.map((pupil) => html`<li key=${pupil.child}><span>${pupil.first} ${pupil.last}<br /><span class="muted small">${pupil.open.map((each) => each.name).join(", ")}</span></span></li>`)}</ul></details>`}
    ${!mine && one.body.choose === "slots" && html`<p class="muted small">${t("talk-office-blind")}</p>`}</article>`;
}

/** From wishes to a plan: look first, then book it for everybody. @param {{here: Session, one: Round}} props */
function Plan({ here, one }) {
  const [shown, setShown] = useState(/** @type {ReturnType<typeof draft> | null} */ (null));
  const [done, setDone] = useState(0);
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const found = wishes(here, one.id);
  const take = async () => {
    if (!shown) return;
    try {
      const booked = await arrange(here, shown.placed, setDone);
      toast(t("talk-plan-booked", { count: booked }));
      setShown(null);
    } catch (reason) {
      setError(asTalkError(reason));
    }
  };
  return html`<article class="card stack"><h2>${t("talk-plan-title")}</h2><p>${t("talk-plan-wishes", { count: found.length })}</p>
    ${Date.now() < one.body.opens && html`<${Banner}><p>${t("talk-plan-early", { when: when(one.body.opens) })}</p><//>`}
    <${ErrorNote} error=${error} />
    ${!shown && html`<div class="row"><${Button} disabled=${!found.length} onPress=${() => setShown(draft(here, one))}>${t("talk-plan-make")}<//></div>`}
    ${shown && html`<${Draft} here=${here} shown=${shown} /><${Progress} done=${done} total=${shown.placed.length} label=${t("talk-plan-progress", { done, total: shown.placed.length })}>
      <${Button} disabled=${!shown.placed.length} onPress=${take}>${t("talk-plan-take", { count: shown.placed.length })}<//><${Button} kind="quiet" onPress=${() => setShown(null)}>${t("talk-leave-it")}<//><//>`}</article>`;
}

/** @param {{here: Session, shown: ReturnType<typeof draft>}} props */
function Draft({ here, shown }) {
  const rows = shown.placed.flatMap(({ wish, slot }) => {
    const at = slotOf(here, wish.offer, slot);
    return at ? [{ id: wish.id, at: moment(at), sort: `${at.day} ${at.start}`, name: nameOfChild(here, wish.child) }] : [];
  }).sort((a, b) => (a.sort < b.sort ? -1 : 1));
  return html`<ul class="list">${rows.map((row) => html`<li key=${row.id} class="item"><span class="words"><span class="title">${row.name}</span></span><span class="aside figures">${row.at}</span></li>`)}</ul>
    ${shown.without.length > 0 && html`<${Banner} kind="care"><p>${t("talk-plan-without", { names: shown.without.map((wish) => nameOfChild(here, wish.child)).join(", ") })}</p><//>`}`;
}
