/** What a device wants to hear of one school: of which modules and children, and not at night. */
import { html } from "../../lib/htm.js";
import { Choice, Switch } from "../../ui/choice.js";
import { Field } from "../../ui/field.js";
import { t } from "../../ui/locale.js";
import { sources } from "../../ui/schools.js";
import { calendars } from "../calendar/calendars.js";
import { groupsOf } from "../groups/names.js";
import { ownChildren } from "../people/model.js";

/** @typedef {import("../../ui/notices.js").Chosen} Chosen */
/** @typedef {{choices: Chosen, save: (next: Chosen) => unknown}} Props */
const TOLD = ["news", "messages", "absences", "calendar", "talks", "signups", "lunch", "albums", "bookshelf"];
/** What a device is told before anybody chose. @type {import("../../ui/notices.js").Choices} */
export const USUAL = { off: [], daily: [], hour: 17, quiet: ["20:00", "07:00"], muted: [], schools: {} };

/** `host`: of which linked school, "" for our own. @param {Props & {host: string}} props */
export function Wanted({ host, choices, save }) {
  const quiet = choices.quiet.length === 2;
  return html`${TOLD.map((name) => html`<${OfModule} key=${name} name=${name} choices=${choices} save=${save} />`)}
    <${Children} host=${host} choices=${choices} save=${save} />
    <${Switch} label=${t("notices-quiet")} hint=${t("notices-quiet-hint")} on=${quiet} onChange=${(/** @type {boolean} */ on) => save({ ...choices, quiet: on ? USUAL.quiet : [] })} />
    ${quiet && html`<div class="row"><${Field} label=${t("notices-from")} type="time" value=${choices.quiet[0]} onInput=${(/** @type {string} */ from) => from && save({ ...choices, quiet: [from, choices.quiet[1]] })} />
      <${Field} label=${t("notices-until")} type="time" value=${choices.quiet[1]} onInput=${(/** @type {string} */ until) => until && save({ ...choices, quiet: [choices.quiet[0], until] })} /></div>`}`;
}

/** @param {Props & {name: string}} props */
function OfModule({ name, choices, save }) {
  const picked = choices.off.includes(name) ? "off" : choices.daily.includes(name) ? "daily" : "now";
  const choose = (/** @type {string} */ when) => {
    const others = (/** @type {string[]} */ list) => list.filter((one) => one !== name);
    return save({ ...choices, off: [...others(choices.off), ...(when === "off" ? [name] : [])], daily: [...others(choices.daily), ...(when === "daily" ? [name] : [])] });
  };
  const options = ["now", "daily", "off"].map((value) => ({ value, text: t(`notices-${value}`, { hour: choices.hour }) }));
  return html`<${Choice} label=${t(name)} options=${options} chosen=${picked} onChoose=${choose} />`;
}

/** Of which children this device tells: one of a parent's two may have a phone of its own. @param {Props & {host: string}} props */
function Children({ host, choices, save }) {
  const here = sources().find((one) => one.host === host)?.here;
  const found = here ? circlesByChild(here) : [];
  if (found.length < 2) return null;
  const isOn = (/** @type {string[]} */ circles) => !choices.muted.includes(circles[0]);
  const turn = (/** @type {string} */ child, /** @type {boolean} */ on) => {
    const silent = found.filter((one) => (one.child === child ? !on : !isOn(one.circles)));
    const heard = new Set(found.filter((one) => !silent.includes(one)).flatMap((one) => one.circles));
    return save({ ...choices, muted: [...new Set(silent.flatMap((one) => one.circles))].filter((one) => !heard.has(one)) });
  };
  return html`<fieldset><legend>${t("notices-children")}</legend>${found.map((one) => html`<${Switch} key=${one.child} label=${one.first} on=${isOn(one.circles)} onChange=${(/** @type {boolean} */ on) => turn(one.child, on)} />`)}</fieldset>`;
}

/** What belongs to one child: its circle, its parent's place, its groups and their calendars. @param {import("../../sync/session.js").Session} here */
function circlesByChild(here) {
  return ownChildren(here).map(({ circle, first }) => {
    const seats = here.replica.seats().filter((seat) => seat.circles.includes(circle));
    const around = seats.flatMap((seat) => groupsOf(here, seat)).flatMap((group) => [group.group, group.parents, group.quiet, ...calendars(here).filter((one) => one.of === group.group).map((one) => one.circle)]);
    return { child: circle, first, circles: [...new Set([circle, ...seats.map((seat) => seat.id), ...around])] };
  });
}
