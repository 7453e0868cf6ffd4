"""The demo's bookshelf: the school guide, worksheets, minutes, reports for two families, a diploma to hand in."""

from __future__ import annotations

from fpdf import FPDF

from sync.client import bookshelf, handins
from sync.client.bookshelf import File, To
from sync.client.office import groups
from sync.client.session import Session, now

DAY = 24 * 3600 * 1000


def fill(marga: Session, staff: dict[str, Session], families: dict[str, Session]) -> None:
    """Make some; `staff` by name ("juf Sanne"), `families` by login ("anna")."""
    sanne = staff["juf Sanne"]
    for session in (marga, sanne, *families.values()):
        session.sync()
    _school(marga)
    _class(sanne)
    _reports(sanne)
    _diplomas(sanne, families["anna"])


def _school(marga: Session) -> None:
    school, office = marga.replica.trust.charter["school"], marga.replica.trust.charter["office"]
    book = bookshelf.make_book(marga, school, "Schoolgids en rooster")
    bookshelf.put(marga, school, _paper("Schoolgids 2026-2027", _GUIDE, 6), book, title="Schoolgids 2026-2027")
    bookshelf.put(marga, school, _paper("Vakantierooster", _HOLIDAYS), book, title="Vakantierooster", tells=office)


def _class(sanne: Session) -> None:
    group = groups(sanne)["3A"]
    book = bookshelf.make_book(sanne, group.group, "Werkbladen")
    sums = bookshelf.make_book(sanne, group.group, "Rekenen", within=book)
    for title in ("Tafel van 2", "Tafel van 5", "Klokkijken"):
        bookshelf.put(sanne, group.group, _paper(title, _SUMS), sums, title=title)
    document = bookshelf.put(sanne, group.group, _paper("Leeslijst", _READING), book, title="Leeslijst",
                             tells=group.team)  # fmt: skip
    bookshelf.replace(sanne, document, _paper("Leeslijst", [*_READING, "Dolfje Weerwolfje"]))
    team = To(circles=(group.team,))
    minutes = bookshelf.make_book(sanne, team, "Overleg 3A")
    bookshelf.put(sanne, team, _paper("Verslag", _MINUTES), minutes, title="Verslag van maandag")


def _reports(sanne: Session) -> None:
    children = {item.body["first"]: item.circle for item in sanne.replica.of_kind("profile") if "first" in item.body}
    files = {children[first]: _paper(f"Rapport {first}", _REPORT) for first in ("Noor", "Mila")}
    bookshelf.put_each(sanne, files, title="Rapport november", tells=sanne.seat("teacher").id)
    work = _paper("De kikker", ["Mijn werkstuk gaat over de kikker.", "Kikkers zijn amfibieën."], 3)
    bookshelf.put(sanne, children["Noor"], work, title="Werkstuk: de kikker")


def _diplomas(sanne: Session, anna: Session) -> None:
    request = handins.ask(sanne, groups(sanne)["3A"].group, "Kopie van het zwemdiploma",
                          "In maart gaan we varen. Heeft je kind nog geen diploma? Schrijf dat er dan bij.",
                          now() + 20 * DAY)  # fmt: skip
    anna.sync()
    noor = next(item.circle for item in anna.replica.of_kind("profile") if item.body.get("first") == "Noor")
    handins.hand_in(anna, noor, "Zwemdiploma A", [_paper("Zwemdiploma A", ["Noor van Dam"])], request)


def _paper(title: str, lines: list[str], pages: int = 1) -> File:
    pdf = FPDF(format="A4")
    pdf.set_title(title)
    for number in range(1, pages + 1):
        pdf.add_page()
        pdf.set_font("Helvetica", "B", 26)
        pdf.cell(text=title, new_x="LMARGIN", new_y="NEXT", h=18)
        pdf.set_font("Helvetica", size=14)
        for line in [*lines, " ", f"De Regenboog, bladzijde {number}"]:
            pdf.cell(text=line, new_x="LMARGIN", new_y="NEXT", h=9)
    return File(f"{title}.pdf", bytes(pdf.output()))


_GUIDE = ["Welkom op onze school.", "De schooldag begint om half negen.", "Fruit eten we om tien uur."]
_HOLIDAYS = ["Kerst: 19 december tot en met 3 januari", "Voorjaar: 20 tot en met 28 februari"]
_SUMS = ["1 x 2 = ...", "2 x 2 = ...", "3 x 2 = ...", "4 x 2 = ...", "5 x 2 = ..."]
_READING = ["Pluk van de Petteflet", "De GVR", "Kikker en de vreemdeling"]
_MINUTES = ["Wie begeleidt de tussenmeting?", "Rik komt donderdag kennismaken."]
_REPORT = ["Lezen: goed", "Rekenen: ruim voldoende", "Samen spelen: heel goed"]
