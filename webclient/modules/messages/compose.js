/** A new message: first to whom, then what; the button says by name who is going to read it. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Attach, useFiles } from "../../ui/attach.js";
import { Avatar } from "../../ui/avatar.js";
import { Button } from "../../ui/button.js";
import { useDraft } from "../../ui/draft.js";
import { Check, Field } from "../../ui/field.js";
import { listed, t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { ReaderLine } from "../../ui/readers.js";
import { go } from "../../ui/router.js";
import { SearchBox } from "../../ui/search.js";
import { session, toast, version } from "../../ui/state.js";
import { Banner } from "../../ui/status.js";
import { Late, undo } from "./composer.js";
import { UNDO } from "./model.js";
import { arrival, partners, readersOf } from "./names.js";
import { newThread } from "./writing.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./names.js").Partner} Partner */
const MANY = 6;
/** A message to nobody yet. */
export const BLANK = { chosen: /** @type {string[]} */ ([]), title: "", text: "", past: false, hurry: false };

/** @param {{params: Record<string, string>}} props */
export function NewView({ params }) {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const [kept, change] = useDraft("message", BLANK);
  const draft = params.id && !kept.chosen.length ? { ...kept, chosen: [params.id] } : kept;
  const set = (/** @type {Partial<typeof BLANK>} */ some) => void change({ ...draft, ...some });
  const all = partners(here);
  const chosen = all.filter((one) => draft.chosen.includes(one.id));
  const to = together(chosen);
  const late = arrival(here, to.teams, to.people);
  const files = useFiles("message");
  const isEmpty = !draft.text.trim() && !files.count;
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!chosen.length || isEmpty || files.busy) return;
    const hold = Math.max(UNDO, draft.hurry ? 0 : late.at - Date.now());
    const opening = newThread({ seat: chosen[0].seat, to, title: draft.title.trim(), about: chosen[0].child, text: draft.text.trim(), past: Number(draft.past), hold });
    const { upload } = await files.send(opening.seat, "messages.open", (sent) => ({ ...opening, files: sent }));
    await change(BLANK);
    toast(t("message-sent-held"), { action: t("undo"), run: () => void undo(upload, opening.message) });
    go(`/messages/${opening.thread}`, { replace: true });
  };
  return html`<${Page} title=${t("messages-new")} back="/messages"><form class="stack" onSubmit=${send}>
    <${ToWhom} all=${all} chosen=${draft.chosen} onChange=${(/** @type {string[]} */ ids) => set({ chosen: ids })} />
    ${chosen.length > 0 && html`<${Words} here=${here} draft=${draft} chosen=${chosen} to=${to} set=${set} late=${late} files=${files} />`}</form><//>`;
}

/** @param {{here: Session, draft: typeof BLANK, chosen: Partner[], to: import("./model.js").Members, set: (some: Partial<typeof BLANK>) => void, late: {at: number, text: string}, files: import("../../ui/attach.js").Files}} props */
function Words({ here, draft, chosen, to, set, late, files }) {
  const many = to.groups.length > 0 || to.people.length > 1;
  const who = listed(chosen.flatMap((one) => (one.readers.length ? one.readers : [one.name])));
  return html`${many && html`<${Field} label=${t("thread-title")} hint=${t("thread-title-hint")} value=${draft.title} onInput=${(/** @type {string} */ title) => set({ title })} />`}
    <${Field} label=${t("message-text")} value=${draft.text} onInput=${(/** @type {string} */ text) => set({ text })} rows=${5} required=${!files.count} /><${Attach} files=${files} />
    ${to.people.length > 1 && !chosen[0].child && html`<${Check} label=${t("thread-past")} hint=${t("thread-past-hint")} checked=${draft.past} onChange=${(/** @type {boolean} */ past) => set({ past })} />`}
    <${Late} late=${late} hurry=${draft.hurry} onChange=${(/** @type {boolean} */ hurry) => set({ hurry })} />
    ${chosen[0].child && html`<${Banner} kind="care"><p><strong>${t("check-recipients", { who })}</strong><br />${t("check-recipients-text")}</p><//>`}
    <${ReaderLine} audience=${readersOf(here, [...to.groups, ...to.teams, ...to.people])} />
    <${Button} type="submit" big disabled=${(!draft.text.trim() && !files.count) || files.busy > 0}>${t("send-to", { who })}<//>`;
}

/** @param {{all: Partner[], chosen: string[], onChange: (ids: string[]) => void}} props */
function ToWhom({ all, chosen, onChange }) {
  const [sought, setSought] = useState("");
  const words = sought.trim().toLowerCase();
  const [open, setOpen] = useState(false);
  const picked = all.filter((one) => chosen.includes(one.id));
  const shown = all.filter((one) => chosen.includes(one.id) || `${one.name} ${one.about}`.toLowerCase().includes(words));
  const isPerson = picked.some((one) => ["parent", "staff"].includes(one.sort));
  const pick = (/** @type {Partner} */ one) => onChange(toggled(all, chosen, one));
  if (!all.length) return html`<p>${t("nobody-to-write")}</p>`;
  if (picked.length && !open) return html`<fieldset class="to-whom"><legend>${t("to-whom")}</legend>${picked.map((one) => html`<${Choose} key=${one.id} one=${one} on onPress=${() => pick(one)} />`)}
    <p class="row"><${Button} kind="quiet" onPress=${() => setOpen(true)}>${t(isPerson ? "thread-add" : "choose-other")}<//></p></fieldset>`;
  return html`<fieldset class="to-whom"><legend>${t("to-whom")}</legend>${all.length > MANY && html`<${SearchBox} label=${t("search-people")} value=${sought} onInput=${setSought} />`}
    ${shown.map((one) => html`<${Choose} key=${one.id} one=${one} on=${chosen.includes(one.id)} onPress=${() => (pick(one), setOpen(false), setSought(""))} />`)}</fieldset>`;
}

/** @param {{one: Partner, on: boolean, onPress: () => void}} props */
function Choose({ one, on, onPress }) {
  return html`<button type="button" class="partner" aria-pressed=${on ? "true" : "false"} onClick=${onPress}><${Avatar} name=${one.mark} tone=${one.id} />
    <span class="words"><strong>${one.name}</strong>${one.about && html`<span class="muted small">${one.about}</span>`}</span></button>`;
}

/** Several people make a group; a team, a class or a child's parents stand alone. @param {Partner[]} all @param {string[]} chosen @param {Partner} one */
function toggled(all, chosen, one) {
  if (chosen.includes(one.id)) return chosen.filter((id) => id !== one.id);
  const isPerson = (/** @type {string} */ id) => ["parent", "staff"].includes(all.find((other) => other.id === id)?.sort ?? "");
  return isPerson(one.id) ? [...chosen.filter(isPerson), one.id] : [one.id];
}

/** @param {Partner[]} chosen @returns {import("./model.js").Members} */
function together(chosen) {
  const every = (/** @type {"groups" | "teams" | "people"} */ key) => [...new Set(chosen.flatMap((one) => one.to[key]))];
  return { groups: every("groups"), teams: every("teams"), people: every("people") };
}
