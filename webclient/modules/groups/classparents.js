/** Class parents: whom the team asked to help; the whole class sees who they are. */
import { html } from "../../lib/htm.js";
import { Choices } from "../../ui/choice.js";
import { t } from "../../ui/locale.js";
import { outbox, session, version } from "../../ui/state.js";
import { families } from "./classlist.js";
import { newIds } from "./model.js";
import { overtaken } from "../../sync/said.js";

/** @typedef {import("../../sync/session.js").Session} Session */

/** What the outbox carries out. @type {Record<string, import("../../sync/outbox.js").Carry>} */
export const carriers = { "groups.classparent": (here, { data, time }) => carry(here, data, time) };

/** For those who write to the group. @param {{group: import("../people/model.js").Group}} props */
export function ClassParents({ group }) {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  if (!here.seat({ circle: group.group })) return null;
  const adults = families(here, group).flatMap((family) => family.adults.map((one) => ({ value: one.seat, text: t("class-parent-of", { name: one.name, child: family.first }) })));
  const coming = (outbox.value?.waiting ?? []).filter((one) => one.type === "groups.classparent" && one.data.group === group.group);
  const chosen = [...coming.reduce((seats, { data }) => (data.helps ? seats.add(data.seat) : (seats.delete(data.seat), seats)), new Set(here.replica.ofKind("classparent", group.group).map((item) => item.body.seat)))];
  const change = (/** @type {string[]} */ seats) => {
    const [more, less] = [seats.filter((one) => !chosen.includes(one)), chosen.filter((one) => !seats.includes(one))];
    for (const seat of [...more, ...less]) void outbox.value?.add("groups.classparent", { group: group.group, seat, helps: Number(more.includes(seat)), id: newIds()[0] });
  };
  return html`<details class="no-print"><summary>${t("class-parents")}</summary><${Choices} label=${t("class-parents-why")} options=${adults} chosen=${chosen} onChange=${change} /></details>`;
}

/** One at a time: what a colleague chose meanwhile stands. @param {Session} here @param {{group: string, seat: string, helps: number, id: string}} data @param {number} time when it was chosen (ms) */
async function carry(here, data, time) {
  const seat = here.seat({ circle: data.group });
  if (!seat) return;
  await here.write(seat, [data.group], (batch) => {
    const known = here.replica.ofKind("classparent", data.group).filter((item) => item.body.seat === data.seat);
    if (data.helps && !known.length) batch.record(data.group, "classparent", { seat: data.seat }, { id: data.id });
    if (!data.helps) for (const item of known) if (!overtaken(item.head.time, time, batch.now)) batch.delete(item);
  });
}
