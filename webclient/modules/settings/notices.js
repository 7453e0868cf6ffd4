/** More: notifications on this device, of which modules and when. */
import { html } from "../../lib/htm.js";
import { useEffect, useState } from "../../lib/hooks.js";
import { call } from "../../sync/http.js";
import { Button } from "../../ui/button.js";
import { Choice, Switch } from "../../ui/choice.js";
import { Field } from "../../ui/field.js";
import { errorText, t } from "../../ui/locale.js";
import { askChoices, beLeftAlone, beTold, canBeTold, keepNeutral } from "../../ui/notices.js";
import { session, toast, vault } from "../../ui/state.js";
import { Banner, ErrorNote } from "../../ui/status.js";
import { calendars } from "../calendar/calendars.js";
import { groupsOf } from "../groups/names.js";
import { ownChildren } from "../people/model.js";

/** @typedef {import("../../ui/notices.js").Choices} Choices */
const TOLD = ["news", "messages", "absences", "calendar", "talks", "signups", "lunch", "albums", "bookshelf"];
/** @type {Choices} */
const USUAL = { off: [], daily: [], hour: 17, quiet: ["20:00", "07:00"], muted: [] };

export function Notices() {
  const [key, setKey] = useState("");
  const [choices, setChoices] = useState(/** @type {Choices | null} */ (null));
  const [error, setError] = useState(/** @type {unknown} */ (null));
  useEffect(() => void askChoices().then((answer) => (setKey(answer.key), setChoices(answer.choices)), setError), []);
  const tried = async (/** @type {() => Promise<unknown>} */ act) => act().then(() => setError(null), setError);
  const save = (/** @type {Choices} */ next) => tried(async () => (await beTold(key, next), setChoices(next)));
  const turn = (/** @type {boolean} */ on) => (on ? save(USUAL) : tried(async () => (await beLeftAlone(), setChoices(null))));
  return html`<section class="card stack"><h2>${t("notices")}</h2>
    ${canBeTold() ? html`<${Switch} label=${t("notices-here")} hint=${t("notices-hint")} on=${choices !== null} onChange=${turn} />` : html`<${Banner}><p>${t("notices-install")}</p><//>`}
    <${Mail} /><${ErrorNote} error=${error} />${choices && html`<${Details} choices=${choices} save=${save} />`}</section>`;
}

/** @param {{choices: Choices, save: (next: Choices) => void}} props */
function Details({ choices, save }) {
  const quiet = choices.quiet.length === 2;
  const test = () => call("POST", "/api/push/test", {}).then(() => toast(t("notices-tested")));
  return html`${TOLD.map((name) => html`<${OfModule} key=${name} name=${name} choices=${choices} save=${save} />`)}
    <${Children} choices=${choices} save=${save} />
    <${Switch} label=${t("notices-quiet")} hint=${t("notices-quiet-hint")} on=${quiet} onChange=${(/** @type {boolean} */ on) => save({ ...choices, quiet: on ? USUAL.quiet : [] })} />
    ${quiet && html`<div class="row"><${Field} label=${t("notices-from")} type="time" value=${choices.quiet[0]} onInput=${(/** @type {string} */ from) => from && save({ ...choices, quiet: [from, choices.quiet[1]] })} />
      <${Field} label=${t("notices-until")} type="time" value=${choices.quiet[1]} onInput=${(/** @type {string} */ until) => until && save({ ...choices, quiet: [choices.quiet[0], until] })} /></div>`}
    <${Neutral} /><${Button} kind="secondary" onPress=${test}>${t("notices-test")}<//>`;
}

/** @param {{name: string, choices: Choices, save: (next: Choices) => void}} props */
function OfModule({ name, choices, save }) {
  const chosen = choices.off.includes(name) ? "off" : choices.daily.includes(name) ? "daily" : "now";
  const choose = (/** @type {string} */ when) => {
    const others = (/** @type {string[]} */ list) => list.filter((one) => one !== name);
    save({ ...choices, off: [...others(choices.off), ...(when === "off" ? [name] : [])], daily: [...others(choices.daily), ...(when === "daily" ? [name] : [])] });
  };
  const options = ["now", "daily", "off"].map((value) => ({ value, text: t(`notices-${value}`, { hour: choices.hour }) }));
  return html`<${Choice} label=${t(name)} options=${options} chosen=${chosen} onChoose=${choose} />`;
}

/** Of which children this device tells: one of a parent's two may have a phone of its own. @param {{choices: Choices, save: (next: Choices) => void}} props */
function Children({ choices, save }) {
  const here = /** @type {import("../../sync/session.js").Session} */ (session.value);
  const found = circlesByChild(here);
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

function Neutral() {
  const [on, setOn] = useState(false);
  useEffect(() => void vault.value?.get("self", "notices").then((kept) => setOn(Boolean(kept?.neutral))), []);
  return html`<${Switch} label=${t("notices-neutral")} hint=${t("notices-neutral-hint")} on=${on} onChange=${(/** @type {boolean} */ next) => (setOn(next), void keepNeutral(next))} />`;
}

/** An e-mail without words where no device can be told; only where the school sends any. */
function Mail() {
  const [kept, setKept] = useState({ address: "", offered: false });
  const [address, setAddress] = useState("");
  const [error, setError] = useState(/** @type {unknown} */ (null));
  useEffect(() => void call("GET", "/api/mail").then((answer) => (setKept(answer), setAddress(answer.address)), () => undefined), []);
  if (!kept.offered) return null;
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    try {
      await call("PUT", "/api/mail", { address: address.trim() });
      setKept({ ...kept, address: address.trim() });
      setError(null);
      toast(t(address.trim() ? "mail-kept" : "mail-gone"));
    } catch {
      setError({ code: "bad-mail" });
    }
  };
  return html`<form class="stack" onSubmit=${save}><${Field} label=${t("mail")} hint=${t("mail-hint")} type="email" autocomplete="email" value=${address} onInput=${setAddress} error=${error ? errorText(error) : ""} />
    ${address.trim() !== kept.address && html`<p class="row"><${Button} type="submit" kind="secondary">${t("save")}<//></p>`}</form>`;
}
