/** What suits a family: from when, until when, when not. The school makes a plan from everybody's. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Button } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { Chips, Field } from "../../ui/field.js";
import { date, listed, t, when } from "../../ui/locale.js";
import { ReaderLine } from "../../ui/readers.js";
import { session } from "../../ui/state.js";
import { Banner, ErrorNote } from "../../ui/status.js";
import { noon } from "../absences/days.js";
import { tablesFor, wishFor } from "./rounds.js";
import { teacherNames } from "./words.js";
import { newId } from "./writing.js";

/** @param {{one: import("./rounds.js").Round, children: any[]}} props */
export function WishForm({ one, children }) {
  const here = /** @type {import("../../sync/session.js").Session} */ (session.value);
  const said = wishFor(here, one, children[0].circle)?.body;
  const [draft, setDraft] = useState({ from: String(said?.from ?? ""), until: String(said?.until ?? ""), off: /** @type {string[]} */ (said?.avoid.map((/** @type {string[]} */ each) => each[0]) ?? []), interpreter: String(said?.interpreter ?? "") });
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const set = (/** @type {Partial<typeof draft>} */ fields) => setDraft({ ...draft, ...fields });
  const toggle = (/** @type {string} */ day) => set({ off: draft.off.includes(day) ? draft.off.filter((each) => each !== day) : [...draft.off, day] });
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (draft.from && draft.until && draft.until <= draft.from) return setError({ code: "talk-wish-times" });
    const body = { from: draft.from, until: draft.until, avoid: draft.off.map((day) => [day, "", ""]), who: "", interpreter: draft.interpreter.trim() };
    for (const child of children)
      for (const table of tablesFor(here, one, child).slice(0, 1)) await carryOut("talks.wish", { id: newId(), offer: table.id, child: child.circle, body }, { done: child === children.at(-1) ? t("talk-wish-sent") : "" });
    setError(null);
  };
  const days = one.days.map((day) => ({ value: day, text: date(noon(day)) }));
  return html`<form class="card stack" onSubmit=${send}><h2>${t("talk-wish-title")}</h2><p>${t("talk-wish-why", { when: when(one.body.opens) })}</p>
    ${said && html`<${Banner} kind="good"><p>${t("talk-wish-there")}</p><//>`}
    <div class="row"><${Field} label=${t("talk-wish-from")} type="time" value=${draft.from} onInput=${(/** @type {string} */ from) => set({ from })} />
      <${Field} label=${t("talk-wish-until")} type="time" value=${draft.until} onInput=${(/** @type {string} */ until) => set({ until })} /></div>
    ${days.length > 1 && html`<${Chips} label=${t("talk-wish-not")} options=${days} chosen=${draft.off} onToggle=${toggle} />`}
    <${Field} label=${t("talk-interpreter")} hint=${t("talk-interpreter-hint")} value=${draft.interpreter} onInput=${(/** @type {string} */ interpreter) => set({ interpreter })} />
    <${ErrorNote} error=${error} /><${ReaderLine} audience=${wishReaders(here, one, children)} />
    <${Button} type="submit" big>${t("talk-wish-verb", { names: listed(children.map((child) => child.first)) })}<//></form>`;
}

/** @param {import("../../sync/session.js").Session} here @param {import("./rounds.js").Round} one @param {any[]} children */
function wishReaders(here, one, children) {
  const names = [...new Set(children.flatMap((child) => tablesFor(here, one, child).map((table) => teacherNames(table.body))))];
  return [...names.map((name) => ({ name, about: t("talk-reader-teacher") })), { name: t("audience-office"), about: t("audience-office-about") }, { name: t("audience-you"), about: t("audience-you-about") }];
}
