"""A living school to look at: the sample roster, a cast that has joined, a week of news.

Everything is made through the real client with the real cryptography against a real server; the logins are printed,
and kept beside the data so that the same demo can be opened again.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from server.sample import albums, attachments, bookshelf, calendar, lunch, signups, talks
from sync.client import absences, chats, news, office, sharing
from sync.client.account import add_letter, found, join
from sync.client.chats import Members
from sync.client.importing import import_roster
from sync.client.lunch import open_lunch
from sync.client.office import Staffer, groups
from sync.client.session import Session, now
from sync.client.sharing import Audience
from sync.client.transport import Http
from sync.roster import parse_roster

SAMPLE = Path(__file__).parent / "sample" / "roster.csv"
PASSWORD = "samen naar school 8"  # noqa: S105  (a demo has no secrets)
DAY = 24 * 3600 * 1000
STAFF = (
    Staffer("juf Sanne", "teacher", ("3A",), "sanne@regenboog.example", "ma-wo"),
    Staffer("meester Tom", "teacher", ("3A",), "tom@regenboog.example", "do-vr"),
    Staffer("juf Els", "teacher", ("5B",), "els@regenboog.example", "ma-vr"),
    Staffer("Corrie", "lunch", (), "corrie@regenboog.example", "ma-vr"),
)
JOINS = (
    ("anna", "Anna", ("Noor van Dam", "Bram van Dam")),
    ("peter", "Peter", ("Noor van Dam", "Bram van Dam")),
    ("fatima", "Fatima", ("Mila Haddad",)),
    ("koen", "Koen", ("Mila Haddad",)),
    ("irina", "Irina", ("Sem Petrova",)),
    ("omar", "Omar", ("Yara el Masri",)),
    ("jeroen", "Jeroen", ("Daan Smit",)),
)
"""(login, guardian's first name, children): who has joined already, of the families in the sample roster."""


@dataclass(frozen=True)
class Login:
    """One person of the demo's cast."""

    name: str
    who: str
    password: str = PASSWORD


@dataclass
class Demo:
    """What the demo prints: address, logins, the letters that are still open, the founder's papers."""

    address: str
    logins: list[Login]
    open_letters: list[dict[str, str]]
    root_code: str


def make(address: str, secret: str, say: Callable[[str], None]) -> Demo:
    """Fill an empty server at `address`; `secret` is that of its founding link."""
    say("Founding the school")
    founded = found(Http(address), secret, "ad", PASSWORD, "demo", office=False)
    marga = join(Http(address), founded.office_token, "marga", PASSWORD, "demo").session
    roster = parse_roster(SAMPLE.read_bytes())
    import_roster(marga, roster, lambda done, total: say(f"Roster: {done} of {total}"))
    logins = [Login("ad", "Ad, ICT"), Login("marga", "Marga, director")]
    say("Staff and families join")
    open_lunch(marga)
    staff = {one.name: _join_staff(address, marga, one, logins) for one in STAFF}
    families = [_join_family(address, marga, row, logins) for row in JOINS]
    marga.sync()
    say("A week of news")
    _write_news(marga, staff, families)
    _show_themselves(families)
    _stay_at_home(families)
    _talk(staff, families)
    say("Plans")
    by_login = dict(zip((row[0] for row in JOINS), families, strict=True))
    for module in (calendar, talks, signups, lunch, attachments, albums, bookshelf):
        module.fill(marga, staff, by_login)
    return Demo(address, logins, _open_letters(marga), founded.root_code)


def save(demo: Demo, path: Path) -> None:
    """Keep the logins beside the data, for the next time; mode 0600."""
    path.touch(mode=0o600)
    path.write_text(json.dumps(asdict(demo), indent=2))


def _join_staff(address: str, marga: Session, one: Staffer, logins: list[Login]) -> Session:
    name = one.name.split()[-1].lower()
    token = office.invite_staff(marga, one)
    session = join(Http(address), token, name, PASSWORD, "demo").session
    logins.append(
        Login(name, f"{one.name}, groep {', '.join(one.groups)}" if one.groups else f"{one.name}, overblijven")
    )
    return session


def _join_family(address: str, marga: Session, row: tuple[str, str, tuple[str, ...]], logins: list[Login]) -> Session:
    login, first, children = row
    tokens = [_token(marga, child, first) for child in children]
    session = join(Http(address), tokens[0], login, PASSWORD, "demo").session
    for token in tokens[1:]:
        add_letter(session, token)
    logins.append(Login(login, f"{first}, parent of {' and '.join(child.split()[0] for child in children)}"))
    return session


def _token(marga: Session, child: str, first: str) -> str:
    for letter in office.letters(marga):
        if letter["child"] == child and letter["name"].split()[0] == first:
            return str(letter["token"])
    raise LookupError(f"no letter for {first} with {child} in the sample roster")


def _write_news(marga: Session, staff: dict[str, Session], families: list[Session]) -> None:
    school = marga.replica.trust.charter["school"]
    news.post(marga, [school], "Welkom op Kring", _WELCOME, pinned=1, published=_ago(6))
    news.post(marga, [school], "Studiedag op vrijdag 4 december", _STUDY_DAY, confirm=1, published=_ago(3))
    sanne, els = staff["juf Sanne"], staff["juf Els"]
    for session in (sanne, els):
        session.sync()
    third, fifth = groups(sanne)["3A"].group, groups(els)["5B"].group
    trip = news.post(sanne, [third], "Woensdag naar het bos", _FOREST, confirm=1, published=_ago(1))
    news.post(sanne, [third], "Gymschoenen", _SHOES, published=_ago(0.2))
    news.post(els, [fifth], "Spreekbeurten", _TALKS, published=_ago(2))
    for session in families[:3]:
        session.sync()
        news.read(session, trip, confirmed=session is families[0])


def _show_themselves(families: list[Session]) -> None:
    """Some parents show something of themselves to their class; Fatima does so to all but Koen."""
    anna, peter, fatima, koen, irina = families[:5]
    for session in families:
        session.sync()
    third = groups(anna)["3A"].group
    sharing.share(anna, "name", "Anna de Vries", Audience(groups=(third,)))
    sharing.share(anna, "phone", "06 1234 5678", Audience(groups=(third,)))
    sharing.share(peter, "name", "Peter van Dam", Audience(groups=(third,)))
    sharing.share(fatima, "name", "Fatima Haddad", Audience(groups=(third,)))
    others = (koen.seat("guardian").id,)
    sharing.share(fatima, "phone", "06 2345 6789", Audience(groups=(third,), others=others))
    sharing.share(irina, "email", "irina@voorbeeld.example")


def _stay_at_home(families: list[Session]) -> None:
    """Two children are not at school today, and Noor is fetched by her grandfather."""
    today = time.strftime("%Y-%m-%d", time.gmtime())
    anna, fatima = families[0], families[2]
    noor, mila = (session.seat("guardian").circles[0] for session in (anna, fatima))
    absences.report(fatima, [mila], "sick", today, text="Ze heeft koorts en slaapt nog.")
    yara = families[5].seat("guardian").circles[0]
    absences.report(families[5], [yara], "dentist", today, start="09:00", end="10:30")
    absences.fetched_by(anna, noor, today, "opa Henk", "opa")


def _talk(staff: dict[str, Session], families: list[Session]) -> None:
    """Anna asks the teachers of 3A something, and writes to Fatima; juf Sanne writes to her class."""
    anna, fatima, sanne = families[0], families[2], staff["juf Sanne"]
    third = groups(anna)["3A"]
    inbox = chats.open_thread(anna, Members(teams=(third.team,)), _LIBRARY, hold=0)
    sanne.sync()
    chats.see(sanne, inbox)
    chats.send(sanne, inbox, "Dat mag ook morgen nog, hoor.")
    chats.handle(sanne, inbox, "done")
    chats.open_thread(anna, Members(people=(fatima.seat("guardian").id,)), _PLAY, hold=0)
    chats.open_thread(sanne, Members(groups=(third.group,)), _DRIVERS, "Wie rijdt er mee?", hold=0)


def _open_letters(marga: Session) -> list[dict[str, str]]:
    shown = [one for one in office.letters(marga) if "5B" in one["group"]][:3]
    return [{"name": one["name"], "child": one["child"], "token": one["token"]} for one in shown]


def _ago(days: float) -> int:
    """That many days ago, so that the demo's week looks like one."""
    return now() - int(days * DAY)


_SHOES = "Wie mist een paar blauwe gymschoenen, maat 31? Ze staan bij de kapstok."
_WELCOME = """Vanaf vandaag gebruiken we Kring. Je leest hier het nieuws van school en van de groep van je kind.

Wat jij deelt, bepaal je zelf: er staat niets aan. Onder elk bericht zie je wie het kan lezen."""
_STUDY_DAY = """Op vrijdag 4 december zijn alle kinderen vrij. De leerkrachten hebben dan een studiedag.

Wil je bevestigen dat je dit hebt gelezen?"""
_FOREST = """Woensdag gaan we met de hele groep naar het bos. We lopen, dus trek stevige schoenen aan.

Neem mee: iets te drinken, een appel en een tas voor wat je vindt. We zijn om 12.00 uur terug."""
_LIBRARY = "Noor heeft haar leesboek thuis laten liggen. Mag het morgen mee?"
_PLAY = "Hoi! Zou Mila woensdagmiddag bij Noor willen spelen?"
_DRIVERS = "We zoeken voor woensdag nog twee auto's. Wie kan er rijden? Je antwoord komt alleen bij mij."
_TALKS = """De spreekbeurten beginnen na de kerstvakantie. De lijst hangt in de klas.

Je kind kiest zelf een onderwerp."""
