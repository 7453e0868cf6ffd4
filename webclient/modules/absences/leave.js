/** Leave: asked for with reasons for the office, decided with a reason for the family; and who fetches a child. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Attach, useFiles } from "../../ui/attach.js";
import { Attached } from "../../ui/attached.js";
import { Button } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { Check, Chips, Field } from "../../ui/field.js";
import { date, t, when } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { ReaderLine } from "../../ui/readers.js";
import { go } from "../../ui/router.js";
import { outbox, session, toast, version } from "../../ui/state.js";
import { ErrorNote } from "../../ui/status.js";
import { audienceOf } from "../news/audience.js";
import { children } from "../people/model.js";
import { dayOf, noon } from "./days.js";
import { collectors, leaves, newId } from "./model.js";
import { waitingWords, wordsFrom } from "./pickups.js";

const KINDS = ["family", "religious", "other"];

/** @param {{params: Record<string, string>}} props */
export function LeaveView({ params }) {
  const child = nameOf(params.child);
  const today = dayOf(Date.now());
  const [draft, setDraft] = useState({ from: today, until: today, kind: "family", text: "" });
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const set = (/** @type {Partial<typeof draft>} */ fields) => setDraft({ ...draft, ...fields });
  const files = useFiles(`leave ${params.child}`);
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!draft.text.trim()) return setError({ code: "no-plea" });
    if (draft.until < draft.from) return setError({ code: "until-before-from" });
    const { from, until, kind } = draft;
    const data = { child: params.child, body: { from, until, kind, written: Date.now() }, text: draft.text.trim(), ids: [newId(), newId()] };
    await files.send(session.value?.seat({ circle: params.child })?.id ?? "", "absences.leave", (sent) => ({ ...data, files: sent }));
    toast(t("leave-asked"));
    go("/absences", { replace: true });
  };
  return html`<${Page} title=${t("leave-ask-title", { name: child })} back="/absences"><form class="stack" onSubmit=${send}><p>${t("leave-why")}</p>
    <div class="row"><${Field} label=${t("absence-from")} type="date" value=${draft.from} min=${today} onInput=${(/** @type {string} */ from) => set({ from, until: draft.until < from ? from : draft.until })} />
      <${Field} label=${t("absence-until")} type="date" value=${draft.until} min=${draft.from} onInput=${(/** @type {string} */ until) => set({ until })} /></div>
    <${Chips} label=${t("leave-kind")} options=${KINDS.map((kind) => ({ value: kind, text: t(`leave-${kind}`) }))} chosen=${[draft.kind]} onToggle=${(/** @type {string} */ kind) => set({ kind })} />
    <${Field} label=${t("leave-reasons")} hint=${t("leave-reasons-hint")} value=${draft.text} onInput=${(/** @type {string} */ text) => set({ text })} rows=${4} required /><${Attach} files=${files} />
    <${ErrorNote} error=${error} /><${Button} type="submit" big disabled=${files.busy > 0}>${t("leave-verb")}<//></form><//>`;
}

/** @param {{params: Record<string, string>}} props */
export function PickupView({ params }) {
  const child = nameOf(params.child);
  const [draft, setDraft] = useState({ date: dayOf(Date.now()), name: "", relation: "", phone: "", always: false });
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const set = (/** @type {Partial<typeof draft>} */ fields) => setDraft({ ...draft, ...fields });
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!draft.name.trim()) return setError({ code: "no-name" });
    const { date: day, relation, phone, always } = draft;
    const name = draft.name.trim();
    if (always) await outbox.value?.add("absences.collector", { child: params.child, body: { name, relation, phone: phone.trim() }, record: newId() });
    else await carryOut("absences.pickup", { child: params.child, body: { date: day, name, relation }, record: newId() }, { done: t("pickup-said", { name: child }) });
    go("/absences", { replace: true });
  };
  return html`<${Page} title=${t("pickup-title", { name: child })} back="/absences"><form class="stack" onSubmit=${send}><p>${t("pickup-why")}</p>
    <${Field} label=${t("pickup-name")} hint=${t("pickup-name-hint")} value=${draft.name} onInput=${(/** @type {string} */ name) => set({ name })} required />
    <${Check} label=${t("pickup-always")} hint=${t("pickup-always-hint")} checked=${draft.always} onChange=${(/** @type {boolean} */ always) => set({ always })} />
    ${draft.always ? html`<${Field} label=${t("pickup-phone")} type="tel" value=${draft.phone} onInput=${(/** @type {string} */ phone) => set({ phone })} />`
      : html`<${Field} label=${t("pickup-day")} type="date" value=${draft.date} min=${dayOf(Date.now())} onInput=${(/** @type {string} */ day) => set({ date: day })} />`}
    <${Collectors} child=${params.child} />
    <${ErrorNote} error=${error} /><${Button} type="submit" big>${t("pickup-verb")}<//></form><//>`;
}

/** Who fetches a child from today on, with the way to take that back. @param {{of: import("../../ui/schools.js").Source, child: string, day: string}} props */
export function Pickups({ of, child, day }) {
  void version.value;
  const found = wordsFrom([...of.here.replica.ofKind("pickup", child), ...waitingWords(of.outbox, child)], day);
  const back = (/** @type {string} */ date) => of.outbox.add("absences.pickup", { child, body: { date, name: "", relation: "" }, record: newId() });
  if (!found.length) return null;
  return html`<ul class="stack">${found.map((word) => html`<li key=${word.day} class="absence">
    <p><strong>${word.name ? t("pickup-is", { name: word.name }) : t("pickup-off", { name: word.was })}</strong> · ${date(noon(word.day))}</p>
    <p class="muted" role="status">${word.waits ? (of.here.silent ? t("two-waits", { school: of.name }) : t("sending")) : word.name ? (word.was && t("pickup-changed", { was: word.was, when: when(word.at) })) : t("pickup-off-when", { when: when(word.at) })}</p>
    ${word.name && html`<${ReaderLine} audience=${audienceOf(of.here, child)} /><div class="row"><${Button} kind="quiet" onPress=${() => back(word.day)}>${t("pickup-withdraw")}<//></div>`}</li>`)}</ul>`;
}

/** Who may always fetch the child, and the way back. @param {{child: string}} props */
function Collectors({ child }) {
  void version.value;
  const found = collectors(/** @type {any} */ (session.value), child);
  if (!found.length) return null;
  return html`<section class="stack"><h2>${t("pickup-known")}</h2><ul class="stack">${found.map((item) => html`<li key=${item.id} class="row between"><span>${[item.body.name, item.body.phone].filter(Boolean).join(", ")}</span>
    <${Button} kind="quiet" onPress=${() => outbox.value?.add("absences.collector-gone", { id: item.id })}>${t("pickup-gone")}<//></li>`)}</ul></section>`;
}

/** Requests and decisions: one's own, or for the office all that wait. @param {{here: import("../../sync/session.js").Session}} props */
export function Leaves({ here }) {
  void version.value;
  const office = here.roles().has("office");
  const found = leaves(here).filter((one) => !office || !one.decision);
  if (!found.length) return null;
  return html`<section class="card stack"><h2>${t("leave")}</h2><ul class="stack">${found.map((one) => html`<li key=${one.item.id} class="absence">
    <p><strong>${one.child}</strong> · ${t(`leave-${one.item.body.kind}`)} · ${date(noon(one.item.body.from))}${one.item.body.until !== one.item.body.from ? ` – ${date(noon(one.item.body.until))}` : ""}</p>
    ${one.plea && html`<p class="remark">${one.plea}</p>`}<${Attached} parts=${one.files} />
    ${one.decision ? html`<p><span class=${`tag ${one.decision.granted ? "good" : "stop"}`}>${t(one.decision.granted ? "leave-granted" : "leave-refused")}</span> ${one.decision.reason}</p>`
      : office ? html`<${Decide} leave=${one.item.id} />` : html`<p class="muted">${t("leave-waits")}</p>`}</li>`)}</ul></section>`;
}

/** @param {{leave: string}} props */
function Decide({ leave }) {
  const [reason, setReason] = useState("");
  const decide = (/** @type {number} */ granted) => async () => {
    await carryOut("absences.decide", { leave, granted, reason: reason.trim(), record: newId() }, { done: t("leave-decided") });
  };
  return html`<${Field} label=${t("leave-motive")} hint=${t("leave-motive-hint")} value=${reason} onInput=${setReason} />
    <div class="row"><${Button} onPress=${decide(1)}>${t("leave-grant")}<//><${Button} kind="secondary" disabled=${!reason.trim()} onPress=${decide(0)}>${t("leave-refuse")}<//></div>`;
}

/** @param {string} child */
function nameOf(child) {
  const here = /** @type {import("../../sync/session.js").Session} */ (session.value);
  return children(here).find((one) => one.circle === child)?.first ?? "";
}
