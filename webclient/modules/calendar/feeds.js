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
import { groups, ownChildren } from "../people/model.js";
import { planned } from "../today/plan.js";
import { calendars } from "./calendars.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("../../sync/feed.js").Own} Own */
/** `children`: circles, empty for all. @typedef {{scope: string, children: string[], names: number, language: string}} Choices */
/** @typedef {{id: string, created: number, fetched: string, mark: string}} FeedAt */

/** Circles whose events are this person's own. */
const OWN_CIRCLES = ["seat", "household"];
/** How many months of what this person planned are in it. */
const AHEAD = 13;
const MOST_COUNTED = 2 ** 31 - 1;
/** What this device knows to be deposited. @type {WeakMap<Session, Map<string, string>>} */
const deposited = new WeakMap();

/** A new address for the outbox: the secret comes from outside, so that it is there once. @param {Choices} choices @param {string} label */
export function newFeed(choices, label) {
  return { id: b64(fresh(16)), body: { secret: newSecret(), label, choices } };
}

/** The own addresses, oldest first. @param {Session} session @returns {{record: string, id: string, path: string, label: string, choices: Choices, time: number}[]} */
export function addresses(session) {
  return feedsOf(session).map(({ id, body, head }) => ({ record: id, id: feedId(body.secret), path: pathOf(body.secret), label: body.label, choices: body.choices, time: head.time }));
}

/** Where a calendar program finds it. @param {string} secret */
export function pathOf(secret) {
  return `/feed/${feedId(secret)}/${secret}.ics`;
}

/** What the server keeps for this person, for when each was last fetched. @returns {Promise<FeedAt[]>} */
export async function kept() {
  return (await call("GET", "/api/feeds")).feeds;
}

/** Revoke an address by its id: from then on it does not exist. @param {string} feed */
export async function revoke(feed) {
  await call("DELETE", `/api/feeds/${feed}`).catch((error) => {
    if (!(error instanceof Problem && error.code === "not-found")) throw error;
  });
}

/** Deposit anew wherever an address would show something else than before. @param {Session} session */
export async function topUp(session) {
  const wanted = feedsOf(session).map((item) => wantedOf(session, item));
  const known = deposited.get(session);
  if (wanted.every((one) => known?.get(one.id) === one.mark)) return;
  const there = new Map((await kept()).map((one) => [one.id, one.mark]));
  for (const one of wanted) {
    if (there.get(one.id) !== one.mark) await put(one);
    there.set(one.id, one.mark);
  }
  deposited.set(session, there);
}

/** @param {ReturnType<typeof wantedOf>} wanted */
async function put({ id, sealed, circles, mark: own }) {
  await call("PUT", `/api/feeds/${id}`, { sealed: sealed(), circles, mark: own });
}

/** What an address should show now. @param {Session} session @param {{body: Record<string, any>}} item */
export function wantedOf(session, { body: { secret, choices } }) {
  const named = new Map(choices.names ? ownChildren(session).map((child) => [child.circle, child.first]) : []);
  for (const child of session.replica.trust.guards.protected.keys()) named.delete(child);
  const labels = labelsOf(session, choices.children, named);
  const mine = own(session).filter((one) => !choices.children.length || choices.children.includes(one.child));
  const title = choices.children.flatMap((/** @type {string} */ child) => named.get(child) ?? []).join(", ");
  const feed = readSecret(secret);
  const data = spelled(deposit(session.replica, labels, choices, title, mine, named));
  return { id: feed.id, mark: mark(feed, data), circles: [...labels.keys()].sort(), sealed: () => b64(sealInFeed(feed, DEPOSIT, data)), data };
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
    await put(wantedOf(session, { body })); // first, so that an address that is shown works
    await session.write(seat, [], (batch) => void (session.replica.items.has(id) || batch.record(seat.id, "feed", body, { id })));
  },
  "calendar.unfeed": async (session, { data: { feed, record } }) => {
    await revoke(feed);
    const seat = session.replica.trust.seats.get(session.replica.items.get(record)?.circle ?? "");
    if (seat) await session.write(seat, [], (batch) => {
      const item = session.replica.items.get(record);
      if (item) batch.delete(item);
    });
  },
};
