/** What the office can change for a child as a whole: another group, protection, leaving the school. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Choice } from "../../ui/choice.js";
import { errorText, listed, t } from "../../ui/locale.js";
import { session, toast } from "../../ui/state.js";
import { Action } from "./changes.js";
import { move } from "./enrolment.js";
import { groups } from "./model.js";
import { doSoon } from "./soon.js";

/** @typedef {{child: import("./child.js").ChildPage, onClose: () => void}} Props */

/** @param {Props} props */
export function Move({ child, onClose }) {
  const here = /** @type {any} */ (session.value);
  const [from, setFrom] = useState(child.groups[0]);
  const free = groups(here).map((one) => one.name).filter((name) => !child.groups.includes(name));
  const [to, setTo] = useState(free.length === 1 ? free[0] : "");
  const options = (/** @type {string[]} */ names) => names.map((name) => ({ value: name, text: t("group-people", { group: name }) }));
  const run = async () => {
    await move(here, child.number, from, to);
    const back = () => void move(here, child.number, to, from).then(() => toast(t("moved-back")), (error) => toast(errorText(error)));
    toast(t("moved", { child: child.first, group: to }), { action: t("undo"), run: back });
  };
  const values = { child: child.first, from, to: to || t("move-other") };
  const said = ["family", "old", "team", ...(child.protected ? [] : ["class"])].map((one) => t(`move-change-${one}`, values));
  const lines = [...said, t("adult-diary", values)];
  return html`<${Action} title=${t("move-title", { child: child.first })} lines=${lines} verb=${to ? t("move-verb", { group: to }) : t("move-verb-none")} disabled=${!to} run=${run} onClose=${onClose}>
    ${child.groups.length > 1 && html`<${Choice} label=${t("move-from")} options=${options(child.groups)} chosen=${from} onChoose=${setFrom} />`}
    ${free.length ? html`<${Choice} label=${t("move-to")} options=${options(free)} chosen=${to} onChoose=${setTo} />` : html`<p>${t("move-nowhere")}</p>`}<//>`;
}

/** @param {Props} props */
export function Protect({ child, onClose }) {
  const values = { child: child.first, groups: listed(child.groups) };
  const lines = ["parents", "family", "team", "second", "stays"].map((one) => t(`protect-change-${one}`, values)).concat(t("undo-moment"));
  const run = () => doSoon("protect", { on: child.number }, t("protecting", values), t("protect-done", values));
  return html`<${Action} title=${t("protect-title", values)} lines=${lines} verb=${t("protect")} run=${run} onClose=${onClose}><p>${t("protect-why", values)}</p><//>`;
}

/** @param {Props} props */
export function Leave({ child, onClose }) {
  const values = { child: child.first, groups: listed(child.groups) };
  const lines = ["family", "lists", "kept"].map((one) => t(`leave-change-${one}`, values)).concat(t("undo-moment"));
  const run = () => doSoon("leave", { on: child.number }, t("leaving", values), t("leave-done", values));
  return html`<${Action} title=${t("leave-title", values)} lines=${lines} verb=${t("leave-school")} danger run=${run} onClose=${onClose} />`;
}
