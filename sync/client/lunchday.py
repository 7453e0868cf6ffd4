"""A day at lunch as its team keeps it: who is expected, ticks, who is not there, who came unexpected, charges.

Invariants: a day's marks are merged child by child, so that two people tick at once; the families hear of a missing
child in the same batch that notes it; a child is charged at most once for a day, to the home whose plan it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from crypto.encoding import b64
from crypto.random import fresh
from sync.batch import Batch
from sync.chains import Item
from sync.client.lunch import boxes, diets, guardians, of_child
from sync.client.lunchcards import claim, home_of, to_home
from sync.client.office import lunch_circle
from sync.client.session import Session
from sync.said import overtaken
from sync.zone import instant

Body = dict[str, Any]


@dataclass(frozen=True)
class Row:
    """A child on the list of a day; `there`, `missed`: since when (ms), 0 = not."""

    child: str
    first: str
    group: str
    verdict: Body
    diets: tuple[Body, ...]
    there: int
    missed: int


def day_list(session: Session, day: str) -> list[Row]:
    """The children expected or seen on a day, by group and name, as far as this person may know."""
    marks = _marks(session, day)
    known = {item.body["child"] for item in session.replica.of_kind("lunchplan", "lunchday")} | {*marks}
    rows = [_row(session, child, day, marks) for child in known]
    shown = [row for row in rows if row.verdict["stays"] or row.verdict["pays"] or row.there or row.missed]
    return sorted(shown, key=lambda row: (row.group, row.first))


def tick(session: Session, day: str, child: str, there: bool = True, pressed: int = 0) -> None:
    """Say that a child is at the table (or is not): its alarm ends, and parents hear of one who was not expected.

    pressed: ms, when it was queued; what was said of the child later stands.
    """
    ids, at = _ids(3), pressed or session.clock()

    def build(batch: Batch) -> None:
        if not _is_news(session, day, child, at, batch.now):
            return
        _mark(session, batch, day, {child: [int(there), at]}, ids[0])
        if there:
            _settle(session, batch, day, child, at, ids[1:])

    session.write(build, session.seat(circle=lunch_circle(session)))


def check_off(session: Session, day: str, pressed: int = 0) -> list[str]:
    """The list was gone through: whoever is expected and not there is missed, and everybody concerned hears at once.

    pressed: ms, when it was queued; who was seen since then is not missed. Returns the children who are.
    """
    at = pressed or session.clock()
    ids = {child: b64(fresh(16)) for child in ("", *_not_there(session, day))}
    missed = list[str]()

    def build(batch: Batch) -> None:
        missed[:] = [child for child in _not_there(session, day) if child in ids]
        news = [child for child in missed if _is_news(session, day, child, at, batch.now)]
        _mark(session, batch, day, {child: [0, at] for child in news}, ids[""])
        for child in missed:
            if not alarm_of(session, child, day):
                _raise(session, batch, day, child, ids[child], {"raised": at})

    session.write(build, session.seat(circle=lunch_circle(session)))
    return missed


def alarms(session: Session, day: str) -> list[Item]:
    """The children that are missed at lunch on a day, and of whom nobody said since that they don't stay."""
    found = {item.body["child"] for item in session.replica.of_kind("lunchalarm") if item.body["day"] == day}
    open_ones = [alarm for child in found if (alarm := alarm_of(session, child, day))]
    return [one for one in open_ones if of_child(session, one.body["child"], day)["stays"]]


def alarm_of(session: Session, child: str, day: str) -> Item | None:
    """The alarm about a child on a day, unless somebody has ended it."""
    found = [item for item in session.replica.of_kind("lunchalarm")
             if item.body["child"] == child and item.body["day"] == day]  # fmt: skip
    return None if any(item.body.get("resolved") for item in found) else next(iter(found), None)


def close(session: Session, day: str) -> int:
    """Charge a day's strips, each child once; returns how many."""
    rows = [(row, payer) for row in day_list(session, day) if row.verdict["pays"] and (payer := _payer(session, row))]
    ids = _ids(1 + len(rows))

    def build(batch: Batch) -> None:
        _mark(session, batch, day, {}, ids[0], closed=batch.now)
        for (row, payer), record in zip(rows, ids[1:], strict=True):
            if not _charged(session, row.child, day):
                body = {"home": home_of(session, payer), "child": row.child, "day": day, "why": row.verdict["why"],
                        "strips": 1}  # fmt: skip
                to_home(session, batch, "lunchcharge", body, record)

    before = sum(_charged(session, row.child, day) for row, _ in rows)
    session.write(build, session.seat(circle=lunch_circle(session)))
    return len(rows) - before


def _not_there(session: Session, day: str) -> list[str]:
    return [row.child for row in day_list(session, day) if row.verdict["stays"] and not row.there]


def _is_news(session: Session, day: str, child: str, at: int, now: int) -> bool:
    """Whether nobody said anything of a child later than this."""
    return not overtaken(_marks(session, day).get(child, [0, 0])[1], at, now)


def _row(session: Session, child: str, day: str, marks: dict[str, list[int]]) -> Row:
    there, at = marks.get(child, [0, 0])
    first, group = _called(session, child)
    missed = alarm_of(session, child, day)
    since = int(missed.body["raised"]) if missed else 0
    told = tuple(item.body for item in diets(session, child))
    return Row(child, first, group, of_child(session, child, day, bool(there)), told, at if there else 0, since)


def _called(session: Session, child: str) -> tuple[str, str]:
    """How a child is called, and its group: as the office says, else as its parents do."""
    for kind in ("luncher", "lunchplan"):
        for item in session.replica.of_kind(kind):
            if item.body["child"] == child:
                return item.body["first"], item.body["group"]
    profile = next((item.body for item in session.replica.of_kind("profile", circle=child)), None)
    return (profile["first"], ", ".join(profile["groups"])) if profile else ("", "")


def _lists(session: Session, day: str) -> list[Item]:
    return [item for item in session.replica.of_kind("lunchlist") if item.body["day"] == day]


def _marks(session: Session, day: str) -> dict[str, list[int]]:
    """What was ticked last of each child, by the team or by a helper on duty."""
    said = [(child, mark) for item in _lists(session, day) for child, mark in item.body["marks"].items()]
    for item in session.replica.of_kind("lunchtick"):
        if item.body["day"] == day and _on_duty(session, item):
            said.append((item.body["child"], [item.body["there"], item.head["time"]]))
    return dict(sorted(said, key=lambda one: int(one[1][1])))


def _on_duty(session: Session, item: Item) -> bool:
    """Whether a tick was written by whoever had duty, within its hours."""
    duty = session.replica.items.get(item.body["duty"])
    if duty is None or duty.kind != "lunchduty" or duty.body["seat"] != item.head["seat"]:
        return False
    begin, end = (instant(duty.body["day"], duty.body[key]) for key in ("from", "until"))
    return duty.body["day"] == item.body["day"] and begin <= int(item.head["time"]) < end


def _mark(
    session: Session, batch: Batch, day: str, marks: dict[str, list[int]], record: str, closed: int = 0
) -> None:  # fmt: skip
    before = next(iter(_lists(session, day)), None)
    body: Body = before.body if before else {"day": day, "marks": {}}
    body = {**body, "marks": {**body["marks"], **marks}, **({"closed": closed} if closed else {})}
    batch.record(lunch_circle(session), "lunchlist", body, record, replaces=before)


def _settle(session: Session, batch: Batch, day: str, child: str, at: int, ids: list[str]) -> None:
    """A child is there: whoever was told before that it is missed hears so; of one not expected its parents hear."""
    alarm = alarm_of(session, child, day)
    if alarm and not overtaken(alarm.body["raised"], at, batch.now):
        _raise(session, batch, day, child, ids[0], {**alarm.body, "resolved": at})
    known = [
        one for one in session.replica.of_kind("lunchadded") if (one.body["child"], one.body["day"]) == (child, day)
    ]
    if not of_child(session, child, day)["stays"] and not known:
        body = {"child": child, "day": day, "at": at}
        seats = boxes(session, guardians(session, child))
        batch.letter("lunchadded", body, [lunch_circle(session)], ids[1], seats=seats)


def _raise(session: Session, batch: Batch, day: str, child: str, record: str, facts: Body) -> None:
    """Tell of a child that it is missed: since when, and until when, as `facts` say."""
    listed = next((one.body for one in session.replica.of_kind("luncher") if one.body["child"] == child), None)
    first = listed["first"] if listed else ""
    teams = [team for team in (listed["teams"] if listed else []) if team in session.replica.circles]
    body = {"child": child, "first": first, "day": day, **facts}
    batch.letter(
        "lunchalarm", body, [lunch_circle(session), *teams], record, seats=boxes(session, guardians(session, child))
    )


def _charged(session: Session, child: str, day: str) -> bool:
    found = session.replica.of_kind("lunchcharge")
    return any(item.body["child"] == child and item.body["day"] == day for item in found)


def _payer(session: Session, row: Row) -> str:
    """Who planned it; where nobody did, a parent who accepted the rules, else the first; "" of an unknown child."""
    seats = guardians(session, row.child)
    return row.verdict["seat"] or next((seat for seat in seats if claim(session, seat)), seats[0] if seats else "")


def _ids(count: int) -> list[str]:
    return [b64(fresh(16)) for _ in range(count)]
