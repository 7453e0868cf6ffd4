/** Asking families for a file: of whom, what, until when. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Button } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { useDraft } from "../../ui/draft.js";
import { Chips, Field } from "../../ui/field.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { ReaderLine } from "../../ui/readers.js";
import { go } from "../../ui/router.js";
import { session, version } from "../../ui/state.js";
import { ErrorNote } from "../../ui/status.js";
import { audiences } from "../news/model.js";
import { readersAt } from "./audience.js";
import { newId, untilOf } from "./writing.js";

const BLANK = { circle: "", title: "", text: "", until: "" };

export function AskView() {
  void version.value;
  const here = /** @type {import("../../sync/session.js").Session} */ (session.value);
  const [draft, change] = useDraft("filerequest", BLANK);
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const may = audiences(here);
  const options = [...(may.school ? [{ value: may.school, text: t("audience-school") }] : []), ...may.groups.map((one) => ({ value: one.group, text: one.name }))];
  const circle = draft.circle || (options.length === 1 ? options[0].value : "");
  const team = here.replica.trust.groups.find((act) => act.group === circle)?.team;
  const to = team ?? here.replica.trust.charter.office;
  const set = (/** @type {Partial<typeof BLANK>} */ some) => void change({ ...draft, ...some });
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!circle) return setError({ code: "no-audience" });
    if (!draft.title.trim()) return setError({ code: "shelf-no-title" });
    await carryOut("bookshelf.ask", { id: newId(), circle, body: { title: draft.title.trim(), text: draft.text.trim(), until: untilOf(draft.until), to } }, { done: t("shelf-ask-sent") });
    await change(BLANK);
    go("/bookshelf", { replace: true });
  };
  return html`<${Page} title=${t("shelf-ask")} back="/bookshelf"><form class="stack" onSubmit=${send}><p>${t("shelf-ask-why")}</p>
    <${Chips} label=${t("to-whom")} options=${options} chosen=${[circle]} onToggle=${(/** @type {string} */ value) => set({ circle: value })} />
    <${Field} label=${t("shelf-ask-title")} hint=${t("shelf-ask-title-hint")} value=${draft.title} onInput=${(/** @type {string} */ title) => set({ title })} required />
    <${Field} label=${t("shelf-ask-text")} value=${draft.text} onInput=${(/** @type {string} */ text) => set({ text })} rows=${3} />
    <${Field} label=${t("shelf-ask-until")} type="date" value=${draft.until} onInput=${(/** @type {string} */ until) => set({ until })} />
    ${circle && html`<p class="muted small">${t("shelf-ask-readers")}</p><${ReaderLine} audience=${readersAt(here, { circle: here.seat({ circle })?.id ?? "", to: { circles: [to], people: [], child: "" } })} />`}
    <${ErrorNote} error=${error} /><${Button} type="submit" big>${t("shelf-ask-verb")}<//></form><//>`;
}
