"""Stories 8 and 12 and parts of 1: everything is closed until a parent opens it, and keys hold them to it."""

from __future__ import annotations

import pytest

from sync.client import children, diary, homes, office, sharing
from sync.client.account import join
from sync.client.enrolment import Guardian, Pupil, enrol
from sync.client.session import Session
from sync.client.sharing import Audience, share
from sync.client.transport import Problem
from tests.stories.cast import Regenboog

PHONE = "06-kanarie-12345678"
DAY = 24 * 3600 * 1000


def sync(regenboog: Regenboog) -> None:
    """Everybody is up to date."""
    for session in regenboog.everybody().values():
        session.sync()


def readers(regenboog: Regenboog, value: str = PHONE) -> set[str]:
    """The names of those whose clients can open a detail with this value, the author apart."""
    sync(regenboog)
    return {name for name, session in regenboog.everybody().items()
            if value in {shown for card in _others(session).values() for shown in card.values()}}  # fmt: skip


def _others(session: Session) -> dict[str, dict[str, str]]:
    return {seat: card for seat, card in sharing.cards(session).items() if seat not in session.replica.seats()}


def seat_of(session: Session) -> str:
    """The one seat of somebody with one child."""
    return session.seat("guardian").id


def group_of(regenboog: Regenboog, name: str = "3A") -> str:
    """A group's circle."""
    return regenboog.group(name).group


def test_a_class_is_first_names_and_nothing_more(regenboog: Regenboog) -> None:
    mates = sharing.classmates(regenboog.koen, group_of(regenboog))
    assert sorted(mate.first for mate in mates) == ["Mila", "Noor", "Yara"]
    assert sharing.cards(regenboog.koen) == {}
    assert sharing.classmates(regenboog.jeroen, group_of(regenboog)) == []


def test_nothing_is_shared_until_somebody_chooses(regenboog: Regenboog) -> None:
    share(regenboog.fatima, "phone", PHONE)
    assert readers(regenboog) == set()
    assert sharing.choices(regenboog.fatima, seat_of(regenboog.fatima))["phone"].body["value"] == PHONE


def test_a_class_except_the_other_parent(regenboog: Regenboog) -> None:
    """Story 1: Fatima shares her phone with 3A except Koen."""
    audience = Audience(groups=(group_of(regenboog),), others=(seat_of(regenboog.koen),))
    share(regenboog.fatima, "phone", PHONE, audience)
    assert readers(regenboog) == {"anna", "peter", "sanne", "marga"}
    koens_copy = regenboog.koen.transport.send("GET", "/api/sync?cursor=", b"")[1].decode()
    letter = next(iter(regenboog.fatima.replica.of_kind("detail")))
    assert letter.id not in koens_copy


def test_who_joins_next_week_reads_at_once(regenboog: Regenboog) -> None:
    """Story 12b: a whole class as audience; Omar had not joined yet."""
    share(regenboog.fatima, "phone", PHONE, Audience(groups=(group_of(regenboog),)))
    omar = join(regenboog.school.browser(), regenboog.papers.tokens["omar"], "omar", "een lang wachtwoord").session
    assert {card["phone"] for card in sharing.cards(omar).values()} == {PHONE}
    assert readers(regenboog) == {"anna", "peter", "koen", "sanne", "marga"}


def test_who_joins_next_week_reads_also_where_somebody_is_left_out(regenboog: Regenboog) -> None:
    audience = Audience(groups=(group_of(regenboog),), others=(seat_of(regenboog.koen),))
    share(regenboog.fatima, "phone", PHONE, audience)
    omar = join(regenboog.school.browser(), regenboog.papers.tokens["omar"], "omar", "een lang wachtwoord").session
    assert {card["phone"] for card in sharing.cards(omar).values()} == {PHONE}


def test_a_new_child_of_the_class_is_topped_up_by_the_familys_client(regenboog: Regenboog) -> None:
    audience = Audience(groups=(group_of(regenboog),), others=(seat_of(regenboog.koen),))
    share(regenboog.fatima, "phone", PHONE, audience)
    enrol(regenboog.marga, [Pupil("6", "Gijs", "", "Nieuw", "2018-01-01", ("3A",), (Guardian("b", "Bo"),))])
    token = next(one["token"] for one in office.letters(regenboog.marga) if one["name"] == "Bo")
    bo = join(regenboog.school.browser(), token, "bo", "een lang wachtwoord").session
    assert sharing.cards(bo) == {}
    regenboog.fatima.sync()
    assert sharing.top_up(regenboog.fatima) == 1
    assert sharing.top_up(regenboog.fatima) == 0
    bo.sync()
    assert {card["phone"] for card in sharing.cards(bo).values()} == {PHONE}
    assert "koen" not in readers(regenboog)


def test_shared_with_one_person_and_taken_back(regenboog: Regenboog) -> None:
    """Story 12a and c."""
    noor = next(mate for mate in sharing.classmates(regenboog.fatima, group_of(regenboog)) if mate.first == "Noor")
    anna = next(seat for seat in noor.seats if seat in regenboog.anna.replica.seats())
    share(regenboog.fatima, "phone", PHONE, Audience(people=(anna,)))
    assert readers(regenboog) == {"anna"}
    share(regenboog.fatima, "phone", PHONE, Audience(people=(anna,), groups=(group_of(regenboog),)))
    assert readers(regenboog) == {"anna", "peter", "koen", "sanne", "marga"}
    share(regenboog.fatima, "phone", PHONE, Audience(people=(anna,)))
    assert readers(regenboog) == {"anna"}
    sharing.take_back(regenboog.fatima, "phone")
    assert readers(regenboog) == set()


def test_who_sees_this_is_who_can_open_it(regenboog: Regenboog) -> None:
    """I5: the list from the letter's boxes equals the clients that open it."""
    group = group_of(regenboog)
    for audience in (
        Audience(groups=(group,)),
        Audience(groups=(group,), others=(seat_of(regenboog.koen),)),
        Audience(teams=(regenboog.group("3A").team,)),
        Audience(people=(seat_of(regenboog.koen),)),
        Audience(),
    ):
        share(regenboog.fatima, "phone", PHONE, audience)
        opened = readers(regenboog)
        letters = list(regenboog.fatima.replica.of_kind("detail"))
        listed = sharing.who_sees(regenboog.fatima, letters[0]) if letters else set()
        for name, session in regenboog.everybody().items():
            mine = set(session.replica.seats()) | {c.id for c in session.replica.circles.values() if c.reads}
            assert (name in opened) == bool(mine & listed) or name == "fatima", (audience, name)


def test_each_time_something_is_shown_or_taken_back_the_diary_says_so(regenboog: Regenboog) -> None:
    mila = regenboog.fatima.seat("guardian").circles[0]
    share(regenboog.fatima, "phone", PHONE)
    share(regenboog.fatima, "phone", PHONE, Audience(groups=(group_of(regenboog),)))
    sharing.take_back(regenboog.fatima, "phone")
    found = [(line.what, line.field) for line in diary.lines(regenboog.fatima, mila) if line.field]
    assert found == [("taken", "phone"), ("shared", "phone")]
    assert [line for line in diary.lines(regenboog.koen, mila) if line.field] == []


def test_see_as_somebody_is_what_they_see(regenboog: Regenboog) -> None:
    koen = seat_of(regenboog.koen)
    group = group_of(regenboog)
    share(regenboog.fatima, "phone", PHONE, Audience(groups=(group,), others=(koen,)))
    share(regenboog.fatima, "name", "Fatima H.", Audience(groups=(group,)))
    sync(regenboog)
    assert sharing.see_as(regenboog.fatima, koen) == {"name": "Fatima H."}
    assert sharing.cards(regenboog.koen)[seat_of(regenboog.fatima)] == {"name": "Fatima H."}


def test_a_parent_has_no_name_until_they_share_one(regenboog: Regenboog) -> None:
    fatima = seat_of(regenboog.fatima)
    assert sharing.name_of(regenboog.koen, fatima) == ""
    share(regenboog.fatima, "name", "Fatima H.", Audience(groups=(group_of(regenboog),)))
    regenboog.koen.sync()
    assert sharing.name_of(regenboog.koen, fatima) == "Fatima H."


def test_shared_until_a_day_ends_by_itself(regenboog: Regenboog) -> None:
    """Story 12d: nobody has to do anything."""
    later = regenboog.fatima.clock() + DAY
    share(regenboog.fatima, "address", "Kanarieweg 1", Audience(groups=(group_of(regenboog),)), later)
    assert "koen" in readers(regenboog, "Kanarieweg 1")
    regenboog.koen.clock = lambda: later + 1
    assert sharing.cards(regenboog.koen) == {}


def test_those_who_live_together_share_with_each_other(regenboog: Regenboog) -> None:
    peter = next(one for one in regenboog.peter.replica.seats())
    home = homes.start_household(regenboog.anna, regenboog.peter.replica.seats(), {peter: "Peter"})
    share(regenboog.anna, "address", "Kanarieweg 1", Audience(household=True))
    assert readers(regenboog, "Kanarieweg 1") == {"peter"}
    assert (homes.household(regenboog.peter), homes.proposed_households(regenboog.peter)) == ("", [home])
    homes.join_household(regenboog.peter, home)
    assert (homes.household(regenboog.peter), homes.proposed_households(regenboog.peter)) == (home, [])


def test_nobody_lives_with_somebody_by_that_persons_word_alone(regenboog: Regenboog) -> None:
    """Koen says that Fatima lives with him: nothing of hers goes there, and she can say that it is not so."""
    hers = regenboog.fatima.seat("guardian").id
    home = homes.start_household(regenboog.koen, [hers], {hers: "Fatima"})
    regenboog.fatima.sync()
    assert homes.household(regenboog.fatima) == ""
    share(regenboog.fatima, "address", "Kanarieweg 3", Audience(household=True))
    assert readers(regenboog, "Kanarieweg 3") == set()
    homes.leave_household(regenboog.fatima, home)
    assert homes.proposed_households(regenboog.fatima) == []


def test_nobody_is_put_into_a_household_by_the_office(regenboog: Regenboog) -> None:
    with pytest.raises(Problem) as refused:
        regenboog.marga.write(
            lambda batch: batch.start("household", [regenboog.marga.seat("office").id], [], []),
            regenboog.marga.seat("office"),
        )
    assert refused.value.code == "not-a-manager"


def test_a_parent_of_another_group_can_not_be_addressed(regenboog: Regenboog) -> None:
    """Whoever is not in my groups does not exist for me, not even as a recipient."""
    seat = seat_of(regenboog.jeroen)
    box = regenboog.jeroen.replica.circles[seat].head["box"]
    with pytest.raises(Problem) as hidden:
        regenboog.fatima.write(
            lambda batch: batch.letter("detail", {}, [], seats={seat: box}), regenboog.fatima.seat("guardian")
        )
    assert hidden.value.code == "not-found"


def test_a_moved_child_takes_its_family_along(regenboog: Regenboog) -> None:
    """What 3A's parents share from now on is closed to who left; the new class starts with nothing shared."""
    share(regenboog.fatima, "phone", PHONE, Audience(groups=(group_of(regenboog),)))
    children.move(regenboog.marga, "1", "3A", "5B")
    sync(regenboog)
    assert sorted(one.first for one in sharing.classmates(regenboog.jeroen, group_of(regenboog, "5B"))) == [
        "Bram", "Daan", "Noor"]  # fmt: skip
    assert [one.first for one in sharing.classmates(regenboog.koen, group_of(regenboog))] == ["Mila", "Yara"]
    assert readers(regenboog) == {"koen", "sanne", "marga"}
    share(regenboog.fatima, "email", "nieuw@kanarie.example", Audience(groups=(group_of(regenboog),)))
    assert "anna" not in readers(regenboog, "nieuw@kanarie.example")
    diary = [item.body for item in regenboog.anna.replica.of_kind("diary")]
    assert diary == [{"what": "moved", "who": "Noor", "group": "5B"}]
