/** One event: when, where and for whom; what changed; whether one comes; a reminder; a copy for the phone's own calendar. */
import { html } from "../../lib/htm.js";
import { useEffect, useState } from "../../lib/hooks.js";
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { carryOut, carrySoon, going } from "../../ui/carried.js";
import { Check, Chips, Field } from "../../ui/field.js";
import { Icon } from "../../ui/icon.js";
import { listed, t, when } from "../../ui/locale.js";
import { wasRead } from "../../ui/notices.js";
import { Page } from "../../ui/page.js";
import { ReaderLine } from "../../ui/readers.js";
import { go } from "../../ui/router.js";
import { Sheet } from "../../ui/sheet.js";
import { outbox, school, session, version } from "../../ui/state.js";
import { Banner } from "../../ui/status.js";
import { peopleOf } from "../news/audience.js";
import { timer } from "./alerts.js";
import { audience, mayWrite, nameOf } from "./calendars.js";
import { fileName, ics, save } from "./ics.js";
import { asked, lineOn } from "./model.js";
import { onlySpeaks } from "../people/model.js";
import { Answers, Rsvp } from "./rsvp.js";
import { repeating, span } from "./when.js";
import { newChange } from "./writing.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("./model.js").Line} Line */

/** Minutes before a time; before the midnight of a whole day. */
const BEFORE = { timed: [15, 60, 24 * 60], whole: [6 * 60, 30 * 60] };

/** @param {{params: Record<string, string>}} props */
export function EventView({ params }) {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const line = lineOn(here, params.id, params.day ?? "");
  const item = line?.item;
  useEffect(() => {
    if (item) void wasRead(`calendar ${item.body.joint ?? item.id}`);
  }, [item?.hash]);
  if (!line || !item || going("calendar.remove").some((one) => one.event === item.id)) return html`<${Page} title=${t("calendar-gone")} back="/calendar"><p>${t("calendar-gone-text")}</p><//>`;
  const { body } = item;
  const shared = here.replica.circles.get(item.circle)?.kind === "calendar";
  return html`<${Page} title=${line.title} back="/calendar"><article class="stack one-event">
    <${News} line=${line} />
    <p class="fact"><${Icon} name="clock" /><span><${Span} line=${line} />${body.repeat && html`<br /><span class="muted">${repeating(body.repeat)}</span>`}</span></p>
    ${line.at.place && html`<p class="fact"><${Icon} name="home" /><span>${line.at.place}</span></p>`}
    <p class="fact"><${Icon} name="calendar" /><span>${listed([...new Set(line.circles.map((circle) => nameOf(here, circle)))])} · ${t(`category-${line.category}`)}</span></p>
    ${body.text && html`<div class="prose">${String(body.text)}</div>`}
    <${ReaderLine} audience=${audience(here, line.circles)} ask=${shared ? peopleOf(here, line.circles) : null} />
    ${body.asks === "rsvp" && !line.at.cancelled && asked(here, item) && html`<${Rsvp} here=${here} item=${item} />`}
    ${!line.at.cancelled && !onlySpeaks(here) && html`<${Remind} here=${here} item=${item} />`}
    <div class="row no-print"><${Button} kind="secondary" icon="calendar" onPress=${() => save(ics(item.id, school.value?.host ?? location.host, body, Date.now()), fileName(line.title))}>${t("calendar-ics")}<//></div>
    ${mayWrite(here, item.circle) && html`<${Keep} here=${here} item=${item} line=${line} shared=${shared} />`}</article><//>`;
}

/** What happened to it, if anything did. @param {{line: Line}} props */
function News({ line: { at, was, reason, item } }) {
  const said = Number.isSafeInteger(item?.body.changed?.at) ? when(item?.body.changed.at) : "";
  if (at.cancelled) return html`<${Banner} kind="stop"><p><strong>${t("calendar-off")}</strong>${reason && html`<br />${reason}`}${said && html`<br /><span class="small">${said}</span>`}</p><//>`;
  return was ? html`<${Banner} kind="care"><p><strong>${t("calendar-changed-when", { when: said })}</strong>${reason && html`<br />${reason}`}</p><//>` : null;
}

/** @param {{line: Line}} props */
function Span({ line: { at, was } }) {
  const now = span(at);
  const before = was ? span(/** @type {any} */ (was)) : now;
  const moved = was?.place && was.place !== at.place ? was.place : "";
  return html`${before !== now && html`<del><span class="sr-only">${t("calendar-was")} </span>${before}</del><br />`}<strong>${now}</strong>${moved && html`<br /><del><span class="sr-only">${t("calendar-was")} </span>${moved}</del>`}`;
}

/** @param {{here: Session, item: Item}} props */
function Remind({ here, item }) {
  void version.value;
  const chosen = timer(here, item.id)?.body.before ?? null;
  const options = (item.body.start ? BEFORE.timed : BEFORE.whole).map((before) => ({ value: String(before), text: t(`calendar-before-${before}`) }));
  const choose = (/** @type {string} */ value) => outbox.value?.add("calendar.remind", { id: b64(fresh(16)), event: item.id, before: value === "" || Number(value) === chosen ? null : Number(value) });
  return html`<div class="no-print"><${Chips} label=${t("calendar-remind")} options=${[{ value: "", text: t("calendar-before-never") }, ...options]} chosen=${[chosen === null ? "" : String(chosen)]} onToggle=${choose} /></div>`;
}

/** For who keeps it: what was answered, and what can be done. @param {{here: Session, item: Item, line: Line, shared: boolean}} props */
function Keep({ here, item, line, shared }) {
  void version.value;
  const [asking, ask] = useState(/** @type {"" | "all" | "once"} */ (""));
  const { original } = line.at;
  const repeats = Boolean(item.body.repeat);
  return html`${item.body.asks === "rsvp" && html`<${Answers} here=${here} item=${item} />`}
    <div class="row no-print">${repeats && html`<${ButtonLink} kind="secondary" icon="edit" href=${`/calendar/${item.id}/edit/${original}`}>${t("calendar-edit-once")}<//>`}
      <${ButtonLink} kind="secondary" icon="edit" href=${`/calendar/${item.id}/edit`}>${t(repeats ? "calendar-edit-all" : "edit")}<//>
      ${shared && repeats && !line.at.cancelled && html`<${Button} kind="quiet" onPress=${() => ask("once")}>${t("calendar-cancel-once")}<//>`}
      ${shared && !item.body.cancelled && html`<${Button} kind="quiet" onPress=${() => ask("all")}>${t(repeats ? "calendar-cancel-all" : "calendar-cancel")}<//>`}
      <${Button} kind="quiet" icon="bin" onPress=${() => remove(item.id)}>${t("calendar-remove")}<//></div>
    ${asking && html`<${Cancel} here=${here} item=${item} original=${asking === "once" ? original : ""} onClose=${() => ask("")} />`}`;
}

/** @param {{here: Session, item: Item, original: string, onClose: () => void}} props */
function Cancel({ here, item, original, onClose }) {
  const [reason, setReason] = useState("");
  const [urgent, setUrgent] = useState(false);
  const cancel = async () => {
    const fields = original ? { original, drop: 1 } : { cancelled: 1 };
    await carryOut("calendar.change", newChange(here, item.id, fields, reason.trim(), urgent), { done: t("calendar-cancelled-done") });
    onClose();
  };
  return html`<${Sheet} title=${t(original ? "calendar-cancel-once" : "calendar-cancel")} onClose=${onClose} actions=${html`<${Button} onPress=${cancel}>${t("calendar-cancel-verb")}<//>`}>
    <div class="stack"><p>${t("calendar-cancel-text")}</p><${Field} label=${t("calendar-reason")} value=${reason} onInput=${setReason} />
      ${here.roles().has("office") && html`<${Check} label=${t("calendar-urgent")} hint=${t("calendar-urgent-hint")} checked=${urgent} onChange=${setUrgent} />`}</div><//>`;
}

/** Taken out, unless somebody thinks again. @param {string} event */
function remove(event) {
  void carrySoon("calendar.remove", { event }, { done: t("calendar-removed") });
  go("/calendar", { replace: true });
}
