/** One thread: what was said, and the field to answer; who reads it stands right above that field. */
import { html } from "../../lib/htm.js";
import { useEffect, useRef } from "../../lib/hooks.js";
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { Button } from "../../ui/button.js";
import { t } from "../../ui/locale.js";
import { wasRead } from "../../ui/notices.js";
import { Page } from "../../ui/page.js";
import { pending, PendingFiles } from "../../ui/pending.js";
import { outbox, session, version } from "../../ui/state.js";
import { Banner } from "../../ui/status.js";
import { directory } from "../groups/names.js";
import { Bubble } from "./bubble.js";
import { Renewed } from "./compare.js";
import { Composer } from "./composer.js";
import { handling, isStaff, messages, seatIn, threads } from "./model.js";
import { arrival, refName, titleOf } from "./names.js";
import { ThreadMenu } from "./threadmenu.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./model.js").Thread} Thread */

/** @param {{params: Record<string, string>}} props */
export function ThreadView({ params }) {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const thread = threads(here).find((one) => one.id === params.id);
  if (!thread) return html`<${Page} title=${t("message-gone")} back="/messages"><p>${t(isWaiting(params.id) ? "sending" : "message-gone-text")}</p><//>`;
  return html`<${Thread} here=${here} thread=${thread} />`;
}

/** @param {{here: Session, thread: Thread}} props */
function Thread({ here, thread }) {
  const known = directory(here);
  const said = messages(here, thread.item);
  const own = here.own();
  const end = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => end.current?.scrollIntoView({ block: "end" }), [said.length]);
  useEffect(() => {
    if (thread.unread && thread.standing === "open" && !thread.beside) void outbox.value?.add("messages.see", { id: b64(fresh(16)), thread: thread.id, quiet: offDuty(here, thread) });
    void wasRead(thread.id);
  }, [thread.id, thread.unread, thread.standing]);
  return html`<${Page} title=${titleOf(here, thread.item, known)} back="/messages" actions=${html`<${ThreadMenu} here=${here} thread=${thread} />`}>
    <${Handling} here=${here} thread=${thread} /><${Renewed} here=${here} thread=${thread} />
    <ol class="said" aria-label=${t("messages")}>${said.map((item) => html`<${Bubble} key=${item.id} here=${here} item=${item} name=${own.has(item.head.seat) ? "" : refName(here, item.head.seat, known)} thread=${thread} />`)}
      ${pending("messages.send").filter(({ data }) => data.thread === thread.id).map((one) => html`<${Waiting} key=${one.data.id} one=${one} />`)}</ol>
    <div ref=${end}></div>
    ${thread.standing === "request" ? html`<${Request} thread=${thread} known=${known} here=${here} />` : html`<${Composer} here=${here} thread=${thread} />`}<//>`;
}

/** What this device has not sent yet. @param {{one: import("../../ui/pending.js").Pending}} props */
function Waiting({ one }) {
  return html`<li class="bubble own waiting">${one.data.text && html`<p class="text">${one.data.text}</p>`}<${PendingFiles} one=${one} /></li>`;
}

/** Somebody asks to write: nothing is said back until this is answered. @param {{here: Session, thread: Thread, known: any}} props */
function Request({ here, thread, known }) {
  const seat = thread.item.head.seat;
  const name = refName(here, seat, known);
  return html`<${Banner} kind="care"><p><strong>${t("request-title", { name })}</strong><br />${t("request-text", { name })}</p>
    <div class="row"><${Button} onPress=${() => outbox.value?.add("contacts.accept", { seat })}>${t("request-accept")}<//><${Button} kind="secondary" onPress=${() => outbox.value?.add("contacts.block", { seat })}>${t("block")}<//></div><//>`;
}

/** What the team does about it: in sight of all of them, of nobody else. @param {{here: Session, thread: Thread}} props */
function Handling({ here, thread }) {
  const { teams } = thread.item.body.to;
  const seat = seatIn(here, thread.item);
  if (!teams.length || !isStaff(seat)) return null;
  const { state, seat: who } = handling(here, thread.id);
  const say = (/** @type {string} */ next) => () => outbox.value?.add("messages.handle", { id: b64(fresh(16)), thread: thread.id, state: next, seat: "" });
  const name = who ? refName(here, who, directory(here)) : "";
  return html`<div class="row spread handling" role="status"><span class=${`tag ${state === "done" ? "good" : "care"}`}>${t(`handling-${state}`)}</span><span class="muted small">${name}</span>
    <span class="row">${state !== "mine" && html`<${Button} kind="quiet" onPress=${say("mine")}>${t("handling-take")}<//>`}
    ${state === "done" ? html`<${Button} kind="quiet" onPress=${say("open")}>${t("handling-reopen")}<//>` : html`<${Button} kind="secondary" icon="check" onPress=${say("done")}>${t("handling-finish")}<//>`}</span></div>`;
}

/** Staff outside their own hours read without saying so. @param {Session} here @param {Thread} thread */
function offDuty(here, thread) {
  const seat = seatIn(here, thread.item);
  return Boolean(seat && isStaff(seat) && arrival(here, [], [seat.id]).at > Date.now());
}

/** @param {string} thread */
function isWaiting(thread) {
  return pending("messages.open").some(({ data }) => data.thread === thread);
}
