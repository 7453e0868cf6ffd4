"""Whatever people do, in whatever order: who can open a record is who should, and all copies of a person agree.

Random weeks at De Regenboog against the real server: posts, changes, deletions, receipts, a family that joins,
people who leave, writers who have not heard of it. A model knows who may read; the keys are tried on everything.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from sync.chains import Item
from sync.client import account, news, office
from sync.client.session import Session
from sync.client.transport import Problem
from sync.errors import Refused
from sync.messages import Page
from sync.replica import Replica
from sync.trust import Trust
from tests.stories.cast import Papers, Regenboog, close, reopen
from tests.sync.keys import Disk

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""No shrinking: a failure names its steps, and each try is a whole school."""
STEPS = st.lists(
    st.tuples(
        st.sampled_from(("post", "post", "post", "change", "delete", "read", "leave", "join", "sync")),
        st.integers(0, 8), st.integers(0, 2), st.booleans(),
    ),
    min_size=5, max_size=14,
)  # fmt: skip
SEATS = {"marga": ["3A", "5B"], "sanne": ["3A"], "els": ["5B"], "anna": ["3A", "5B"], "peter": ["3A", "5B"],
         "fatima": ["3A"], "koen": ["3A"], "jeroen": ["5B"], "ad": []}  # fmt: skip
LEAVERS = ("koen", "anna", "els", "jeroen", "peter", "fatima", "sanne")


@dataclass
class Week:
    """A school, what its model says, and everything that was ever on its disk."""

    school: Regenboog
    people: dict[str, Session]
    disk: Disk = field(default_factory=Disk)
    places: dict[str, list[str]] = field(default_factory=dict)
    circles: dict[str, str] = field(default_factory=dict)
    allowed: dict[str, set[str]] = field(default_factory=dict)
    where: dict[str, str] = field(default_factory=dict)
    posts: list[tuple[str, str, str]] = field(default_factory=list)

    def readers(self, place: str) -> set[str]:
        """Who should read a place (a group, the school, a team) now."""
        staff = {"marga"} | {name for name in ("sanne", "els") if self.places.get(name)}
        if place.startswith("team "):
            return {name for name in staff if place[5:] in self.places[name] or name == "marga"}
        if place == "school":
            return {name for name, groups in self.places.items() if groups}
        return {name for name, groups in self.places.items() if place in groups}

    def note(self, place: str, names: set[str] | None = None) -> None:
        """Take what was just written to the disk; its readers are those of its place."""
        for digest in self.disk.copy(self.school.school.store):
            self.allowed[digest] = self.readers(place) | (names or set())
            self.where[digest] = place

    def widen(self, name: str) -> None:
        """Whoever comes later reads what is older, too."""
        for digest, place in self.where.items():
            if place != "before" and name in self.readers(place):
                self.allowed[digest].add(name)


def post(week: Week, who: int, target: int, fresh: bool) -> None:
    """Somebody of the staff posts, whether they have heard the newest or not; who has left, can't."""
    name, place = (("sanne", "3A"), ("els", "5B"), ("marga", "3A"), ("marga", "5B"), ("marga", "school"))[who % 5]
    session = week.people[name]
    if not week.places[name]:
        with pytest.raises((Problem, Refused)):
            news.post(session, [week.circles[place]], "Van wie weg is", "")
        return
    if fresh:
        session.sync()
    week.posts.append((name, place, news.post(session, [week.circles[place]], f"Bericht {target}", "tekst")))
    week.note(place)


def change(week: Week, who: int, target: int, fresh: bool) -> None:
    """An author changes what stands."""
    for name, place, post_id in week.posts[target : target + 1]:
        if week.places[name] and news.posts(week.people[name], post_id):
            news.change(week.people[name], post_id, text=f"anders {who}")
            week.note(place)


def delete(week: Week, who: int, target: int, fresh: bool) -> None:
    """An author deletes what stands."""
    for name, _, post_id in week.posts[target : target + 1]:
        if week.places[name] and news.posts(week.people[name], post_id):
            news.delete(week.people[name], post_id)
            week.posts.remove((name, _, post_id))
            week.disk.copy(week.school.school.store)


def read(week: Week, who: int, target: int, fresh: bool) -> None:
    """A parent opens a message of a group; the receipt is for the team and the parent."""
    name = ("anna", "peter", "fatima", "koen", "jeroen", "omar")[who % 6]
    if name not in week.people or len(week.places[name]) != len(SEATS.get(name, ["3A"])):
        return
    session = week.people[name]
    session.sync()
    for _, place, post_id in week.posts[target : target + 1]:
        if place != "school" and news.posts(session, post_id):
            news.read(session, post_id)
            week.note(f"team {place}", {name})


def leave(week: Week, who: int, target: int, fresh: bool) -> None:
    """The office ends a seat: a child's of a parent, or a teacher's."""
    name = LEAVERS[who % len(LEAVERS)]
    session = week.people[name]
    if not week.places[name]:
        return
    group = week.places[name][target % len(week.places[name])]
    week.people["marga"].sync()
    office.end_seat(week.people["marga"], _seat_for(week, session, group))
    week.places[name].remove(group)


def join(week: Week, who: int, target: int, fresh: bool) -> None:
    """Omar uses his letter."""
    if "omar" not in week.people:
        token = week.school.papers.tokens["omar"]
        week.people["omar"] = account.join(week.school.school.browser(), token, "omar", "een lang wachtwoord").session
        week.places["omar"] = ["3A"]
        week.widen("omar")


def sync(week: Week, who: int, target: int, fresh: bool) -> None:
    """Somebody looks."""
    name = list(SEATS)[who]
    if week.places[name] or name == "ad":
        week.people[name].sync()


ACTS = {"post": post, "change": change, "delete": delete, "read": read, "leave": leave, "join": join, "sync": sync}


def play(built: Papers, folder: str, steps: list[tuple[str, int, int, bool]]) -> Week:
    """A week of such steps."""
    school = reopen(built, Path(folder) / "data")
    week = Week(school, school.everybody(), places={name: list(groups) for name, groups in SEATS.items()})
    week.circles = {name: school.group(name).group for name in ("3A", "5B")}
    week.circles["school"] = school.marga.replica.trust.charter["school"]
    week.note("before")
    for act, who, target, fresh in steps:
        ACTS[act](week, who, target, fresh)
    assert week.disk.copy(school.school.store) == [], "the model knows where each record stands"
    return week


@settings(max_examples=10, phases=PHASES, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
@example(steps=[("leave", 0, 0, False), ("post", 0, 0, False)])
@example(steps=[("leave", 6, 0, False), ("post", 0, 0, False), ("post", 0, 0, False)])
@example(steps=[("post", 0, 0, False), ("leave", 6, 0, False), ("post", 2, 0, False), ("join", 0, 0, False)])
def test_who_can_open_a_record_is_who_should(
    built: Papers, quick_passwords: None, steps: list[tuple[str, int, int, bool]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        week = play(built, folder, steps)
        for name, session in week.people.items():
            opened = week.disk.readable(session.identity)
            for digest, place in week.where.items():
                if place != "before":
                    assert (digest in opened) == (name in week.allowed[digest]), (name, place, steps)
        close(week.school)


@settings(max_examples=10, phases=PHASES, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
@example(steps=[("post", 0, 0, False)] * 3)
def test_all_copies_of_a_person_agree(
    built: Papers, quick_passwords: None, steps: list[tuple[str, int, int, bool]]
) -> None:
    """Who was offline, who starts anew, and who is told everything twice see the same, and nobody is alarmed."""
    with tempfile.TemporaryDirectory() as folder:
        week = play(built, folder, steps)
        for name, session in week.people.items():
            if not week.places[name] or name == "omar":
                continue
            session.sync()
            pages: list[Page] = []
            phone = _fresh(week, name, pages)
            assert shown(session.replica) == shown(phone.replica) == shown(_replayed(session, pages)), (name, steps)
            assert {item for item in shown(session.replica) if item[1] == "news"} == _expected(week, name)
            assert session.replica.alarms == phone.replica.alarms == []
        close(week.school)


def shown(replica: Replica) -> set[tuple[str, str, str]]:
    """What a copy shows: id, kind and hash."""
    return {(item.id, item.kind, item.hash) for item in replica.items.values()}


def _expected(week: Week, name: str) -> set[tuple[str, str, str]]:
    author = week.people["marga"]
    author.sync()
    standing = [(place, item) for _, place, post_id in week.posts for item in news.posts(author, post_id)]
    return {(item.id, item.kind, item.hash) for place, item in standing if name in week.readers(place)}


def _fresh(week: Week, name: str, pages: list[Page]) -> Session:
    """A new device, whose pages are kept."""
    phone = account.login(week.school.school.browser(), name, week.school.papers.sheets[name], kind="sheet")
    replica = phone.replica = Replica(phone.identity, phone.person, Trust(phone.replica.trust.root))

    def keep(page: Page) -> list[Item]:
        pages.append(page)
        return Replica.apply(replica, page)

    replica.apply = keep  # type: ignore[method-assign]
    phone.sync()
    return phone


def _replayed(session: Session, pages: list[Page]) -> Replica:
    replica = Replica(session.identity, session.person, Trust(session.replica.trust.root))
    for page in pages:
        replica.apply(page)
        replica.apply(page)
    assert replica.alarms == []
    return replica


def _seat_for(week: Week, session: Session, group: str) -> str:
    known = week.people["marga"].replica.trust.seats.values()
    own = [seat for seat in known if seat.person == session.person and not seat.ended]
    if session.person in {week.people[name].person for name in ("sanne", "els")}:
        return own[0].id
    rosters = {item.body["child"]: item.body["groups"] for item in office.roster(week.people["marga"]).values()}
    return next(seat.id for seat in own if rosters[seat.circles[0]] == [group])
