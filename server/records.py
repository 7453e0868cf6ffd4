"""Appending a record to its circle's log: sealed under the newest key, on top of what it replaces, by who may.

Invariants: an id belongs to its first author, circle and kind; a letter is sealed to the newest epochs of circles
that its author sees, the own seat among them (seats also by their first epoch); the same record again gets the stored
answer, and so does a first revision that was built anew (its id comes from outside). A change is never taken for
another one: two devices of one person race like two persons.
"""

from __future__ import annotations

from server import blobs, claims, contactseats
from server.checked import Checked
from server.errors import Problem
from server.store import circles, letters, people, records, withholdings
from server.store.circles import Circle
from server.writing import Head, Writing
from sync.acts import CONTACT
from sync.circles import UNANSWERED
from sync.errors import Refused
from sync.messages import Record, RecordAt, Written
from sync.modules import KINDS
from sync.policy import check_record
from sync.seats import Seat

CLOCKS = 5 * 60 * 1000
"""How far a client's clock may run ahead before a record counts as written for later."""
PARENTS = ("guardian", "informed", "contact")
STAFF = ("office", "teacher")
"""Whom everybody at school may write a letter to."""


def append(writing: Writing, one: Checked) -> Written:
    """Append a record whose signature holds.

    Raises Refused: `stale-epoch`, `stale-revision`, `wrong-author`, `unknown-kind`, `not-a-writer`, `bad-letter`,
    `blob-missing`, and what `claims.follow` raises; Problem("not-found").
    """
    connection, head = writing.connection, one.head
    known = records.stored(connection, head["author"], head["id"], head["revision"])
    if known is not None and head["author"] == writing.person and (head["revision"] == 1 or known[0] == one.hash):
        return Written(hash=known[0], place=known[1])
    author = writing.author(head)
    if author is None:
        raise Refused("wrong-author")
    circle = writing.circle(head["circle"], author)
    record = one.entry.record
    assert record is not None  # noqa: S101  (a checked record)
    check_record(head, circle.head, circle.id, author, records.first(connection, head["id"]), KINDS)
    if author.role == CONTACT:
        contactseats.check_room(circle, record)
    _check_letter(writing, record, head, author)
    blobs.check(writing, head)
    place = _append(writing, one, record, circle)
    claims.follow(writing, one.entry, head, author, circle)
    return Written(hash=one.hash, place=place)


def _append(writing: Writing, one: Checked, record: Record, circle: Circle) -> int:
    held, withheld = _held(writing, one, record), withholdings.is_withheld(writing.connection, one.head["id"])
    lost = records.recipients(writing.connection, one.head["id"])
    place = records.append(writing.connection, writing.sequence(), record, one.head, one.hash, held)
    if held:
        writing.news.poked.add(writing.person)
        return place
    if withheld:  # each gets something else
        writing.lettered.add(circle.id)
        return place
    at = RecordAt(circle=circle.id, place=place, hash=one.hash, record=record)
    writing.hear(at, one.head, lost.union(ref[2:] for ref, _, _ in record.boxes))
    return place


def _may_write_to(writing: Writing, seat: str, author: Seat) -> bool:
    """A parent in the same group (who may never have joined), staff, whoever wrote to me; from lunch each parent.

    A contact: the guardian who gave them the code, and parents with whom they have exchanged something before.
    """
    connection, person, now = writing.connection, writing.person, writing.now
    found = people.seat(connection, seat)
    if found is None:
        return False
    if author.role == CONTACT:
        known = found.id == author.issuer or letters.exchanged(connection, seat, person)
        return known and found.role in PARENTS and found.alive(now)
    if found.alive(now) and (found.role in STAFF or (author.role == "lunch" and found.role == "guardian")):
        return True
    return circles.is_classmate(connection, person, seat, now) or letters.has_written(connection, seat, person)


def _held(writing: Writing, one: Checked, record: Record) -> int:
    """From when on others get it (ms), 0 = at once: a record by the time it claims, a letter as its author asks.

    A letter that nobody got yet stays held when it is revised; what was shown once is not held again.
    """
    if one.entry.hold and not record.boxes:
        raise Refused("bad-letter")
    if record.boxes:
        until = records.held(writing.connection, one.head["id"])
        if one.head["revision"] > 1 and until <= writing.now:
            return 0
        return writing.now + one.entry.hold if one.entry.hold else until
    return int(one.head["time"]) if one.head["time"] > writing.now + CLOCKS else 0


def _check_letter(writing: Writing, record: Record, head: Head, author: Seat) -> None:
    refs = [ref for ref, _, _ in record.boxes]
    if not refs:
        return
    contactseats.check_letter(writing.connection, head, author, [ref[2:] for ref in refs])
    if refs != sorted(set(refs)) or f"c:{author.id}" not in refs or not all(ref.startswith("c:") for ref in refs):
        raise Refused("bad-letter")
    for ref, epoch, _ in record.boxes:
        recipient = _recipient(writing, ref[2:], author)
        first = recipient.kind == "seat" and epoch == 1
        if recipient.head["epoch"] != epoch and not first:
            raise Refused("stale-epoch", circle=ref[2:], epoch=recipient.head["epoch"])


def _recipient(writing: Writing, circle: str, author: Seat) -> Circle:
    """A circle the author sees, the own seat, or one of somebody they may write to; never one that the board reads."""
    found = circles.find(writing.connection, circle)
    if found and found.kind in UNANSWERED:
        raise Refused("bad-letter")
    if found and (circle == author.id or _may_write_to(writing, circle, author)):
        return found
    if author.role == CONTACT:
        raise Problem("not-found")
    return writing.circle(circle, author)
