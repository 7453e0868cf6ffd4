"""Where a private calendar address stands: whether it is one, and the tag by which programs know that nothing changed.

Invariant: nothing is opened for it.
"""

from __future__ import annotations

import json

from crypto.digest import H
from crypto.encoding import b64
from crypto.errors import CryptoError
from crypto.feed import feed_id
from server.rendering import rules_of
from server.site import Site
from server.store import feeds
from sync.zone import day_of

_PURPOSE = "kring1.server.feed"


def state_of(here: Site, feed: str, secret: str, now: int) -> feeds.State | None:
    """Where a feed stands; None unless the secret is that of this id, and its person still reads something here."""
    try:
        if feed_id(secret) != feed:
            return None
    except CryptoError:
        return None
    return here.store.read(lambda connection: feeds.state(connection, feed, now))


def tag_of(here: Site, state: feeds.State) -> str:
    """The tag of what a feed shows in a state."""
    parts = json.dumps(state.parts, sort_keys=True) if state.parts else ""
    return b64(H(_PURPOSE, f"{rules_of(here.config.school)} {state.now} {parts}".encode()))[:22]


def is_due(state: feeds.State, now: int) -> bool:
    """Whether linked schools have to be asked: something moved there, it is another day, or one did not answer."""
    return bool(state.away) and state.asked != asked_as(state, now)


def asked_as(state: feeds.State, now: int) -> str:
    """As of when linked schools are asked now: the day, and how often something moved at each of them."""
    return f"{day_of(now)} {state.moved}"
