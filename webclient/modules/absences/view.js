/** Absences: for parents each child with its week and what was reported; for the school the board of the day. */
import { html } from "../../lib/htm.js";
import { Attached } from "../../ui/attached.js";
import { Avatar } from "../../ui/avatar.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { date, t, when } from "../../ui/locale.js";
import { openedAt } from "../../ui/opened.js";
import { Page } from "../../ui/page.js";
import { pending, PendingFiles } from "../../ui/pending.js";
import { ReaderLine } from "../../ui/readers.js";
import { hrefAt, SchoolTag, sources } from "../../ui/schools.js";
import { session, version } from "../../ui/state.js";
import { Banner, Empty } from "../../ui/status.js";
import { audienceOf } from "../news/audience.js";
import { kids } from "../people/kids.js";
import { ownChildren } from "../people/model.js";
import { Boards } from "./board.js";
import { addDays, dayOf, noon } from "./days.js";
import { History } from "./history.js";
import { Leaves, Pickups } from "./leave.js";
import { absencesOf, alarms, enclosed, isNoted, newId, remarkOf, waitingFor } from "./model.js";
import { allowed } from "./rules.js";
import { Week } from "./week.js";

/** @typedef {import("../../ui/schools.js").Source} Source */

export function AbsencesView() {
  void version.value;
  const here = /** @type {import("../../sync/session.js").Session} */ (session.value);
  const own = kids(sources());
  const report = own.length > 0 && html`<${ButtonLink} href="/absences/new" icon="plus">${t("absence-report")}<//>`;
  return html`<${Page} title=${t("absences")} actions=${report} wide>
    <${Boards} here=${here} />
    ${own.flatMap((kid) => kid.at.map(({ of, circle }) => html`<${ChildCard} key=${circle} of=${of} circle=${circle} tone=${kid.tone} />`))}
    <${Leaves} here=${here} />
    ${!own.length && !here.roles().has("teacher") && !here.roles().has("office") && html`<${Empty} title=${t("absences-empty")} text=${t("absences-empty-text")} />`}<//>`;
}

/** The banners of children who are missed. @param {{here: import("../../sync/session.js").Session, of?: import("../../ui/schools.js").Source}} props */
export function Alarms({ here, of }) {
  void version.value;
  const names = new Map(ownChildren(here).map((child) => [child.circle, child.first]));
  const found = alarms(here, dayOf(Date.now())).filter((item) => names.has(item.circle));
  return html`${found.map((item) => html`<${Banner} key=${item.id} kind="stop"><p><strong>${t("alarm-title", { name: names.get(item.circle) ?? "" })}</strong> <${SchoolTag} of=${of} /><br />${t("alarm-text", { when: when(item.body.raised) })}</p>
    <${ButtonLink} href="/absences/new">${t("absence-report")}<//><//>`)}`;
}

/** A child at a school. @param {{of: Source, circle: string, tone: string}} props */
function ChildCard({ of, circle, tone }) {
  void version.value;
  const { here } = of;
  const child = /** @type {any} */ (ownChildren(here).find((one) => one.circle === circle));
  if (!child) return null;
  const day = dayOf(Date.now());
  const found = absencesOf(here, child.circle);
  const shown = found.filter((item) => !item.body.until || item.body.until >= addDays(day, -1) || (item.body.weekly && item.body.until >= day));
  const waiting = waitingFor(of.outbox, child.circle);
  return html`<section class="card stack"><div class="row"><${Avatar} name=${child.first} tone=${tone} /><h2>${child.first}</h2><${SchoolTag} of=${of} /></div>
    <${Week} here=${here} child=${child.circle} day=${day} />
    <ul class="stack">${waiting.map((body) => html`<li key=${body.written} class="absence"><p><strong>${t(`reason-${body.reason}`)}</strong> · ${span(body)}</p><p class="muted">${here.silent ? t("two-waits", { school: of.name }) : t("sending")}</p></li>`)}
      ${shown.map((item) => html`<${Absence} key=${item.id} of=${of} item=${item} day=${day} />`)}</ul>
    ${!shown.length && !waiting.length && html`<p class="muted">${t("absence-none", { name: child.first })}</p>`}
    <${Pickups} of=${of} child=${child.circle} day=${day} />
    <div class="row"><${ButtonLink} kind="quiet" href=${hrefAt(of, `/absences/leave/${child.circle}`)}>${t("leave-ask")}<//><${ButtonLink} kind="quiet" href=${hrefAt(of, `/absences/pickup/${child.circle}`)}>${t("pickup-say")}<//></div>
    <${History} child=${child} items=${found} /></section>`;
}

/** @param {{of: Source, item: import("../../sync/types.js").Item, day: string}} props */
function Absence({ of, item, day }) {
  void version.value;
  const { here, outbox } = of;
  const noted = isNoted(here, item.id);
  const may = allowed(item.body, "guardian", noted, day);
  const remark = remarkOf(here, item.id);
  const over = item.body.better && item.body.better <= day;
  const change = (/** @type {Record<string, any>} */ fields, /** @type {string} */ said) => async () => {
    await carryOut("absences.change", { id: item.id, fields, record: newId() }, { done: t(said), box: outbox });
  };
  const back = async () => {
    await carryOut("absences.withdraw", { id: item.id, record: newId() }, { done: t("absence-withdrawn"), waits: t("absence-withdraw-waits"), box: outbox });
  };
  return html`<li class="absence"><p><strong>${t(`reason-${item.body.reason}`)}</strong> · ${span(item.body)}</p>
    <p class="muted">${t("absence-written", { when: when(item.body.written) })}${noted ? ` · ${t("absence-noted")}` : ""}${over ? ` · ${t("absence-better-said")}` : ""}</p>
    ${remark && html`<p class="remark">${remark}</p>`}<${Attached} parts=${enclosed(here, item.id)} from=${openedAt(here)} />
    ${pending("absences.enclose").filter(({ data }) => data.notes.some((/** @type {any} */ one) => one.absence === item.id)).map((one) => html`<${PendingFiles} key=${one.upload} one=${one} />`)}<${ReaderLine} audience=${audienceOf(here, item.circle)} />
    ${!over && html`<div class="row">${item.body.from <= day && html`<${Button} kind="secondary" onPress=${change({ better: addDays(day, 1) }, "absence-better-done")}>${t("absence-better")}<//>`}
      ${item.body.until && !item.body.weekly && html`<${Button} kind="quiet" onPress=${change({ until: addDays(item.body.until, 1) }, "absence-longer-done")}>${t("absence-longer")}<//>`}
      ${may.has("withdraw") && html`<${Button} kind="quiet" onPress=${back}>${t("absence-withdraw")}<//>`}</div>`}</li>`;
}

/** From when until when, in words. @param {Record<string, any>} body */
export function span(body) {
  const from = date(noon(body.from));
  const part = body.start || body.end ? ` ${t("span-part", { start: body.start || "…", end: body.end || "…" })}` : "";
  if (body.weekly) return t("span-weekly", { from, until: body.until ? date(noon(body.until)) : "…" }) + part;
  if (!body.until) return t("span-open", { from }) + part;
  return (body.until === body.from ? from : t("span-days", { from, until: date(noon(body.until)) })) + part;
}
