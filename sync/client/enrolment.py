"""Enrolling: a child's circle, the letters of its adults, and the lists it stands in.

Everything is composed into batches that the server takes whole, so an interrupted import leaves whole children
behind and can be run again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from crypto.encoding import b64, canonical
from crypto.random import fresh
from crypto.token import new_token, read_token
from sync.batch import Batch
from sync.chains import Item
from sync.client.office import DEADLINE, Group, groups
from sync.client.session import Session

Body = dict[str, Any]
READS = ("guardian", "informed")
"""The roles that read of the child; a guest gets only what a guardian sends."""


@dataclass(frozen=True)
class Guardian:
    """An adult as the office enters one; `key` tells the adults of a child apart, for ever; times in ms, 0 = none."""

    key: str
    name: str
    relation: str = ""
    email: str = ""
    phone: str = ""
    address: dict[str, str] = field(default_factory=dict)
    role: str = "guardian"
    starts: int = 0
    ends: int = 0


@dataclass(frozen=True)
class Pupil:
    """A child as the office enters one; `number` is the school's own."""

    number: str
    first: str
    particle: str
    last: str
    born: str
    groups: tuple[str, ...]
    guardians: tuple[Guardian, ...]
    protected: bool = False


def enrol(session: Session, pupils: Iterable[Pupil]) -> None:
    """Make the circles, seats and letters of children whose groups exist; all of these pupils in one batch."""
    made = [_Enrolment(session, pupil) for pupil in pupils]

    def build(batch: Batch) -> None:
        joining: dict[str, list[str]] = {}
        for one in made:
            for circle, seats in one.write(batch).items():
                joining.setdefault(circle, []).extend(seats)
        for circle, seats in joining.items():
            batch.add(circle, seats)

    session.write(build, session.seat("office"))


class _Enrolment:
    """One child in the making; tokens and record ids are drawn once, so that writing can be tried again."""

    def __init__(self, session: Session, pupil: Pupil) -> None:
        self.session, self.pupil = session, pupil
        self.tokens = [new_token() for _ in pupil.guardians]
        self.ids = [b64(fresh(16)) for _ in range(2 + 2 * len(pupil.groups))]

    def write(self, batch: Batch) -> dict[str, list[str]]:
        """Write all of it but the groups' parents: returns who joins which circle."""
        charter, pupil = self.session.replica.trust.charter, self.pupil
        own = [groups(self.session)[name] for name in pupil.groups]
        seats = [batch.seat(read_token(token)) for token in self.tokens]
        reading = [seat for seat, one in zip(seats, pupil.guardians, strict=True) if one.role in READS]
        teams = [group.team for group in own]
        child = batch.start("child", [*reading, *teams, charter["office"]], [charter["office"]], ["self", *teams])
        guardians = [
            invite(self.session, batch, child, seat, guardian, token)
            for seat, guardian, token in zip(seats, pupil.guardians, self.tokens, strict=True)
        ]
        if pupil.protected:
            batch.act("protect", circles=[child])
        self._records(batch, child, own, guardians)
        return {group.quiet if pupil.protected else group.parents: list(reading) for group in own}

    def _records(self, batch: Batch, child: str, own: list[Group], guardians: list[Body]) -> None:
        pupil, ids = self.pupil, iter(self.ids)
        name = {"first": pupil.first, "particle": pupil.particle, "last": pupil.last}
        guard = {"protected": 1} if pupil.protected else {}
        batch.record(child, "profile", {**name, "born": pupil.born, "groups": list(pupil.groups)}, next(ids))
        body = {**name, "number": pupil.number, "child": child, "groups": list(pupil.groups), "born": pupil.born}
        desk = self.session.replica.trust.charter["desk"]
        batch.record(desk, "roster", {**body, "guardians": guardians, **guard}, next(ids))
        for group in own:
            batch.record(group.register, "pupil", _pupil(name, child, guardians, guard), next(ids))
            if not pupil.protected:
                batch.record(group.group, "classmate", _classmate(batch, pupil.first, child, guardians), next(ids))


def invite(session: Session, batch: Batch, child: str, seat: str, guardian: Guardian, token: str) -> Body:
    circles = [child] if guardian.role == "guardian" else []
    deadline = batch.now + DEADLINE
    batch.invite(
        read_token(token), seat, guardian.role, circles, session.host, deadline, guardian.starts, guardian.ends
    )
    role = {"role": guardian.role} if guardian.role != "guardian" else {}
    return {**entered(guardian), "seat": seat, "token": token, "deadline": deadline, **role}


def entered(guardian: Guardian) -> Body:
    return {"key": guardian.key, "name": guardian.name, "relation": guardian.relation, "email": guardian.email,
            "phone": guardian.phone, "address": guardian.address}  # fmt: skip


def _pupil(name: Body, child: str, guardians: list[Body], guard: Body) -> Body:
    """What the team's register holds; the phone is the school's own, for emergencies."""
    shown = [
        {key: one[key] for key in ("seat", "name", "relation", "phone", "role") if key in one}
        for one in guardians
        if not one.get("ended")
    ]
    return {**name, "child": child, "guardians": shown, **guard}


def _classmate(batch: Batch, first: str, child: str, guardians: list[Body]) -> Body:
    """What parents of the group see: a first name, and the places of its parents."""
    seats = [one for one in guardians if one.get("role", "guardian") in READS and not one.get("ended")]
    places = [
        {"seat": one["seat"], "genesis": canonical(batch.circle(one["seat"]).links[0][1]), **_renewal(one)}
        for one in seats
    ]
    return {"child": child, "first": first, "guardians": places}


def _renewal(one: Body) -> Body:
    """That a place is in place of a lost one, and since when (ms)."""
    return {key: one[key] for key in ("renews", "renewed") if key in one}


def list_in(session: Session, batch: Batch, group: Group, body: Body, ids: list[str]) -> None:
    guard = {"protected": 1} if body.get("protected") else {}
    name = {key: body[key] for key in ("first", "particle", "last")}
    batch.record(group.register, "pupil", _pupil(name, body["child"], body["guardians"], guard), ids[0])
    if not guard:
        classmate = _classmate(batch, body["first"], body["child"], body["guardians"])
        batch.record(group.group, "classmate", classmate, ids[1])


def unlist(session: Session, batch: Batch, item: Item, names: list[str]) -> None:
    known = [groups(session)[name] for name in names]
    gone = {group.register for group in known} | {group.group for group in known}
    for listing in listings(session, str(item.body["child"])):
        if listing.circle in gone:
            batch.delete(listing)


def listings(session: Session, child: str) -> list[Item]:
    return [item for item in session.replica.of_kind("pupil", "classmate") if item.body["child"] == child]


def relist(session: Session, batch: Batch, body: Body) -> None:
    """Write a child's adults anew where they are listed."""
    guard = {"protected": 1} if body.get("protected") else {}
    name = {key: body[key] for key in ("first", "particle", "last")}
    for item in listings(session, body["child"]):
        if item.kind == "pupil":
            batch.record(item.circle, "pupil", _pupil(name, body["child"], body["guardians"], guard), replaces=item)
        else:
            classmate = _classmate(batch, body["first"], body["child"], body["guardians"])
            batch.record(item.circle, "classmate", classmate, replaces=item)
