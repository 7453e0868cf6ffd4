"""Whatever families show, hide and take back while classes change: who can open a detail is who was chosen.

Random weeks at De Regenboog: several clients, some of which have not heard the newest. A model knows whom each choice
meant on the day it was made; then every key of every person, with the whole disk in hand, is tried on every letter.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from sync.client import account, children, office, sharing
from sync.client.session import Session
from sync.client.sharing import Audience
from tests.stories.cast import Papers, Regenboog, close, reopen
from tests.sync.keys import Disk

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
FAMILY = ("fatima", "koen", "anna", "peter", "jeroen")
HOW = ("nobody", "class", "except", "person", "team")
STEPS = st.lists(
    st.tuples(
        st.sampled_from(("share", "share", "share", "move", "leave", "join", "top up")),
        st.sampled_from(FAMILY), st.sampled_from(HOW), st.sampled_from(FAMILY), st.booleans(),
    ),
    min_size=4, max_size=10,
)  # fmt: skip
TEAM = {"3A": "sanne", "5B": "els"}


@dataclass
class Week:
    """The school, who is in which group, and for each letter on the disk who should open it."""

    school: Regenboog
    people: dict[str, Session]
    groups: dict[str, set[str]]
    disk: Disk = field(default_factory=Disk)
    allowed: dict[str, set[str]] = field(default_factory=dict)
    classwide: dict[str, str] = field(default_factory=dict)

    def members(self, group: str) -> set[str]:
        """Who reads what is shared with a group today."""
        return {name for name, groups in self.groups.items() if group in groups} | {TEAM[group], "marga"}

    def widen(self) -> None:
        """Who comes to a class reads what is shared with all of it."""
        for digest, group in self.classwide.items():
            self.allowed[digest] |= self.members(group)


def share(week: Week, name: str, how: str, other: str, fresh: bool) -> None:
    """A parent chooses for one child's group."""
    session = week.people[name]
    if fresh:
        session.sync()
    group = min(week.groups[name], default="")
    seat = _seat_in(week, name, group)
    if seat is None:
        return
    seats = _seats_of(week, other)
    circles = week.school.group(group)
    audience = {
        "nobody": Audience(),
        "class": Audience(groups=(circles.group,)),
        "except": Audience(groups=(circles.group,), others=seats),
        "person": Audience(people=seats),
        "team": Audience(teams=(circles.team,)),
    }[how]
    sharing.share(session, "phone", f"{name} {how} {other}", audience, seat=session.replica.trust.seats[seat])
    _note(week, name, how, other, group)


def _note(week: Week, name: str, how: str, other: str, group: str) -> None:
    near = bool(week.groups[other] & week.groups[name])
    whom = {
        "nobody": set[str](),
        "class": week.members(group),
        "except": week.members(group) - {other},
        "person": {other} if near else set(),
        "team": {TEAM[group], "marga"},
    }[how]
    for digest in week.disk.copy(week.school.school.store):
        is_letter = bool(week.disk.records[digest]["boxes"])
        week.allowed[digest] = {name} | (whom if is_letter else set())
        if is_letter and (how == "class" or (how == "except" and group not in week.groups[other])):
            week.classwide[digest] = group


def move(week: Week, name: str, how: str, other: str, fresh: bool) -> None:
    """Noor goes from 3A to 5B: her parents have but one class from then on."""
    if "3A" in week.groups["anna"]:
        week.people["marga"].sync()
        children.move(week.people["marga"], "1", "3A", "5B")
        week.groups["anna"] = week.groups["peter"] = {"5B"}
        week.widen()
        _forget(week)


def leave(week: Week, name: str, how: str, other: str, fresh: bool) -> None:
    """A parent's place ends."""
    if name in ("koen", "jeroen") and week.groups[name]:
        week.people["marga"].sync()
        office.end_seat(week.people["marga"], _seats_of(week, name)[0])
        week.groups[name] = set()
        _forget(week)


def join(week: Week, name: str, how: str, other: str, fresh: bool) -> None:
    """Omar uses his letter; his place was on the list before."""
    if "omar" not in week.people:
        token = week.school.papers.tokens["omar"]
        week.people["omar"] = account.join(week.school.school.browser(), token, "omar", "een lang wachtwoord").session
        _forget(week)


def top_up(week: Week, name: str, how: str, other: str, fresh: bool) -> None:
    """A family's client looks whether everybody is reached; nobody is who was not."""
    week.people[name].sync()
    if not week.groups[name]:
        return
    before = {item.body["value"]: item for item in week.people[name].replica.of_kind("choice")}
    sharing.top_up(week.people[name])
    for digest in week.disk.copy(week.school.school.store):
        meant = _meant(week, name, list(before)) if week.disk.records[digest]["boxes"] else set[str]()
        week.allowed[digest] = {name} | meant


def _meant(week: Week, name: str, values: list[str]) -> set[str]:
    """At most those whom one of the choices means today."""
    found: set[str] = set()
    for _, how, other in (value.split() for value in values if value.startswith(name)):
        for group in week.groups[name]:
            found |= {"class": week.members(group), "except": week.members(group) - {other}, "person": {other},
                      "team": {TEAM[group], "marga"}}.get(how, set())  # fmt: skip
    return found


ACTS = {"share": share, "move": move, "leave": leave, "join": join, "top up": top_up}


@settings(max_examples=12, phases=PHASES, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
@example(steps=[("share", "fatima", "except", "koen", True), ("join", "anna", "nobody", "anna", True)])
@example(steps=[("share", "fatima", "class", "koen", True), ("move", "anna", "nobody", "anna", True),
                ("share", "fatima", "class", "koen", False)])  # fmt: skip
@example(steps=[("leave", "koen", "nobody", "anna", True), ("share", "fatima", "class", "koen", False)])
def test_who_can_open_a_detail_is_who_was_chosen(
    built: Papers, quick_passwords: None, steps: list[tuple[str, str, str, str, bool]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        week = _open(built, folder)
        for act, *arguments in steps:
            ACTS[act](week, *arguments)
        for name, session in week.people.items():
            opened = week.disk.readable(session.identity)
            for digest, names in week.allowed.items():
                assert digest not in opened or name in names, (name, steps)
            assert _shown(session) <= opened
        close(week.school)


def test_everybody_chosen_opens_it(built: Papers, quick_passwords: None, tmp_path: Path) -> None:
    """The other half: nobody who was chosen is left out, for each way to choose."""
    for how in HOW[1:]:
        with tempfile.TemporaryDirectory() as folder:
            week = _open(built, folder)
            share(week, "fatima", how, "koen", True)
            join(week, "", "", "", True)
            letter = next(digest for digest in week.allowed if week.disk.records[digest]["boxes"])
            opening = {name for name, one in week.people.items() if letter in week.disk.readable(one.identity)}
            assert opening == week.allowed[letter], how
            close(week.school)


def _open(built: Papers, folder: str) -> Week:
    school = reopen(built, Path(folder) / "data")
    groups = {"anna": {"3A", "5B"}, "peter": {"3A", "5B"}, "fatima": {"3A"}, "koen": {"3A"}, "jeroen": {"5B"},
              "omar": {"3A"}}  # fmt: skip
    week = Week(school, school.everybody(), groups)
    _forget(week)
    return week


def _forget(week: Week) -> None:
    """What the office writes is not what this is about."""
    week.disk.copy(week.school.school.store)


def _shown(session: Session) -> set[str]:
    """The details of others that somebody's own copy shows, by hash."""
    own = session.replica.seats()
    return {item.hash for item in session.replica.of_kind("detail") if item.head["seat"] not in own}


def _seats_of(week: Week, name: str) -> tuple[str, ...]:
    return tuple(week.people[name].replica.seats())


def _seat_in(week: Week, name: str, group: str) -> str | None:
    """The place that somebody has in a group, as their own client knows it."""
    own = set(_seats_of(week, name))
    if not group:
        return None
    mates = sharing.classmates(week.people["marga"], week.school.group(group).group)
    return next((seat for mate in mates for seat in mate.seats if seat in own), None)
