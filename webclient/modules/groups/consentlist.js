/** For the team: what each family of a class allows, yes or no, also on paper; the office enters what came on paper. */
import { html } from "../../lib/htm.js";
import { PURPOSES } from "../../sync/consents.js";
import { Button } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { useWanted } from "../../ui/choice.js";
import { Check } from "../../ui/field.js";
import { date, t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { outbox, school, session, version } from "../../ui/state.js";
import { Banner, Empty } from "../../ui/status.js";
import { Table } from "../../ui/table.js";
import { groups } from "../people/model.js";
import { families } from "./classlist.js";
import { book, newIds, outcome, said } from "./consents.js";
import { Gone, GroupPage } from "./view.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./consents.js").Book} Book */
/** @typedef {{child: string, name: string, first: string, now: import("../../sync/consents.js").Answers, open: number, paper: boolean}} Row */

/** @param {{params: Record<string, string>}} props */
export function ConsentListView({ params }) {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const group = groups(here).find((one) => one.group === params.id);
  if (!group || !here.replica.circles.get(group.register)?.reads) return html`<${Gone} />`;
  const known = book(here);
  const rows = families(here, group).map((family) => rowOf(here, known, family));
  if (!rows.length) return html`<${GroupPage} group=${group}><${Empty} title=${t("emergency-empty")} text=${t("emergency-empty-text")} /><//>`;
  const columns = [{ key: "child", text: t("emergency-child") }, ...PURPOSES.map((key) => ({ key, text: t(`consent-${key}-short`) }))];
  const office = here.roles().has("office");
  const cell = (/** @type {Row} */ row, /** @type {string} */ key) => (key === "child" ? html`<${Named} row=${row} group=${group.group} office=${office} />` : html`<${Badge} yes=${row.now[key] === 1} />`);
  return html`<${GroupPage} group=${group} wide><div class="stack consent-list"><div class="no-print stack"><p class="muted">${t("consent-list-text", { year: known.year })}</p>
      <${Button} icon="print" kind="secondary" onPress=${() => print()}>${t("print")}<//></div>
    <p class="print-only">${school.value?.name} · ${date(Date.now())}</p>
    <${Table} caption=${t("consent-list", { group: group.name })} columns=${columns} rows=${rows} rowKey=${(/** @type {Row} */ row) => row.child} cell=${cell} /></div><//>`;
}

/** @param {Session} here @param {Book} known @param {import("./classlist.js").Family} family @returns {Row} */
function rowOf(here, known, { child, name, first }) {
  const seats = known.custody.get(child) ?? [];
  const open = seats.filter((seat) => !Object.keys(said(known, child, seat)).length);
  return { child, name, first, now: outcome(here, child, known), open: open.length, paper: seats.some((seat) => !here.replica.trust.seats.get(seat)?.person) };
}

/** @param {{row: Row, group: string, office: boolean}} props */
function Named({ row, group, office }) {
  return html`<span>${row.name}${row.open > 0 && html`<br /><span class="muted small">${t("consent-open", { count: row.open })}</span>`}
    ${office && row.paper && html`<br /><a class="small no-print" href=${`/groups/${group}/consents/${row.child}`}>${t("consent-paper-enter")}<span class="sr-only"> ${row.name}</span></a>`}</span>`;
}

/** @param {{yes: boolean}} props */
function Badge({ yes }) {
  return html`<span class=${`tag ${yes ? "good" : "refused"}`}>${t(yes ? "consent-yes" : "consent-no")}</span>`;
}

/** What came on paper, for each adult without an account. @param {{params: Record<string, string>}} props */
export function PaperView({ params }) {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const group = groups(here).find((one) => one.group === params.id);
  const family = group && families(here, group).find((one) => one.child === params.child);
  if (!group || !family || !here.roles().has("office")) return html`<${Gone} />`;
  const known = book(here);
  const seats = (known.custody.get(family.child) ?? []).filter((seat) => !here.replica.trust.seats.get(seat)?.person);
  const nameOf = (/** @type {string} */ seat) => family.adults.find((one) => one.seat === seat)?.name ?? t("role-guardian");
  return html`<${Page} title=${t("consents-of", { child: family.first })} back=${`/groups/${group.group}/consents`}><div class="stack"><${Banner} kind="care"><p>${t("consent-paper-text")}</p><//>
    ${seats.map((seat) => html`<${Sheets} key=${seat} child=${family.child} first=${family.first} seat=${seat} name=${nameOf(seat)} answers=${{ ...said(known, family.child, seat), ...waiting(family.child, seat) }} />`)}
    ${!seats.length && html`<${Empty} title=${t("consent-paper-none")} text=${t("consent-paper-none-text")} />`}</div><//>`;
}

/** @param {{child: string, first: string, seat: string, name: string, answers: import("../../sync/consents.js").Answers}} props */
function Sheets({ child, first, seat, name, answers }) {
  const say = async (/** @type {string} */ purpose, /** @type {number} */ value) => {
    await carryOut("groups.consent", { child, seat, answers: { [purpose]: value }, ids: newIds() }, { done: t("consent-kept") });
  };
  return html`<section class="stack"><h2>${name}</h2>${PURPOSES.map((purpose) => html`<fieldset class="card consent" key=${purpose}><legend>${t(`consent-${purpose}`)}</legend>
    <p class="muted small">${t(`consent-${purpose}-hint`, { child: first })}</p>
    <${YesNo} name=${`${seat} ${purpose}`} answer=${answers[purpose]} onAnswer=${(/** @type {number} */ value) => say(purpose, value)} /></fieldset>`)}</section>`;
}

/** @param {{name: string, answer: number | undefined, onAnswer: (value: number) => Promise<void>}} props */
function YesNo({ name, answer, onAnswer }) {
  const [shown, press] = useWanted(answer, (value) => value !== undefined && onAnswer(value));
  return html`<div class="consent-answers">${[1, 0].map((value) => html`<${Check} key=${value} type="radio" name=${name} label=${t(value ? "consent-yes" : "consent-no")} checked=${shown === value} onChange=${() => press(value)} />`)}</div>`;
}

/** @param {string} child @param {string} seat @returns {import("../../sync/consents.js").Answers} */
function waiting(child, seat) {
  const intents = (outbox.value?.waiting ?? []).filter((intent) => intent.type === "groups.consent" && intent.data.child === child && intent.data.seat === seat);
  return Object.assign({}, ...intents.map((intent) => intent.data.answers));
}
