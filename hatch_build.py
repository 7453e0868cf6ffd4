"""Hatchling's way in: fills lib/ and pack/ of the client before anything is packed or installed from this folder."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FillLib(BuildHookInterface):  # type: ignore[type-arg]
    """Runs webclient/build.py, which does nothing when both are what they should be already."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        build = runpy.run_path(str(Path(self.root, "webclient", "build.py")))
        build["fill"]()
        build["pack"]()
