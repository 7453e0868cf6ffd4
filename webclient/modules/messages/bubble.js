/** One message: what was said, by whom, for whom, and what its author may still do with it. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { AttachTools, Chosen, useFiles } from "../../ui/attach.js";
import { Attached } from "../../ui/attached.js";
import { Button } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { Field } from "../../ui/field.js";
import { filesOf } from "../../ui/files.js";
import { t, when } from "../../ui/locale.js";
import { Menu } from "../../ui/menu.js";
import { Sheet } from "../../ui/sheet.js";
import { isRead, UNDO } from "./model.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */

/** `name`: of its author, "" for one's own. @param {{here: Session, item: Item, name: string, thread: import("./model.js").Thread}} props */
export function Bubble({ here, item, name, thread }) {
  const [sheet, setSheet] = useState("");
  const { body } = item;
  const own = !name;
  const read = own && isRead(here, item);
  const close = () => setSheet("");
  const take = () => carryOut("messages.take", { message: item.id }, { done: t(read ? "message-removed-done" : "message-taken"), waits: t("message-take-waits") });
  const items = own ? [{ text: t("edit"), icon: "edit", run: () => setSheet("edit") }, { text: t(read ? "delete" : "message-take"), icon: "bin", danger: true, run: () => void take() }]
    : [{ text: t("report"), icon: "alert", run: () => setSheet("report") }];
  const to = body.only && thread.item.body.to.groups.length > 0;
  return html`<li class=${`bubble ${own ? "own" : ""}`}>${!own && html`<strong class="who">${name}</strong>`}
    ${to && html`<span class="tag care">${t(own ? "message-only-sender" : "message-only-you")}</span>`}
    ${body.removed ? html`<p class="text"><em>${t("message-removed")}</em></p>` : html`${body.text && html`<p class="text">${body.text}</p>`}<${Attached} parts=${filesOf(body)} about=${`${name || t("audience-you")} · ${when(item.head.time)}`} />`}
    <span class="row spread muted small"><span>${when(item.head.time)}${body.edited && !body.removed ? ` · ${t("message-edited")}` : ""}${own ? ` · ${status(item, read)}` : ""}</span>
      ${!body.removed && html`<${Menu} label=${t("message-actions")} items=${items} />`}</span>
    ${sheet === "edit" && html`<${Edit} item=${item} onClose=${close} />`}${sheet === "report" && html`<${Report} item=${item} name=${name} onClose=${close} />`}</li>`;
}

/** Where a message of one's own is. @param {Item} item @param {boolean} read */
function status(item, read) {
  if (read) return t("message-read");
  const { after = 0 } = item.body;
  if (after <= Date.now()) return t("sent");
  return after - item.head.time > UNDO ? t("message-arrives", { when: when(after) }) : t("message-held");
}

/** @param {{item: Item, onClose: () => void}} props */
function Edit({ item, onClose }) {
  const [text, setText] = useState(String(item.body.text));
  const files = useFiles("", filesOf(item.body));
  const save = async () => {
    await files.send(item.head.seat, "messages.edit", (sent) => ({ message: item.id, text: text.trim(), written: Date.now(), files: sent }));
    onClose();
  };
  return html`<${Sheet} title=${t("message-edit")} onClose=${onClose} actions=${html`<${Button} disabled=${(!text.trim() && !files.count) || files.busy > 0} onPress=${save}>${t("save")}<//>`}>
    <${Field} label=${t("message-text")} value=${text} onInput=${setText} rows=${5} /><${Chosen} files=${files} /><${AttachTools} files=${files} /><//>`;
}

/** @param {{item: Item, name: string, onClose: () => void}} props */
function Report({ item, name, onClose }) {
  const [why, setWhy] = useState("");
  const send = async () => {
    await carryOut("messages.complain", { id: b64(fresh(16)), message: item.id, why: why.trim() }, { done: t("reported") });
    onClose();
  };
  return html`<${Sheet} title=${t("report-title")} onClose=${onClose} actions=${html`<${Button} onPress=${send}>${t("report-verb")}<//>`}>
    <p>${t("report-text", { name })}</p><blockquote class="quote">${item.body.text}<${Attached} parts=${filesOf(item.body)} /></blockquote><${Field} label=${t("report-why")} value=${why} onInput=${setWhy} rows=${3} /><//>`;
}
