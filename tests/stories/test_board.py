"""The board has a server of its own; what Ingrid says reaches De Regenboog and Het Kompas, and nothing comes back.

Three real servers, and a fourth school that nobody invited her to.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from crypto.encoding import b64
from crypto.random import fresh
from server.releases import release_due
from sync.client import absences, account, away, blobs, board, calendar, chats, enrolment, feeds, news, office
from sync.client.enrolment import Guardian, Pupil
from sync.client.schools import Schools, clashes
from sync.client.session import Session
from sync.client.transport import Problem
from sync.errors import Refused
from sync.modules import KINDS
from sync.policy import Kind
from tests.server.pair import Side, link, open_side
from tests.server.school import Browser

SAID, LATER = "Wolkenkanarie vliegt", "Wolkenkanarie landt"
SECRETS = ("Regenboogkanarie", "Kanariekoorts", "Kwartelhof", "Kanariegesprek", '"3A"', "Kanariebureau")
FRIDAY = "2026-12-04"
HOUR = 3_600_000
PASSWORD = "een lang wachtwoord"


@dataclass
class Wolken:
    """The board's server, its two schools, another one; `ingrid_r` is Ingrid at De Regenboog."""

    d: Side
    r: Side
    k: Side
    other: Side
    people: dict[str, Session] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Session:
        return self.people[name]

    @property
    def ingrid(self) -> Session:
        """Whoever speaks for the board: the office of its own server."""
        return self.d.office

    def everywhere(self) -> Schools:
        """Ingrid's sessions."""
        return Schools({self.d.host: self.ingrid, self.r.host: self.ingrid_r, self.k.host: self.ingrid_k})

    def shown(self, canary: str) -> set[str]:
        """Whose copies show something."""
        found = set()
        for name, session in self.people.items():
            session.sync()
            bodies = [item.body for item in session.replica.items.values()]
            found |= {name} if canary in json.dumps(bodies) else set()
        return found


@pytest.fixture
def wolken(tmp_path: Path, quick_passwords: None) -> Iterator[Wolken]:
    """Ingrid has used the letters of both schools."""
    with ExitStack() as stack:
        names = ("De Wolken", "De Regenboog", "Het Kompas", "De Ark")
        d, r, k, other = (stack.enter_context(open_side(tmp_path / name, name)) for name in names)
        found = Wolken(d, r, k, other)
        for side, tag, group in ((r, "r", "3A"), (k, "k", "Blauw"), (other, "o", "Zon")):
            link(d, side)
            staffed(found, side, tag, group)
        for side, tag in ((r, "r"), (k, "k")):
            token = board.invite(side.office, "Ingrid Maas", d.host)
            found.people[f"ingrid_{tag}"] = away.join(d.office, side.host, token)
        found.shown("")
        yield found


def staffed(found: Wolken, side: Side, tag: str, group: str) -> None:
    """A school with an office, a teacher, and two families, one of them protected."""
    office.open_group(side.office, group)
    calendar.open_calendars(side.office)
    token = office.invite_staff(side.office, office.Staffer("Hans", "teacher", (group,)))
    found.people |= {f"office_{tag}": side.office, f"hans_{tag}": joined(side, token, "hans")}
    enrolment.enrol(side.office, [pupil("1", "Noor", group, "Anna"), pupil("2", "Tim", group, "Bea", protected=True)])
    for name in ("Anna", "Bea"):
        token = next(str(one["token"]) for one in office.letters(side.office) if one["name"] == name)
        found.people[f"{name.lower()}_{tag}"] = joined(side, token, name.lower())


def joined(side: Side, token: str, name: str) -> Session:
    """Somebody who used a letter of the school."""
    return account.join(side.school.browser(), token, name, PASSWORD).session


def pupil(number: str, first: str, group: str, guardian: str, protected: bool = False) -> Pupil:
    """A child as the office enters it."""
    people = (Guardian(guardian.lower(), guardian),)
    return Pupil(number, first, "", "Kwartelhof", "2018-02-03", (group,), people, protected)


def all_of(tag: str) -> set[str]:
    """Everybody of a school."""
    return {f"{name}_{tag}" for name in ("office", "hans", "anna", "bea")}


def test_what_the_board_says_reaches_every_family_and_all_staff_of_its_schools(wolken: Wolken) -> None:
    board.post(wolken.everywhere(), SAID, "Fusie")
    assert wolken.shown(SAID) == all_of("r") | all_of("k") | {"ingrid_r", "ingrid_k"}
    found = news.news(wolken.bea_r)[0]
    author = wolken.bea_r.replica.trust.seats[found.head["seat"]]
    assert (author.role, author.person) == ("board", wolken.ingrid.person)


def test_one_school_may_be_chosen(wolken: Wolken) -> None:
    board.post(wolken.everywhere(), SAID, "", hosts=[wolken.k.host])
    assert wolken.shown(SAID) == all_of("k") | {"ingrid_k"}


def test_its_calendar_is_one_of_its_own_and_in_private_feeds(wolken: Wolken) -> None:
    feeds.make(wolken.anna_r)
    board.add_event(wolken.everywhere(), SAID, FRIDAY, start="20:00")
    assert wolken.shown(SAID) == all_of("r") | all_of("k") | {"ingrid_r", "ingrid_k"}
    assert calendar.calendar(wolken.anna_r, "board").sort == "board"
    feeds.top_up(wolken.anna_r)
    address = feeds.addresses(wolken.anna_r)[0].url
    file = wolken.r.school.browser().ask("GET", "/" + address.split("/", 3)[3])
    assert SAID in file.text


def test_a_new_family_and_a_new_group_are_in_at_once(wolken: Wolken) -> None:
    office.open_group(wolken.office_r, "Later")
    enrolment.enrol(wolken.office_r, [pupil("3", "Mila", "Later", "Cor")])
    token = next(str(one["token"]) for one in office.letters(wolken.office_r) if one["name"] == "Cor")
    wolken.people["cor_r"] = joined(wolken.r, token, "cor")
    board.post(wolken.everywhere(), SAID, "")
    board.add_event(wolken.everywhere(), LATER, FRIDAY)
    assert {"cor_r"} < wolken.shown(SAID) & wolken.shown(LATER)


def live(wolken: Wolken) -> None:
    """A day at De Regenboog: news, a sick child, a chat, a plan, what the office knows."""
    r, group = wolken.office_r, next(iter(office.groups(wolken.office_r).values()))
    news.post(wolken.hans_r, [group.group], "Regenboogkanarie", "")
    news.post(r, [r.replica.trust.charter["school"]], "Regenboogkanarie van school", "")
    wolken.anna_r.sync()
    child = next(seat.circles[0] for seat in [wolken.anna_r.seat("guardian")])
    absences.report(wolken.anna_r, [child], "sick", FRIDAY, text="Kanariekoorts")
    chats.open_thread(wolken.anna_r, chats.Members(teams=(group.team,)), "Kanariegesprek", "Kanariegesprek")
    calendar.draft(r, [calendar.calendar(r, "school").circle], "Kanariebureau", FRIDAY)
    board.post(wolken.everywhere(), SAID, "")
    wolken.anna_r.sync()
    news.read(wolken.anna_r, news.news(wolken.anna_r)[0].body["post"])


def test_nothing_of_the_school_reaches_the_board(wolken: Wolken) -> None:
    """Neither her copy, nor the wire, nor an answer to anything she may ask for shows a word of it."""
    live(wolken)
    wolken.ingrid_r.sync()
    copy = json.dumps([item.body for item in wolken.ingrid_r.replica.items.values()])
    for canary in SECRETS:
        assert canary not in copy + crawl(wolken)
        assert canary.encode() not in wolken.d.front.wire() + wolken.r.front.wire()
    read = {one.kind for one in wolken.ingrid_r.replica.circles.values() if one.reads}
    assert read == {"seat", "board", "calendar"}
    assert {item.kind for item in wolken.ingrid_r.replica.items.values()} == {"news", "profile"}


def crawl(wolken: Wolken) -> str:
    """Everything that the board's server can ask a school for in Ingrid's name, and what comes."""
    browser = wolken.ingrid.transport
    assert isinstance(browser, Browser)
    rows = wolken.r.school.store.read(lambda store: store.execute("SELECT id FROM circle").fetchall())
    circles = [f"circles/{row[0]}/{what}" for row in rows for what in ("past?before=99", "readers")]
    found = [browser.ask("GET", f"/api/away/{wolken.r.host}/{path}").text for path in ["sync?cursor=", *circles]]
    return "\n".join(found)


def test_nothing_is_sealed_to_the_board(wolken: Wolken) -> None:
    """Of all grants and letters of a school, hers open only what is the board's."""
    live(wolken)
    seat = wolken.ingrid_r.seat("board").id
    rows = wolken.r.school.store.read(
        lambda store: store.execute(
            "SELECT c.kind, g.ref FROM grants g JOIN circle c ON c.id = g.circle"
            " UNION SELECT 'letter', ref FROM delivery"
        ).fetchall()
    )
    own = {f"c:{seat}", seat, f"p:{wolken.ingrid.person}"}
    ours = {office.board_circle(wolken.office_r), calendar.calendar(wolken.office_r, "board").circle}
    assert {kind for kind, ref in rows if ref in own} == {"seat", "board", "calendar"}
    assert not [kind for kind, ref in rows if ref.removeprefix("c:") in ours]


def test_what_she_posts_elsewhere_is_refused(wolken: Wolken) -> None:
    """No letter to anybody, no alarm, no group's news, no record of another kind, whatever her client does."""
    session, charter = wolken.ingrid_r, wolken.ingrid_r.replica.trust.charter
    circle, seat = office.board_circle(session), session.seat("board")
    tries = [
        lambda batch: batch.record(circle, "alarm", {"post": "x", "title": SAID}),
        lambda batch: batch.record(circle, "profile", {"name": SAID, "seat": seat.id}),
        lambda batch: batch.record(seat.id, "settings", {}),
        lambda batch: batch.letter("message", {"text": SAID}, [charter["office"]]),
        lambda batch: batch.letter("receipt", {"post": "x"}, []),
    ]
    for build in tries:
        with pytest.raises((Problem, Refused)) as refused:
            session.write(build, seat)
        assert refused.value.code in ("unknown-kind", "not-a-writer")


def test_a_receipt_never_goes_to_the_board_whatever_its_client_asks_for(
    wolken: Wolken, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A post of hers that names her own circle for receipts gets none, and the server would take none."""
    session, circle = wolken.ingrid_r, office.board_circle(wolken.ingrid_r)
    body = {"post": b64(fresh(16)), "title": SAID, "text": "", "receipts": circle, "published": 1}
    session.write(lambda batch: batch.record(circle, "news", body), session.seat("board"))
    wolken.anna_r.sync()
    news.read(wolken.anna_r, body["post"])
    receipt = next(iter(news.receipts(wolken.anna_r, body["post"]).values()))
    assert receipt.refs == (f"c:{receipt.circle}",)
    monkeypatch.setattr("sync.batch.UNANSWERED", ())
    with pytest.raises(Problem) as refused:
        wolken.anna_r.write(lambda batch: batch.letter("receipt", {"post": "x"}, [circle]))
    assert refused.value.code == "bad-letter"


def test_who_reads_at_both_schools_has_it_once(wolken: Wolken) -> None:
    """One evening of the board does not clash with itself."""
    link(wolken.r, wolken.k)
    enrolment.enrol(wolken.office_k, [pupil("9", "Noor", "Blauw", "Dora")])
    token = next(str(one["token"]) for one in office.letters(wolken.office_k) if one["name"] == "Dora")
    away_k = away.join(wolken.anna_r, wolken.k.host, token)
    board.add_event(wolken.everywhere(), SAID, FRIDAY, start="20:00", end="21:00")
    both = Schools({wolken.r.host: wolken.anna_r, wolken.k.host: away_k})
    both.sync()
    planned = both.agenda(FRIDAY, FRIDAY)
    assert ([one.line.title for one in planned], clashes(planned)) == ([SAID], [])


def test_while_a_school_is_down_it_waits_and_then_is_there_once(wolken: Wolken) -> None:
    everywhere = wolken.everywhere()
    wolken.k.front.cut = True
    post = board.post(everywhere, SAID, "")
    assert wolken.k.host in everywhere.sync()
    assert board.posts(everywhere)[post] == {wolken.r.host}
    wolken.k.front.cut, wolken.k.front.lost = False, True
    everywhere.sync()
    wolken.k.front.lost = False
    assert (everywhere.sync(), everywhere.waiting) == (set(), [])
    wolken.anna_k.sync()
    assert [item.body["title"] for item in news.news(wolken.anna_k)] == [SAID]


def test_changed_and_taken_back_everywhere(wolken: Wolken) -> None:
    everywhere = wolken.everywhere()
    post, joint = board.post(everywhere, SAID, ""), board.add_event(everywhere, SAID, FRIDAY, start="20:00")
    board.change(everywhere, post, title=LATER)
    board.change_event(everywhere, joint, reason="Zaal bezet", start="21:00")
    assert wolken.shown(LATER) == all_of("r") | all_of("k") | {"ingrid_r", "ingrid_k"}
    board.delete(everywhere, post)
    assert wolken.shown(LATER) == set()
    assert {item.body["start"] for item in wolken.bea_k.replica.of_kind("event")} == {"21:00"}


def test_files_go_along(wolken: Wolken) -> None:
    board.post(wolken.everywhere(), SAID, "", files=[board.File(b"kanarie" * 9000, "application/pdf", "fusie.pdf")])
    for session in (wolken.anna_r, wolken.bea_k):
        session.sync()
        part = news.news(session)[0].body["files"][0]
        assert (blobs.download(session, part)[:7], part["name"]) == (b"kanarie", "fusie.pdf")


def test_what_is_scheduled_waits_for_its_hour_at_each_school(wolken: Wolken) -> None:
    """Its office does not see it either; changed before that, it is still not shown, and then not as changed."""
    everywhere = wolken.everywhere()
    post = board.post(everywhere, SAID, "", held=wolken.ingrid.clock() + HOUR)
    assert wolken.shown(SAID) == {"ingrid_r", "ingrid_k"}
    board.change(everywhere, post, title=LATER)
    assert wolken.shown(LATER) == {"ingrid_r", "ingrid_k"}
    for side in (wolken.r, wolken.k):
        side.school.wait(HOUR + 1)
        release_due(side.site)
    assert wolken.shown(LATER) == all_of("r") | all_of("k") | {"ingrid_r", "ingrid_k"}
    assert "changed" not in news.news(wolken.anna_r)[0].body


def test_a_school_that_was_down_at_that_hour_shows_it_at_once(wolken: Wolken) -> None:
    everywhere = wolken.everywhere()
    wolken.k.front.cut = True
    board.post(everywhere, SAID, "", held=wolken.ingrid.clock() + HOUR)
    wolken.k.school.wait(HOUR + 1)
    wolken.k.front.cut = False
    everywhere.sync()
    assert wolken.shown(SAID) == all_of("k") | {"ingrid_r", "ingrid_k"}


def test_files_are_exchanged_at_every_school(wolken: Wolken) -> None:
    """One goes, one stays, one comes; also where the school is down, and the answer to the change is lost."""
    everywhere = wolken.everywhere()
    post = board.post(everywhere, SAID, "", files=[pdf("oud"), pdf("blijft")])
    wolken.anna_k.sync()
    (old,) = [one for one in news.news(wolken.anna_k)[0].body["files"] if one["name"] == "oud.pdf"]
    wolken.k.front.cut = True
    board.change(everywhere, post, add=[pdf("nieuw")], remove=[board.same_of(old)])
    wolken.k.front.cut, wolken.k.front.lost = False, True
    everywhere.sync()
    wolken.k.front.lost = False
    assert everywhere.sync() == set()
    for session in (wolken.anna_r, wolken.bea_k):
        session.sync()
        parts = news.news(session)[0].body["files"]
        assert [blobs.download(session, one) for one in parts] == [b"blijft" * 99, b"nieuw" * 99]
    with pytest.raises(Problem, match="not-found"):
        blobs.download(wolken.anna_k, old)


def test_changed_while_it_still_waits_it_comes_as_it_was_changed(wolken: Wolken) -> None:
    """What is said and then changed or taken back reaches a school that was down in that order."""
    everywhere = wolken.everywhere()
    wolken.k.front.cut = True
    post, gone = board.post(everywhere, SAID, ""), board.post(everywhere, SAID, "")
    board.change(everywhere, post, title=LATER)
    board.delete(everywhere, gone)
    wolken.k.front.cut = False
    everywhere.sync()
    assert (wolken.shown(SAID), wolken.shown(LATER)) == (set(), all_of("r") | all_of("k") | {"ingrid_r", "ingrid_k"})


def pdf(name: str) -> board.File:
    """A file by its name."""
    return board.File(name.encode() * 99, "application/pdf", f"{name}.pdf")


def test_ending_her_place_ends_it(wolken: Wolken) -> None:
    """With new keys at once: what is said later is not for her, and she says nothing more."""
    board.post(wolken.everywhere(), SAID, "")
    colleague = joined(wolken.r, board.invite(wolken.office_r, "Joost"), "joost")
    before = epochs(wolken.office_r)
    office.end_seat(wolken.office_r, wolken.ingrid_r.seat("board").id)
    assert all(after > was for after, was in zip(epochs(wolken.office_r), before, strict=True))
    board.post(Schools({wolken.r.host: colleague}), LATER, "")
    wolken.ingrid_r.sync()
    assert not wolken.ingrid_r.replica.items
    assert LATER not in crawl(wolken)
    assert board.schools_of(wolken.everywhere()).keys() == {wolken.k.host}


def epochs(session: Session) -> list[int]:
    """How often the board's circles got new keys."""
    session.sync()
    ours = (office.board_circle(session), calendar.calendar(session, "board").circle)
    return [int(session.replica.circles[circle].head["epoch"]) for circle in ours]


def test_who_left_the_school_has_no_key_for_what_the_board_says_later(wolken: Wolken) -> None:
    """She can't renew the families' keys, but the school's got new ones, and so hers do before she writes."""
    before = epochs(wolken.office_r)
    office.end_seat(wolken.office_r, wolken.anna_r.seat("guardian").id)
    board.post(wolken.everywhere(), LATER, "")
    assert epochs(wolken.office_r)[0] > before[0]
    assert wolken.shown(LATER) == (all_of("r") | all_of("k") | {"ingrid_r", "ingrid_k"}) - {"anna_r"}


def test_unlinking_shuts_the_door_at_once(wolken: Wolken) -> None:
    wolken.office_r.write(lambda batch: batch.act("unpeer", root=wolken.d.root), wolken.office_r.seat("office"))
    with pytest.raises(Problem) as shut:
        wolken.ingrid_r.sync()
    assert shut.value.code == "peer-unreachable" or shut.value.code == "not-linked"


def test_the_office_may_take_away_what_the_board_said(wolken: Wolken) -> None:
    post = board.post(wolken.everywhere(), SAID, "")
    wolken.office_r.sync()
    seat = wolken.office_r.seat("office")
    item = news.posts(wolken.office_r, post)[0]
    wolken.office_r.write(lambda batch: batch.delete(item), seat)
    assert wolken.shown(SAID) == all_of("k") | {"ingrid_k"}


def test_no_rule_names_the_board_but_for_what_it_says() -> None:
    def named(kind: Kind) -> set[str]:
        return {circle for circle, rule in kind.circles.items() if "board" in rule.roles}

    assert {name: named(kind) for name, kind in KINDS.items() if named(kind)} == {
        "news": {"board"}, "event": {"calendar"}, "change": {"calendar"},
    }  # fmt: skip
