"""Two linked schools for stories, and who is in them: De Regenboog (`r`, office Marga) and Het Kompas (`k`, Kees)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sync.client import account, enrolment, office
from sync.client.enrolment import Guardian, Pupil
from sync.client.session import Session
from tests.server.pair import Side, link, open_pair

PASSWORD = "een lang wachtwoord"


@dataclass
class Two:
    """Both schools and everybody in them; by convention `omar_k` is Omar at Het Kompas."""

    r: Side
    k: Side
    people: dict[str, Session] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Session:
        return self.people[name]

    def sync(self) -> None:
        """Everybody is up to date."""
        for session in self.people.values():
            session.sync()

    def shown(self, canary: str) -> set[str]:
        """Whose copies show something."""
        self.sync()
        return {name for name, session in self.people.items()
                if canary in json.dumps([one.body for one in session.replica.items.values()])}  # fmt: skip

    def group(self, side: Side, name: str = "") -> office.Group:
        """A group of a school; without a name its only one."""
        found = office.groups(side.office)
        return found[name] if name else next(iter(found.values()))

    def enrol(self, side: Side, pupils: list[Pupil], *joined: str) -> None:
        """Children come to a school; these of their parents make an account there."""
        enrolment.enrol(side.office, pupils)
        for name in joined:
            self.join(side, name, token_of(side, name))

    def join(self, side: Side, name: str, token: str) -> None:
        """Somebody makes an account at a school with a letter of it."""
        self.people[name.lower()] = account.join(side.school.browser(), token, name, PASSWORD).session


@contextmanager
def open_two(folder: Path, r_group: str = "3A", r_teacher: str = "Sanne") -> Iterator[Two]:
    """Two linked schools, each with a group and its teacher: Sanne of 3A unless told otherwise, and Hans of Blauw."""
    with open_pair(folder) as (r, k):
        link(r, k)
        found = Two(r, k, {"marga": r.office, "kees": k.office})
        for side, group, teacher in ((r, r_group, r_teacher), (k, "Blauw", "Hans")):
            office.open_group(side.office, group)
            found.join(side, teacher, office.invite_staff(side.office, office.Staffer(teacher, "teacher", (group,))))
        yield found


def pupil(number: str, first: str, group: str, *guardians: str) -> Pupil:
    """A child as the office enters it."""
    return Pupil(number, first, "", "Kwartelhof", "2018-02-03", (group,), adults(*guardians))


def adults(*names: str) -> tuple[Guardian, ...]:
    """The adults of a child, as the office enters them."""
    return tuple(Guardian(name.lower(), name) for name in names)


def token_of(side: Side, name: str, child: str = "") -> str:
    """A letter of somebody that nobody has used."""
    return next(str(one["token"]) for one in office.letters(side.office)
                if one["name"] == name and one["child"].startswith(child))  # fmt: skip


def child_of(session: Session, first: str) -> str:
    """The circle of a child at the school of a session."""
    return next(item.circle for item in session.replica.of_kind("profile") if item.body.get("first") == first)
