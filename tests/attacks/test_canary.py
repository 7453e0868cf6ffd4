"""No secret stands anywhere in the clear: not on disk, not in the database, not on the wire, not in the log.

A whole story is played, from the founding to reminders, while everything that the server sends, gets, prints and
keeps is collected. What the story's people said, and what opens it, must be nowhere in there.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from contextlib import closing, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from crypto.lock import lock_root
from crypto.paper import read_code
from sync.client import account, news
from sync.client.transport import Problem
from tests.conftest import shrink_hashing
from tests.server.school import Browser, TestSchool
from tests.stories.cast import FAMILIES, Papers, Regenboog, build, close, reopen

TITLE, TEXT, CHANGED = "Zwemkanarie dinsdag", "Neem een kanariegele handdoek mee", "Woensdagkanarie in plaats daarvan"
LATER = "Rapportkanarie voor later"
WORDS = (
    TITLE, TEXT, CHANGED, LATER, "juf Sanne", "juf Els", "kanarie.example", "2026-2027",
    *(f'"{first}"' for _, first, *_ in FAMILIES), *(last for _, _, last, *_ in FAMILIES),
)  # fmt: skip
"""What people said; short first names as they stand in JSON, as three letters happen in any ciphertext."""
KEY = bytes(range(32))


@dataclass
class Evidence:
    """All bytes that left somebody's hands."""

    folder: Path
    papers: Papers
    secrets: dict[str, bytes] = field(default_factory=dict)
    wire: list[bytes] = field(default_factory=list)
    log: str = ""
    rows: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def evidence(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Evidence]:
    """The story, played once."""
    folder = tmp_path_factory.mktemp("canary")
    printed = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(printed), redirect_stderr(printed):
        shrink_hashing(patch)
        found = _play(folder, patch)
    found.log = printed.getvalue()
    found.rows = _rows(folder / "data" / "kring.db")
    yield found


def test_the_story_was_played(evidence: Evidence) -> None:
    """Otherwise the rest would show nothing."""
    assert evidence.titles == [TITLE]
    assert len(evidence.secrets) > 100
    assert "route=/api/entries" in evidence.log
    assert any(b"/api/entries" in one for one in evidence.wire)
    assert "fatima" in evidence.rows, "login names are kept, so a dump that lacks them is no dump"


def test_disk_without_the_key_is_noise(evidence: Evidence) -> None:
    """Database, write-ahead log and all other files, before and after closing."""
    files = [path for path in evidence.folder.rglob("*") if path.is_file()]
    assert {"kring.db", "kring.db-wal"} <= {path.name for path in files}
    for path in files:
        data = path.read_bytes()
        assert b"SQLite format 3" not in data
        assert not [word for word in _everything(evidence) if word in data], path
        assert b"fatima" not in data, "not even who has an account"


def test_without_the_key_the_database_does_not_open(evidence: Evidence) -> None:
    connection = dbapi2.connect(str(evidence.folder / "data" / "kring.db"))
    with closing(connection), pytest.raises(dbapi2.DatabaseError, match="not a database"):
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()


def test_the_database_with_its_key_holds_no_secret(evidence: Evidence) -> None:
    """Who runs the server, or takes it, reads nothing of what the school said."""
    dump = "\n".join(evidence.rows).encode()
    assert not [word for word in _everything(evidence) if word in dump]


def test_nothing_secret_is_on_the_wire(evidence: Evidence) -> None:
    """Inside TLS, that is: between browser and server, whoever ends the TLS."""
    wire = b"\n".join(evidence.wire)
    assert not [word for word in _everything(evidence) if word in wire]


def test_the_log_names_nobody(evidence: Evidence) -> None:
    said = evidence.log.encode()
    assert not [word for word in _everything(evidence) if word in said]
    named = [name for name in ("marga", "sanne", "fatima", "jeroen") if name in evidence.log.lower()]
    ids = [session.person for session in evidence.papers.sessions.values() if session.person in evidence.log]
    assert named + ids == []
    assert "127.0.0.1" not in evidence.log


class Tapped(Browser):
    """A browser whose requests and answers are written down."""

    tape: list[bytes]

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        """The answer, noted."""
        answer = super().ask(method, path, body, **headers)
        said = body if isinstance(body, bytes) else b""
        self.tape += [f"{method} {path}".encode(), said, answer.data, str(answer.headers).encode()]
        return answer


def _play(folder: Path, patch: pytest.MonkeyPatch) -> Evidence:
    tape: list[bytes] = []

    def browser(school: TestSchool, address: str = "127.0.0.1") -> Tapped:
        tapped = Tapped(school.app, address)
        tapped.tape = tape
        return tapped

    patch.setattr(TestSchool, "browser", browser)
    papers = build(folder / "built")
    found = Evidence(folder, papers, wire=tape)
    regenboog = reopen(papers, folder / "data")
    found.titles = _a_week(regenboog)
    found.secrets = _secrets(regenboog)
    (folder / "wal").mkdir()
    (folder / "wal" / "kring.db-wal").write_bytes((folder / "data" / "kring.db-wal").read_bytes())
    close(regenboog)
    return found


def _a_week(regenboog: Regenboog) -> list[str]:
    """News, a change, receipts, a reminder, something for later, something deleted, a second device, mistakes."""
    group = regenboog.group("3A").group
    post = news.post(regenboog.sanne, [group], TITLE, TEXT)
    news.post(regenboog.sanne, [group], LATER, TEXT, held=regenboog.sanne.clock() + 3_600_000)
    gone = news.post(regenboog.sanne, [group], CHANGED, TEXT)
    news.delete(regenboog.sanne, gone)
    regenboog.anna.sync()
    news.read(regenboog.anna, post, confirmed=True)
    regenboog.sanne.sync()
    news.remind(regenboog.sanne, post)
    news.change(regenboog.sanne, post, text=CHANGED)
    _mistakes(regenboog)
    return [item.body["title"] for item in news.news(regenboog.login("fatima"))]


def _mistakes(regenboog: Regenboog) -> None:
    browser = regenboog.school.browser()
    with pytest.raises(Problem, match="wrong-login"):
        account.login(browser, "fatima", regenboog.papers.passwords["koen"])
    for path in ("/api/entries", "/api/login", "/api/invitations/x/redemption", "/api/nothing"):
        browser.send("POST", path, b'{"name": "fatima", "unknown": 1')
    with pytest.raises(Problem, match="token-used"):
        account.join(browser, regenboog.papers.tokens["koen 0"], "mallory", "wachtwoord-kanarie-mallory")


def _secrets(regenboog: Regenboog) -> dict[str, bytes]:
    """Everything that opens something, by name, as bytes."""
    papers = regenboog.papers
    found = {f"password {name}": word.encode() for name, word in papers.passwords.items()}
    sheets = {f"sheet {name}": code for name, code in papers.sheets.items()}
    codes = {**papers.tokens, **sheets, "root": papers.root_code}
    for name, code in codes.items():
        found[f"{name} as printed"] = code.encode()
        found[f"{name} in a QR"] = code.replace(" ", "").encode()
        found[f"{name} symbols"] = read_code(code, len(code.split())).encode()
    for name, session in regenboog.everybody().items():
        found[f"seed of {name}"] = session.identity.seed
        found[f"self key of {name}"] = session.identity.self_key
        for circle in session.replica.circles.values():
            for number, epoch in circle.epochs.items():
                found[f"seed {circle.id} {number}"] = epoch.seed
                found[f"content key {circle.id} {number}"] = epoch.content
                found[f"history key {circle.id} {number}"] = epoch.history
    offer = {"id": "A" * 22, "kind": "sheet", "salt": "", "ops": 0, "mem": 0}
    found |= {f"lock {name}": lock_root(code, offer) for name, code in papers.sheets.items()}
    return found


def _everything(evidence: Evidence) -> set[bytes]:
    """Each secret in each writing that could show it."""
    found = {word.encode() for word in WORDS} | {word.encode("utf-16-le") for word in WORDS}
    for secret in evidence.secrets.values():
        plain = base64.b64encode(secret).rstrip(b"=")
        found |= {secret, secret.hex().encode(), plain, plain.replace(b"+", b"-").replace(b"/", b"_")}
    return found


def _rows(database: Path) -> list[str]:
    """Every value of every row of every table."""
    with closing(dbapi2.connect(str(database))) as connection:
        connection.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        values = (value for table in tables for row in connection.execute(f'SELECT * FROM "{table}"') for value in row)
        return [value.decode("latin-1") if isinstance(value, bytes) else str(value) for value in values]
