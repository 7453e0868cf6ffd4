/** One more adult for a child: who, as what, from when to when; and beforehand what that changes for whom. */
import { html } from "../../lib/htm.js";
import { useRef, useState } from "../../lib/hooks.js";
import { Button } from "../../ui/button.js";
import { Choice } from "../../ui/choice.js";
import { Field } from "../../ui/field.js";
import { t } from "../../ui/locale.js";
import { Sheet } from "../../ui/sheet.js";
import { session, toast } from "../../ui/state.js";
import { ErrorNote } from "../../ui/status.js";
import { addAdult, propose } from "./adults.js";
import { ROLES } from "./child.js";
import { Changes } from "./changes.js";

const DAY = 24 * 3600 * 1000;

/** @param {{child: import("./child.js").ChildPage, onClose: () => void}} props */
export function AdultForm({ child, onClose }) {
  const [draft, setDraft] = useState({ name: "", relation: "", phone: "", role: "guardian", from: "", until: "" });
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const [busy, setBusy] = useState(false);
  const form = useRef(/** @type {HTMLFormElement | null} */ (null));
  const set = (/** @type {string} */ key) => (/** @type {string} */ value) => setDraft({ ...draft, [key]: value });
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    setBusy(true);
    try {
      await (child.protected ? propose : addAdult)(/** @type {any} */ (session.value), child.number, entered(draft));
      toast(t(child.protected ? "adult-proposed" : "adult-added"));
      onClose();
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  };
  const roles = ROLES.map((role) => ({ value: role, text: t(`adult-${role}`), hint: t(`adult-${role}-about`, { child: child.first }) }));
  const actions = html`<${Button} busy=${busy} onPress=${() => form.current?.requestSubmit()}>${t(child.protected ? "adult-propose-verb" : "adult-add-verb")}<//>`;
  return html`<${Sheet} title=${t("adult-add-to", { child: child.first })} onClose=${onClose} actions=${actions}><form class="stack" ref=${form} onSubmit=${save}><${ErrorNote} error=${error} />
    <${Field} label=${t("name")} value=${draft.name} onInput=${set("name")} required />
    <${Field} label=${t("adult-relation")} hint=${t("adult-relation-hint")} value=${draft.relation} onInput=${set("relation")} />
    <${Field} label=${t("adult-phone")} hint=${t("adult-phone-hint")} type="tel" value=${draft.phone} onInput=${set("phone")} />
    <${Choice} label=${t("adult-role")} options=${roles} chosen=${draft.role} onChoose=${set("role")} />
    <div class="two"><${Field} label=${t("adult-from")} hint=${t("adult-from-hint")} type="date" value=${draft.from} onInput=${set("from")} />
      <${Field} label=${t("adult-until")} hint=${t("adult-until-hint")} type="date" value=${draft.until} onInput=${set("until")} min=${draft.from} /></div>
    <${Changes} lines=${linesOf(child, draft.role)} /></form><//>`;
}

/** @param {import("./child.js").ChildPage} child @param {string} role */
function linesOf(child, role) {
  const reads = [t(`adult-${role}-change`, { child: child.first, group: child.groups.join(", ") }), t(role === "guest" ? "adult-nobody-told" : "adult-diary", { child: child.first })];
  return child.protected ? [t("adult-protected-change"), ...reads] : reads;
}

/** What was typed, as the rules want it: days become times; the last day counts in full. @param {{name: string, relation: string, phone: string, role: string, from: string, until: string}} draft */
export function entered({ name, relation, phone, role, from, until }) {
  const at = (/** @type {string} */ day) => new Date(`${day}T00:00`).getTime();
  return { name, relation, phone, role: /** @type {any} */ (role), starts: from ? at(from) : 0, ends: until ? nextDay(at(until)) : 0 };
}

/** Midnight after a day, also where the clock changes. @param {number} midnight ms */
function nextDay(midnight) {
  return new Date(midnight + DAY + DAY / 8).setHours(0, 0, 0, 0);
}
