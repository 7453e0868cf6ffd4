/** The questions of a form, each as what a thumb can answer: big buttons, a list with what is left, a car with its seats. */
import { html } from "../../lib/htm.js";
import { Choice, Choices } from "../../ui/choice.js";
import { Check, Field } from "../../ui/field.js";
import { t } from "../../ui/locale.js";
import { Banner } from "../../ui/status.js";
import { CarPicture } from "./car.js";
import { FileAnswer } from "./fileanswer.js";
import { RIDES } from "./rules.js";

/** @typedef {import("./rules.js").Question} Question */
/** @typedef {import("./rules.js").Slot} Slot */
/** @typedef {import("./rules.js").Take} Take */
/** What is filled in so far. @typedef {{values: Record<string, any>, takes: Take[], phone: string}} Filled */
/** `left`: by slot how much room there is besides one's own, null: no end to it. @typedef {{question: Question, filled: Filled, left: Map<string, number | null>, waits: boolean, files?: import("../../ui/attach.js").Files, change: (filled: Filled) => void}} Props */

/** One question. @param {Props} props */
export function Ask(props) {
  const Input = INPUTS[props.question.kind] ?? Words;
  return html`<div class="signup-question"><${Input} ...${props} /></div>`;
}

/** @param {Props} props */
function YesNo(props) {
  const options = [{ value: 1, text: t("signup-yes") }, { value: 0, text: t("signup-no") }];
  return html`<${Big} label=${props.question.label} options=${options} chosen=${valueOf(props)} onChoose=${(/** @type {any} */ value) => say(props, value)} />`;
}

/** Two or three big buttons beside each other. @param {{label: string, options: {value: any, text: string}[], chosen: any, onChoose: (value: any) => void}} props */
function Big({ label, options, chosen, onChoose }) {
  return html`<fieldset><legend>${label}</legend><div class="bigs">${options.map((one) => html`<button type="button" key=${one.value} class="chip bigchip" aria-pressed=${chosen === one.value ? "true" : "false"}
    onClick=${() => onChoose(one.value)}>${one.text}</button>`)}</div></fieldset>`;
}

/** @param {Props} props */
function One(props) {
  return html`<${Choice} label=${props.question.label} options=${optionsOf(props.question)} chosen=${valueOf(props) ?? ""} onChoose=${(/** @type {string} */ value) => say(props, value)} />`;
}

/** @param {Props} props */
function Many(props) {
  return html`<${Choices} label=${props.question.label} options=${optionsOf(props.question)} chosen=${valueOf(props) ?? []} onChange=${(/** @type {string[]} */ value) => say(props, value)} />`;
}

/** Text, a number, a date. @param {Props} props */
function Words(props) {
  const { kind, label, required } = props.question;
  const type = kind === "text" ? "text" : kind;
  const read = (/** @type {string} */ value) => say(props, kind === "number" && value !== "" ? Math.max(0, Math.round(Number(value))) : value);
  return html`<${Field} label=${label} hint=${required ? "" : t("signup-optional")} type=${type} rows=${kind === "text" ? 3 : 0} value=${String(valueOf(props) ?? "")} onInput=${read} />`;
}

/** Consent: its words, and yes or no to these words. @param {Props} props */
function Consent(props) {
  const { label, legal, version } = props.question;
  const value = valueOf(props);
  const options = [{ value: 1, text: t("signup-agree") }, { value: 0, text: t("signup-disagree") }];
  return html`${value && value.version !== version && html`<${Banner} kind="care"><p>${t("signup-consent-changed")}</p><//>`}
    ${legal && html`<div class="legal">${legal}</div>`}
    <${Big} label=${label} options=${options} chosen=${value?.version === version ? value?.agreed : undefined} onChoose=${(/** @type {number} */ agreed) => say(props, { agreed, version: version ?? 1 })} />`;
}

/** One place of a few, with what is left of each; or none. @param {Props} props */
function Places(props) {
  const { question, filled } = props;
  const took = filled.takes.find((one) => one.question === question.id);
  const pick = (/** @type {Slot | null} */ slot) => props.change({ ...filled, values: { ...without(filled.values, question.id), ...(slot ? {} : { [question.id]: "none" }) },
    takes: [...filled.takes.filter((one) => one.question !== question.id), ...(slot ? [{ question: question.id, slot: slot.id, count: 1, wait: isFull(props, slot) }] : [])] });
  return html`<fieldset><legend>${question.label}</legend><div class="stack-small">${(question.slots ?? []).map((slot) => html`<${Slotted} key=${slot.id} props=${props} slot=${slot} on=${took?.slot === slot.id} onPress=${() => pick(slot)} />`)}
    <button type="button" class="taking" aria-pressed=${filled.values[question.id] === "none" ? "true" : "false"} onClick=${() => pick(null)}><span>${t("signup-none")}</span></button></div></fieldset>`;
}

/** A slot as a button that says what is left. @param {{props: Props, slot: Slot, on: boolean, onPress: () => void, count?: any}} props */
function Slotted({ props, slot, on, onPress, count = null }) {
  const full = isFull(props, slot) && !on;
  return html`<div class="taken-row"><button type="button" class="taking" aria-pressed=${on ? "true" : "false"} disabled=${full && !props.waits} onClick=${onPress}>
    <span>${slot.text}</span><span class="muted small figures">${leftText(props, slot)}</span></button>${on && count}</div>`;
}

/** Things to bring: some of each. @param {Props} props */
function Bring(props) {
  const { question, filled } = props;
  const countOf = (/** @type {Slot} */ slot) => filled.takes.find((one) => one.question === question.id && one.slot === slot.id)?.count ?? 0;
  const take = (/** @type {Slot} */ slot, /** @type {number} */ count) => {
    const others = filled.takes.filter((one) => one.question !== question.id || one.slot !== slot.id);
    const takes = count > 0 ? [...others, { question: question.id, slot: slot.id, count }] : others;
    const none = takes.some((one) => one.question === question.id) ? {} : { [question.id]: "none" };
    props.change({ ...filled, values: { ...without(filled.values, question.id), ...none }, takes });
  };
  const nothing = () => props.change({ ...filled, values: { ...filled.values, [question.id]: "none" }, takes: filled.takes.filter((one) => one.question !== question.id) });
  return html`<fieldset><legend>${question.label}</legend><div class="stack-small">${(question.slots ?? []).map((slot) => {
    const most = props.left.get(slot.id) ?? null;
    const stepper = html`<${Count} label=${slot.text} value=${countOf(slot)} least=${0} most=${most === null ? 99 : most} onChange=${(/** @type {number} */ count) => take(slot, count)} />`;
    return html`<${Slotted} key=${slot.id} props=${{ ...props, waits: false }} slot=${slot} on=${countOf(slot) > 0} onPress=${() => take(slot, countOf(slot) ? 0 : 1)} count=${stepper} />`;
  })}<button type="button" class="taking" aria-pressed=${filled.values[question.id] === "none" ? "true" : "false"} onClick=${nothing}><span>${t("signup-none")}</span></button></div></fieldset>`;
}

/** Drive, ride along, or come by oneself; a driver's car is drawn. @param {Props} props */
function Drivers(props) {
  const { question, filled } = props;
  const how = valueOf(props);
  const slot = (question.slots ?? [])[0];
  const took = filled.takes.find((one) => one.question === question.id);
  const choose = (/** @type {string} */ value) => props.change({ ...filled, values: { ...filled.values, [question.id]: value },
    takes: [...filled.takes.filter((one) => one.question !== question.id), ...(value === "drive" ? [took ?? { question: question.id, slot: slot.id, count: 3, more: { seats: 3, childseats: 0, meet: "", note: "", name: "", phone: "", shows: 0 } }] : [])] });
  return html`<${Big} label=${question.label} options=${RIDES.map((value) => ({ value, text: t(`signup-${value}`) }))} chosen=${how} onChoose=${choose} />
    <p class="muted figures" role="status">${leftText(props, slot)}</p>
    ${how === "drive" && took && html`<${OwnCar} take=${took} onChange=${(/** @type {Take} */ next) => props.change({ ...filled, takes: filled.takes.map((one) => (one === took ? next : one)) })} />`}
    ${how === "ride" && html`<${Field} label=${t("signup-phone")} hint=${t("signup-phone-hint")} type="tel" autocomplete="tel" value=${filled.phone} onInput=${(/** @type {string} */ phone) => props.change({ ...filled, phone })} />`}`;
}

/** @param {{take: Take, onChange: (take: Take) => void}} props */
function OwnCar({ take, onChange }) {
  const more = take.more ?? {};
  const set = (/** @type {Record<string, any>} */ some) => onChange({ ...take, count: some.seats ?? take.count, more: { ...more, ...some } });
  return html`<div class="card stack own-car"><${CarPicture} seats=${more.seats} names=${[]} childseats=${more.childseats} />
    <${Count} label=${t("signup-seats")} hint=${t("signup-seats-hint")} shown value=${more.seats} least=${1} most=${8} onChange=${(/** @type {number} */ seats) => set({ seats, childseats: Math.min(more.childseats, seats) })} />
    <${Count} label=${t("signup-childseats")} shown value=${more.childseats} least=${0} most=${more.seats} onChange=${(/** @type {number} */ childseats) => set({ childseats })} />
    <${Field} label=${t("signup-meet")} value=${more.meet} onInput=${(/** @type {string} */ meet) => set({ meet })} />
    <${Field} label=${t("signup-driver-name")} hint=${t("signup-driver-name-hint")} autocomplete="given-name" value=${more.name} onInput=${(/** @type {string} */ name) => set({ name })} />
    <${Check} label=${t("signup-driver-shows")} hint=${t("signup-driver-shows-hint")} checked=${Boolean(more.shows)} onChange=${(/** @type {boolean} */ on) => set({ shows: Number(on) })} />
    <${Field} label=${t("signup-driver-phone")} hint=${t("signup-driver-phone-hint")} type="tel" autocomplete="tel" value=${more.phone ?? ""} onInput=${(/** @type {string} */ phone) => set({ phone })} />
    <${Field} label=${t("signup-driver-note")} hint=${t("signup-optional")} value=${more.note} onInput=${(/** @type {string} */ note) => set({ note })} /></div>`;
}

/** Less, a number, more. @param {{label: string, hint?: string, shown?: boolean, value: number, least: number, most: number, onChange: (value: number) => void}} props */
export function Count({ label, hint = "", shown = false, value, least, most, onChange }) {
  return html`<div class="count-field" role="group" aria-label=${label}>${shown && html`<span><strong>${label}</strong>${hint && html`<br /><span class="muted small">${hint}</span>`}</span>`}
    <span class="stepping"><button type="button" class="step-button" disabled=${value <= least} aria-label=${t("signup-less", { what: label })} onClick=${() => onChange(value - 1)}>−</button>
    <output class="figures">${value}</output>
    <button type="button" class="step-button" disabled=${value >= most} aria-label=${t("signup-more", { what: label })} onClick=${() => onChange(value + 1)}>+</button></span></div>`;
}

/** How much is left of a slot, in words. @param {Props} props @param {Slot | undefined} slot */
function leftText(props, slot) {
  const left = slot ? (props.left.get(slot.id) ?? null) : null;
  if (left === null) return "";
  if (left > 0) return t(props.question.kind === "drivers" ? "signup-needed" : "signup-left", { count: left });
  return t(props.question.kind === "drivers" ? "signup-none-needed" : props.waits ? "signup-full-waits" : "signup-full");
}

/** @param {Props} props @param {Slot} slot */
function isFull(props, slot) {
  return props.left.get(slot.id) === 0;
}

/** @param {Props} props */
function valueOf({ question, filled }) {
  return filled.values[question.id];
}

/** @param {Props} props @param {any} value */
function say({ question, filled, change }, value) {
  change({ ...filled, values: { ...filled.values, [question.id]: value } });
}

/** @param {Question} question */
function optionsOf(question) {
  return (question.options ?? []).map((one) => ({ value: one.id, text: one.text }));
}

/** @param {Record<string, any>} values @param {string} key */
function without(values, key) {
  return Object.fromEntries(Object.entries(values).filter(([one]) => one !== key));
}

/** @type {Record<string, (props: Props) => any>} */
const INPUTS = { file: FileAnswer, yesno: YesNo, choice: One, many: Many, consent: Consent, places: Places, bring: Bring, drivers: Drivers };
