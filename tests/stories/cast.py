"""De Regenboog and its people, as the stories know them, made by the Python client against a real server.

Invariant: nothing is put into the store directly; whoever is here was invited on paper and joined with that paper.
"""

from __future__ import annotations

import copy
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from server.founding import make_secret
from sync.client import account, office
from sync.client.enrolment import Guardian, Pupil, enrol
from sync.client.session import Session
from tests.server.school import Browser, TestSchool, browser_of, open_school

FAMILIES = (
    ("1", "Noor", "Vinkelaar", ("3A",), ("Anna", "Peter")),
    ("2", "Bram", "Vinkelaar", ("5B",), ("Anna", "Peter")),
    ("3", "Mila", "Sijsjesmeer", ("3A",), ("Fatima", "Koen")),
    ("4", "Daan", "Putterveen", ("5B",), ("Jeroen",)),
    ("5", "Yara", "Kwartelhof", ("3A",), ("Omar",)),
)
"""(number, first name, last name, groups, guardians); Omar never uses his letter."""
TEACHERS = (("Sanne", "3A"), ("Els", "5B"))
NAMES = ("ad", "marga", "sanne", "els", "anna", "peter", "fatima", "koen", "jeroen")


@dataclass
class Papers:
    """A school that is closed: its folder, its people's copies, and what was printed or typed."""

    folder: Path
    sessions: dict[str, Session] = field(default_factory=dict)
    cookies: dict[str, str] = field(default_factory=dict)
    passwords: dict[str, str] = field(default_factory=dict)
    sheets: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    root_code: str = ""


@dataclass
class Regenboog:
    """The open school and whoever is signed in; `papers` says what they hold on paper and in their heads."""

    school: TestSchool
    papers: Papers
    ad: Session
    marga: Session
    sanne: Session
    els: Session
    anna: Session
    peter: Session
    fatima: Session
    koen: Session
    jeroen: Session

    def group(self, name: str) -> office.Group:
        """The circles of a group."""
        return office.groups(self.marga)[name]

    def everybody(self) -> dict[str, Session]:
        """All who are signed in, by name."""
        return {name: getattr(self, name) for name in NAMES}

    def login(self, name: str) -> Session:
        """A second device of somebody, with their password."""
        return account.login(self.school.browser(), name, self.papers.passwords[name])


def build(folder: Path) -> Papers:
    """Found the school and let its cast join; leaves it closed in `folder`."""
    papers, school = Papers(folder), open_school(folder)
    try:
        _found(school, papers)
        _invite(school, papers)
        for session in papers.sessions.values():
            session.sync()
        papers.cookies = {name: cookie_of(session) for name, session in papers.sessions.items()}
    finally:
        school.store.close()
    for session in papers.sessions.values():
        session.transport = None  # type: ignore[assignment]
    return papers


def reopen(papers: Papers, folder: Path) -> Regenboog:
    """A copy of a built school in another folder, open, with everybody signed in."""
    shutil.copytree(papers.folder, folder)
    school = open_school(folder)
    sessions = {name: _resumed(school, papers, name) for name in NAMES}
    return Regenboog(school, papers, **sessions)


def close(regenboog: Regenboog) -> None:
    """Let go of the store."""
    regenboog.school.store.close()


def cookie_of(session: Session) -> str:
    """The value of somebody's session cookie."""
    cookie = browser_of(session).client.get_cookie("kring")
    assert cookie is not None
    return cookie.value


def password_of(name: str) -> str:
    """A password that stands nowhere else."""
    return f"wachtwoord-kanarie-{name}-9"


@contextmanager
def open_empty(folder: Path) -> Iterator[TestSchool]:
    """A server before its founding."""
    school = open_school(folder)
    yield school
    school.store.close()


def _found(school: TestSchool, papers: Papers) -> None:
    founded = account.found(school.browser(), make_secret(school.store), "ad", password_of("ad"), office=False)
    papers.root_code, papers.sheets["ad"] = founded.root_code, founded.sheet
    papers.passwords["ad"], papers.sessions["ad"] = password_of("ad"), founded.session
    _join(school, papers, "marga", [founded.office_token])


def _invite(school: TestSchool, papers: Papers) -> None:
    marga = papers.sessions["marga"]
    for name, group in TEACHERS:
        office.open_group(marga, group, "2026-2027")
        token = office.invite_staff(marga, office.Staffer(f"juf {name}", "teacher", (group,)))
        _join(school, papers, name.lower(), [token])
    enrol(marga, [_pupil(*family) for family in FAMILIES])
    letters = office.letters(marga)
    for name in dict.fromkeys(one["name"] for one in letters):
        tokens = [one["token"] for one in letters if one["name"] == name]
        if name == "Omar":
            papers.tokens["omar"] = tokens[0]
        else:
            _join(school, papers, name.lower(), tokens)


def _join(school: TestSchool, papers: Papers, name: str, tokens: list[str]) -> None:
    joined = account.join(school.browser(), tokens[0], name, password_of(name), "phone")
    for token in tokens[1:]:
        account.add_letter(joined.session, token)
    papers.passwords[name], papers.sheets[name] = password_of(name), joined.sheet
    papers.tokens |= {f"{name} {number}": token for number, token in enumerate(tokens)}
    papers.sessions[name] = joined.session


def _resumed(school: TestSchool, papers: Papers, name: str) -> Session:
    built = papers.sessions[name]
    browser: Browser = school.browser()
    browser.client.set_cookie("kring", papers.cookies[name])
    session = Session(browser, built.identity, built.person, built.replica.trust.root)
    session.replica = copy.deepcopy(built.replica)
    return session


def _pupil(number: str, first: str, last: str, groups: tuple[str, ...], guardians: tuple[str, ...]) -> Pupil:
    people = tuple(Guardian(name.lower(), name, email=f"{name.lower()}@kanarie.example") for name in guardians)
    return Pupil(number, first, "", last, "2018-02-03", groups, people)
