"""A backup is taken while the school goes on, and what is put back from it is the school as it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from server import backup, create_app, doctor
from server.blobs import clean
from server.config import Config, School, Server
from server.incarnation import FILE
from server.serve import open_engine
from server.store.errors import BackupExists
from server.store.key import make_key
from server.store.sqlcipher import SqlcipherEngine
from sync.client import account, blobs, news, takeaway
from tests.server.school import ANYWHERE, ORIGIN, Cast, TestSchool, browser_of, fill
from tests.server.test_blobs import TEXT, begin
from tests.server.test_blobs import news as listed


@pytest.fixture
def hosted(tmp_path: Path) -> Config:
    """A host's folder: settings, key, data."""
    (tmp_path / "config.toml").write_text(f'[school]\nname = "De Regenboog"\norigin = "{ORIGIN}"\n')
    make_key(tmp_path / "kring.key")
    school = School(name="De Regenboog", origin=ORIGIN)
    server = Server(data=tmp_path / "data", key_file=tmp_path / "kring.key")
    return Config(school=school, server=server, login=ANYWHERE)


def opened(config: Config) -> TestSchool:
    """The school over its store."""
    store = open_engine(config)
    return TestSchool(create_app(config, store), store, config)  # type: ignore[arg-type]


def test_a_backup_of_a_running_school_holds_what_was_there(hosted: Config, tmp_path: Path) -> None:
    running = opened(hosted)
    cast = fill(running)
    news.post(cast.marga, [cast.group.group], "Zwemmen", "Dinsdag")
    backup.back_up(tmp_path / "config.toml", tmp_path / "copy.db")
    news.post(cast.marga, [cast.group.group], "Later", "")
    running.store.close()
    restored = _put_back(hosted, tmp_path / "copy.db")
    session = account.login(restored.browser(), "anna@example.org", "purple rain")
    assert [item.body["title"] for item in news.news(session)] == ["Zwemmen"]
    restored.store.close()


def test_a_school_that_was_put_back_begins_a_new_life(hosted: Config, tmp_path: Path) -> None:
    running = opened(hosted)
    cast: Cast = fill(running)
    backup.back_up(tmp_path / "config.toml", tmp_path / "copy.db")
    running.store.close()
    restored = _put_back(hosted, tmp_path / "copy.db")
    assert restored.site.incarnation != running.site.incarnation
    cookie = browser_of(cast.anna).client.get_cookie("kring")
    browser = restored.browser()
    assert cookie is not None
    browser.client.set_cookie("kring", cookie.value)
    page = browser.ask("GET", f"/api/sync?cursor={cast.anna.replica.cursor}").json
    assert page is not None
    assert page["joined"], "an old cursor starts from the beginning"
    restored.store.close()


def test_a_backup_takes_the_files_along(hosted: Config, tmp_path: Path) -> None:
    running = opened(hosted)
    cast = fill(running)
    part = blobs.upload(cast.marga, cast.group.group, TEXT, "text/plain")
    listed(cast.marga, cast.group.group, part)
    half = blobs.seal(TEXT, "text/plain").part["blob"]
    begin(cast.marga, cast.group.group, 100, half)
    assert backup.back_up(tmp_path / "config.toml", tmp_path / "copy.db") == []
    running.store.close()
    restored = _put_back(hosted, tmp_path / "copy.db")
    shutil.copytree(tmp_path / "files", hosted.server.data / "files")
    session = account.login(restored.browser(), "anna@example.org", "purple rain")
    session.sync()
    assert blobs.download(session, part) == TEXT
    restored.store.close()


def test_files_are_copied_once(hosted: Config, tmp_path: Path) -> None:
    """The second backup adds what is new; a file that went meanwhile stays for the first one."""
    running = opened(hosted)
    cast = fill(running)
    first = blobs.upload(cast.marga, cast.group.group, TEXT, "text/plain")
    backup.back_up(tmp_path / "config.toml", tmp_path / "one.db")
    (kept,) = [path for path in (tmp_path / "files").rglob("*") if path.is_file()]
    before = kept.stat().st_mtime_ns
    blobs.cancel(cast.marga, first)
    clean(running.site)
    blobs.upload(cast.marga, cast.group.group, TEXT, "text/plain")
    backup.back_up(tmp_path / "config.toml", tmp_path / "two.db")
    running.store.close()
    assert kept.stat().st_mtime_ns == before
    assert len([path for path in (tmp_path / "files").rglob("*") if path.is_file()]) == 2


def test_nothing_goes_while_a_backup_is_made(hosted: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the copy of the database and that of the files somebody lets go of one, and the server cleans up."""
    running = opened(hosted)
    cast = fill(running)
    part = blobs.upload(cast.marga, cast.group.group, TEXT, "text/plain")
    copy = SqlcipherEngine.backup

    def meddle(engine: SqlcipherEngine, path: Path) -> None:
        copy(engine, path)
        blobs.cancel(cast.marga, part)
        clean(running.site)

    monkeypatch.setattr(SqlcipherEngine, "backup", meddle)
    assert backup.back_up(tmp_path / "config.toml", tmp_path / "copy.db") == []
    assert len([path for path in (tmp_path / "files").rglob("*") if path.is_file()]) == 1
    clean(running.site)
    assert list(running.site.storage.list()) == []
    running.store.close()


def test_the_doctor_names_files_that_are_missing_or_belong_to_nothing(hosted: Config) -> None:
    running = opened(hosted)
    cast = fill(running)
    blobs.upload(cast.marga, cast.group.group, TEXT, "text/plain")
    running.store.close()
    assert finding(hosted) == ""
    (path,) = [path for path in (hosted.server.data / "files").rglob("*") if path.is_file()]
    path.rename(path.with_name("ab" * 16))
    said = finding(hosted)
    assert f"1 files are missing: {path.parent.name}/{path.name}" in said
    assert "1 files belong to nothing" in said


def finding(config: Config) -> str:
    """What the doctor says of files."""
    return next(one.advice for one in doctor.examine(config) if one.what == "sealed files")


def test_a_backup_never_replaces_a_file(hosted: Config, tmp_path: Path) -> None:
    opened(hosted).store.close()
    (tmp_path / "copy.db").write_text("precious")
    with pytest.raises(BackupExists):
        backup.back_up(tmp_path / "config.toml", tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "precious"


def _put_back(config: Config, copy: Path) -> TestSchool:
    """The copy in a fresh data folder, as docs/operate.md says."""
    shutil.rmtree(config.server.data)
    config.server.data.mkdir(mode=0o700)
    shutil.copy(copy, config.server.data / "kring.db")
    assert not (config.server.data / FILE).exists()
    return opened(config)


def test_what_was_taken_away_stays_away_after_a_backup(hosted: Config, tmp_path: Path) -> None:
    """Put back from a copy, it is withheld as before; and a restart alone changes nothing either."""
    running = opened(hosted)
    cast = fill(running)
    record, child = _photo(cast), cast.anna.seat("guardian").circles[0]
    cast.anna.sync()
    takeaway.withhold(cast.anna, [record], child)
    running.store.close()
    again = opened(hosted)
    assert _withheld(again) == [(record, child)]
    backup.back_up(tmp_path / "config.toml", tmp_path / "copy.db")
    again.store.close()
    restored = _put_back(hosted, tmp_path / "copy.db")
    assert _withheld(restored) == [(record, child)]
    restored.store.close()


def _photo(cast: Cast) -> str:
    """A photo that the office shows to a group; its record."""
    made: list[str] = []
    body = {"photo": "A" * 22, "album": "A" * 22, "at": 0, "caption": ""}
    cast.marga.write(
        lambda batch: made.append(batch.record(cast.group.group, "photo", body)), cast.marga.seat("office")
    )
    return made[-1]


def _withheld(school: TestSchool) -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = school.store.read(
        lambda store: store.execute("SELECT record, circle FROM withholding").fetchall()
    )
    return rows
