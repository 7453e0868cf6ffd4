/** Changing a round that is out: its words, its deadline, a room. The times stay as they are: somebody may have them. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { dayOf, instant, timeOf } from "../../sync/zone.js";
import { Button } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { Field } from "../../ui/field.js";
import { t } from "../../ui/locale.js";
import { session } from "../../ui/state.js";
import { groupName } from "./words.js";

/** @typedef {import("../../sync/types.js").Item} Item */

/** @param {{kept: Item[]}} props `kept`: the tables this person may look after */
export function Amend({ kept }) {
  const here = /** @type {import("../../sync/session.js").Session} */ (session.value);
  const { title, text, closes } = kept[0].body;
  const [draft, setDraft] = useState({ title, text, closes: local(closes), rooms: Object.fromEntries(kept.map((table) => [table.id, table.body.room])) });
  const set = (/** @type {Partial<typeof draft>} */ fields) => setDraft({ ...draft, ...fields });
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const fields = { title: draft.title.trim() || title, text: draft.text.trim(), closes: at(draft.closes) };
    await carryOut("talks.amend", { tables: kept.map((table) => ({ id: table.id, fields: { ...fields, room: draft.rooms[table.id].trim() } })) }, { done: t("talk-amended") });
  };
  return html`<details><summary>${t("talk-amend")}</summary><form class="stack" onSubmit=${save}>
    <${Field} label=${t("talk-title")} value=${draft.title} onInput=${(/** @type {string} */ title) => set({ title })} required />
    <${Field} label=${t("talk-text")} value=${draft.text} onInput=${(/** @type {string} */ text) => set({ text })} rows=${3} />
    <${Field} label=${t("talk-closes-at")} hint=${t("talk-closes-at-hint")} type="datetime-local" value=${draft.closes} onInput=${(/** @type {string} */ closes) => set({ closes })} />
    ${kept.filter((table) => table.body.mode === "site").map((table) => html`<${Field} key=${table.id} label=${t("talk-room-of", { group: groupName(here, table.circle) })} value=${draft.rooms[table.id]} onInput=${(/** @type {string} */ room) => set({ rooms: { ...draft.rooms, [table.id]: room } })} />`)}
    <div class="row"><${Button} type="submit">${t("save")}<//></div></form></details>`;
}

/** An instant as a field of the browser has it, on the school's clock; "" for none. @param {number} ms */
function local(ms) {
  return ms ? `${dayOf(ms)}T${timeOf(ms)}` : "";
}

/** And back. @param {string} text */
function at(text) {
  const [day, time] = text.split("T");
  return day && time ? instant(day, time.slice(0, 5)) : 0;
}
