/** For the office: how many contacts of other schools parents have, by whose they are; not who, and not what is shared. */
import { html } from "../../lib/htm.js";
import { Button } from "../../ui/button.js";
import { List, ListItem } from "../../ui/list.js";
import { t } from "../../ui/locale.js";
import { session, version } from "../../ui/state.js";
import { contactsByPlace } from "../groups/contactseats.js";
import { doSoon, isSoon } from "./soon.js";

export function ContactCounts() {
  void version.value;
  const here = /** @type {import("../../sync/session.js").Session} */ (session.value);
  const names = new Map(here.replica.ofKind("roster").flatMap(({ body }) => body.guardians.map((/** @type {any} */ one) => [one.seat, one.name])));
  const found = [...contactsByPlace(here)].filter(([place]) => names.has(place)).map(([place, seats]) => ({ place, seats, name: String(names.get(place)) }));
  if (!found.length) return null;
  return html`<section class="stack"><h2>${t("contact-office")}</h2><p>${t("contact-office-why")}</p><${List} label=${t("contact-office")}>${found.map(({ place, seats, name }) => html`<${ListItem} key=${place} mark=${name} title=${name} about=${t("contact-office-count", { count: seats.length })}
    aside=${!isSoon("contacts-end", place) && html`<${Button} kind="quiet" onPress=${() => doSoon("contacts-end", { on: place, seats: seats.map((seat) => seat.id) }, t("contact-office-ending", { name }), t("contact-office-ended"))}>${t("contact-office-end")} <span class="sr-only">${name}</span><//>`} />`)}<//></section>`;
}
