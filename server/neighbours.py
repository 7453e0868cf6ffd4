"""People of linked schools who read here: their school is told, inside the write, that there is something new for them.

Invariant: a notice names persons and nothing else: not the circle, the kind or the author. Who is here as a contact
only hears nothing of what concerns all.
"""

from __future__ import annotations

import msgspec

from server.hub import News
from server.store import Connection, parcels, peers, people
from sync.messages import Notice
from sync.messages.peers import MOST_PERSONS


def announce(connection: Connection, news: News) -> None:
    """Let a notice wait for each linked school some of whose people have something to ask for."""
    neighbours = peers.neighbours(connection)
    if not neighbours:
        return
    concerned = news.poked.union(*(audience for audience, _ in news.frames), *(who for who, _ in news.counts.values()))
    by_home: dict[str, list[str]] = {}
    spared = people.only_contacts(connection) if news.all_poked else set()
    for person, home in neighbours.items():
        if (news.all_poked and person not in spared) or person in concerned:
            by_home.setdefault(home, []).append(person)
    for home, persons in by_home.items():
        notice = Notice(persons=sorted(persons)) if len(persons) <= MOST_PERSONS else Notice(all=1)
        parcels.enqueue(connection, home, msgspec.json.encode(notice).decode())
