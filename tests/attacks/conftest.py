"""Fixtures of the attacks: a school, founded or not, with cheap password hashing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crypto.digest import H
from tests.attacks.mirror import Mirror
from tests.server.school import Cast, TestSchool, fill, open_school
from tests.stories.cast import Regenboog


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2id at its real cost would make every test wait for nothing."""
    monkeypatch.setattr("crypto.lock.password_root", lambda password, salt, *_: H("test", password.encode() + salt))


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    """A server before its founding."""
    opened = open_school(tmp_path / "data")
    yield opened
    opened.store.close()


@pytest.fixture
def cast(school: TestSchool) -> Cast:
    """A founded school with people in it."""
    return fill(school)


@pytest.fixture
def mirror(regenboog: Regenboog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Both clients: what the Python client refuses in this test, the browser's refuses as well."""
    found = Mirror(regenboog)
    found.watch(monkeypatch)
    yield
    assert found.compare(tmp_path) == []
