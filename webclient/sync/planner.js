/**
 * The times of an evening, talks that fit behind each other, and a plan from the wishes of many families. Pure, and the
 * same as `sync/planner.py`: the same input gives the same output; no time is given twice; whoever can have a time gets
 * one (most talks first, wishes after that); nobody is in two rooms at once.
 */

/** `room` "": no room, such as a telephone; `walk`: minutes to it from another room. @typedef {{id: string, day: string, start: string, end: string, offer: string, room: string, walk: number}} Place */
/** "" where it does not matter; `avoid`: [day or "", from, until]. @typedef {{id: string, home: string, child: string, offer: string, from: string, until: string, avoid: string[][]}} Wish */
/** @typedef {{home: string, child: string, slot: Place, id?: string}} Held */

/** What it costs to have no time: more than all wishes of a school together. */
export const UNPLACED = 1_000_000_000;
const NEVER = 10 * UNPLACED;
const [OUTSIDE, CLOSE, OTHER_DAY, LONGEST] = [1000, 600, 400, 300];
const SCALE = 100;
/** Minutes between the beginnings of two proposals, so that there is something to choose. */
const APART = 30;
const [SWEEPS, ROUNDS] = [3, 20];

/** Minutes since midnight of a time "HH:MM". @param {string} time */
export function minutes(time) {
  const [hour, minute] = time.split(":").map(Number);
  return hour * 60 + minute;
}

/** The time "HH:MM" of minutes since midnight. @param {number} count */
export function clock(count) {
  return `${String(Math.floor(count / 60)).padStart(2, "0")}:${String(count % 60).padStart(2, "0")}`;
}

/**
 * The times of a table: on each day talks of `length` minutes with `pause` minutes between; `breaks`: pairs of times in
 * which there is none, and after which the next talk begins.
 * @param {{day: string, from: string, until: string}[]} days @param {number} length @param {number} [pause] @param {string[][]} [breaks]
 */
export function timetable(days, length, pause = 0, breaks = []) {
  /** @type {{day: string, start: string, end: string}[]} */
  const found = [];
  const pauses = breaks.map(([start, end]) => [minutes(start), minutes(end)]);
  for (const one of days) {
    const until = minutes(one.until);
    for (let at = minutes(one.from); length > 0 && at + length <= until; ) {
      const held = pauses.filter(([start, end]) => start < at + length && end > at).map(([, end]) => end);
      if (held.length) {
        at = Math.max(...held);
        continue;
      }
      found.push({ day: one.day, start: clock(at), end: clock(at + length) });
      at += length + pause;
    }
  }
  return found;
}

/** The minutes between two times of one day; negative where they overlap. @param {{start: string, end: string}} first @param {{start: string, end: string}} second */
export function gap(first, second) {
  return Math.max(minutes(second.start) - minutes(first.end), minutes(first.start) - minutes(second.end));
}

/** The minutes that one needs from one to the other. @param {Place} first @param {Place} second */
export function walking(first, second) {
  return first.room && second.room && first.room !== second.room ? Math.max(first.walk ?? 0, second.walk ?? 0) : 0;
}

/**
 * For each child one of its free places, behind each other with time to walk; the least waiting comes first. Up to
 * `most` proposals, in each the places in the order of the children; they begin well apart.
 * @param {Place[][]} children @param {number} [most] @returns {Place[][]}
 */
export function combos(children, most = 3) {
  /** @type {Map<string, Ranked>} */
  const found = new Map();
  for (const [turn, order] of permutations(children.map((_, at) => at)).entries())
    for (const first of order.length ? children[order[0]] : []) {
      const chain = chainOf(order.map((at) => children[at]), first);
      if (!chain.length) continue;
      const places = order.map((_, at) => chain[order.indexOf(at)]);
      const key = places.map((place) => place.id).join(" ");
      if (!found.has(key)) found.set(key, { waiting: waiting(chain), day: first.day, start: minutes(first.start), turn, key, places });
    }
  const ranked = [...found.values()].sort((a, b) => a.waiting - b.waiting || order(a.day, b.day) || a.start - b.start || a.turn - b.turn || order(a.key, b.key));
  return spread(ranked, most);
}

/** @typedef {{waiting: number, day: string, start: number, turn: number, key: string, places: Place[]}} Ranked */

/**
 * Give as many wishes as can be a time: wish id -> slot id; who can have none is left out. `slots`: the free ones;
 * `apart`: minutes between the two homes of one child; `held`: what stands already.
 * @param {Wish[]} wishes @param {Place[]} slots @param {number} [apart] @param {Held[]} [held] @returns {Map<string, string>}
 */
export function plan(wishes, slots, apart = 0, held = []) {
  /** @type {Map<string, Place>} */
  const given = new Map();
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const offer of [...new Set(wishes.map((wish) => wish.offer))].sort()) {
      const asked = wishes.filter((wish) => wish.offer === offer);
      if (sweep && asked.every((wish) => given.has(wish.id))) continue;
      const others = wishes.filter((one) => given.has(one.id)).map((one) => withSlot(one, given));
      solve(asked, slots.filter((one) => one.offer === offer), [...others, ...held], apart, given);
    }
    improve(wishes, slots, apart, held, given);
    if (wishes.every((wish) => given.has(wish.id))) break;
  }
  return new Map(wishes.filter((wish) => given.has(wish.id)).map((wish) => [wish.id, /** @type {Place} */ (given.get(wish.id)).id]));
}

/** What a time costs a wish beside the talks of others; `UNPLACED` or more where it can't be. @param {Wish} wish @param {Place} slot @param {Held[]} others @param {number} apart */
export function price(wish, slot, others, apart) {
  return others.reduce((total, one) => total + priceBeside(wish, slot, one, apart), outside(wish, slot));
}

/** The cheapest column for each row, none twice (the Hungarian method); no fewer columns than rows. @param {number[][]} costs @returns {number[]} */
export function assign(costs) {
  const width = costs[0]?.length ?? 0;
  const [rows, columns, owner] = [filled(costs.length + 1, 0), filled(width + 1, 0), filled(width + 1, 0)];
  for (let row = 1; row <= costs.length; row++) {
    owner[0] = row;
    const { way, end } = reach(costs, rows, columns, owner);
    for (let at = end; at; at = way[at]) owner[at] = owner[way[at]];
  }
  const found = filled(costs.length, 0);
  for (let column = 1; column <= width; column++) if (owner[column]) found[owner[column] - 1] = column - 1;
  return found;
}

/** The cheapest way from a new row to a free column, and that column; the potentials follow. @param {number[][]} costs @param {number[]} rows @param {number[]} columns @param {number[]} owner */
function reach(costs, rows, columns, owner) {
  const width = columns.length;
  const [least, used, way] = [filled(width, Infinity), filled(width, false), filled(width, 0)];
  for (let at = 0; ; ) {
    used[at] = true;
    let [step, ahead] = [Infinity, 0];
    for (let column = 1; column < width; column++) {
      if (used[column]) continue;
      const cost = costs[owner[at] - 1][column - 1] - rows[owner[at]] - columns[column];
      if (cost < least[column]) [least[column], way[column]] = [cost, at];
      if (least[column] < step) [step, ahead] = [least[column], column];
    }
    for (let column = 0; column < width; column++)
      if (used[column]) [rows[owner[column]], columns[column]] = [rows[owner[column]] + step, columns[column] - step];
      else least[column] -= step;
    at = ahead;
    if (!owner[at]) return { way, end: at };
  }
}

/** One table's wishes on its own times: a matching of most talks, and of those the cheapest. @param {Wish[]} asked @param {Place[]} slots @param {Held[]} others @param {number} apart @param {Map<string, Place>} given */
function solve(asked, slots, others, apart, given) {
  const rows = asked.map((wish) => {
    const near = others.filter((one) => one.id !== wish.id);
    return [...slots.map((slot, at) => Math.min(price(wish, slot, near, apart) * SCALE + Math.min(at, SCALE - 1), NEVER)), ...filled(asked.length, UNPLACED)];
  });
  for (const wish of asked) given.delete(wish.id);
  assign(rows).forEach((at, row) => at < slots.length && given.set(asked[row].id, slots[at]));
}

/** Move and exchange talks as long as that comes nearer to the wishes: for what one table can't see of another. @param {Wish[]} wishes @param {Place[]} slots @param {number} apart @param {Held[]} held @param {Map<string, Place>} given */
function improve(wishes, slots, apart, held, given) {
  const kin = new Map(wishes.map((wish) => [wish.id, { wishes: wishes.filter((one) => one !== wish && related(wish, one)), held: held.filter((one) => related(wish, one)) }]));
  const cost = (/** @type {Wish[]} */ moved) => {
    const seen = new Set(/** @type {string[]} */ ([]));
    let total = 0;
    for (const wish of moved) {
      const { wishes: others = [], held: fixed = [] } = kin.get(wish.id) ?? {};
      const placed = others.filter((one) => !seen.has(one.id) && given.has(one.id)).map((one) => withSlot(one, given));
      total += price(wish, /** @type {Place} */ (given.get(wish.id)), [...placed, ...fixed], apart);
      seen.add(wish.id);
    }
    return total;
  };
  for (let round = 0; round < ROUNDS; round++) {
    const helped = wishes.filter((wish) => given.has(wish.id) && better(wish, wishes, slots, given, cost));
    if (!helped.length) return;
  }
}

/** Give one wish the time at its table that helps most, its old one to whoever had that; whether it helped. @param {Wish} wish @param {Wish[]} wishes @param {Place[]} slots @param {Map<string, Place>} given @param {(moved: Wish[]) => number} cost */
function better(wish, wishes, slots, given, cost) {
  const owners = new Map(wishes.filter((one) => given.has(one.id)).map((one) => [given.get(one.id)?.id, one]));
  const own = /** @type {Place} */ (given.get(wish.id));
  const moved = (/** @type {Place} */ slot) => [wish, ...[owners.get(slot.id)].filter((one) => one !== undefined)];
  const exchange = (/** @type {Place} */ slot, /** @type {Place} */ back, /** @type {Wish[]} */ who) => who.forEach((one, at) => given.set(one.id, at ? back : slot));
  /** @type {Place | null} */
  let best = null;
  let gain = 0;
  for (const slot of slots.filter((one) => one.offer === wish.offer && one.id !== own.id)) {
    const before = cost(moved(slot));
    exchange(slot, own, moved(slot));
    const change = cost(moved(slot)) - before;
    exchange(own, slot, moved(slot));
    if (change < gain) [best, gain] = [slot, change];
  }
  if (best) exchange(best, own, moved(best));
  return best !== null;
}

/** One home with two children, or one child with two homes. @param {Wish} wish @param {{home: string, child: string}} other */
function related(wish, other) {
  return (wish.home === other.home) !== (wish.child === other.child);
}

/** @param {Wish} wish @param {Place} slot @param {Held} one @param {number} apart */
function priceBeside(wish, slot, one, apart) {
  if (one.home === wish.home && one.child !== wish.child) return beside(slot, one.slot);
  if (one.child !== wish.child || one.home === wish.home || slot.day !== one.slot.day) return 0;
  return gap(slot, one.slot) < apart ? CLOSE : 0;
}

/** From a first place on, for each next child the earliest that can be reached; empty where there is none. @param {Place[][]} children @param {Place} first @returns {Place[]} */
function chainOf(children, first) {
  const chain = [first];
  for (const places of children.slice(1)) {
    const last = chain[chain.length - 1];
    const after = places.filter((one) => one.day === last.day && minutes(one.start) >= minutes(last.end) + walking(last, one));
    if (!after.length) return [];
    chain.push(after.reduce((best, one) => (minutes(one.start) - minutes(best.start) || order(one.id, best.id)) < 0 ? one : best));
  }
  return chain;
}

/** @param {Place[]} chain */
function waiting(chain) {
  return chain.slice(1).reduce((sum, place, at) => sum + gap(chain[at], place) - walking(chain[at], place), 0);
}

/** @param {Ranked[]} ranked @param {number} most */
function spread(ranked, most) {
  /** @type {Ranked[]} */
  const chosen = [];
  for (const one of ranked) {
    const near = chosen.some((other) => other.day === one.day && Math.abs(other.start - one.start) < APART);
    if (!near && chosen.length < most) chosen.push(one);
  }
  return chosen.map((one) => one.places);
}

/** How far a time is from what was wished. @param {Wish} wish @param {Place} slot */
function outside(wish, slot) {
  const [start, end] = [minutes(slot.start), minutes(slot.end)];
  const overs = [wish.from ? minutes(wish.from) - start : 0, wish.until ? end - minutes(wish.until) : 0].filter((over) => over > 0);
  const avoided = (wish.avoid ?? []).filter(([day, since, until]) => (!day || day === slot.day) && start < minutes(until || "24:00") && end > minutes(since || "00:00"));
  return overs.reduce((sum, over) => sum + OUTSIDE + Math.min(over, LONGEST), 0) + avoided.length * OUTSIDE;
}

/** Two talks of one home: behind each other is best, at the same time never. @param {Place} slot @param {Place} other */
function beside(slot, other) {
  if (slot.day !== other.day) return OTHER_DAY;
  const spare = gap(slot, other) - walking(slot, other);
  return spare < 0 ? UNPLACED : Math.min(spare, LONGEST);
}

/** @param {Wish} one @param {Map<string, Place>} given */
function withSlot(one, given) {
  return { ...one, slot: /** @type {Place} */ (given.get(one.id)) };
}

/** @param {number[]} items @returns {number[][]} */
function permutations(items) {
  if (items.length < 2) return [items];
  return items.flatMap((one, at) => permutations([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [one, ...rest]));
}

/** By code point, as Python does. @param {string} a @param {string} b */
function order(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** @template T @param {number} length @param {T} value @returns {T[]} */
function filled(length, value) {
  return new Array(length).fill(value);
}
