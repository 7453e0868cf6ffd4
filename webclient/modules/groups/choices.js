/**
 * What a parent chooses on a screen, on its way: each choice waits in the outbox until it is sent, and a later choice of
 * the same detail takes its place, so that what was undone without a network is never shown to anybody.
 */
import { tellWhenDone } from "../../ui/carried.js";
import { t } from "../../ui/locale.js";
import { beside, outbox, session, toast, toasts } from "../../ui/state.js";
import { endContact, invite, leaveContact } from "./contactseats.js";
import { joinHousehold, leaveHousehold, startHousehold } from "./homes.js";
import { choices, forget, letterOf, newIds, NOBODY, ownPlaces, share, topUp } from "./model.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/seats.js").Seat} Seat */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("../../sync/outbox.js").Intent} Intent */
/** @typedef {import("./model.js").Detail} Detail */
/** A choice at one of this person's schools, with the outbox that goes there. @typedef {{here: Session, box: import("../../sync/outbox.js").Outbox, seat: Seat, detail: Detail}} Far */
/** A detail as its screen shows it: `letter` is what stands, for the groups `wide`; `coming`: the rest still waits to be sent. @typedef {Detail & {letter: Item | null, wide: string[], coming: boolean}} Shown */

const SHARE = "groups.share";
/** The ways back that were offered: only the newest stays on the screen. @type {WeakSet<() => void>} */
const ways = new WeakSet();
/** The last of them: what came before it says nothing more. @type {(() => void) | null} */
let newest = null;

/** What the outbox carries out. @type {Record<string, import("../../sync/outbox.js").Carry>} */
export const carriers = {
  "groups.contact": (here, { data }) => invite(here, seatOf(here, data.seat), data.name, data.code, data.id),
  "groups.contact-end": (here, { data }) => endContact(here, data.seat),
  "groups.contact-leave": (here, { data }) => leaveContact(here, data.seat),
  [SHARE]: (here, intent) => carryShare(here, intent),
  "groups.household": (here, { data, time }) => resealed(here, startHousehold(here, { ids: data.ids, names: new Map(data.names), time })),
  "groups.join-household": (here, { data, time }) => resealed(here, joinHousehold(here, data.circle, data.record, time)),
  "groups.leave-household": (here, { data, time }) => resealed(here, leaveHousehold(here, data.circle, time)),
  "groups.settings": (here, { data }) => carrySettings(here, data),
};

/** The details of an own place by field, with what waits. @param {Session} here @param {Seat} seat @param {import("../../sync/outbox.js").Outbox | null} [box] of that session @returns {Map<string, Shown>} */
export function shown(here, seat, box = outbox.value) {
  /** @type {Map<string, Shown>} */
  const found = new Map([...choices(here, seat.id)].map(([field, item]) => [field, { .../** @type {Detail} */ (item.body), letter: letterOf(here, item), wide: item.body.audience.groups, coming: false }]));
  for (const { data } of box?.waiting.filter((one) => one.type === SHARE && one.data.seat === seat.id) ?? []) {
    const before = found.get(data.detail.field);
    if (data.detail.value || before?.letter) found.set(data.detail.field, { ...data.detail, letter: before?.letter ?? null, wide: before?.wide ?? [], coming: true });
    else found.delete(data.detail.field);
  }
  return found;
}

/**
 * Choose; the toast says so once it is done, and offers the way back. An empty value forgets the detail. @param {Seat} seat @param {Detail} detail @param {string} said
 * @param {Far[]} [far] the same at other schools
 */
export async function choose(seat, detail, said, far = []) {
  await chooseAll([{ here: /** @type {Session} */ (session.value), box: /** @type {import("../../sync/outbox.js").Outbox} */ (outbox.value), seat, detail }, ...far], said);
}

/** Choose at one or more schools in one step, with one way back. @param {Far[]} all @param {string} said once it is done everywhere */
export async function chooseAll(all, said) {
  const back = all.map((one) => ({ ...one, detail: before(one) }));
  const sent = [];
  for (const { seat, detail, box } of all) sent.push({ box, intent: await send(seat, detail, box) });
  const run = () => void Promise.all(back.map((one) => send(one.seat, one.detail, one.box)));
  newest = run;
  const say = (/** @type {string} */ text) => {
    if (newest !== run) return;
    toasts.value = toasts.value.filter((one) => !one.run || !ways.has(one.run));
    ways.add(run);
    toast(text, { action: t("undo"), run });
  };
  say(t("detail-coming"));
  const outcomes = Promise.all(sent.map(({ box, intent }) => tellWhenDone(box, intent, { done: "", say })));
  void outcomes.then((some) => some.every((one) => one === null) && say(said));
}

/** What stands before a choice, as a choice of its own. @param {Far} far @returns {Detail} */
function before({ here, box, seat, detail }) {
  const found = shown(here, seat, box).get(detail.field);
  return found ? { field: found.field, value: found.value, audience: found.audience, until: found.until } : { ...detail, value: "", audience: NOBODY, until: 0 };
}

/** Whether anybody was chosen. @param {import("./model.js").Audience} audience */
export function isChosen({ groups, teams, people, household }) {
  return Boolean(groups.length || teams.length || people.length || household);
}

/** Choose without a word. @param {Seat} seat @param {Detail} detail @param {import("../../sync/outbox.js").Outbox | null} [box] of the school of that place */
export async function send(seat, detail, box = outbox.value) {
  return /** @type {import("../../sync/outbox.js").Outbox} */ (box).add(SHARE, { seat: seat.id, detail, ids: newIds() });
}

/** Show a detail to nobody any more. @param {Seat} seat @param {Detail} detail */
export function takeBack(seat, { field, value }) {
  return choose(seat, { field, value, audience: NOBODY, until: 0 }, t("taken-back"));
}

/** What follows this person over devices; {} before. @param {Session} here @returns {Record<string, any>} */
export function settings(here) {
  const seats = new Set(ownPlaces(here).map((seat) => seat.id));
  const kept = here.replica.ofKind("settings").filter((item) => seats.has(item.circle)).map((item) => item.body);
  const coming = outbox.value?.waiting.filter((one) => one.type === "groups.settings").map((one) => one.data.fields) ?? [];
  return Object.assign({}, ...kept, ...coming);
}

/** @param {Seat} seat @param {Record<string, any>} fields */
export async function keepSettings(seat, fields) {
  await outbox.value?.add("groups.settings", { seat: seat.id, fields, id: newIds()[0] });
}

/** What is shared with those one lives with goes to who they are now, at once; what fails here is tried again in the background. @param {Session} here @param {Promise<unknown>} change */
async function resealed(here, change) {
  await change;
  await topUp(here).catch(() => undefined);
}

/** @param {Session} here @param {Intent} intent */
async function carryShare(here, intent) {
  const { seat, detail, ids } = intent.data;
  const box = [outbox.value, ...beside.value.map((one) => one.outbox)].find((one) => one?.session === here);
  const later = box?.waiting.some((one) => one.id !== intent.id && one.type === SHARE && one.data.seat === seat && one.data.detail.field === detail.field);
  if (later) return;
  if (detail.value) await share(here, seatOf(here, seat), detail, ids, intent.time);
  else await forget(here, seatOf(here, seat), detail.field, ids, intent.time);
}

/** @param {Session} here @param {{seat: string, fields: Record<string, any>, id: string}} data */
async function carrySettings(here, { seat, fields, id }) {
  await here.write(seatOf(here, seat), [], (batch) => {
    const before = here.replica.ofKind("settings", seat)[0] ?? null;
    batch.record(seat, "settings", { ...before?.body, ...fields }, { id, replaces: before });
  });
}

/** @param {Session} here @param {string} id */
function seatOf(here, id) {
  return here.replica.trust.seat(id);
}
