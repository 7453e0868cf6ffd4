"""Talks as people use them: make a round, take times behind each other, move, wait; a plan from wishes; the evening.

Invariants: a booking is sealed to its table's teachers and its own home, and to nobody else; what the interface says
of a time is what the server's arbitration and the letter both say; nobody's name stands in what several families get.
Reading stands in `sync/client/talksheet.py`, what teachers write around a talk in `sync/client/talkletters.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from crypto.encoding import b64
from crypto.random import fresh
from sync import claims as rules
from sync import planner
from sync.batch import Batch
from sync.chains import Item
from sync.client import claims
from sync.client.chats import recipients
from sync.client.classmates import classmates
from sync.client.homes import household
from sync.client.office import Group
from sync.client.session import Session
from sync.client.together import together
from sync.client.transport import Problem
from sync.errors import Refused
from sync.messages import Claim, Terms
from sync.seats import Seat

Body = dict[str, Any]
TAKEN = rules.TAKEN
_RULES: Body = {
    "title": "", "text": "", "opens": 0, "early": 0, "closes": 0, "unit": "both", "most": 1, "waits": 1,
    "choose": "slots", "apart": 0, "mandatory": 0,
}  # fmt: skip


@dataclass(frozen=True)
class Table:
    """A teacher or a duo (seat -> name) of a group in one room, and when: [{day, start, end}]."""

    group: Group
    teachers: dict[str, str]
    slots: Sequence[Body]
    room: str = ""
    mode: str = "site"
    walk: int = 5


@dataclass(frozen=True)
class Pick:
    """A time at a table, for a child."""

    offer: str
    slot: str
    child: str


def new_id() -> str:
    """An id for something that is to be written."""
    return b64(fresh(16))


def terms(body: Body) -> Terms:
    """What the server may know of a table: opaque times and numbers."""
    numbers = {key: body[key] for key in ("opens", "early", "closes", "unit", "most", "waits")}
    return Terms(slots=[(slot["id"], 1) for slot in body["slots"]], **numbers)


def open_round(session: Session, tables: Sequence[Table], title: str, **more: Any) -> str:
    """Make a round of one or more tables, all at once; more: as in the body of `talks`. Returns the round's id."""
    round_id, ids = new_id(), [new_id() for _ in tables]
    bodies = [{**_RULES, **more, **_table_body(table), "round": round_id, "title": title} for table in tables]

    def build(batch: Batch) -> None:
        for table, body, record in zip(tables, bodies, ids, strict=True):
            batch.record(table.group.group, "talks", body, record, offer=terms(body))

    session.write(build, session.seat(circle=tables[0].group.group))
    return round_id


def amend_round(session: Session, round_id: str, **fields: Any) -> None:
    """Change what the tables of a round say, as its words or its deadline; its times and what was chosen stay."""
    found = [one for one in session.replica.of_kind("talks") if one.body["round"] == round_id]

    def build(batch: Batch) -> None:
        for item in found:
            newest = session.replica.items[item.id]
            body = {**newest.body, **fields}
            batch.record(item.circle, "talks", body, replaces=newest, offer=terms(body))

    session.write(build, session.seat(circle=found[0].circle))


def close_round(session: Session, round_id: str) -> None:
    """Take a round away, with all that was chosen in it."""
    found = [one for one in session.replica.of_kind("talks") if one.body["round"] == round_id]

    def build(batch: Batch) -> None:
        for item in found:
            if item.id in session.replica.items:
                batch.delete(session.replica.items[item.id])

    session.write(build, session.seat(circle=found[0].circle))


def tables(session: Session, round_id: str = "", group: str = "") -> list[Item]:
    """The tables of a round, or of all rounds; in one group, or in all. Only those whose terms are what they say."""
    found = [one for one in session.replica.of_kind("talks") if round_id in ("", one.body["round"])]
    known = session.replica.offers
    true = [one for one in found if one.id in known and known[one.id].terms == terms(one.body)]
    return sorted((one for one in true if group in ("", one.circle)), key=lambda one: one.id)


def phase(body: Body, now: int, more_children: bool = False) -> str:
    """Where a table is in its round at a time: planned, wishes, early, open, closed."""
    if body["closes"] and now >= body["closes"]:
        return "closed"
    if now >= body["opens"]:
        return "open"
    if body["choose"] == "wishes":
        return "wishes"
    if body["early"] and now >= body["early"]:
        return "early" if more_children else "planned"
    return "planned"


def places(session: Session, offer: str) -> list[Body]:
    """The free times of a table, as the planner wants them."""
    body = session.replica.items[offer].body
    return [place(body, offer, slot) for slot in body["slots"] if claims.free(session, offer, slot["id"]) != 0]


def place(body: Body, offer: str, slot: Body) -> Body:
    """A time with where it is: somebody at home walks to nothing."""
    return {**slot, "offer": offer, "room": body["room"] if body["mode"] == "site" else "", "walk": body["walk"]}


def proposals(session: Session, round_id: str, children: Iterable[str], most: int = 3) -> list[list[Pick]]:
    """Times for several children behind each other, with time to walk; the least waiting first."""
    own = list(children)
    found = [
        [one for table in tables_of(session, round_id, child) for one in places(session, table.id)] for child in own
    ]
    chains = planner.combos(found, most)
    return [[Pick(one["offer"], one["id"], child) for one, child in zip(chain, own, strict=True)] for chain in chains]


def tables_of(session: Session, round_id: str, child: str) -> list[Item]:
    """The tables of a round at which a child is talked about: those of its groups."""
    groups = {item.circle for item in session.replica.of_kind("classmate") if item.body["child"] == child}
    return [table for table in tables(session, round_id) if table.circle in groups]


def hold(session: Session, picks: Iterable[Pick]) -> int:
    """Keep times free for two minutes, all or none; returns until when (ms). Raises Problem: `slot-taken`, …"""
    return claims.hold(session, [Claim(offer=one.offer, slot=one.slot, child=one.child) for one in picks])


def book(session: Session, picks: Sequence[Pick], wait: int = 0, **more: Any) -> list[str]:
    """Take times, all or none; more: `who`, `mode`, `interpreter`, `note`. Returns the bookings' ids.

    wait: take a place on the waiting list rather than nothing. Raises Problem: `slot-taken`, `unit-taken`, …
    """
    ids = [new_id() for _ in picks]
    parts = [(seat_of(session, one.child), _booking(session, one, record, wait, more))
             for one, record in zip(picks, ids, strict=True)]  # fmt: skip
    together(session, parts)
    return ids


def book_for(session: Session, pick: Pick, seat: str, **more: Any) -> str:
    """Take a time on behalf of a guardian, who reads that the school did; returns the booking's id."""
    record, told = new_id(), new_id()
    table = session.replica.items[pick.offer]
    body = _booking_body(table, pick, [seat], more) | {"seat": seat}
    claim = rules.taken(body, pick.child, seat=seat)

    def build(batch: Batch) -> None:
        refs = recipients(session, [*teachers(table), seat])
        batch.letter("booking", body, refs.circles, record, seats=refs.seats, claim=claim)
        where = {"booking": record, "link": "", "room": "", "note": ""}  # it tells the family, a booking does not
        batch.letter("appointment", where, refs.circles, told, seats=refs.seats)

    session.write(build, session.seat(circle=table.circle))
    return record


def move(session: Session, booking: str, pick: Pick, wait: int = 0) -> str:
    """Take another time at the same table instead; wait: keep the old one until the new one comes free, or somebody
    wants to exchange. A booking that the school made becomes the family's own. Returns its id. Raises Problem."""
    item = session.replica.items[booking]
    kept = next((one.slot for one in _states(session, booking) if one.state == TAKEN), item.body["slot"])
    if item.head["seat"] not in session.replica.seats():
        return _make_own(session, item, pick, kept, wait)
    body = {key: value for key, value in item.body.items() if key not in ("from", "wait")} | {"slot": pick.slot}
    body |= {"from": kept, "wait": 1} if wait else {}
    _revise(session, booking, body, rules.taken(body, str(body["child"]), wait))
    return booking


def change(session: Session, booking: str, **fields: Any) -> None:
    """Say something else beside a booking: `who`, `mode`, `interpreter`, `note`; the time stays."""
    _revise(session, booking, {**session.replica.items[booking].body, **fields}, None)


def cancel(session: Session, booking: str) -> None:
    """Give a time back; the first who waits for it gets it."""
    item = session.replica.items[booking]
    if item.head["seat"] in session.replica.seats():
        session.delete(booking, session.replica.trust.seats[item.head["seat"]])
    else:
        claims.give_back(session, booking)


def teachers(table: Item) -> list[str]:
    """The seats of a table's teachers."""
    return [str(one["seat"]) for one in table.body["teachers"]]


def seat_of(session: Session, child: str) -> Seat:
    """The own seat of a guardian of this child; raises Refused("not-a-writer")."""
    for one in session.replica.seats():
        seat = session.replica.trust.seats[one]
        if seat.alive(session.clock()) and seat.role == "guardian" and child in seat.circles:
            return seat
    raise Refused("not-a-writer")


def home_of(session: Session, child: str) -> list[str]:
    """The seats of this child's guardians who live here: the own one, and those of the household."""
    circle = household(session)
    members = {item.body["seat"] for item in session.replica.of_kind("member", circle=circle)} if circle else set()
    mates = [one for act in session.replica.trust.groups for one in classmates(session, act["group"])]
    seats = {seat for one in mates if one.child == child for seat in one.seats}
    return sorted({seat_of(session, child).id} | (members & seats))


def _table_body(table: Table) -> Body:
    return {
        "group": table.group.group, "room": table.room, "mode": table.mode, "walk": table.walk,
        "teachers": [{"seat": seat, "name": name} for seat, name in table.teachers.items()],
        "slots": [{**slot, "id": new_id()} for slot in table.slots],
    }  # fmt: skip


def _booking_body(table: Item, pick: Pick, home: list[str], more: Body) -> Body:
    blank = {"who": "", "mode": table.body["mode"], "interpreter": "", "note": ""}
    return {**blank, **more, "offer": pick.offer, "slot": pick.slot, "count": 1, "round": table.body["round"],
            "child": pick.child, "home": home}  # fmt: skip


def _booking(session: Session, pick: Pick, record: str, wait: int, more: Body) -> Callable[[Batch], object]:
    def build(batch: Batch) -> None:
        if record in session.replica.items:
            return
        table = session.replica.items[pick.offer]
        body = _booking_body(table, pick, home_of(session, pick.child), more) | ({"wait": 1} if wait else {})
        refs = recipients(session, [*teachers(table), *home_circles(session)])
        claim = rules.taken(body, pick.child, wait)
        batch.letter("booking", body, refs.circles, record, seats=refs.seats, claim=claim)

    return build


def home_circles(session: Session) -> list[str]:
    """The own household's circle, where there is one."""
    return [one for one in [household(session)] if one]


def _make_own(session: Session, item: Item, pick: Pick, kept: str, wait: int) -> str:
    """Take another time instead of what the school booked; where that is gone, the old one again."""
    more = {key: item.body[key] for key in ("who", "mode", "interpreter", "note")}
    claims.give_back(session, item.id)
    try:
        return book(session, [pick], wait, **more)[0]
    except Problem:
        book(session, [Pick(pick.offer, kept, pick.child)], **more)
        raise


def _revise(session: Session, booking: str, body: Body, claim: Claim | None) -> None:
    def build(batch: Batch) -> None:
        item = session.replica.items[booking]
        seat = body.get("seat")
        to = [*teachers(session.replica.items[body["offer"]]), *([seat] if seat else home_circles(session))]
        refs = recipients(session, to)
        batch.letter("booking", body, refs.circles, replaces=item, seats=refs.seats, claim=claim)

    seat = session.replica.trust.seats[session.replica.items[booking].head["seat"]]
    session.write(build, seat)


def _states(session: Session, booking: str) -> list[Any]:
    return [one for offer in session.replica.offers.values() for one in offer.claims if one.record == booking]
