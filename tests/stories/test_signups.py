"""Story 14: places given to nobody twice; who drives whom; what the class parents ask and the office never reads.

And of story 6: the trip moves, and the drivers are asked once more.
"""

from __future__ import annotations

import pytest

from sync.client import account, anonymous, claims, organisers, outcomes, rides, signups
from sync.client.chats import recipients
from sync.client.session import Session
from sync.client.signups import Take, question
from sync.client.transport import Problem
from sync.errors import Refused
from tests.stories.cast import Regenboog, password_of
from tests.stories.crawl import readers, wire

HOUR = 3600 * 1000
NOTE = "Kan alleen als oma Kanarie oppast"
PHONE = "06-kanarie-12"


def child_of(session: Session, first: str) -> str:
    """The circle of a child, by its first name."""
    profiles = session.replica.of_kind("profile")
    return next(item.circle for item in profiles if item.body.get("first") == first)


def sync(regenboog: Regenboog, *others: Session) -> None:
    """Everybody is up to date."""
    for session in [*regenboog.everybody().values(), *others]:
        session.sync()


def trip(regenboog: Regenboog, seats: int = 6, **more: object) -> tuple[str, str, str]:
    """A form that asks 3A for drivers; returns its id, that of the question, and the slot."""
    asks = question("drivers", "Hoe gaat je kind mee?", slots=[("Plaatsen", seats)])
    form = signups.make(regenboog.sanne, [regenboog.group("3A").group], "Wie rijdt er mee?", [asks], **more)
    sync(regenboog)
    return form, asks["id"], asks["slots"][0]["id"]


def helpers(regenboog: Regenboog, room: int, **more: object) -> tuple[str, str, list[str]]:
    """A form with two times at which help is wanted; returns its id, that of the question, and the slots."""
    asks = question("places", "Wanneer help je?", slots=[("Om tien uur", room), ("Om elf uur", room)])
    form = signups.make(regenboog.sanne, [regenboog.group("3A").group], "Hulp gevraagd", [asks], **more)
    sync(regenboog)
    return form, asks["id"], [slot["id"] for slot in asks["slots"]]


def refused(error: pytest.ExceptionInfo[Problem]) -> str:
    """Why the server said no."""
    return error.value.code


def test_read_early_answered_at_the_hour(regenboog: Regenboog) -> None:
    """Before the hour everybody reads what is asked, and the server takes no answer, whatever a client says."""
    form, asks, slot = trip(regenboog, opens=regenboog.sanne.clock() + HOUR)
    noor = child_of(regenboog.anna, "Noor")
    assert signups.find(regenboog.anna, form, noor).body["title"] == "Wie rijdt er mee?"
    with pytest.raises(Problem) as early:
        signups.answer(regenboog.anna, form, {asks: "drive"}, noor, [Take(asks, slot, 3)])
    assert refused(early) == "not-open"
    assert signups.mine(regenboog.anna, form, noor) is None
    regenboog.school.wait(HOUR)
    signups.answer(regenboog.anna, form, {asks: "drive"}, noor, [Take(asks, slot, 3)])
    assert signups.left(regenboog.anna, form, asks, noor) == {slot: 3}


def test_nobody_is_given_a_place_that_is_not_there(regenboog: Regenboog) -> None:
    """Two of one place: one has it, the other is told, waits if they like, and moves up when it is given back."""
    form, asks, (ten, _) = helpers(regenboog, 1)
    noor, mila = child_of(regenboog.anna, "Noor"), child_of(regenboog.fatima, "Mila")
    signups.answer(regenboog.anna, form, {}, noor, [Take(asks, ten)])
    with pytest.raises(Problem) as full:
        signups.answer(regenboog.fatima, form, {}, mila, [Take(asks, ten)])
    assert refused(full) == "slot-taken"
    assert signups.mine(regenboog.fatima, form, mila) is None, "all or nothing"
    signups.answer(regenboog.fatima, form, {}, mila, [Take(asks, ten, wait=True)])
    ((_, waiting),) = signups.my_places(regenboog.fatima, form, mila)
    assert (waiting.state, waiting.place) == ("waiting", 1)
    signups.withdraw(regenboog.anna, form, noor)
    regenboog.fatima.sync()
    ((_, taken),) = signups.my_places(regenboog.fatima, form, mila)
    assert (taken.state, taken.place) == ("taken", 0)


def test_moving_keeps_what_one_has(regenboog: Regenboog) -> None:
    """Whoever moves to a full hour waits for it and keeps the old one; the place itself stays the same letter."""
    form, asks, (ten, eleven) = helpers(regenboog, 1)
    noor, mila = child_of(regenboog.anna, "Noor"), child_of(regenboog.fatima, "Mila")
    signups.answer(regenboog.anna, form, {}, noor, [Take(asks, ten)])
    signups.answer(regenboog.fatima, form, {}, mila, [Take(asks, eleven)])
    signups.answer(regenboog.anna, form, {}, noor, [Take(asks, eleven, wait=True)])
    regenboog.sanne.sync()
    assert signups.left(regenboog.sanne, form, asks) == {ten: 0, eleven: 0}
    signups.answer(regenboog.anna, form, {}, noor, [Take(asks, eleven, wait=True)])
    regenboog.sanne.sync()
    assert claims.lies(regenboog.sanne) == [], "sent twice it says the same"
    signups.answer(regenboog.fatima, form, {}, mila, [Take(asks, ten, wait=True)])
    sync(regenboog)
    assert [claim.slot for _, claim in signups.my_places(regenboog.anna, form, noor)] == [eleven]
    assert [claim.slot for _, claim in signups.my_places(regenboog.fatima, form, mila)] == [ten]


def test_one_answer_for_a_child(regenboog: Regenboog) -> None:
    """The other parent sees that Mila was answered for, and nothing of what; they can't answer as well."""
    form, asks, slot = trip(regenboog)
    mila = child_of(regenboog.fatima, "Mila")
    signups.answer(regenboog.fatima, form, {asks: "drive"}, mila, [Take(asks, slot, 3, more={"note": NOTE})])
    sync(regenboog)
    assert signups.is_answered(regenboog.koen, form, mila)
    assert signups.mine(regenboog.koen, form, mila) is None
    with pytest.raises(Problem) as twice:
        signups.answer(regenboog.koen, form, {asks: "ride"}, mila)
    assert refused(twice) == "unit-taken"
    assert readers(regenboog, NOTE) == {NOTE: {"fatima", "sanne", "marga"}}
    assert [name for name, data in wire(regenboog).items() if NOTE.encode() in data] == []


def test_each_home_for_itself(regenboog: Regenboog) -> None:
    """Where each home is asked, both of Mila's parents answer."""
    form = signups.make(regenboog.sanne, [regenboog.group("3A").group], "Kijkavond", [question("yesno", "Kom je?")],
                        unit="both")  # fmt: skip
    sync(regenboog)
    mila, asks = child_of(regenboog.koen, "Mila"), signups.forms(regenboog.koen)[0].body["questions"][0]["id"]
    signups.answer(regenboog.fatima, form, {asks: 1}, mila)
    signups.answer(regenboog.koen, form, {asks: 0}, mila)
    sync(regenboog)
    assert outcomes.tally(regenboog.sanne, form) == {asks: {"1": 1, "0": 1}}
    assert [item.body["answers"] for item in regenboog.koen.replica.of_kind("answer")] == [{asks: 0}]


def test_who_drives_whom(regenboog: Regenboog) -> None:
    """A driver gets first names and the number each family allows; a family who drives their own child; no more."""
    form, asks, slot = trip(regenboog)
    noor, mila = child_of(regenboog.anna, "Noor"), child_of(regenboog.fatima, "Mila")
    car = {"seats": 3, "childseats": 1, "meet": "het plein", "name": "Anna", "shows": 1}
    signups.answer(regenboog.anna, form, {asks: "drive"}, noor, [Take(asks, slot, 3, more=car)])
    signups.answer(regenboog.fatima, form, {asks: "ride"}, mila, phone=PHONE)
    sync(regenboog)
    ((place, seats),) = rides.drivers(regenboog.sanne, form, asks)
    assert (seats, set(rides.passengers(regenboog.sanne, form, asks))) == (3, {noor, mila})
    rides.assign(regenboog.sanne, form, asks, {place.id: [noor, mila]}, "Om half negen weg")
    sync(regenboog)
    found = rides.ride(regenboog.anna, form)
    assert found is not None
    assert [(one["first"], one["phone"]) for one in found["passengers"]] == [("Noor", ""), ("Mila", PHONE)]
    for parent in (regenboog.fatima, regenboog.koen):
        lift = rides.lift(parent, form, mila)
        assert lift is not None
        assert (lift["driver"], lift["meet"]) == ("Anna", "het plein")
        assert "Noor" not in str(lift)
    assert readers(regenboog, PHONE) == {PHONE: {"fatima", "anna", "sanne", "marga"}}
    assert rides.ride(regenboog.jeroen, form) is None


def test_a_driver_who_stays_unnamed(regenboog: Regenboog) -> None:
    form, asks, slot = trip(regenboog)
    noor, mila = child_of(regenboog.anna, "Noor"), child_of(regenboog.fatima, "Mila")
    signups.answer(
        regenboog.anna, form, {asks: "drive"}, noor, [Take(asks, slot, 3, more={"name": "Anna", "shows": 0})]
    )
    signups.answer(regenboog.fatima, form, {asks: "ride"}, mila)
    sync(regenboog)
    ((place, _),) = rides.drivers(regenboog.sanne, form, asks)
    with pytest.raises(ValueError, match="too few"):
        rides.assign(regenboog.sanne, form, asks, {place.id: [noor, mila, "x", "y"]})
    rides.assign(regenboog.sanne, form, asks, {place.id: [noor, mila]})
    sync(regenboog)
    lift = rides.lift(regenboog.koen, form, mila)
    assert lift is not None
    assert lift["driver"] == ""
    rides.assign(regenboog.sanne, form, asks, {place.id: [noor]})
    sync(regenboog)
    assert rides.lift(regenboog.koen, form, mila) is None


def test_the_trip_moves(regenboog: Regenboog) -> None:
    """Story 6: drivers are asked once more; who says it again is done; other parents see places left and no names."""
    form, asks, slot = trip(regenboog)
    noor = child_of(regenboog.anna, "Noor")
    signups.answer(regenboog.anna, form, {asks: "drive"}, noor, [Take(asks, slot, 3)])
    regenboog.sanne.sync()
    assert outcomes.ask_again(regenboog.sanne, form, "Vertrek is nu om 07.45 uur") == 1
    sync(regenboog)
    answer = signups.mine(regenboog.anna, form, noor)
    assert answer is not None
    assert signups.is_again(regenboog.anna, answer)
    assert [row.again for row in outcomes.results(regenboog.sanne, form)] == [True]
    assert [*regenboog.koen.replica.of_kind("again")] == []
    assert signups.left(regenboog.koen, form, asks) == {slot: 3}
    signups.answer(regenboog.anna, form, {asks: "drive"}, noor, [Take(asks, slot, 3)])
    regenboog.sanne.sync()
    assert [row.again for row in outcomes.results(regenboog.sanne, form)] == [False]


def test_a_consent_to_other_words(regenboog: Regenboog) -> None:
    """When the words change, what was said to the old ones is asked again."""
    asks = question("consent", "Mag er een foto in het album?", version=1, legal="Alleen de klas ziet het.")
    form = signups.make(regenboog.sanne, [regenboog.group("3A").group], "Foto's", [asks], unit="both")
    sync(regenboog)
    noor = child_of(regenboog.anna, "Noor")
    signups.answer(regenboog.anna, form, {asks["id"]: {"agreed": 1, "version": 1}}, noor)
    regenboog.sanne.sync()
    assert [row.again for row in outcomes.results(regenboog.sanne, form)] == [False]
    signups.change(regenboog.sanne, form, questions=[{**asks, "version": 2, "legal": "De hele school ziet het."}])
    regenboog.anna.sync()
    answer = signups.mine(regenboog.anna, form, noor)
    assert answer is not None
    assert signups.is_again(regenboog.anna, answer)
    signups.answer(regenboog.anna, form, {asks["id"]: {"agreed": 0, "version": 2}}, noor)
    regenboog.sanne.sync()
    assert outcomes.tally(regenboog.sanne, form) == {asks["id"]: {"0": 1}}


def test_nobody_else_says_who_drives_whom(regenboog: Regenboog) -> None:
    """A letter about rides by somebody who does not organise is not believed; a parent puts up no form."""
    form, asks, _ = trip(regenboog)
    anna = regenboog.anna.seat("guardian").id
    body = {"form": form, "question": asks, "driver": anna, "passengers": [], "text": "Haal Mila bij mij op"}
    to = recipients(regenboog.koen, [anna])
    regenboog.koen.write(lambda batch: batch.letter("ride", body, to.circles, seats=to.seats))
    regenboog.anna.sync()
    assert len([*regenboog.anna.replica.of_kind("ride")]) == 1
    assert rides.ride(regenboog.anna, form) is None
    signups.answer(regenboog.anna, form, {asks: "self"}, child_of(regenboog.anna, "Noor"))
    again = {"form": form, "title": "Wie rijdt er mee?", "text": ""}
    regenboog.koen.write(lambda batch: batch.letter("again", again, to.circles, seats=to.seats))
    regenboog.anna.sync()
    assert not signups.is_again(regenboog.anna, next(regenboog.anna.replica.of_kind("answer")))
    with pytest.raises(Refused):
        signups.make(regenboog.koen, [regenboog.group("3A").group], "Van mij", [])


def test_filled_in_for_a_family_that_phoned(regenboog: Regenboog) -> None:
    """The team fills it in for Omar, who has no account yet: when he joins he sees it, and that it was not he."""
    form, asks, slot = trip(regenboog)
    pupil = next(item.body for item in regenboog.sanne.replica.of_kind("pupil") if item.body["first"] == "Yara")
    omar, yara = pupil["guardians"][0]["seat"], pupil["child"]
    signups.answer(regenboog.sanne, form, {asks: "drive"}, yara, [Take(asks, slot, 2)], behalf=omar)
    regenboog.marga.sync()
    (row,) = outcomes.results(regenboog.marga, form)
    assert (row.child, row.seat, row.behalf) == (yara, omar, True)
    joined = account.join(regenboog.school.browser(), regenboog.papers.tokens["omar"], "omar", password_of("omar"))
    joined.session.sync()
    found = signups.mine(joined.session, form, yara)
    assert found is not None
    assert (found.body["seat"], found.head["seat"]) == (omar, regenboog.sanne.seat("teacher").id)
    assert len(signups.my_places(joined.session, form, yara)) == 1


def test_parents_fill_in_for_nobody(regenboog: Regenboog) -> None:
    """The server takes no answer of a parent for another family, and no organiser would believe one."""
    form, _, _ = trip(regenboog)
    mila = child_of(regenboog.fatima, "Mila")
    koen, noor = regenboog.koen.seat("guardian").id, child_of(regenboog.anna, "Noor")
    record = signups.find(regenboog.anna, form, noor)
    body = {"offer": record.id, "slot": record.body["slot"], "count": 1, "form": form, "child": mila, "answers": {}}
    claim = signups.taken({**body, "seat": koen}, child=mila, seat=koen)
    with pytest.raises(Problem) as error:
        regenboog.anna.write(lambda batch: batch.letter("answer", {**body, "seat": koen}, [regenboog.group("3A").team],
                                                        claim=claim))  # fmt: skip
    assert refused(error) == "not-allowed"
    assert outcomes.results(regenboog.sanne, form) == []


def test_not_even_the_office(regenboog: Regenboog) -> None:
    """What a class parent asks is answered to her: neither the office nor the team reads it, nor another family."""
    anna = regenboog.anna.seat("guardian").id
    asks = question("text", "Wat zullen we de juf geven?")
    form = signups.make(regenboog.sanne, [regenboog.group("3A").group], "Cadeau", [asks], organisers=[anna])
    sync(regenboog)
    signups.answer(regenboog.fatima, form, {asks["id"]: NOTE}, child_of(regenboog.fatima, "Mila"))
    sync(regenboog)
    assert [row.values[asks["id"]] for row in outcomes.results(regenboog.anna, form)] == [NOTE]
    assert readers(regenboog, NOTE) == {NOTE: {"fatima", "anna"}}
    for session in (regenboog.sanne, regenboog.marga):
        assert not organisers.is_organiser(session, signups.records(session, form)[0])
        assert outcomes.results(session, form) == []
    assert [one.name for one in outcomes.missing(regenboog.anna, form)] == ["Noor", "Yara"]


def test_a_reminder_only_to_the_others(regenboog: Regenboog) -> None:
    form, asks, _ = trip(regenboog)
    signups.answer(regenboog.anna, form, {asks: "self"}, child_of(regenboog.anna, "Noor"))
    regenboog.sanne.sync()
    assert [family.name.split()[0] for family in outcomes.missing(regenboog.sanne, form)] == ["Mila", "Yara"]
    assert outcomes.nudge(regenboog.sanne, form) == 3
    sync(regenboog)
    told = {name for name, session in regenboog.everybody().items() if [*session.replica.of_kind("nudge")]}
    assert told == {"fatima", "koen", "sanne"}


def test_the_tally_for_all(regenboog: Regenboog) -> None:
    """Where the form says so, everybody sees the counts, and nobody sees whose they are."""
    asks = question("choice", "Welke dag?", "Maandag", "Dinsdag")
    group = regenboog.group("3A").group
    form = signups.make(regenboog.sanne, [group], "Peiling", [asks], shows="all")
    sync(regenboog)
    monday = asks["options"][0]["id"]
    signups.answer(regenboog.anna, form, {asks["id"]: monday}, child_of(regenboog.anna, "Noor"))
    regenboog.sanne.sync()
    outcomes.publish(regenboog.sanne, form)
    outcomes.publish(regenboog.sanne, form)
    sync(regenboog)
    (shown,) = regenboog.koen.replica.of_kind("tally")
    assert (shown.body["counts"], shown.body["answered"]) == ({asks["id"]: {monday: 1}}, 1)
    assert [*regenboog.koen.replica.of_kind("answer")] == []


def test_closed_is_closed(regenboog: Regenboog) -> None:
    form, asks, slot = trip(regenboog, closes=regenboog.sanne.clock() + HOUR)
    noor = child_of(regenboog.anna, "Noor")
    signups.answer(regenboog.anna, form, {asks: "drive"}, noor, [Take(asks, slot, 3)])
    regenboog.school.wait(HOUR)
    for act in (lambda: signups.answer(regenboog.anna, form, {asks: "self"}, noor),
                lambda: signups.withdraw(regenboog.anna, form, noor)):  # fmt: skip
        with pytest.raises(Problem) as late:
            act()
        assert refused(late) == "closed"
    regenboog.sanne.sync()
    assert [claim.count for row in outcomes.results(regenboog.sanne, form) for _, claim in row.places] == [3]


def test_a_file_for_a_spreadsheet(regenboog: Regenboog) -> None:
    """What a spreadsheet would take for a formula is text."""
    asks = question("text", "Opmerking")
    form = signups.make(regenboog.sanne, [regenboog.group("3A").group], "Kamp", [asks])
    sync(regenboog)
    signups.answer(regenboog.anna, form, {asks["id"]: "=1+1;2"}, child_of(regenboog.anna, "Noor"))
    regenboog.sanne.sync()
    assert outcomes.as_csv(regenboog.sanne, form) == ';Opmerking\r\nNoor Vinkelaar;"\'=1+1;2"\r\n'


def test_nobody_knows_who_said_what(regenboog: Regenboog) -> None:
    """Five parents answer; afterwards Marga reads what was said and how many were silent, and nobody ever reads who."""
    marga, closes = regenboog.marga, regenboog.marga.clock() + HOUR
    school = marga.replica.trust.charter["school"]
    asks = question("choice", "Hoe was het kamp?", "Fijn", "Te lang")
    form = anonymous.ask(marga, school, "Het kamp", [asks], closes, unit="person")
    sync(regenboog)
    fine = asks["options"][0]["id"]
    for name in ("anna", "peter", "fatima", "koen", "jeroen"):
        anonymous.answer(getattr(regenboog, name), regenboog.school.browser(), form, {asks["id"]: fine})
    with pytest.raises(Problem) as twice:
        anonymous.answer(regenboog.koen, regenboog.school.browser(), form, {asks["id"]: fine})
    assert refused(twice) == "ballot-given"
    with pytest.raises(Problem) as early:
        anonymous.results(marga, form)
    assert refused(early) == "survey-open"
    regenboog.school.wait(HOUR)
    assert anonymous.results(marga, form) == {asks["id"]: {fine: 5}}
    assert anonymous.silent(marga, form) == 0
    sync(regenboog)
    assert {name for name, one in regenboog.everybody().items() if [*one.replica.of_kind("urn")]} == {"marga"}
