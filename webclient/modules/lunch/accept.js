/** The rules, to read and accept before a child stays; and whether the card is that of the whole household. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Button } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { Check } from "../../ui/field.js";
import { t } from "../../ui/locale.js";
import { version } from "../../ui/state.js";
import { callOf, directory } from "../groups/names.js";
import { money } from "./money.js";
import { newId } from "./model.js";
import { acceptance, home, housemates, ownSeats, rules } from "./stay.js";

/** @param {{here: import("../../sync/session.js").Session}} props */
export function Accept({ here }) {
  void version.value;
  const mates = housemates(here);
  const shares = home(here).some((seat) => mates.includes(seat));
  const [shared, setShared] = useState(/** @type {boolean | null} */ (null));
  const current = rules(here);
  const accepted = acceptance(here)?.body.version === current.version;
  const send = async () => {
    const seats = [...new Set([...ownSeats(here), ...((shared ?? shares) ? mates : [])])].sort();
    await carryOut("lunch.accept", { version: current.version, home: seats, written: Date.now(), record: newId() }, { done: t("lunch-accepted") });
  };
  const known = directory(here);
  const names = [...new Set(mates.map((seat) => callOf(known, seat)))].join(", ");
  const text = html`<p class="prose">${current.text}</p>
    <p class="muted">${t("lunch-cutoff-text", { time: current.cutoff })}${current.price ? ` ${t("lunch-price-text", { price: money(current.price) })}` : ""}</p>
    ${mates.length > 0 && html`<${Check} label=${t("lunch-share-card", { names })} hint=${t("lunch-share-hint")} checked=${shared ?? shares} onChange=${setShared} />`}`;
  if (accepted) return html`<details class="card"><summary>${t("lunch-rules")}</summary><div class="stack">${text}
    ${mates.length > 0 && shared !== null && shared !== shares && html`<${Button} kind="secondary" onPress=${send}>${t("save")}<//>`}</div></details>`;
  return html`<section class="card stack"><h2>${t("lunch-rules")}</h2><p>${t("lunch-rules-first")}</p>${text}<${Button} big onPress=${send}>${t("lunch-accept")}<//></section>`;
}
