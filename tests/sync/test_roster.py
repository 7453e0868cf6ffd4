"""The roster file as schools export it: what is read, what is listed as bad; and the browser reads the very same."""

from __future__ import annotations

import base64
import json
import subprocess
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.demo import SAMPLE
from sync.roster import RosterError, parse_roster

READ = Path(__file__).parents[1] / "webclient" / "rosters.js"
HEADER = "leerlingnummer;roepnaam;voorvoegsel;achternaam;geboortedatum;groep;verzorger1 roepnaam;verzorger1 achternaam"
LONG = (
    HEADER + ";verzorger1 e-mail;verzorger1 telefoon;verzorger1 adres;verzorger1 postcode;verzorger1 woonplaats"
    ";verzorger2 roepnaam;verzorger2 achternaam;verzorger2 adres;verzorger2 postcode;verzorger2 woonplaats"
)
ONE = f"{HEADER}\n1;Noor;van;Dam;21-11-2020;3A;Anna;de Vries\n"
FILES: dict[str, bytes] = {
    "plain": ONE.encode(),
    "with a byte order mark": b"\xef\xbb\xbf" + ONE.encode(),
    "Windows-1252": f"{HEADER}\n1;Jérôme;;Brontë;1-2-2019;3A;Zoë;Brontë\n".encode("cp1252"),
    "UTF-8 with accents": f"{HEADER}\n1;Jérôme;;Brontë;1-2-2019;3A;Zoë;Brontë\n".encode(),
    "Windows line ends": ONE.replace("\n", "\r\n").encode(),
    "commas": ONE.replace(";", ",").encode(),
    "capitals in the header": ONE.replace("roepnaam", "Roepnaam").encode(),
    "particle inside the last name": f"{HEADER}\n1;Noor;;van der Berg;;3A;Anna;van 't Hof\n".encode(),
    "particle in capitals": f"{HEADER}\n1;Noor;;Van Den Berg;;3A;;\n".encode(),
    "no particle but a name like one": f"{HEADER}\n1;Noor;;Vanderbilt;;3A;;\n".encode(),
    "two groups with a plus": f"{HEADER}\n1;Noor;;Dam;;3A + Plus;;\n".encode(),
    "two groups with a comma": f"{HEADER}\n1;Noor;;Dam;;3A, 5B;;\n".encode(),
    "two groups with a slash": f"{HEADER}\n1;Noor;;Dam;;3A/5B;;\n".encode(),
    "two rows of one child": f"{HEADER}\n1;Noor;;Dam;;3A;Anna;Dam\n1;Noor;;Dam;;5B;Anna;Dam\n".encode(),
    "two children of one number": f"{HEADER}\n1;Noor;;Dam;;3A;;\n1;Bram;;Dam;;3A;;\n".encode(),
    "no guardian": f"{HEADER}\n1;Noor;;Dam;;3A;;\n".encode(),
    "two addresses": (
        f"{LONG}\n1;Mila;;H;;3A;Fatima;H;f@x.example;06-1;Kade 1;1234 AB;Ons;Koen;V;Laan 2;4321 BA;Daar\n"
    ).encode(),
    "a bad e-mail": f"{LONG}\n1;Mila;;H;;3A;Fatima;H;geen mail;06-1;;;;;;;;\n".encode(),
    "no last name": f"{HEADER}\n1;Noor;;;;3A;;\n2;Bram;;Dam;;3A;;\n".encode(),
    "no number": f"{HEADER}\n;Noor;;Dam;;3A;;\n".encode(),
    "no group": f"{HEADER}\n1;Noor;;Dam;;;;\n".encode(),
    "an impossible date": f"{HEADER}\n1;Noor;;Dam;31-02-2020;3A;;\n".encode(),
    "dates the other way": f"{HEADER}\n1;Noor;;Dam;2020-11-21;3A;;\n".encode(),
    "quoted, with a semicolon inside": f'{HEADER}\n1;"Noor; klein";;Dam;;3A;;\n'.encode(),
    "quoted, with a line inside": f'{HEADER}\n1;"Noor\nklein";;Dam;;3A;;\n2;Bram;;Dam;;;;\n'.encode(),
    "a quote that never ends": f'{HEADER}\n1;"Noor;;Dam;;3A;;\n'.encode(),
    "too few cells": f"{HEADER}\n1;Noor\n".encode(),
    "too many cells": f"{HEADER}\n1;Noor;;Dam;;3A;;;;;;;;\n".encode(),
    "empty lines between": f"{HEADER}\n\n1;Noor;;Dam;;3A;;\n\n;;;;;;;\n".encode(),
    "a control character": f"{HEADER}\n1;No\x07or;;Dam;;3A;;\n".encode(),
    "a very long name": f"{HEADER}\n1;{'N' * 300};;Dam;;3A;;\n".encode(),
    "a missing column": b"leerlingnummer;roepnaam;groep\n1;Noor;3A\n",
    "an empty file": b"",
    "only a header": HEADER.encode(),
    "a picture": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "sixteen-bit text": ONE.encode("utf-16"),
    "the sample": SAMPLE.read_bytes(),
}


def parsed(data: bytes) -> dict[str, Any]:
    """What came of a file, as plain data."""
    try:
        return dict(json.loads(json.dumps(asdict(parse_roster(data)))))
    except RosterError as error:
        return {"error": error.code}


def in_the_browser(files: list[bytes], folder: Path) -> list[dict[str, Any]]:
    """What the browser's reader makes of them."""
    path = folder / "files.json"
    path.write_text(json.dumps([base64.b64encode(one).decode() for one in files]))
    done = subprocess.run(["node", str(READ), str(path)], capture_output=True, text=True, timeout=60, check=True)
    return list(json.loads(done.stdout))


def test_both_readers_agree(tmp_path: Path) -> None:
    found = in_the_browser(list(FILES.values()), tmp_path)
    assert {name: theirs for name, theirs in zip(FILES, found, strict=True)} == {
        name: parsed(data) for name, data in FILES.items()
    }


def test_the_sample_is_a_school() -> None:
    found = parse_roster(FILES["the sample"])
    assert (len(found.children), len(found.problems)) == (240, 0)


@pytest.mark.parametrize(
    ("name", "line", "reason"),
    [("no last name", 2, "missing"), ("no number", 2, "missing"), ("no group", 2, "missing")],
)
def test_a_bad_row_is_named_by_line_and_reason(name: str, line: int, reason: str) -> None:
    problem = parsed(FILES[name])["problems"][0]
    assert (problem["line"], problem["reason"]) == (line, reason)


def test_the_good_rows_stay() -> None:
    assert [child["first"] for child in parsed(FILES["no last name"])["children"]] == ["Bram"]


def test_particles_stand_apart() -> None:
    child = parsed(FILES["particle inside the last name"])["children"][0]
    assert (child["particle"], child["last"]) == ("van der", "Berg")
    assert child["guardians"][0]["last"] == "Hof"


CELL = st.text(alphabet='aÉ; "\n\r\t1/é,+-', max_size=6)


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(CELL, min_size=1, max_size=9), max_size=6))
def test_both_agree_on_any_rows(tmp_path: Path, rows: list[list[str]]) -> None:
    text = "\n".join([HEADER, *(";".join(cells) for cells in rows)])
    files = [text.encode(), text.encode("cp1252")]
    assert in_the_browser(files, tmp_path) == [parsed(data) for data in files]
