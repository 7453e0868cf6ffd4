"""Reporting a message: one message goes to the office as its author signed it, and nothing else of the thread."""

from __future__ import annotations

from crypto import heads
from crypto.encoding import b64, unb64
from crypto.envelope import check_record, open_copy
from crypto.random import fresh
from sync.chains import Item
from sync.client.blobs import ids
from sync.client.chats import seat_in
from sync.client.session import Session
from sync.errors import Refused


def complain(session: Session, message: str, why: str) -> None:
    """Show one message to the office, as its author signed it, with its files."""
    item, record = session.replica.items[message], b64(fresh(16))
    assert item.letter is not None  # noqa: S101  (a message is a letter)
    copy = {**item.letter, "key": b64(session.replica.letter_key(item.letter))}
    office = session.replica.trust.charter["office"]
    body = {"thread": item.body["thread"], "why": why, "copy": copy}
    files = ids(item.body.get("files", []))
    seat = seat_in(session, body["thread"])
    session.write(lambda batch: batch.letter("complaint", body, [office], record, blobs=files), seat)


def open_complaint(session: Session, complaint: Item) -> tuple[str, bytes]:
    """Who wrote the message that was reported (seat), and its data; raises Refused, CryptoError if it is not theirs."""
    copy = dict(complaint.body["copy"])
    key, head = unb64(copy.pop("key")), heads.read_head(copy["head"], heads.RECORD)
    seat = session.replica.trust.seat(head["seat"])
    for circle in seat.circles if not seat.sign else ():
        session.readers(circle)  # brings the proof of who sits there
    seat = session.replica.trust.seat(head["seat"])
    if not seat.sign:
        raise Refused("unproven", seat=seat.id)
    check_record(seat.sign, copy)
    return seat.id, open_copy(key, copy)
