"""What a parent said last counts, not what was sent last: a phone lay offline in a drawer while the laptop was used."""

from __future__ import annotations

import pytest

from crypto.encoding import b64
from crypto.random import fresh
from sync.client import consents, contacts, departures, sharing
from sync.client.enrolment import Guardian, Pupil, enrol
from sync.client.session import Session
from sync.client.sharing import Audience, share
from tests.stories.cast import Regenboog
from tests.stories.test_family_decides import PHONE, group_of, readers, seat_of
from tests.stories.test_sick_note import child_of

MINUTE = 60_000
CLASS = {"anna", "peter", "koen", "sanne", "marga"}


def ago(session: Session, minutes: int) -> int:
    """When something was pressed (ms), so many minutes ago."""
    return session.clock() - minutes * MINUTE


def the_class(regenboog: Regenboog) -> Audience:
    """Everybody of 3A."""
    return Audience(groups=(group_of(regenboog),))


def test_an_old_yes_does_not_undo_what_was_taken_back(regenboog: Regenboog) -> None:
    """On the phone at ten, taken back on the laptop at twelve; at one the phone finds a network."""
    phone, laptop = regenboog.fatima, regenboog.login("fatima")
    share(laptop, "phone", PHONE, the_class(regenboog), said=ago(laptop, 120))
    sharing.take_back(laptop, "phone")
    phone.sync()
    share(phone, "phone", PHONE, the_class(regenboog), said=ago(phone, 60))
    assert readers(regenboog) == set()


def test_an_old_yes_does_not_bring_back_what_was_forgotten(regenboog: Regenboog) -> None:
    phone, laptop = regenboog.fatima, regenboog.login("fatima")
    share(laptop, "phone", PHONE, the_class(regenboog))
    sharing.forget(laptop, "phone")
    phone.sync()
    share(phone, "phone", PHONE, the_class(regenboog), said=ago(phone, 60))
    assert readers(regenboog) == set()
    assert sharing.choices(phone, seat_of(phone)) == {}
    assert PHONE not in str([item.body for item in phone.replica.items.values()])


def test_what_was_taken_back_offline_outlives_what_the_laptop_did_by_itself(regenboog: Regenboog) -> None:
    """The laptop seals the detail anew for a new parent after that: that is no word of Fatima's."""
    phone, laptop, koen = regenboog.fatima, regenboog.login("fatima"), seat_of(regenboog.koen)
    audience = Audience(groups=(group_of(regenboog),), others=(koen,))
    share(laptop, "phone", PHONE, audience, said=ago(laptop, 120))
    enrol(regenboog.marga, [Pupil("6", "Gijs", "", "Nieuw", "2018-01-01", ("3A",), (Guardian("b", "Bo"),))])
    laptop.sync()
    assert sharing.top_up(laptop) == 1
    phone.sync()
    share(phone, "phone", PHONE, said=ago(phone, 60))
    assert readers(regenboog) == set()


def test_who_presses_now_is_heard_though_a_clock_was_ahead(regenboog: Regenboog) -> None:
    """The phone's clock is an hour fast: its yes claims to be of later than the laptop's no."""
    phone, laptop = regenboog.fatima, regenboog.login("fatima")
    share(phone, "phone", PHONE, the_class(regenboog), said=ago(phone, -60))
    assert readers(regenboog) == CLASS
    laptop.sync()
    sharing.take_back(laptop, "phone")
    assert readers(regenboog) == set()


def test_a_letter_that_no_choice_knows_of_goes(regenboog: Regenboog) -> None:
    """Another device sealed it on an old copy: the choice says nobody, and everybody reads it."""
    fatima, group = regenboog.fatima, group_of(regenboog)
    share(fatima, "phone", PHONE)
    body = {"field": "phone", "value": PHONE}
    fatima.write(lambda batch: batch.letter("detail", body, [group], b64(fresh(16))), fatima.seat("guardian"))
    assert readers(regenboog) == CLASS
    assert sharing.top_up(fatima) == 1
    assert readers(regenboog) == set()
    assert sharing.top_up(fatima) == 0


def test_an_orphan_beside_the_right_letter_goes_alone(regenboog: Regenboog) -> None:
    """Shown to Koen; on an old copy it was sealed to the class."""
    fatima, group = regenboog.fatima, group_of(regenboog)
    share(fatima, "phone", PHONE, Audience(people=(seat_of(regenboog.koen),)))
    body = {"field": "phone", "value": PHONE}
    fatima.write(lambda batch: batch.letter("detail", body, [group], b64(fresh(16))), fatima.seat("guardian"))
    assert sharing.top_up(fatima) == 1
    assert readers(regenboog) == {"koen"}


@pytest.mark.parametrize(("old", "new"), [(1, 0), (0, 1)])
def test_of_two_consents_the_later_one_stands(regenboog: Regenboog, old: int, new: int) -> None:
    phone, laptop = regenboog.fatima, regenboog.login("fatima")
    mila, seat = child_of(phone, "Mila"), seat_of(phone)
    consents.answer(laptop, mila, {"album": new})
    phone.sync()
    consents.answer(phone, mila, {"album": old}, ago(phone, 60))
    regenboog.sanne.sync()
    assert consents.said(regenboog.sanne, mila, seat) == {"album": new}


def test_an_old_no_is_not_lost_to_a_later_word_about_something_else(regenboog: Regenboog) -> None:
    phone, laptop = regenboog.fatima, regenboog.login("fatima")
    mila, seat = child_of(phone, "Mila"), seat_of(phone)
    consents.answer(laptop, mila, {"album": 1}, ago(laptop, 120))
    consents.answer(laptop, mila, {"website": 1})
    phone.sync()
    consents.answer(phone, mila, {"album": 0, "website": 0}, ago(phone, 60))
    regenboog.sanne.sync()
    assert consents.said(regenboog.sanne, mila, seat) == {"album": 0, "website": 1}


def test_who_was_blocked_later_stays_blocked(regenboog: Regenboog) -> None:
    """An old "accept" does not let Koen in again; to let Anna in again leaves Koen out."""
    phone, laptop = regenboog.fatima, regenboog.login("fatima")
    koen, anna = seat_of(regenboog.koen), seat_of(regenboog.koen)[:-1]
    for one in (koen, anna):
        contacts.block(laptop, one)
    phone.sync()
    contacts.accept(phone, koen, ago(phone, 60))
    contacts.unblock(phone, anna)
    assert contacts.contacts(phone)["blocked"] == [koen]
    assert contacts.contacts(phone)["people"] == []


def test_an_old_answer_to_a_departure_is_the_older_one(regenboog: Regenboog) -> None:
    """Koen agreed on his phone an hour ago, thought better of it on the laptop; then the phone sent what it had."""
    koen, to = regenboog.koen, {"name": "Elders", "host": "", "root": ""}
    departures.say(regenboog.fatima, child_of(regenboog.fatima, "Mila"), "2098-01-01", to, [])
    koen.sync()
    (departure,) = departures.departures(koen)
    departures.agree(koen, departure, agrees=False)
    departures.agree(koen, departure, said=ago(koen, 60))
    assert departures.answers(koen, departure) == {seat_of(koen): 0}


def test_who_slept_while_it_changed_and_was_taken_back_forgets_it_too(regenboog: Regenboog) -> None:
    """Koen's phone has the first number; before it looks again there was a second one, and then none."""
    fatima, koen = regenboog.fatima, regenboog.koen
    share(fatima, "phone", PHONE, the_class(regenboog))
    koen.sync()
    assert sharing.cards(koen) == {seat_of(fatima): {"phone": PHONE}}
    share(fatima, "phone", "06-spreeuw", the_class(regenboog))
    sharing.take_back(fatima, "phone")
    koen.sync()
    assert list(koen.replica.of_kind("detail")) == []
