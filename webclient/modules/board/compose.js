/** Writing to the schools: to all or to some; news with files, or an event in the board's calendar. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Attach, useFiles } from "../../ui/attach.js";
import { Button } from "../../ui/button.js";
import { useDraft } from "../../ui/draft.js";
import { Check, Chips, Field } from "../../ui/field.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { ReaderLine } from "../../ui/readers.js";
import { go } from "../../ui/router.js";
import { toast, version } from "../../ui/state.js";
import { ErrorNote } from "../../ui/status.js";
import { dayOf } from "../absences/days.js";
import { everySchool } from "../account/schools.js";
import { BLANK as NO_EVENT, bodyOf, draftOf, filled, set, wrong } from "../calendar/draft.js";
import { What, When } from "../calendar/form.js";
import { plan, planned, replan, say, speaksAt } from "./model.js";

/** @typedef {import("../calendar/draft.js").Draft} Event_ */
/** Nothing yet; no hosts: all schools. */
const BLANK = { hosts: /** @type {string[]} */ ([]), title: "", text: "", pinned: false, later: "" };

export function NewsView() {
  void version.value;
  const [draft, keep] = useDraft("board", BLANK);
  const files = useFiles("board");
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const places = chosenOf(draft.hosts);
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!places.length) return setError({ code: "no-audience" });
    if (!draft.title.trim() || !(draft.text.trim() || files.count)) return setError({ code: "no-text" });
    await say(places, { title: draft.title.trim(), text: draft.text.trim(), pinned: draft.pinned }, await files.copies(), draft.later ? Date.parse(draft.later) : 0);
    await files.clear();
    await keep(BLANK);
    done(draft.later ? "news-scheduled" : "news-sent");
  };
  return html`<${Page} title=${t("board-new")} back="/board"><form class="stack" onSubmit=${send}>
    <${Whom} hosts=${draft.hosts} onChange=${(/** @type {string[]} */ hosts) => keep({ ...draft, hosts })} />
    <${Field} label=${t("news-title")} value=${draft.title} onInput=${(/** @type {string} */ title) => keep({ ...draft, title })} required />
    <${Field} label=${t("news-text")} value=${draft.text} onInput=${(/** @type {string} */ text) => keep({ ...draft, text })} rows=${8} required=${!files.count} /><${Attach} files=${files} />
    <${Check} label=${t("pin-it")} checked=${draft.pinned} onChange=${(/** @type {boolean} */ pinned) => keep({ ...draft, pinned })} />
    <${Field} label=${t("post-later")} hint=${t("post-later-hint")} type="datetime-local" value=${draft.later} onInput=${(/** @type {string} */ later) => keep({ ...draft, later })} /><${ErrorNote} error=${error} /><${Readers} />
    <${Button} type="submit" big disabled=${files.busy > 0}>${t(draft.later ? "news-schedule" : "news-post")}<//></form><//>`;
}

export function EventView() {
  void version.value;
  const [draft, keep] = useDraft("board event", { ...NO_EVENT, hosts: /** @type {string[]} */ ([]) });
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const places = chosenOf(draft.hosts);
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const code = wrong({ ...draft, circles: places.map((one) => one.host) });
    if (code) return setError({ code: code === "no-calendar" ? "no-audience" : code });
    await plan(places, filled(bodyOf(draft)));
    await keep({ ...NO_EVENT, hosts: [] });
    done("calendar-added");
  };
  return html`<${Page} title=${t("board-event-new")} back="/board"><form class="stack" onSubmit=${save} noValidate>
    <${Whom} hosts=${draft.hosts} onChange=${(/** @type {string[]} */ hosts) => keep({ ...draft, hosts })} />
    <${Facts} draft=${draft} keep=${(/** @type {Event_} */ next) => keep({ ...draft, ...next })} /><${ErrorNote} error=${error} /><${Readers} />
    <${Button} type="submit" big>${t("calendar-add")}<//></form><//>`;
}

/** Changing an event at all its schools, or calling it off. @param {{params: Record<string, string>}} props */
export function ChangeView({ params }) {
  void version.value;
  const one = planned(everySchool(), dayOf(0)).find(({ id }) => id === params.id);
  const [draft, keep] = useState(() => (one ? draftOf(one.body, [one.id]) : NO_EVENT));
  const [reason, setReason] = useState("");
  const [error, setError] = useState(/** @type {unknown} */ (null));
  if (!one) return html`<${Page} title=${t("calendar-gone")} back="/board"><p>${t("calendar-gone-text")}</p><//>`;
  const save = async (/** @type {Record<string, any>} */ fields, /** @type {string} */ text) => {
    await replan(one, fields, reason.trim());
    done(text);
  };
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const code = wrong(draft);
    return code ? setError({ code }) : save(bodyOf(draft), "calendar-changed-done");
  };
  return html`<${Page} title=${one.body.title} back="/board"><form class="stack" onSubmit=${submit} noValidate><${Facts} draft=${draft} keep=${keep} />
    <${Field} label=${t("calendar-reason")} hint=${t("calendar-reason-hint")} value=${reason} onInput=${setReason} /><${ErrorNote} error=${error} />
    <div class="row"><${Button} type="submit">${t("save")}<//>${!one.body.cancelled && html`<${Button} kind="danger" onPress=${() => save({ cancelled: 1 }, "calendar-cancelled-done")}>${t("calendar-cancel")}<//>`}</div></form><//>`;
}

/** @param {{draft: Event_, keep: (draft: Event_) => unknown}} props */
function Facts({ draft, keep }) {
  const change = (/** @type {Partial<Event_>} */ fields) => void keep(set(draft, fields));
  return html`<${What} draft=${draft} change=${change} /><${When} draft=${draft} change=${change} once=${false} />
    <${Field} label=${t("calendar-text")} value=${draft.text} rows=${3} onInput=${(/** @type {string} */ text) => change({ text })} />`;
}

/** To all schools, or to some. @param {{hosts: string[], onChange: (hosts: string[]) => void}} props */
function Whom({ hosts, onChange }) {
  const all = speaksAt(everySchool());
  const toggle = (/** @type {string} */ host) => onChange(host === "" ? [] : hosts.includes(host) ? hosts.filter((one) => one !== host) : [...hosts, host]);
  const options = [{ value: "", text: t("board-all-schools") }, ...all.map((one) => ({ value: one.host, text: one.name }))];
  return html`<${Chips} label=${t("to-whom")} options=${options} chosen=${hosts.length ? hosts : [""]} onToggle=${toggle} />`;
}

/** Who reads it: known before it is sent. */
function Readers() {
  return html`<${ReaderLine} audience=${[{ name: t("audience-school"), about: t("audience-school-about") }, { name: t("audience-staff"), about: t("audience-staff-about") }, { name: t("role-board"), about: t("board-audience-about") }]} />`;
}

/** The schools that were chosen: all, where none was. @param {string[]} hosts */
function chosenOf(hosts) {
  return speaksAt(everySchool()).filter((one) => !hosts.length || hosts.includes(one.host));
}

/** @param {string} text */
function done(text) {
  toast(t(text));
  go("/board", { replace: true });
}
