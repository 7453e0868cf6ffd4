/** A child's lunch: two weeks with a tap a day, why a day is charged, the fixed days, and what the lunch team must know. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Avatar } from "../../ui/avatar.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { Chips } from "../../ui/field.js";
import { Icon } from "../../ui/icon.js";
import { date, t, weekdayName } from "../../ui/locale.js";
import { ReaderLine } from "../../ui/readers.js";
import { outbox, version } from "../../ui/state.js";
import { dayOf } from "../../sync/zone.js";
import { addDays, noon } from "../absences/days.js";
import { audienceOf } from "../news/audience.js";
import { lunchWeek, newId, waitingDays, worksFrom } from "./model.js";
import { acceptance, facts, fixedDays, ofChild, ownDiet, rules, takesPart } from "./stay.js";
import { needWords } from "./words.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {{circle: string, first: string}} Child */

/** @param {{here: Session, child: Child}} props */
export function ChildLunch({ here, child }) {
  void version.value;
  const today = dayOf(Date.now());
  const days = [today, addDays(today, 7)].map((day) => lunchWeek(here, day));
  const diet = ownDiet(here, child.circle);
  if (!acceptance(here) && !takesPart(here, child.circle)) return null;
  return html`<section class="card stack"><div class="row"><${Avatar} name=${child.first} tone=${child.circle} /><h2>${child.first}</h2></div>
    <p class="muted">${t("lunch-tap-hint", { time: rules(here).cutoff })}</p>
    ${days.map((week, at) => week.length > 0 && html`<div class="stack tight" key=${at}><h3>${t(at ? "lunch-next-week" : "lunch-this-week")}</h3><ol class="lunchweek">${week.map((day) => html`<${Day} key=${day} here=${here} child=${child} day=${day} today=${today} />`)}</ol></div>`)}
    <${Whys} here=${here} child=${child} days=${days[0]} />
    <${ReaderLine} audience=${[...audienceOf(here, child.circle).filter((one) => one.name !== t("audience-office")), { name: t("lunch-team"), about: t("lunch-team-about") }]} />
    <${Fixed} here=${here} child=${child} />
    <div class="row between wrap"><p class="muted">${diet ? needWords(diet.body) || t("lunch-nothing-told") : t("lunch-nothing-told")}</p><${ButtonLink} kind="secondary" href=${`/lunch/child/${child.circle}`}>${t("lunch-tell")}<//></div></section>`;
}

/** One day: a tap says whether the child stays. @param {{here: Session, child: Child, day: string, today: string}} props */
function Day({ here, child, day, today }) {
  void version.value;
  const waiting = waitingDays(outbox.value, child.circle);
  const { stays } = ofChild(here, child.circle, day, false, waiting);
  const waits = waiting.some((one) => one.day === day);
  const toggle = async () => {
    await carryOut("lunch.day", { child: child.circle, day, stay: Number(!stays), record: newId() }, { done: t(stays ? "lunch-said-off" : "lunch-said-on", { name: child.first, day: date(noon(day)) }) });
  };
  return html`<li><button type="button" class=${`lunchday ${stays ? "stays" : ""}`} aria-pressed=${stays ? "true" : "false"} aria-current=${day === today ? "date" : undefined} disabled=${day < today} onClick=${toggle}>
    <span>${weekdayName(noon(day))}</span><span class="figures">${Number(day.slice(8))}</span><${Icon} name=${stays ? "lunch" : "home"} size=${22} />
    <span class="word">${t(stays ? "lunch-stays" : "lunch-home")}</span>${waits && html`<span class="sr-only">${t("sending")}</span>`}</button></li>`;
}

/** Why days of this week are charged, or not, and what the team changed: only those that need a word. @param {{here: Session, child: Child, days: string[]}} props */
function Whys({ here, child, days }) {
  void version.value;
  const { changes } = facts(here, child.circle);
  const last = (/** @type {string} */ day) => changes.filter((one) => one.day === day).sort((a, b) => b.at - a.at)[0];
  const found = days.map((day) => ({ day, why: ofChild(here, child.circle, day).why, team: Boolean(last(day)?.team) })).filter(({ why, team }) => why.startsWith("late-") || why === "sick" || team);
  if (!found.length) return null;
  return html`<ul>${found.map(({ day, why, team }) => html`<li key=${day}><strong>${date(noon(day))}</strong>: ${team ? t("lunch-by-team") : t(`lunch-why-${why}`)}</li>`)}</ul>`;
}

/** @param {{here: Session, child: Child}} props */
function Fixed({ here, child }) {
  void version.value;
  const from = worksFrom(Date.now());
  const now = fixedDays(here, child.circle, from).map(String);
  const [chosen, setChosen] = useState(/** @type {string[] | null} */ (null));
  const shown = chosen ?? now;
  const options = rules(here).days.map((/** @type {number} */ one) => ({ value: String(one), text: weekdayName(noon(addDays("2024-01-01", one - 1))) }));
  const toggle = (/** @type {string} */ one) => setChosen(shown.includes(one) ? shown.filter((each) => each !== one) : [...shown, one]);
  const save = async () => {
    await carryOut("lunch.plan", { child: child.circle, days: shown.map(Number).sort(), from: "", record: newId() }, { done: t("lunch-fixed-saved", { day: date(noon(from)) }) });
    setChosen(null);
  };
  return html`<${Chips} label=${t("lunch-fixed", { day: date(noon(from)) })} options=${options} chosen=${shown} onToggle=${toggle} />
    ${chosen && html`<${Button} onPress=${save}>${t("lunch-fixed-save")}<//>`}`;
}
