"""Who sees what, cell by cell, after every step: stories 1, 8 and 12 with a crawl of all there is to ask."""

from __future__ import annotations

from sync.client import account, children, enrolment, news, office, sharing
from sync.client.enrolment import Guardian
from sync.client.sharing import Audience, share
from tests.stories.cast import FAMILIES, Regenboog
from tests.stories.crawl import STRANGER, opened, readers, wire

ALL = {"marga", "sanne", "els", "anna", "peter", "fatima", "koen", "jeroen"}
CLASS_3A = {"marga", "sanne", "anna", "peter", "fatima", "koen"}
FATIMAS, KOENS = "06-kanarie-fatima", "06-kanarie-koen"
STREET, NEWS, NOTE = "Kanarieweg 1 Zwolle", "Zwemkanarie dinsdag", "Alleen Mila kanarie"
CANARIES = (FATIMAS, KOENS, STREET, NEWS, NOTE)


def check(regenboog: Regenboog, **expected: set[str]) -> None:
    """Each canary is read by those and nobody else; none stands in the clear in any answer; strangers learn no id."""
    names = dict(zip(("fatimas", "koens", "street", "news", "note"), CANARIES, strict=True))
    found = readers(regenboog, *CANARIES)
    assert {key: found[names[key]] for key in names} == {key: expected.get(key, set()) for key in names}
    answers = wire(regenboog)
    words = [word.encode() for word in (*CANARIES, *(family[2] for family in FAMILIES))]
    assert [(name, word) for name, data in answers.items() for word in words if word in data] == []
    _check_ids(regenboog, answers)


def _check_ids(regenboog: Regenboog, answers: dict[str, bytes]) -> None:
    """A child's circle and its adults' places are on the wire of its own people only."""
    for item in office.roster(regenboog.marga).values():
        teams = {{"3A": "sanne", "5B": "els"}[group] for group in item.body["groups"]}
        ended = regenboog.marga.replica.trust.has_ended  # an end is for all to know; of whom, is not
        seats = [one["seat"] for one in item.body["guardians"] if not ended(one["seat"])]
        adults = {one["seat"] for one in item.body["guardians"]}
        own = {name for name, session in regenboog.everybody().items() if adults & {*session.replica.seats()}}
        near = own | teams | {"marga"} | {name for seat in seats for name in _shown(regenboog, seat)}
        for secret in (item.body["child"], *seats):
            knowing = {name for name, data in answers.items() if secret.encode() in data}
            assert knowing <= near, (item.body["first"], knowing)
    assert regenboog.marga.person.encode() not in answers[STRANGER]


def _shown(regenboog: Regenboog, seat: str) -> set[str]:
    """Those to whom the holder of a place has shown themselves by a letter, or who sent a letter to that place."""
    return {
        name
        for name, session in regenboog.everybody().items()
        if any(item.head["seat"] == seat or f"c:{seat}" in item.refs for item in session.replica.of_kind("detail"))
    }


def test_story_1_divorced_two_households(regenboog: Regenboog) -> None:
    group, team = regenboog.group("3A").group, regenboog.group("3A").team
    koen = regenboog.koen.seat("guardian").id
    check(regenboog)
    news.post(regenboog.sanne, [group], NEWS, "")
    check(regenboog, news=CLASS_3A)
    share(regenboog.fatima, "phone", FATIMAS, Audience(groups=(group,), others=(koen,)))
    share(regenboog.fatima, "address", STREET)
    check(regenboog, news=CLASS_3A, fatimas=CLASS_3A - {"koen"}, street={"fatima"})
    share(regenboog.koen, "phone", KOENS, Audience(teams=(team,)))
    check(regenboog, news=CLASS_3A, fatimas=CLASS_3A - {"koen"}, street={"fatima"}, koens={"koen", "sanne", "marga"})
    mila = regenboog.fatima.seat("guardian").circles[0]
    news.post(regenboog.sanne, [mila], NOTE, "")
    check(regenboog, news=CLASS_3A, fatimas=CLASS_3A - {"koen"}, street={"fatima"},
          koens={"koen", "sanne", "marga"}, note={"marga", "sanne", "fatima", "koen"})  # fmt: skip


def test_story_8_a_next_child(regenboog: Regenboog) -> None:
    """A new letter in the same account; sharing in the new group is nothing until Anna chooses."""
    share(regenboog.jeroen, "phone", KOENS, Audience(groups=(regenboog.group("5B").group,)))
    check(regenboog, koens={"jeroen", "els", "marga", "anna", "peter"})
    pim = enrolment.Pupil("7", "Pim", "", "Vinkelaar", "2022-03-12", ("3A",), (Guardian("a", "Anna"),))
    enrolment.enrol(regenboog.marga, [pim])
    token = next(one["token"] for one in office.letters(regenboog.marga) if one["child"].startswith("Pim"))
    before = {seat.id for seat in map(regenboog.anna.replica.trust.seat, regenboog.anna.replica.seats())}
    account.add_letter(regenboog.anna, token)
    new = next(seat for seat in regenboog.anna.replica.seats() if seat not in before)
    assert sharing.choices(regenboog.anna, new) == {}
    assert not any("Pim" in text for name, text in opened(regenboog).items() if name in ("els", "jeroen"))


def test_story_12_shared_and_taken_back(regenboog: Regenboog) -> None:
    group = regenboog.group("3A").group
    share(regenboog.fatima, "phone", FATIMAS, Audience(groups=(group,)))
    check(regenboog, fatimas=CLASS_3A)
    sharing.take_back(regenboog.fatima, "phone")
    check(regenboog, fatimas={"fatima"})
    share(regenboog.fatima, "phone", FATIMAS, Audience(groups=(group,)))
    children.move(regenboog.marga, "3", "3A", "5B")
    regenboog.fatima.sync()
    sharing.top_up(regenboog.fatima)
    check(regenboog, fatimas={"fatima"})


def test_an_ended_place_is_closed_at_once(regenboog: Regenboog) -> None:
    group = regenboog.group("3A").group
    share(regenboog.fatima, "phone", FATIMAS, Audience(groups=(group,)))
    office.end_seat(regenboog.marga, regenboog.koen.seat("guardian").id)
    news.post(regenboog.sanne, [group], NEWS, "")
    check(regenboog, fatimas=CLASS_3A - {"koen"}, news=CLASS_3A - {"koen"})
