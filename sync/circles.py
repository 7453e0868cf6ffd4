"""The rules of a circle's chain: who may start, change and rotate it, and when a rotation is due.

Pure functions over checked heads: the signature has been verified by the caller with the key that the
author's credentials prove. Server and clients run the same rules; a client that holds no reader list checks
what the header alone shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from crypto.circle import readers_hash
from sync.errors import Refused
from sync.seats import Seat

Head = dict[str, Any]
Reader = dict[str, str | int]

RANK: dict[str, int] = {
    "seat": 0,
    "office": 1, "household": 1,
    "team": 2,
    "parents": 3, "quiet": 3, "staff": 3,
    "group": 4, "register": 4, "desk": 4, "child": 4, "lunch": 4,
    "school": 5,
    "calendar": 6, "board": 6,
}  # fmt: skip
"""Nesting runs upward only: an inner circle's rank is below its outer's."""
NESTS = ("office", "team", "parents", "quiet", "staff")
"""Circles that hold no records of their own."""
WHOLE = ("household", "desk", "register", "calendar", "lunch")
"""Circles whose records are a list rather than a stream: clients fetch their whole past."""
UNANSWERED = ("board", "calendar")
"""Circles that no letter may be sealed to: who is of the board at another place reads them."""
SKEW = 24 * 3600 * 1000
"""How far (ms) the clock of who signs a link may be off."""
HEADS_FOR_ALL = ("office", "team", "staff", "lunch")
"""Circles whose link heads every member gets: whoever seals a letter to them needs their newest key."""


def check_link(
    head: Head,
    before: tuple[str, Head] | None,
    author: Seat | None,
    *,
    now: int,
    readers: list[Reader] | None = None,
    readers_before: list[Reader] | None = None,
) -> None:
    """Check that `head` may follow `before` (its hash and head; None for a genesis).

    author: the seat that signed; None when root or the invitation's key did. now: ms UTC, when the seat must
    be alive. readers, readers_before: the lists, where this side has them.
    Raises Refused: `stale-link`, `bad-link`, `bad-readers`, `wrong-author`, `not-a-manager`, `not-a-writer`.
    """
    _check_author(head, author, now)
    if before is None:
        _check_genesis(head, author)
    else:
        _check_next(head, before[0], before[1], author)
    if readers is not None:
        check_readers(head, readers)
        if readers_before is not None and before is not None:
            _check_drop(head, before[1], readers, readers_before)


def check_readers(head: Head, readers: list[Reader]) -> None:
    """Check a reader list against the hash in the head; raises Refused("bad-readers")."""
    refs = [str(reader["ref"]) for reader in readers]
    if refs != sorted(set(refs)) or readers_hash(readers) != head["readers"]:
        raise Refused("bad-readers")


def check_nesting(head: Head, readers: Iterable[Reader], kind_of: Callable[[str], str | None]) -> None:
    """Check that every listed circle is of a lower rank; raises Refused("bad-readers")."""
    for reader in readers:
        ref = str(reader["ref"])
        kind = kind_of(ref[2:]) if ref.startswith("c:") else "seat"
        if kind is None or RANK[kind] >= RANK[head["kind"]] + int(head["kind"] == "seat"):
            raise Refused("bad-readers")


def dropped(readers: Iterable[Reader], before: Iterable[Reader]) -> set[str]:
    """The refs that stood in `before` and no longer stand in `readers`."""
    return {str(r["ref"]) for r in before} - {str(r["ref"]) for r in readers}


def is_due(
    readers: Iterable[Reader],
    newest: Mapping[str, tuple[str, int]],
    pinned: Mapping[str, int],
    seats: Mapping[str, Seat],
    now: int,
) -> bool:
    """Whether signed facts demand a rotation before anything more is written.

    readers: the newest list; newest: circle -> (newest link hash, epoch); pinned: link hash -> epoch, of
    links this side has seen; seats: seat id -> seat; now: ms UTC.
    """
    return any(_reader_due(reader, newest, pinned, seats, now) for reader in readers)


def remaining(readers: Iterable[Reader], seats: Mapping[str, Seat], now: int) -> list[Reader]:
    """The readers that stay when a rotation drops who has ended or expired."""
    return [reader for reader in readers if not _expired(reader, seats, now)]


def near_life(author: Seat | None, time: int) -> int:
    """A time near the one a link claims at which its author's seat was alive, if there is one.

    Clocks differ, and the server let it in by its own; a chain must not break for all because one clock ran ahead.
    """
    near = (time, time - SKEW, time + SKEW)
    return next((at for at in near if author and author.alive(at)), time)


def _reader_due(
    reader: Reader,
    newest: Mapping[str, tuple[str, int]],
    pinned: Mapping[str, int],
    seats: Mapping[str, Seat],
    now: int,
) -> bool:
    if _expired(reader, seats, now):
        return True
    at = newest.get(str(reader["ref"])[2:])
    if at is None or at[0] == reader["hash"]:
        return False
    return pinned.get(str(reader["hash"]), 0) < at[1]


def _expired(reader: Reader, seats: Mapping[str, Seat], now: int) -> bool:
    seat = seats.get(str(reader["ref"])[2:])
    until = int(reader["until"])
    gone = seat is not None and bool((seat.ended and now >= seat.ended) or (seat.ends and now >= seat.ends))
    return gone or bool(until and now >= until)


def _check_author(head: Head, author: Seat | None, now: int) -> None:
    if head["author"] in ("root", "invitation"):
        if author is not None:
            raise Refused("wrong-author")
        return
    if author is None or author.person != head["author"] or author.id != head["seat"] or not author.alive(now):
        raise Refused("wrong-author")


def _check_genesis(head: Head, author: Seat | None) -> None:
    expected = {"n": 1, "epoch": 1, "sort": "genesis", "previous": "", "circle": "", "closed": []}
    if any(head[key] != value for key, value in expected.items()) or head["kind"] not in RANK:
        raise Refused("bad-link")
    if head["author"] == "root":
        return
    if author is None or not _may_start(head, author):
        raise Refused("not-a-manager")


def _may_start(head: Head, author: Seat) -> bool:
    """The office starts the school's circles, a guardian a contact's seat, and a household that they lead."""
    if head["kind"] == "household":
        return author.role == "guardian" and author.id in head["managers"]
    return author.role == "office" or (author.role in ("admin", "guardian") and head["kind"] == "seat")


def _check_next(head: Head, hash_before: str, before: Head, author: Seat | None) -> None:
    if head["n"] != before["n"] + 1 or head["previous"] != hash_before:
        raise Refused("stale-link", n=before["n"], hash=hash_before)
    if any(head[key] != before[key] for key in ("kind", "open")):
        raise Refused("bad-link")
    rules = {"redeem": _check_redeem, "change": _check_change, "rotate": _check_rotate}
    if head["sort"] not in rules:
        raise Refused("bad-link")
    rules[head["sort"]](head, before, author)


def _check_redeem(head: Head, before: Head, author: Seat | None) -> None:
    same = head["managers"] == before["managers"] and head["writers"] == before["writers"]
    if head["author"] != "invitation" or head["kind"] != "seat" or head["n"] != 2 or head["epoch"] != 2 or not same:
        raise Refused("bad-link")


def _check_change(head: Head, before: Head, author: Seat | None) -> None:
    if author is None or not author.acts_for(before["managers"], head["circle"]):
        raise Refused("not-a-manager")
    if head["epoch"] - before["epoch"] not in (0, 1):
        raise Refused("bad-link")


def _check_rotate(head: Head, before: Head, author: Seat | None) -> None:
    if author is None or not author.acts_for(before["managers"] + before["writers"], head["circle"]):
        raise Refused("not-a-writer")
    same = head["managers"] == before["managers"] and head["writers"] == before["writers"]
    if head["epoch"] != before["epoch"] + 1 or not same:
        raise Refused("bad-link")


def _check_drop(head: Head, before: Head, readers: list[Reader], readers_before: list[Reader]) -> None:
    gone = dropped(readers, readers_before)
    if gone and (head["epoch"] == before["epoch"] or not head["closed"]):
        raise Refused("bad-link")
    if head["sort"] == "rotate" and dropped(readers_before, readers):
        raise Refused("bad-readers")
