"""A browser that lags behind another device or a colleague: what it carries out then is done on what stands, or not."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
import pytest

from crypto.encoding import b64
from sync.client import albumrecords, albums, bookshelf, children, downloads, feeds, handins, news, office, talks
from sync.client.session import Session
from tests.server.school import ORIGIN, browser_of
from tests.server.sockets import served
from tests.stories.cast import Regenboog, cookie_of
from tests.stories.test_bookshelf import file
from tests.stories.test_protected_child import NUMBER, VICTOR, Story, story
from tests.stories.test_talks import evening
from tests.stories.test_two_devices import LATER, posted
from tests.stories.test_two_devices import published as album_of

__all__ = ["story"]
SCRIPT = Path(__file__).parents[1] / "webclient" / "device.js"


@dataclass
class Browsers:
    """What browsers knew when they were last online, and where they find the school now."""

    address: str
    folder: Path
    devices: list[dict[str, Any]] = field(default_factory=list)

    def lagging(self, session: Session) -> int:
        """A device of somebody, with what the server says now and nothing of what comes; its number."""
        pages, cursor, done = list[Any](), "", False
        while not done:
            page = browser_of(session).ask("GET", f"/api/sync?cursor={cursor}").json
            assert page is not None
            pages.append(page)
            cursor, done = page["cursor"], page["done"]
        self.devices.append({"seed": b64(session.identity.seed), "person": session.person, "cookie": cookie_of(session),
                             "root": b64(session.replica.trust.root), "pages": pages})  # fmt: skip
        return len(self.devices) - 1

    def run(self, *steps: tuple[int, str, str, list[Any]]) -> list[Any]:
        """What became of the steps: (device, file of the client, function or "carry", arguments)."""
        named = [dict(zip(("device", "file", "call", "given"), step, strict=True)) for step in steps]
        plan = {"origin": ORIGIN, "address": self.address, "devices": self.devices, "steps": named}
        (self.folder / "plan.json").write_bytes(msgspec.json.encode(plan))
        done = subprocess.run(
            ["node", str(SCRIPT), str(self.folder / "plan.json")], capture_output=True, text=True, timeout=120
        )
        assert done.returncode == 0, done.stderr
        found: list[Any] = json.loads(done.stdout)
        return found


@pytest.fixture
def browsers(regenboog: Regenboog, tmp_path: Path) -> Iterator[Browsers]:
    """Browsers of the people of De Regenboog."""
    with served(regenboog.school) as port:
        yield Browsers(f"http://127.0.0.1:{port.number}", tmp_path)


def test_a_deletion_from_a_device_that_lags_is_done(regenboog: Regenboog, browsers: Browsers) -> None:
    sanne, post = regenboog.sanne, posted(regenboog)
    laptop = browsers.lagging(sanne)
    news.change(sanne, post, text="Woensdag")
    delete = (laptop, "news/model.js", "carry", ["news.delete", {"post": post}])
    assert browsers.run(delete, delete) == [None, None]
    sanne.sync()
    assert news.posts(sanne, post) == []


def test_one_letter_is_given_anew_once(regenboog: Regenboog, browsers: Browsers) -> None:
    """Two screens of the office press at once: the second has no part in it, and no code stands nowhere."""
    marga = regenboog.marga
    old = office.roster(marga)["5"].body["guardians"][0]["seat"]
    two = [browsers.lagging(marga), browsers.lagging(marga)]
    letter = {"seat": old, "role": "guardian", "name": "Omar"}
    assert browsers.run(*((one, "people/places.js", "reissue", [letter]) for one in two)) == [None, None]
    marga.sync()
    listed = {one["seat"] for one in office.roster(marga)["5"].body["guardians"]}
    yara = office.roster(marga)["5"].body["child"]
    living = {one.id for one in marga.replica.trust.seats.values() if yara in one.circles and one.alive(marga.clock())
              and one.role == "guardian"}  # fmt: skip
    assert living == listed
    assert old not in living


def test_a_proposal_taken_back_meanwhile_becomes_no_place(story: Story, tmp_path: Path) -> None:
    marga = story.school.marga
    children.propose(marga, NUMBER, VICTOR)
    story.corrie.sync()
    children.approve(story.corrie, NUMBER, VICTOR.key)
    marga.sync()
    with served(story.school.school) as port:
        browsers = Browsers(f"http://127.0.0.1:{port.number}", tmp_path)
        laptop, before = browsers.lagging(marga), len(marga.replica.trust.seats)
        children.retract(marga, NUMBER, VICTOR.key)
        (said,) = browsers.run((laptop, "people/adults.js", "admit", [NUMBER, VICTOR.key]))
    assert said == {"error": "Error: no such proposal"}
    marga.sync()
    assert len(marga.replica.trust.seats) == before


def test_a_round_that_was_changed_meanwhile_is_closed(regenboog: Regenboog, browsers: Browsers) -> None:
    marga, found = regenboog.marga, evening(regenboog)
    laptop = browsers.lagging(marga)
    talks.amend_round(marga, found, title="Andere gesprekken")
    assert browsers.run((laptop, "talks/writing.js", "carry", ["talks.close", {"round": found}])) == [None]
    marga.sync()
    assert talks.tables(marga, found) == []


def test_what_is_asked_no_more_already_is_let_be(regenboog: Regenboog, browsers: Browsers) -> None:
    sanne = regenboog.sanne
    request = handins.ask(sanne, regenboog.group("3A").group, "Werkstuk")
    laptop = browsers.lagging(sanne)
    sanne.delete(request, sanne.seat())
    assert browsers.run((laptop, "bookshelf/handins.js", "carry", ["bookshelf.unask", {"id": request}])) == [None]


def test_a_document_whose_date_was_moved_stays(regenboog: Regenboog, browsers: Browsers) -> None:
    sanne = regenboog.sanne
    record = bookshelf.put(sanne, regenboog.group("3A").group, file(), until=sanne.clock() + 1000)
    laptop = browsers.lagging(sanne)
    bookshelf.change(sanne, record, until=sanne.clock() + LATER)
    browsers.run((laptop, "bookshelf/writing.js", "expire", [sanne.clock() + 2000]))
    sanne.sync()
    assert record in sanne.replica.items


def test_an_album_whose_day_was_moved_stays(regenboog: Regenboog, browsers: Browsers) -> None:
    """A photo of it was changed as well, so the server refuses, and the client looks again."""
    sanne, album = regenboog.sanne, album_of(regenboog, "2026-07-31")
    laptop = browsers.lagging(sanne)
    photo = albumrecords.photos(sanne, album)[0].body["photo"]
    albums.change(sanne, album, until="2030-07-31")
    albums.describe(sanne, photo, "Een kikker")
    assert browsers.run((laptop, "albums/year.js", "topUp", [])) == [None]
    sanne.sync()
    assert len(albumrecords.photos(sanne, album)) == 1


def test_a_photo_that_was_changed_meanwhile_is_taken_back(regenboog: Regenboog, browsers: Browsers) -> None:
    sanne, album = regenboog.sanne, album_of(regenboog, "2030-07-31")
    laptop = browsers.lagging(sanne)
    photo = albumrecords.photos(sanne, album)[0].body["photo"]
    albums.describe(sanne, photo, "Een kikker")
    assert browsers.run((laptop, "albums/writing.js", "carry", ["albums.back", {"photos": [photo]}])) == [None]
    sanne.sync()
    assert albumrecords.photos(sanne, album) == []
    assert [one.body["caption"] for one in albumrecords.drafts(sanne, album)] == ["Een kikker"]


def test_what_was_kept_on_two_devices_is_told_together(regenboog: Regenboog, browsers: Browsers) -> None:
    anna, album = regenboog.anna, album_of(regenboog, "2030-07-31")
    anna.sync()
    downloads.tell(anna, album, ["a"])
    laptop = browsers.lagging(anna)
    downloads.tell(anna, album, ["b"])
    data = {"album": album, "photos": ["c"], "record": "A" * 22}
    assert browsers.run((laptop, "albums/writing.js", "carry", ["albums.fetched", data])) == [None]
    regenboog.sanne.sync()
    assert downloads.downloaders(regenboog.sanne, album) == {anna.seat().id: {"a", "b", "c"}}


def test_an_address_is_revoked_elsewhere_too_when_that_is_done_again(regenboog: Regenboog, browsers: Browsers) -> None:
    """After a lost answer its record is gone; what it shows of a linked school stands in what waits."""
    anna = regenboog.anna
    feeds.make(anna)
    record = feeds.addresses(anna)[0].record
    phone = browsers.lagging(anna)
    ((address,),) = browsers.run((phone, "calendar/feeds.js", "addresses", []))
    feeds.revoke(anna, record)
    away = [{"host": "kompas.example", "feed": "A" * 22}]
    given = {"feed": address["id"], "record": record, "away": away}
    (follow,) = browsers.run((browsers.lagging(anna), "calendar/feeds.js", "carry", ["calendar.unfeed", given]))
    assert (follow["type"], follow["data"]) == ("calendar.unfeedaway", {"away": away})
