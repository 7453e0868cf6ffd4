/** A new book: first for whom, then its name; who will read what is put in it stands under it. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Avatar } from "../../ui/avatar.js";
import { Button } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { useDraft } from "../../ui/draft.js";
import { Field } from "../../ui/field.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { ReaderLine } from "../../ui/readers.js";
import { go } from "../../ui/router.js";
import { SearchBox } from "../../ui/search.js";
import { session, version } from "../../ui/state.js";
import { ErrorNote } from "../../ui/status.js";
import { choices, peopleAt, readersAt } from "./audience.js";
import { newId } from "./writing.js";

/** @typedef {import("./audience.js").Choice} Choice */

const BLANK = { place: "", title: "", text: "" };

export function NewBookView() {
  void version.value;
  const here = /** @type {import("../../sync/session.js").Session} */ (session.value);
  const [draft, change] = useDraft("book", BLANK);
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const all = choices(here);
  const chosen = all.find((one) => one.id === draft.place);
  const set = (/** @type {Partial<typeof BLANK>} */ some) => void change({ ...draft, ...some });
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!chosen) return setError({ code: "no-audience" });
    if (!draft.title.trim()) return setError({ code: "shelf-no-title" });
    const id = newId();
    await carryOut("bookshelf.put", { id, kind: "book", place: chosen.place, body: { title: draft.title.trim(), text: draft.text.trim(), within: "" } }, { done: t("shelf-book-made") });
    await change(BLANK);
    go(`/bookshelf/in/${id}`, { replace: true });
  };
  return html`<${Page} title=${t("shelf-new-book")} back="/bookshelf"><form class="stack" onSubmit=${send}>
    <${PlacePicker} all=${all} chosen=${chosen ?? null} onChoose=${(/** @type {string} */ place) => set({ place })} />
    ${chosen && html`<${ReaderLine} audience=${readersAt(here, chosen.place)} ask=${peopleAt(here, chosen.place)} />`}
    <${Field} label=${t("shelf-book-title")} hint=${t("shelf-book-title-hint")} value=${draft.title} onInput=${(/** @type {string} */ title) => set({ title })} required />
    <${Field} label=${t("shelf-book-text")} value=${draft.text} onInput=${(/** @type {string} */ text) => set({ text })} />
    <${ErrorNote} error=${error} /><${Button} type="submit" big>${t("shelf-make-book")}<//></form><//>`;
}

/** One place of all; families and people are found by name. @param {{all: Choice[], chosen: Choice | null, onChoose: (id: string) => void}} props */
export function PlacePicker({ all, chosen, onChoose }) {
  const [sought, setSought] = useState("");
  const words = sought.trim().toLowerCase();
  if (chosen) return html`<fieldset class="to-whom"><legend>${t("to-whom")}</legend><${One} one=${chosen} on onPress=${() => onChoose("")} />
    <p class="row"><${Button} kind="quiet" onPress=${() => onChoose("")}>${t("choose-other")}<//></p></fieldset>`;
  const shown = words ? all.filter((one) => `${one.name} ${one.about}`.toLowerCase().includes(words)) : all.filter((one) => one.wide);
  return html`<fieldset class="to-whom"><legend>${t("to-whom")}</legend><${SearchBox} label=${t("shelf-find-family")} value=${sought} onInput=${setSought} />
    ${shown.map((one) => html`<${One} key=${one.id} one=${one} on=${false} onPress=${() => onChoose(one.id)} />`)}</fieldset>`;
}

/** @param {{one: Choice, on: boolean, onPress: () => void}} props */
function One({ one, on, onPress }) {
  return html`<button type="button" class="partner" aria-pressed=${on ? "true" : "false"} onClick=${onPress}><${Avatar} name=${one.mark} tone=${one.id} />
    <span class="words"><strong>${one.name}</strong>${one.about && html`<span class="muted small">${one.about}</span>`}</span></button>`;
}
