"""Story 2: Yara goes to De Regenboog on Monday, Tuesday and Friday, and to Het Kompas on Wednesday and Thursday.

Omar and Leila have their accounts at De Regenboog; they use the letters of Het Kompas with them. Two real servers.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.client import absences, away, blobs, calendar, news, office, sharing, signups
from sync.client.schools import File, Place, Schools, clashes
from sync.client.session import Session
from sync.client.sharing import Audience
from sync.client.signups import Take, question
from sync.client.transport import Problem, call
from sync.errors import Refused
from tests.server.pair import ask, signed
from tests.server.school import Browser
from tests.stories.two import Two, child_of, open_two, pupil, token_of

TUESDAY, WEDNESDAY = "2026-12-01", "2026-12-02"
R_DAYS, K_DAYS = frozenset({0, 1, 4}), frozenset({2, 3})
NOTE, R_NEWS, K_NEWS = "Kanariekoorts, bij oma", "Regenboogkanarie vliegt", "Kompaskanarie vaart"


@pytest.fixture
def two(tmp_path: Path, quick_passwords: None) -> Iterator[Two]:
    """Two linked schools; nobody has used a letter of Het Kompas yet but Hans and Bea."""
    with open_two(tmp_path) as found:
        found.enrol(found.r, [pupil("1", "Yara", "3A", "Omar", "Leila"), pupil("2", "Noor", "3A", "Anna")],
                    "Omar", "Leila", "Anna")  # fmt: skip
        found.enrol(found.k, [pupil("7", "Yara", "Blauw", "Omar", "Leila"), pupil("8", "Tim", "Blauw", "Bea")], "Bea")
        found.sync()
        yield found


@pytest.fixture
def both(two: Two) -> Two:
    """Omar and Leila have used the letters of Het Kompas."""
    for name in ("omar", "leila"):
        two.people[f"{name}_k"] = away.join(two.people[name], two.k.host, token_of(two.k, name.title()))
    two.sync()
    return two


def omar_everywhere(two: Two) -> Schools:
    """Omar's sessions, his own school first."""
    return Schools({two.r.host: two.omar, two.k.host: two.omar_k})


def places(two: Two) -> list[Place]:
    """Where Yara is on which days."""
    return [
        Place(two.omar, child_of(two.omar, "Yara"), R_DAYS),
        Place(two.omar_k, child_of(two.omar_k, "Yara"), K_DAYS),
    ]


def test_one_account_two_schools(two: Two) -> None:
    """He redeems K's letter as who he is; K's office sees it, and his client proves K up to K's root key."""
    session = away.join(two.omar, two.k.host, token_of(two.k, "Omar"))
    assert session.person == two.omar.person
    assert session.replica.trust.root == two.kees.replica.trust.root != two.omar.replica.trust.root
    two.kees.sync()
    seat = two.kees.replica.trust.seats[session.seat().id]
    assert (seat.person, seat.role) == (two.omar.person, "guardian")
    assert office.groups(session).keys() == {"Blauw"}


def test_a_letter_is_used_once_and_only_for_a_linked_school(two: Two) -> None:
    token = token_of(two.k, "Omar")
    away.join(two.omar, two.k.host, token)
    with pytest.raises(Problem) as used:
        away.join(two.anna, two.k.host, token)
    assert used.value.code == "token-used"
    with pytest.raises(Refused) as unknown:
        away.join(two.anna, "kring.elders.example", token)
    assert unknown.value.code == "not-linked"


def test_who_sees_the_news_of_which_school(both: Two) -> None:
    news.post(both.sanne, [both.group(both.r).group], R_NEWS, "")
    news.post(both.hans, [both.group(both.k).group], K_NEWS, "")
    assert both.shown(R_NEWS) == {"sanne", "marga", "anna", "omar", "leila"}
    assert both.shown(K_NEWS) == {"hans", "kees", "bea", "omar_k", "leila_k"}


def test_no_school_learns_anything_of_the_other(both: Two) -> None:
    """Neither from the wire between them, nor by asking for everything there is."""
    yara = child_of(both.omar, "Yara")
    absences.report(both.omar_k, [child_of(both.omar_k, "Yara")], "sick", WEDNESDAY, text=NOTE)
    news.post(both.hans, [both.group(both.k).group], K_NEWS, "")
    both.sync()
    wire = both.r.front.wire() + both.k.front.wire()
    for canary in (NOTE, K_NEWS, "Kwartelhof", '"3A"', yara, both.group(both.r).group, both.omar.seat().id):
        assert canary.encode() not in wire
    for canary in (NOTE, K_NEWS, "Kwartelhof"):
        assert canary not in crawl(both)


def test_entered_once_it_reaches_each_school_for_its_own_days(both: Two) -> None:
    """Tuesday and Wednesday: R hears of Tuesday, K of Wednesday; the text is for each team."""
    everywhere = omar_everywhere(both)
    everywhere.absent(places(both), "sick", TUESDAY, WEDNESDAY, NOTE)
    both.sync()
    days = {name: days_of(both.people[name]) for name in ("sanne", "hans", "anna", "bea", "omar", "omar_k", "leila_k")}
    assert days == {"sanne": [TUESDAY], "omar": [TUESDAY], "hans": [WEDNESDAY], "omar_k": [WEDNESDAY],
                    "leila_k": [WEDNESDAY], "anna": [], "bea": []}  # fmt: skip
    assert both.shown(NOTE) == {"sanne", "marga", "omar", "hans", "kees", "omar_k"}


def test_a_file_for_two_schools_is_another_file_at_each(both: Two) -> None:
    """Under an id and a key of its own: by its bytes neither school can tell that the other has it as well."""
    slip = File("briefje.pdf", b"kanariebriefje " * 40_000, "application/pdf")
    omar_everywhere(both).absent(places(both), "sick", TUESDAY, WEDNESDAY, NOTE, [slip])
    both.sync()
    at_r, at_k = file_of(both.sanne), file_of(both.hans)
    assert not {at_r[one] for one in ("blob", "key", "hash")} & {at_k[one] for one in ("blob", "key", "hash")}
    assert blobs.download(both.sanne, at_r) == blobs.download(both.hans, at_k) == slip.data
    assert pieces(both.sanne, at_r).isdisjoint(pieces(both.hans, at_k))
    for session, part in ((both.sanne, at_k), (both.hans, at_r), (both.leila, at_r), (both.bea, at_k)):
        with pytest.raises(Problem):
            blobs.download(session, part)
    assert b"kanariebriefje" not in both.r.front.wire() + both.k.front.wire()


def test_while_one_school_is_down_the_last_state_stays_and_a_note_waits(both: Two) -> None:
    """Three hours later it is delivered, once, however often an answer got lost."""
    news.post(both.hans, [both.group(both.k).group], K_NEWS, "")
    both.sync()
    everywhere, before = omar_everywhere(both), both.omar_k.synced
    both.k.front.cut = True
    everywhere.absent(places(both), "sick", TUESDAY, WEDNESDAY, files=[File("briefje.txt", b"briefje", "text/plain")])
    assert everywhere.sync() == {both.k.host}
    assert (len(everywhere.waiting), both.omar_k.synced) == (1, before)
    assert [item.body["title"] for item in news.news(both.omar_k)] == [K_NEWS]
    both.k.front.cut, both.k.front.lost = False, True
    assert everywhere.sync() == {both.k.host}
    both.k.front.lost = False
    assert (everywhere.sync(), everywhere.waiting) == (set(), [])
    both.hans.sync()
    assert (days_of(both.hans), both.omar_k.synced > before) == ([WEDNESDAY], True)
    assert blobs.download(both.hans, file_of(both.hans)) == b"briefje"


def test_places_files_and_events_of_the_other_school(both: Two) -> None:
    """What K offers is arbitrated at K; a file goes through R and is opened at home."""
    calendar.open_calendars(both.kees)
    both.hans.sync()
    event = calendar.add(both.hans, [calendar.calendar(both.hans, "Blauw").circle], "Kompasfeest", WEDNESDAY)
    asks = question("places", "Wie helpt?", slots=[("Om tien uur", 1)])
    form = signups.make(both.hans, [both.group(both.k).group], "Hulp gevraagd", [asks])
    both.sync()
    assert event
    assert both.shown("Kompasfeest") == {"kees", "hans", "bea", "omar_k", "leila_k"}
    slot = asks["slots"][0]["id"]
    signups.answer(both.omar_k, form, {}, child_of(both.omar_k, "Yara"), [Take(asks["id"], slot)])
    both.bea.sync()
    with pytest.raises(Problem) as full:
        signups.answer(both.bea, form, {}, child_of(both.bea, "Tim"), [Take(asks["id"], slot)])
    assert full.value.code == "slot-taken"


def test_one_agenda_of_both_schools_says_what_clashes(both: Two) -> None:
    for side, teacher in ((both.r, both.sanne), (both.k, both.hans)):
        calendar.open_calendars(side.office)
        teacher.sync()
    morning, later = {"start": "09:00", "end": "11:00"}, {"start": "10:30", "end": "12:00"}
    calendar.add(both.sanne, [calendar.calendar(both.sanne, "3A").circle], "Bos", WEDNESDAY, **morning)
    calendar.add(both.hans, [calendar.calendar(both.hans, "Blauw").circle], "Zwemmen", WEDNESDAY, **later)
    calendar.add(both.hans, [calendar.calendar(both.hans, "Blauw").circle], "Studiedag", WEDNESDAY)
    both.sync()
    planned = omar_everywhere(both).agenda(TUESDAY, WEDNESDAY)
    assert [(one.host == both.r.host, one.line.title) for one in planned] == [
        (False, "Studiedag"), (True, "Bos"), (False, "Zwemmen"),
    ]  # fmt: skip
    assert [(one.line.title, other.line.title) for one, other in clashes(planned)] == [("Bos", "Zwemmen")]


def test_what_one_shows_is_chosen_for_each_school(both: Two) -> None:
    """Leila shows her number to the team at R, and to the parents of Blauw at K."""
    team = (both.group(both.r).team,)
    sharing.share(both.leila, "phone", "06-kanarie-R", Audience(teams=team))
    sharing.share(both.leila_k, "phone", "06-kanarie-K", Audience(groups=(both.group(both.k).group,)))
    assert both.shown("06-kanarie-R") == {"leila", "sanne", "marga"}
    assert both.shown("06-kanarie-K") == {"leila_k", "omar_k", "bea", "hans", "kees"}


def test_a_file_goes_through_the_own_school(both: Two) -> None:
    picture = b"kanariefoto " * 200_000
    child = child_of(both.omar_k, "Yara")
    part = blobs.upload(both.omar_k, child, picture, "image/png")
    absences.report(both.omar_k, [child], "sick", WEDNESDAY, paper=part)
    both.hans.sync()
    found = next(item.body["paper"] for item in both.hans.replica.of_kind("absence"))
    assert blobs.download(both.hans, found) == picture
    assert blobs.download(both.leila_k, found) == picture
    with pytest.raises(Problem):
        blobs.download(both.bea, found)


def test_their_school_is_told_that_there_is_something_new(both: Two) -> None:
    """A notice names the persons; nobody else's telephone wakes."""
    both.k.deliver()
    before = {name: both.r.moved(both.people[name]) for name in ("omar", "leila", "anna")}
    news.post(both.hans, [both.group(both.k).group], K_NEWS, "")
    both.k.deliver()
    after = {name: both.r.moved(both.people[name]) for name in before}
    assert [after[name] - before[name] for name in before] == [1, 1, 0]


def test_leaving_one_school_leaves_the_other_untouched(both: Two) -> None:
    news.post(both.sanne, [both.group(both.r).group], R_NEWS, "")
    news.post(both.hans, [both.group(both.k).group], K_NEWS, "")
    both.sync()
    for session in (both.omar_k, both.leila_k):
        office.end_seat(both.kees, session.seat().id)
    news.post(both.hans, [both.group(both.k).group], "Na het vertrek", "")
    for session in (both.omar_k, both.leila_k):
        session.sync()
        assert not list(session.replica.items.values())
    assert R_NEWS in json.dumps([item.body for item in both.omar.replica.items.values()])
    assert both.shown("Na het vertrek") == {"kees", "hans", "bea"}
    absences.report(both.omar, [child_of(both.omar, "Yara")], "sick", TUESDAY)


def test_an_office_at_k_gets_nothing_of_r(both: Two) -> None:
    """Not even through its own server: K's people were never invited at R."""
    for session in (both.kees, both.hans, both.bea):
        browser = session.transport
        assert isinstance(browser, Browser)
        for path in paths(both):
            answer = browser.ask("GET", f"/api/away/{both.r.host}/{path}")
            assert answer.status_code in (403, 404), path


def test_unlinking_shuts_the_door_at_once(both: Two) -> None:
    both.marga.write(lambda batch: batch.act("unpeer", root=both.k.root), both.marga.seat("office"))
    with pytest.raises(Problem) as shut:
        both.omar_k.sync()
    assert shut.value.code == "not-linked"
    both.omar.sync()
    assert both.omar.replica.trust.peers == {}


def test_nobody_can_be_made_somebody_of_another_school(both: Two) -> None:
    """Somebody who has an account at K is not taken over by R, whatever R's server signs."""
    path, body = "/api/entries", b'{"entries":[]}'
    found = {}
    persons = {"bea": both.bea.person, "kees": both.kees.person, "nobody": "A" * 43, "omar": both.omar.person}
    for name, person in persons.items():
        found[name] = ask(both.k, body, signed(both.r, both.k, body, path, **{"Kring-Person": person}), path)
    assert found == {"bea": "not-found", "kees": "not-found", "nobody": "not-found", "omar": "invalid"}


def test_nothing_from_another_school_runs_in_our_origin(both: Two) -> None:
    """Whatever its server says that it is, it comes as JSON or as bytes; no cookie, no redirect comes along."""
    browser = both.omar.transport
    assert isinstance(browser, Browser)
    evil = {"Content-Type": "text/html", "Set-Cookie": "kring=x", "Location": "https://evil.example/", "Refresh": "0"}
    found = {}
    for status, path in ((200, "sync?cursor="), (200, f"blobs/{'A' * 22}/content"), (404, "sync"), (302, "sync")):
        both.k.front.instead = [(status, evil, b"<script src=/evil.js></script>")]
        answer = browser.ask("GET", f"/api/away/{both.k.host}/{path}")
        found[status, path[:5]] = (answer.status_code, answer.mimetype)
        assert not {"Set-Cookie", "Location", "Refresh"} & {name for name, _ in answer.headers}
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert found == {
        (200, "sync?"): (200, "application/json"), (200, "blobs"): (200, "application/octet-stream"),
        (404, "sync"): (404, "application/problem+json"), (302, "sync"): (503, "application/problem+json"),
    }  # fmt: skip


def file_of(session: Session) -> blobs.Part:
    """The one file beside a report, for who may read it."""
    (found,) = [one for item in session.replica.of_kind("remark") for one in item.body.get("files", [])]
    return dict(found)


def pieces(session: Session, part: blobs.Part) -> set[bytes]:
    """The bytes of a file as they lie at the school of a session, in pieces."""
    sealed = call(session.transport, "GET", f"/api/blobs/{part['blob']}/content", bytes)
    return {sealed[at : at + 16] for at in range(0, len(sealed), 16)}


def days_of(session: Session) -> list[str]:
    """On which days a copy knows somebody to be absent, of these two."""
    bodies = [item.body for item in session.replica.of_kind("absence")]
    return sorted(day for day in (TUESDAY, WEDNESDAY) if any(absences.is_absent(body, day) for body in bodies))


def paths(two: Two) -> list[str]:
    """What one may ask a school for, with all circles there are at De Regenboog."""
    circles = [row[0] for row in two.r.school.store.read(lambda c: c.execute("SELECT id FROM circle").fetchall())]
    return ["sync?cursor=", *(f"circles/{one}/{what}" for one in circles for what in ("past", "readers"))]


def crawl(two: Two) -> str:
    """All that either server answers to its own people, about itself and about the other school."""
    found = []
    for session in two.people.values():
        browser = session.transport.home if isinstance(session.transport, away.Away) else session.transport
        assert isinstance(browser, Browser)
        for host in (two.r.host, two.k.host):
            for path in paths(two):
                found.append(browser.ask("GET", f"/api/away/{host}/{path}").text)
        found += [browser.ask("GET", f"/api/{path}").text for path in (*paths(two), "peers")]
    return "\n".join(found)
