"""Who drives whom: organisers put children into cars; drivers learn their passengers, parents who drives their child.

Invariants: a driver gets first names, and of each child the number that its own parents allow; a parent gets the
driver's first name only if the driver said so; no family hears of another family's car.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from crypto.encoding import b64
from crypto.random import fresh
from sync.batch import Batch
from sync.chains import Item
from sync.client import outcomes, signups
from sync.client.chats import recipients
from sync.client.organisers import is_from_organiser, seat_of
from sync.client.session import Session

Body = dict[str, Any]


def drivers(session: Session, form: str, question: str) -> list[tuple[Item, int]]:
    """The cars that were offered and are needed, with their seats, those offered first in front."""
    found = [place for row in outcomes.results(session, form) for place in row.places]
    return [(item, claim.count) for item, claim in found
            if item.body["question"] == question and claim.state == "taken"]  # fmt: skip


def passengers(session: Session, form: str, question: str) -> list[str]:
    """The children who want to ride along; their own driver's child is among them."""
    found = [row for row in outcomes.results(session, form) if row.values.get(question) in ("ride", "drive")]
    return [row.child for row in found if row.child]


def assign(session: Session, form: str, question: str, cars: Mapping[str, Iterable[str]], text: str = "") -> None:
    """Put children (circles) into cars (ids of the drivers' `place`), and tell those it concerns; again for a change.

    Raises ValueError where a car has too few seats.
    """
    chosen = {place: list(children) for place, children in cars.items()}
    seats = {item.id: count for item, count in drivers(session, form, question)}
    if any(len(children) > seats.get(place, 0) for place, children in chosen.items()):
        raise ValueError("too few seats")
    ids = {key: b64(fresh(16)) for key in [*chosen, *(child for children in chosen.values() for child in children)]}

    def build(batch: Batch) -> None:
        told = [_tell_car(session, batch, form, session.replica.items[place], children, text, ids)
                for place, children in chosen.items()]  # fmt: skip
        _take_back(session, batch, form, question, {one for some in told for one in some}, ids)

    session.write(build, seat_of(session, signups.records(session, form)[0]))


def ride(session: Session, form: str) -> Body | None:
    """For a driver: whom they take along."""
    own = {*session.replica.seats()}
    return next((one.body for one in _heard(session, "ride", form) if one.body["driver"] in own), None)


def lift(session: Session, form: str, child: str) -> Body | None:
    """For a parent: who takes their child along."""
    newest = next((one.body for one in _heard(session, "lift", form) if one.body["child"] == child), None)
    return None if newest is None or newest.get("gone") else newest


def _tell_car(
    session: Session, batch: Batch, form: str, place: Item, children: list[str], text: str, ids: Mapping[str, str]
) -> list[str]:
    """Write what the driver and the passengers' guardians are told; returns the children who have a seat."""
    question, names = place.body["question"], {one.child: one for one in outcomes.families(session, form)}
    rows = {row.child: row for row in outcomes.results(session, form)}
    driver = str(place.body.get("seat") or place.head["seat"])
    riders = [_rider(names, rows, one) for one in children]
    common = {"form": form, "question": question, "text": text}
    _letter(session, batch, "ride", {**common, "driver": driver, "passengers": riders}, {driver}, ids[place.id])
    for one in children:
        body = {**common, "child": one, "driver": place.body["name"] if place.body.get("shows") else "",
                "meet": place.body.get("meet", ""), "phone": place.body.get("phone", "")}  # fmt: skip
        _letter(session, batch, "lift", body, _told(names, rows, one), ids[one])
    return children


def _rider(names: Mapping[str, outcomes.Family], rows: Mapping[str, outcomes.Answer], child: str) -> Body:
    """A passenger: the first name, where the organiser may know it, and the number that its parents allow."""
    first = names[child].name.split()[0] if child in names else ""
    return {
        "child": child,
        "first": first,
        "phone": str(rows[child].item.body.get("phone", "")) if child in rows else "",
    }


def _told(names: Mapping[str, outcomes.Family], rows: Mapping[str, outcomes.Answer], child: str) -> set[str]:
    """Whom it concerns: a child's guardians; of a child the organiser may not know, whoever answered for it."""
    return set(names[child].seats) if child in names else {rows[child].seat} if child in rows else set()


def _take_back(
    session: Session, batch: Batch, form: str, question: str, seated: set[str], ids: Mapping[str, str]
) -> None:
    """Whoever has no seat any more is told so, whoever of the organisers gave it; a car that is gone takes nobody."""
    names = {one.child: one for one in outcomes.families(session, form)}
    rows = {row.child: row for row in outcomes.results(session, form)}
    for one in [one for one in _heard(session, "lift", form) if one.body["question"] == question]:
        child = str(one.body["child"])
        if child in seated or one.body.get("gone"):
            continue
        seated.add(child)
        body = {
            "form": form,
            "question": question,
            "child": child,
            "driver": "",
            "meet": "",
            "phone": "",
            "text": "",
            "gone": 1,
        }
        _letter(session, batch, "lift", body, _told(names, rows, child), ids.get(child, ""))


def _letter(session: Session, batch: Batch, kind: str, body: Body, seats: set[str], new: str) -> None:
    organisers = signups.records(session, body["form"])[0].body["organisers"]
    to = recipients(session, {*seats, *organisers})
    about = "driver" if kind == "ride" else "child"
    own = _own(session, kind, body["form"], body["question"])
    before = next((one for one in own if one.body[about] == body[about]), None)
    batch.letter(kind, body, to.circles, new, before, to.seats)


def _own(session: Session, kind: str, form: str, question: str) -> list[Item]:
    own = {*session.replica.seats()}
    return [one for one in session.replica.of_kind(kind) if one.head["seat"] in own and one.body["form"] == form
            and one.body["question"] == question]  # fmt: skip


def _heard(session: Session, kind: str, form: str) -> list[Item]:
    """What an organiser of that form said, the newest first; nobody else decides who drives whom."""
    said = (one for one in session.replica.of_kind(kind) if one.body["form"] == form)
    found = [one for one in said if is_from_organiser(session, one)]
    return sorted(found, key=lambda one: -int(one.head["time"]))
