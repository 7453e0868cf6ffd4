/** A plan from the wishes of a round, for who planned it: shown first, then booked on behalf of the families. */
import { Problem } from "../../sync/http.js";
import { plan } from "../../sync/planner.js";
import { freeAt, talks } from "./rounds.js";
import { placeOf } from "./rules.js";
import { bookFor } from "./writing.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("./rounds.js").Round} Round */
/** @typedef {import("../../sync/planner.js").Wish & {item: Item}} Asked */

/** What a family that chose meanwhile answers: it keeps what it chose. */
const CHOSEN = ["slot-taken", "unit-taken", "not-allowed"];

/** One word for those who live together, whichever of them wrote. @param {Session} session @param {string[]} seats @returns {string} */
export function homeKey(session, seats) {
  const people = seats.map((seat) => session.replica.trust.seats.get(seat)?.person ?? "").filter(Boolean);
  return (people.length ? people : seats).sort()[0] ?? "";
}

/** The wishes of a round, one a home and table: the newest. @param {Session} session @param {string} round @returns {Asked[]} */
export function wishes(session, round) {
  const items = session.replica.ofKind("wish").filter(({ body }) => body.round === round).sort((a, b) => a.head.time - b.head.time);
  const found = new Map(items.map((item) => {
    const home = homeKey(session, [...item.body.home, item.head.seat]);
    const { offer, child, from, until, avoid } = item.body;
    return [`${home} ${child} ${offer}`, { id: item.id, home, child, offer, from, until, avoid, item }];
  }));
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Who gets which time, beside what stands already; `without`: for whom there was none. @param {Session} session @param {Round} one */
export function draft(session, one) {
  const held = talks(session, one.id).flatMap(({ item, table, slot }) =>
    slot ? [{ home: homeKey(session, [...item.body.home, item.body.seat || item.head.seat]), child: item.body.child, slot: placeOf(table.body, table.id, slot) }] : []);
  const has = new Set(held.map(({ home, child }) => `${home} ${child}`));
  const asked = wishes(session, one.id).filter((wish) => !has.has(`${wish.home} ${wish.child}`));
  const apart = Math.max(0, ...one.tables.map((table) => table.body.apart));
  const found = plan(asked, freeAt(session, one.tables), apart, held);
  const placed = asked.filter((wish) => found.has(wish.id)).map((wish) => ({ wish, slot: /** @type {string} */ (found.get(wish.id)) }));
  return { placed, without: asked.filter((wish) => !found.has(wish.id)) };
}

/** Book a plan; who chose meanwhile keeps what they chose. Returns how many it booked. @param {Session} session @param {ReturnType<typeof draft>["placed"]} placed @param {(done: number) => void} progress */
export async function arrange(session, placed, progress) {
  let booked = 0;
  for (const [at, { wish, slot }] of placed.entries()) {
    const { who, interpreter } = wish.item.body;
    try {
      await bookFor(session, { offer: wish.offer, slot, child: wish.child }, wish.item.head.seat, { who, interpreter });
      booked += 1;
    } catch (error) {
      if (!(error instanceof Problem && CHOSEN.includes(error.code))) throw error;
    }
    progress(at + 1);
  }
  return booked;
}
