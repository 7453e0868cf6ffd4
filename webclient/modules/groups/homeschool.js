/** Of which school somebody is who is a contact elsewhere: by their own word, sealed for those they are in touch with. Servers tell nobody. */
import { html } from "../../lib/htm.js";
import { Button } from "../../ui/button.js";
import { t } from "../../ui/locale.js";
import { ours, toast, version } from "../../ui/state.js";
import { ownSession } from "../account/schools.js";
import { send, shown } from "./choices.js";
import { partners } from "./contactseats.js";
import { choices, HOME, NOBODY } from "./model.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/seats.js").Seat} Seat */

/** What a contact says of their own school. @param {{name: string, host: string}} school */
export function homeOf({ name, host }) {
  return name ? `${name} (${host})` : host;
}

/** The own school, for those whom one knows at another one; "" at the own school itself. @param {Session} here @returns {string} */
export function homeFor(here) {
  return ours.value && here !== ownSession() ? homeOf({ name: ours.value.name, host: location.host }) : "";
}

/** Say it to those with whom an own contact's place is shared. The same as `tell_home` in `sync/client/carrying.py`. @param {Session} here @param {Seat} seat @param {string} home @returns {import("./model.js").Detail} */
export function homeDetail(here, seat, home) {
  const chosen = [...choices(here, seat.id).values()].flatMap((item) => item.body.audience.people);
  const people = [...new Set([...chosen, ...partners(here, seat)])].filter((one) => !here.own().has(one)).sort();
  return { field: HOME, value: home, audience: { ...NOBODY, people }, until: 0 };
}

/** To show it, or to nobody any more. @param {{here: Session, box: import("../../sync/outbox.js").Outbox, seat: Seat, name: string}} props */
export function HomeSwitch({ here, box, seat, name }) {
  void version.value;
  const found = shown(here, seat, box).get(HOME);
  const isShown = Boolean(found?.audience.people.length);
  const press = async () => {
    const said = homeDetail(here, seat, homeFor(here));
    await send(seat, isShown ? { ...said, audience: NOBODY } : said, box);
    toast(t(isShown ? "taken-back" : "detail-shared"));
  };
  return html`<p class="row"><${Button} kind="quiet" onPress=${press}>${t(isShown ? "contact-home-hide" : "contact-home-show")} <span class="sr-only">${name}</span><//></p>`;
}
