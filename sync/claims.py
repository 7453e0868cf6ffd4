"""Who gets a slot: the one rule for talks, seats and places, and how a copy reads what the server says of them.

A claim is a letter with a slot: the letter, sealed and signed, says to those it concerns what its entry says to the
server in the clear. So the server can decide who comes first and learns opaque ids; it can't move a claim unseen.
Pure: numbers come in as arguments.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from sync.errors import Refused
from sync.messages import Claim, ClaimAt, OfferAt, Tally, Terms

HOLD = 2 * 60 * 1000
"""How long (ms) a slot is held for who is about to take it."""
TAKEN, WAITING, HELD = "taken", "waiting", "held"
UNITS_OF_CHILD = ("child", "both")
UNITS_OF_HOME = ("home", "both")


def check_time(terms: Terms, now: int, has_more: bool) -> None:
    """Check the opening hour and the deadline; has_more: whether who asks has more than one child here.

    Raises Refused: `not-open` (with `opens`), `closed`.
    """
    opens = min(terms.early, terms.opens) if terms.early and has_more else terms.opens
    if now < opens:
        raise Refused("not-open", opens=opens)
    if terms.closes and now >= terms.closes:
        raise Refused("closed")


def check_unit(terms: Terms, others: int) -> None:
    """Check that a unit with this many other claims may have one more; raises Refused("unit-taken")."""
    if terms.most and others >= terms.most:
        raise Refused("unit-taken")


def decide(terms: Terms, claim: Claim, used: int) -> str:
    """How a claim stands in a slot of which `used` are taken or held by others: `taken` or `waiting`.

    Raises Refused: `unknown-slot`, `slot-taken` (with `offer` and `slot`).
    """
    capacity = dict(terms.slots).get(claim.slot)
    if capacity is None:
        raise Refused("unknown-slot")
    if fits(capacity, used, claim.count):
        return TAKEN
    if terms.waits and claim.wait:
        return WAITING
    raise Refused("slot-taken", offer=claim.offer, slot=claim.slot)


def fits(capacity: int, used: int, count: int) -> bool:
    """Whether `count` more fit into a slot; capacity 0: without a limit."""
    return not capacity or used + count <= capacity


def unit_of(terms: Terms, child: str, home: str, person: str) -> str:
    """Who counts as one under these terms."""
    return {"person": person, "home": home, "child": child, "both": f"{child} {home}"}[terms.unit]


def taken(body: Mapping[str, Any], child: str = "", wait: int = 0, seat: str = "") -> Claim:
    """The claim that a letter's body makes: `offer`, `slot`, `count`."""
    return Claim(offer=body["offer"], slot=body["slot"], count=body.get("count", 1), child=child, wait=wait, seat=seat)


def moved(body: Mapping[str, Any], slot: str) -> dict[str, Any]:
    """The body of a claim that goes to another slot; `from` is the one it keeps if it has to wait."""
    return {**body, "slot": slot, "from": body["slot"]}


def is_true(state: ClaimAt, offer: str, body: Mapping[str, Any]) -> bool:
    """Whether what the server says of a claim is what its letter says."""
    own = (body.get("slot"), body.get("from"))
    return body.get("offer") == offer and state.slot in own and state.count == body.get("count", 1)


def restate(known: dict[str, OfferAt], offers: Iterable[OfferAt]) -> list[str]:
    """Take how offers stand; returns the letters whose claims stand otherwise than before."""
    moved: list[str] = []
    for offer in offers:
        moved += _differing(known.get(offer.offer), offer)
        known[offer.offer] = offer
    return moved


def recount(known: dict[str, OfferAt], counts: Iterable[tuple[str, list[Tally]]]) -> None:
    """Take newer tallies of offers that are known."""
    for offer, tallies in counts:
        if offer in known:
            known[offer] = msgspec.structs.replace(known[offer], slots=tallies)


def leave(known: dict[str, OfferAt], circle: str) -> None:
    """Forget the offers of a circle that was left."""
    for offer in [one.offer for one in known.values() if one.circle == circle]:
        del known[offer]


def free(state: OfferAt, slot: str) -> int | None:
    """How many of a slot are left; None: there is no limit."""
    capacity = dict(state.terms.slots).get(slot, 0)
    used = next((used for one, used, _ in state.slots if one == slot), 0)
    return max(0, capacity - used) if capacity else None


def _differing(before: OfferAt | None, after: OfferAt) -> list[str]:
    """The letters whose claims were promoted, given back, or are first heard of."""
    known = {(one.record, one.slot, one.state) for one in before.claims} if before else set()
    now = {(one.record, one.slot, one.state) for one in after.claims}
    return sorted({record for record, _, _ in known ^ now})
