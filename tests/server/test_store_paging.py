"""Paging under random life: people join, leave and read on while others write; nothing is lost, nothing doubled."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from server.store import changes, circles
from tests.server.store_copy import Copy, truth
from tests.server.store_rows import Rows

PERSONS = ("anna", "bob", "carla")
NESTS, HOMES = (0, 1), (0, 1, 2)
person = st.sampled_from(PERSONS)
nest = st.sampled_from(NESTS)
home = st.sampled_from(HOMES)


@pytest.fixture(autouse=True)
def small_pages(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Pages so small that everything spans several."""
    for name, size in (("PAGE", 4), ("CIRCLES", 2), ("NEWEST", 3)):
        monkeypatch.setattr(changes, name, size)
    yield


class Life(RuleBasedStateMachine):
    """Two nests below three groups; three persons with a seat each come and go, write, and read page by page."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = Rows()
        self.seats = {one: self.rows.seat(one) for one in PERSONS}
        self.nests = [self.rows.circle("team"), self.rows.circle("parents")]
        self.homes = [self.rows.circle("group", *self.nests[: n + 1]) for n in range(2)]
        self.homes.append(self.rows.circle("child", self.nests[1]))
        self.copies = {one: Copy(self.rows, one) for one in PERSONS}
        self.ids: list[tuple[int, str]] = []
        self.letters: dict[str, list[str]] = {}

    @rule(who=person, into=nest)
    def join_or_leave(self, who: str, into: int) -> None:
        """A seat is let into a nest, or dropped from it."""
        listed = set(self.rows.lists[self.nests[into]]) ^ {self.seats[who]}
        self.rows.change(self.nests[into], *sorted(listed))

    @rule(inner=nest, outer=home)
    def nest_or_drop(self, inner: int, outer: int) -> None:
        """A nest is let into a group, or dropped from it."""
        listed = set(self.rows.lists[self.homes[outer]]) ^ {self.nests[inner]}
        self.rows.change(self.homes[outer], *sorted(listed))

    @rule(where=home, who=person, times=st.integers(1, 6))
    def write(self, where: int, who: str, times: int) -> None:
        """Somebody writes to a group."""
        for _ in range(times):
            record = f"{len(self.ids):022d}"
            self.rows.post(self.homes[where], who, record=record)
            self.ids.append((where, record))

    @precondition(lambda self: self.ids)
    @rule(data=st.data(), who=person)
    def rewrite(self, data: st.DataObject, who: str) -> None:
        """A record is replaced or deleted."""
        where, record = data.draw(st.sampled_from(self.ids))
        self.rows.post(self.homes[where], who, record=record)

    @rule(who=person, where=st.sets(nest), before=st.integers(0, 3), later=st.integers(0, 20))
    def write_letter(self, who: str, where: set[int], before: int, later: int) -> None:
        """A letter from a seat's own circle to nests, held back or not; or an earlier one for others than before."""
        seat = self.seats[who]
        own = self.letters.setdefault(who, [f"{len(self.letters):011d}{one:011d}" for one in range(4)])
        self.rows.post(seat, who, record=own[before], to=(seat, *(self.nests[one] for one in sorted(where))),
                       held=later and self.rows.now + later)  # fmt: skip

    @precondition(lambda self: self.ids)
    @rule(data=st.data(), circle=nest, back=st.booleans())
    def withhold_or_give_back(self, data: st.DataObject, circle: int, back: bool) -> None:
        """A record is withheld from those who do not reach a nest, or given back."""
        self.rows.withhold(data.draw(st.sampled_from(self.ids))[1], self.nests[circle], back)

    @rule(who=person, where=home, later=st.integers(1, 20))
    def schedule(self, who: str, where: int, later: int) -> None:
        """Something is written for later."""
        self.rows.post(self.homes[where], who, held=self.rows.now + later)

    @rule(time=st.integers(1, 20))
    def wait(self, time: int) -> None:
        """Time goes by, and what is due is shown."""
        self.rows.now += time
        self.rows.release()

    @rule(who=person)
    def read_a_page(self, who: str) -> None:
        """Somebody fetches one page and is interrupted."""
        self.copies[who].sync(pages=1)

    @rule(who=person)
    def read_all(self, who: str) -> None:
        """Somebody catches up, and has exactly what they may see."""
        copy = self.copies[who]
        copy.sync()
        check(self.rows, copy)

    def teardown(self) -> None:
        """At the end everybody catches up, and so does a new device of each."""
        for who in PERSONS:
            self.read_all(who)
            fresh = Copy(self.rows, who)
            fresh.sync()
            check(self.rows, fresh)
        self.rows.connection.close()  # type: ignore[attr-defined]


def check(rows: Rows, copy: Copy) -> None:
    """A copy that read to the end stands where the store stands, with all that its person may open."""
    expected = truth(rows, copy.person)
    assert {circle: (log.place, log.tip) for circle, log in copy.logs.items() if log.place >= 0} == expected
    assert len(copy.acts) == rows.connection.execute("SELECT count(*) FROM act").fetchone()[0]
    assert letters_to(rows, copy.person) <= copy.letters
    assert copy.letters <= rows.letters(), "a letter was taken back and kept"
    copy.prepend()
    for circle in expected:
        check_log(rows, copy, circle)


def letters_to(rows: Rows, person: str) -> set[tuple[str, int]]:
    """The letters from other seats to circles that the person reads."""
    asked = rows.connection.execute(
        """SELECT d.ref, d.circle, d.place FROM delivery d JOIN record r USING (circle, place)
           JOIN circle c ON c.id = d.circle WHERE c.kind = 'seat' AND r.letter"""
    )
    return {(row[1], row[2]) for row in asked if rows.reaches(person, row[0]) and not rows.reaches(person, row[1])}


def check_log(rows: Rows, copy: Copy, circle: str) -> None:
    """Every link is there with its keys, every record has its place, and all that can be opened was sent."""
    log = copy.logs[circle]
    assert len(log.links) == rows.heads[circle]["n"]
    listed = {str(reader["ref"]) for reader in circles.readers(rows.connection, circle)}
    newest = max(log.links)
    assert log.links[newest] >= circles.grants_for(rows.connection, copy.person, circle, newest).keys() & listed
    shown = {record.place: record.record is not None for record, _ in rows.past(copy.person, circle)}
    assert log.records.keys() == shown.keys()
    assert [place for place, there in shown.items() if there and not log.records[place]] == []
    assert [place for place in rows.withheld(circle) if log.records[place] and not shown[place]] == []


TestLife = Life.TestCase
TestLife.settings = settings(
    max_examples=60,
    stateful_step_count=30,
    phases=(Phase.reuse, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
TestLife.pytestmark = [pytest.mark.usefixtures("small_pages")]  # type: ignore[attr-defined]


def test_a_letter_that_is_written_anew_for_later_is_taken_back_at_once() -> None:
    rows, record = Rows(), f"{1:022d}"
    anna, carla = rows.seat("anna"), rows.seat("carla")
    nest, copy = rows.circle("parents", carla), Copy(rows, "carla")
    rows.post(anna, "anna", record=record, to=(anna, nest))
    copy.sync()
    assert copy.letters == rows.letters() != set()
    rows.post(anna, "anna", record=record, to=(anna, nest), held=rows.now + 5)
    copy.sync()
    assert copy.letters == set()
    rows.now += 6
    rows.release()
    copy.sync()
    assert copy.letters == rows.letters() != set()
