"""What every handler has at hand: one running school's settings, store, hub, sessions, limits, clock, secret."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import cast

from flask import current_app

from server.challenges import Challenges
from server.config import Config
from server.doors import Doors
from server.faults import Faults
from server.handovers import Handovers
from server.hub import Hub
from server.limits import Limits
from server.seen import Seen
from server.sessions import Sessions
from server.storage import Storage
from server.store import Engine
from server.turns import Turns

NAME = "kring"


@dataclass(frozen=True)
class Site:
    """One running school; `now` gives ms UTC; `secret` is the server's own 32 bytes."""

    config: Config
    store: Engine
    storage: Storage
    turns: Turns
    hub: Hub
    limits: Limits
    sessions: Sessions
    challenges: Challenges
    handovers: Handovers
    secret: bytes = field(repr=False)
    incarnation: str
    seen: Seen
    doors: Doors
    now: Callable[[], int]
    faults: Faults = field(default_factory=Faults)


def site() -> Site:
    """The site of the request (or application context) at hand."""
    return cast(Site, current_app.extensions[NAME])
