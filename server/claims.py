"""Claims: who gets a slot, decided inside the one transaction that stores the letter which says so.

Invariants: no slot is given beyond its capacity; a repeated request finds its first answer; moving takes the new slot
before the old one is let go; whoever waited longest gets what becomes free, and is told; two who wait for each
other's slots get them.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace

import msgspec

from server.auth import who
from server.errors import Problem
from server.hub import News
from server.site import Site, site
from server.store import Connection, circles, claims, people, records
from server.store.circles import Circle
from server.store.claims import Offer, Row
from server.telling import Told
from server.wire import PERSON, Operation, Routes
from server.writing import Head, Writing
from sync.claims import HELD, HOLD, TAKEN, UNITS_OF_CHILD, WAITING, check_time, check_unit, decide, fits, unit_of
from sync.errors import Refused
from sync.messages import Claim, Entry, Held, Holds, RecordAt, Terms
from sync.modules import KINDS
from sync.seats import Seat

routes = Routes("claims", __name__)
_PROBLEMS = ("not-open", "closed", "slot-taken", "unit-taken", "unknown-slot", "not-allowed", "not-found", "slow-down")


@routes.serve(Operation("POST", "/api/holds", PERSON, Holds, Held, problems=_PROBLEMS, away=True))
def post_holds(given: Holds) -> Held:
    """Hold slots for two minutes, all or none, instead of those held before."""
    me, here = who(), site()
    here.limits.knock("entries", me.person)
    now = here.now()

    def write(connection: Connection) -> News:
        writing = Writing(connection, here.store, here.hub, now, me.person, b"", device=me.device)
        _let_go(writing)
        for claim in given.claims:
            _hold(writing, claim)
        return writing.finish()

    here.store.write(write, here.hub.tell)
    return Held(until=now + HOLD)


@routes.serve(Operation("DELETE", "/api/holds", PERSON, away=True))
def delete_holds() -> None:
    """Let go of what I hold."""
    me, here = who(), site()

    def write(connection: Connection) -> News:
        writing = Writing(connection, here.store, here.hub, here.now(), me.person, b"", device=me.device)
        _let_go(writing)
        return writing.finish()

    here.store.write(write, here.hub.tell)


@routes.serve(Operation("DELETE", "/api/claims/<record>", PERSON, problems=_PROBLEMS, away=True))
def delete_claim(record: str) -> None:
    """Give back what a letter took, whoever wrote it: for staff whom a family called, and for whom staff claimed it."""
    me, here = who(), site()

    def write(connection: Connection) -> News:
        writing = Writing(connection, here.store, here.hub, here.now(), me.person, b"", device=me.device)
        rows = claims.of_record(connection, record)
        if not rows or not (rows[0].person == me.person or _staff_seat(writing, rows[0].offer)):
            raise Problem("not-found")
        _give_back(writing, record, _staff_seat(writing, rows[0].offer))
        return writing.finish()

    here.store.write(write, here.hub.tell)


def follow(writing: Writing, entry: Entry, head: Head, author: Seat, circle: Circle) -> None:
    """What follows from a record that was just stored: an offer, a claim, or the end of either.

    Raises Refused: `not-open`, `closed`, `slot-taken`, `unit-taken`, `unknown-slot`, `not-allowed`, `bad-letter`.
    """
    kind = KINDS.get(head["kind"])
    if entry.offer is not None:
        if kind is None or not kind.offers:
            raise Refused("unknown-kind")
        _offer(writing, entry.offer, head["id"], circle)
    if entry.claim is not None:
        if kind is None or not kind.claims or entry.hold:
            raise Refused("bad-letter")
        _claim(writing, entry.claim, head["id"], author)
    if head["kind"] == "gone":
        _end(writing, head["id"], author)


def let_go_due(here: Site) -> None:
    """Let go of holds that are over; who waits gets what that frees."""
    now = here.now()

    def write(connection: Connection) -> News:
        writing = Writing(connection, here.store, here.hub, now, "", b"")
        _settle(writing, claims.expire(connection, now))
        return writing.finish()

    if here.store.read(lambda connection: claims.is_over(connection, now)):
        here.store.write(write, here.hub.tell)


def _offer(writing: Writing, terms: Terms, offer_id: str, circle: Circle) -> None:
    """Keep the terms; a slot that somebody has can't be taken away."""
    ids = [slot for slot, _ in terms.slots]
    before = claims.offer(writing.connection, offer_id)
    lost = {slot for slot, _ in before.terms.slots} - {*ids} if before else set()
    if len(ids) != len({*ids}):
        raise Refused("unknown-slot")
    if any(claims.in_slot(writing.connection, offer_id, slot, TAKEN) for slot in lost):
        raise Refused("slot-taken", offer=offer_id)
    claims.save_offer(writing.connection, writing.sequence(), offer_id, circle.id, terms)
    _settle(writing, [(offer_id, slot) for slot in ids])


def _hold(writing: Writing, claim: Claim) -> None:
    """Hold a slot; a hold never waits: there is something to hold or there is not."""
    offer, row = _asked(writing, claim, "", None)
    check_unit(offer.terms, claims.held(writing.connection, offer.id, row.unit, writing.now))
    decide(offer.terms, msgspec.structs.replace(claim, wait=0), _used(writing, row))
    claims.add(writing.connection, replace(row, state=HELD), writing.now, writing.now + HOLD)
    _settle(writing, [(offer.id, claim.slot)])


def _claim(writing: Writing, claim: Claim, record: str, author: Seat) -> None:
    """Give the slot, or a place on its list; what the letter claimed before is let go if it has the new one."""
    connection = writing.connection
    offer, row = _asked(writing, claim, record, author)
    before = claims.of_record(connection, record)
    if any(one.offer != offer.id for one in before):
        raise Refused("bad-letter")
    state = decide(offer.terms, claim, _used(writing, row))
    freed = claims.let_go(connection, writing.person, offer.id, claim.slot)
    for one in before:
        if state == TAKEN or one.state == WAITING:
            claims.drop(connection, one.turn)
            freed.append((one.offer, one.slot))
    claims.add(connection, replace(row, state=state), writing.now)
    if state == WAITING:
        freed += _swap(writing, record)
    _settle(writing, [*freed, (offer.id, claim.slot)])


def _asked(writing: Writing, claim: Claim, record: str, author: Seat | None) -> tuple[Offer, Row]:
    """The offer, and the claim as a row, if the one who asks may have it at all."""
    connection, now = writing.connection, writing.now
    offer = claims.offer(connection, claim.offer)
    if offer is None or not circles.reaches(connection, writing.person, offer.circle, now):
        raise Refused("not-found")
    seats = [seat for seat in people.seats_of(connection, writing.person) if seat.alive(now)]
    staff = claim.seat != "" and _is_staff(writing, author, offer.circle)
    person = _on_behalf(writing, claim) if claim.seat else writing.person
    if claim.seat and not staff:
        raise Refused("not-allowed")
    children = {child for seat in seats if seat.role == "guardian" for child in seat.circles}
    if claim.child and not staff and claim.child not in children:
        raise Refused("not-allowed")
    if not claim.child and offer.terms.unit in UNITS_OF_CHILD:
        raise Refused("not-allowed")
    if not staff:
        check_time(offer.terms, now, len(children) > 1)
    unit = unit_of(offer.terms, claim.child, claims.home(connection, person), person)
    row = Row(0, offer.id, claim.slot, record, person, unit, claim.child, claim.count, "")
    check_unit(offer.terms, claims.others(connection, row, offer.terms.unit, writing.person, now))
    return offer, row


def _on_behalf(writing: Writing, claim: Claim) -> str:
    """The person (or, who has not joined, the seat) for whom staff claim: a guardian of that child."""
    seat = people.seat(writing.connection, claim.seat)
    if seat is None or not seat.alive(writing.now) or (claim.child and claim.child not in seat.circles):
        raise Refused("not-allowed")
    return seat.person or seat.id


def _is_staff(writing: Writing, author: Seat | None, circle: str) -> bool:
    found = circles.find(writing.connection, circle)
    return bool(author and found and author.acts_for(found.head["managers"] + found.head["writers"], circle))


def _used(writing: Writing, row: Row) -> int:
    return claims.used(writing.connection, row.offer, row.slot, writing.now, person=writing.person, record=row.record)


def _end(writing: Writing, record: str, author: Seat) -> None:
    """The letter of a claim was taken back, or the record of an offer."""
    _give_back(writing, record, author)
    claims.drop_offer(writing.connection, record)


def _give_back(writing: Writing, record: str, author: Seat | None) -> None:
    freed = []
    for row in claims.of_record(writing.connection, record):
        offer = claims.offer(writing.connection, row.offer)
        if offer and row.state == TAKEN and not _is_staff(writing, author, offer.circle):
            _check_open(offer.terms, writing.now)
        claims.drop(writing.connection, row.turn)
        freed.append((row.offer, row.slot))
    _settle(writing, freed)


def _staff_seat(writing: Writing, offer_id: str) -> Seat | None:
    """A seat of this person that may write where the offer stands."""
    offer = claims.offer(writing.connection, offer_id)
    seats = people.seats_of(writing.connection, writing.person)
    own = (seat for seat in seats if offer and seat.alive(writing.now) and _is_staff(writing, seat, offer.circle))
    return next(own, None)


def _check_open(terms: Terms, now: int) -> None:
    """What was taken can be given back until the deadline."""
    if terms.closes and now >= terms.closes:
        raise Refused("closed")


def _let_go(writing: Writing) -> None:
    _settle(writing, claims.let_go(writing.connection, writing.person))


def _swap(writing: Writing, record: str) -> list[tuple[str, str]]:
    """Two letters of which each has what the other waits for: both get it. Returns what that freed."""
    connection = writing.connection
    mine = {row.state: row for row in claims.of_record(connection, record)}
    if TAKEN not in mine:
        return []
    for theirs in claims.in_slot(connection, mine[TAKEN].offer, mine[TAKEN].slot, WAITING):
        held = [one for one in claims.of_record(connection, theirs.record) if one.state == TAKEN]
        if held and held[0].slot == mine[WAITING].slot and held[0].count == theirs.count == mine[WAITING].count:
            _give(connection, theirs, held[0])
            _give(connection, mine[WAITING], mine[TAKEN])
            _tell(writing, [theirs, mine[WAITING]])
            return [(theirs.offer, theirs.slot), (theirs.offer, mine[WAITING].slot)]
    return []


def _settle(writing: Writing, freed: list[tuple[str, str]]) -> None:
    """Give what is free to who waits, and let everybody know how the offers stand."""
    _tell(writing, _fill(writing.connection, freed, writing.now))
    for offer_id in {offer for offer, _ in freed}:
        claims.touch(writing.connection, writing.sequence(), offer_id)
        writing.offers.add(offer_id)


def _fill(connection: Connection, freed: list[tuple[str, str]], now: int) -> list[Row]:
    """Let those who wait have what is free, in their order, as far as it fits; returns who got something."""
    given, waiting = [], deque(dict.fromkeys(freed))
    while waiting:
        offer_id, slot = waiting.popleft()
        offer = claims.offer(connection, offer_id)
        capacity = dict(offer.terms.slots).get(slot) if offer else None
        for row in claims.in_slot(connection, offer_id, slot, WAITING) if capacity is not None else ():
            if not fits(capacity or 0, claims.used(connection, offer_id, slot, now), row.count):
                continue
            old = next((one for one in claims.of_record(connection, row.record) if one.state == TAKEN), None)
            _give(connection, row, old)
            given.append(row)
            waiting.extend([(old.offer, old.slot)] if old else [])
    return given


def _give(connection: Connection, row: Row, old: Row | None) -> None:
    claims.promote(connection, row.turn)
    if old is not None:
        claims.drop(connection, old.turn)


def _tell(writing: Writing, given: list[Row]) -> None:
    """Queue for those who got a slot that there is something to look at: their own app knows the words."""
    writing.news.poked |= {row.person for row in given}
    for row in given:
        found = records.newest(writing.connection, row.record)
        if found is not None:
            circle, place, digest, kind = found
            at = RecordAt(circle=circle, place=place, hash=digest)
            writing.tell(Told(at, kind, row.record, {circle}, {row.person}))
