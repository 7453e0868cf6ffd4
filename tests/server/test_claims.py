"""Slots: who gets one, who waits, who moves, and who is refused, by the rules of the offer and the order of asking."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from crypto.encoding import b64
from crypto.random import fresh
from server.claims import let_go_due
from sync.client import claims
from sync.client.session import Session
from sync.client.transport import Problem
from sync.messages import Claim, Terms
from tests.stories.cast import Regenboog
from tests.stories.test_sick_note import child_of

HOUR = 3_600_000
FORM = "form"


def slots(*capacities: int) -> list[tuple[str, int]]:
    """Slots with fresh ids."""
    return [(b64(fresh(16)), capacity) for capacity in capacities]


def offer(regenboog: Regenboog, terms: Terms, by: Session | None = None, offered: str = "") -> str:
    """Sanne offers something to group 3A; returns the offer."""
    session, record = by or regenboog.sanne, offered or b64(fresh(16))
    group = regenboog.group("3A").group

    def build(batch: Any) -> None:
        before = session.replica.items.get(record)
        batch.record(group, "part", {"form": FORM, "question": "q"}, record, replaces=before, offer=terms)

    session.write(build, session.seat(circle=group))
    for one in regenboog.everybody().values():
        one.sync()
    return record


def take(session: Session, regenboog: Regenboog, claim: Claim, record: str = "") -> str:
    """Claim by a letter to the team; returns the letter."""
    letter = record or b64(fresh(16))
    body = {"offer": claim.offer, "slot": claim.slot, "count": claim.count, "form": FORM, "question": "q"}
    seat = session.seat(circle=claim.child) if claim.child and not claim.seat else session.seat()
    team = regenboog.group("3A").team

    def build(batch: Any) -> None:
        before = session.replica.items.get(letter)
        batch.letter("place", body, [team], letter, replaces=before, claim=claim)

    session.write(build, seat)
    return letter


def refused(act: Callable[[], object]) -> str:
    """The code with which something is refused."""
    with pytest.raises(Problem) as problem:
        act()
    return problem.value.code


def state(session: Session, letter: str) -> tuple[str, str, int]:
    """How a claim stands, in a copy that is up to date."""
    session.sync()
    found = claims.claim_of(session, letter)
    return (found.slot, found.state, found.place) if found else ("", "", 0)


def noor(regenboog: Regenboog) -> str:
    return child_of(regenboog.anna, "Noor")


def mila(regenboog: Regenboog) -> str:
    return child_of(regenboog.fatima, "Mila")


def test_one_slot_one_winner(regenboog: Regenboog) -> None:
    (one,) = slots(1)
    found = offer(regenboog, Terms(slots=[one], unit="child"))
    letter = take(regenboog.anna, regenboog, Claim(offer=found, slot=one[0], child=noor(regenboog)))
    late = Claim(offer=found, slot=one[0], child=mila(regenboog))
    assert refused(lambda: take(regenboog.fatima, regenboog, late)) == "slot-taken"
    assert state(regenboog.anna, letter) == (one[0], "taken", 0)
    regenboog.fatima.sync()
    assert claims.free(regenboog.fatima, found, one[0]) == 0


def test_who_sees_whose(regenboog: Regenboog) -> None:
    """Who gets the letter sees the claim; others see a number; another group sees nothing at all."""
    (one,) = slots(3)
    found = offer(regenboog, Terms(slots=[one], unit="child"))
    letter = take(regenboog.anna, regenboog, Claim(offer=found, slot=one[0], child=noor(regenboog)))
    for session in regenboog.everybody().values():
        session.sync()
    seen = {name: one.replica.offers.get(found) for name, one in regenboog.everybody().items()}
    assert {name for name, one in seen.items() if one and [claim.record for claim in one.claims] == [letter]} == {
        "anna", "sanne", "marga"}  # fmt: skip
    assert {name for name, one in seen.items() if one and one.slots[0][1] == 1} == {
        "anna", "peter", "fatima", "koen", "sanne", "marga"}  # fmt: skip
    assert (seen["jeroen"], seen["els"], seen["ad"]) == (None, None, None)


def test_the_other_parent_sees_that_it_was_answered_by_child_only(regenboog: Regenboog) -> None:
    (one,) = slots(5)
    for unit, answered in (("child", [mila(regenboog)]), ("both", [])):
        found = offer(regenboog, Terms(slots=[one], unit=unit))  # type: ignore[arg-type]
        take(regenboog.fatima, regenboog, Claim(offer=found, slot=one[0], child=mila(regenboog)))
        regenboog.koen.sync()
        assert regenboog.koen.replica.offers[found].answered == answered
        assert regenboog.koen.replica.offers[found].claims == []


@pytest.mark.parametrize(("unit", "code"), [("child", "unit-taken"), ("both", ""), ("person", ""), ("home", "")])
def test_two_homes_of_a_child(regenboog: Regenboog, unit: str, code: str) -> None:
    """One a child: the second is told so. One a home or a person: each has one."""
    (one,) = slots(5)
    found = offer(regenboog, Terms(slots=[one], unit=unit))  # type: ignore[arg-type]
    claim = Claim(offer=found, slot=one[0], child=mila(regenboog))
    take(regenboog.fatima, regenboog, claim)
    try:
        take(regenboog.koen, regenboog, claim)
        said = ""
    except Problem as problem:
        said = problem.code
    assert said == code
    assert refused(lambda: take(regenboog.fatima, regenboog, claim)) == "unit-taken"


def test_not_before_the_hour_and_not_after_the_deadline(regenboog: Regenboog) -> None:
    (one,) = slots(5)
    now = regenboog.school.site.now()
    found = offer(regenboog, Terms(slots=[one], unit="child", opens=now + HOUR, closes=now + 2 * HOUR))
    claim = Claim(offer=found, slot=one[0], child=noor(regenboog))
    assert refused(lambda: take(regenboog.anna, regenboog, claim)) == "not-open"
    regenboog.school.wait(HOUR + 1000)
    letter = take(regenboog.anna, regenboog, claim)
    regenboog.school.wait(HOUR)
    assert refused(lambda: take(regenboog.fatima, regenboog, claim_for(claim, mila(regenboog)))) == "closed"
    assert refused(lambda: drop(regenboog.anna, letter)) == "closed"


def test_more_children_choose_earlier(regenboog: Regenboog) -> None:
    """Anna has Noor and Bram; Fatima has Mila alone and waits for the hour of all."""
    (one,) = slots(5)
    now = regenboog.school.site.now()
    found = offer(regenboog, Terms(slots=[one], unit="child", early=now - HOUR, opens=now + HOUR))
    claim = Claim(offer=found, slot=one[0], child=mila(regenboog))
    assert refused(lambda: take(regenboog.fatima, regenboog, claim)) == "not-open"
    take(regenboog.anna, regenboog, claim_for(claim, noor(regenboog)))


def test_a_waiting_list_gives_in_order(regenboog: Regenboog) -> None:
    (one,) = slots(1)
    found = offer(regenboog, Terms(slots=[one], unit="both", waits=1))
    first = take(regenboog.anna, regenboog, Claim(offer=found, slot=one[0], child=noor(regenboog)))
    waiting = Claim(offer=found, slot=one[0], child=mila(regenboog), wait=1)
    second = take(regenboog.fatima, regenboog, waiting)
    third = take(regenboog.koen, regenboog, waiting)
    assert state(regenboog.fatima, second) == (one[0], "waiting", 1)
    assert state(regenboog.koen, third) == (one[0], "waiting", 2)
    drop(regenboog.anna, first)
    assert state(regenboog.fatima, second) == (one[0], "taken", 0)
    assert state(regenboog.koen, third) == (one[0], "waiting", 1)


def test_who_moves_keeps_what_it_has_until_the_new_one_is_there(regenboog: Regenboog) -> None:
    early, late = slots(1, 1)
    found = offer(regenboog, Terms(slots=[early, late], unit="both", waits=1))
    anna = take(regenboog.anna, regenboog, Claim(offer=found, slot=early[0], child=noor(regenboog)))
    fatima = take(regenboog.fatima, regenboog, Claim(offer=found, slot=late[0], child=mila(regenboog)))
    regenboog.anna.sync()
    assert refused(lambda: claims.move(regenboog.anna, anna, late[0], noor(regenboog))) == "slot-taken"
    claims.move(regenboog.anna, anna, late[0], noor(regenboog), wait=1)
    regenboog.sanne.sync()
    held = {(one.slot, one.state) for one in regenboog.sanne.replica.offers[found].claims if one.record == anna}
    assert held == {(early[0], "taken"), (late[0], "waiting")}
    drop(regenboog.fatima, fatima)
    assert state(regenboog.anna, anna) == (late[0], "taken", 0)
    assert claims.free(regenboog.anna, found, early[0]) == 1


def test_two_who_wait_for_each_others_slots_swap(regenboog: Regenboog) -> None:
    early, late = slots(1, 1)
    found = offer(regenboog, Terms(slots=[early, late], unit="both", waits=1))
    anna = take(regenboog.anna, regenboog, Claim(offer=found, slot=early[0], child=noor(regenboog)))
    fatima = take(regenboog.fatima, regenboog, Claim(offer=found, slot=late[0], child=mila(regenboog)))
    for session in (regenboog.anna, regenboog.fatima):
        session.sync()
    claims.move(regenboog.anna, anna, late[0], noor(regenboog), wait=1)
    claims.move(regenboog.fatima, fatima, early[0], mila(regenboog), wait=1)
    assert state(regenboog.anna, anna) == (late[0], "taken", 0)
    assert state(regenboog.fatima, fatima) == (early[0], "taken", 0)
    regenboog.sanne.sync()
    assert claims.lies(regenboog.sanne) == []


def test_a_hold_keeps_a_slot_for_two_minutes(regenboog: Regenboog) -> None:
    (one,) = slots(1)
    found = offer(regenboog, Terms(slots=[one], unit="child"))
    wanted = Claim(offer=found, slot=one[0], child=noor(regenboog))
    claims.hold(regenboog.anna, [wanted])
    other = claim_for(wanted, mila(regenboog))
    assert refused(lambda: take(regenboog.fatima, regenboog, other)) == "slot-taken"
    assert refused(lambda: claims.hold(regenboog.fatima, [other])) == "slot-taken"
    regenboog.school.wait(121_000)
    take(regenboog.fatima, regenboog, other)
    assert refused(lambda: take(regenboog.anna, regenboog, wanted)) == "slot-taken"


def test_who_waits_gets_what_a_hold_lets_go(regenboog: Regenboog) -> None:
    (one,) = slots(1)
    found = offer(regenboog, Terms(slots=[one], unit="child", waits=1))
    claims.hold(regenboog.anna, [Claim(offer=found, slot=one[0], child=noor(regenboog))])
    letter = take(regenboog.fatima, regenboog, Claim(offer=found, slot=one[0], child=mila(regenboog), wait=1))
    let_go_due(regenboog.school.site)
    assert state(regenboog.fatima, letter) == (one[0], "waiting", 1)
    regenboog.school.wait(121_000)
    let_go_due(regenboog.school.site)
    assert state(regenboog.fatima, letter) == (one[0], "taken", 0)


def test_who_holds_takes_and_who_lets_go_frees(regenboog: Regenboog) -> None:
    first, second = slots(1, 1)
    found = offer(regenboog, Terms(slots=[first, second], unit="child", most=2))
    both = [Claim(offer=found, slot=slot, child=noor(regenboog)) for slot, _ in (first, second)]
    claims.hold(regenboog.anna, both)
    take(regenboog.anna, regenboog, both[0])
    claims.release(regenboog.anna)
    take(regenboog.fatima, regenboog, claim_for(both[1], mila(regenboog)))
    regenboog.fatima.sync()
    assert [used for _, used, _ in regenboog.fatima.replica.offers[found].slots] == [1, 1]


def test_places_are_counted(regenboog: Regenboog) -> None:
    """Twenty-four seats: cars bring three and four; what does not fit any more waits, and smaller ones still fit."""
    (seats,) = slots(5)
    found = offer(regenboog, Terms(slots=[seats], unit="person", waits=1))
    take(regenboog.anna, regenboog, Claim(offer=found, slot=seats[0], count=3))
    big = take(regenboog.fatima, regenboog, Claim(offer=found, slot=seats[0], count=4, wait=1))
    take(regenboog.koen, regenboog, Claim(offer=found, slot=seats[0], count=2))
    assert state(regenboog.fatima, big) == (seats[0], "waiting", 1)
    assert claims.free(regenboog.fatima, found, seats[0]) == 0


def test_staff_claim_on_behalf_and_give_back(regenboog: Regenboog) -> None:
    """Juf Sanne writes down what Koen said on the phone, after the deadline as well; Koen can give it back."""
    (one,) = slots(2)
    now = regenboog.school.site.now()
    found = offer(regenboog, Terms(slots=[one], unit="both", closes=now + HOUR))
    regenboog.school.wait(2 * HOUR)
    koen = regenboog.koen.seat(circle=mila(regenboog)).id
    claim = Claim(offer=found, slot=one[0], child=mila(regenboog), seat=koen)
    letter = take(regenboog.sanne, regenboog, claim)
    assert state(regenboog.sanne, letter) == (one[0], "taken", 0)
    assert refused(lambda: take(regenboog.anna, regenboog, claim)) == "not-allowed"
    assert refused(lambda: claims.give_back(regenboog.anna, letter)) == "not-found"
    claims.give_back(regenboog.sanne, letter)
    assert state(regenboog.sanne, letter) == ("", "", 0)


def test_nobody_claims_for_a_child_of_others(regenboog: Regenboog) -> None:
    (one,) = slots(2)
    found = offer(regenboog, Terms(slots=[one], unit="child"))
    theirs = Claim(offer=found, slot=one[0], child=mila(regenboog))
    assert refused(lambda: claims.hold(regenboog.anna, [theirs])) == "not-allowed"
    assert refused(lambda: claims.hold(regenboog.anna, [claim_for(theirs, "")])) == "not-allowed"
    assert refused(lambda: claims.hold(regenboog.jeroen, [theirs])) == "not-found"


def test_an_offer_changes_and_ends(regenboog: Regenboog) -> None:
    """More room lets those in who wait; a slot that somebody has is not taken away; with its record an offer goes."""
    one, other = slots(1, 1)
    found = offer(regenboog, Terms(slots=[one, other], unit="both", waits=1))
    take(regenboog.anna, regenboog, Claim(offer=found, slot=one[0], child=noor(regenboog)))
    waits = take(regenboog.fatima, regenboog, Claim(offer=found, slot=one[0], child=mila(regenboog), wait=1))
    lost = Terms(slots=[other], unit="both")
    assert refused(lambda: offer(regenboog, lost, offered=found)) == "slot-taken"
    offer(regenboog, Terms(slots=[(one[0], 2)], unit="both", waits=1), offered=found)
    assert state(regenboog.fatima, waits) == (one[0], "taken", 0)
    drop(regenboog.sanne, found)
    assert refused(lambda: claims.hold(regenboog.koen, [Claim(offer=found, slot=one[0])])) == "not-found"


def test_the_same_request_again_gets_the_same_answer(regenboog: Regenboog) -> None:
    (one,) = slots(1)
    found = offer(regenboog, Terms(slots=[one], unit="child"))
    claim = Claim(offer=found, slot=one[0], child=noor(regenboog))
    anna, team = regenboog.anna, regenboog.group("3A").team
    batch = anna.batch(anna.seat(circle=claim.child))
    batch.letter("place", {"offer": found, "slot": one[0]}, [team], claim=claim)
    assert anna.post(batch.entries) == anna.post(batch.entries)
    assert [used for _, used, _ in anna.replica.offers[found].slots] == [1]


def claim_for(claim: Claim, child: str) -> Claim:
    """The same for another child."""
    return Claim(offer=claim.offer, slot=claim.slot, child=child, count=claim.count)


def drop(session: Session, record: str) -> None:
    """Delete a record by its author."""
    session.sync()
    item = session.replica.items[record]
    session.write(
        lambda batch: batch.delete(session.replica.items[record]), session.replica.trust.seats[item.head["seat"]]
    )
