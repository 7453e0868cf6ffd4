/** What the lunch team must know of a child: for the lunch team alone, and for who shares this parent's card. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Button } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { Chips, Field } from "../../ui/field.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { ReaderLine } from "../../ui/readers.js";
import { go } from "../../ui/router.js";
import { session, version } from "../../ui/state.js";
import { Empty } from "../../ui/status.js";
import { callOf, directory } from "../groups/names.js";
import { ownChildren } from "../people/model.js";
import { newId } from "./model.js";
import { ALLERGENS, home, ownDiet } from "./stay.js";

const FIELDS = ["allergies", "medication", "doctor", "phones", "note"];
const LONG = ["allergies", "medication", "note"];

/** @param {{params: {child: string}}} props */
export function ProfileView({ params }) {
  void version.value;
  const here = /** @type {import("../../sync/session.js").Session} */ (session.value);
  const child = ownChildren(here).find((one) => one.circle === params.child);
  const [changed, setChanged] = useState(/** @type {Record<string, any>} */ ({}));
  if (!child) return html`<${Page} title=${t("lunch")} back="/lunch"><${Empty} title=${t("nothing-here")} text=${t("nothing-here-text")} /><//>`;
  /** @type {Record<string, any>} */
  const draft = { allergens: [], ...Object.fromEntries(FIELDS.map((name) => [name, ""])), ...ownDiet(here, child.circle)?.body, ...changed };
  const sibling = ownChildren(here).find((one) => one.circle !== child.circle && ownDiet(here, one.circle));
  const set = (/** @type {Record<string, any>} */ fields) => setChanged({ ...changed, ...fields });
  const toggle = (/** @type {string} */ code) => set({ allergens: draft.allergens.includes(code) ? draft.allergens.filter((/** @type {string} */ one) => one !== code) : [...draft.allergens, code] });
  const copy = () => {
    const { child: _, ...fields } = ownDiet(here, sibling?.circle ?? "")?.body ?? {};
    set(fields);
  };
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const fields = Object.fromEntries(["allergens", ...FIELDS].map((name) => [name, draft[name]]));
    await carryOut("lunch.diet", { child: child.circle, fields, record: newId() }, { done: t("lunch-told") });
    go("/lunch", { replace: true });
  };
  return html`<${Page} title=${t("lunch-know-title", { name: child.first })} back="/lunch"><form class="stack" onSubmit=${save}>
    ${sibling && html`<${Button} kind="secondary" onPress=${copy}>${t("lunch-copy", { name: sibling.first })}<//>`}
    <${Chips} label=${t("lunch-allergens")} options=${ALLERGENS.map((code) => ({ value: code, text: t(`allergen-${code}`) }))} chosen=${draft.allergens} onToggle=${toggle} />
    ${FIELDS.map((name) => html`<${Field} key=${name} label=${t(`lunch-field-${name}`)} hint=${t(`lunch-field-${name}-hint`)} value=${draft[name]} rows=${LONG.includes(name) ? 2 : 0} type=${name === "phones" ? "tel" : "text"} onInput=${(/** @type {string} */ text) => set({ [name]: text })} />`)}
    <${ReaderLine} audience=${audience(here)} /><p class="muted">${t("lunch-know-why")}</p>
    <${Button} type="submit" big>${t("save")}<//></form><//>`;
}

/** @param {import("../../sync/session.js").Session} here */
function audience(here) {
  const known = directory(here);
  const names = new Set(home(here).filter((seat) => !known.own.has(seat)).map((seat) => callOf(known, seat)));
  return [{ name: t("audience-you"), about: "" }, ...[...names].map((name) => ({ name, about: t("lunch-shares") })), { name: t("lunch-team"), about: t("lunch-team-about") }];
}
