/** One child, for the office: its adults, its group, its protection, its leaving; and the letters that wait for a printer. */
import { html } from "../../lib/htm.js";
import { useEffect, useState } from "../../lib/hooks.js";
import { Avatar } from "../../ui/avatar.js";
import { Button } from "../../ui/button.js";
import { language, listed, loadOther, t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { session, toast, version } from "../../ui/state.js";
import { Banner } from "../../ui/status.js";
import { OTHER_SCHOOL } from "../groups/fields.js";
import { cards } from "../groups/model.js";
import { AdultForm } from "./adultform.js";
import { childPage } from "./child.js";
import { Leave, Move, Protect } from "./childactions.js";
import { Action } from "./changes.js";
import { letters } from "./model.js";
import { reissue } from "./places.js";
import { Lost, Proposals } from "./proposals.js";
import { doSoon, isSoon } from "./soon.js";
import { Letter } from "./view.js";

/** @typedef {import("./child.js").ChildPage} ChildPage */
/** @typedef {import("./child.js").AdultRow} AdultRow */

/** What lies over the page. @typedef {"" | "adult" | "move" | "protect" | "leave" | AdultRow} Over */

const DAY = 24 * 3600 * 1000;
const LOOKS = { joined: "good", open: "", later: "", expired: "care", withdrawn: "care", over: "care" };

/** @param {{params: Record<string, string>}} props */
export function ChildView({ params }) {
  void version.value;
  const here = /** @type {any} */ (session.value);
  const child = childPage(here, params.number);
  const [over, setOver] = useState(/** @type {Over} */ (""));
  const [lost, setLost] = useState(/** @type {AdultRow | null} */ (null));
  if (!child) return html`<${Page} title=${t("nothing-here")} back="/people"><p>${t("nothing-here-text")}</p><//>`;
  const close = () => (setOver(""), setLost(null));
  return html`<${Page} title=${child.name} back="/people">
    <div class="no-print stack child-page"><${Head} child=${child} />
      <section class="stack"><h2>${t("adults-of", { child: child.first })}</h2>
        <ul class="list adults">${child.adults.map((one) => html`<${AdultItem} key=${one.seat} child=${child} one=${one} onEnd=${() => setOver(one)} onLost=${() => setLost(one)} />`)}</ul>
        ${!child.left && html`<${Button} icon="plus" onPress=${() => setOver("adult")}>${t("adult-add")}<//>`}</section>
      <${Proposals} child=${child} />
      ${!child.left && html`<section class="stack"><h2>${t("child-changes")}</h2><div class="row">
        <${Button} kind="secondary" onPress=${() => setOver("move")}>${t("move")}<//>
        ${!child.protected && html`<${Button} kind="secondary" disabled=${isSoon("protect", child.number)} onPress=${() => setOver("protect")}>${t("protect")}<//>`}
        <${Button} kind="danger" disabled=${isSoon("leave", child.number)} onPress=${() => setOver("leave")}>${t("leave-school")}<//></div></section>`}
    </div>
    <${Letters} child=${child} />
    ${over === "adult" && html`<${AdultForm} child=${child} onClose=${close} />`}${over === "move" && html`<${Move} child=${child} onClose=${close} />`}
    ${over === "protect" && html`<${Protect} child=${child} onClose=${close} />`}${over === "leave" && html`<${Leave} child=${child} onClose=${close} />`}
    ${lost && html`<${Lost} child=${child} adult=${lost} onClose=${close} />`}
    ${typeof over === "object" && html`<${End} child=${child} adult=${over} onClose=${close} />`}<//>`;
}

/** @param {{child: ChildPage}} props */
function Head({ child }) {
  const known = cards(/** @type {any} */ (session.value));
  const goes = child.adults.some((one) => known.get(one.seat)?.has(OTHER_SCHOOL));
  return html`<div class="card child-head"><${Avatar} name=${child.first} tone=${child.circle} large />
      <p><strong>${t("child-in", { groups: listed(child.groups), number: child.number })}</strong>${child.born && html`<br /><span class="muted">${t("child-born", { date: day(Date.parse(`${child.born}T00:00Z`), "UTC") })}</span>`}</p>
      ${goes && html`<span class="tag">${t("two-goes")}</span>`}${child.protected && html`<span class="tag stop">${t("protected")}</span>`}${child.left > 0 && html`<span class="tag care">${t("child-left", { date: day(child.left) })}</span>`}</div>
    ${child.protected && html`<${Banner} kind="care"><p>${t("protected-means", { child: child.first })}</p><//>`}`;
}

/** @param {{child: ChildPage, one: AdultRow, onEnd: () => void, onLost: () => void}} props */
function AdultItem({ child, one, onEnd, onLost }) {
  const waiting = isSoon("end", one.seat);
  const about = [one.relation, t(`adult-${one.role}`)].filter(Boolean).join(" · ");
  const asked = child.proposals.some((proposal) => proposal.key === one.key);
  const stale = ["expired", "withdrawn"].includes(one.standing) && !child.protected && !child.left;
  const again = async () => {
    await reissue(/** @type {any} */ (session.value), one);
    toast(t("letter-reissued"));
  };
  return html`<li class="item"><${Avatar} name=${one.name} /><span class="words"><span class="title">${one.name}</span><span class="about">${about}</span>${period(one) && html`<span class="about">${period(one)}</span>`}</span>
    <span class=${`tag ${LOOKS[one.standing]}`}>${t(waiting ? "adult-ending" : `adult-state-${one.standing}`)}</span>
    ${one.live && !one.own && !waiting && !child.left && html`<${Button} kind="quiet" onPress=${onEnd}>${t(one.standing === "joined" || one.standing === "later" ? "end-place" : "withdraw")}<span class="sr-only"> ${one.name}</span><//>`}
    ${one.standing === "joined" && one.role === "guardian" && !one.own && !waiting && !child.left && !asked && html`<${Button} kind="quiet" onPress=${onLost}>${t("lost-all")}<span class="sr-only"> ${one.name}</span><//>`}
    ${stale && html`<${Button} kind="quiet" onPress=${again}>${t("reissue")}<span class="sr-only"> ${one.name}</span><//>`}</li>`;
}

/** @param {{child: ChildPage, adult: AdultRow, onClose: () => void}} props */
function End({ child, adult, onClose }) {
  const joined = adult.standing === "joined" || adult.standing === "later";
  const lines = [
    t(joined ? "end-change-reads" : "end-change-letter", { name: adult.name, child: child.first }),
    ...(joined ? [t("end-change-kept", { name: adult.name })] : []), t("end-change-lists", { name: adult.name }), t("end-change-others"), t("undo-moment"),
  ];
  const here = /** @type {any} */ (session.value);
  const run = () => doSoon("end", { on: adult.seat, number: child.number, key: adult.key }, `${t("end-place")}: ${adult.name}`, t(joined ? "place-ended" : "letter-withdrawn"));
  return html`<${Action} title=${t("end-place-of", { name: adult.name })} lines=${lines} verb=${t(joined ? "end-place" : "withdraw")} danger run=${run} onClose=${onClose} />`;
}

/** The letters of this child that nobody has used, as they come out of the printer. @param {{child: ChildPage}} props */
function Letters({ child }) {
  const [other, setOther] = useState("");
  useEffect(() => void loadOther().then(setOther), []);
  const here = /** @type {any} */ (session.value);
  const open = letters(here).filter((one) => one.number === child.number && one.state === "open");
  if (!open.length || child.left) return null;
  return html`<section class="stack child-letters"><div class="no-print stack"><h2>${t("child-letters")}</h2><p>${t("child-letters-why", { names: listed(open.map((one) => one.name)) })}</p>
      <${Button} kind="secondary" icon="print" onPress=${() => (print(), toast(t("child-letters-printed")))}>${t("letters-print", { count: open.length })}<//></div>
    <div class="stack">${open.map((one) => html`<${Letter} key=${one.seat} one=${one} root=${here.root} other=${other} />`)}</div></section>`;
}

/** From when to when, in words; "" for always. @param {{starts: number, ends: number}} one */
export function period({ starts, ends }) {
  if (starts && ends) return t("adult-between", { from: day(starts), until: day(ends - DAY / 2) });
  if (starts) return t("adult-since", { from: day(starts) });
  return ends ? t("adult-till", { until: day(ends - DAY / 2) }) : "";
}

/** A day that may be of another year. @param {number} at ms UTC @param {string} [timeZone] */
function day(at, timeZone = "Europe/Amsterdam") {
  return new Intl.DateTimeFormat(language.value, { day: "numeric", month: "long", year: "numeric", timeZone }).format(new Date(at));
}
