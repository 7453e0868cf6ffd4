/** Departures for the office: who has agreed, a second pair of eyes, letting the dossier go, and ending the places in one press. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Button } from "../../ui/button.js";
import { date, t } from "../../ui/locale.js";
import { outbox, school, session, toast, version } from "../../ui/state.js";
import { Empty } from "../../ui/status.js";
import { dayOf } from "../../sync/zone.js";
import { noon } from "../absences/days.js";
import { callOf, directory } from "../groups/names.js";
import { RefundLines } from "../lunch/refundview.js";
import { Action } from "../people/changes.js";
import { fullName } from "../people/model.js";
import { answers, authorOf, departed, departures, isAgreed, leave, needsSecond, release, seconds } from "./departures.js";
import { custody, named, newId } from "./facts.js";
import { Agreements, DepartureLines } from "./lines.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */

/** @param {{here: Session}} props */
export function OfficeDepartures({ here }) {
  void version.value;
  const rows = new Map(here.replica.ofKind("roster").map((row) => [row.body.child, row]));
  const found = departures(here).map((item) => ({ item, row: rows.get(item.body.child) })).filter((one) => one.row && !one.row.body.left);
  const gone = here.replica.ofKind("departed").filter((one) => !rows.has(one.body.child) || rows.get(one.body.child)?.body.left).sort((a, b) => b.head.time - a.head.time);
  return html`<section class="stack"><h2>${t("move-office")}</h2>
    ${!found.length && !gone.length && html`<${Empty} title=${t("move-office-empty")} text=${t("move-office-empty-text")} />`}
    ${found.map(({ item, row }) => html`<${One} key=${item.id} here=${here} item=${item} row=${row} />`)}
    ${gone.length > 0 && html`<section class="card stack"><h3>${t("move-gone")}</h3><ul class="moving-rows">${gone.map((one) => html`<li key=${one.id}>${[one.body.first, one.body.last].join(" ")} · ${date(noon(one.body.day))} · ${one.body.to.name || one.body.to.host}</li>`)}</ul></section>`}</section>`;
}

/** @param {{here: Session, item: Item, row: Item}} props */
function One({ here, item, row }) {
  void version.value;
  const [asked, setAsked] = useState("");
  const values = { child: row.body.first };
  const released = departed(here, item);
  const ready = isAgreed(here, item);
  const second = ready && !released && needsSecond(here, item);
  const given = seconds(here, item).has(here.person);
  const isOver = item.body.last <= dayOf(Date.now());
  return html`<article class="card stack"><h3>${fullName(/** @type {any} */ (row.body))} · ${row.body.groups.join(", ")}</h3><${DepartureLines} item=${item} /><${Agreements} here=${here} item=${item} />
    <${OnPaper} here=${here} item=${item} />
    ${second && html`<p>${t(given ? "move-second-given" : "move-second-why", values)}</p>`}
    ${released && html`<p><span class="tag good">${t("move-let-go")}</span> ${date(released.head.time)}</p>`}
    <${RefundLines} here=${here} child=${item.body.child} />
    ${!ready && html`<p class="muted">${t("move-waiting", values)}</p>`}
    ${released && ready && html`<p class="muted">${t("move-end-self", { day: date(noon(item.body.last)) })}</p>`}
    <div class="row">${second && !given && html`<${Button} kind="secondary" onPress=${() => sayOf(item, { agrees: 1, second: 1 })}>${t("move-second")}<//>`}
      ${ready && !second && !released && html`<${Button} onPress=${() => setAsked("release")}>${t("move-release")}<//>`}
      ${released && ready && html`<${Button} kind=${isOver ? "danger" : "secondary"} onPress=${() => setAsked("leave")}>${t("move-end")}<//>`}</div>
    ${asked === "release" && html`<${Action} title=${t("move-release-title", values)} lines=${["who", "what", "proof", "kept"].map((one) => t(`move-release-${one}`, values))} verb=${t("move-release")} run=${() => letGo(here, item, values.child)} onClose=${() => setAsked("")} />`}
    ${asked === "leave" && html`<${Action} title=${t("move-end-title", values)} lines=${["family", "old", "handed", "kept"].map((one) => t(`move-end-${one}`, values))} verb=${t("move-end")} danger run=${() => end(here, item, values.child)} onClose=${() => setAsked("")} />`}</article>`;
}

/** Who has not answered: the office enters what came on paper. @param {{here: Session, item: Item}} props */
function OnPaper({ here, item }) {
  void version.value;
  const said = answers(here, item);
  const known = directory(here);
  const missing = custody(here, item.body.child).filter((seat) => seat !== authorOf(item) && said.get(seat) !== 1);
  return missing.length ? html`<div class="row">${missing.map((seat) => html`<${Button} key=${seat} kind="quiet" onPress=${() => sayOf(item, { agrees: 1, seat })}>${t("move-on-paper", { name: callOf(known, seat) })}<//>`)}</div>` : null;
}

/** @param {Item} item @param {Record<string, any>} more */
async function sayOf(item, more) {
  const [departure, of] = named(item);
  await outbox.value?.add("moving.answer", { departure, of, child: item.body.child, id: newId(), ...more });
}

/** @param {Session} here @param {Item} item @param {string} child */
async function letGo(here, item, child) {
  await release(here, item, school.value?.name ?? "");
  toast(t("move-release-done", { child }));
}

/** @param {Session} here @param {Item} item @param {string} child */
async function end(here, item, child) {
  await leave(here, item);
  toast(t("leave-done", { child, groups: "" }));
  void session.value?.sync();
}
