"""What is written around a talk: wishes and the plan from them, running late, a link, a report, a reminder.

Invariants: whoever writes to several homes names none of them; a letter about a booking goes to those guardians of
its child whom the booking calls its home, whatever else it says; the office reads wishes, and no notes.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sync import planner
from sync.batch import Batch
from sync.chains import Item
from sync.client import talks
from sync.client.blobs import Part, listed
from sync.client.chats import recipients
from sync.client.session import Session
from sync.client.talksheet import Talk, without
from sync.client.talksheet import talks as known_talks
from sync.client.transport import Problem

Body = dict[str, Any]
APART = 30
_GONE = ("slot-taken", "unit-taken", "not-allowed")


def wish(session: Session, offer: str, child: str, **more: Any) -> str:
    """Say what suits a family: `from`, `until`, `avoid`, `who`, `interpreter`; instead of what was said before."""
    table, record, own = session.replica.items[offer], talks.new_id(), talks.seat_of(session, child)
    blank = {"from": "", "until": "", "avoid": [], "who": "", "interpreter": ""}
    body = {**blank, **more, "round": table.body["round"], "offer": offer, "child": child}

    def build(batch: Batch) -> None:
        before = next(
            (one for one in session.replica.of_kind("wish", circle=own.id) if one.body["offer"] == offer), None
        )
        to = [*talks.teachers(table), session.replica.trust.charter["office"], *talks.home_circles(session)]
        refs = recipients(session, to)
        body["home"] = talks.home_of(session, child)
        batch.letter("wish", body, refs.circles, record, before, refs.seats)

    session.write(build, own)
    return record


def wishes(session: Session, round_id: str) -> list[Body]:
    """The wishes of a round for the planner, one a home and table, with the author's seat; homes are told apart by
    the people in them."""
    found: dict[tuple[str, str, str], Body] = {}
    items = sorted(session.replica.of_kind("wish"), key=lambda one: int(one.head["time"]))
    for item in [one for one in items if one.body["round"] == round_id]:
        home = home_key(session, [*item.body["home"], str(item.head["seat"])])
        key = (home, str(item.body["child"]), str(item.body["offer"]))
        found[key] = {**item.body, "id": item.id, "home": home, "seat": item.head["seat"], "seats": item.body["home"]}
    return sorted(found.values(), key=lambda one: str(one["id"]))


def home_key(session: Session, seats: Iterable[str]) -> str:
    """One word for those who live together, whichever of them wrote and about whichever child."""
    known, found = session.replica.trust.seats, sorted(seats)
    return min((known[one].person for one in found if one in known and known[one].person), default=found[0])


def draft(session: Session, round_id: str) -> dict[str, talks.Pick]:
    """A plan from the wishes of a round, beside what stands already: wish id -> time."""
    asked, tables = wishes(session, round_id), talks.tables(session, round_id)
    held = [_held(session, one) for one in known_talks(session, round_id) if one.slot]
    has = {(one["home"], one["child"]) for one in held}
    open_wishes = [one for one in asked if (one["home"], one["child"]) not in has]
    slots = [one for table in tables for one in talks.places(session, table.id)]
    apart = max((int(table.body["apart"]) for table in tables), default=0)
    found = planner.plan(open_wishes, slots, apart, held)
    by_id = {one["id"]: one for one in asked}
    return {wish: talks.Pick(by_id[wish]["offer"], slot, by_id[wish]["child"]) for wish, slot in found.items()}


def arrange(session: Session, plan: dict[str, talks.Pick]) -> int:
    """Book a plan on behalf of the families; who chose meanwhile keeps what they chose. Returns how many it booked."""
    booked = 0
    for record, pick in plan.items():
        body = session.replica.items[record]
        more = {key: body.body[key] for key in ("who", "interpreter")}
        try:
            talks.book_for(session, pick, str(body.head["seat"]), **more)
            booked += 1
        except Problem as error:
            if error.code not in _GONE:
                raise
    return booked


def run_late(session: Session, offer: str, day: str, minutes: int, time: str) -> str:
    """Tell those whose talk at this table begins at `time` or later that day how many minutes later it is."""
    table, record = session.replica.items[offer], talks.new_id()
    body = {"round": table.body["round"], "offer": offer, "day": day, "minutes": minutes, "from": time}

    def build(batch: Batch) -> None:
        later = [one for one in known_talks(session, table.body["round"]) if _is_later(one, table, day, time)]
        seats = {seat for one in later for seat in home_seats(session, one.item)}
        refs = recipients(session, [*seats, *talks.teachers(table)])
        batch.letter("late", body, refs.circles, record, seats=refs.seats)

    session.write(build, session.seat(circle=table.circle))
    return record


def appoint(session: Session, booking: str, **more: str) -> str:
    """Tell the home of a booking where it is: `link` of a video call, `room`, `note`; nobody else reads it."""
    body = {"booking": booking, "link": "", "room": "", "note": "", **more}
    return _to_home(session, "appointment", booking, body, [])


def appointment(session: Session, booking: str) -> Body:
    """What the teacher last said about where a talk is."""
    found = [one for one in session.replica.of_kind("appointment") if one.body["booking"] == booking]
    newest = max(found, key=lambda one: int(one.head["time"]), default=None)
    return newest.body if newest else {"link": "", "room": "", "note": ""}


def report(session: Session, booking: str, text: str, day: str, scope: str = "home", files: Iterable[Part] = ()) -> str:
    """File what was said: for that home, its teachers and the office (`home`), or in the child's circle (`child`).

    files: parts of files that were uploaded for the own seat, or for the child's circle.
    """
    item = session.replica.items[booking]
    body = {"round": item.body["round"], "child": item.body["child"], "day": day, "text": text, **listed(files)}
    if scope == "home":
        return _to_home(
            session, "talkreport", booking, body | {"booking": booking}, [session.replica.trust.charter["office"]]
        )
    record = talks.new_id()
    session.write(
        lambda batch: batch.record(str(body["child"]), "talkfile", body, record),
        session.seat(circle=str(body["child"])),
    )
    return record


def prompt(session: Session, offer: str) -> list[str]:
    """Remind those who have not chosen; returns their seats. The office, who does not know them, asks everybody."""
    table, record = session.replica.items[offer], talks.new_id()
    body = {key: table.body[key] for key in ("round", "title", "closes")}
    own = session.seat(circle=table.circle)
    seats = sorted({seat for some in without(session, table).values() for seat in some})

    def build(batch: Batch) -> None:
        refs = recipients(session, seats if own.id in talks.teachers(table) else [table.circle])
        batch.letter("prompt", body, refs.circles, record, seats=refs.seats)

    session.write(build, own)
    return seats


def home_seats(session: Session, booking: Item) -> list[str]:
    """Those whom a booking calls its home and who are guardians of its child, and who wrote it or for whom it was."""
    body = booking.body
    pupils = [one.body for one in session.replica.of_kind("pupil") if one.body["child"] == body["child"]]
    known = {str(guardian["seat"]) for pupil in pupils for guardian in pupil["guardians"]}
    return sorted({one for one in [*body["home"], body.get("seat") or booking.head["seat"]] if one in known})


def _to_home(session: Session, kind: str, booking: str, body: Body, more: list[str]) -> str:
    record, item = talks.new_id(), session.replica.items[booking]
    table = session.replica.items[item.body["offer"]]

    def build(batch: Batch) -> None:
        refs = recipients(session, [*home_seats(session, item), *talks.teachers(table), *more])
        batch.letter(kind, body, refs.circles, record, seats=refs.seats)

    session.write(build, session.seat(circle=table.circle))
    return record


def _held(session: Session, talk: Talk) -> Body:
    body = talk.item.body
    seats = [*body["home"], str(body.get("seat") or talk.item.head["seat"])]
    slot = talks.place(talk.table.body, talk.table.id, talk.slot)
    return {"home": home_key(session, seats), "child": body["child"], "slot": slot}


def _is_later(talk: Talk, table: Item, day: str, time: str) -> bool:
    return talk.table.id == table.id and talk.slot.get("day") == day and str(talk.slot["start"]) >= time
