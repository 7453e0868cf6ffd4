"""Both storages keep the same promises: files in a folder, and objects of a real S3 service."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from server.config import Config, ConfigError, School, Server, settle
from server.storage import Missing, Storage, new_name, open_storage
from server.storage.files import Files
from server.store.errors import StoreUnavailable
from sync.client import blobs
from tests.server.objects import Service, s3_service
from tests.server.school import fill, open_school
from tests.server.test_blobs import TEXT, news

DATA = bytes(range(256)) * 1024


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """An S3 service."""
    with s3_service(tmp_path_factory.mktemp("objects")) as running:
        yield running


@pytest.fixture(params=["files", "s3"])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Storage:
    """Each storage in turn."""
    if request.param == "files":
        return Files(tmp_path / "files")
    running: Service = request.getfixturevalue("service")
    return open_storage(running.config(tmp_path))


def kept(storage: Storage, data: bytes = DATA) -> str:
    """Something whole; returns its name."""
    name = new_name()
    assert storage.append(name, 0, [data[:100_000], data[100_000:]]) == len(data)
    storage.finish(name, len(data))
    return name


def read(storage: Storage, name: str, start: int = 0, end: int = len(DATA)) -> bytes:
    """Bytes of what is whole."""
    return b"".join(storage.open(name, start, end))


def test_what_is_finished_is_read_in_ranges(storage: Storage) -> None:
    name = kept(storage)
    assert read(storage, name) == DATA
    for start, end in ((0, 1), (65_535, 65_537), (100, 200_000), (len(DATA) - 1, len(DATA))):
        assert read(storage, name, start, end) == DATA[start:end]
    assert name in set(storage.list())


def test_pieces_are_small(storage: Storage) -> None:
    assert max(len(piece) for piece in storage.open(kept(storage), 0, len(DATA))) <= 64 * 1024


def test_what_is_not_finished_is_not_there(storage: Storage) -> None:
    name = new_name()
    storage.append(name, 0, [DATA])
    with pytest.raises(Missing):
        storage.open(name, 0, 10)
    assert name not in set(storage.list())


def test_appending_goes_on_and_writes_over_what_was_not_answered_for(storage: Storage) -> None:
    name = new_name()
    storage.append(name, 0, [DATA[:1000], b"never answered for" * 1000])
    assert storage.append(name, 1000, [DATA[1000:5000]]) == 5000
    storage.finish(name, 5000)
    assert read(storage, name, 0, 5000) == DATA[:5000]


def test_what_was_lost_is_missing_and_not_zeros(storage: Storage) -> None:
    name = new_name()
    with pytest.raises(Missing):
        storage.append(name, 10, [b"x"])
    storage.append(name, 0, [b"x" * 10])
    with pytest.raises(Missing):
        storage.append(name, 11, [b"x"])
    with pytest.raises(Missing):
        storage.finish(name, 11)


def test_finishing_and_removing_again_is_as_good_as_once(storage: Storage) -> None:
    name = kept(storage)
    storage.finish(name, len(DATA))
    assert read(storage, name) == DATA
    half = new_name()
    storage.append(half, 0, [DATA])
    for one in (name, name, half, half, new_name()):
        storage.remove(one)
    with pytest.raises(Missing):
        storage.open(name, 0, 10)


def test_nobody_else_on_the_machine_reads_the_files(tmp_path: Path) -> None:
    files = Files(tmp_path / "files")
    name = kept(files)
    path = tmp_path / "files" / name[:2] / name
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_a_service_that_is_gone_or_refuses_us_is_unavailable(tmp_path: Path) -> None:
    with s3_service(tmp_path / "objects") as running:
        stranger = open_storage(running.config(tmp_path, secret="wrong-secret-0123456789"))
        storage = open_storage(running.config(tmp_path))
        name = kept(storage)
        with pytest.raises(StoreUnavailable):
            stranger.open(name, 0, 10)
    half = new_name()
    storage.append(half, 0, [DATA])
    for act in (
        lambda: storage.open(name, 0, 10),
        lambda: storage.finish(half, len(DATA)),
        lambda: storage.remove(name),
    ):
        with pytest.raises(StoreUnavailable):
            act()


def test_a_whole_school_stores_its_files_as_objects(service: Service, tmp_path: Path, cheap_passwords: None) -> None:
    school = open_school(tmp_path / "school")
    site = school.site
    storage = open_storage(service.config(tmp_path))
    school.app.extensions["kring"] = replace(site, storage=storage)
    cast = fill(school)
    part = blobs.upload(cast.sanne, cast.group.group, TEXT * 20, "text/plain")
    news(cast.sanne, cast.group.group, part)
    assert blobs.download(cast.anna, part) == TEXT * 20
    assert list(school.config.server.data.rglob("*.part")) == []
    school.store.close()


@pytest.mark.parametrize(("changes", "said"), [
    ({"storage": "s3"}, "endpoint"),
    ({"storage": "s3", "endpoint": "https://s3.example.org", "bucket": "x"}, "key_file"),
])  # fmt: skip
def test_settings_that_lack_something_say_what(tmp_path: Path, changes: dict[str, str], said: str) -> None:
    config = Config(school=School(name="x", origin="http://localhost:1"), server=Server(data=tmp_path))
    config = replaced(config, changes)
    with pytest.raises(ConfigError, match=said):
        open_storage(settle(config, tmp_path))


def replaced(config: Config, changes: dict[str, str]) -> Config:
    """Settings with others for files."""
    return Config(school=config.school, server=config.server, blobs=type(config.blobs)(**changes))  # type: ignore[arg-type]
