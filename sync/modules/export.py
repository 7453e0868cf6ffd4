"""Write the descriptors' data for the browser: `python -m sync.modules.export > webclient/sync/modules/kinds.js`."""

from __future__ import annotations

import json

from sync.modules import KINDS
from sync.policy import Kind


def kinds_js() -> str:
    """The module `webclient/sync/modules/kinds.js`."""
    data = {name: _kind(kind) for name, kind in sorted(KINDS.items())}
    note = "/** Written by `python -m sync.modules.export`; change `sync/modules/` instead. */\n"
    kinds = '/** @type {Record<string, import("../policy.js").Kind>} */\n'
    return f"{note}{kinds}export const KINDS = {json.dumps(data, indent=2)};\n"


def _kind(kind: Kind) -> dict[str, object]:
    circles = {name: {"who": rule.who, "roles": list(rule.roles)} for name, rule in kind.circles.items()}
    return {"name": kind.name, "circles": circles, "editors": list(kind.editors), "letter": kind.letter,
            "tells": kind.tells, **({"wakes": True} if kind.wakes else {}),
            **({"claims": True} if kind.claims else {}), **({"withholds": True} if kind.withholds else {})}  # fmt: skip


if __name__ == "__main__":
    print(kinds_js(), end="")
