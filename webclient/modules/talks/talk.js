/** One talk for its teacher: what the family said, where it is, and afterwards what was said, for whom the teacher chooses. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { dayOf } from "../../sync/zone.js";
import { Attach, useFiles } from "../../ui/attach.js";
import { Attached } from "../../ui/attached.js";
import { Button } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { Choice } from "../../ui/choice.js";
import { Field } from "../../ui/field.js";
import { filesOf } from "../../ui/files.js";
import { date, t } from "../../ui/locale.js";
import { pending, PendingFiles } from "../../ui/pending.js";
import { ReaderLine } from "../../ui/readers.js";
import { toast } from "../../ui/state.js";
import { ErrorNote } from "../../ui/status.js";
import { audienceOf } from "../news/audience.js";
import { nameOf } from "../people/model.js";
import { noon } from "../absences/days.js";
import { appointmentOf, reportsOf } from "./rounds.js";
import { asTalkError, firstOf, safeLink } from "./words.js";
import { answerTo, cancel, newId } from "./writing.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./rounds.js").Talk} Talk */

/** @param {{here: Session, talk: Talk, onDone: () => void}} props */
export function TalkDetail({ here, talk, onDone }) {
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const { body, id } = talk.item;
  const free = () => cancel(here, id).then(() => (toast(t("talk-cancelled")), onDone()), (reason) => setError(asTalkError(reason)));
  return html`<div class="talk-detail stack no-print">
    ${body.note && html`<p class="remark"><span class="muted small">${t("talk-note")}</span><br />${body.note}</p>`}
    ${body.interpreter && html`<p>${t("talk-interpreter-for", { language: body.interpreter })}</p>`}
    ${body.seat && html`<p class="muted small">${t("talk-by-school-for", { name: nameOf(here, body.seat) })}</p>`}
    ${reportsOf(here, body.child).map((item) => html`<div class="remark" key=${item.id}><span class="muted small">${date(noon(item.body.day))} · ${t(item.kind === "talkfile" ? "talk-scope-child-short" : "talk-scope-home-short")}</span><br />${item.body.text}<${Attached} parts=${filesOf(item.body)} /></div>`)}
    <${Where} here=${here} talk=${talk} /><${Report} here=${here} talk=${talk} />
    <${ErrorNote} error=${error} /><div class="row"><${Button} kind="danger" onPress=${free}>${t("talk-free-it")}<//></div></div>`;
}

/** Another room, or the link of a call: for that home only. @param {{here: Session, talk: Talk}} props */
function Where({ here, talk }) {
  const known = appointmentOf(here, talk.item.id);
  const [draft, setDraft] = useState({ link: known.link, room: known.room, note: known.note });
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const set = (/** @type {string} */ key) => (/** @type {string} */ value) => setDraft({ ...draft, [key]: value });
  const send = async () => {
    if (draft.link && !safeLink(draft.link.trim())) return setError({ code: "talk-link" });
    await carryOut("talks.appoint", { id: newId(), booking: talk.item.id, body: { link: draft.link.trim(), room: draft.room.trim(), note: draft.note.trim() } }, { done: t("talk-where-sent") });
    setError(null);
  };
  return html`<details open=${talk.item.body.mode === "video" && !known.link}><summary>${t("talk-where")}</summary><div class="stack">
    ${talk.item.body.mode === "video" && html`<${Field} label=${t("talk-link")} hint=${t("talk-link-hint")} type="url" value=${draft.link} onInput=${set("link")} />`}
    <${Field} label=${t("talk-room-other")} value=${draft.room} onInput=${set("room")} /><${Field} label=${t("talk-where-note")} value=${draft.note} onInput=${set("note")} />
    <${ErrorNote} error=${error} /><${ReaderLine} audience=${homeReaders(here, talk)} /><div class="row"><${Button} kind="secondary" onPress=${send}>${t("talk-where-verb")}<//></div></div></details>`;
}

/** What was said: the words say who will read it before it is filed. @param {{here: Session, talk: Talk}} props */
function Report({ here, talk }) {
  const [text, setText] = useState("");
  const [scope, setScope] = useState("home");
  const files = useFiles(`report ${talk.item.id}`);
  const first = firstOf(here, talk.item.body.child);
  const send = async () => {
    const data = { id: newId(), booking: talk.item.id, scope, text: text.trim(), day: dayOf(Date.now()) };
    const circle = scope === "child" ? talk.item.body.child : (here.seat({ circle: talk.table.circle })?.id ?? "");
    await files.send(circle, "talks.report", (sent) => ({ ...data, files: sent }));
    setText("");
    toast(t("talk-report-filed"));
  };
  const options = ["home", "child"].map((value) => ({ value, text: t(`talk-scope-${value}`, { name: first }), hint: t(`talk-scope-${value}-hint`, { name: first }) }));
  return html`<details><summary>${t("talk-report")}</summary><div class="stack">
    <${Field} label=${t("talk-report-text")} value=${text} onInput=${setText} rows=${4} /><${Attach} files=${files} /><${Choice} label=${t("talk-scope")} options=${options} chosen=${scope} onChoose=${setScope} />
    <${ReaderLine} audience=${scope === "child" ? audienceOf(here, talk.item.body.child) : [...homeReaders(here, talk), { name: t("audience-office"), about: t("audience-office-about") }]} />
    ${pending("talks.report").filter(({ data }) => data.booking === talk.item.id).map((one) => html`<${PendingFiles} key=${one.data.id} one=${one} />`)}
    <div class="row"><${Button} disabled=${(!text.trim() && !files.count) || files.busy > 0} onPress=${send}>${t("talk-report-verb")}<//></div></div></details>`;
}

/** The people of one home by name, and the teachers. @param {Session} here @param {Talk} talk */
function homeReaders(here, talk) {
  const home = answerTo(here, talk.item).map((seat) => ({ name: nameOf(here, seat) || t("role-guardian"), about: t("talk-reader-home") }));
  return [...home, ...talk.table.body.teachers.map((/** @type {any} */ one) => ({ name: one.name, about: t("talk-reader-teacher") }))];
}
