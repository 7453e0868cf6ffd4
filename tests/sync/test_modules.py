"""The modules as data: what the browser has is what is written here."""

from __future__ import annotations

from pathlib import Path

from sync.circles import NESTS, RANK
from sync.modules import KINDS, MODULES
from sync.modules.export import kinds_js

WRITTEN = Path(__file__).parents[2] / "webclient" / "sync" / "modules" / "kinds.js"


def test_the_browser_has_the_same_kinds() -> None:
    assert WRITTEN.read_text("utf-8") == kinds_js()


def test_each_kind_has_one_module() -> None:
    assert len(KINDS) == sum(len(module.kinds) for module in MODULES)


def test_no_kind_stands_in_a_circle_that_holds_nothing() -> None:
    for kind in KINDS.values():
        assert set(kind.circles) <= set(RANK) - set(NESTS), kind.name
