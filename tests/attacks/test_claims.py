"""What a server, a parent or a lost answer tries with claims, and that it fails."""

from __future__ import annotations

import msgspec

from sync.client import claims, homes
from sync.messages import Claim, OfferAt, Page, Terms
from tests.server.sockets import served
from tests.server.test_claims import mila, noor, offer, refused, slots, state, take
from tests.stories.cast import Regenboog
from tests.stories.crawl import wire


def offered(regenboog: Regenboog) -> tuple[str, str, str]:
    """An offer with two slots, of which Anna has the first; returns (offer, first slot, her letter)."""
    first, second = slots(1, 1)
    found = offer(regenboog, Terms(slots=[first, second], unit="both", waits=1))
    letter = take(regenboog.anna, regenboog, Claim(offer=found, slot=first[0], child=noor(regenboog)))
    regenboog.sanne.sync()
    return found, first[0], letter


def served_to_sanne(regenboog: Regenboog, found: str, **lie: object) -> None:
    """The server tells juf Sanne something else of the first claim."""
    true: OfferAt = regenboog.sanne.replica.offers[found]
    claim = msgspec.structs.replace(true.claims[0], **lie)
    page = Page(cursor=regenboog.sanne.replica.cursor, done=True, incarnation="", time=0,
                offers=[msgspec.structs.replace(true, claims=[claim])])  # fmt: skip
    regenboog.sanne.replica.apply(page)


def test_claim_moved_by_server(regenboog: Regenboog) -> None:
    """Another slot, or more of it, than the letter says is noticed by who gets the letter."""
    found, first, _ = offered(regenboog)
    other = next(slot for slot, _, _ in regenboog.sanne.replica.offers[found].slots if slot != first)
    assert claims.lies(regenboog.sanne) == []
    for lie in ({"slot": other}, {"count": 2}):
        served_to_sanne(regenboog, found, **lie)
        assert [one.record for one in claims.lies(regenboog.sanne)] != []


def test_claim_invented_by_server(regenboog: Regenboog) -> None:
    """A claim without a letter is nobody's."""
    found, _, letter = offered(regenboog)
    served_to_sanne(regenboog, found, record=found)
    assert claims.lies(regenboog.sanne) != []
    assert claims.mine(regenboog.anna, found)[0].record == letter


def test_nobody_reads_who_sits_where(regenboog: Regenboog) -> None:
    """What another parent gets names no letter, no child and no seat of who has the slot."""
    found, _, letter = offered(regenboog)
    secrets = {letter, noor(regenboog), regenboog.anna.seat(circle=noor(regenboog)).id, regenboog.anna.person}
    regenboog.fatima.sync()
    told = msgspec.json.encode(regenboog.fatima.replica.offers[found]).decode()
    assert [one for one in secrets if one in told] == []
    assert letter.encode() not in wire(regenboog)["fatima"]
    assert letter.encode() in wire(regenboog)["sanne"]


def test_two_homes_of_a_child_learn_nothing_of_each_other(regenboog: Regenboog) -> None:
    """Not by the state of the offer, not by being refused: Koen gets what a home that never met Fatima would get."""
    found, first, _ = offered(regenboog)
    second = next(slot for slot, _, _ in regenboog.sanne.replica.offers[found].slots if slot != first)
    letter = take(regenboog.fatima, regenboog, Claim(offer=found, slot=second, child=mila(regenboog)))
    regenboog.koen.sync()
    state = regenboog.koen.replica.offers[found]
    assert (state.claims, state.answered) == ([], [])
    assert letter.encode() not in wire(regenboog)["koen"]
    full = Claim(offer=found, slot=second, child=mila(regenboog))
    assert refused(lambda: claims.hold(regenboog.koen, [full])) == "slot-taken"


def test_nobody_is_made_to_live_with_somebody(regenboog: Regenboog) -> None:
    """Koen lists Fatima in a household of his: it is neither her home nor does it take her turn."""
    one, two = slots(1, 1)
    homes.start_household(regenboog.koen, [regenboog.fatima.seat("guardian").id], {})
    found = offer(regenboog, Terms(slots=[one, two], unit="home"))
    take(regenboog.koen, regenboog, Claim(offer=found, slot=one[0], child=mila(regenboog)))
    letter = take(regenboog.fatima, regenboog, Claim(offer=found, slot=two[0], child=mila(regenboog)))
    assert state(regenboog.fatima, letter) == (two[0], "taken", 0)


def test_a_slot_is_not_taken_for_somebody_else(regenboog: Regenboog) -> None:
    """Neither in another parent's name nor by giving back what is theirs."""
    found, _, letter = offered(regenboog)
    koen = regenboog.koen.seat(circle=mila(regenboog)).id
    spare = regenboog.sanne.replica.offers[found].slots[1][0]
    named = Claim(offer=found, slot=spare, child=mila(regenboog), seat=koen)
    assert refused(lambda: claims.hold(regenboog.fatima, [named])) == "not-allowed"
    assert refused(lambda: claims.give_back(regenboog.fatima, letter)) == "not-found"
    assert refused(lambda: claims.give_back(regenboog.jeroen, letter)) == "not-found"


def test_everybody_hears_the_numbers_at_once(regenboog: Regenboog) -> None:
    """A socket of another parent is told the tallies, and nothing more."""
    found, _, _ = offered(regenboog)
    with served(regenboog.school) as port:
        listener = port.listen(regenboog.koen)
        spare = regenboog.sanne.replica.offers[found].slots[1][0]
        take(regenboog.fatima, regenboog, Claim(offer=found, slot=spare, child=mila(regenboog)))
        frame = listener.next()
    assert not isinstance(frame, int)
    assert (frame.records, [offer for offer, _ in frame.counts]) == ([], [found])
    assert [used for _, used, _ in frame.counts[0][1]] == [1, 1]
