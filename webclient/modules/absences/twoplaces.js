/** On the form: that a child at two schools is the same child, and on which days it is where; asked once, changed here. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Button } from "../../ui/button.js";
import { Chips } from "../../ui/field.js";
import { date, listed, t, weekdayName } from "../../ui/locale.js";
import { ReaderLine } from "../../ui/readers.js";
import { sources } from "../../ui/schools.js";
import { ErrorNote } from "../../ui/status.js";
import { audienceOfAll } from "../news/audience.js";
import { noon, schoolWeek } from "./days.js";
import { daysOf, keepDays, WEEKDAYS } from "./places.js";

/** @typedef {import("../people/kids.js").Kid} Kid */
/** @typedef {import("./places.js").Days} Days */
/** @typedef {import("./places.js").Told} Told */

/** @param {{kid: Kid, today: string}} props */
export function TwoPlaces({ kid, today }) {
  const kept = daysOf(kid, sources());
  const [changing, setChanging] = useState(false);
  if (!kept || changing) return html`<${Choose} kid=${kid} today=${today} kept=${kept ?? {}} onDone=${() => setChanging(false)} />`;
  const said = kid.at.map(({ of }) => t("two-days-at", { school: of.name, days: listed((kept[of.host] ?? WEEKDAYS).map((day) => nameOn(today, day))) }));
  return html`<div class="row between"><p class="muted small">${kid.first} · ${said.join(" · ")}</p><${Button} kind="quiet" onPress=${() => setChanging(true)}>${t("two-days-change")}<//></div>`;
}

/** @param {{kid: Kid, today: string, kept: Days, onDone: () => void}} props */
function Choose({ kid, today, kept, onDone }) {
  const [days, setDays] = useState(kept);
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const toggle = (/** @type {string} */ host, /** @type {number} */ day) => {
    const before = days[host] ?? [];
    setDays({ ...days, [host]: before.includes(day) ? before.filter((one) => one !== day) : [...before, day].sort() });
  };
  const save = async () => {
    if (kid.at.some(({ of }) => !days[of.host]?.length)) return setError({ code: "no-school-days" });
    await keepDays(kid, sources(), days);
    onDone();
  };
  const schools = kid.at.map(({ of }) => t("two-at", { name: kid.first, school: of.name }));
  return html`<section class="card stack two-places" aria-label=${t("two-same", { names: listed(schools) })}><h2>${t("two-same", { names: listed(schools) })}</h2><p>${t("two-same-text", { name: kid.first })}</p>
    ${kid.at.map(({ of }) => html`<${Chips} key=${of.host} label=${t("two-days-on", { school: of.name })} options=${WEEKDAYS.map((day) => ({ value: String(day), text: nameOn(today, day) }))} chosen=${(days[of.host] ?? []).map(String)} onToggle=${(/** @type {string} */ day) => toggle(of.host, Number(day))} />`)}
    <${ErrorNote} error=${error} /><p class="row"><${Button} kind="secondary" onPress=${save}>${t("two-same-verb")}<//></p></section>`;
}

/** Who reads it; where there are more schools, which of them hears of which days. @param {{told: Told[]}} props */
export function WhoHears({ told }) {
  const schools = [...new Set(told.map(({ of }) => of))];
  if (!schools.some((of) => of.other)) return html`${schools.map((of) => html`<${Readers} key=${of.host} told=${told} />`)}`;
  return html`<ul class="hears" aria-label=${t("two-hears")}>${schools.map((of) => ofSchool(of, told.filter((one) => one.of === of)))}</ul>`;
}

/** @param {import("../../ui/schools.js").Source} of @param {Told[]} told */
function ofSchool(of, told) {
  const days = listed([...new Set(told.map(({ body }) => stretch(body)))]);
  return html`<li key=${of.host}><p><span class="tag school-tag">${of.name}</span> <span>${days}</span></p><${Readers} told=${told} /></li>`;
}

/** @param {{told: Told[]}} props of one school */
function Readers({ told }) {
  return html`<${ReaderLine} audience=${audienceOfAll(told[0].of.here, [...new Set(told.map((one) => one.child))])} />`;
}

/** @param {Record<string, any>} body */
function stretch({ from, until }) {
  if (!until) return t("span-open", { from: date(noon(from)) });
  return until === from ? date(noon(from)) : t("span-days", { from: date(noon(from)), until: date(noon(until)) });
}

/** A weekday's short name. @param {string} today @param {number} day */
function nameOn(today, day) {
  return weekdayName(noon(schoolWeek(today)[day - 1]));
}
