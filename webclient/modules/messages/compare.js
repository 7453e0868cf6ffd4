/** Knowing that somebody is who they were: a code that two people compare, and what follows when keys were renewed. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { compareCode } from "../../crypto/compare.js";
import { renewals } from "../groups/model.js";
import { callOf, directory } from "../groups/names.js";
import { Button } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { date, t } from "../../ui/locale.js";
import { Sheet } from "../../ui/sheet.js";
import { Banner } from "../../ui/status.js";
import { takingPart } from "./model.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./model.js").Thread} Thread */

/** The seats of other people in a thread whose keys this device knows. @param {Session} here @param {Thread} thread @returns {string[]} */
export function comparable(here, thread) {
  const own = here.own();
  return takingPart(here, thread.item).filter((ref) => !own.has(ref) && here.replica.trust.seats.get(ref)?.person && !here.replica.trust.hasEnded(ref));
}

/** Somebody in this thread got a new place: they read nothing of before until a code was compared. @param {{here: Session, thread: Thread}} props */
export function Renewed({ here, thread }) {
  const [comparing, setComparing] = useState("");
  const known = directory(here);
  const part = new Set(takingPart(here, thread.item));
  const found = [...renewals(here)].filter(([old, { seat }]) => part.has(old) && !part.has(seat));
  const opened = here.own().has(thread.item.head.seat);
  return found.map(([old, { seat, at }]) => {
    const name = callOf(known, old);
    const person = here.replica.trust.seats.get(seat)?.person;
    return html`<${Banner} key=${seat} kind="care"><p><strong>${t(at ? "renewed-since" : "renewed", { name, date: at ? date(at) : "" })}</strong><br />${t(opened ? (person ? "renewed-text" : "renewed-wait") : "renewed-new", { name })}</p>
      ${opened && person && html`<${Button} kind="secondary" onPress=${() => setComparing(seat)}>${t("compare")}<//>`}
      ${comparing === seat && html`<${Compare} here=${here} seat=${seat} name=${name} thread=${thread.id} onClose=${() => setComparing("")} />`}<//>`;
  });
}

/** `thread`: the one in which somebody with renewed keys reads again, if the codes are the same. @param {{here: Session, seat: string, name: string, thread?: string, onClose: () => void}} props */
export function Compare({ here, seat, name, thread = "", onClose }) {
  const code = compareCode(here.person, here.replica.trust.seat(seat).person);
  const restore = async () => {
    await carryOut("messages.restore", { thread, seat }, { done: t("renewed-done", { name }) });
    onClose();
  };
  const actions = thread ? html`<${Button} onPress=${restore}>${t("renewed-verb")}<//>` : null;
  return html`<${Sheet} title=${t("compare-with", { name })} onClose=${onClose} actions=${actions}><p>${t("compare-text", { name })} ${thread && t("compare-then", { name })}</p><p class="code" data-testid="code">${code}</p><p class="muted">${t("compare-differs")}</p><//>`;
}
