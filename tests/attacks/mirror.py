"""Whatever a Python client is told in a test, the browser's client is told afterwards, and must refuse the same.

Pages, frames and pasts are written down as they reach a copy, lies included; node replays them (`replay.js`). So each
attack on one client is an attack on both, without being written twice.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
import pytest

from crypto.encoding import b64
from crypto.errors import CryptoError
from sync.errors import Refused
from sync.replica import Replica
from tests.server.school import browser_of
from tests.stories.cast import Regenboog

REPLAY = Path(__file__).parents[1] / "webclient" / "replay.js"
CALLS = ("apply", "take", "prepend")


@dataclass
class Tape:
    """What one copy was told, and how it answered: "" or the code of its refusal."""

    replica: Replica
    base: list[Any] = field(default_factory=list)
    steps: list[dict[str, Any]] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)

    def case(self) -> dict[str, Any]:
        """For the replay."""
        replica = self.replica
        return {"seed": b64(replica.identity.seed), "person": replica.person, "root": b64(replica.trust.root),
                "base": self.base, "steps": self.steps}  # fmt: skip


class Mirror:
    """The tapes of a test; copies that were there before it start from what the honest server tells."""

    def __init__(self, regenboog: Regenboog) -> None:
        self.tapes: dict[int, Tape] = {}
        for session in regenboog.everybody().values():
            self.tapes[id(session.replica)] = Tape(session.replica, _pages(browser_of(session)))

    def watch(self, patch: pytest.MonkeyPatch) -> None:
        """Write down whatever any copy is told from now on."""
        for call in CALLS:
            patch.setattr(Replica, call, self._watched(call, getattr(Replica, call)))

    def compare(self, folder: Path) -> list[str]:
        """Replay what was refused; returns the sentences of differences."""
        tapes = [tape for tape in self.tapes.values() if any(tape.answers)]
        if not tapes:
            return []
        path = folder / "tapes.json"
        path.write_text(json.dumps([tape.case() for tape in tapes]))
        done = subprocess.run(["node", str(REPLAY), str(path)], capture_output=True, text=True, timeout=60, check=True)
        return [
            f"{tape.steps[at]['call']}: python {mine!r}, browser {theirs!r}"
            for tape, found in zip(tapes, json.loads(done.stdout), strict=True)
            for at, (mine, theirs) in enumerate(zip(tape.answers, found, strict=True))
            if mine != theirs
        ]

    def _watched(self, call: str, honest: Callable[..., Any]) -> Callable[..., Any]:
        def watched(replica: Replica, *given: Any) -> Any:
            tape = self.tapes.setdefault(id(replica), Tape(replica))
            tape.steps.append({"call": call, "given": msgspec.to_builtins(list(given))})
            before = len(replica.alarms)
            try:
                result = honest(replica, *given)
            except (Refused, CryptoError) as error:
                tape.answers.append(str(error.code))
                raise
            tape.answers.append(replica.alarms[-1][0] if len(replica.alarms) > before else "")
            return result

        return watched


def _pages(browser: Any) -> list[Any]:
    pages: list[Any] = []
    while not pages or not pages[-1]["done"]:
        cursor = pages[-1]["cursor"] if pages else ""
        pages.append(browser.ask("GET", f"/api/sync?cursor={cursor}").json)
    return pages
