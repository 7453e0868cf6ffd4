"""What the office does for the school as a whole: groups, staff, letters, and ending places.

Children and the adults around them are in `enrolment`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from crypto.encoding import b64, canonical
from crypto.random import fresh
from crypto.token import new_token, read_token
from sync.batch import Batch
from sync.chains import Item
from sync.client.session import Session
from sync.errors import Refused

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


def lunch_circle(session: Session) -> str:
    """The circle of the lunch team, the oldest if there are more; "" while the office has made none."""
    return _oldest(session, "lunch")


def board_circle(session: Session) -> str:
    """The circle in which the board speaks to everybody, the oldest if there are more; "" while there is none."""
    return _oldest(session, "board")


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


def _oldest(session: Session, kind: str) -> str:
    found = [circle for circle in session.replica.circles.values() if circle.kind == kind and circle.links]
    return min(found, key=lambda circle: (int(circle.links[0][1]["time"]), circle.id)).id if found else ""


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


def _team_of_lunch(session: Session) -> str:
    """The circle that a lunch seat acts for: the office makes it first."""
    circle = lunch_circle(session)
    if not circle:
        raise Refused("no-lunch")
    return circle


def _invite_staff(session: Session, batch: Batch, staffer: Staffer, token: str, records: tuple[str, str]) -> None:
    charter, known = session.replica.trust.charter, groups(session)
    teams = [known[name].team for name in staffer.groups]
    lunch = [_team_of_lunch(session)] if staffer.role == "lunch" else []
    circles = [charter["office"]] if staffer.role == "office" else [*lunch, *teams, charter["staff"]]
    host, deadline = session.host, batch.now + DEADLINE
    seat = batch.seat(read_token(token))
    batch.invite(read_token(token), seat, staffer.role, circles, host, deadline)
    for circle in circles if staffer.role in ("office", "lunch") else teams or [charter["staff"]]:
        batch.add(circle, [seat])
    body = {"seat": seat, "name": staffer.name, "email": staffer.email, "role": staffer.role, "days": staffer.days,
            "groups": list(staffer.groups), "token": token, "deadline": deadline}  # fmt: skip
    batch.record(charter["desk"], "staffer", body, records[0])
    genesis = canonical(batch.circle(seat).links[0][1])
    profile = {"name": staffer.name, "title": ", ".join(staffer.groups), "seat": seat, "days": staffer.days,
               "genesis": genesis}  # fmt: skip
    batch.record(charter["school"], "profile", profile, records[1])
