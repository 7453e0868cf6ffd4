/** Somebody phones: the teacher takes a time for them, and they read that the school did. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Button } from "../../ui/button.js";
import { Chips, Field } from "../../ui/field.js";
import { t } from "../../ui/locale.js";
import { toast, version } from "../../ui/state.js";
import { ErrorNote } from "../../ui/status.js";
import { without } from "./rounds.js";
import { asTalkError, moment } from "./words.js";
import { bookFor } from "./writing.js";

/** @param {{here: import("../../sync/session.js").Session, table: import("../../sync/types.js").Item, slot: import("./rules.js").Slot, onDone: () => void}} props */
export function Behalf({ here, table, slot, onDone }) {
  void version.value;
  const pupils = without(here, table).filter((one) => one.open.length);
  const [child, setChild] = useState("");
  const [seat, setSeat] = useState("");
  const [who, setWho] = useState("");
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const chosen = pupils.find((one) => one.child === child);
  const adult = chosen?.open.length === 1 ? chosen.open[0].seat : seat;
  const take = () => bookFor(here, { offer: table.id, slot: slot.id, child }, adult, { who: who.trim() })
    .then(() => (toast(t("talk-behalf-done")), onDone()), (reason) => setError(asTalkError(reason)));
  if (!pupils.length) return html`<p class="muted talk-detail">${t("talk-behalf-nobody")}</p>`;
  return html`<div class="talk-detail stack no-print"><${Chips} label=${t("talk-behalf-child")} options=${pupils.map((one) => ({ value: one.child, text: `${one.first} ${one.last}` }))} chosen=${[child]} onToggle=${(/** @type {string} */ value) => (setChild(value), setSeat(""))} />
    ${chosen && chosen.open.length > 1 && html`<${Chips} label=${t("talk-behalf-adult")} options=${chosen.open.map((one) => ({ value: one.seat, text: one.name }))} chosen=${[seat]} onToggle=${setSeat} />`}
    ${chosen && html`<${Field} label=${t("talk-who")} value=${who} onInput=${setWho} />`}<${ErrorNote} error=${error} />
    <div class="row"><${Button} disabled=${!chosen || !adult} onPress=${take}>${t("talk-behalf-verb", { when: moment(slot) })}<//></div></div>`;
}
