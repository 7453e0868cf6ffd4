/** Calendar: what happens at school, in a group and at home, and when: as a list, day after day. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { outbox, session, version } from "../../ui/state.js";
import { Empty } from "../../ui/status.js";
import { Tabs } from "../../ui/tabs.js";
import { addDays, dayOf } from "../absences/days.js";
import { onlySpeaks } from "../people/model.js";
import { Filters, shown } from "./filter.js";
import { Days } from "./lines.js";

/** @typedef {import("../../sync/session.js").Session} Session */

/** How many days a list shows, and how many more at a time. */
const SHOWN = 42;

export function CalendarView() {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const [[before, after], setSpan] = useState([0, SHOWN]);
  const first = addDays(dayOf(Date.now()), -before);
  const lines = shown(first, addDays(first, before + after));
  return html`<${Page} title=${t("calendar")} actions=${html`<${Actions} here=${here} />`} wide>
    <${Views} chosen="/calendar" /><${Filters} here=${here} />
    ${before === 0 && html`<p class="no-print"><${Button} kind="quiet" onPress=${() => setSpan([SHOWN, after])}>${t("calendar-earlier")}<//></p>`}
    <${Waiting} />
    ${lines.length ? html`<${Days} lines=${lines} first=${first} />` : html`<${Empty} title=${t("calendar-empty")} text=${t("calendar-empty-text")} />`}
    <p class="no-print"><${Button} kind="secondary" onPress=${() => setSpan([before, after + SHOWN])}>${t("calendar-later")}<//></p><//>`;
}

/** The ways to look at it, of a day. @param {{chosen: string, day?: string}} props */
export function Views({ chosen, day = dayOf(Date.now()) }) {
  const tabs = [
    { text: t("calendar-list"), href: "/calendar" }, { text: t("calendar-week"), href: `/calendar/week/${day}` },
    { text: t("calendar-month"), href: `/calendar/month/${day.slice(0, 7)}` },
  ];
  return html`<${Tabs} label=${t("calendar-views")} tabs=${tabs} here=${chosen} />`;
}

/** What one can do here. @param {{here: Session}} props */
export function Actions({ here }) {
  void version.value;
  const drafts = here.replica.ofKind("draft").length;
  if (onlySpeaks(here)) return html`<${ButtonLink} href="/board/event" icon="plus">${t("board-event-new")}<//>`;
  return html`<${ButtonLink} href="/calendar/new" icon="plus">${t("calendar-new")}<//>
    ${here.roles().has("office") && html`<${ButtonLink} href="/calendar/year" kind="secondary">${drafts ? t("calendar-year-count", { count: drafts }) : t("calendar-year")}<//>`}
    <${ButtonLink} href="/calendar/feeds" kind="quiet" icon="link">${t("calendar-subscribe")}<//>
    <${Button} kind="quiet" icon="print" class="only-desk" onPress=${() => print()}>${t("print")}<//>`;
}

/** What was written here and is not sent yet. */
function Waiting() {
  void version.value;
  const found = (outbox.value?.waiting ?? []).filter((one) => one.type === "calendar.add");
  return html`${found.map((one) => html`<p key=${one.id} class="muted">${one.data.body.title} · ${t("sending")}</p>`)}`;
}
