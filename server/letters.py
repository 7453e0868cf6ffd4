"""Letters on paper: one page each, with token, QR, the school's fingerprint and the deadline, as a PDF.

The token is printed and nowhere else written: the QR carries it in the fragment of an address, which no server sees.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import segno
from fpdf import FPDF

from server.pages import FOLDER

MARGIN = 22
FONTS = FOLDER / "lib" / "fonts"
LINE: dict[str, Any] = {"align": "L", "new_x": "LMARGIN", "new_y": "NEXT"}
INK, MUTED = (33, 29, 24), (110, 102, 92)


@dataclass(frozen=True)
class Letter:
    """What stands on one letter; `deadline` in ms UTC."""

    name: str
    child: str
    group: str
    token: str
    deadline: int


@dataclass(frozen=True)
class Sender:
    """The school as the letters name it."""

    school: str
    origin: str
    fingerprint: str


TEXTS = {
    "nl": {
        "title": "Je plek op Kring",
        "for_child": "Voor {name}, bij {child} ({group})",
        "for_staff": "Voor {name} ({group})",
        "why": "Met deze brief maak je zelf een account. Wat de school je schrijft, kan alleen worden gelezen door "
               "wie het bedoeld is. Ook wie de computer beheert, kan niet meelezen.",
        "how": "Scan de code met je telefoon, of ga naar {address} en typ:",
        "deadline": "Gebruik deze brief voor {date}. Hij werkt een keer.",
        "check": "Kenmerk van de school, om te vergelijken:",
        "lost": "Brief kwijt, of klopt er iets niet? Kom even langs bij het kantoor van de school.",
    },
    "en": {
        "title": "Your place on Kring",
        "for_child": "For {name}, with {child} ({group})",
        "for_staff": "For {name} ({group})",
        "why": "With this letter you make your own account. What the school writes to you can be read only by those "
               "it is meant for. Whoever runs the computer cannot read along.",
        "how": "Scan the code with your phone, or go to {address} and type:",
        "deadline": "Use this letter before {date}. It works once.",
        "check": "The school's mark, to compare:",
        "lost": "Lost the letter, or is something wrong? Come by the school's office.",
    },
}  # fmt: skip


def letters_pdf(sender: Sender, letters: list[Letter], languages: tuple[str, ...] = ("nl", "en")) -> bytes:
    """All letters, a page each, in the first language with the second below it."""
    pdf = FPDF(format="A4")
    pdf.set_margin(MARGIN)
    pdf.set_title(sender.school)
    _load_fonts(pdf)
    for letter in letters:
        pdf.add_page()
        _head(pdf, sender)
        _body(pdf, sender, letter, TEXTS[languages[0]])
        for language in languages[1:]:
            _second(pdf, sender, letter, TEXTS[language])
    return bytes(pdf.output())


def join_address(origin: str, token: str) -> str:
    """What the QR says; the token is in the fragment."""
    return f"{origin}/join#{''.join(token.split())}"


def _head(pdf: FPDF, sender: Sender) -> None:
    _font(pdf, 11, MUTED)
    pdf.cell(0, 8, sender.school, **LINE)
    pdf.ln(8)


def _body(pdf: FPDF, sender: Sender, letter: Letter, text: dict[str, str]) -> None:
    _font(pdf, 24, INK, "B")
    pdf.cell(0, 12, text["title"], **LINE)
    _font(pdf, 13, INK)
    pdf.multi_cell(0, 8, _for(letter, text), **LINE)
    pdf.ln(3)
    _font(pdf, 11, INK)
    pdf.multi_cell(0, 6, text["why"], **LINE)
    pdf.ln(3)
    pdf.multi_cell(0, 6, text["how"].format(address=sender.origin), **LINE)
    _code(pdf, sender, letter)
    _font(pdf, 11, INK, "B")
    pdf.multi_cell(0, 6, text["deadline"].format(date=_date(letter.deadline)), **LINE)
    _font(pdf, 9, MUTED)
    pdf.multi_cell(0, 5, f"{text['check']} {sender.fingerprint}", **LINE)
    pdf.multi_cell(0, 5, text["lost"], **LINE)


def _second(pdf: FPDF, sender: Sender, letter: Letter, text: dict[str, str]) -> None:
    pdf.ln(6)
    _font(pdf, 10, INK, "B")
    pdf.cell(0, 6, text["title"], **LINE)
    _font(pdf, 9, MUTED)
    date, address = _date(letter.deadline), sender.origin
    lines = (f"{_for(letter, text)}.", text["why"], text["deadline"].format(date=date),
             text["how"].format(address=address))  # fmt: skip
    pdf.multi_cell(0, 5, (" ".join(lines) + f" {letter.token}"), **LINE)


def _code(pdf: FPDF, sender: Sender, letter: Letter) -> None:
    image = io.BytesIO()
    segno.make(join_address(sender.origin, letter.token), error="m").save(image, kind="png", scale=8, border=2)
    top = pdf.get_y() + 4
    pdf.image(image, x=MARGIN, y=top, w=46)
    pdf.set_xy(MARGIN + 52, top + 16)
    pdf.set_font("courier", "B", 17)
    pdf.cell(0, 10, letter.token)
    pdf.set_xy(MARGIN, top + 52)


def _for(letter: Letter, text: dict[str, str]) -> str:
    template = text["for_child"] if letter.child else text["for_staff"]
    return template.format(name=letter.name, child=letter.child, group=letter.group or "school")


def _load_fonts(pdf: FPDF) -> None:
    """The client's own typeface, with the letters of Łucja and Şahin behind those of Anna."""
    for family, part in (("kring", "latin"), ("kring-more", "latin-ext")):
        for style, weight in (("", 400), ("B", 700)):
            pdf.add_font(family, style, FONTS / f"{part}-{weight}-normal.woff")
    pdf.set_fallback_fonts(["kring-more"], exact_match=False)


def _font(pdf: FPDF, size: int, colour: tuple[int, int, int], style: str = "") -> None:
    pdf.set_font("kring", style, size)
    pdf.set_text_color(*colour)


def _date(at: int) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).astimezone(ZoneInfo("Europe/Amsterdam")).strftime("%d-%m-%Y")
