"""The helpdesk of the board: how a linked school's server is, in numbers; off by default, and until the link ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest

from server import backup, helpdesk
from server.errors import answer
from server.faults import MOST, Faults
from server.peering import speak
from server.store import Connection, health, meta
from sync.client import account, linking, office
from sync.client.enrolment import Guardian, Pupil, enrol
from sync.client.transport import Problem
from sync.messages import Fault, Health
from tests.server.pair import Side, link, open_side
from tests.server.school import Browser

NAMES = ("Kanarieland", "Kanariekind", "kanarie@post.example", "De Regenboog", "marga", "juf Kanarie")


@dataclass
class Three:
    """The board's server, a school, and another school; the board and that other are linked with the school."""

    d: Side
    a: Side
    other: Side

    def ask(self) -> Health:
        """How the school's server is, as the board's office sees it."""
        return linking.health(self.d.office, self.a.host)

    def refused(self, by: Side) -> bytes:
        """What the school's server says to a school that may not ask: the bytes, for whoever compares."""
        with speak(by.site, by.peer(self.a), "GET", helpdesk.PATH) as said:
            assert said.status == 404
            return said.read()


@pytest.fixture
def three(tmp_path: Path, quick_passwords: None) -> Iterator[Three]:
    """All with names that must not get out."""
    with ExitStack() as stack:
        names = ("De Wolken", "De Regenboog", "De Ark")
        sides = [stack.enter_context(open_side(tmp_path / name, name)) for name in names]
        d, a, other = sides
        link(d, a)
        link(other, a)
        office.open_group(a.office, "Kanarieland")
        people = (Guardian("anna", "Kanarieland", email="kanarie@post.example"), Guardian("b", "B"))
        enrol(a.office, [Pupil("1", "Kanariekind", "", "X", "2018-02-03", ("Kanarieland",), people)])
        token = next(str(one["token"]) for one in office.letters(a.office) if one["name"] == "B")
        account.join(a.school.browser(), token, "kanarieb", "een lang wachtwoord")
        yield Three(d, a, other)


def test_it_is_off_until_the_office_says_so_and_then_for_that_school_only(three: Three) -> None:
    with pytest.raises(Problem) as off:
        three.ask()
    assert off.value.code == "not-found"
    linking.let_watch(three.a.office, three.d.root)
    assert three.ask().accounts == 2
    assert [(one.root, one.watches) for one in linking.linked(three.a.office).peers] == [
        (three.d.root, 1), (three.other.root, 0),
    ]  # fmt: skip
    assert three.refused(three.other)
    linking.let_watch(three.a.office, three.d.root, allowed=False)
    with pytest.raises(Problem):
        three.ask()


def test_who_may_not_ask_gets_what_they_would_get_of_nothing(three: Three) -> None:
    """The same bytes as for a path that there is not, if one asks as nobody's server."""
    there = three.a.school.browser().ask("GET", "/api/nothing", Accept_Language="nl").data
    said = three.refused(three.other)
    assert msgspec.json.decode(said) == msgspec.json.decode(there)


def test_unlinking_ends_it_and_linking_again_does_not_bring_it_back(three: Three) -> None:
    linking.let_watch(three.a.office, three.d.root)
    linking.unlink(three.a.office, three.d.root)
    with pytest.raises(Problem) as shut:
        three.ask()
    assert shut.value.code == "peer-unreachable"
    three.a.link(three.d)
    with pytest.raises(Problem) as off:
        three.ask()
    assert off.value.code == "not-found"


def test_numbers_and_codes_and_nothing_else(three: Three) -> None:
    """No name, no title, no id: strings are a version and codes of our own lists."""
    linking.let_watch(three.a.office, three.d.root)
    three.a.site.faults.note("store-full", 5)
    said = msgspec.to_builtins(three.ask())
    faults = said.pop("faults")
    strings = [said.pop("version"), *(one.pop("code") for one in faults)]
    assert all(isinstance(value, int) for one in (said, *faults) for value in one.values())
    assert strings[1:] == ["store-full"]
    assert re.fullmatch(r"[0-9A-Za-z.+-]{1,40}", strings[0])
    wire = three.d.front.wire() + three.a.front.wire()
    assert b'"accounts"' in wire
    answers = re.findall(rb'\{"version":"[^}]*"accounts".*?\}\]?\}', wire, re.DOTALL)
    assert answers
    for name in (*NAMES, *ids(three.a)):
        assert all(name.encode() not in one for one in answers), name


def ids(side: Side) -> list[str]:
    """Every id that the school has."""

    def read(connection: Connection) -> list[str]:
        asked = ("SELECT id FROM circle", "SELECT id FROM person", "SELECT id FROM seat", "SELECT root FROM peer")
        return [str(row[0]) for one in asked for row in connection.execute(one).fetchall()]

    return side.school.store.read(read)


def test_what_the_numbers_are(three: Three) -> None:
    linking.let_watch(three.a.office, three.d.root)
    first = three.ask()
    assert (first.accounts, first.backup, first.faults) == (2, 0, [])
    assert first.free > 0 and first.database > 0 and first.files == 0
    three.a.school.store.write(lambda connection: meta.put(connection, health.MADE, "77"))
    three.a.tell(three.other)
    office.invite_staff(three.a.office, office.Staffer("juf Kanarie", "teacher", ("Kanarieland",)))
    second = three.ask()
    assert (second.backup, second.parcels, second.letters) == (77, first.parcels + 1, first.letters + 1)


def test_a_failure_leaves_its_code(three: Three) -> None:
    linking.let_watch(three.a.office, three.d.root)
    with three.a.school.app.test_request_context("/"):
        for code in ("internal", "store-full", "not-found", "peer-unreachable", "internal"):
            answer(code)
    assert [(one.code, one.times) for one in three.ask().faults] == [("internal", 2), ("store-full", 1)]


def test_of_many_failures_the_newest_are_kept() -> None:
    faults = Faults()
    for at in range(MOST + 5):
        faults.note(f"code-{at}", at)
    assert [one.code for one in faults.newest()] == [f"code-{at}" for at in range(MOST + 4, 4, -1)]


def test_only_the_office_asks_and_lets_ask(three: Three) -> None:
    token = office.invite_staff(three.a.office, office.Staffer("juf Kanarie", "teacher", ("Kanarieland",)))
    teacher = account.join(three.a.school.browser(), token, "juf", "een lang wachtwoord").session
    for act in (
        lambda: linking.let_watch(teacher, three.d.root),
        lambda: linking.health(teacher, three.d.host),
    ):
        with pytest.raises(Problem) as refused:
            act()
        assert refused.value.code == "not-allowed"
    with pytest.raises(Problem) as unknown:
        linking.let_watch(three.a.office, "A" * 43)
    assert unknown.value.code == "not-found"


def test_a_server_that_answers_something_else_is_not_believed(three: Three) -> None:
    """Words where numbers belong go no further."""
    linking.let_watch(three.a.office, three.d.root)
    good = msgspec.to_builtins(three.ask())
    for evil in ({**good, "version": "<b>x</b>"}, {**good, "note": "Kanarie"}, {**good, "accounts": "veel"}):
        three.a.front.instead = [(200, {"Content-Type": "application/json"}, msgspec.json.encode(evil))]
        with pytest.raises(Problem) as refused:
            three.ask()
        assert refused.value.code == "peer-unreachable"


def test_a_stranger_and_a_person_are_no_server(three: Three) -> None:
    linking.let_watch(three.a.office, three.d.root)
    for browser in (three.a.school.browser(), three.a.office.transport):
        assert isinstance(browser, Browser)
        assert browser.ask("GET", helpdesk.PATH).status_code == 403


def test_a_fault_on_the_wire_is_a_code() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"code": "Kanarie was hier", "times": 1, "last": 1}, Fault)
    assert backup.MADE == health.MADE
