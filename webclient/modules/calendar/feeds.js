/**
 * Private calendar addresses as this person's devices know them: made, shown again, revoked, and kept fresh. What an
 * address shows is put together and sealed here; the server opens it only for a request that brings the address.
 */
import { H } from "../../crypto/digest.js";
import { b64, utf8 } from "../../crypto/encoding.js";
import { DEPOSIT, feedId, mark, newSecret, readSecret, sealInFeed } from "../../crypto/feed.js";
import { FEED } from "../../crypto/labels.js";
import { fresh } from "../../crypto/random.js";
import { deposit, spelled } from "../../sync/feed.js";
import { call, Problem } from "../../sync/http.js";
import { dayOf } from "../../sync/zone.js";
import { sources } from "../../ui/schools.js";
import { groups, ownChildren } from "../people/model.js";
import { planned } from "../today/plan.js";
import { calendars } from "./calendars.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("../../sync/feed.js").Own} Own */
/** `children`: circles, empty for all. @typedef {{scope: string, children: string[], names: number, language: string}} Choices */
/** @typedef {{id: string, created: number, fetched: string, mark: string}} FeedAt */
/** Of an address, the one at a linked school that it shows as well, and for which children there. @typedef {{host: string, secret: string, children: string[]}} Away */
/** @typedef {ReturnType<typeof wantedOf>} Wanted */

/** Circles whose events are this person's own. */
const OWN_CIRCLES = ["seat", "household"];
/** How many months of what this person planned are in it. */
const AHEAD = 13;
const MOST_COUNTED = 2 ** 31 - 1;
/** When (ms) a linked school that did not answer is asked again. */
const LATER = 10 * 60_000;
/** What this device knows to be deposited. @type {WeakMap<Session, Map<string, string>>} */
const deposited = new WeakMap();

/**
 * A new address for the outbox: its secrets come from outside, so that it is there once. `hosts`: the linked schools that it
 * shows as well, of chosen children those with the same first name.
 * @param {Session} session @param {Choices} choices @param {string} label @param {string[]} [hosts]
 */
export function newFeed(session, choices, label, hosts = []) {
  const names = new Set(ownChildren(session).filter((child) => choices.children.includes(child.circle)).map((child) => child.first));
  const away = choices.children.length && hosts.length
    ? hosts.flatMap((host) => freshAway(host, others().get(host), names))
    : hosts.map((host) => ({ host, secret: newSecret(), children: [] }));
  return { id: b64(fresh(16)), body: { secret: newSecret(), label, choices, away } };
}

/** The sessions at linked schools, by host, that were ever up to date. @returns {Map<string, Session>} */
function others() {
  return new Map(sources().filter((one) => one.host && one.here.synced).map((one) => [one.host, one.here]));
}

/** @param {string} host @param {Session | undefined} other @param {Set<string>} names @returns {Away[]} */
function freshAway(host, other, names) {
  const children = other ? ownChildren(other).filter((child) => names.has(child.first)).map((child) => child.circle) : [];
  return children.length ? [{ host, secret: newSecret(), children }] : [];
}

/** `away`: what it shows of linked schools. @typedef {{record: string, id: string, path: string, label: string, choices: Choices, away: {host: string, feed: string}[], time: number}} Address */

/** The own addresses, oldest first. @param {Session} session @returns {Address[]} */
export function addresses(session) {
  return feedsOf(session).map(({ id, body, head }) => ({
    record: id, id: feedId(body.secret), path: pathOf(body.secret), label: body.label, choices: body.choices, time: head.time,
    away: idsOf(body),
  }));
}

/** The intent to revoke an address, with all that stands elsewhere: its record may be gone when this is carried out again. @param {Address} address */
export function revoking({ id, record, away }) {
  return { feed: id, record, away };
}

/** Where a calendar program finds it. @param {string} secret */
export function pathOf(secret) {
  return `/feed/${feedId(secret)}/${secret}.ics`;
}

/** What the server keeps for this person, for when each was last fetched. @param {string} [host] of a linked school @returns {Promise<FeedAt[]>} */
export async function kept(host = "") {
  return (await call("GET", `${apiOf(host)}/feeds`)).feeds;
}

/** Revoke an address by its id: from then on it does not exist. @param {string} feed @param {string} [host] of a linked school */
export async function revoke(feed, host = "") {
  await call("DELETE", `${apiOf(host)}/feeds/${feed}`).catch((error) => {
    if (!(error instanceof Problem && ["not-found", "not-linked"].includes(error.code))) throw error;
  });
}

/** Deposit anew wherever an address would show something else than before: at a linked school, for the addresses of our own. @param {Session} session */
export async function topUp(session) {
  const { host } = session.wire;
  const own = host ? sources().find((one) => !one.host)?.here : session;
  const feeds = own ? feedsOf(own) : [];
  if (!host) await bring(session, "", feeds.map((item) => wantedOf(session, item)));
  else if (session.synced) await bring(session, host, feeds.flatMap(({ body }) => wantedAway(session, host, body)));
}

/** @param {Session} session @param {string} host @param {Wanted[]} wanted */
async function bring(session, host, wanted) {
  const known = deposited.get(session) ?? new Map();
  deposited.set(session, known);
  if (wanted.every((one) => known.get(one.id) === one.mark)) return;
  const there = new Map((await kept(host)).map((one) => [one.id, one.mark]));
  for (const one of wanted) {
    if (there.get(one.id) !== one.mark) await put(one, host);
    known.set(one.id, one.mark);
  }
}

/** Deposit for an address, unless another device revoked it meanwhile. @param {Wanted} wanted @param {string} [host] @returns {Promise<boolean>} whether it lives */
async function put({ id, sealed, circles, mark: own, away }, host = "") {
  return call("PUT", `${apiOf(host)}/feeds/${id}`, { sealed: sealed(), circles, mark: own, away }).then(() => true, (error) => {
    if (error instanceof Problem && error.code === "feed-revoked") return false;
    throw error;
  });
}

/** What is deposited at a linked school for an address. @param {Session} other there @param {string} host @param {Record<string, any>} body @returns {Wanted[]} */
function wantedAway(other, host, { choices, away }) {
  return awayOf({ away }).filter((one) => one.host === host).map(({ secret, children }) => wantedOf(other, { body: { secret, choices: { ...choices, children } } }));
}

/** @param {Record<string, any>} body @returns {Away[]} */
function awayOf({ away }) {
  return away ?? [];
}

/** What an address shows of linked schools, by the ids it has there. @param {Record<string, any>} body @returns {{host: string, feed: string}[]} */
function idsOf(body) {
  return awayOf(body).map(({ host, secret }) => ({ host, feed: feedId(secret) }));
}

/** The same of a record, as it stands before it goes. @param {Session} session @param {string} record */
function awayAt(session, record) {
  return idsOf(session.replica.items.get(record)?.body ?? {});
}

/** @param {string} host */
function apiOf(host) {
  return host ? `/api/away/${host}` : "/api";
}

/** What an address should show now. @param {Session} session @param {{body: Record<string, any>}} item */
export function wantedOf(session, { body: { secret, choices, away } }) {
  const named = new Map(choices.names ? ownChildren(session).map((child) => [child.circle, child.first]) : []);
  for (const child of session.replica.trust.guards.protected.keys()) named.delete(child);
  const labels = labelsOf(session, choices.children, named);
  const mine = own(session).filter((one) => !choices.children.length || choices.children.includes(one.child));
  const title = choices.children.flatMap((/** @type {string} */ child) => named.get(child) ?? []).join(", ");
  const feed = readSecret(secret);
  const inner = awayOf({ away }).map((one) => ({ host: one.host, id: feedId(one.secret), secret: one.secret }));
  const data = spelled(deposit(session.replica, labels, choices, title, mine, named, inner));
  return { id: feed.id, mark: mark(feed, data), circles: [...labels.keys()].sort(), away: inner.map((one) => one.host), sealed: () => b64(sealInFeed(feed, DEPOSIT, data)), data };
}

/** The calendars of all, or of these children, and what stands behind their events' titles. @param {Session} session @param {string[]} children @param {Map<string, string>} named @returns {Map<string, string>} */
function labelsOf(session, children, named) {
  const names = new Map(groups(session).map((group) => [group.group, group.name]));
  const found = calendars(session).flatMap(({ circle, of, sort, name }) => {
    const pupils = sort === "group" ? ownChildren(session).filter((child) => child.groups.includes(names.get(of))).map((child) => child.circle) : [];
    const wanted = !children.length || ["school", "board"].includes(sort) || pupils.some((child) => children.includes(child));
    const label = pupils.flatMap((child) => named.get(child) ?? []).join(", ") || name;
    return wanted ? [/** @type {[string, string]} */ ([circle, label])] : [];
  });
  return new Map(found);
}

/** What is this person's alone: events of one's own and at home, and what one booked or took on. @param {Session} session @returns {Own[]} */
function own(session) {
  const events = session.replica.ofKind("event").filter((item) => OWN_CIRCLES.includes(session.replica.circles.get(item.circle)?.kind ?? ""));
  const [from, until] = [monthFrom(-1), monthFrom(AHEAD)];
  return [
    ...events.map(({ id, body, head }) => ({ id, body, child: "", time: Number(head.time) })),
    ...planned(session, from, until).map(({ id, version, day, start, end, title, place, child, gone }) =>
      ({ id: nameless(id), child, time: 0, body: { title, day, start, end, place, version: counted(version), category: "other", ...(gone ? { cancelled: 1 } : {}) } })),
  ];
}

/** An id for the outside, which names no circle. @param {string} id */
function nameless(id) {
  return b64(H(FEED, utf8(id))).slice(0, 22);
}

/** A version as a calendar program can count it, 31 bits: one that is an instant in ms, in seconds. @param {number} version */
function counted(version) {
  return version > MOST_COUNTED ? Math.floor(version / 1000) : version;
}

/** The first day of a month from this one on: whole months, so that a deposit stays the same from day to day. @param {number} months */
function monthFrom(months) {
  const [year, month] = dayOf(Date.now()).split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** @param {Session} session @returns {Item[]} */
function feedsOf(session) {
  return session.replica.ofKind("feed").sort((a, b) => a.head.time - b.head.time);
}

/** What the outbox carries out. @type {Record<string, import("../../sync/outbox.js").Carry>} */
export const carriers = {
  "calendar.feed": async (session, { data: { id, body } }) => {
    const seat = session.seat();
    if (!seat || session.replica.items.has(id)) return;
    if (!(await put(wantedOf(session, { body })))) return; // first, so that an address that is shown works
    for (const [host, other] of others()) await bring(other, host, wantedAway(other, host, body)).catch(() => undefined); // else later
    await session.write(seat, [], (batch) => void (session.replica.items.has(id) || batch.record(seat.id, "feed", body, { id })));
  },
  "calendar.unfeed": async (session, { data: { feed, record, away = awayAt(session, record) } }) => { // `away`: not in one kept by an older version
    await revoke(feed);
    const seat = session.replica.trust.seats.get(session.replica.items.get(record)?.circle ?? "");
    if (seat) await session.write(seat, [], (batch) => {
      const item = session.replica.items.get(record);
      if (item) batch.delete(item);
    });
    if (away.length) return { follow: { type: "calendar.unfeedaway", data: { away }, after: 0 } };
  },
  // A school that does not answer is asked again later: nothing else waits for it.
  "calendar.unfeedaway": async (_, { data }) => {
    const left = [];
    for (const one of data.away) if (!(await revoke(one.feed, one.host).then(() => true, () => false))) left.push(one);
    if (left.length) return { follow: { type: "calendar.unfeedaway", data: { away: left }, after: Date.now() + LATER } };
  },
};
