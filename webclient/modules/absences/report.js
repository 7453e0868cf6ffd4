/** Reporting an absence: three taps for the usual morning; the rest waits behind "more". Kept and sent when there is a network. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { AttachTools, Chosen, useFiles } from "../../ui/attach.js";
import { Button } from "../../ui/button.js";
import { Check, Chips, Field } from "../../ui/field.js";
import { listed, t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { ReaderLine } from "../../ui/readers.js";
import { go } from "../../ui/router.js";
import { outbox, session, toast } from "../../ui/state.js";
import { ErrorNote } from "../../ui/status.js";
import { ownChildren } from "../people/model.js";
import { audienceOfAll } from "../news/audience.js";
import { addDays, dayOf } from "./days.js";
import { newId, newReport } from "./model.js";
import { REASONS } from "./rules.js";

const BLANK = { reason: "", from: "", until: "", open: false, weekly: false, start: "", end: "", text: "" };

export function ReportView() {
  const here = /** @type {import("../../sync/session.js").Session} */ (session.value);
  const own = ownChildren(here);
  const today = dayOf(Date.now());
  const [chosen, setChosen] = useState(own.length === 1 ? [own[0].circle] : /** @type {string[]} */ ([]));
  const [draft, setDraft] = useState({ ...BLANK, from: today, until: today });
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const files = useFiles("absence");
  const toggle = (/** @type {string} */ child) => setChosen(chosen.includes(child) ? chosen.filter((one) => one !== child) : [...chosen, child]);
  const set = (/** @type {Partial<typeof draft>} */ fields) => setDraft({ ...draft, ...fields });
  const names = listed(own.filter((child) => chosen.includes(child.circle)).map((child) => child.first));
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!chosen.length) return setError({ code: "no-child" });
    if (!draft.reason) return setError({ code: "no-reason" });
    if (!draft.open && draft.until < draft.from) return setError({ code: "until-before-from" });
    const report = newReport(chosen, bodyOf(draft), draft.text.trim());
    await outbox.value?.add("absences.report", report);
    const notes = chosen.map((child, at) => ({ child, absence: report.ids[at][0], id: newId() }));
    if (files.count) await files.send(here.seat({ circle: chosen[0] })?.id ?? "", "absences.enclose", (sent) => ({ notes, files: sent }));
    toast(t("absence-reported", { names }));
    go("/absences", { replace: true });
  };
  return html`<${Page} title=${t("absence-report")} back="/absences"><form class="stack" onSubmit=${send}>
    <${Chips} label=${t("absence-who")} options=${own.map((child) => ({ value: child.circle, text: child.first }))} chosen=${chosen} onToggle=${toggle} />
    <${Chips} label=${t("absence-why")} options=${REASONS.map((reason) => ({ value: reason, text: t(`reason-${reason}`) }))} chosen=${[draft.reason]} onToggle=${(/** @type {string} */ reason) => set({ reason })} />
    <${When} draft=${draft} set=${set} today=${today} />
    <${Field} label=${t("absence-remark")} hint=${t("absence-remark-hint")} value=${draft.text} onInput=${(/** @type {string} */ text) => set({ text })} rows=${2} />
    <div class="stack-small"><${Chosen} files=${files} /><p class="row muted small"><${AttachTools} files=${files} />${t("absence-enclose")}</p></div>
    <${ErrorNote} error=${error} />
    ${chosen.length > 0 && html`<${ReaderLine} audience=${audienceOfAll(here, chosen)} />`}
    <${Button} type="submit" big disabled=${files.busy > 0}>${names ? t("absence-verb", { names }) : t("absence-report")}<//></form><//>`;
}

/** @param {{draft: typeof BLANK, set: (fields: Partial<typeof BLANK>) => void, today: string}} props */
function When({ draft, set, today }) {
  const day = draft.from === today ? "today" : draft.from === addDays(today, 1) ? "tomorrow" : "other";
  const pick = (/** @type {string} */ value) => {
    const from = value === "tomorrow" ? addDays(today, 1) : today;
    set(value === "other" ? { from: addDays(today, 2), until: addDays(today, 2) } : { from, until: from });
  };
  return html`<${Chips} label=${t("absence-when")} options=${["today", "tomorrow", "other"].map((value) => ({ value, text: t(`absence-${value}`) }))} chosen=${[day]} onToggle=${pick} />
    ${day === "other" && html`<${Field} label=${t("absence-from")} type="date" value=${draft.from} min=${addDays(today, -7)} onInput=${(/** @type {string} */ from) => set({ from, until: draft.until < from ? from : draft.until })} />`}
    <details><summary>${t("absence-more")}</summary><div class="stack">
      <${Check} label=${t("absence-open")} hint=${t("absence-open-hint")} checked=${draft.open} onChange=${(/** @type {boolean} */ open) => set({ open })} />
      ${!draft.open && html`<${Field} label=${t("absence-until")} type="date" value=${draft.until} min=${draft.from} onInput=${(/** @type {string} */ until) => set({ until })} />`}
      <${Check} label=${t("absence-weekly")} hint=${t("absence-weekly-hint")} checked=${draft.weekly} onChange=${(/** @type {boolean} */ weekly) => set({ weekly })} />
      <div class="row"><${Field} label=${t("absence-start")} type="time" value=${draft.start} onInput=${(/** @type {string} */ start) => set({ start })} />
        <${Field} label=${t("absence-end")} type="time" value=${draft.end} onInput=${(/** @type {string} */ end) => set({ end })} /></div></div></details>`;
}

/** @param {typeof BLANK} draft */
function bodyOf({ reason, from, until, open, weekly, start, end }) {
  return { reason, from, until: open ? "" : until, ...(start ? { start } : {}), ...(end ? { end } : {}), ...(weekly ? { weekly: 1 } : {}) };
}
