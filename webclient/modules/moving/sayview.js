/** A guardian says that a child leaves: after which day, where to, and what may go along. */
import { html } from "../../lib/htm.js";
import { useEffect, useState } from "../../lib/hooks.js";
import { PARTS } from "../../sync/moving.js";
import { Button } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { Choice, Choices } from "../../ui/choice.js";
import { Field } from "../../ui/field.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { ReaderLine } from "../../ui/readers.js";
import { go } from "../../ui/router.js";
import { session, version } from "../../ui/state.js";
import { ErrorNote } from "../../ui/status.js";
import { dayOf } from "../../sync/zone.js";
import { everySchool } from "../account/schools.js";
import { linked as linkedSchools } from "../people/linking.js";
import { ownChildren } from "../people/model.js";
import { departures } from "./departures.js";
import { custody, newId } from "./facts.js";

/** Another school than a linked one. */
const ELSEWHERE = "elsewhere";

/** @param {{params: Record<string, string>}} props */
export function SayView({ params }) {
  void version.value;
  const here = /** @type {import("../../sync/session.js").Session} */ (session.value);
  const child = ownChildren(here).find((one) => one.circle === params.child);
  const before = departures(here, params.child).find((one) => here.own().has(one.head.seat));
  const [names, setNames] = useState(/** @type {Map<string, string>} */ (new Map()));
  useEffect(() => void askNames().then(setNames, () => undefined), []);
  const linked = [...here.replica.trust.peers].map(([root, host]) => ({ root, host, name: names.get(host) || host }));
  const [draft, setDraft] = useState(() => draftOf(before?.body, linked));
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const set = (/** @type {Partial<typeof draft>} */ fields) => setDraft({ ...draft, ...fields });
  if (!child) return null;
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const to = linked.find((one) => one.host === draft.where) ?? { name: draft.name.trim(), host: "", root: "" };
    if (!to.name) return setError({ code: "move-no-school" });
    await carryOut("moving.say", { child: child.circle, last: draft.last, to, parts: draft.parts, id: newId(), before: before?.id ?? "" }, { done: t("move-said", { child: child.first }) });
    go("/moving", { replace: true });
  };
  const schools = [...linked.map((one) => ({ value: one.host, text: one.name })), { value: ELSEWHERE, text: t("move-elsewhere") }];
  const readers = [{ name: t("audience-you"), about: "" }, ...(custody(here, child.circle).length > 1 ? [{ name: t("move-others"), about: t("move-others-about", { child: child.first }) }] : []), { name: t("audience-office"), about: t("audience-office-about") }];
  return html`<${Page} title=${t("move-say-title", { child: child.first })} back="/moving"><form class="stack" onSubmit=${send}><p>${t("move-say-why")}</p>
    <${Field} label=${t("move-last")} type="date" value=${draft.last} min=${dayOf(Date.now())} onInput=${(/** @type {string} */ last) => set({ last })} required />
    ${linked.length > 0 && html`<${Choice} label=${t("move-where")} options=${schools} chosen=${draft.where} onChoose=${(/** @type {string} */ where) => set({ where })} />`}
    ${draft.where === ELSEWHERE && html`<${Field} label=${t("move-school-name")} value=${draft.name} onInput=${(/** @type {string} */ name) => set({ name })} required />`}
    <${Choices} label=${t("move-parts")} options=${PARTS.map((one) => ({ value: one, text: t(`move-part-${one}`), hint: t(`move-part-${one}-hint`) }))} chosen=${draft.parts} onChange=${(/** @type {string[]} */ parts) => set({ parts })} />
    <p class="muted">${t("move-parts-always")}</p>
    <${ReaderLine} audience=${readers} /><${ErrorNote} error=${error} /><${Button} type="submit" big>${t(before ? "move-say-again" : "move-say-verb")}<//></form><//>`;
}

/** How linked schools are called, by host: as they say of themselves. @returns {Promise<Map<string, string>>} */
async function askNames() {
  const { peers } = await linkedSchools();
  return new Map(peers.map((one) => [one.host, one.name]));
}

/** @param {Record<string, any> | undefined} body @param {{host: string}[]} linked */
function draftOf(body, linked) {
  const away = everySchool().find((one) => linked.some((other) => other.host === one.host));
  const where = body ? body.to.host || ELSEWHERE : (away?.host ?? ELSEWHERE);
  return { last: body?.last ?? "", where, name: body?.to.name ?? "", parts: body?.parts ?? PARTS };
}
