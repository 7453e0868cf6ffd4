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
        spare = {one.id: one for kind in ("ride", "lift") for one in _own(session, kind, form, question)}
        for place, children in chosen.items():
            for item in _tell_car(session, batch, form, session.replica.items[place], children, text, ids):
                spare.pop(item, None)
        for old in spare.values():
            batch.delete(old)

    session.write(build, outcomes.seat_of(session, signups.records(session, form)[0]))


def ride(session: Session, form: str) -> Body | None:
    """For a driver: whom they take along."""
    found = (one.body for one in _heard(session, "ride", form))
    return next(found, None)


def lift(session: Session, form: str, child: str) -> Body | None:
    """For a parent: who takes their child along."""
    found = (one.body for one in _heard(session, "lift", form) if one.body["child"] == child)
    return next(found, None)


def _tell_car(
    session: Session, batch: Batch, form: str, place: Item, children: list[str], text: str, ids: Mapping[str, str]
) -> list[str]:
    """Write what the driver and the passengers' guardians are told; returns the letters' ids."""
    question, names = place.body["question"], {one.child: one for one in outcomes.families(session, form)}
    driver = str(place.body.get("seat") or place.head["seat"])
    phones = {row.child: str(row.item.body.get("phone", "")) for row in outcomes.results(session, form)}
    riders = [{"child": one, "first": names[one].name.split()[0], "phone": phones.get(one, "")} for one in children]
    common = {"form": form, "question": question, "text": text}
    told = [_letter(session, batch, "ride", {**common, "passengers": riders}, {driver}, ids[place.id], driver)]
    for one in children:
        body = {**common, "child": one, "driver": place.body["name"] if place.body.get("shows") else "",
                "meet": place.body.get("meet", "")}  # fmt: skip
        told.append(_letter(session, batch, "lift", body, set(names[one].seats), ids[one], one))
    return told


def _letter(session: Session, batch: Batch, kind: str, body: Body, seats: set[str], new: str, about: str) -> str:
    to = recipients(session, seats)
    own = _own(session, kind, body["form"], body["question"])
    before = next((one for one in own if about == one.body.get("child", "") or f"c:{about}" in one.refs), None)
    batch.letter(kind, body, to.circles, new, before, to.seats)
    return before.id if before else new


def _own(session: Session, kind: str, form: str, question: str) -> list[Item]:
    own = {*session.replica.seats()}
    return [one for one in session.replica.of_kind(kind) if one.head["seat"] in own and one.body["form"] == form
            and one.body["question"] == question]  # fmt: skip


def _heard(session: Session, kind: str, form: str) -> list[Item]:
    """What an organiser of that form said, the newest first; nobody else decides who drives whom."""
    known = signups.records(session, form)
    seats = session.replica.trust.seats
    wanted = {one for item in known for one in item.body["organisers"]}
    found = [one for one in session.replica.of_kind(kind) if one.body["form"] == form and one.head["seat"] in seats
             and wanted & {one.head["seat"], *seats[one.head["seat"]].circles}]  # fmt: skip
    return sorted(found, key=lambda one: -int(one.head["time"]))
