"""Het Kompas, the demo's second school: Yara is there on Wednesdays and Thursdays; it has linked De Regenboog.

Omar and nobody else of De Regenboog reads there, with the account that he has at De Regenboog.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from server.demo import DAY, PASSWORD, Demo, Login
from sync.client import away, linking, news, office
from sync.client.account import found, join, login
from sync.client.enrolment import Guardian, Pupil, enrol
from sync.client.office import Staffer, groups
from sync.client.session import Session, now
from sync.client.transport import Http

GROUP = "Blauw"
_FAMILIES = (
    ("1", "Yara", "el Masri", "2020-01-12", "Omar"),
    ("2", "Tim", "Visser", "2019-11-03", "Bea"),
    ("3", "Lotte", "Bakker", "2020-04-21", "Iris"),
)
"""Yara is born on the day that De Regenboog has as well: so she is one child to her father's app."""
_WELCOME = """Op woensdag en donderdag zijn we in Blauw met een kleine groep.

Wie ook op een andere school zit, hoeft daar niets opnieuw te vertellen."""


def make(home: str, say: Callable[[str], None], address: str, secret: str) -> Demo:
    """Fill an empty server at `address`; `home`: where De Regenboog answers."""
    say("Het Kompas")
    founded = found(Http(address), secret, "kees", PASSWORD, "demo")
    kees = founded.session
    office.open_group(kees, GROUP)
    token = office.invite_staff(kees, Staffer("meester Hans", "teacher", (GROUP,), "hans@kompas.example", "wo-do"))
    hans = join(Http(address), token, "hans", PASSWORD, "demo").session
    enrol(kees, [_pupil(*one) for one in _FAMILIES])
    say("Two schools are linked")
    _link(kees, login(Http(home), "marga", PASSWORD))
    away.join(login(Http(home), "omar", PASSWORD), _host(address), _letter(kees, "Omar"))
    bea = join(Http(address), _letter(kees, "Bea"), "bea", PASSWORD, "demo").session
    for session in (hans, kees, bea):
        session.sync()
    news.post(hans, [groups(hans)[GROUP].group], "Welkom in Blauw", _WELCOME, published=now() - DAY)
    logins = [Login("kees", "Kees, director of Het Kompas"), Login("hans", "meester Hans, Het Kompas, groep Blauw"),
              Login("bea", "Bea, parent of Tim, Het Kompas")]  # fmt: skip
    letters = [{"name": one["name"], "child": one["child"], "token": one["token"]} for one in office.letters(kees)]
    return Demo(address, logins, letters, founded.root_code)


def _link(kees: Session, marga: Session) -> None:
    """Both offices link the other school; in a demo nobody rings anybody."""
    for one, other in ((kees, marga), (marga, kees)):
        linking.link(one, linking.look(one, other.host))


def _letter(kees: Session, name: str) -> str:
    return next(str(one["token"]) for one in office.letters(kees) if one["name"] == name)


def _pupil(number: str, first: str, last: str, born: str, guardian: str) -> Pupil:
    return Pupil(number, first, "", last, born, (GROUP,), (Guardian(guardian.lower(), guardian),))


def _host(address: str) -> str:
    return urlsplit(address).netloc
