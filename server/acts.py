"""Appending to the school log: an act continues the tip, its author's seat holds the role, its objects exist.

Invariant: one chain. What an invitation, a group or the charter names must exist when the request ends, so that
a list of entries may make circle and act together, in either order.
"""

from __future__ import annotations

import re

from crypto.encoding import unb64
from server import contactseats, serverkey
from server.checked import Checked
from server.store import acts, circles, meta, peers, people, reach
from server.writing import Head, Writing
from sync.acts import ACTS_FOR, CONTACT, check_act, check_guard, is_public
from sync.errors import Refused
from sync.messages import Entry, Written

FOUNDING = ("school", "charter")
_CHARTER = ("desk", "office", "school", "staff")
_GROUP = ("group", "parents", "quiet", "register", "team")
_MAC = 32
_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?(:[0-9]{1,5})?")


def append(writing: Writing, one: Checked) -> Written:
    """Append an act whose signature holds; the same act again stands where it stood.

    Raises Refused: `stale-tip`, `wrong-author`, `not-allowed`, `bad-act`.
    """
    connection, head = writing.connection, one.head
    known = acts.place_of(connection, one.hash)
    if known is not None:
        return Written(hash=one.hash, place=known)
    n, tip = acts.newest(connection)
    subject = people.seat(connection, head["seat_of"]) if head["kind"] == "end" else None
    check_act(head, n + 1, tip, writing.author(head), subject)
    readers = contactseats.readers(connection, head, subject)
    public = is_public(head, subject)
    if (head["kind"] in FOUNDING) > writing.founding:
        raise Refused("bad-act")
    assert one.entry.act is not None  # noqa: S101  (a checked act)
    place = acts.append(connection, writing.sequence(), one.entry.act, head, one.hash, public, readers)
    _EFFECTS[head["kind"]](writing, head, one.entry)
    writing.news.all_moved = writing.news.structure = True
    writing.news.all_poked |= public
    return Written(hash=one.hash, place=place)


def _school(writing: Writing, head: Head, entry: Entry) -> None:
    """The root key was checked by the founding; nothing else follows from it."""


def _charter(writing: Writing, head: Head, entry: Entry) -> None:
    for kind in _CHARTER:
        writing.later.append(lambda kind=kind: writing.circle_of_kind(head[kind], kind))  # type: ignore[misc]


def _group(writing: Writing, head: Head, entry: Entry) -> None:
    for kind in _GROUP:
        writing.later.append(lambda kind=kind: writing.circle_of_kind(head[kind], kind))  # type: ignore[misc]


def _invitation(writing: Writing, head: Head, entry: Entry) -> None:
    """A new seat. A guest's stands in no list, so the office is told of it here: whether the letter was used.

    A contact's is told to whoever gave the code in the same way.
    """
    taken = people.seat(writing.connection, head["seat_of"]) or people.seat_by_locator(
        writing.connection, head["locator"]
    )
    if taken is not None or len(unb64(entry.mac)) != _MAC:
        raise Refused("bad-act")
    check_guard(head, acts.guards(writing.connection))
    contactseats.check(writing, head)
    people.invite(writing.connection, head, head["n"], entry.mac, contactseats.until(writing.connection, head))
    if head["role"] in ("guest", CONTACT):
        writing.reaching |= reach.holders(writing.connection, "office") | ({head["author"]} - {"root"})
    writing.moved.update(head["circles"])
    writing.later.append(lambda: _check_seat(writing, head))


def _check_seat(writing: Writing, head: Head) -> None:
    """The new seat is a circle that nobody but this letter's holder reads, and what it acts for exists."""
    seat = circles.find(writing.connection, head["seat_of"])
    readers = circles.readers(writing.connection, head["seat_of"])
    if seat is None or seat.kind != "seat" or (seat.n > 1 and not writing.founding):
        raise Refused("bad-act")
    if seat.n == 1 and any(reader["ref"] != f"i:{head['locator']}" for reader in readers):
        raise Refused("bad-act")
    for circle in head["circles"]:
        found = circles.find(writing.connection, circle)
        if found is None or found.kind not in ACTS_FOR[head["role"]]:
            raise Refused("bad-act")


def _end(writing: Writing, head: Head, entry: Entry) -> None:
    """An ended seat reads and writes nothing from this commit on; a clock that runs ahead can't put it off."""
    connection = writing.connection
    subject = people.seat(connection, head["seat_of"])
    if subject is None or subject.ended:
        raise Refused("bad-act")
    for ended in (subject, *contactseats.bound(connection, subject)):
        people.end(connection, ended.id, min(head["time"], writing.now), head["n"])
        contactseats.let_go(writing, ended)
        if ended.person:
            writing.reaching.add(ended.person)
            if not any(seat.alive(writing.now) for seat in people.seats_of(connection, ended.person)):
                writing.news.ended.add(ended.person)


def _concerning(writing: Writing, head: Head, entry: Entry) -> None:
    """What is said about children: those who read their circles hear of it."""
    for circle in head["circles"]:
        writing.circle_of_kind(circle, "child")
    writing.moved.update(head["circles"])


def _server(writing: Writing, head: Head, entry: Entry) -> None:
    """The root signed a key of this server: it is used from now on."""
    if not serverkey.take_over(writing.connection, head["key"]):
        raise Refused("bad-act")


def _peer(writing: Writing, head: Head, entry: Entry) -> None:
    """A school is linked; another one at the same host has to be unlinked first."""
    at = peers.at(writing.connection, head["host"])
    own = meta.get(writing.connection, "root")
    if not _HOST.fullmatch(head["host"]) or head["root"] == own or (at is not None and at.root != head["root"]):
        raise Refused("bad-act")
    peers.link(writing.connection, head["root"], head["host"], head["n"])


def _unpeer(writing: Writing, head: Head, entry: Entry) -> None:
    """A school is linked no more: from this commit on nothing of it is taken, and nothing sent."""
    if not peers.unlink(writing.connection, head["root"]):
        raise Refused("bad-act")


_EFFECTS = {
    "school": _school, "charter": _charter, "group": _group, "invitation": _invitation, "end": _end,
    "protect": _concerning, "approve": _concerning, "renew": _concerning,
    "server": _server, "peer": _peer, "unpeer": _unpeer,
}  # fmt: skip
