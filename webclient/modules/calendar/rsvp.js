/** Whether one comes: the question for who reads it, and the answers for who asked. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { Chips } from "../../ui/field.js";
import { List, ListItem } from "../../ui/list.js";
import { listed, t } from "../../ui/locale.js";
import { outbox, version } from "../../ui/state.js";
import { Ring } from "../../ui/status.js";
import { callOf, directory } from "../groups/names.js";
import { children, fullName, ownChildren } from "../people/model.js";
import { answers, lineOn, ownAnswer } from "./model.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */

const SAID = ["yes", "maybe", "no"];

/** @param {{here: Session, item: Item}} props */
export function Rsvp({ here, item }) {
  void version.value;
  const mine = ownAnswer(here, item.id);
  const about = lineOn(here, item.id, "")?.children ?? [];
  const own = ownChildren(here).filter((child) => about.includes(child.circle));
  const [who, setWho] = useState(/** @type {string[]} */ (mine?.body.children ?? []));
  const [chosen, choose] = useState("");
  const waiting = (outbox.value?.waiting ?? []).findLast((one) => one.type === "calendar.answer" && one.data.event === item.id);
  const said = chosen || (waiting?.data.answer ?? mine?.body.answer ?? "");
  const say = async (/** @type {string} */ answer, /** @type {string[]} */ children) => {
    choose(answer);
    await outbox.value?.add("calendar.answer", { id: b64(fresh(16)), event: item.id, answer, children: answer === "no" ? [] : children });
  };
  const toggle = (/** @type {string} */ child) => {
    const next = who.includes(child) ? who.filter((one) => one !== child) : [...who, child];
    setWho(next);
    if (said && said !== "no") void say(said, next);
  };
  return html`<section class="card stack rsvp no-print" aria-label=${t("rsvp-ask")}><${Chips} label=${t("rsvp-ask")} options=${SAID.map((value) => ({ value, text: t(`rsvp-${value}`) }))} chosen=${[said]} onToggle=${(/** @type {string} */ value) => say(value, who)} />
    ${own.length > 0 && said !== "no" && html`<${Chips} label=${t("rsvp-who")} options=${own.map((child) => ({ value: child.circle, text: child.first }))} chosen=${who} onToggle=${toggle} />`}
    <p class="muted small">${t("rsvp-readers")}</p></section>`;
}

/** @param {{here: Session, item: Item}} props */
export function Answers({ here, item }) {
  void version.value;
  const found = answers(here, item.id);
  const known = directory(here);
  const names = new Map(children(here).map((child) => [child.circle, child.first]));
  for (const { body } of here.replica.ofKind("pupil")) names.set(body.child, fullName(/** @type {any} */ (body)));
  const of = (/** @type {string} */ said) => found.filter((one) => one.body.answer === said);
  const coming = (/** @type {Item} */ one) => listed((Array.isArray(one.body.children) ? one.body.children : []).map((/** @type {string} */ child) => names.get(child) ?? "").filter(Boolean));
  return html`<section class="stack"><h2>${t("rsvp-answers")}</h2>
    ${found.length ? html`<p class="row"><${Ring} part=${of("yes").length} whole=${found.length} label=${t("rsvp-count", { yes: of("yes").length, maybe: of("maybe").length, no: of("no").length })} /></p>
      <${List} label=${t("rsvp-answers")}>${SAID.flatMap(of).map((one) => html`<${ListItem} key=${one.id} title=${callOf(known, one.head.seat)} about=${coming(one)} mark=${callOf(known, one.head.seat)} aside=${t(`rsvp-${one.body.answer}`)} />`)}<//>`
      : html`<p class="muted">${t("rsvp-nobody")}</p>`}</section>`;
}
