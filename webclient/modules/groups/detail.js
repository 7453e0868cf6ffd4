/** One detail: its value, and who may see it. Nobody is chosen beforehand, and what is chosen is said in words at once. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Button } from "../../ui/button.js";
import { Field } from "../../ui/field.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { PortraitField } from "../../ui/portrait.js";
import { go } from "../../ui/router.js";
import { session, version } from "../../ui/state.js";
import { ErrorNote } from "../../ui/status.js";
import { choose, isChosen, shown } from "./choices.js";
import { freeField, isPicture, labelOf, lookOf } from "./fields.js";
import { NOBODY, ownPlaces } from "./model.js";
import { childOf } from "./names.js";
import { choicesFar, Elsewhere } from "./elsewhere.js";
import { AudiencePicker, Outcome } from "./picker.js";
import { Gone } from "./view.js";

/** @typedef {import("../../sync/seats.js").Seat} Seat */
/** @typedef {import("./model.js").Detail} Detail */

/** @param {{params: Record<string, string>}} props */
export function DetailView({ params }) {
  void version.value;
  const here = /** @type {any} */ (session.value);
  const seat = ownPlaces(here).find((one) => one.id === params.seat);
  if (!seat) return html`<${Gone} />`;
  const field = params.field === "new" ? "" : params.field;
  const back = `/groups/share/${seat.id}`;
  const title = field ? labelOf(field, childOf(here, seat)?.first ?? "") : t("field-own");
  return html`<${Page} title=${title} back=${back}><${DetailForm} seat=${seat} field=${field} onDone=${() => go(back, { replace: true })} /><//>`;
}

/**
 * The form of a detail; without a field it asks for a label as well. `verb` stands on the button.
 * @param {{seat: Seat, field: string, onDone: () => void, verb?: string, brief?: boolean}} props
 */
export function DetailForm({ seat, field, onDone, verb = t("save"), brief = false }) {
  const here = /** @type {any} */ (session.value);
  const before = shown(here, seat).get(field);
  const [label, setLabel] = useState("");
  const [detail, setDetail] = useState(() => /** @type {Detail} */ ({ field, value: before?.value ?? "", audience: before?.audience ?? NOBODY, until: before?.until ?? 0 }));
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const [far, setFar] = useState(/** @type {Map<string, import("./model.js").Audience>} */ (new Map()));
  const change = (/** @type {Partial<Detail>} */ some) => setDetail((now) => ({ ...now, ...some }));
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const value = detail.value.trim();
    const named = field || freeField(label);
    if (!named) return setError({ code: "no-label" });
    if (!value && !before) return setError({ code: "no-value" });
    const said = { ...detail, field: named, value, ...(value ? {} : { audience: NOBODY, until: 0 }) };
    const more = await choicesFar(said, far);
    await choose(seat, said, t(saying([detail, ...more.map((one) => one.detail)], value, Boolean(before?.letter))), more);
    onDone();
  };
  const child = childOf(here, seat)?.first ?? "";
  const look = lookOf(field);
  return html`<form class="stack detail-form" onSubmit=${save}><${ErrorNote} error=${error} />
    ${!field && html`<${Field} label=${t("field-label")} hint=${t("field-label-hint")} value=${label} onInput=${setLabel} required />`}
    ${isPicture(field) ? html`<${PortraitField} label=${labelOf(field, child)} hint=${t(`hint-${field}`, { child })} name=${child} value=${detail.value} onInput=${(/** @type {string} */ value) => change({ value })} />`
    : html`<${Field} label=${field ? labelOf(field, child) : t("field-value")} hint=${t(`hint-${field && !field.startsWith("free:") ? field : "free"}`, { child })} type=${look.type} autocomplete=${look.autocomplete} rows=${look.rows ?? 0}
      value=${detail.value} onInput=${(/** @type {string} */ value) => change({ value })} />`}
    <${AudiencePicker} seat=${seat} audience=${detail.audience} until=${detail.until} change=${change} brief=${brief} />
    <${Outcome} seat=${seat} audience=${detail.audience} until=${detail.until} />
    ${!brief && html`<${Elsewhere} field=${field} value=${detail.value} chosen=${far} onChoose=${(/** @type {string} */ place, /** @type {any} */ audience) => setFar((now) => new Map([...now, [place, audience]]))} />`}
    <${Button} type="submit" big>${verb}<//></form>`;
}

/** What the toast says. @param {Detail[]} details here, and at other schools @param {string} value @param {boolean} wasOpen */
function saying(details, value, wasOpen) {
  if (!value) return "detail-removed";
  return details.some(({ audience }) => isChosen(audience)) ? "detail-shared" : wasOpen ? "taken-back" : "detail-kept";
}
