"""A backup is taken while the school goes on, and what is put back from it is the school as it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from server import backup, create_app
from server.config import Config, School, Server
from server.incarnation import FILE
from server.serve import open_engine
from server.store.errors import BackupExists
from server.store.key import make_key
from sync.client import account, news
from tests.server.school import ANYWHERE, ORIGIN, Cast, TestSchool, browser_of, fill


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
