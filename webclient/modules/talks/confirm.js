/**
 * The last look before a time is taken: what was chosen is held for two minutes, and the clock says so. Whoever was too
 * late is offered the next best at once.
 */
import { html } from "../../lib/htm.js";
import { useEffect, useState } from "../../lib/hooks.js";
import { hold, release } from "../../sync/claims.js";
import { Button } from "../../ui/button.js";
import { Chips, Field } from "../../ui/field.js";
import { t } from "../../ui/locale.js";
import { ReaderLine } from "../../ui/readers.js";
import { Sheet } from "../../ui/sheet.js";
import { session, toast } from "../../ui/state.js";
import { ErrorNote } from "../../ui/status.js";
import { household } from "../groups/homes.js";
import { Stops } from "./combo.js";
import { slotOf } from "./rounds.js";
import { MODES } from "./rules.js";
import { asTalkError, bookingReaders } from "./words.js";
import { book, move } from "./writing.js";

/** @typedef {import("./rounds.js").Pick} Pick */
/** What is about to be taken; `booking`: it is moved; `wait`: the time is gone, and waited for. @typedef {{picks: Pick[], booking: string, wait: number}} Choice */

/** @param {{choice: Choice, onClose: () => void, onLost: (error: any) => void}} props */
export function Confirm({ choice, onClose, onLost }) {
  const here = /** @type {import("../../sync/session.js").Session} */ (session.value);
  const table = here.replica.items.get(choice.picks[0].offer);
  const { until, error: early } = useHold(choice, onLost);
  const [more, setMore] = useState({ who: "", mode: String(table?.body.mode ?? "site"), interpreter: "", note: "" });
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const slot = slotOf(here, choice.picks[0].offer, choice.picks[0].slot);
  const take = async () => {
    try {
      await (choice.booking ? move(here, choice.booking, choice.picks[0], choice.wait) : book(here, choice.picks, more, choice.wait));
      toast(t(choice.wait ? "talk-waiting" : choice.booking ? "talk-moved" : "talk-booked"));
      onClose();
    } catch (reason) {
      if (/** @type {any} */ (reason)?.code === "slot-taken") return onLost(reason);
      setError(asTalkError(reason));
    }
  };
  const verb = t(choice.wait ? "talk-wait-verb" : choice.booking ? "talk-move-verb" : "talk-book-verb", { count: choice.picks.length, time: slot?.start ?? "" });
  return html`<${Sheet} title=${t(choice.wait ? "talk-wait-title" : choice.booking ? "talk-move-title" : "talk-confirm-title")} onClose=${onClose} actions=${html`<${Button} big onPress=${take}>${verb}<//>`}>
    <div class="stack"><${Stops} here=${here} picks=${choice.picks} />
      ${choice.wait > 0 && html`<p>${t(choice.booking ? "talk-wait-why" : "talk-wait-why-none")}</p>`}
      ${until > 0 && html`<${Countdown} until=${until} />`}<${ErrorNote} error=${error || early} />
      ${!choice.booking && html`<${Beside} more=${more} set=${(/** @type {Partial<typeof more>} */ fields) => setMore({ ...more, ...fields })} />`}
      ${table && html`<${ReaderLine} audience=${readersOf(here, choice.picks)} />`}</div><//>`;
}

/** Hold what is looked at; a time that is waited for or moved to can't be held. @param {Choice} choice @param {(error: any) => void} onLost */
function useHold(choice, onLost) {
  const [held, setHeld] = useState({ until: 0, error: /** @type {unknown} */ (null) });
  useEffect(() => {
    if (choice.wait || choice.booking) return undefined;
    const claims = choice.picks.map((pick) => ({ ...pick, count: 1, wait: 0, seat: "" }));
    const lost = (/** @type {any} */ error) => (error?.code === "slot-taken" ? onLost(error) : setHeld({ until: 0, error: asTalkError(error) }));
    const asked = hold(claims).then((until) => setHeld({ until, error: null }), lost);
    return () => void asked.then(() => release()).catch(() => undefined);
  }, []);
  return held;
}

/** @param {{until: number}} props */
function Countdown({ until }) {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const left = Math.max(0, Math.round((until - now) / 1000));
  const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  return html`<p class="countdown" role="timer"><meter min="0" max="120" value=${left} aria-hidden="true"></meter><span class="figures">${left ? t("talk-held", { clock }) : t("talk-held-over")}</span></p>`;
}

/** Who comes and how, and what the teacher may know beforehand. @param {{more: {who: string, mode: string, interpreter: string, note: string}, set: (fields: Record<string, string>) => void}} props */
function Beside({ more, set }) {
  const who = ["me", "both", "child"].map((key) => ({ value: t(`talk-who-${key}`), text: t(`talk-who-${key}`) }));
  return html`<${Chips} label=${t("talk-who")} options=${who} chosen=${[more.who]} onToggle=${(/** @type {string} */ value) => set({ who: more.who === value ? "" : value })} />
    <details><summary>${t("talk-more")}</summary><div class="stack">
      <${Chips} label=${t("talk-how")} options=${MODES.map((value) => ({ value, text: t(`talk-mode-${value}`) }))} chosen=${[more.mode]} onToggle=${(/** @type {string} */ mode) => set({ mode })} />
      <${Field} label=${t("talk-interpreter")} hint=${t("talk-interpreter-hint")} value=${more.interpreter} onInput=${(/** @type {string} */ interpreter) => set({ interpreter })} />
      <${Field} label=${t("talk-note")} hint=${t("talk-note-hint")} value=${more.note} onInput=${(/** @type {string} */ note) => set({ note })} rows=${2} /></div></details>`;
}

/** @param {import("../../sync/session.js").Session} here @param {Pick[]} picks */
function readersOf(here, picks) {
  const all = picks.flatMap((pick) => bookingReaders(here.replica.items.get(pick.offer)?.body ?? { teachers: [] }, Boolean(household(here))));
  return [...new Map(all.map((one) => [one.name, one])).values()];
}
