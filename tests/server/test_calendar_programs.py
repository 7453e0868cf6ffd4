"""The feed in calendar programs that others made: vdirsyncer fetches it, khal and ical.js read it, over real HTTP.

What they show is compared with what the app shows: the same instants, on both days that clocks change as well.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests

from sync.client import account, calendar, enrolment, feeds, office
from sync.client.session import Session
from sync.client.transport import Http
from sync.zone import instant
from tests.browser.school import PASSWORD, open_school

HOME = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
EXPAND, ICAL_JS = HOME / "tests" / "webclient" / "expand.js", HOME / "webclient" / "node_modules" / "ical.js"
YEAR = ("2026-01-01", "2027-01-01")
LONG = "Tussen de middag eten we samen in het bos; neem brood, drinken en een regenjas mee. " * 3 + "Tot dan 🌳"
PLACE = "Het bos; bij de poort, links"
VDIRSYNCER = """
[general]
status_path = "{folder}/status/"
[pair school]
a = "phone"
b = "feed"
collections = null
conflict_resolution = "b wins"
[storage phone]
type = "filesystem"
path = "{folder}/phone/"
fileext = ".ics"
[storage feed]
type = "http"
url = "{url}"
"""
KHAL = """
[calendars]
[[school]]
path = {folder}/phone/
readonly = True
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
"""

needs_khal = pytest.mark.skipif(
    not (BIN / "khal").exists() or not (BIN / "vdirsyncer").exists(), reason="khal and vdirsyncer are not installed"
)
needs_ical_js = pytest.mark.skipif(not ICAL_JS.exists() or not shutil.which("node"), reason="ical.js is not installed")


@dataclass
class Phone:
    """A family's phone: a folder that vdirsyncer fills and khal reads."""

    folder: Path
    url: str

    def sync(self) -> None:
        """Fetch what is new, as calendar programs do every few hours."""
        (self.folder / "phone").mkdir(parents=True, exist_ok=True)
        (self.folder / "vdirsyncer").write_text(VDIRSYNCER.format(folder=self.folder, url=self.url))
        self._run("vdirsyncer", "--config", str(self.folder / "vdirsyncer"), "discover")
        self._run("vdirsyncer", "--config", str(self.folder / "vdirsyncer"), "sync")

    def shown(self) -> set[tuple[str, str, str]]:
        """What khal shows of the year: (title, start, end), in UTC; a whole day without times."""
        (self.folder / "khal").write_text(KHAL.format(folder=self.folder))
        form = "{title}|{start-long-full}|{end-long-full}|{all-day}"
        options = ["--day-format", "", "--format", form, *YEAR]
        text = self._run("khal", "--config", str(self.folder / "khal"), "list", *options)
        rows = [line.split("|") for line in text.splitlines() if line.count("|") == 3]
        return {(title, *(at[:10] if whole == "True" else at for at in span)) for title, *span, whole in rows}

    def _run(self, program: str, *arguments: str) -> str:
        places = {f"XDG_{name}_HOME": str(self.folder / name.lower()) for name in ("CONFIG", "DATA", "CACHE", "STATE")}
        given = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "LANG": "C.UTF-8", "TZ": "America/New_York"}
        done = subprocess.run(
            [BIN / program, *arguments], env=given | places, capture_output=True, text=True, timeout=120
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


@dataclass
class Class3A:
    """A running school: the teacher of 3A, a mother, and the id of 3A's calendar."""

    sanne: Session
    anna: Session
    circle: str

    def add(self, title: str, day: str, **more: object) -> str:
        """Put an event into the calendar of 3A."""
        return calendar.add(self.sanne, [self.circle], title, day, **more)[0]


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Class3A]:
    """A school with group 3A, its teacher and a mother, and a year of events."""
    opened = open_school(tmp_path_factory.mktemp("school"))
    try:
        yield _filled(opened.address, opened.secret)
    finally:
        opened.stop()


def _filled(address: str, secret: str) -> Class3A:
    marga = account.found(Http(address), secret, "marga", PASSWORD).session
    office.open_group(marga, "3A")
    token = office.invite_staff(marga, office.Staffer("juf Sanne", "teacher", ("3A",)))
    sanne = account.join(Http(address), token, "sanne", PASSWORD).session
    pupil = enrolment.Pupil("1", "Noor", "", "Vinkelaar", "2018-02-03", ("3A",), (enrolment.Guardian("a", "Anna"),))
    enrolment.enrol(marga, [pupil])
    letter = next(one["token"] for one in office.letters(marga) if one["name"] == "Anna")
    anna = account.join(Http(address), letter, "anna", PASSWORD).session
    calendar.open_calendars(marga)
    sanne.sync()
    found = Class3A(sanne, anna, calendar.calendar(sanne, "3A").circle)
    _fill(found)
    anna.sync()
    return found


def _fill(school: Class3A) -> None:
    """Whole days, times on both days that clocks change, and a series with a day left out, moved and dropped."""
    school.add("Herfstvakantie", "2026-10-17", until="2026-10-25")
    school.add("Boswandeling", "2026-09-10", start="09:00", end="14:30", text=LONG, place=PLACE)
    school.add("Zomertijd", "2026-03-29", start="02:30", end="04:30")
    school.add("Wintertijd", "2026-10-25", start="02:30", end="04:00")
    weekly, other = (
        {"every": "week", "step": step, "until": f"2026-{last}"} for step, last in ((1, "04-27"), (2, "11-30"))
    )
    gym = school.add("Gym", "2026-03-23", start="08:30", end="09:15", repeat=weekly)
    school.add("Bibliotheek", "2026-10-14", start="10:00", end="11:00", repeat=other)
    school.add("Maandsluiting", "2026-01-31", repeat={"every": "month", "step": 1, "until": "2026-12-31"})
    calendar.change(school.sanne, gym, original="2026-04-06", day="2026-04-07", start="10:00", end="10:45")
    calendar.change(school.sanne, gym, **{"except": ["2026-04-13"]})
    calendar.cancel(school.sanne, gym, original="2026-04-20")
    school.sanne.sync()


def expected(school: Class3A) -> set[tuple[str, str, str]]:
    """What the app shows of the year, in UTC; a day that was dropped too, as programs show it as cancelled."""
    school.anna.sync()
    found = set()
    for line in calendar.agenda(school.anna, "2026-01-01", "2026-12-31"):
        at = line.at
        moments = [(at.day, at.start), (at.until, at.end)] if at.start else [(at.day, ""), (at.until, "")]
        found.add((f"{line.title} (3A)", *(_utc(day, time) if time else day for day, time in moments)))
    return found


def _utc(day: str, time: str) -> str:
    return datetime.fromtimestamp(instant(day, time) / 1000, UTC).strftime("%Y-%m-%d %H:%M")


@needs_khal
def test_vdirsyncer_and_khal_show_what_the_app_shows(school: Class3A, tmp_path: Path) -> None:
    phone = Phone(tmp_path, feeds.make(school.anna))
    phone.sync()
    assert phone.shown() == expected(school)


@needs_khal
def test_a_change_reaches_the_same_event_on_a_phone(school: Class3A, tmp_path: Path) -> None:
    phone = Phone(tmp_path, feeds.make(school.anna))
    event = school.add("Sportdag", "2026-06-04", start="09:00", end="12:00")
    phone.sync()
    assert ("Sportdag (3A)", "2026-06-04 07:00", "2026-06-04 10:00") in phone.shown()
    files = len([*(tmp_path / "phone").iterdir()])
    calendar.change(school.sanne, event, day="2026-06-05", start="10:00")
    phone.sync()
    assert ("Sportdag (3A)", "2026-06-05 08:00", "2026-06-05 10:00") in phone.shown()
    assert not [one for one in phone.shown() if one[1].startswith("2026-06-04")]
    assert len([*(tmp_path / "phone").iterdir()]) == files, "the same UID: changed, not added"
    calendar.remove(school.sanne, event)
    phone.sync()
    assert phone.shown() == expected(school)


@needs_khal
def test_a_revoked_address_stops_the_phone_and_leaves_what_it_has(school: Class3A, tmp_path: Path) -> None:
    phone = Phone(tmp_path, feeds.make(school.anna))
    phone.sync()
    before = phone.shown()
    feeds.revoke(school.anna, feeds.addresses(school.anna)[-1].record)
    with pytest.raises(AssertionError, match="NOT FOUND"):
        phone.sync()
    assert phone.shown() == before


@needs_ical_js
def test_ical_js_shows_the_same_by_the_files_own_time_zone(school: Class3A) -> None:
    text = requests.get(feeds.make(school.anna), timeout=30).text
    command = ["node", EXPAND, *(str(instant(day)) for day in YEAR)]
    done = subprocess.run(command, input=text, capture_output=True, text=True, timeout=60, check=True)
    days = json.loads(done.stdout)
    assert {(one["title"], *_read(one)) for one in days} == expected(school)
    dropped = [one for one in days if one["status"] == "CANCELLED"]
    assert [_read(one)[0] for one in dropped] == ["2026-04-20 06:30"]
    assert {one["place"] for one in days if one["title"] == "Boswandeling (3A)"} == {PLACE}


def _read(day: dict[str, object]) -> tuple[str, str]:
    """Start and end as `expected` has them: the last day of whole days, as their end is exclusive."""
    start, end = day["start"], day["end"]
    if isinstance(start, str):
        last = datetime.fromisoformat(str(end)).toordinal() - 1
        return start, datetime.fromordinal(last).strftime("%Y-%m-%d")
    moments = [datetime.fromtimestamp(int(str(at)) / 1000, UTC) for at in (start, end)]
    return moments[0].strftime("%Y-%m-%d %H:%M"), moments[1].strftime("%Y-%m-%d %H:%M")


def test_a_program_that_asks_again_gets_304_over_real_http(school: Class3A) -> None:
    url = feeds.make(school.anna)
    first = requests.get(url, timeout=30)
    again = requests.get(url, headers={"If-None-Match": first.headers["ETag"]}, timeout=30)
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    weak = requests.get(url, headers={"If-None-Match": f'"other", W/{first.headers["ETag"]}'}, timeout=30)
    assert weak.status_code == 304
    assert requests.head(url, timeout=30).status_code == 200
