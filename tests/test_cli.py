"""The command `kring`, as a host and an office use it: real processes, a real server, secrets at prompts only."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from click.testing import CliRunner, Result

from crypto.encoding import b64
from server.cli import main
from server.setup import prepare
from sync.client import news
from sync.client.account import found, login
from sync.client.transport import Http
from tests.browser.school import PASSWORD, School, open_school

SAMPLE = Path(__file__).parents[1] / "server/sample/roster.csv"
SMALL = "leerlingnummer;roepnaam;achternaam;groep;verzorger1 roepnaam\n1;Noor;Dam;3A;Anna\n2;Kapot;;3A;Niemand\n"


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    """A founded school; its office signs in as marga."""
    opened = open_school(tmp_path_factory.mktemp("school"))
    found(Http(opened.address), opened.secret, "marga", PASSWORD)
    yield opened
    opened.stop()


def kring(*arguments: str | Path, typed: str = "") -> Result:
    """Run the command in this process, with what is typed at its prompts."""
    return CliRunner().invoke(main, [str(one) for one in arguments], input=typed)


def office(school: School, *arguments: str | Path) -> Result:
    """Run a command that signs in as the office."""
    config = school.folder / "config.toml"
    return kring(*arguments, "--config", config, "--login", "marga", typed=f"{PASSWORD}\n")


def test_init_makes_settings_and_a_guarded_key_and_prints_the_founding_link(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    result = kring("init", "--config", config, "--name", "De Brug", "--origin", "https://kring.brug.example")
    assert result.exit_code == 0, result.output
    assert "https://kring.brug.example/found#" in result.output
    assert (tmp_path / "kring.key").stat().st_mode & 0o777 == 0o600


def test_init_again_gives_another_link_and_keeps_the_key(tmp_path: Path) -> None:
    arguments = ("init", "--config", tmp_path / "config.toml", "--name", "Brug", "--origin", "https://b.example")
    first, key = kring(*arguments), (tmp_path / "kring.key").read_text()
    second = kring(*arguments)
    assert second.exit_code == 0
    assert first.output != second.output
    assert (tmp_path / "kring.key").read_text() == key


def test_init_of_a_founded_school_is_refused_in_one_sentence(school: School) -> None:
    result = kring("init", "--config", school.folder / "config.toml", "--name", "x", "--origin", school.address)
    assert result.exit_code == 1
    assert "Traceback" not in result.output


def test_a_roster_is_imported_with_its_bad_row_named(school: School, tmp_path: Path) -> None:
    file = tmp_path / "roster.csv"
    file.write_text(SMALL)
    result = office(school, "roster", "import", file)
    assert result.exit_code == 0, result.output
    assert "line 3: missing achternaam" in result.output
    assert "1 new children" in result.output
    assert "0 new children" in office(school, "roster", "import", file).output


def test_a_dry_run_reads_the_sample_and_needs_no_server(tmp_path: Path) -> None:
    result = kring("roster", "import", SAMPLE, "--dry-run")
    assert "240 children, 10 groups, 0 rows" in result.output


def test_letters_are_written_as_a_pdf_for_one_group(school: School, tmp_path: Path) -> None:
    file = tmp_path / "small.csv"
    file.write_text(SMALL)
    office(school, "roster", "import", file)
    target = tmp_path / "letters.pdf"
    result = office(school, "letters", "--group", "3A", "--output", target)
    assert "1 letters" in result.output, result.output
    assert target.read_bytes().startswith(b"%PDF")
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_wrong_password_is_one_clear_sentence(school: School, tmp_path: Path) -> None:
    config = school.folder / "config.toml"
    result = kring("letters", "--config", config, "--login", "marga", typed="fout\n")
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    assert "fout" not in result.output


def test_the_doctor_finds_nothing_wrong_and_then_a_lost_key(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    kring("init", "--config", path, "--name", "De Brug", "--origin", "https://kring.brug.example")
    assert kring("doctor", "--config", path).exit_code == 0
    (tmp_path / "kring.key").unlink()
    result = kring("doctor", "--config", path)
    assert result.exit_code == 1
    assert "LOOK  database key" in result.output


def test_a_backup_is_made_while_the_server_runs(school: School, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    result = kring("backup", "--config", school.folder / "config.toml", target)
    assert result.exit_code == 0, result.output
    assert target.stat().st_size > 0


def test_every_command_helps(tmp_path: Path) -> None:
    for words in ("", "init", "serve", "demo", "roster", "roster import", "letters", "backup", "doctor"):
        result = kring(*words.split(), "--help")
        assert result.exit_code == 0
        assert len(result.output) > 200 or words == "roster"


@pytest.mark.timeout(600)
def test_the_demo_prints_one_json_object_and_stops_when_told(tmp_path: Path) -> None:
    """And then come a second school and their board, whose news a parent of the second school reads."""
    arguments = ["demo", "--json", "--port", "0", "--data", str(tmp_path / "demo"), "--schools", "2", "--board"]
    command = [sys.executable, "-m", "server.cli", *arguments]
    demo = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert demo.stdout is not None
    assert demo.stderr is not None
    assert "Het Kompas\n" in demo.stderr  # it has filled the first school by then
    about = json.loads(demo.stdout.readline())
    _wait_until_it_waits(demo.pid)
    bea = login(Http(about["second"]["address"]), "bea", about["second"]["logins"][2]["password"])
    bea.sync()
    demo.terminate()
    assert demo.wait(45) == 0
    demo.stdout.close()
    demo.stderr.close()
    assert {item.body["title"] for item in news.news(bea)} == {"Welkom in Blauw", "Eén stichting, twee scholen"}
    assert {one["name"] for one in about["logins"]} >= {"ad", "marga", "sanne", "anna", "koen"}
    assert [one["name"] for one in about["board"]["logins"]] == ["ingrid"]
    for one in (about, about["second"], about["board"]):
        with pytest.raises(requests.ConnectionError):
            requests.get(one["address"], timeout=5)


def _wait_until_it_waits(pid: int) -> None:
    """Until the process sleeps, which after its last word it does only to wait for its server."""
    deadline = time.monotonic() + 20
    while Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "S":
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_no_secret_stands_among_the_settings(tmp_path: Path) -> None:
    config = prepare(tmp_path / "config.toml", "De Brug", "https://kring.brug.example")
    key = bytes.fromhex(config.server.key_file.read_text().strip())
    text = (tmp_path / "config.toml").read_text()
    assert key.hex() not in text
    assert b64(key) not in text
