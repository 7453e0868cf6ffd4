/** Reporting an absence: three taps for the usual morning; the rest waits behind "more". Kept and sent when there is a network. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { AttachTools, Chosen, useFiles } from "../../ui/attach.js";
import { Button } from "../../ui/button.js";
import { Check, Chips, Field } from "../../ui/field.js";
import { listed, t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { go } from "../../ui/router.js";
import { sources } from "../../ui/schools.js";
import { toast, version } from "../../ui/state.js";
import { ErrorNote } from "../../ui/status.js";
import { kids } from "../people/kids.js";
import { addDays, dayOf } from "./days.js";
import { newId, newReport } from "./model.js";
import { daysOf, toldOf } from "./places.js";
import { REASONS } from "./rules.js";
import { TwoPlaces, WhoHears } from "./twoplaces.js";

/** @typedef {import("./places.js").Told} Told */

const BLANK = { reason: "", from: "", until: "", open: false, weekly: false, start: "", end: "", text: "" };

export function ReportView() {
  void version.value;
  const all = sources();
  const own = kids(all);
  const today = dayOf(Date.now());
  const [chosen, setChosen] = useState(own.length === 1 ? [own[0].key] : /** @type {string[]} */ ([]));
  const [draft, setDraft] = useState({ ...BLANK, from: today, until: today });
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const files = useFiles("absence");
  const toggle = (/** @type {string} */ child) => setChosen(chosen.includes(child) ? chosen.filter((one) => one !== child) : [...chosen, child]);
  const set = (/** @type {Partial<typeof draft>} */ fields) => setDraft({ ...draft, ...fields });
  const away = own.filter((child) => chosen.includes(child.key));
  const names = listed(away.map((child) => child.first));
  const told = away.flatMap((child) => toldOf(child, daysOf(child, all), bodyOf(draft)));
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const missing = problemOf(away, all, draft, told);
    if (missing) return setError({ code: missing });
    await report(told, draft.text.trim(), files);
    toast(t("absence-reported", { names }));
    go("/absences", { replace: true });
  };
  return html`<${Page} title=${t("absence-report")} back="/absences"><form class="stack" onSubmit=${send}>
    <${Chips} label=${t("absence-who")} options=${own.map((child) => ({ value: child.key, text: child.first }))} chosen=${chosen} onToggle=${toggle} />
    ${away.filter((child) => child.at.length > 1).map((child) => html`<${TwoPlaces} key=${child.key} kid=${child} today=${today} />`)}
    <${Chips} label=${t("absence-why")} options=${REASONS.map((reason) => ({ value: reason, text: t(`reason-${reason}`) }))} chosen=${[draft.reason]} onToggle=${(/** @type {string} */ reason) => set({ reason })} />
    <${When} draft=${draft} set=${set} today=${today} />
    <${Field} label=${t("absence-remark")} hint=${t("absence-remark-hint")} value=${draft.text} onInput=${(/** @type {string} */ text) => set({ text })} rows=${2} />
    <div class="stack-small"><${Chosen} files=${files} /><p class="row muted small"><${AttachTools} files=${files} />${t("absence-enclose")}</p></div>
    <${ErrorNote} error=${error} /><${WhoHears} told=${isUnsure(away, all) ? [] : told} />
    <${Button} type="submit" big disabled=${files.busy > 0}>${names ? t("absence-verb", { names }) : t("absence-report")}<//></form><//>`;
}

/** What is missing; "" if nothing is. @param {import("../people/kids.js").Kid[]} away @param {import("../../ui/schools.js").Source[]} all @param {typeof BLANK} draft @param {Told[]} told */
function problemOf(away, all, draft, told) {
  if (!away.length) return "no-child";
  if (isUnsure(away, all)) return "two-unsure";
  if (!draft.reason) return "no-reason";
  if (!draft.open && draft.until < draft.from) return "until-before-from";
  return told.length ? "" : "no-day-at-school";
}

/** Whether it was not said yet which days a child is where. @param {import("../people/kids.js").Kid[]} away @param {import("../../ui/schools.js").Source[]} all */
function isUnsure(away, all) {
  return away.some((child) => child.at.length > 1 && !daysOf(child, all));
}

/** Each school is told of its own days, through its own outbox; files go to each as well: to the one that is shown last, as they are let go with it. @param {Told[]} told @param {string} text @param {import("../../ui/attach.js").Files} files */
async function report(told, text, files) {
  const schools = [...new Set(told.map((one) => one.of))].sort((a, b) => Number(b.other) - Number(a.other));
  for (const of of schools) {
    const notes = /** @type {{child: string, absence: string, id: string}[]} */ ([]);
    for (const { children, body } of joined(told.filter((one) => one.of === of))) {
      const made = newReport(children, body, text);
      await of.outbox.add("absences.report", made);
      notes.push(...children.map((child, at) => ({ child, absence: made.ids[at][0], id: newId() })));
    }
    const put = { seat: of.here.seat({ circle: notes[0].child })?.id ?? "", data: (/** @type {any[]} */ sent) => ({ notes, files: sent }) };
    if (files.count && of.other) await of.uploads.add(put.seat, await files.copies(), (sent) => ({ type: "absences.enclose", data: put.data(sent) }));
    else if (files.count) await files.send(put.seat, "absences.enclose", put.data);
  }
  if (!schools.some((of) => !of.other)) for (const { blob } of files.parts) files.remove(blob);
}

/** Children with the same days in one report. @param {Told[]} told */
function joined(told) {
  const found = new Map(/** @type {[string, {children: string[], body: Record<string, any>}][]} */ ([]));
  for (const { child, body } of told) {
    const key = `${body.from} ${body.until}`;
    found.set(key, { children: [...(found.get(key)?.children ?? []), child], body });
  }
  return [...found.values()];
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
