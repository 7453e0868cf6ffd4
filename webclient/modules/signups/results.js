/** What came of a form, for its organisers: bars, who said what, who has not, a reminder to those, a way to write to some. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { useDraft } from "../../ui/draft.js";
import { Field } from "../../ui/field.js";
import { Menu } from "../../ui/menu.js";
import { t, when } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { go } from "../../ui/router.js";
import { Sheet } from "../../ui/sheet.js";
import { session, version } from "../../ui/state.js";
import { Banner, Empty, Ring } from "../../ui/status.js";
import { Table } from "../../ui/table.js";
import { csv } from "../absences/rules.js";
import { BLANK as MESSAGE } from "../messages/compose.js";
import { BLANK as NEWS } from "../news/draft.js";
import { word } from "./answer.js";
import { AnonymousResults } from "./anonymous.js";
import { Chart } from "./chart.js";
import { Given, SaveGiven } from "./fileanswer.js";
import { form, isOrganiser } from "./forms.js";
import { families, isByChild, missing, results } from "./model.js";
import { sheet, shown, stateOf, tally } from "./rules.js";
import { newId } from "./writing.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./forms.js").Form} Form */
/** @typedef {import("./rules.js").Row} Row */

/** @param {{params: Record<string, string>}} props */
export function ResultsView({ params }) {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const one = form(here, params.id);
  if (!one || !isOrganiser(here, one)) return html`<${Page} title=${t("signup-gone")} back="/signups"><p>${t("signup-gone-text")}</p><//>`;
  if (one.anonymous) return html`<${Page} title=${one.title} back="/signups" actions=${html`<${Actions} here=${here} one=${one} rows=${[]} />`}><${AnonymousResults} here=${here} one=${one} /><//>`;
  const rows = results(here, one);
  const drivers = one.questions.find((asks) => asks.kind === "drivers");
  return html`<${Page} title=${one.title} back="/signups" wide actions=${html`<${Actions} here=${here} one=${one} rows=${rows} />`}>
    <div class="stack results"><${Head} here=${here} one=${one} />
      ${drivers && html`<p class="no-print"><${ButtonLink} href=${`/signups/${one.id}/rides`} icon="car" kind="secondary">${t("signup-rides")}<//></p>`}
      ${rows.length ? html`<section class="card stack"><h2>${t("signup-tally")}</h2><${Chart} questions=${one.questions} counts=${tally(one.questions, rows)} act=${(/** @type {any} */ asks, /** @type {string} */ key, /** @type {string} */ text) => html`<${Write} here=${here} one=${one} rows=${rows.filter((row) => saidSo(asks, row, key))} text=${text} />`} /></section>
        <${Answers} one=${one} rows=${rows} />` : html`<${Empty} title=${t("signup-no-answers")} text=${t("signup-no-answers-text")} />`}
      <${Missing} here=${here} one=${one} /></div><//>`;
}

/** @param {{here: Session, one: Form}} props */
function Head({ here, one }) {
  const whole = families(here, one).length;
  const part = whole - missing(here, one).length;
  return html`<div class="row"><${Ring} part=${part} whole=${whole} label=${t("signup-ring", { part, whole })} /><a href=${`/signups/${one.id}`} class="no-print">${t("signup-look")}</a></div>`;
}

/** @param {{here: Session, one: Form, rows: Row[]}} props */
function Actions({ here, one, rows }) {
  const [asking, setAsking] = useState(false);
  const mayEdit = here.seat({ circle: one.items[0].circle }) !== null;
  const items = [
    ...(rows.length ? [{ text: t("signup-ask-again"), icon: "repeat", run: () => setAsking(true) }, { text: t("signup-csv"), icon: "file", run: () => save(one, rows) }] : []),
    { text: t("print"), icon: "print", run: () => print() },
    ...(mayEdit ? [{ text: t("edit"), icon: "edit", run: () => go(`/signups/${one.id}/edit`) }] : []),
  ];
  return html`<${Menu} items=${items} />${asking && html`<${AskAgain} one=${one} onClose=${() => setAsking(false)} />`}`;
}

/** Something changed: those who answered say it once more. @param {{one: Form, onClose: () => void}} props */
function AskAgain({ one, onClose }) {
  const [text, setText] = useState("");
  const send = async () => {
    await carryOut("signups.tell", { form: one.id, id: newId(), kind: "again", text: text.trim() }, { done: t("signup-again-sent") });
    onClose();
  };
  return html`<${Sheet} title=${t("signup-ask-again")} onClose=${onClose} actions=${html`<${Button} onPress=${send}>${t("signup-again-verb")}<//>`}><p>${t("signup-again-why")}</p>
    <${Field} label=${t("signup-again-what")} value=${text} onInput=${setText} rows=${2} /><//>`;
}

/** Who said what, a line each. @param {{one: Form, rows: Row[]}} props */
function Answers({ one, rows }) {
  const columns = [{ key: "who", text: t("signup-who") }, ...one.questions.map((asks) => ({ key: asks.id, text: asks.label })), { key: "at", text: t("signup-when") }];
  const cell = (/** @type {Row} */ row, /** @type {string} */ key) => {
    const asks = one.questions.find((other) => other.id === key);
    if (asks?.kind === "file") return html`<${Given} question=${asks} values=${row.values} />`;
    if (asks) return html`${shown(asks, row, word) || "–"}${asks.kind === "drivers" && row.places.map((place) => place.question === key && html`<${Drive} key=${place.id} body=${place.body} />`)}`;
    if (key === "at") return html`${when(row.at)} ${row.behalf && html`<span class="tag">${t("signup-mark-behalf")}</span>`}`;
    return html`${row.name || t("signup-somebody")} ${row.again && html`<span class="tag care">${t("signup-mark-again")}</span>`}`;
  };
  return html`<section class="stack"><${Table} caption=${t("signup-by-family")} columns=${columns} rows=${rows} rowKey=${(/** @type {Row} */ row) => row.id} cell=${cell} /><${SaveGiven} title=${one.title} questions=${one.questions} rows=${rows} /></section>`;
}

/** A car in a few words. @param {{body: Record<string, any>}} props */
function Drive({ body }) {
  const facts = [body.childseats ? t("signup-childseats-count", { count: body.childseats }) : "", body.meet ? t("signup-leaves-from", { place: body.meet }) : "", body.note].filter(Boolean);
  return facts.length ? html`<br /><span class="muted small">${facts.join(" · ")}</span>` : null;
}

/** Who has not answered, and what can be done about it. @param {{here: Session, one: Form}} props */
function Missing({ here, one }) {
  const found = missing(here, one);
  const fills = here.seat({ circle: one.items[0].circle }) !== null;
  const nudge = async () => {
    await carryOut("signups.tell", { form: one.id, id: newId(), kind: "nudge", text: "" }, { done: t("signup-nudged") });
  };
  if (!found.length) return html`<${Banner} kind="good"><p>${t("signup-all-answered")}</p><//>`;
  return html`<section class="card stack"><div class="row between"><h2>${t("signup-missing", { count: found.length })}</h2></div>
    <ul class="rows">${found.map((family) => html`<li key=${family.child} class="row between"><span>${family.name}</span>
      ${fills && html`<a class="no-print" href=${`/signups/${one.id}/for/${family.seats[0]}`}>${t("signup-fill-in")}<span class="sr-only"> ${family.name}</span></a>`}</li>`)}</ul>
    ${stateOf(one, Date.now()) === "open" && html`<p class="no-print"><${Button} kind="secondary" icon="mail" onPress=${nudge}>${t("signup-nudge", { count: found.length })}<//></p>`}</section>`;
}

/** Write to those who said so: each family gets its own, so that nobody learns of the others. @param {{here: Session, one: Form, rows: Row[], text: string}} props */
function Write({ here, one, rows, text }) {
  const [, news] = useDraft("news", NEWS);
  const [, message] = useDraft("message", MESSAGE);
  if (!rows.length) return null;
  const children = isByChild(one) ? rows.map((row) => row.child) : families(here, one).filter((family) => rows.some((row) => family.seats.includes(row.seat))).map((family) => family.child);
  const write = async () => {
    const byNews = children.every((child) => here.seat({ circle: child }) !== null);
    if (byNews) await news({ ...NEWS, circles: children, title: one.title });
    else await message({ ...MESSAGE, chosen: rows.map((row) => row.seat), title: one.title });
    go(byNews ? "/news/new" : "/messages/new");
  };
  return html`<button type="button" class="as-link no-print" onClick=${write}>${t("signup-write", { count: rows.length })}<span class="sr-only"> ${text}</span></button>`;
}

/** Whether an answer is among those of a bar. @param {import("./rules.js").Question} asks @param {Row} row @param {string} key */
function saidSo(asks, row, key) {
  if (row.places.some((place) => place.question === asks.id && place.slot === key && place.state === "taken")) return true;
  const value = row.values[asks.id];
  if (value === undefined || ["text", "date", "number", "file"].includes(asks.kind)) return false;
  return (Array.isArray(value) ? value : [typeof value === "object" ? value.agreed : value]).some((one) => String(one) === key);
}

/** @param {Form} one @param {Row[]} rows */
function save(one, rows) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\ufeff", csv(sheet(one.questions, rows, word))], { type: "text/csv" }));
  link.download = `${one.title}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}
