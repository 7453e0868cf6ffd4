/** Who may write to me, whether others see what I read; and for staff, when they answer. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { Button } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { Choice, Switch } from "../../ui/choice.js";
import { Check, Field } from "../../ui/field.js";
import { t, weekdayName } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { outbox, session, version } from "../../ui/state.js";
import { callOf, directory } from "../groups/names.js";
import { contacts } from "./contacts.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** A Monday, for the names of the days. */
const MONDAY = Date.UTC(2026, 0, 5);
const DAY = 24 * 3600 * 1000;
const USUAL = /** @type {[string, string]} */ (["08:00", "17:00"]);

export function MessageSettingsView() {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const waiting = outbox.value?.waiting ?? [];
  /** @type {import("./contacts.js").Contacts} what was chosen a moment ago counts, though it was not sent yet */
  const chosen = Object.assign(contacts(here), ...waiting.filter((intent) => intent.type === "contacts.set").map((intent) => intent.data));
  const freed = new Set(waiting.filter((intent) => intent.type === "contacts.unblock").map((intent) => intent.data.seat));
  const set = (/** @type {Partial<import("./contacts.js").Contacts>} */ some) => outbox.value?.add("contacts.set", some);
  const staff = here.seat({ role: "teacher" }) ?? here.seat({ role: "office" });
  const parent = here.roles().has("guardian") || here.roles().has("informed");
  return html`<${Page} title=${t("messages-settings")} back="/messages"><div class="stack">
    ${parent && html`<section class="card stack"><${Choice} label=${t("accept-title")} chosen=${chosen.accept} onChoose=${(/** @type {any} */ accept) => set({ accept })}
      options=${["ask", "all", "staff"].map((value) => ({ value, text: t(`accept-${value}`), hint: t(`accept-${value}-hint`) }))} /><p class="muted small">${t("accept-why")}</p></section>`}
    <section class="card stack"><${Switch} label=${t("marks")} hint=${t("marks-hint")} on=${Boolean(chosen.marks)} onChange=${(/** @type {boolean} */ on) => set({ marks: on ? 1 : 0 })} /></section>
    ${staff && html`<${Hours} here=${here} seat=${staff.id} />`}<${Blocked} here=${here} blocked=${chosen.blocked.filter((seat) => !freed.has(seat))} /></div><//>`;
}

/** @param {{here: Session, seat: string}} props */
function Hours({ here, seat }) {
  const before = here.replica.ofKind("hours").find((item) => item.head.seat === seat);
  const [days, setDays] = useState(/** @type {Record<string, [string, string]>} */ (before?.body.days ?? {}));
  const [text, setText] = useState(String(before?.body.text ?? ""));
  const set = (/** @type {string} */ day, /** @type {[string, string] | null} */ span) => setDays(Object.fromEntries(Object.entries(days).filter(([one]) => one !== day).concat(span ? [[day, span]] : [])));
  const save = async () => {
    await carryOut("messages.hours", { id: b64(fresh(16)), seat, days, text: text.trim() }, { done: t("hours-saved") });
  };
  return html`<section class="card stack"><h2>${t("hours")}</h2><p class="muted">${t("hours-why")}</p>
    ${["1", "2", "3", "4", "5"].map((day) => html`<${DayHours} key=${day} day=${day} span=${days[day]} set=${set} />`)}
    <${Field} label=${t("hours-text")} hint=${t("hours-text-hint")} value=${text} onInput=${setText} /><${Button} onPress=${save}>${t("save")}<//></section>`;
}

/** @param {{day: string, span: [string, string] | undefined, set: (day: string, span: [string, string] | null) => void}} props */
function DayHours({ day, span, set }) {
  const name = weekdayName(MONDAY + (Number(day) - 1) * DAY);
  return html`<div class="hours-day"><${Check} label=${name} checked=${Boolean(span)} onChange=${(/** @type {boolean} */ on) => set(day, on ? USUAL : null)} />
    ${span && html`<${Field} label=${t("hours-from", { day: name })} type="time" value=${span[0]} onInput=${(/** @type {string} */ from) => set(day, [from, span[1]])} /><${Field} label=${t("hours-until", { day: name })} type="time" value=${span[1]} onInput=${(/** @type {string} */ until) => set(day, [span[0], until])} />`}</div>`;
}

/** @param {{here: Session, blocked: string[]}} props */
function Blocked({ here, blocked }) {
  if (!blocked.length) return null;
  const known = directory(here);
  return html`<section class="card stack"><h2>${t("blocked-people")}</h2><ul class="devices">${blocked.map((seat) => html`<li key=${seat}><strong>${callOf(known, seat)}</strong>
    <${Button} kind="secondary" onPress=${() => outbox.value?.add("contacts.unblock", { seat })}>${t("unblock")}<//></li>`)}</ul></section>`;
}
