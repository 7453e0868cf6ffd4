"""Fixtures of every folder: password hashing at a test's cost, and the school of the stories.

`regenboog` is built once a run, through the client, and copied for each test: a test may break what it likes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from werkzeug.routing import Rule

from tests.stories.cast import Papers, Regenboog, build, close, reopen

settings.register_profile("kring", deadline=None)  # a busy machine is no finding
settings.load_profile("kring")

_compile_builder, _builders = Rule._compile_builder, dict[tuple[str, bool], Any]()


def _remembered(rule: Rule, append_unknown: bool = True) -> Any:
    """How the address of a rule is built, compiled once a run: each test has an application of its own."""
    key = (rule.rule, append_unknown)
    if key not in _builders:
        _builders[key] = _compile_builder(rule, append_unknown)
    return _builders[key]


Rule._compile_builder = _remembered  # type: ignore[method-assign]


def shrink_hashing(patch: pytest.MonkeyPatch) -> None:
    """The least that libsodium takes instead of 64 MiB and three passes: the one place where tests save on it."""
    patch.setattr("crypto.lock.OPS", 1)
    patch.setattr("crypto.lock.MEM", 8192)


@pytest.fixture
def quick_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Password hashing at a test's cost, for this test."""
    shrink_hashing(monkeypatch)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    """The school of the stories, founded and joined by its cast, and closed again."""
    with pytest.MonkeyPatch.context() as patch:
        shrink_hashing(patch)
        return build(tmp_path_factory.mktemp("regenboog"))


@pytest.fixture
def regenboog(built: Papers, tmp_path: Path, quick_passwords: None) -> Iterator[Regenboog]:
    """A copy of the school of the stories, open, with everybody signed in."""
    opened = reopen(built, tmp_path / "data")
    yield opened
    close(opened)
