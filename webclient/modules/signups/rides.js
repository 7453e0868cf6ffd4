/**
 * Who drives whom, told to those it concerns: a driver gets first names and the number that each family allows; a family
 * hears of its own child. The same as `sync/client/rides.py`.
 */
import { recipients } from "../messages/model.js";
import { form, heard, organising } from "./forms.js";
import { families, results } from "./model.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/batch.js").Batch} Batch */
/** @typedef {import("../../sync/types.js").Item} Item */

/** Put children into cars and tell those it concerns. @param {Session} session @param {{form: string, question: string, cars: Record<string, string[]>, text: string, ids: Record<string, string>}} data */
export async function assign(session, data) {
  const one = form(session, data.form);
  const seat = one && organising(session, one);
  if (!one || !seat) return;
  await session.write(seat, [], (batch) => {
    const seated = new Set(Object.values(data.cars).flat());
    for (const [car, riders] of Object.entries(data.cars)) {
      const place = session.replica.items.get(car);
      if (place) tellCar(session, batch, one, place, riders, data);
    }
    takeBack(session, batch, one, seated, data);
  });
}

/** What the driver and the passengers' guardians are told. @param {Session} session @param {Batch} batch @param {import("./forms.js").Form} one @param {Item} place @param {string[]} riders @param {{question: string, text: string, ids: Record<string, string>}} data */
function tellCar(session, batch, one, place, riders, data) {
  const known = new Map(families(session, one).map((family) => [family.child, family]));
  const rows = new Map(results(session, one).map((row) => [row.child, row]));
  const driver = place.body.seat || place.head.seat;
  const common = { form: one.id, question: data.question, text: data.text };
  const passengers = riders.map((child) => ({ child, first: known.get(child)?.first ?? "", phone: rows.get(child)?.phone ?? "" }));
  tellOne(session, batch, one, "ride", { ...common, driver, passengers }, [driver], data.ids[place.id]);
  for (const child of riders) {
    const body = { ...common, child, driver: place.body.shows ? (place.body.name ?? "") : "", meet: place.body.meet ?? "", phone: place.body.phone ?? "" };
    tellOne(session, batch, one, "lift", body, toTell(session, one, child), data.ids[child]);
  }
}

/** Whom it concerns: a child's guardians; of a child the organiser may not know, whoever answered for it. @param {Session} session @param {import("./forms.js").Form} one @param {string} child @returns {string[]} */
function toTell(session, one, child) {
  const family = families(session, one).find((other) => other.child === child);
  return family?.seats ?? results(session, one).filter((row) => row.child === child).map((row) => row.seat);
}

/** Whoever has no seat any more is told so, whoever of the organisers gave it. @param {Session} session @param {Batch} batch @param {import("./forms.js").Form} one @param {Set<string>} seated @param {{question: string, ids: Record<string, string>}} data */
function takeBack(session, batch, one, seated, { question, ids }) {
  for (const { body: { child, gone, question: asks } } of heard(session, one, "lift")) {
    if (asks !== question || seated.has(child) || gone) continue;
    seated.add(child);
    tellOne(session, batch, one, "lift", { form: one.id, question, child, driver: "", meet: "", phone: "", text: "", gone: 1 }, toTell(session, one, child), ids[child] ?? "");
  }
}

/** @param {Session} session @param {Batch} batch @param {import("./forms.js").Form} one @param {string} kind @param {Record<string, any>} body @param {string[]} to @param {string} id */
function tellOne(session, batch, one, kind, body, to, id) {
  const about = kind === "ride" ? "driver" : "child";
  const before = ownRides(session, kind, /** @type {any} */ (body)).find((item) => item.body[about] === body[about]) ?? null;
  const { circles, seats } = recipients(session, [...to, ...one.organisers]);
  batch.letter(kind, body, circles, { id, replaces: before, seats });
}

/** @param {Session} session @param {string} kind @param {{form: string, question: string}} data @returns {Item[]} */
function ownRides(session, kind, data) {
  const own = session.own();
  return session.replica.ofKind(kind).filter((item) => own.has(item.head.seat) && item.body.form === data.form && item.body.question === data.question);
}
