/** What somebody can do with a whole thread: silence it, leave it, block who opened it. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { Button } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { Check } from "../../ui/field.js";
import { t } from "../../ui/locale.js";
import { Menu } from "../../ui/menu.js";
import { go } from "../../ui/router.js";
import { Sheet } from "../../ui/sheet.js";
import { outbox } from "../../ui/state.js";
import { callOf, directory } from "../groups/names.js";
import { comparable, Compare } from "./compare.js";
import { takingPart } from "./model.js";
import { partners } from "./names.js";

/** @typedef {import("../../sync/session.js").Session} Session */
const LONG = 365 * 24 * 3600 * 1000;

/** @param {{here: Session, thread: import("./model.js").Thread}} props */
export function ThreadMenu({ here, thread }) {
  const { groups, people } = thread.item.body.to;
  const [adding, setAdding] = useState(false);
  const [comparing, setComparing] = useState("");
  const others = groups.length ? [] : comparable(here, thread);
  const own = here.own().has(thread.item.head.seat);
  const mute = () => outbox.value?.add("contacts.mute", { thread: thread.id, until: thread.muted ? 0 : Date.now() + LONG });
  const part = async () => {
    await carryOut("messages.part", { id: b64(fresh(16)), thread: thread.id }, { done: t("thread-left"), waits: t("thread-leave-waits") });
    go("/messages", { replace: true });
  };
  const block = async () => {
    await carryOut("contacts.block", { seat: thread.item.head.seat }, { done: t("blocked"), waits: t("block-waits") });
    go("/messages", { replace: true });
  };
  const isParent = here.replica.trust.seats.get(thread.item.head.seat)?.role === "guardian";
  const items = [{ text: t(thread.muted ? "unmute" : "mute"), run: () => void mute() },
    ...(own && !groups.length && people.length > 0 && !thread.item.body.about ? [{ text: t("thread-add"), icon: "plus", run: () => setAdding(true) }] : []),
    ...(others.length === 1 ? [{ text: t("compare"), icon: "eye", run: () => setComparing(others[0]) }] : []),
    ...(own ? [] : [{ text: t("thread-leave"), run: () => void part() }]), ...(!own && isParent ? [{ text: t("block"), danger: true, run: () => void block() }] : [])];
  return html`<${Menu} items=${items} />${comparing && html`<${Compare} here=${here} seat=${comparing} name=${callOf(directory(here), comparing)} onClose=${() => setComparing("")} />`}${adding && html`<${Add} here=${here} thread=${thread} onClose=${() => setAdding(false)} />`}`;
}

/** @param {{here: Session, thread: import("./model.js").Thread, onClose: () => void}} props */
function Add({ here, thread, onClose }) {
  const [chosen, setChosen] = useState(/** @type {string[]} */ ([]));
  const part = new Set(takingPart(here, thread.item));
  const free = partners(here).filter((one) => ["parent", "staff"].includes(one.sort) && !part.has(one.id));
  const flip = (/** @type {string} */ id) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const save = async () => {
    await outbox.value?.add("messages.invite", { thread: thread.id, people: chosen });
    onClose();
  };
  return html`<${Sheet} title=${t("thread-add")} onClose=${onClose} actions=${html`<${Button} disabled=${!chosen.length} onPress=${save}>${t("thread-add")}<//>`}>
    <p class="muted">${t(thread.item.body.past ? "thread-add-past" : "thread-add-new")}</p>${free.map((one) => html`<${Check} key=${one.id} label=${one.name} hint=${one.about} checked=${chosen.includes(one.id)} onChange=${() => flip(one.id)} />`)}<//>`;
}
