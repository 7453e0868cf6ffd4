/**
 * What a client deposits for a private calendar address, sealed under the key in that address. The same as `sync/feed.py`.
 *
 * Invariant: of a circle it holds the content keys of calendars and nothing else: no seed, so neither letters, nor older
 * or later epochs, nor any other circle can be opened from it. Names of children are in it only if they were asked for.
 */
import { b64, utf8 } from "../crypto/encoding.js";
import { Refused } from "./errors.js";

/** @typedef {{circle: string, keys: Record<string, string>, label: string}} Shown */
/** What is a person's alone: a body of kind `event`, of which child ("" for none), written when (ms). @typedef {{id: string, body: Record<string, any>, child: string, time: number}} Own */
/** The same person's address at a linked school. @typedef {{host: string, id: string, secret: string}} AwayFeed */
/** @typedef {{v: 1, title: string, language: string, scope: string, calendars: Shown[], own: Own[], children: Record<string, string>, away: AwayFeed[]}} Deposit */
/** @typedef {{scope: string, names: number, language: string}} Choices */

/** The one kind of circle of which a feed may show anything. */
export const KIND = "calendar";
export const PUBLIC = "public";
export const FULL = "full";
const MOST = 2000;

/**
 * Put together what is deposited; the same from every device of a person. Throws Refused("not-a-calendar").
 * @param {import("./replica.js").Replica} replica @param {Map<string, string>} labels what stands behind the events of each calendar
 * @param {Choices} choices @param {string} title @param {Own[]} own @param {Map<string, string>} children first names by circle; a
 * protected child's never goes out @param {AwayFeed[]} [away] @returns {Deposit}
 */
export function deposit(replica, labels, choices, title, own, children, away = []) {
  const full = choices.scope === FULL;
  const guarded = replica.trust.guards.protected;
  const named = full && choices.names ? [...children].filter(([child]) => !guarded.has(child)) : [];
  return {
    v: 1, title, language: choices.language, scope: choices.scope,
    calendars: [...labels.keys()].sort().map((circle) => shown(replica, circle, labels.get(circle) ?? "")),
    own: full ? [...own].sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, MOST) : [],
    children: Object.fromEntries(named),
    away: [...away].sort((a, b) => (a.host < b.host ? -1 : 1)),
  };
}

/** A deposit as it is sealed: JSON with its keys in order. @param {Deposit} given @returns {Uint8Array} */
export function spelled(given) {
  return utf8(JSON.stringify(given, (_, value) => (isPlain(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value)));
}

/** @param {import("./replica.js").Replica} replica @param {string} circle @param {string} label @returns {Shown} */
function shown(replica, circle, label) {
  const state = replica.circles.get(circle);
  if (!state || state.kind !== KIND) throw new Refused("not-a-calendar", { circle });
  const used = new Set([...replica.ofKind("event", circle).map((item) => Number(item.head.epoch)), Number(state.head.epoch)]);
  const epochs = [...used].sort((a, b) => a - b).map((number) => /** @type {const} */ ([number, replica.epoch(circle, number)]));
  return { circle, keys: Object.fromEntries(epochs.flatMap(([number, epoch]) => (epoch ? [[String(number), b64(epoch.content)]] : []))), label };
}

/** @param {unknown} value */
function isPlain(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
