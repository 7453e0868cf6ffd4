"""Two linked schools for browser tests, with Omar's Yara at both."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from sync.client import account, away, linking, news, office
from sync.client.enrolment import Guardian, Pupil, enrol
from sync.client.session import Session
from sync.client.transport import Http
from tests.browser.school import PASSWORD, School, open_school

GROUPS = {"regenboog": "3A", "kompas": "Blauw"}
NAMES = {"regenboog": "De Regenboog", "kompas": "Het Kompas"}
BORN = "2018-02-03"


@dataclass
class Two:
    """The servers, their offices, which have linked each other, and a teacher of each group."""

    servers: dict[str, School]
    offices: dict[str, Session]
    teachers: dict[str, Session] = field(default_factory=dict)

    @property
    def home(self) -> str:
        """The address of Omar's own school."""
        return self.servers["regenboog"].address

    def letter(self, name: str) -> str:
        """A letter of Omar's that he has not used yet."""
        here = self.offices[name]
        here.sync()
        return str(next(one["token"] for one in office.letters(here) if one["name"] == "Omar"))

    def post(self, name: str, title: str) -> None:
        """The office writes to its one group."""
        here = self.offices[name]
        here.sync()
        news.post(here, [office.groups(here)[GROUPS[name]].group], title, "Lees maar")

    def omar(self) -> tuple[Session, Session]:
        """Omar at De Regenboog, and at Het Kompas, with all his letters."""
        home = account.join(Http(self.home), self.letter("regenboog"), "omar", PASSWORD).session
        if self.teachers:
            account.add_letter(home, self.letter("regenboog"))  # of Noor
        there = away.join(home, self.servers["kompas"].address.removeprefix("http://"), self.letter("kompas"))
        return home, there

    def stop(self) -> None:
        """Both servers end."""
        for one in self.servers.values():
            one.stop()


def open_two(folder: Path, *, teachers: bool = False, packed: bool = True) -> Two:
    """Each with a group, Yara in it, and a letter for Omar; with teachers also his Noor at De Regenboog."""
    servers = {}
    for name, title in NAMES.items():
        (folder / name).mkdir()
        servers[name] = open_school(folder / name, name=title, packed=packed)
    two = Two(servers, {})
    omar = (Guardian("omar", "Omar"),)
    for name, one in servers.items():
        here = two.offices[name] = account.found(Http(one.address), one.secret, "marga", PASSWORD).session
        office.open_group(here, GROUPS[name])
        yara = Pupil("1", "Yara", "", "el Masri", BORN, (GROUPS[name],), omar)
        noor = Pupil("2", "Noor", "", "el Masri", "2016-05-05", (GROUPS[name],), omar)
        enrol(here, [yara, noor] if name == "regenboog" and teachers else [yara])
        if teachers:
            token = office.invite_staff(here, office.Staffer("Juf", "teacher", (GROUPS[name],)))
            two.teachers[name] = account.join(Http(one.address), token, "juf", PASSWORD).session
    for here, other in zip(two.offices.values(), reversed(two.offices.values()), strict=True):
        linking.link(here, linking.look(here, other.host))
    return two
