"""Taking in a roster: groups, children and letters that the school does not have yet, a few at a time.

Running it again changes nothing; stopped half-way it goes on where it was, because each request holds whole children.
It invites and notifies nobody: letters go out on paper when the office prints them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from sync.client.enrolment import Guardian, Pupil, enrol
from sync.client.office import groups, open_group, roster
from sync.client.session import Session
from sync.roster import Child, Roster

AT_ONCE = 20
"""Children in one request."""
Progress = Callable[[int, int], None]
"""(done, of how many) after each step."""


def import_roster(session: Session, found: Roster, progress: Progress = lambda done, total: None) -> int:
    """Make what is new in a roster; returns how many children that were."""
    known = roster(session)
    new = [child for child in found.children if child.number not in known]
    names = dict.fromkeys(name for child in new for name in child.groups)
    missing = [name for name in names if name not in groups(session)]
    total = len(missing) + len(new)
    for done, name in enumerate(missing, 1):
        open_group(session, name)
        progress(done, total)
    done = len(missing)
    for some in _chunks(new):
        enrol(session, [pupil(child) for child in some])
        done += len(some)
        progress(done, total)
    return len(new)


def pupil(child: Child) -> Pupil:
    """A child of the file as the office enters it."""
    return Pupil(child.number, child.first, child.particle, child.last, child.born, tuple(child.groups),
                 tuple(_guardian(one) for one in child.guardians))  # fmt: skip


def _guardian(one: object) -> Guardian:
    name = " ".join(part for part in (one.first, one.particle, one.last) if part)  # type: ignore[attr-defined]
    address = one.address  # type: ignore[attr-defined]
    lines = {"street": address.street, "postcode": address.postcode, "city": address.city}
    return Guardian(one.key, name, one.relation, one.email, one.phone, lines)  # type: ignore[attr-defined]


def _chunks(children: Iterable[Child]) -> Iterator[list[Child]]:
    left = iter(children)
    while some := list(islice(left, AT_ONCE)):
        yield some
