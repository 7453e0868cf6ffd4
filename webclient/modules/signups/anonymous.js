/**
 * An anonymous survey: answered without anybody being able to tell who said what, shown only after its end, one question
 * at a time and no group of fewer than five. What this device notes is that it answered, not what.
 */
import { html } from "../../lib/htm.js";
import { useEffect, useState } from "../../lib/hooks.js";
import { give, groups, open, results, turnout } from "../../sync/surveys.js";
import { Button } from "../../ui/button.js";
import { Chips } from "../../ui/field.js";
import { Icon } from "../../ui/icon.js";
import { listed, t } from "../../ui/locale.js";
import { outbox, vault, version } from "../../ui/state.js";
import { Banner, ErrorNote, Ring } from "../../ui/status.js";
import { ownChildren } from "../people/model.js";
import { Chart } from "./chart.js";
import { Ask } from "./inputs.js";
import { lacking, stateOf } from "./rules.js";
import { day } from "./when.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./forms.js").Form} Form */
/** @typedef {import("./inputs.js").Filled} Filled */

/** What this device notes: which surveys it answered. */
const MARKS = "surveys";

/** @param {{here: Session, one: Form, may: boolean}} props */
export function Anonymous({ here, one, may }) {
  const [child, setChild] = useState("");
  const children = one.unit === "child" ? ownChildren(here) : [];
  if (!may) return html`<p class="muted">${t("signup-not-you")}</p>`;
  const about = children.length ? child || children[0].circle : "";
  return html`${children.length > 1 && html`<${Chips} label=${t("signup-for-whom")} options=${children.map((other) => ({ value: other.circle, text: other.first }))} chosen=${[about]} onToggle=${setChild} />`}
    <${Once} key=${about} one=${one} child=${about} />`;
}

/** The anonymous forms that were answered on this device; null until that is known. @param {Form[]} all @returns {Set<string> | null} */
export function useGiven(all) {
  const [given, setGiven] = useState(/** @type {Set<string> | null} */ (null));
  const surveys = all.flatMap((one) => (one.anonymous ? [{ id: one.id, survey: one.anonymous.id }] : []));
  useEffect(() => void keptMarks().then((marks) => setGiven(new Set(surveys.filter(({ survey }) => marks.some((mark) => mark.startsWith(`survey ${survey} `))).map(({ id }) => id)))), [surveys.length]);
  return given;
}

/** @returns {Promise<string[]>} */
async function keptMarks() {
  return (await vault.value?.get("self", MARKS)) ?? [];
}

/** One answer: to be given, on its way, or given. @param {{one: Form, child: string}} props */
function Once({ one, child }) {
  void version.value;
  const survey = /** @type {any} */ (one.anonymous);
  const mark = `survey ${survey.id} ${child}`;
  const [given, setGiven] = useState(/** @type {boolean | null} */ (null));
  const [filled, setFilled] = useState(/** @type {Filled} */ ({ values: {}, takes: [], phone: "" }));
  const [error, setError] = useState("");
  useEffect(() => void keptMarks().then((marks) => setGiven(marks.includes(mark))), [mark]);
  const box = outbox.value;
  const failed = box?.failed.find(({ intent }) => intent.type === "survey.ask" && intent.data.survey.id === survey.id && intent.data.child === child);
  const onWay = box?.waiting.some(({ type, data }) => type.startsWith("survey.") && (data.survey?.id ?? data.filled?.survey) === survey.id);
  if (failed?.error.code === "ballot-given") return html`<${Banner}><p><strong>${t("signup-anonymous-given")}</strong><br />${t("signup-anonymous-given-text")}</p><//>`;
  if (failed) return html`<${ErrorNote} error=${failed.error} />`;
  if (onWay) return html`<${Banner} kind="good"><p><strong>${t("signup-anonymous-sent")}</strong><br />${t("signup-anonymous-sent-text")}</p><//>`;
  if (given) return html`<${Banner} kind="good"><p><strong>${t("signup-anonymous-done")}</strong><br />${t("signup-anonymous-done-text")}</p><//>`;
  if (stateOf(one, Date.now()) === "closed") return html`<${Banner}><p>${t("signup-closed")}</p><//>`;
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const lack = lacking(one.questions, filled.values, []);
    if (lack.length) return setError(t("signup-lacking", { what: listed(one.questions.filter((asks) => lack.includes(asks.id)).map((asks) => asks.label)) }));
    if (!box) return;
    await vault.value?.put("self", MARKS, [...(await keptMarks()), mark]);
    await give(box, survey, survey.closes, filled.values, child);
    setGiven(true);
  };
  return html`<form class="stack" onSubmit=${send}><${Banner}><${Icon} name="eye" /><p>${t("signup-anonymous-text")}</p><//>
    <div class="signup-questions">${one.questions.map((asks) => html`<${Ask} key=${asks.id} question=${asks} filled=${filled} left=${new Map()} waits=${false} change=${(/** @type {Filled} */ next) => (setFilled(next), setError(""))} />`)}</div>
    ${error && html`<${Banner} kind="stop"><${Icon} name="alert" /><p>${error}</p><//>`}
    <${Button} type="submit" big class="thumb">${t("signup-send")}<//></form>`;
}

/** What came of it: numbers before the end, what was said after it. @param {{here: Session, one: Form}} props */
export function AnonymousResults({ here, one }) {
  void version.value;
  const survey = { .../** @type {any} */ (one.anonymous), seed: seedOf(here, one) };
  const [found, setFound] = useState(/** @type {{issued: number, entitled: number, answers: Record<string, any>[] | null} | null} */ (null));
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const over = stateOf(one, Date.now()) === "closed";
  const load = async () => {
    setError(null);
    try {
      const { issued, entitled } = await turnout(here, survey);
      setFound({ issued, entitled, answers: over && survey.seed ? await results(here, survey) : null });
    } catch (problem) {
      setError(problem);
    }
  };
  useEffect(() => void load(), [one.id, over]);
  if (error) return html`<${ErrorNote} error=${error} retry=${load} />`;
  if (!found) return html`<p role="status">${t("working")}</p>`;
  return html`<div class="stack results"><${Ring} part=${found.issued} whole=${found.entitled} label=${t("signup-anonymous-turnout", { part: found.issued, whole: found.entitled })} />
    ${found.answers === null ? html`<${Banner}><p>${t("signup-anonymous-later", { when: day({ at: one.closes }) })}</p><//>` : html`<p>${t("signup-anonymous-silent", { count: found.entitled - found.issued })}</p><${Said} one=${one} answers=${found.answers} />`}
    ${!over && html`<p class="no-print"><${Button} kind="secondary" icon="repeat" onPress=${load}>${t("signup-count-again")}<//></p>`}</div>`;
}

/** @param {{one: Form, answers: Record<string, any>[]}} props */
function Said({ one, answers }) {
  if (!answers.length) return html`<${Banner}><p>${t("signup-anonymous-few")}</p><//>`;
  const counted = one.questions.filter((asks) => asks.kind !== "text");
  const counts = Object.fromEntries(counted.map((asks) => [asks.id, Object.fromEntries(Object.entries(groups(answers, asks.id)).map(([said, some]) => [said, some.length]))]));
  return html`<section class="card stack"><h2>${t("signup-tally")}</h2><${Chart} questions=${counted} counts=${counts} /><p class="muted">${t("signup-anonymous-hidden")}</p></section>
    ${one.questions.filter((asks) => asks.kind === "text").map((asks) => html`<section key=${asks.id} class="card stack"><h3>${asks.label}</h3><ul class="signup-said">${textsOf(answers, asks.id).map((text) => html`<li class="remark">${text}</li>`)}</ul></section>`)}`;
}

/** What was written, in an order that says nothing. @param {Record<string, any>[]} answers @param {string} question */
function textsOf(answers, question) {
  return answers.map((one) => String(one[question] ?? "").trim()).filter(Boolean).sort();
}

/** What opens the answers, as whoever made the form told the organisers. @param {Session} here @param {Form} one */
function seedOf(here, one) {
  const author = one.items[0].head.seat;
  return here.replica.ofKind("urn").find((item) => item.body.form === one.id && item.head.seat === author)?.body.seed ?? "";
}

/** The body of a form with what an anonymous survey needs; null where there is no connection. @param {Session} here @param {import("./templates.js").Draft} draft @param {Record<string, any>} body @returns {Promise<{body: Record<string, any>, seed: string} | null>} */
export async function prepared(here, draft, body) {
  if (!draft.anonymous) return { body, seed: "" };
  try {
    const made = await open(here, draft.circles[0], body.closes, { unit: /** @type {any} */ (body.unit) });
    return { body: { ...body, shows: "organisers", anonymous: { id: made.id, key: made.key, box: made.box, closes: body.closes } }, seed: made.seed ?? "" };
  } catch {
    return null;
  }
}
