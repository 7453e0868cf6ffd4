"""The roster file: CSV as Dutch school systems export it, read into children, guardians and groups.

Pure: bytes in, `Roster` out. A row that is not understood is listed with its line and a reason code; the good rows
stay. What the columns mean is described in `docs/roster.md`; `webclient/sync/roster.js` reads the same way.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field
from datetime import date

LARGEST = 2 * 2**20
MOST_ROWS = 5000
LONGEST = 200
GUARDIANS = 4

_COLUMNS = {
    "number": ("leerlingnummer", "leerlingnr", "nummer", "llnr"),
    "first": ("roepnaam", "voornaam"),
    "particle": ("voorvoegsel", "voorvoegsels", "tussenvoegsel", "tussenvoegsels"),
    "last": ("achternaam", "naam"),
    "born": ("geboortedatum", "geboren"),
    "groups": ("groep", "groepen", "klas"),
}
_GUARDIAN = {
    "first": ("roepnaam", "voornaam", "voorletters"),
    "particle": ("voorvoegsel", "tussenvoegsel"),
    "last": ("achternaam", "naam"),
    "relation": ("relatie", "soort"),
    "email": ("e-mail", "email", "mail", "e-mailadres"),
    "phone": ("telefoon", "mobiel", "telefoonnummer"),
    "street": ("adres", "straat"),
    "postcode": ("postcode",),
    "city": ("woonplaats", "plaats"),
}
_REQUIRED = ("number", "first", "last", "groups")
_PREFIX = re.compile(r"^(?:verzorger|ouder)\s*([1-9])[ _-]*(.*)$")
_PARTICLES = re.compile(
    r"^((?:(?:van|von|de|den|der|het|'t|in|op|onder|over|te|ten|ter|el|al|la|le|du|dos|da|di|bij|aan|uit)\s+)+)(?=\S)",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"^[^@\s]+@[^@\s]+\.[^@\s]+$")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


class RosterError(Exception):
    """The file as a whole cannot be read; `code` is stable: `too-large`, `not-text`, `no-header`, `too-many-rows`."""

    def __init__(self, code: str) -> None:
        super().__init__(_SENTENCES[code])
        self.code = code


_SENTENCES = {
    "too-large": "This file is larger than 2 MB: export only the children of this school.",
    "not-text": "This is not a CSV file: export the roster as CSV, with semicolons.",
    "no-header": "The first line must name the columns: leerlingnummer, roepnaam, achternaam, groep.",
    "too-many-rows": "This file has more than 5,000 rows: export only the children of this school.",
}


@dataclass(frozen=True)
class Address:
    """Where a guardian lives."""

    street: str = ""
    postcode: str = ""
    city: str = ""


@dataclass(frozen=True)
class Guardian:
    """A guardian of one child; `key` stays the same when the file is imported again."""

    key: str
    first: str
    particle: str
    last: str
    relation: str = ""
    email: str = ""
    phone: str = ""
    address: Address = field(default_factory=Address)


@dataclass(frozen=True)
class Child:
    """A child; `born` is an ISO date or empty."""

    number: str
    first: str
    particle: str
    last: str
    born: str
    groups: tuple[str, ...]
    guardians: tuple[Guardian, ...]


@dataclass(frozen=True)
class RowProblem:
    """A row that was left out: its line in the file (from 1), the column, a reason code, what stood there."""

    line: int
    column: str
    reason: str
    value: str = ""


@dataclass(frozen=True)
class Roster:
    """What a file holds."""

    children: tuple[Child, ...]
    groups: tuple[str, ...]
    problems: tuple[RowProblem, ...]


class _BadRow(Exception):
    def __init__(self, column: str, reason: str, value: str = "") -> None:
        super().__init__(reason)
        self.column, self.reason, self.value = column, reason, value


def parse_roster(data: bytes) -> Roster:
    """Read a roster file; raises RosterError if it is none."""
    rows = _rows(decode(data))
    columns = _header(rows[0][1] if rows else [])
    children: dict[str, Child] = {}
    problems: list[RowProblem] = []
    for line, row in rows[1:]:
        try:
            child = _child({name: _cell(row, at, name) for name, at in columns.items()})
            if child.number in children:
                raise _BadRow("leerlingnummer", "duplicate", child.number)
            children[child.number] = child
        except _BadRow as bad:
            problems.append(RowProblem(line, bad.column, bad.reason, bad.value[:40]))
    groups = dict.fromkeys(name for child in children.values() for name in child.groups)
    return Roster(tuple(children.values()), tuple(groups), tuple(problems))


def decode(data: bytes) -> str:
    """The text of a file in UTF-8, with or without a mark, or Windows-1252; raises RosterError."""
    if len(data) > LARGEST:
        raise RosterError("too-large")
    if b"\0" in data:
        raise RosterError("not-text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def split_name(particle: str, last: str) -> tuple[str, str]:
    """(particle, surname), also where the particle stands inside the surname: "van der Berg", "Berg, van der"."""
    if particle:
        return particle, last
    if "," in last:
        name, _, behind = last.partition(",")
        return behind.strip(), name.strip()
    found = _PARTICLES.match(last)
    return (found[1].strip(), last[found.end() :]) if found else ("", last)


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """(line, cells) of every row that is not empty."""
    head = text.split("\n", 1)[0]
    delimiter = max(";\t,", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    found, line = [], 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                found.append((line, [cell.strip() for cell in row]))
            line = reader.line_num + 1
    except csv.Error:
        raise RosterError("not-text") from None
    if len(found) > MOST_ROWS + 1:
        raise RosterError("too-many-rows")
    return found


def _header(cells: list[str]) -> dict[str, int]:
    """Which column is where: "first", "2.email", …; raises RosterError("no-header")."""
    columns: dict[str, int] = {}
    for at, cell in enumerate(cells):
        name = " ".join(cell.casefold().split())
        guardian = _PREFIX.match(name)
        key = _named(guardian[2] if guardian else name, _GUARDIAN if guardian else _COLUMNS)
        if key:
            columns.setdefault(f"{guardian[1]}.{key}" if guardian else key, at)
    if any(name not in columns for name in _REQUIRED):
        raise RosterError("no-header")
    return columns


def _named(name: str, known: dict[str, tuple[str, ...]]) -> str:
    return next((key for key, names in known.items() if name in names), "")


def _cell(row: list[str], at: int, name: str) -> str:
    value = row[at] if at < len(row) else ""
    if len(value) > LONGEST:
        raise _BadRow(name, "too-long", value)
    if _CONTROL.search(value):
        raise _BadRow(name, "control-character")
    return " ".join(value.split())


def _child(cells: dict[str, str]) -> Child:
    for name in _REQUIRED:
        if not cells[name]:
            raise _BadRow(_COLUMNS[name][0], "missing")
    particle, last = split_name(cells.get("particle", ""), cells["last"])
    groups = tuple(dict.fromkeys(part.strip() for part in re.split(r"[,+/]", cells["groups"]) if part.strip()))
    found = {cell.split(".")[0] for cell, value in cells.items() if "." in cell and value}
    if any(int(number) > GUARDIANS for number in found):
        raise _BadRow("verzorger5", "too-many-guardians")
    guardians = [_guardian(number, cells, last) for number in sorted(found)]
    return Child(cells["number"], cells["first"], particle, last, _born(cells.get("born", "")), groups,
                 tuple(one for one in guardians if one))  # fmt: skip


def _guardian(number: str, cells: dict[str, str], child_last: str) -> Guardian | None:
    get = {key: cells.get(f"{number}.{key}", "") for key in _GUARDIAN}
    if not (get["first"] or get["last"]):
        return None
    if get["email"] and not _EMAIL.match(get["email"]):
        raise _BadRow(f"verzorger{number} e-mail", "bad-email", get["email"])
    particle, last = split_name(get["particle"], get["last"] or child_last)
    address = Address(get["street"], get["postcode"], get["city"])
    return Guardian(number, get["first"], particle, last, get["relation"], get["email"], get["phone"], address)


def _born(text: str) -> str:
    if not text:
        return ""
    found = re.match(r"^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$", text)
    parts = (found[3], found[2], found[1]) if found else tuple(text.split("-"))
    try:
        year, month, day = (int(part) for part in parts)
        return date(year, month, day).isoformat() if year > 1900 else _bad_date(text)
    except ValueError:
        return _bad_date(text)


def _bad_date(text: str) -> str:
    raise _BadRow("geboortedatum", "bad-date", text)
