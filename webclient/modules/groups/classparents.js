/** Class parents: whom the team asked to help; the whole class sees who they are. */
import { html } from "../../lib/htm.js";
import { Choices } from "../../ui/choice.js";
import { t } from "../../ui/locale.js";
import { outbox, session, version } from "../../ui/state.js";
import { families } from "./classlist.js";
import { newIds } from "./model.js";

/** @typedef {import("../../sync/session.js").Session} Session */

/** What the outbox carries out. @type {Record<string, import("../../sync/outbox.js").Carry>} */
export const carriers = { "groups.classparents": (here, { data }) => carry(here, data) };

/** For those who write to the group. @param {{group: import("../people/model.js").Group}} props */
export function ClassParents({ group }) {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  if (!here.seat({ circle: group.group })) return null;
  const adults = families(here, group).flatMap((family) => family.adults.map((one) => ({ value: one.seat, text: t("class-parent-of", { name: one.name, child: family.first }) })));
  const coming = outbox.value?.waiting.findLast((one) => one.type === "groups.classparents" && one.data.group === group.group);
  const chosen = coming?.data.seats ?? here.replica.ofKind("classparent", group.group).map((item) => item.body.seat);
  const change = (/** @type {string[]} */ seats) => outbox.value?.add("groups.classparents", { group: group.group, seats, ids: Object.fromEntries(seats.map((seat) => [seat, newIds()[0]])) });
  return html`<details class="no-print"><summary>${t("class-parents")}</summary><${Choices} label=${t("class-parents-why")} options=${adults} chosen=${chosen} onChange=${change} /></details>`;
}

/** @param {Session} here @param {{group: string, seats: string[], ids: Record<string, string>}} data */
async function carry(here, data) {
  const seat = here.seat({ circle: data.group });
  if (!seat) return;
  await here.write(seat, [data.group], (batch) => {
    const known = here.replica.ofKind("classparent", data.group);
    for (const item of known) if (!data.seats.includes(item.body.seat)) batch.delete(item);
    for (const one of data.seats) if (!known.some((item) => item.body.seat === one)) batch.record(data.group, "classparent", { seat: one }, { id: data.ids[one] });
  });
}
