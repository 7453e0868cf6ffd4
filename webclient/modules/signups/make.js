/** Making a form, in four steps; the draft is kept. And changing one that is there. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Attach, useFiles } from "../../ui/attach.js";
import { Button } from "../../ui/button.js";
import { carryOut, isRefusal, settled } from "../../ui/carried.js";
import { Choice, Choices, Switch } from "../../ui/choice.js";
import { useDraft } from "../../ui/draft.js";
import { Chips, Field } from "../../ui/field.js";
import { Icon } from "../../ui/icon.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { ReaderLine } from "../../ui/readers.js";
import { go } from "../../ui/router.js";
import { outbox, session, toast, version } from "../../ui/state.js";
import { Banner } from "../../ui/status.js";
import { Stepper } from "../../ui/stepper.js";
import { callOf, directory } from "../groups/names.js";
import { readersOf } from "../messages/names.js";
import { audiences, reach } from "../news/model.js";
import { fullName, groups } from "../people/model.js";
import { prepared } from "./anonymous.js";
import { form } from "./forms.js";
import { Preview } from "./preview.js";
import { Questions } from "./questions.js";
import { asDraft, BLANK, bodyOf, draftOf, lackOf, renumbered, TEMPLATES } from "./templates.js";
import { newForm, partsOf } from "./writing.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./templates.js").Draft} Draft */
const STEPS = ["kind", "questions", "whom", "check"];
const UNITS = ["child", "both", "home", "person"];

export function MakeView() {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const [draft, change] = useDraft("form", BLANK);
  const files = useFiles("form");
  const [error, setError] = useState("");
  const set = (/** @type {Partial<Draft>} */ some) => (setError(""), some.step !== undefined && scrollTo(0, 0), change({ ...draft, ...some }));
  const next = () => {
    const lack = draft.step === 1 ? lackOf({ ...draft, anonymous: false, closesDay: "" }) : lackOf(draft) || (draft.circles.length ? "" : "signup-lack-circles");
    return lack ? setError(t(lack)) : set({ step: draft.step + 1 });
  };
  const send = async () => {
    const box = outbox.value;
    const made = await prepared(here, draft, bodyOf(draft, organisersOf(here, draft)));
    if (!box || !made) return setError(t("signup-error-survey"));
    const form = newForm(draft.circles, made.body, made.seed);
    const sent = await files.send(draft.circles[0], "signups.make", (parts) => ({ ...form, body: { ...form.body, ...(parts.length ? { files: parts } : {}) } }));
    const result = await settled(box, sent.intent);
    if (sent.intent && isRefusal(result)) return (await box.letGo(sent.intent), setError(t("signup-error")));
    await change(BLANK);
    toast(t(result === "waits" ? "signup-waits" : "signup-made"));
    go("/signups", { replace: true });
  };
  return html`<${Page} title=${t("signup-new")} back="/signups"><div class="stack make"><${Stepper} label=${t("signup-steps")} steps=${STEPS.map((step) => t(`signup-step-${step}`))} at=${draft.step} />
    ${draft.step === 0 && html`<${Kinds} onChoose=${(/** @type {string} */ kind) => change(draftOf(kind))} />`}
    ${draft.step === 1 && html`<${Words} draft=${draft} set=${set} files=${files} /><${Questions} questions=${draft.questions} anonymous=${draft.anonymous} change=${(/** @type {any} */ questions) => set({ questions })} />`}
    ${draft.step === 2 && html`<${Whom} here=${here} draft=${draft} set=${set} /><${Moments} draft=${draft} set=${set} /><${Rules} draft=${draft} set=${set} />`}
    ${draft.step === 3 && html`<${Preview} here=${here} draft=${draft} files=${files} /><${ReaderLine} audience=${readersOf(here, organisersOf(here, draft))} />`}
    ${error && html`<${Banner} kind="stop"><${Icon} name="alert" /><p>${error}</p><//>`}
    ${draft.step > 0 && html`<div class="row foot">${draft.step < 3 ? html`<${Button} big onPress=${next}>${t("signup-next")}<//>` : html`<${Button} big disabled=${files.busy > 0} onPress=${send}>${t("signup-ask-verb")}<//>`}
      <${Button} kind="quiet" onPress=${() => set({ step: draft.step - 1 })}>${t("back")}<//></div>`}</div><//>`;
}

/** Change a form that is there; what was answered stays. @param {{params: Record<string, string>}} props */
export function EditView({ params }) {
  const here = /** @type {Session} */ (session.value);
  const one = form(here, params.id);
  const [draft, setDraft] = useState(() => (one ? asDraft(one) : BLANK));
  const [error, setError] = useState("");
  const files = useFiles("", one?.files);
  if (!one || !here.seat({ circle: one.items[0].circle })) return html`<${Page} title=${t("signup-gone")} back="/signups"><p>${t("signup-gone-text")}</p><//>`;
  const set = (/** @type {Partial<Draft>} */ some) => (setError(""), setDraft({ ...draft, ...some }));
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const lack = lackOf({ ...draft, closesDay: one.closes && one.closes < Date.now() && !draft.closesDay ? "" : draft.closesDay });
    const box = outbox.value;
    if (lack || !box) return setError(t(lack || "signup-error"));
    const { organisers, unit, ...fields } = bodyOf(draft, one.organisers);
    const questions = renumbered(one.questions, fields.questions);
    const parts = Object.fromEntries(one.items.map((item) => [item.circle, partsOf(questions, item.body.parts ?? {})]));
    const first = one.items[0].circle;
    const sent = await files.send(first, "signups.change", (all) => ({ form: one.id, first, fields: { when: null, ...fields, questions, files: all }, parts }));
    const result = await settled(box, sent.intent);
    if (sent.intent && isRefusal(result)) return (await box.letGo(sent.intent), setError(t(result.code === "slot-taken" ? "signup-error-in-use" : "signup-error")));
    toast(t(result === "waits" ? "signup-waits" : "signup-changed"));
    go(`/signups/${one.id}/results`, { replace: true });
  };
  const remove = async () => {
    await carryOut("signups.remove", { form: one.id }, { done: t("signup-removed") });
    go("/signups", { replace: true });
  };
  return html`<${Page} title=${t("edit")} back=${`/signups/${one.id}/results`}><form class="stack make" onSubmit=${save}><${Words} draft=${draft} set=${set} files=${files} />
    ${!one.anonymous && html`<${Questions} questions=${draft.questions} known=${one.questions.map((asks) => asks.id)} change=${(/** @type {any} */ questions) => set({ questions })} /><${Moments} draft=${draft} set=${set} />`}
    ${error && html`<${Banner} kind="stop"><${Icon} name="alert" /><p>${error}</p><//>`}
    <div class="row"><${Button} type="submit" big disabled=${files.busy > 0}>${t("save")}<//><${Button} kind="danger" icon="bin" onPress=${remove}>${t("signup-remove")}<//></div></form><//>`;
}

/** @param {{onChoose: (kind: string) => void}} props */
function Kinds({ onChoose }) {
  return html`<ul class="signup-kinds">${TEMPLATES.map((kind) => html`<li key=${kind}><button type="button" class="signup-kind" onClick=${() => onChoose(kind)}><${Icon} name=${ICONS[kind]} size=${24} /><span><strong>${t(`signup-template-${kind}`)}</strong><br /><span class="muted small">${t(`signup-template-${kind}-about`)}</span></span></button></li>`)}</ul>`;
}

/** @type {Record<string, string>} */
const ICONS = { drivers: "car", help: "groups", bring: "cake", consent: "check", poll: "signups", anonymous: "eye", empty: "plus" };

/** @param {{draft: Draft, set: (some: Partial<Draft>) => void, files: import("../../ui/attach.js").Files}} props */
function Words({ draft, set, files }) {
  return html`<${Field} label=${t("signup-title")} value=${draft.title} onInput=${(/** @type {string} */ title) => set({ title })} required />
    <${Field} label=${t("signup-text")} hint=${t("signup-optional")} value=${draft.text} onInput=${(/** @type {string} */ text) => set({ text })} rows=${3} /><${Attach} files=${files} />`;
}

/** To whom it goes, and who reads the answers. @param {{here: Session, draft: Draft, set: (some: Partial<Draft>) => void}} props */
function Whom({ here, draft, set }) {
  const may = audiences(here);
  const known = directory(here);
  const circles = [...(may.school ? [{ value: may.school, text: t("audience-school") }] : []), ...may.groups.map((one) => ({ value: one.group, text: one.name }))];
  const toggle = (/** @type {string} */ circle) => set({ circles: draft.anonymous ? [circle] : draft.circles.includes(circle) ? draft.circles.filter((one) => one !== circle) : [...draft.circles, circle] });
  const { families, people } = reach(here, draft.circles);
  const parents = here.replica.ofKind("classparent").filter((item) => draft.circles.includes(item.circle)).map((item) => ({ value: item.body.seat, text: t("signup-classparent", { name: callOf(known, item.body.seat) }) }));
  const office = here.replica.trust.charter.office;
  const teams = groups(here).filter((one) => draft.circles.includes(one.group) || here.replica.seats().some((seat) => seat.circles.includes(one.team))).map((one) => ({ value: one.team, text: t("audience-team", { group: one.name }) }));
  const options = [...teams, ...(here.roles().has("office") ? [{ value: office, text: t("audience-office") }] : []), ...parents];
  const chosen = organisersOf(here, draft);
  const onlyParents = chosen.length > 0 && chosen.every((one) => parents.some((other) => other.value === one));
  return html`<${Chips} label=${t("to-whom")} options=${circles} chosen=${draft.circles} onToggle=${toggle} />
    ${!draft.anonymous && html`<details><summary>${t("to-children")}</summary><${Chips} label=${t("to-children")} options=${may.children.map((one) => ({ value: one.child, text: fullName(one) }))} chosen=${draft.circles} onToggle=${toggle} /></details>`}
    ${draft.circles.length > 0 && html`<p class="reach figures" role="status">${t("reaches", { people, families })}</p>`}
    ${!draft.anonymous && html`<${Choices} label=${t("signup-organisers")} options=${options} chosen=${chosen} onChange=${(/** @type {string[]} */ organisers) => set({ organisers })} />
      ${onlyParents && html`<${Banner}><p>${t("signup-only-parents")}</p><//>`}
      `}<${Choice} label=${t("signup-unit")} options=${UNITS.filter((unit) => !draft.anonymous || unit !== "both").map((unit) => ({ value: unit, text: t(`signup-unit-${unit}`), hint: t(`signup-unit-${unit}-hint`) }))} chosen=${draft.unit} onChoose=${(/** @type {string} */ unit) => set({ unit })} />`;
}

/** From when, until when, and when it is that it is about. @param {{draft: Draft, set: (some: Partial<Draft>) => void}} props */
function Moments({ draft, set }) {
  const put = (/** @type {keyof Draft} */ key) => (/** @type {string} */ value) => set({ [key]: value });
  return html`<fieldset><legend>${t("signup-deadline")}</legend><div class="row"><${Field} label=${t("signup-day")} type="date" value=${draft.closesDay} onInput=${put("closesDay")} /><${Field} label=${t("signup-time")} type="time" value=${draft.closesTime} onInput=${put("closesTime")} /></div></fieldset>
    ${!draft.anonymous && html`<fieldset><legend>${t("signup-opening")}</legend><p class="hint muted">${t("signup-opening-hint")}</p><div class="row"><${Field} label=${t("signup-opening-day")} type="date" value=${draft.opensDay} onInput=${put("opensDay")} /><${Field} label=${t("signup-opening-time")} type="time" value=${draft.opensTime} onInput=${put("opensTime")} /></div></fieldset>
    <fieldset><legend>${t("signup-about")}</legend><p class="hint muted">${t("signup-about-hint")}</p><div class="row"><${Field} label=${t("signup-about-day")} type="date" value=${draft.day} onInput=${put("day")} /><${Field} label=${t("signup-about-start")} type="time" value=${draft.start} onInput=${put("start")} /><${Field} label=${t("signup-about-end")} type="time" value=${draft.end} onInput=${put("end")} /></div>
      ${draft.day && html`<${Field} label=${t("signup-about-place")} value=${draft.place} onInput=${put("place")} />`}</fieldset>`}`;
}

/** @param {{draft: Draft, set: (some: Partial<Draft>) => void}} props */
function Rules({ draft, set }) {
  if (draft.anonymous) return html`<${Banner}><p>${t("signup-anonymous-how")}</p><//>`;
  const waits = draft.questions.some((one) => one.slots);
  return html`<div class="stack-small">${waits && html`<${Switch} label=${t("signup-waits-label")} hint=${t("signup-waits-hint")} on=${draft.waits} onChange=${(/** @type {boolean} */ on) => set({ waits: on })} />`}
    <${Switch} label=${t("signup-shows")} hint=${t("signup-shows-hint")} on=${draft.shows === "all"} onChange=${(/** @type {boolean} */ on) => set({ shows: on ? "all" : "organisers" })} /></div>`;
}

/** Who reads the answers: as chosen, else whoever asks. @param {Session} here @param {Draft} draft @returns {string[]} */
function organisersOf(here, draft) {
  if (draft.organisers.length) return draft.organisers;
  const own = here.replica.seats().filter((seat) => seat.alive(Date.now())).flatMap((seat) => seat.circles);
  const team = groups(here).find((one) => own.includes(one.team) && draft.circles.includes(one.group))?.team;
  return [team ?? here.replica.trust.charter.office];
}
