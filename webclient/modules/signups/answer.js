/** A form, answered on a phone with one thumb; before it opens a clock counts down, afterwards it says what one answered. */
import { html } from "../../lib/htm.js";
import { useEffect, useState } from "../../lib/hooks.js";
import { free } from "../../sync/claims.js";
import { useFiles } from "../../ui/attach.js";
import { Attached } from "../../ui/attached.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { carryOut, isRefusal, settled } from "../../ui/carried.js";
import { Chips } from "../../ui/field.js";
import { Icon } from "../../ui/icon.js";
import { listed, t, when } from "../../ui/locale.js";
import { wasRead } from "../../ui/notices.js";
import { Page } from "../../ui/page.js";
import { pending, PendingFiles } from "../../ui/pending.js";
import { ReaderLine } from "../../ui/readers.js";
import { outbox, session, toast, version } from "../../ui/state.js";
import { Banner } from "../../ui/status.js";
import { readersOf } from "../messages/names.js";
import { nameOf } from "../people/model.js";
import { Anonymous } from "./anonymous.js";
import { filesIn, Given, withFiles } from "./fileanswer.js";
import { Ask } from "./inputs.js";
import { form, isOrganiser } from "./forms.js";
import { asked, families, isAgain, isAnswered, liftOf, mine, placesOf, readersOfAnswer, recordFor, rideOf, tallyOf } from "./model.js";
import { Chart } from "./chart.js";
import { lacking, remaining, shown, stateOf } from "./rules.js";
import { day } from "./when.js";
import { newAnswer, seatFor } from "./writing.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./forms.js").Form} Form */
/** @typedef {import("./model.js").Asked} Asked */
/** @typedef {import("./inputs.js").Filled} Filled */
/** What may have gone wrong that a form explains in its own words. */
const KNOWN = ["slot-taken", "unit-taken", "not-open", "closed", "unknown-slot", "not-allowed"];

/** @param {{params: Record<string, string>}} props */
export function AnswerView({ params }) {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const one = form(here, params.id);
  const [chosen, setChosen] = useState("");
  useEffect(() => {
    void wasRead(`form-${params.id}`);
    void here.sync().catch(() => null); // whether the other parent answered is told to nobody live
  }, [params.id]);
  if (!one) return html`<${Page} title=${t("signup-gone")} back="/signups"><p>${t("signup-gone-text")}</p><//>`;
  const all = asked(here, one);
  const who = all.find((other) => other.child === chosen) ?? all.find((other) => !isAnswered(here, one, other)) ?? all[0];
  const actions = isOrganiser(here, one) && html`<${ButtonLink} href=${`/signups/${one.id}/results`} kind="secondary">${t("signup-results")}<//>`;
  return html`<${Page} title=${one.title} back="/signups" actions=${actions}><div class="stack">
    <${About} here=${here} one=${one} />
    ${all.length > 1 && html`<${Chips} label=${t("signup-for-whom")} options=${all.map((other) => ({ value: other.child, text: other.first }))} chosen=${[who.child]} onToggle=${setChosen} />`}
    ${one.anonymous ? html`<${Anonymous} here=${here} one=${one} may=${all.length > 0} />` : who ? html`<${Own} key=${who.child} here=${here} one=${one} who=${who} />` : html`<p class="muted">${t("signup-not-you")}</p>`}
    ${one.shows === "all" && !one.anonymous && tallyOf(here, one) && html`<section class="card stack"><h2>${t("signup-tally")}</h2><p class="muted figures">${t("signup-answers", { count: tallyOf(here, one)?.answered ?? 0 })}</p><${Chart} questions=${one.questions} counts=${tallyOf(here, one)?.counts ?? {}} /></section>`}</div><//>`;
}

/** Staff fill it in for a family that phoned. @param {{params: Record<string, string>}} props */
export function BehalfView({ params }) {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const one = form(here, params.id);
  const family = one && families(here, one).find((other) => other.seats.includes(params.seat));
  const child = one && family && ["child", "both"].includes(one.unit) ? family.child : "";
  const item = one && family && recordFor(here, one, family.child);
  if (!one || !family || !item) return html`<${Page} title=${t("signup-gone")} back="/signups"><p>${t("signup-gone-text")}</p><//>`;
  return html`<${Page} title=${one.title} back=${`/signups/${one.id}/results`}><div class="stack"><${Banner}><p>${t("signup-behalf-text", { name: family.name })}</p><//>
    <${Form} here=${here} one=${one} who=${{ child, first: family.first, item }} behalf=${params.seat} before=${null} /></div><//>`;
}

/** What it is about, when, until when. @param {{here: Session, one: Form}} props */
function About({ here, one }) {
  const state = stateOf(one, Date.now());
  const organisers = readersOf(here, one.organisers).filter((reader) => reader.name !== t("audience-you")).map((reader) => reader.name);
  return html`${one.text && html`<div class="prose">${one.text}</div>`}<${Attached} parts=${one.files} all=${one.title} time=${one.made} />
    <ul class="signup-facts">${one.when?.day && html`<li><${Icon} name="calendar" size=${20} />${day(one.when)}</li>`}
      ${one.closes > 0 && html`<li><${Icon} name="clock" size=${20} />${t(state === "closed" ? "signup-was-until" : "signup-until", { when: day({ at: one.closes }) })}</li>`}
      ${one.changed > 0 && html`<li><span class="tag care">${t("changed", { when: when(one.changed) })}</span></li>`}
      ${organisers.length > 0 && html`<li class="muted">${t("signup-asks", { who: listed(organisers) })}</li>`}</ul>`;
}

/** For one child, or for oneself: the form, or what was answered. @param {{here: Session, one: Form, who: Asked}} props */
function Own({ here, one, who }) {
  const [editing, setEditing] = useState(false);
  const answer = mine(here, one, who.child);
  const own = Boolean(answer && here.own().has(answer.head.seat));
  const again = answer ? isAgain(here, one, answer) : false;
  const state = stateOf(one, Date.now());
  const box = outbox.value;
  const about = (/** @type {{type: string, data: any}} */ { type, data }) => type === "signups.answer" && data.form === one.id && data.child === who.child && !data.behalf;
  const failed = box?.failed.find(({ intent }) => about(intent));
  const coming = pending("signups.answer").find(({ data, upload, intent }) => !intent && about({ type: "signups.answer", data }) && (upload || !box?.running));
  if (coming) return html`<${Banner} kind="care"><div class="row-text"><p>${t("signup-waits")}</p><${PendingFiles} one=${coming} /></div><//>`;
  const forget = () => failed && box?.letGo(failed.intent);
  if (failed) return html`<${Banner} kind="stop"><${Icon} name="alert" /><p>${said(failed.error)}</p><${Button} kind="secondary" onPress=${forget}>${t("try-again")}<//><//>`;
  if (answer && !editing && !(again && own && state === "open")) return html`<${Answered} here=${here} one=${one} who=${who} onEdit=${own && state === "open" ? () => setEditing(true) : null} />`;
  if (!answer && isAnswered(here, one, who)) return html`<${Banner} kind="good"><p><strong>${t("signup-by-other", { name: who.first })}</strong><br />${t("signup-by-other-text")}</p><//><${Going} here=${here} one=${one} who=${who} />`;
  if (state === "closed") return html`<${Banner}><p>${t("signup-closed")}</p><//>`;
  return html`${state === "soon" && html`<${Soon} opens=${one.opens} />`}
    ${again && html`<${Banner} kind="care"><p>${t("signup-again-asked")}</p><//>`}
    <${Form} here=${here} one=${one} who=${who} behalf="" before=${own ? answer : null} locked=${state === "soon"} onDone=${() => setEditing(false)} />`;
}

/** A clock that counts down to the hour at which it opens. @param {{opens: number}} props */
function Soon({ opens }) {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => (setNow(Date.now()), Date.now() >= opens && (version.value += 1)), 1000);
    return () => clearInterval(timer);
  }, [opens]);
  const { days, hours, minutes, seconds } = remaining(opens - now);
  const two = (/** @type {number} */ value) => String(value).padStart(2, "0");
  return html`<div class="card signup-countdown"><p>${t("signup-opens", { when: day({ at: opens }) })}</p>
    <p class="clock figures" role="timer" aria-label=${t("signup-opens", { when: day({ at: opens }) })}>${days > 0 && html`${t("signup-days", { count: days })} `}${two(hours)}:${two(minutes)}:${two(seconds)}</p>
    <p class="muted">${t("signup-opens-text")}</p></div>`;
}

/** What was answered, and the ways on. @param {{here: Session, one: Form, who: Asked, onEdit: (() => void) | null}} props */
function Answered({ here, one, who, onEdit }) {
  const answer = /** @type {import("../../sync/types.js").Item} */ (mine(here, one, who.child));
  const places = placesOf(here, one, answer);
  const row = { ...blankRow(), values: answer.body.answers, places };
  const own = here.own().has(answer.head.seat);
  const by = answer.body.seat ? t("signup-by-staff", { name: nameOf(here, answer.head.seat) || t("role-teacher") }) : own ? t("signup-by-you", { when: when(answer.head.time) }) : t("signup-by-home");
  const withdraw = async () => {
    await carryOut("signups.withdraw", { form: one.id, child: who.child, behalf: "" }, { done: t("signup-withdrawn") });
  };
  return html`<section class="card stack answered"><div class="row between"><h2>${t("signup-your-answer")}</h2><span class="tag good"><${Icon} name="check" size=${14} />${t("signup-done")}</span></div>
    <p class="muted">${by}</p>
    <dl class="signup-answers">${one.questions.map((asks) => html`<div key=${asks.id}><dt>${asks.label}</dt><dd>${asks.kind === "file" ? html`<${Given} question=${asks} values=${row.values} />` : shown(asks, row, word) || "–"}</dd></div>`)}</dl>
    ${places.map((place) => place.state === "waiting" && html`<${Banner} key=${place.id} kind="care"><p>${t("signup-waiting", { place: place.place })}${place.kept && html`<br />${t("signup-keeps", { slot: slotText(one, place.question, place.kept) })}`}</p><//>`)}
    <${Going} here=${here} one=${one} who=${who} />
    <${ReaderLine} audience=${readersOf(here, answer.refs.map((ref) => ref.slice(2)))} />
    ${onEdit && html`<div class="row"><${Button} kind="secondary" icon="edit" onPress=${onEdit}>${t("signup-change")}<//><${Button} kind="quiet" onPress=${withdraw}>${t("signup-withdraw")}<//></div>`}</section>`;
}

/** Who sits in my car, or with whom my child goes. @param {{here: Session, one: Form, who: Asked}} props */
function Going({ here, one, who }) {
  const ride = rideOf(here, one);
  const lift = who.child ? liftOf(here, one, who.child) : null;
  return html`${ride && html`<div class="stack-small"><h3>${t("signup-your-car")}</h3><ul class="riders">${ride.passengers.map((/** @type {any} */ rider) => html`<li key=${rider.child} class="row between"><strong>${rider.first || t("signup-somebody")}</strong>
      ${rider.phone ? html`<${Call} phone=${rider.phone} />` : html`<span class="muted">${t("signup-no-phone")}</span>`}</li>`)}</ul>${ride.text && html`<p>${ride.text}</p>`}</div>`}
    ${lift && !ride && html`<${Banner} kind="good"><p><strong>${lift.driver ? t("signup-goes-with", { name: who.first, driver: lift.driver }) : t("signup-has-seat", { name: who.first })}</strong>${lift.meet && html`<br />${t("signup-leaves-from", { place: lift.meet })}`}${lift.phone && html`<br /><${Call} phone=${lift.phone} />`}${lift.text && html`<br />${lift.text}`}</p><//>`}`;
}

/** A number to call. @param {{phone: string}} props */
function Call({ phone }) {
  return html`<a href=${`tel:${phone.replace(/[^+\d]/g, "")}`}>${phone}</a>`;
}

/** The questions and the button. @param {{here: Session, one: Form, who: Asked, behalf: string, before: import("../../sync/types.js").Item | null, locked?: boolean, onDone?: () => void}} props */
function Form({ here, one, who, behalf, before, locked = false, onDone = () => history.back() }) {
  const [filled, setFilled] = useState(() => begin(here, one, before));
  const [error, setError] = useState("");
  const files = useFiles(`answer ${one.id} ${who.child} ${behalf}`, filesIn(one.questions, before?.body.answers ?? {}));
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const open = lacking(one.questions, withFiles(one.questions, filled.values, [...files.before, ...files.parts]), filled.takes);
    if (open.length) return setError(t("signup-lacking", { what: listed(one.questions.filter((asks) => open.includes(asks.id)).map((asks) => asks.label)) }));
    const box = outbox.value;
    if (!box || files.busy) return;
    const takes = filled.takes.map((take) => fitted(here, one, who, before, take));
    const given = newAnswer({ form: one.id, child: who.child, behalf, ...filled, takes });
    const seat = seatFor(here, given)?.id ?? "";
    const { intent } = await files.send(seat, "signups.answer", (sent) => ({ ...given, values: withFiles(one.questions, filled.values, sent) }));
    const result = await settled(box, intent);
    if (intent && isRefusal(result)) return void (await box.letGo(intent), setError(said(result)), here.sync().catch(() => null));
    toast(t(!intent ? "goes-with-files" : result === "waits" ? "signup-waits" : "signup-sent"));
    onDone();
  };
  const audience = readersOf(here, [...(behalf ? [behalf, ...one.organisers] : readersOfAnswer(here, one))]);
  return html`<form class="stack" onSubmit=${send}><fieldset class="signup-questions" disabled=${locked}><legend class="sr-only">${one.title}</legend>
      ${one.questions.map((asks) => html`<${Ask} key=${asks.id} question=${asks} filled=${filled} left=${leftOf(here, one, who, before, asks)} waits=${Boolean(one.waits)} files=${files} change=${(/** @type {Filled} */ next) => (setFilled(next), setError(""))} />`)}</fieldset>
    <${ReaderLine} audience=${audience} />
    ${error && html`<${Banner} kind="stop"><${Icon} name="alert" /><p>${error}</p><//>`}
    ${!locked && html`<${Button} type="submit" big class="thumb" disabled=${files.busy > 0}>${t(before ? "signup-save" : behalf ? "signup-send-behalf" : "signup-send")}<//>`}</form>`;
}

/** What stands in the form at first. @param {Session} here @param {Form} one @param {import("../../sync/types.js").Item | null} before @returns {Filled} */
function begin(here, one, before) {
  if (!before) return { values: {}, takes: [], phone: "" };
  const takes = placesOf(here, one, before).map((place) => ({ question: place.question, slot: place.slot, count: place.count, wait: place.state === "waiting", more: moreOf(place.body) }));
  return { values: { ...before.body.answers }, takes, phone: before.body.phone ?? "" };
}

/** @param {Form} one @param {string} question @param {string} slot */
function slotText(one, question, slot) {
  return one.questions.find((asks) => asks.id === question)?.slots?.find((other) => other.id === slot)?.text ?? "";
}

/** @param {Record<string, any>} body */
function moreOf({ seats, childseats, meet, note, name, phone, shows }) {
  return seats ? { seats, childseats, meet, note, name, phone, shows } : {};
}

/** By slot, how much is left besides what one has oneself. @param {Session} here @param {Form} one @param {Asked} who @param {import("../../sync/types.js").Item | null} before @param {import("./rules.js").Question} asks */
function leftOf(here, one, who, before, asks) {
  const offer = who.item.body.parts?.[asks.id];
  const own = before ? placesOf(here, one, before) : [];
  return new Map((asks.slots ?? []).map((slot) => {
    const left = offer ? free(here, offer, slot.id) : null;
    const held = own.filter((place) => place.slot === slot.id && place.question === asks.id && place.state === "taken").reduce((sum, place) => sum + place.count, 0);
    return [slot.id, left === null ? null : left + held];
  }));
}

/** A driver brings more seats than are needed, or waits until they are. @param {Session} here @param {Form} one @param {Asked} who @param {import("../../sync/types.js").Item | null} before @param {import("./rules.js").Take} take */
function fitted(here, one, who, before, take) {
  const asks = one.questions.find((other) => other.id === take.question);
  if (asks?.kind !== "drivers") return take;
  const left = leftOf(here, one, who, before, asks).get(take.slot) ?? null;
  if (left === null) return take;
  return left > 0 ? { ...take, count: Math.min(take.count, left), wait: false } : { ...take, wait: true };
}

/** @param {any} error */
function said(error) {
  return KNOWN.includes(error.code) ? t(`signup-error-${error.code}`) : t("signup-error");
}

/** What a value is called. @param {string} key */
export function word(key) {
  return t(`signup-${key}`);
}

/** @returns {import("./rules.js").Row} */
function blankRow() {
  return { id: "", child: "", seat: "", name: "", values: {}, phone: "", behalf: false, again: false, at: 0, places: [] };
}

