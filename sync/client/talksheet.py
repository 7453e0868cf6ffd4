"""What a family and a teacher see of talks: own times, the sheet of an evening, who has a time, who waits for whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sync.chains import Item
from sync.claims import TAKEN, WAITING, is_true
from sync.client.classmates import same_people
from sync.client.session import Session
from sync.client.talks import tables
from sync.messages import ClaimAt

Body = dict[str, Any]


@dataclass(frozen=True)
class Talk:
    """A booking with the time it has ("" while it only waits) and the one it waits for, with its place on that list."""

    item: Item
    table: Item
    slot: Body
    wanted: Body
    place: int = 0


@dataclass(frozen=True)
class Row:
    """A time on a teacher's sheet: free, or whose it is, as far as this reader may know."""

    slot: Body
    free: bool
    talk: Talk | None
    late: int


def talks(session: Session, round_id: str = "") -> list[Talk]:
    """The talks whose letters reach this person and which the server says stand, in the order of their times."""
    found = [talk for table in tables(session, round_id) for talk in _of_table(session, table)]
    return sorted(found, key=lambda one: (_when(one.slot or one.wanted), one.item.id))


def own(session: Session, round_id: str = "") -> list[Talk]:
    """This family's talks: one's own, those of the household, and what the school booked for one of them."""
    seats = set(session.replica.seats())
    return [one for one in talks(session, round_id) if seats & {one.item.head["seat"], *_home(one.item.body)}]


def sheet(session: Session, offer: str, day: str) -> list[Row]:
    """A table's times of a day, each with its talk."""
    table = session.replica.items[offer]
    found = {talk.slot["id"]: talk for talk in _of_table(session, table) if talk.slot}
    used = {slot: count for slot, count, _ in session.replica.offers[offer].slots}
    slots = [slot for slot in table.body["slots"] if slot["day"] == day]
    return [
        Row(slot, not used.get(slot["id"], 0), found.get(slot["id"]), lateness(session, offer, slot)) for slot in slots
    ]


def lateness(session: Session, offer: str, slot: Body) -> int:
    """How many minutes a time begins later, as the teacher last said that day."""
    said = [
        one for one in session.replica.of_kind("late") if (one.body["offer"], one.body["day"]) == (offer, slot["day"])
    ]
    newest = max(said, key=lambda one: int(one.head["time"]), default=None)
    return int(newest.body["minutes"]) if newest and slot["start"] >= newest.body["from"] else 0


def occupancy(session: Session, round_id: str) -> tuple[int, int]:
    """How many times of a round are taken, of how many."""
    tallies = [one for table in tables(session, round_id) for one in session.replica.offers[table.id].slots]
    return sum(min(1, used) for _, used, _ in tallies), len(tallies)


def without(session: Session, table: Item) -> dict[str, list[str]]:
    """The children of a table's group, and of each the guardians' seats that have no talk: for its teachers."""
    register = next(act["register"] for act in session.replica.trust.groups if act["group"] == table.circle)
    talking = [one.item.body for one in talks(session, table.body["round"])]
    covered = {(str(body["child"]), seat) for body in talking for seat in same_people(session, _home(body))}
    done = {str(body["child"]) for body in talking} if table.body["unit"] == "child" else set()
    found = {}
    for pupil in session.replica.of_kind("pupil", circle=register):
        child = str(pupil.body["child"])
        seats = [str(one["seat"]) for one in pupil.body["guardians"] if (child, one["seat"]) not in covered]
        found[child] = [] if child in done else seats
    return found


def _of_table(session: Session, table: Item) -> list[Talk]:
    slots = {slot["id"]: slot for slot in table.body["slots"]}
    by_letter: dict[str, dict[str, ClaimAt]] = {}
    for state in session.replica.offers[table.id].claims:
        by_letter.setdefault(state.record, {})[state.state] = state
    found = []
    for record, states in by_letter.items():
        item = session.replica.items.get(record)
        if item and all(is_true(state, table.id, item.body) for state in states.values()):
            has, waits = states.get(TAKEN), states.get(WAITING)
            found.append(
                Talk(
                    item,
                    table,
                    slots[has.slot] if has else {},
                    slots[waits.slot] if waits else {},
                    waits.place if waits else 0,
                )
            )
    return found


def _home(body: Body) -> list[str]:
    return [*body["home"], *([body["seat"]] if "seat" in body else [])]


def _when(slot: Body) -> str:
    return f"{slot['day']} {slot['start']}"
