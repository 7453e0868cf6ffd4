"""Slots as people use them: hold, take, move, wait, give back; and whether the server says what the letters say."""

from __future__ import annotations

from sync import claims as rules
from sync.batch import Batch
from sync.client.session import Session
from sync.client.transport import call
from sync.messages import Claim, ClaimAt, Held, Holds


def hold(session: Session, claims: list[Claim]) -> int:
    """Hold slots for two minutes, all or none; returns until when (ms). Raises Problem: `slot-taken`, …"""
    return call(session.transport, "POST", "/api/holds", Held, Holds(claims=claims)).until


def release(session: Session) -> None:
    """Let go of what this person holds."""
    call(session.transport, "DELETE", "/api/holds", type(None))


def give_back(session: Session, record: str) -> None:
    """Give back what a letter took, whoever wrote it: for staff, and for whom staff claimed. Raises Problem."""
    call(session.transport, "DELETE", f"/api/claims/{record}", type(None))
    session.sync()


def move(session: Session, record: str, slot: str, child: str = "", wait: int = 0) -> None:
    """Take another slot instead, or wait for it and keep what one has. Raises Problem: `slot-taken`, …"""
    item = session.replica.items[record]
    body = rules.moved(item.body, slot)
    to = [ref[2:] for ref in item.refs]

    def build(batch: Batch) -> None:
        newest = session.replica.items[record]
        batch.letter(newest.kind, body, to, replaces=newest, claim=rules.taken(body, child, wait))

    session.write(build, session.replica.trust.seats[item.head["seat"]])


def claim_of(session: Session, record: str) -> ClaimAt | None:
    """How the claim of a letter stands; of two (it waits, and keeps what it has) the one that waits."""
    found = [one for offer in session.replica.offers.values() for one in offer.claims if one.record == record]
    return max(found, key=lambda one: one.state == rules.WAITING, default=None)


def mine(session: Session, offer: str) -> list[ClaimAt]:
    """The claims of letters from own seats."""
    state, own = session.replica.offers.get(offer), set(session.replica.seats())
    letters = session.replica.items
    return [one for one in (state.claims if state else []) if _seat(letters.get(one.record)) in own]


def free(session: Session, offer: str, slot: str) -> int | None:
    """How many of a slot are left; None: there is no limit."""
    return rules.free(session.replica.offers[offer], slot)


def lies(session: Session) -> list[ClaimAt]:
    """Claims of which the server says something else than the letter that makes them."""
    items = session.replica.items
    return [
        one
        for offer in session.replica.offers.values()
        for one in offer.claims
        if one.record in items and not rules.is_true(one, offer.offer, items[one.record].body)
    ]


def _seat(item: object) -> str:
    head = getattr(item, "head", {})
    return str(head.get("seat", ""))
