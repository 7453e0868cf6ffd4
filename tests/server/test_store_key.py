"""The database's key: made once, read only where nobody else could, kept apart from the data."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from server.store import errors
from server.store.key import DatabaseKey, find_key, make_key


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "kring.key"
    make_key(path)
    return path


def test_a_made_key_is_found_again(path: Path, data: Path) -> None:
    assert find_key(path, data, {}).secret == bytes.fromhex(path.read_text())


def test_two_keys_differ(path: Path, tmp_path: Path) -> None:
    make_key(tmp_path / "other")
    assert (tmp_path / "other").read_text() != path.read_text()


def test_only_the_owner_may_touch_it(path: Path) -> None:
    assert path.stat().st_mode & 0o777 == 0o600


def test_nothing_else_stays_behind(path: Path) -> None:
    assert list(path.parent.glob(".*")) == []


def test_a_key_is_never_overwritten(path: Path) -> None:
    before = path.read_text()
    with pytest.raises(errors.KeyExists):
        make_key(path)
    assert path.read_text() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_that_is_missing_is_made_for_the_owner_alone(tmp_path: Path) -> None:
    make_key(tmp_path / "secrets" / "kring.key")
    assert (tmp_path / "secrets").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644, 0o620, 0o601])
def test_a_key_that_others_may_touch_is_refused(path: Path, data: Path, mode: int) -> None:
    path.chmod(mode)
    with pytest.raises(errors.KeyTooOpen, match=f"{mode:04o}.*chmod 600"):
        find_key(path, data, {})


def test_a_key_that_nobody_may_write_is_fine(path: Path, data: Path) -> None:
    path.chmod(0o400)
    assert find_key(path, data, {})


def test_a_missing_key_is_named(tmp_path: Path, data: Path) -> None:
    for path in (tmp_path / "none", tmp_path / "none" / "kring.key", tmp_path):
        with pytest.raises(errors.KeyMissing, match=str(path)):
            find_key(path, data, {})


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_a_key_of_somebody_else_is_refused(path: Path, data: Path) -> None:
    os.chown(path, 12345, -1)
    with pytest.raises(errors.KeyNotOurs, match="chown"):
        find_key(path, data, {})


def test_a_key_inside_the_data_folder_is_refused(data: Path) -> None:
    make_key(data / "deep" / "kring.key")
    with pytest.raises(errors.KeyInsideData, match="move it out"):
        find_key(data / "deep" / "kring.key", data, {})


def test_a_link_to_a_key_inside_the_data_folder_is_refused(tmp_path: Path, data: Path) -> None:
    make_key(data / "kring.key")
    (tmp_path / "link").symlink_to(data / "kring.key")
    with pytest.raises(errors.KeyInsideData):
        find_key(tmp_path / "link", data, {})


@pytest.mark.parametrize("text", ["", "ab" * 31, "ab" * 33, "AB" * 32, "zz" * 32, "ab" * 32 + "\n\n", "é" * 64])
def test_what_is_not_a_key_is_refused(path: Path, data: Path, text: str) -> None:
    path.write_text(text)
    with pytest.raises(errors.KeyMalformed):
        find_key(path, data, {})


def test_a_credential_of_systemd_comes_first(path: Path, data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "credentials"
    make_key(folder / "kring.key")
    (folder / "kring.key").chmod(0o440)  # an access list guards it; the mode shows the list's mask
    found = find_key(path, data, {"CREDENTIALS_DIRECTORY": str(folder)})
    assert found.secret.hex() == (folder / "kring.key").read_text().strip()


def test_without_its_credential_systemd_leaves_the_key_file(path: Path, data: Path, tmp_path: Path) -> None:
    found = find_key(path, data, {"CREDENTIALS_DIRECTORY": str(tmp_path / "empty")})
    assert found.secret.hex() == path.read_text().strip()


def test_a_key_does_not_show_itself() -> None:
    key = DatabaseKey(b"\xabsecret!" * 4)
    assert "secret" not in f"{key} {key!r}"
    assert key.secret.hex() not in f"{key} {key!r}"


def test_a_refused_key_stands_in_no_error(path: Path, data: Path) -> None:
    text = path.read_text().strip()
    path.write_text(text + "00")
    with pytest.raises(errors.KeyMalformed) as caught:
        find_key(path, data, {})
    assert text not in str(caught.value)


@pytest.mark.parametrize("size", [0, 31, 33])
def test_a_key_has_32_bytes(size: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        DatabaseKey(bytes(size))
