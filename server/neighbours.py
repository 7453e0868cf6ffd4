"""People of linked schools who read here: their school is told, inside the write, that there is something new for them.

Invariant: a notice says whom it concerns, and of what their sleeping devices are to be told: where it stands and of
which module it is, as their school sees anyway when they ask for it. Never what it is, nor who wrote it. Who is here
as a contact only hears nothing of what concerns all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from server.hub import News
from server.store import Connection, letters, parcels, peers, people
from server.telling import URGENT, Told, module_of, topic_of
from sync.messages import Notice, Telling
from sync.messages.peers import MOST_PERSONS

MOST_TOLD, AT_ONCE = 8, 1000
"""Things told in one notice, and persons in each of them: so that no notice is too large."""


def announce(
    connection: Connection, news: News, told: Sequence[Told], withdrawn: Iterable[str], now: int
) -> None:  # fmt: skip
    """Let notices wait for each linked school some of whose people have something to ask for, or to be told of.

    withdrawn: topics of what was taken back.
    """
    neighbours = peers.neighbours(connection)
    if not neighbours:
        return
    concerned = news.poked.union(*(audience for audience, _ in news.frames), *(who for who, _ in news.counts.values()))
    by_home: dict[str, list[str]] = {}
    spared = people.only_contacts(connection) if news.all_poked else set()
    for person, home in neighbours.items():
        if (news.all_poked and person not in spared) or person in concerned:
            by_home.setdefault(home, []).append(person)
    tellings = _tellings(connection, neighbours, told, now)
    for home in by_home.keys() | tellings.keys():
        first = _notice(by_home.get(home, []), sorted(withdrawn))
        found = tellings.get(home, [])
        for at in range(0, max(1, len(found)), MOST_TOLD):
            notice = msgspec.structs.replace(Notice() if at else first, told=found[at : at + MOST_TOLD])
            parcels.enqueue(connection, home, msgspec.json.encode(notice).decode())


def _notice(persons: list[str], withdrawn: list[str]) -> Notice:
    if len(persons) > MOST_PERSONS:
        return Notice(all=1, withdrawn=withdrawn[:AT_ONCE])
    return Notice(persons=sorted(persons), withdrawn=withdrawn[:AT_ONCE])


def _tellings(
    connection: Connection, neighbours: Mapping[str, str], told: Sequence[Told], now: int
) -> dict[str, list[Telling]]:
    """What is to be told, by school; of a letter, which reaches each another way, apart for each way."""
    found: dict[str, list[Telling]] = {}
    for one in told:
        ways: dict[tuple[str, frozenset[str]], list[str]] = {}
        for person in sorted(one.readers & neighbours.keys()):
            ways.setdefault((neighbours[person], _way(connection, one, person)), []).append(person)
        for (home, way), persons in ways.items():
            for at in range(0, len(persons), AT_ONCE):
                found.setdefault(home, []).append(_telling(one, persons[at : at + AT_ONCE], way, now))
    return found


def _way(connection: Connection, told: Told, person: str) -> frozenset[str]:
    """The circles by which something reaches a person."""
    found = letters.reached(connection, person, set(told.refs)) if len(told.refs) > 1 else set()
    return frozenset(found or told.refs)


def _telling(told: Told, persons: list[str], way: frozenset[str], now: int) -> Telling:
    at = told.record
    return Telling(
        persons=persons, circle=at.circle, place=at.place, hash=at.hash, topic=topic_of(at.circle, told.id),
        module=module_of(told.kind), through=sorted(way)[:100], at=now, urgent=int(told.kind in URGENT),
        clears=int(bool(told.device)),
    )  # fmt: skip
