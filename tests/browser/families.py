"""A class in a running school: made by the Python client, so that a browser test begins where its story does."""

from __future__ import annotations

from sync.client import office
from sync.client.account import add_letter, found, join
from sync.client.enrolment import Guardian, Pupil, enrol
from sync.client.session import Session
from sync.client.transport import Http
from tests.browser.school import PASSWORD, School

FAMILIES = (
    ("1", "Noor", "Vinkelaar", ("3A",), ("Anna", "Peter")),
    ("2", "Bram", "Vinkelaar", ("5B",), ("Anna", "Peter")),
    ("3", "Mila", "Sijsjesmeer", ("3A",), ("Fatima", "Koen")),
    ("4", "Yara", "Kwartelhof", ("3A",), ("Omar",)),
)
"""(number, first name, last name, groups, guardians)."""


def settle(school: School, *names: str) -> dict[str, Session]:
    """Found the school with groups 3A and 5B; `names`: guardians (lower case) who join beside Marga and juf Sanne."""
    founded = found(Http(school.address), school.secret, "marga", PASSWORD, "desk")
    marga = founded.session
    for group in ("3A", "5B"):
        office.open_group(marga, group, "2026-2027")
    staffer = office.Staffer("juf Sanne", "teacher", ("3A",), "sanne@kanarie.example", "ma-wo")
    token = office.invite_staff(marga, staffer)
    sessions = {"marga": marga, "sanne": join(Http(school.address), token, "sanne", PASSWORD, "desk").session}
    enrol(marga, [_pupil(*family) for family in FAMILIES])
    letters = office.letters(marga)
    for name in names:
        tokens = [one["token"] for one in letters if one["name"] == name.capitalize()]
        sessions[name] = join(Http(school.address), tokens[0], name, PASSWORD, "phone").session
        for more in tokens[1:]:
            add_letter(sessions[name], more)
    for session in sessions.values():
        session.sync()
    return sessions


def _pupil(number: str, first: str, last: str, groups: tuple[str, ...], guardians: tuple[str, ...]) -> Pupil:
    people = tuple(Guardian(name.lower(), name, "ouder", phone="06-12345678") for name in guardians)
    return Pupil(number, first, "", last, "2018-02-03", groups, people)
