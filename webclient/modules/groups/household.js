/** Who lives with you: other parents of one's own children, chosen one by one; nobody beforehand. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Avatar } from "../../ui/avatar.js";
import { Button } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { Check } from "../../ui/field.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { go } from "../../ui/router.js";
import { session, version } from "../../ui/state.js";
import { Banner, Empty } from "../../ui/status.js";
import { guardianPlaces, household, proposedHouseholds } from "./homes.js";
import { ownPlaces, samePeople } from "./model.js";
import { newId } from "../absences/model.js";
import { aboutOf, callOf, directory } from "./names.js";

export function HouseholdView() {
  void version.value;
  const here = /** @type {any} */ (session.value);
  const known = directory(here);
  const [chosen, setChosen] = useState(/** @type {string[]} */ ([]));
  const own = ownPlaces(here).find((one) => one.role === "guardian");
  const people = persons(known, [...known.places.values()].filter((place) => known.children.has(place.child) && !known.own.has(place.seat)).map((place) => place.seat));
  const toggle = (/** @type {string} */ one) => setChosen(chosen.includes(one) ? chosen.filter((each) => each !== one) : [...chosen, one]);
  const save = async () => {
    const others = people.filter((one) => chosen.includes(one[0])).flat();
    const ids = Object.fromEntries([...guardianPlaces(here).map((seat) => seat.id), ...others].map((seat) => [seat, newId()]));
    await carryOut("groups.household", { ids, names: others.map((seat) => [seat, known.cards.get(seat)?.get("name") ?? ""]) }, { done: t("household-saved") });
    go("/groups/share", { replace: true });
  };
  return html`<${Page} title=${t("household-title")} back="/groups/share"><div class="stack"><p>${t("household-why")}</p>
    ${proposedHouseholds(here).map((one) => html`<${Proposal} key=${one.circle} known=${known} proposal=${one} />`)}
    ${household(here) && html`<${Members} known=${known} />`}
    ${people.length && own ? html`<fieldset><legend>${t("household-choose")}</legend>${people.map(([seat]) => html`<${Check} key=${seat} label=${callOf(known, seat)} hint=${aboutOf(known, seat)} checked=${chosen.includes(seat)} onChange=${() => toggle(seat)} />`)}</fieldset>
      <${Button} big disabled=${!chosen.length} onPress=${save}>${t("household-verb")}<//>` : html`<${Empty} title=${t("household-nobody")} text=${t("household-nobody-text")} />`}</div><//>`;
}

/** Somebody says that we live together: it holds once it is said here as well. @param {{known: import("./names.js").Directory, proposal: {circle: string, by: string}}} props */
function Proposal({ known, proposal: { circle, by } }) {
  const send = (/** @type {string} */ type, /** @type {string} */ said) => async () => {
    await carryOut(type, { circle, record: newId() }, { done: t(said) });
  };
  return html`<${Banner} kind="care"><p><strong>${t("household-asked", { who: callOf(known, by) })}</strong><br />${t("household-asked-why")}</p>
    <div class="row"><${Button} onPress=${send("groups.join-household", "household-saved")}>${t("household-yes")}<//><${Button} kind="secondary" onPress=${send("groups.leave-household", "household-refused")}>${t("household-no")}<//></div><//>`;
}

/** @param {{known: import("./names.js").Directory}} props */
function Members({ known }) {
  const circle = household(known.session);
  const seats = known.session.replica.ofKind("member", circle).map((item) => item.body.seat).filter((seat) => !known.own.has(seat));
  const leave = () => carryOut("groups.leave-household", { circle }, { done: t("household-saved") });
  return html`<${Banner} kind="good">${persons(known, seats).map(([seat]) => html`<${Avatar} key=${seat} name=${callOf(known, seat)} />`)}<p>${t("household-now", { who: persons(known, seats).map(([seat]) => callOf(known, seat)).join(", ") })}<br />${t("household-leave-why")}</p>
    <${Button} kind="secondary" onPress=${leave}>${t("household-leave")}<//><//>`;
}

/** The seats of each person together: who has two children with me lives here once. @param {import("./names.js").Directory} known @param {string[]} seats @returns {string[][]} */
function persons(known, seats) {
  /** @type {string[][]} */
  const found = [];
  for (const seat of seats) {
    const same = samePeople(known.session, [seat]);
    const together = found.find((one) => one.some((each) => same.has(each)));
    if (together) together.push(seat);
    else found.push([seat]);
  }
  return found;
}
