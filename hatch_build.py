"""Hatchling's way in: fills webclient/lib before anything is packed or installed from this folder."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FillLib(BuildHookInterface):  # type: ignore[type-arg]
    """Runs webclient/build.py, which does nothing when lib/ is already what the lock says."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        runpy.run_path(str(Path(self.root, "webclient", "build.py")))["fill"]()
