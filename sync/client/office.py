"""What the office does: groups, children, letters, and taking in a roster.

Everything is composed into batches that the server takes whole, so an interrupted import leaves whole children
behind and can be run again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from crypto.encoding import b64
from crypto.random import fresh
from crypto.token import new_token, read_token
from sync.batch import Batch
from sync.chains import Item
from sync.client.session import Session

DAY = 24 * 3600 * 1000
DEADLINE = 60 * DAY
"""How long a letter can be used."""


@dataclass(frozen=True)
class Group:
    """A group's circles (ids) and its name."""

    name: str
    group: str
    parents: str
    team: str
    quiet: str
    register: str


@dataclass(frozen=True)
class Guardian:
    """A guardian as the office enters one; `key` tells the guardians of a child apart, for ever."""

    key: str
    name: str
    relation: str = ""
    email: str = ""
    phone: str = ""
    address: dict[str, str] = field(default_factory=dict)


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


@dataclass(frozen=True)
class Staffer:
    """A member of staff as the office enters one."""

    name: str
    role: str
    groups: tuple[str, ...] = ()
    email: str = ""
    days: str = ""


def groups(session: Session) -> dict[str, Group]:
    """The school's groups by name, as this person's replica proves and opens them."""
    found = {}
    for act in session.replica.trust.groups:
        names = [item.body["name"] for item in session.replica.of_kind("profile", circle=act["group"])]
        if names:
            ids = {key: act[key] for key in ("group", "parents", "team", "quiet", "register")}
            found[names[0]] = Group(name=names[0], **ids)
    return found


def open_group(session: Session, name: str, year: str = "") -> None:
    """Make a group with its five circles, nested in the school's."""
    record = b64(fresh(16))
    session.write(lambda batch: _open_group(session, batch, name, year, record), session.seat("office"))


def invite_staff(session: Session, staffer: Staffer) -> str:
    """Make a seat and letter for a member of staff; returns the token as it is printed."""
    token, records = new_token(), (b64(fresh(16)), b64(fresh(16)))
    session.write(lambda batch: _invite_staff(session, batch, staffer, token, records), session.seat("office"))
    return token


def enrol(session: Session, pupils: Iterable[Pupil]) -> None:
    """Make the circles, seats and letters of children whose groups exist; all of these pupils in one batch."""
    tokens = {(pupil.number, guardian.key): new_token() for pupil in pupils for guardian in pupil.guardians}
    records = {pupil.number: [b64(fresh(16)) for _ in range(2 + len(pupil.groups))] for pupil in pupils}
    session.write(lambda batch: _enrol(session, batch, pupils, tokens, records), session.seat("office"))


def end_seat(session: Session, seat: str) -> None:
    """End a seat: its letter is withdrawn, or its person leaves; in the same breath groups and school get new keys.

    Circles of single children follow when somebody writes there.
    """
    session.write(lambda batch: _end_seat(session, batch, seat), session.seat("office"))


def roster(session: Session) -> dict[str, Item]:
    """What the office knows of each child, by number."""
    return {str(item.body["number"]): item for item in session.replica.of_kind("roster")}


def staff(session: Session) -> list[Item]:
    """What the office knows of its staff."""
    return list(session.replica.of_kind("staffer"))


def letters(session: Session) -> list[dict[str, Any]]:
    """The letters that are not used yet: {name, token, deadline, child, group, role, seat}."""
    found = []
    for item in roster(session).values():
        child = " ".join(part for part in (item.body["first"], item.body["particle"], item.body["last"]) if part)
        for guardian in item.body["guardians"]:
            found.append({**guardian, "child": child, "group": ", ".join(item.body["groups"]), "role": "guardian"})
    found += [{**item.body, "child": "", "group": ", ".join(item.body["groups"])} for item in staff(session)]
    seats = session.replica.trust.seats
    open_seats = {seat.id for seat in seats.values() if not seat.person and not seat.ended}
    return [one for one in found if one["seat"] in open_seats]


def _open_group(session: Session, batch: Batch, name: str, year: str, record: str) -> None:
    charter = session.replica.trust.charter
    office, school = charter["office"], charter["school"]
    team = batch.start("team", [office], [office], [])
    parents = batch.start("parents", [office, team], [office], [team])
    quiet = batch.start("quiet", [office, team], [office], [team])
    group = batch.start("group", [parents, quiet, team], [office], [team])
    register = batch.start("register", [team], [office], [team])
    batch.act("group", group=group, parents=parents, quiet=quiet, register=register, team=team)
    batch.add(charter["staff"], [team])
    batch.add(school, [parents, quiet])
    batch.record(group, "profile", {"name": name, "year": year}, record)


def _end_seat(session: Session, batch: Batch, seat: str) -> None:
    trust = session.replica.trust
    batch.end(seat)
    for circle in trust.seats[seat].circles:
        batch.freshen(circle)
    for act in trust.groups:
        batch.freshen(act["group"])
        batch.freshen(act["register"])
    for circle in ("school", "desk"):
        batch.freshen(trust.charter[circle])


def _invite_staff(session: Session, batch: Batch, staffer: Staffer, token: str, records: tuple[str, str]) -> None:
    charter, known = session.replica.trust.charter, groups(session)
    teams = [known[name].team for name in staffer.groups]
    circles = [charter["office"]] if staffer.role == "office" else [*teams, charter["staff"]]
    host, deadline = session.host, batch.now + DEADLINE
    seat = batch.seat(read_token(token))
    batch.invite(read_token(token), seat, staffer.role, circles, host, deadline)
    for circle in circles if staffer.role == "office" else teams or [charter["staff"]]:
        batch.add(circle, [seat])
    body = {"seat": seat, "name": staffer.name, "email": staffer.email, "role": staffer.role, "days": staffer.days,
            "groups": list(staffer.groups), "token": token, "deadline": deadline}  # fmt: skip
    batch.record(charter["desk"], "staffer", body, records[0])
    profile = {"name": staffer.name, "title": ", ".join(staffer.groups), "seat": seat}
    batch.record(charter["school"], "profile", profile, records[1])


def _enrol(
    session: Session,
    batch: Batch,
    pupils: Iterable[Pupil],
    tokens: dict[tuple[str, str], str],
    records: dict[str, list[str]],
) -> None:
    known = groups(session)
    joining: dict[str, list[str]] = {}
    for pupil in pupils:
        guardians = _enrol_one(session, batch, pupil, tokens, records[pupil.number])
        for name in pupil.groups:
            joining.setdefault(known[name].parents, []).extend(guardian["seat"] for guardian in guardians)
    for parents, seats in joining.items():
        batch.add(parents, seats)


def _enrol_one(
    session: Session, batch: Batch, pupil: Pupil, tokens: dict[tuple[str, str], str], records: list[str]
) -> list[dict[str, Any]]:
    charter, known = session.replica.trust.charter, groups(session)
    teams = [known[name].team for name in pupil.groups]
    seats = [batch.seat(read_token(tokens[pupil.number, guardian.key])) for guardian in pupil.guardians]
    child = batch.start("child", [*seats, *teams, charter["office"]], [charter["office"]], ["self", *teams])
    guardians = [_invite_guardian(session, batch, child, seat, guardian, tokens[pupil.number, guardian.key])
                 for seat, guardian in zip(seats, pupil.guardians, strict=True)]  # fmt: skip
    name = {"first": pupil.first, "particle": pupil.particle, "last": pupil.last}
    batch.record(child, "profile", {**name, "born": pupil.born, "groups": list(pupil.groups)}, records[0])
    body = {**name, "number": pupil.number, "child": child, "groups": list(pupil.groups), "born": pupil.born}
    batch.record(charter["desk"], "roster", {**body, "guardians": guardians}, records[1])
    shown = [{key: guardian[key] for key in ("seat", "name", "relation")} for guardian in guardians]
    for group, record in zip(pupil.groups, records[2:], strict=True):
        batch.record(known[group].register, "pupil", {**name, "child": child, "guardians": shown}, record)
    return guardians


def _invite_guardian(
    session: Session, batch: Batch, child: str, seat: str, guardian: Guardian, token: str
) -> dict[str, Any]:
    deadline = batch.now + DEADLINE
    batch.invite(read_token(token), seat, "guardian", [child], session.host, deadline)
    return {"key": guardian.key, "seat": seat, "name": guardian.name, "relation": guardian.relation, "token": token,
            "deadline": deadline, "email": guardian.email, "phone": guardian.phone,
            "address": guardian.address}  # fmt: skip
