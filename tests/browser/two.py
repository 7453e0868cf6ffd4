"""Two linked schools for browser tests, with Omar's Yara at both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

from sync.client import account, away, linking, news, office
from sync.client.enrolment import Guardian, Pupil, enrol
from sync.client.session import Session
from sync.client.transport import Http
from tests.browser.school import PASSWORD, School, open_school, sign_in

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

    @property
    def host(self) -> str:
        """Where Het Kompas answers."""
        return self.servers["kompas"].address.partition("://")[2]

    def letters(self, name: str) -> list[str]:
        """The letters of Omar's that he has not used yet."""
        here = self.offices[name]
        here.sync()
        return [str(one["token"]) for one in office.letters(here) if one["name"] == "Omar"]

    def settle(self) -> tuple[Session, Session]:
        """Omar uses all his letters, that of Het Kompas with his account of home: he at home, and he there."""
        first, *others = self.letters("regenboog")
        home = account.join(Http(self.home), first, "omar", PASSWORD).session
        for letter in others:
            account.add_letter(home, letter)
        return home, away.join(home, self.host, self.letters("kompas")[0])

    def post(self, name: str, title: str) -> str:
        """The office writes to its one group; returns the post's id."""
        here = self.offices[name]
        here.sync()
        return news.post(here, [office.groups(here)[GROUPS[name]].group], title, "Lees maar")

    def stop(self) -> None:
        """Both servers end."""
        for one in self.servers.values():
            one.stop()


def show(page: Page, name: str) -> None:
    """Choose which school one sees."""
    page.goto(f"{page.evaluate('location.origin')}/more")
    chip = page.get_by_role("button", name=NAMES[name])
    if chip.get_attribute("aria-pressed") != "true":
        chip.click()
    page.locator(".brand", has_text=NAMES[name]).wait_for()


def omar(page: Page, two: Two) -> Page:
    """Omar signs in at home, on a device that then knows both of his schools."""
    sign_in(page, "omar")
    page.goto(f"{two.home}/more")
    page.get_by_role("button", name=NAMES["kompas"]).wait_for(timeout=30_000)
    return page


def open_two(folder: Path, *, teachers: bool = False, packed: bool = True) -> Two:
    """Each with a group, Yara in it, and a letter for Omar; with teachers: at De Regenboog also his Noor."""
    two = Two(*open_linked(folder, GROUPS, packed=packed))
    omar = (Guardian("omar", "Omar"),)
    for name, one in two.servers.items():
        here = two.offices[name]
        yara = Pupil("1", "Yara", "", "el Masri", BORN, (GROUPS[name],), omar)
        noor = Pupil("2", "Noor", "", "el Masri", "2016-05-05", (GROUPS[name],), omar)
        enrol(here, [yara, noor] if name == "regenboog" and teachers else [yara])
        if teachers:
            token = office.invite_staff(here, office.Staffer("Juf", "teacher", (GROUPS[name],)))
            two.teachers[name] = account.join(Http(one.address), token, "juf", PASSWORD).session
    return two


def open_linked(
    folder: Path, groups: Mapping[str, str], *, packed: bool = True
) -> tuple[dict[str, School], dict[str, Session]]:
    """Two schools, each with its group, that have linked each other: their servers and their offices."""
    servers, offices = {}, {}
    for name, group in groups.items():
        (folder / name).mkdir()
        one = servers[name] = open_school(folder / name, name=NAMES[name], packed=packed)
        offices[name] = account.found(Http(one.address), one.secret, "marga", PASSWORD).session
        office.open_group(offices[name], group)
    for here, other in zip(offices.values(), reversed(offices.values()), strict=True):
        linking.link(here, linking.look(here, other.host))
    return servers, offices
