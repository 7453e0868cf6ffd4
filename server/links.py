"""Appending to a circle's chain: the newest link only, by who may, with grants for exactly its readers.

Invariants: compare-and-set (the loser of a race gets 409 and the winner's hash); nobody is listed without a key
that opens, and no key is stored for somebody who is not listed; a nested circle is pinned at its newest link.
"""

from __future__ import annotations

import re
from typing import Any

from crypto.identity import Person
from server import contactseats
from server.checked import INVITATION, Checked
from server.store import acts, circles, people, reach, records
from server.store.circles import Circle
from server.writing import Head, Writing
from sync.acts import check_listing
from sync.circles import HEADS_FOR_ALL, SKEW, check_link, check_nesting, dropped
from sync.errors import Refused
from sync.messages import Link, Reader, Signed, Written
from sync.seats import Seat
from sync.trust import check_redeem, redeem_readers

_READER = {"box": str, "from": int, "hash": str, "ref": str, "until": int}
_REF = re.compile(r"c:[A-Za-z0-9_-]{43}|p:[A-Za-z0-9_-]{43}|i:[A-Za-z0-9_-]{22}")
_KEY = re.compile(r"[A-Za-z0-9_-]{43}")
_NOBODY: list[Reader] = []


def append(writing: Writing, one: Checked) -> Written:
    """Append a link whose signature holds; the same link again stands where it stood.

    Raises Refused: `stale-link`, `bad-link`, `bad-readers`, `wrong-author`, `not-a-manager`, `not-a-writer`;
    Problem("not-found").
    """
    link, head = _link(one), one.head
    if head["author"] == INVITATION:
        raise Refused("wrong-author")
    known = circles.place_of_link(writing.connection, one.hash)
    if known is not None:
        return Written(hash=one.hash, place=known)
    author = writing.author(head)
    before = writing.circle(head["circle"], author) if head["circle"] else None
    _check(writing, link, head, before, author)
    if before is None and author is not None and author.role == "guardian" and head["kind"] == "seat":
        writing.later.append(lambda: contactseats.check_start(writing.connection, one.hash, author))
    left = _left(writing, link, head, before)
    place = _append(writing, one, before)
    for seat in left:
        writing.lettered |= records.withdraw_from(writing.connection, writing.sequence(), seat, head["circle"])
    return Written(hash=one.hash, place=place)


def redeem(writing: Writing, seat: Seat, one: Checked, person: Person) -> Written:
    """Give an open seat to a person, by the link that the invitation's key signed, once.

    Raises Refused: `bad-link`, `bad-readers`, `stale-link`, `token-used`; Tampered.
    """
    link, before = _link(one), circles.find(writing.connection, seat.id)
    head = check_redeem(seat, Signed(head=link.head, signature=link.signature), person)
    if before is None or list(link.readers) != redeem_readers(person):
        raise Refused("bad-readers")
    _check(writing, link, head, before, None)
    if not people.redeem(writing.connection, seat.id, person.id, one.hash, writing.now):
        raise Refused("token-used")
    place = _append(writing, one, before)
    writing.reaching.add(person.id)
    return Written(hash=one.hash, place=place)


def _check(writing: Writing, link: Link, head: Head, before: Circle | None, author: Seat | None) -> None:
    readers_before = circles.readers(writing.connection, before.id) if before else None
    if head["time"] > writing.now + SKEW:
        raise Refused("bad-link")
    _check_shape(link.readers, head["kind"])
    newest = (before.hash, before.head) if before else None
    check_link(head, newest, author, now=writing.now, readers=link.readers, readers_before=readers_before)
    if before and head["closed"] and head["closed"] != [before.place, before.tip]:
        raise Refused("stale-link", n=before.n, hash=before.hash)
    if head["kind"] == "seat" and before and head["author"] != INVITATION:
        _check_same_person(link.readers, readers_before or _NOBODY)
    if before and head["kind"] == "child":
        _check_guard(writing, head, _changed(link.readers, readers_before or _NOBODY))
    named = {f"c:{circle}" for circle in head["managers"] + head["writers"]}
    contactseats.check_listed(writing.connection, named | _changed(link.readers, readers_before or _NOBODY))
    check_nesting(head, link.readers, lambda circle: _kind(writing, circle))
    _check_pins(writing, link, readers_before or _NOBODY)
    _check_keys(link, head, before, readers_before or _NOBODY)


def _left(writing: Writing, link: Link, head: Head, before: Circle | None) -> set[str]:
    """The places that leave a household by a change: whoever stays gets none of their letters to it any more."""
    if before is None or head["kind"] != "household" or head["sort"] != "change":
        return set()
    return {ref[2:] for ref in dropped(link.readers, circles.readers(writing.connection, before.id))}


def _check_guard(writing: Writing, head: Head, changed: set[str]) -> None:
    """A protected child's circle takes in circles of staff, and places with the consent of a second person."""
    guards = acts.guards(writing.connection)
    if head["circle"] not in guards.protected:
        return
    listed = {str(reader["ref"]) for reader in circles.readers(writing.connection, head["circle"])}
    for ref in changed - listed:
        seat = people.seat(writing.connection, ref[2:])
        if seat is not None:
            check_listing(head["circle"], seat, head["author"], guards.approvals)
        elif _kind(writing, ref[2:]) not in ("team", "office"):
            raise Refused("needs-approval")


def _check_shape(readers: list[Reader], kind: str) -> None:
    """A seat has one reader, its letter (which need not be listed) or its person; all else nests circles."""
    for reader in readers:
        if reader.keys() != _READER.keys() or any(not isinstance(reader[key], of) for key, of in _READER.items()):
            raise Refused("bad-readers")
        if not _REF.fullmatch(str(reader["ref"])) or not _KEY.fullmatch(str(reader["box"])):
            raise Refused("bad-readers")
    direct = [reader for reader in readers if not str(reader["ref"]).startswith("c:")]
    if len(direct) > (kind == "seat") or (kind == "seat" and len(readers) != len(direct)):
        raise Refused("bad-readers")


def _check_same_person(readers: list[Reader], before: list[Reader]) -> None:
    """A seat changes hands by its letter alone; later links may only renew the same reader's keys."""
    if [one["ref"] for one in readers] != [one["ref"] for one in before]:
        raise Refused("bad-readers")


def _check_pins(writing: Writing, link: Link, before: list[Reader]) -> None:
    """What is sealed or newly listed is pinned at, and sealed to, the nested circle's newest link."""
    old = {str(reader["ref"]): reader for reader in before}
    for reader in link.readers:
        ref = str(reader["ref"])
        nested = circles.find(writing.connection, ref[2:]) if ref.startswith("c:") else None
        if nested is None or (ref not in link.grants and old.get(ref) == reader):
            continue
        same_pin = ref in old and old[ref]["hash"] == reader["hash"]
        if reader["box"] != nested.head["box"] or (reader["hash"] != nested.hash and not same_pin):
            raise Refused("stale-link", circle=nested.id, n=nested.n, hash=nested.hash)


def _check_keys(link: Link, head: Head, before: Circle | None, readers_before: list[Reader]) -> None:
    """Grants for listed readers only, for each of them where the epoch or their key is new; and the history."""
    renewed = before is None or head["epoch"] > before.epoch
    old = {str(reader["ref"]): reader["box"] for reader in readers_before}
    refs = {str(reader["ref"]) for reader in link.readers}
    needed = {
        str(reader["ref"])
        for reader in link.readers
        if (renewed or old.get(str(reader["ref"])) != reader["box"]) and not str(reader["ref"]).startswith("i:")
    }
    if not needed <= link.grants.keys() <= refs:
        raise Refused("bad-readers")
    if before and renewed and head["open"] and not link.history:
        raise Refused("bad-link")


def _append(writing: Writing, one: Checked, before: Circle | None) -> int:
    connection, link, head = writing.connection, _link(one), one.head
    circle = head["circle"] or one.hash
    changed = _changed(link.readers, circles.readers(connection, circle) if before else _NOBODY)
    touched = reach.writers(connection, circle) if changed else set()
    place = circles.append_link(connection, writing.sequence(), link, head, one.hash)
    if changed or before is None:
        touched |= reach.writers(connection, circle)
    for ref in changed:
        touched |= reach.affected(connection, ref[2:]) if ref.startswith("c:") else set()
    if before is None and head["kind"] in HEADS_FOR_ALL:
        touched |= reach.members(connection)
    writing.reaching |= touched
    writing.moved.add(circle)
    writing.news.structure = True
    return place


def _changed(readers: list[Reader], before: list[Reader]) -> set[str]:
    """The refs that came, went, or have other dates."""

    def dated(reader: Reader) -> tuple[Any, ...]:
        return reader["ref"], reader["from"], reader["until"]

    return {str(key[0]) for key in {dated(one) for one in readers} ^ {dated(one) for one in before}}


def _kind(writing: Writing, circle: str) -> str | None:
    found = circles.find(writing.connection, circle)
    return found.kind if found else None


def _link(one: Checked) -> Link:
    assert one.entry.link is not None  # noqa: S101  (a checked link)
    return one.entry.link
