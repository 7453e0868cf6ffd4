/** The field to answer in: to whom it goes is said above it, and when it arrives where that is not now. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { AttachTools, Chosen, useFiles } from "../../ui/attach.js";
import { Button } from "../../ui/button.js";
import { Choice } from "../../ui/choice.js";
import { useDraft } from "../../ui/draft.js";
import { Check, Field } from "../../ui/field.js";
import { t, when } from "../../ui/locale.js";
import { stopPending } from "../../ui/pending.js";
import { ReaderLine } from "../../ui/readers.js";
import { outbox, toast } from "../../ui/state.js";
import { directory } from "../groups/names.js";
import { messages, seatIn, takingPart, UNDO } from "./model.js";
import { arrival, readersOf, refName } from "./names.js";
import { newMessage } from "./writing.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./model.js").Thread} Thread */

/** @param {{here: Session, thread: Thread}} props */
export function Composer({ here, thread }) {
  const [draft, change] = useDraft(`thread ${thread.id}`, { text: "", all: false, hurry: false });
  const set = (/** @type {Partial<typeof draft>} */ some) => void change({ ...draft, ...some });
  const only = draft.all ? [] : senderOf(here, thread);
  const refs = only.length ? only : takingPart(here, thread.item);
  const late = arrival(here, thread.item.body.to.teams, refs.filter((ref) => !here.own().has(ref)));
  const files = useFiles(`thread ${thread.id}`);
  const isEmpty = !draft.text.trim() && !files.count;
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const text = draft.text.trim();
    const seat = seatIn(here, thread.item);
    if (isEmpty || files.busy || !seat) return;
    const message = newMessage(thread.id, text, { only, hold: holdOf(thread, only, draft.hurry ? 0 : late.at) });
    const { upload } = await files.send(seat.id, "messages.send", (sent) => ({ ...message, files: sent }));
    await change((now) => (now.text.trim() === text ? { text: "", all: false, hurry: false } : now)); // not what was typed while it went
    if (message.hold) toast(t("message-sent-held"), { action: t("undo"), run: () => void undo(upload, message.id) });
  };
  return html`<form class="composer stack" onSubmit=${send}><${ToWhom} here=${here} thread=${thread} all=${draft.all} onChange=${(/** @type {boolean} */ all) => set({ all })} />
    <${Late} late=${late} hurry=${draft.hurry} onChange=${(/** @type {boolean} */ hurry) => set({ hurry })} />
    <${ReaderLine} audience=${readersOf(here, refs)} /><${Chosen} files=${files} /><${Field} label=${t("message-text")} value=${draft.text} onInput=${(/** @type {string} */ text) => set({ text })} rows=${2} />
    <div class="row spread"><${AttachTools} files=${files} /><${Button} type="submit" disabled=${isEmpty || files.busy > 0}>${t("send")}<//></div></form>`;
}

/** What has not left this device goes nowhere; what has is taken back. @param {string} upload @param {string} message */
export async function undo(upload, message) {
  if (!(await stopPending(upload))) await outbox.value?.add("messages.take", { message });
}

/** When it arrives, outside the hours of whoever gets it. @param {{late: {at: number, text: string}, hurry: boolean, onChange: (hurry: boolean) => void}} props */
export function Late({ late, hurry, onChange }) {
  if (late.at <= Date.now()) return null;
  return html`<div class="late stack" role="status"><p class="muted small">${late.text && html`<strong>${late.text}</strong><br />`}${t("arrives-later", { when: when(late.at) })}</p>
    <${Check} label=${t("send-now-anyway")} checked=${hurry} onChange=${onChange} /></div>`;
}

/** In a group an answer goes to its sender, unless everybody is chosen. @param {{here: Session, thread: Thread, all: boolean, onChange: (all: boolean) => void}} props */
function ToWhom({ here, thread, all, onChange }) {
  const [sender] = senderOf(here, thread);
  const [open, setOpen] = useState(false);
  if (!sender) return null;
  const name = refName(here, sender, directory(here));
  const options = [{ value: "sender", text: t("answer-sender", { name }) }, { value: "all", text: t("answer-all") }];
  return open || all ? html`<${Choice} label=${t("answer-to")} options=${options} chosen=${all ? "all" : "sender"} onChoose=${(/** @type {string} */ one) => onChange(one === "all")} />`
    : html`<p class="row spread"><span>${t("answer-sender", { name })}</span><${Button} kind="quiet" onPress=${() => setOpen(true)}>${t("answer-to")}<//></p>`;
}

/** Whom an answer goes to by itself: in a group, whoever spoke last to all; elsewhere everybody. @param {Session} here @param {Thread} thread @returns {string[]} */
function senderOf(here, thread) {
  if (!thread.item.body.to.groups.length) return [];
  const own = here.own();
  const last = messages(here, thread.item).filter((item) => !own.has(item.head.seat)).pop();
  return last ? [last.head.seat] : [];
}

/** How long the server keeps it: until somebody works, a minute for many, not at all between two who talk. @param {Thread} thread @param {string[]} only @param {number} at */
function holdOf(thread, only, at) {
  const { groups, teams, people } = thread.item.body.to;
  const many = groups.length + teams.length > 0 || people.length > 1;
  return Math.max(at - Date.now(), many && !only.length ? UNDO : 0, 0);
}
