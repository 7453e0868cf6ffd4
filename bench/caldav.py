"""Radicale, the calendar server that our feed is held against, under the very worker and settings of Kring.

Run as `python -m gevent.monkey --module bench.caldav PORT FOLDER`. Anybody may sign in; whole calendars may be put; its
caches are on, as it comes.
"""

from __future__ import annotations

import sys
from typing import Any

from radicale import config
from radicale.app import Application as Caldav

from bench.peer import Bare


def make(folder: str) -> Any:
    """The application over a folder of files."""
    settings = config.load()
    given: dict[str, dict[str, Any]] = {
        "auth": {"type": "none"},
        "rights": {"type": "owner_only"},
        "storage": {"filesystem_folder": folder, "_filesystem_fsync": False},  # only reading is measured
        "web": {"type": "none"},
        "logging": {"level": "error"},
    }
    settings.update(given, "bench", privileged=True)
    return Caldav(settings)


if __name__ == "__main__":
    Bare(int(sys.argv[1]), make(sys.argv[2])).run()
