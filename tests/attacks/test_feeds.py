"""What somebody tries with a calendar address, or with the database behind it, and that it fails."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from icalendar import Calendar

from crypto.circle import Epoch
from crypto.encoding import b64, unb64
from crypto.envelope import open_letter, open_record
from crypto.errors import CryptoError
from crypto.feed import DEPOSIT, Feed, mark, new_secret, open_in_feed, read_secret, seal_in_feed
from sync.client import calendar, feeds, news, office
from sync.client.session import Session
from sync.client.transport import call
from sync.feed import spelled
from sync.messages import Deposit, FeedDeposit, Own, Shown
from tests.server.school import browser_of, code_of
from tests.stories.cast import Regenboog

NEWS, TRIP, OPEN_DAY = "Zwemkanarie dinsdag", "Artiskanarie", "Kijkdagkanarie"


@pytest.fixture
def school(regenboog: Regenboog) -> Regenboog:
    """De Regenboog with calendars, a trip of 3A, one of 5B, an open day for all the world, and news."""
    calendar.open_calendars(regenboog.marga)
    for session in regenboog.everybody().values():
        session.sync()
    for teacher, group in ((regenboog.sanne, "3A"), (regenboog.els, "5B")):
        own = calendar.calendar(teacher, group).circle
        calendar.add(teacher, [own], f"{TRIP} {group}", "2026-09-10")
    everybody = calendar.calendar(regenboog.marga, "school").circle
    calendar.add(regenboog.marga, [everybody], OPEN_DAY, "2026-09-12", public=1)
    news.post(regenboog.sanne, [regenboog.group("3A").group], NEWS, "")
    for session in regenboog.everybody().values():
        session.sync()
    return regenboog


def fetch(school: Regenboog, url: str) -> str:
    """What whoever has the address gets."""
    return school.school.browser("198.51.100.7").ask("GET", urlsplit(url).path).text


def titles(text: str) -> set[str]:
    """The titles in a feed."""
    return {str(one["SUMMARY"]) for one in Calendar.from_ical(text).walk("VEVENT")}


def row(school: Regenboog, feed: Feed) -> tuple[bytes, bytes]:
    """What the database keeps for a feed: the deposit and the rendering."""
    found: tuple[bytes, bytes] = school.school.store.read(
        lambda store: store.execute("SELECT deposit, kept FROM feed WHERE id = ?", (feed.id,)).fetchone()
    )
    return found


def feed_of(url: str) -> Feed:
    """The keys in an address."""
    return read_secret(urlsplit(url).path.split("/")[3].removesuffix(".ics"))


def keys_in(school: Regenboog, url: str) -> list[bytes]:
    """Every key that somebody has who holds the address and the database."""
    feed = feed_of(url)
    deposit = json.loads(open_in_feed(feed, DEPOSIT, row(school, feed)[0]))
    return [feed.key, feed.marking] + [unb64(key) for one in deposit["calendars"] for key in one["keys"].values()]


def opens(key: bytes, record: dict[str, object], ref: str) -> bool:
    """Whether a key opens a record: as its content key, or as the seed of an epoch to which it is a letter."""
    for attempt in (lambda: open_record(key, record), lambda: open_letter(Epoch(key).box, ref, record)):
        try:
            attempt()
            return True
        except CryptoError:
            continue
    return False


def test_feed_secret_opens_only_calendar(school: Regenboog) -> None:
    """With the address and the whole database in hand, nothing opens but the calendars it shows."""
    keys = keys_in(school, feeds.make(school.anna))
    rows = school.school.store.read(
        lambda store: store.execute(
            """SELECT c.kind, r.circle, r.head, r.body, r.boxes FROM record r JOIN circle c ON c.id = r.circle
               WHERE r.current = 1 AND r.body <> ''"""
        ).fetchall()
    )
    found = {
        kind for kind, circle, head, body, boxes in rows for key in keys
        if opens(key, {"head": head, "body": body, "boxes": json.loads(boxes)}, f"c:{circle}")
    }  # fmt: skip
    assert found == {"calendar"}
    assert {"group", "child", "seat", "desk"} <= {one[0] for one in rows}, "there was something to open"


def test_a_feeds_keys_are_no_seeds(school: Regenboog) -> None:
    """No key in a deposit is the seed of an epoch: it gives no box, so no grant, and no other epoch."""
    keys = keys_in(school, feeds.make(school.anna))
    boxes = {head["box"] for circle in school.marga.replica.circles.values() for _, head in circle.links}
    assert not boxes & {Epoch(key).public for key in keys}


def test_a_calendar_that_is_renewed_stays_closed_until_its_reader_deposits_anew(school: Regenboog) -> None:
    """Who holds an old address and the database gains nothing from later epochs; the parent's own client renews it."""
    url = feeds.make(school.anna)
    office.end_seat(school.marga, school.koen.seat("guardian").id)
    school.sanne.sync()
    calendar.add(school.sanne, [calendar.calendar(school.sanne, "3A").circle], "Na het vertrek", "2026-09-20")
    assert "Na het vertrek (3A)" not in titles(fetch(school, url))
    school.anna.sync()
    assert feeds.top_up(school.anna) == 1
    assert {"Na het vertrek (3A)", f"{TRIP} 3A (3A)"} <= titles(fetch(school, url))


def test_feed_names_nobody_unless_asked(school: Regenboog) -> None:
    noor = next(child for child in feeds.children_of(school.anna) if _is_in(school, child, "3A"))
    talk = Own(id="talk-1", child=noor, body={"title": "Oudergesprek", "day": "2026-09-14", "version": 1})
    plain = feeds.make(school.anna, own=[talk])
    asked = feeds.make(school.anna, names=True, own=[talk])
    silent = fetch(school, plain) + open_in_feed(feed_of(plain), DEPOSIT, row(school, feed_of(plain))[0]).decode()
    assert not [name for name in ("Noor", "Bram", "Mila", "Daan") if name in silent]
    shown = titles(fetch(school, asked))
    assert {"Oudergesprek (Noor)", f"{TRIP} 3A (Noor)", f"{TRIP} 5B (Bram)"} <= shown
    assert "Mila" not in fetch(school, asked)


def test_a_public_feed_shows_only_what_is_for_all_the_world(school: Regenboog) -> None:
    talk = Own(id="talk-1", body={"title": "Oudergesprek", "day": "2026-09-14", "version": 1})
    url = feeds.make(school.anna, scope="public", names=True, own=[talk])
    assert titles(fetch(school, url)) == {OPEN_DAY}


def test_a_removed_parents_feed_is_empty_of_that_class_at_once(school: Regenboog) -> None:
    """Anna loses her place with Noor of 3A and keeps the one with Bram of 5B; her phone asks before her app does."""
    url = feeds.make(school.anna)
    assert {f"{TRIP} 3A (3A)", f"{TRIP} 5B (5B)", OPEN_DAY} == titles(fetch(school, url))
    noor = next(seat for seat in map(school.anna.replica.trust.seat, school.anna.replica.seats())
                if _is_in(school, seat.circles[0], "3A"))  # fmt: skip
    office.end_seat(school.marga, noor.id)
    assert titles(fetch(school, url)) == {f"{TRIP} 5B (5B)", OPEN_DAY}


def _is_in(school: Regenboog, child: str, group: str) -> bool:
    return school.group(group).team in school.anna.replica.circles[child].head["writers"]


def test_an_id_without_its_secret_is_nothing(school: Regenboog) -> None:
    """feed_id_guess: whoever learns an id, or has an address of their own, gets the bytes of what does not exist."""
    url, own = feeds.make(school.anna), feeds.make(school.jeroen)
    feed, secret = feed_of(url), urlsplit(own).path.split("/")[3]
    attempts = [f"/feed/{feed.id}/{new_secret()}.ics", f"/feed/{feed.id}/{secret}", f"/feed/{feed.id}/{'A' * 43}.ics",
                f"/feed/{feed.id}/.ics", f"/feed/{feed.id}/{urlsplit(url).path.split('/')[3][:-5]}.ics"]  # fmt: skip
    answers = [school.school.browser().ask("GET", one) for one in (*attempts, "/feed/nothing")]
    assert code_of(answers[0]) == "not-found"
    assert len({(one.status_code, one.data, str(one.headers)) for one in answers}) == 1


def test_a_revoked_feed_leaves_nothing_in_the_database(school: Regenboog) -> None:
    url = feeds.make(school.anna)
    fetch(school, url)
    feeds.revoke(school.anna, feeds.addresses(school.anna)[0].record)
    assert row(school, feed_of(url)) is None
    assert code_of(school.school.browser().ask("GET", urlsplit(url).path)) == "not-found"


def test_a_device_that_has_not_heard_of_it_cannot_bring_a_revoked_address_back(school: Regenboog) -> None:
    """Anna revokes on her phone; her laptop, offline until now, still has the address and wants to keep it fresh."""
    url = feeds.make(school.anna)
    anna = school.anna
    laptop = Session(anna.transport, anna.identity, anna.person, anna.replica.trust.root)
    laptop.sync()
    feeds.revoke(anna, feeds.addresses(anna)[0].record)
    assert feeds.top_up(laptop) == 0
    assert code_of(school.school.browser().ask("GET", urlsplit(url).path)) == "not-found"


def test_an_address_that_was_revoked_before_it_was_deposited_never_comes_to_be(school: Regenboog) -> None:
    """The half of an address that a linked school would show: another device may be about to deposit it."""
    feed, browser = read_secret(new_secret()).id, browser_of(school.anna)
    assert code_of(browser.ask("DELETE", f"/api/feeds/{feed}")) == "not-found"
    assert code_of(browser.ask("DELETE", f"/api/feeds/{feed}")) == "not-found"
    given = FeedDeposit(sealed=b64(bytes(64)), circles=[], mark=b64(bytes(32)), away=[])
    assert code_of(browser.ask("PUT", f"/api/feeds/{feed}", given)) == "feed-revoked"


def test_nobody_ends_an_address_of_somebody_else_for_good(school: Regenboog) -> None:
    url = feeds.make(school.anna)
    assert code_of(browser_of(school.koen).ask("DELETE", f"/api/feeds/{feed_of(url).id}")) == "not-found"
    calendar.add(school.anna, [school.anna.seat().id], "Tandarts", "2026-09-12")
    assert feeds.top_up(school.anna) == 1


def test_the_database_holds_neither_secret_nor_text(school: Regenboog) -> None:
    url = feeds.make(school.anna, label="Telefoonkanarie")
    fetch(school, url)
    secret = urlsplit(url).path.split("/")[3].removesuffix(".ics").encode()
    held = b"".join(_everything(school))
    assert row(school, feed_of(url))[1], "a rendering is kept"
    words = [secret, unb64(secret.decode()), feed_of(url).key, TRIP.encode(), b"BEGIN:VEVENT", b"Telefoonkanarie"]
    assert [word for word in words if word in held] == []


def _everything(school: Regenboog) -> Iterator[bytes]:
    """Every value of every table."""
    tables = school.school.store.read(
        lambda store: store.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    )
    for (table,) in tables:
        rows = school.school.store.read(lambda store, table=table: store.execute(f"SELECT * FROM {table}").fetchall())
        yield from (value if isinstance(value, bytes) else str(value).encode() for row in rows for value in row)


def test_a_deposit_of_other_keys_shows_nothing_of_them(school: Regenboog) -> None:
    """A client that deposits the key of the group's news beside a calendar's still gets nothing but calendars."""
    group, own = school.group("3A").group, calendar.calendar(school.anna, "3A").circle
    circles = [school.anna.replica.circles[one] for one in (group, own)]
    epochs = [(one, int(one.head["epoch"])) for one in circles]
    shown = [
        Shown(circle=one.id, keys={str(n): b64(school.anna.replica.epoch(one.id, n).content)}) for one, n in epochs
    ]
    url = _deposit(school.anna, Deposit(calendars=shown), [own])
    assert titles(fetch(school, url)) == {f"{TRIP} 3A"}


def test_a_line_break_in_a_title_makes_no_second_event(school: Regenboog) -> None:
    title = "Gym\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Erbij"
    calendar.add(school.sanne, [calendar.calendar(school.sanne, "3A").circle], title, "2026-09-21")
    school.jeroen.sync()
    school.fatima.sync()
    text = fetch(school, feeds.make(school.fatima))
    assert "Erbij" not in titles(text)
    assert text.count("\r\nBEGIN:VEVENT\r\n") == len(titles(text)) == 3


def test_an_event_that_makes_no_sense_takes_no_other_with_it(school: Regenboog) -> None:
    circle = calendar.calendar(school.sanne, "3A").circle
    bodies = [
        {}, {"title": "x"}, {"title": 3, "day": "2026-02-30", "version": 0}, {"title": "y", "day": [], "version": "z"},
        {"title": "z", "day": "2026-09-22", "version": 0, "repeat": {"every": "day", "step": 0, "until": ""}},
    ]  # fmt: skip
    for body in bodies:
        batch = school.sanne.batch(school.sanne.seat(circle=circle))
        batch.record(circle, "event", body)
        school.sanne.post(batch.entries)
    school.fatima.sync()
    assert titles(fetch(school, feeds.make(school.fatima))) == {f"{TRIP} 3A (3A)", OPEN_DAY}


def _deposit(session: Session, what: Deposit, circles: list[str]) -> str:
    """Deposit what no honest client would; returns the address."""
    secret = new_secret()
    feed, data = read_secret(secret), spelled(what)
    given = FeedDeposit(sealed=b64(seal_in_feed(feed, DEPOSIT, data)), circles=circles, mark=mark(feed, data))
    call(session.transport, "PUT", f"/api/feeds/{feed.id}", type(None), given)
    return f"{browser_of(session).origin}/feed/{feed.id}/{secret}.ics"
