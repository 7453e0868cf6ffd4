"""What a client deposits for a private calendar address, sealed under the key in that address.

Invariant: of a circle it holds the content keys of calendars and nothing else: no seed, so neither letters, nor older
or later epochs, nor any other circle can be opened from it. Names of children are in it only if they were asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from crypto.encoding import b64
from sync.errors import Refused
from sync.messages import AwayFeed, Deposit, Own, Shown
from sync.replica import Replica

KIND = "calendar"
"""The one kind of circle of which a feed may show anything."""
PUBLIC, FULL = "public", "full"
_MOST = 2000


def deposit(
    replica: Replica, labels: Mapping[str, str], choices: Mapping[str, Any], title: str, own: Iterable[Own],
    children: Mapping[str, str], away: Iterable[AwayFeed] = (),
) -> Deposit:  # fmt: skip
    """Put together what is deposited; the same from every device of a person.

    labels: what stands behind the events of each calendar (circle id). choices: {scope, names, language}. children:
    first names by circle; a protected child's never goes out. away: the same person's addresses at linked schools.
    Raises Refused("not-a-calendar").
    """
    full = choices["scope"] == FULL
    guarded = replica.trust.guards.protected
    named = {child: name for child, name in sorted(children.items()) if full and choices["names"]}
    return Deposit(
        title=title,
        language=choices["language"],
        scope=choices["scope"],
        calendars=[_shown(replica, circle, labels[circle]) for circle in sorted(labels)],
        own=sorted(own, key=lambda one: one.id)[:_MOST] if full else [],
        children={child: name for child, name in named.items() if child not in guarded},
        away=sorted(away, key=lambda one: one.host),
    )


def spelled(given: Deposit) -> bytes:
    """A deposit as it is sealed: JSON with its keys in order."""
    return msgspec.json.encode(msgspec.to_builtins(given), order="sorted")


def _shown(replica: Replica, circle: str, label: str) -> Shown:
    state = replica.circles[circle]
    if state.kind != KIND:
        raise Refused("not-a-calendar", circle=circle)
    used = {int(item.head["epoch"]) for item in replica.of_kind("event", circle=circle)} | {int(state.head["epoch"])}
    epochs = {number: epoch for number in sorted(used) if (epoch := replica.epoch(circle, number))}
    return Shown(circle=circle, keys={str(number): b64(one.content) for number, one in epochs.items()}, label=label)
