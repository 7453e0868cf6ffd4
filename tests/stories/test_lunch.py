"""Story 13: a Tuesday at lunch. Who knows who stays, what, and what it costs; a child that is missed; Jeroen's duty."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from server.releases import release_due
from sync.client import (
    absences,
    account,
    children,
    duties,
    homes,
    lunch,
    lunchcards,
    lunchday,
    lunchers,
    office,
)
from sync.client.lunchday import Row
from sync.client.session import Session
from sync.zone import instant
from tests.stories.cast import Regenboog, password_of
from tests.stories.crawl import everything, readers

NUTS, PHONE, CARD = "pinda's en noten", "06-KANARIE-11", 4711
FROM, UNTIL = "11:30", "13:30"
WIRE = r"\"kind\":\"dutylist\""
"""How the head of a helper's list stands in an answer of the server."""


def tuesday(weeks: int) -> str:
    """A Tuesday some weeks ahead."""
    today = date.today()
    return (today + timedelta(days=8 - today.isoweekday() + 1 + 7 * weeks)).isoformat()


DAY, THURSDAY = tuesday(1), (date.fromisoformat(tuesday(1)) + timedelta(days=2)).isoformat()
"""The lunch day: a Tuesday of the week after next, so that a plan made now is in force."""


@dataclass
class Table:
    """The school with its lunch team, and one clock for everybody."""

    regenboog: Regenboog
    corrie: Session

    def everybody(self) -> dict[str, Session]:
        """The cast and Corrie."""
        return {**self.regenboog.everybody(), "corrie": self.corrie}

    def at(self, time_of_day: str, day: str = DAY) -> None:
        """It is that time for the server and for everybody, who look at their phones."""
        self.regenboog.school.late[0] = instant(day, time_of_day) - time.time_ns() // 1_000_000
        for session in self.everybody().values():
            session.clock = self.regenboog.school.site.now
        release_due(self.regenboog.school.site)
        self.sync()

    def sync(self) -> None:
        """Everybody is up to date."""
        for session in self.everybody().values():
            session.sync()

    def child(self, first: str) -> str:
        """The circle of a child."""
        profiles = self.regenboog.marga.replica.of_kind("profile")
        return next(item.circle for item in profiles if item.body.get("first") == first)

    def rows(self, session: Session | None = None) -> dict[str, Row]:
        """The list of the day by first name, as somebody sees it."""
        return {row.first: row for row in lunchday.day_list(session or self.corrie, DAY)}

    def know(self, kind: str, first: str) -> set[str]:
        """Whose copies hold a letter of a kind about a child."""
        child, found = self.child(first), set()
        for name, session in self.everybody().items():
            session.sync()
            if any(item.body["child"] == child for item in session.replica.of_kind(kind)):
                found.add(name)
        return found


@pytest.fixture
def table(regenboog: Regenboog) -> Iterator[Table]:
    """Lunch as it stands that morning: Noor, Bram and Mila have fixed days; Anna's card has a strip left."""
    marga = regenboog.marga
    lunch.open_lunch(marga)
    lunch.set_rules(marga, text="Eet rustig.", price=300, cards=[{"strips": 3, "cents": 900}])
    token = office.invite_staff(marga, office.Staffer("Corrie", "lunch"))
    corrie = account.join(regenboog.school.browser(), token, "corrie", password_of("corrie"), "desk").session
    made = Table(regenboog, corrie)
    made.sync()
    lunchers.list_children(marga)
    sign_up(made)
    yield made
    assert [session.replica.alarms for session in made.everybody().values()] == [[]] * 10


def sign_up(table: Table) -> None:
    """Anna and Peter share a card; Fatima buys one, Koen none."""
    anna, peter, fatima = table.regenboog.anna, table.regenboog.peter, table.regenboog.fatima
    places = [one for one in peter.replica.seats()]
    home = homes.start_household(anna, places, {})
    peter.sync()
    homes.join_household(peter, home)
    lunch.accept(anna, shared=True)
    lunch.accept(fatima)
    for session, first in ((anna, "Noor"), (anna, "Bram"), (fatima, "Mila")):
        lunch.plan(session, table.child(first), [2])
    lunch.tell_diet(fatima, table.child("Mila"), allergens=["nuts"], allergies=NUTS, phones=PHONE)
    table.sync()
    corrie = table.corrie
    lunchcards.sell(corrie, lunchcards.home_of(corrie, anna.seat("guardian").id), 1, 300, DAY)
    lunchcards.sell(corrie, lunchcards.home_of(corrie, fatima.seat("guardian").id), 3, CARD, DAY)
    duties.offer_help(table.regenboog.jeroen, "Jeroen")
    table.sync()


def test_the_list_of_the_day(table: Table) -> None:
    """Corrie and the office have it whole, with what the team must know; a teacher knows of her own group only."""
    table.at("10:00")
    assert {name: row.verdict["why"] for name, row in table.rows().items()} == dict.fromkeys(
        ("Noor", "Mila", "Bram"), "planned"
    )
    assert [told["allergies"] for told in table.rows()["Mila"].diets] == [NUTS]
    assert set(table.rows(table.regenboog.marga)) == {"Noor", "Mila", "Bram"}
    assert set(table.rows(table.regenboog.sanne)) == {"Noor", "Mila"}
    assert set(table.rows(table.regenboog.els)) == {"Bram"}
    assert table.rows(table.regenboog.sanne)["Mila"].diets == ()


def test_who_knows_that_mila_stays(table: Table) -> None:
    """Both homes, the team of her group, lunch and office; of what she may not eat only Fatima, lunch and office."""
    assert table.know("lunchplan", "Mila") == {"fatima", "koen", "sanne", "marga", "corrie"}
    assert table.know("diet", "Mila") == {"fatima", "marga", "corrie"}
    shown = readers(table.regenboog, NUTS, PHONE)
    assert shown == {NUTS: {"fatima", "marga"}, PHONE: {"fatima", "marga"}}
    for name in ("ad", "anna", "peter", "jeroen", "els"):
        session = table.everybody()[name]
        assert table.child("Mila") not in {one.body["child"] for one in session.replica.of_kind("lunchplan")}


def test_a_card_is_of_one_home(table: Table) -> None:
    """The last strip of Anna is Peter's as well; Koen sees nothing of what Fatima has."""
    table.at("10:00")
    anna, peter, fatima, koen = (getattr(table.regenboog, name) for name in ("anna", "peter", "fatima", "koen"))
    assert lunchcards.credit(anna, DAY) == lunchcards.credit(peter, DAY) == {"left": 1, "owed": 0, "lost": 0}
    assert lunchcards.credit(fatima, DAY)["left"] == 3
    assert lunchcards.credit(koen, DAY) == {"left": 0, "owed": 0, "lost": 0}
    assert readers(table.regenboog, str(CARD)) == {str(CARD): {"fatima", "marga"}}
    found = {one.children: one.left for one in lunchcards.accounts(table.corrie, DAY)}
    both = tuple(sorted(table.child(first) for first in ("Noor", "Bram")))
    assert found == {both: 1, (table.child("Mila"),): 3}


def test_called_off_in_time_and_late(table: Table) -> None:
    """Bram at 10:40 is not charged; at 11:01 he is, and why is shown."""
    anna, bram = table.regenboog.anna, table.child("Bram")
    table.at("10:40")
    lunch.change(anna, bram, DAY, False)
    table.at("12:00")
    assert "Bram" not in table.rows()
    assert lunch.of_child(anna, bram, DAY)["why"] == "off"
    noor = table.child("Noor")
    lunch.change(table.regenboog.peter, noor, DAY, False)
    table.sync()
    assert table.rows()["Noor"].verdict["why"] == lunch.of_child(anna, noor, DAY)["why"] == "late-off"
    lunchday.check_off(table.corrie, DAY)
    assert "Noor" not in {
        table.corrie.replica.items[one.id].body["first"] for one in lunchday.alarms(table.corrie, DAY)
    }


def test_what_a_day_costs(table: Table) -> None:
    """Each child once, to the home that planned it; Anna's card is empty, and the school goes on feeding Bram."""
    table.at("12:10")
    for first in ("Noor", "Bram", "Mila"):
        lunchday.tick(table.corrie, DAY, table.child(first))
    assert lunchday.close(table.corrie, DAY) == 3
    assert lunchday.close(table.corrie, DAY) == 0
    table.sync()
    assert lunchcards.credit(table.regenboog.peter, DAY) == {"left": 0, "owed": 1, "lost": 0}
    assert lunchcards.credit(table.regenboog.fatima, DAY)["left"] == 2
    assert table.know("lunchcharge", "Mila") == {"fatima", "corrie", "marga"}
    assert table.know("lunchcharge", "Noor") == {"anna", "peter", "corrie", "marga"}


def test_two_of_the_team_close_a_day_at_once(table: Table) -> None:
    """The office closes it on a copy that knows nothing of Corrie's: each child is charged once all the same."""
    table.at("12:10")
    assert [lunchday.close(one, DAY) for one in (table.corrie, table.regenboog.marga)] == [3, 3]
    table.sync()
    charges = [item.body["child"] for item in lunchcards.money(table.corrie) if item.kind == "lunchcharge"]
    assert sorted(charges) == sorted(table.child(first) for first in ("Noor", "Bram", "Mila"))
    assert lunchcards.credit(table.regenboog.fatima, DAY)["left"] == 2
    for session in (table.corrie, table.regenboog.marga, table.corrie):
        lunchcards.top_up(session)
        session.sync()
    assert len(list(table.corrie.replica.of_kind("lunchcharge"))) == 3


def test_a_child_that_nobody_signed_up(table: Table) -> None:
    """Daan sits at the table: he is added, his father hears, and is charged; nobody else hears."""
    table.at("12:05")
    daan = table.child("Daan")
    lunchday.tick(table.corrie, DAY, daan)
    assert table.rows()["Daan"].verdict["why"] == "unexpected"
    assert table.know("lunchadded", "Daan") == {"jeroen", "corrie", "marga"}
    lunchday.close(table.corrie, DAY)
    table.sync()
    assert lunchcards.credit(table.regenboog.jeroen, DAY)["owed"] == 1


def test_a_child_that_is_not_there(table: Table) -> None:
    """At 12:05 Noor's parents, her teacher and the lunch team hear at once, and again when she is found."""
    table.at("12:05")
    for first in ("Bram", "Mila"):
        lunchday.tick(table.corrie, DAY, table.child(first))
    assert lunchday.check_off(table.corrie, DAY) == [table.child("Noor")]
    table.sync()
    heard = {name for name, one in table.everybody().items() if lunchday.alarms(one, DAY)}
    assert heard == {"anna", "peter", "sanne", "corrie", "marga"}
    lunchday.tick(table.corrie, DAY, table.child("Noor"))
    table.sync()
    assert [name for name, one in table.everybody().items() if lunchday.alarms(one, DAY)] == []
    assert table.know("lunchadded", "Noor") == set()


def test_a_late_word_ends_the_alarm(table: Table) -> None:
    table.at("12:05")
    lunchday.check_off(table.corrie, DAY)
    lunch.change(table.regenboog.anna, table.child("Noor"), DAY, False)
    table.sync()
    missed = {item.body["first"] for item in lunchday.alarms(table.corrie, DAY)}
    assert missed == {"Bram", "Mila"}


def test_a_tick_from_before_the_alarm_does_not_end_it(table: Table) -> None:
    """Ticked at 12:00 without a network, missed at 12:30, sent at 12:40; what was pressed at 12:35 ends it."""
    marga, corrie, noor = table.regenboog.marga, table.corrie, table.child("Noor")
    table.at("12:30")
    lunchday.check_off(marga, DAY)
    table.at("12:40")
    lunchday.tick(corrie, DAY, noor, pressed=instant(DAY, "12:00"))
    table.sync()
    assert (table.rows()["Noor"].there, bool(lunchday.alarm_of(table.regenboog.anna, noor, DAY))) == (0, True)
    lunchday.tick(corrie, DAY, noor, pressed=instant(DAY, "12:35"))
    table.sync()
    assert table.rows()["Noor"].there == instant(DAY, "12:35")
    assert lunchday.alarm_of(table.regenboog.anna, noor, DAY) is None


def test_a_late_check_off_misses_nobody_who_was_seen_since(table: Table) -> None:
    """Checked off at 12:10 without a network; Noor was seen at 12:20, Bram was not."""
    noor, bram = table.child("Noor"), table.child("Bram")
    table.at("12:20")
    lunchday.tick(table.regenboog.marga, DAY, noor, pressed=instant(DAY, "12:20"))
    lunchday.tick(table.regenboog.marga, DAY, bram, there=False)
    table.at("12:30")
    assert noor not in lunchday.check_off(table.corrie, DAY, pressed=instant(DAY, "12:10"))
    lunchday.tick(table.corrie, DAY, bram, pressed=instant(DAY, "12:15"))
    assert (table.rows()["Noor"].there, table.rows()["Bram"].there) == (instant(DAY, "12:20"), 0)


def test_a_sick_note_calls_lunch_off(table: Table) -> None:
    """At 07:45 Noor is ill: the lunch team sees that she does not stay, never why; after the cut-off it is charged."""
    table.at("07:45")
    absences.report(table.regenboog.anna, [table.child("Noor")], "sick", DAY, text="Koorts")
    table.at("11:15")
    absences.report(table.regenboog.sanne, [table.child("Mila")], "doctor", DAY)
    table.sync()
    assert "Noor" not in table.rows()
    assert table.rows()["Mila"].verdict["why"] == "late-sick"
    assert "sick" not in str([item.body for item in table.corrie.replica.items.values()])
    assert list(table.corrie.replica.of_kind("absence", "remark")) == []


def test_better_and_taken_back(table: Table) -> None:
    """What is said of an absence later is said of lunch as well."""
    table.at("07:45", (date.fromisoformat(DAY) - timedelta(days=1)).isoformat())
    (absence,) = absences.report(table.regenboog.anna, [table.child("Noor")], "sick", DAY, until="")
    table.sync()
    assert "Noor" not in table.rows()
    absences.withdraw(table.regenboog.anna, absence)
    table.sync()
    assert table.rows()["Noor"].verdict["why"] == "planned"
    (absence,) = absences.report(table.regenboog.anna, [table.child("Noor")], "sick", DAY, until="")
    absences.change(table.regenboog.anna, absence, better=DAY)
    table.sync()
    assert table.rows()["Noor"].verdict["why"] == "planned"


def test_a_part_of_the_day_without_lunch(table: Table) -> None:
    """Who is at the dentist's in the morning stays; who never stays has no letter about it."""
    table.at("07:45")
    absences.report(table.regenboog.anna, [table.child("Noor")], "dentist", DAY, start="09:00", end="10:30")
    absences.report(table.regenboog.jeroen, [table.child("Daan")], "sick", DAY)
    table.sync()
    assert table.rows()["Noor"].verdict["why"] == "planned"
    assert table.know("lunchday", "Daan") == set()


def test_nobody_signs_up_the_child_of_another(table: Table) -> None:
    """A letter about a child counts only from its own parents."""
    jeroen, noor = table.regenboog.jeroen, table.child("Noor")
    body = {"child": noor, "day": DAY, "stay": 0}
    jeroen.write(lambda batch: batch.letter("lunchday", body, [office.lunch_circle(jeroen)]), jeroen.seat("guardian"))
    table.sync()
    assert table.rows()["Noor"].verdict["why"] == "planned"


def test_who_names_a_home_must_be_named_by_it(table: Table) -> None:
    """Koen says that he shares a card with Fatima: he gets nothing of hers."""
    koen, fatima = table.regenboog.koen, table.regenboog.fatima
    hers = fatima.seat("guardian").id
    homes.start_household(koen, [hers], {})
    lunch.accept(koen, shared=True)
    table.sync()
    assert lunchcards.home_of(table.corrie, hers) == [hers]
    assert hers not in lunchcards.home_of(table.corrie, koen.seat("guardian").id)
    assert len(lunchcards.accounts(table.corrie, DAY)) == 3


def test_who_shares_a_card_later_sees_it_whole(table: Table) -> None:
    """Fatima and Koen live together again; each says so, and what was bought before is of both."""
    fatima, koen = table.regenboog.fatima, table.regenboog.koen
    home = homes.start_household(fatima, [koen.seat("guardian").id], {})
    koen.sync()
    homes.join_household(koen, home)
    lunch.accept(fatima, shared=True)
    lunch.accept(koen, shared=True)
    table.corrie.sync()
    assert lunchcards.top_up(table.corrie) == 1
    table.sync()
    assert lunchcards.credit(koen, DAY) == lunchcards.credit(fatima, DAY) == {"left": 3, "owed": 0, "lost": 0}
    assert lunchcards.top_up(table.corrie) == 0
    assert lunchcards.credit(table.regenboog.jeroen, DAY)["left"] == 0


def duty(table: Table) -> str:
    """Jeroen is asked for Tuesday; returns what the server tells him from then on."""
    table.at("16:00", (date.fromisoformat(DAY) - timedelta(days=1)).isoformat())
    (seat,) = duties.helpers(table.corrie)
    found = duties.plan_duty(table.corrie, seat, DAY, FROM, UNTIL)
    table.sync()
    return found


def lists(session: Session) -> list[str]:
    """The first names on the lists in somebody's copy."""
    found = session.replica.of_kind("dutylist")
    return [child["first"] for item in found for child in item.body["children"]]


def test_before_a_duty_there_is_nothing(table: Table) -> None:
    """Jeroen knows when he helps, and nothing of any child, not from the server either, whatever changes meanwhile."""
    duty(table)
    jeroen = table.regenboog.jeroen
    assert [item.body["from"] for item in jeroen.replica.of_kind("lunchduty")] == [FROM]
    table.at("10:40")
    lunch.change(table.regenboog.anna, table.child("Bram"), DAY, False)
    table.corrie.sync()
    assert duties.top_up(table.corrie) == 1
    table.at("11:29")
    assert (lists(jeroen), duties.on_duty(jeroen)) == ([], None)
    assert WIRE not in everything(table.regenboog, jeroen)


def test_lists_of_an_old_copy_go(table: Table) -> None:
    """Corrie's other device wrote one more, and one of a duty that she called off here: Jeroen gets what is true."""
    kept, corrie = duty(table), table.corrie
    (seat,) = duties.helpers(corrie)
    off = duties.plan_duty(corrie, seat, THURSDAY, FROM, UNTIL)
    duties.cancel_duty(corrie, off)
    for one in (kept, off):
        old = {"duty": one, "day": DAY, "children": []}
        corrie.write(lambda batch, body=old: batch.letter("dutylist", body, [], seats=lunch.boxes(corrie, [seat])))
    table.sync()
    assert len(list(corrie.replica.of_kind("dutylist"))) == 3
    duties.top_up(corrie)
    table.at("11:31")
    assert {item.body["duty"] for item in table.regenboog.jeroen.replica.of_kind("dutylist")} == {kept}
    assert sorted(lists(table.regenboog.jeroen)) == ["Bram", "Mila", "Noor"]


def test_during_a_duty_the_list_of_the_day(table: Table) -> None:
    """First names, groups, what they may not eat, whom to call: of those who stay; no last name, no home, no money."""
    duty(table)
    table.at("10:40")
    lunch.change(table.regenboog.anna, table.child("Bram"), DAY, False)
    table.corrie.sync()
    duties.top_up(table.corrie)
    table.at("11:31")
    jeroen = table.regenboog.jeroen
    assert sorted(lists(jeroen)) == ["Mila", "Noor"]
    found = duties.on_duty(jeroen)
    assert found is not None
    mila = next(one for one in found.body["children"] if one["first"] == "Mila")
    told = {"allergens": ["nuts"], "allergies": NUTS, "medication": "", "phones": PHONE}
    assert mila == {"child": table.child("Mila"), "first": "Mila", "group": "3A", **told}
    shown = str([item.body for item in jeroen.replica.items.values()])
    assert [word for word in ("Sijsjesmeer", "Vinkelaar", str(CARD)) if word in shown] == []


def test_a_helper_ticks(table: Table) -> None:
    """Jeroen's tick counts while he has duty; before and after it is nobody's."""
    duty(table)
    jeroen, noor = table.regenboog.jeroen, table.child("Noor")
    table.at("12:02")
    duties.tick(jeroen, noor)
    table.sync()
    assert table.rows()["Noor"].there > 0
    planned = next(jeroen.replica.of_kind("lunchduty"))
    table.at("13:30")
    body = {"duty": planned.id, "day": DAY, "child": noor, "there": 0, "at": 0}
    jeroen.write(lambda batch: batch.letter("lunchtick", body, [office.lunch_circle(jeroen)]), jeroen.seat("guardian"))
    table.sync()
    assert table.rows()["Noor"].there > 0


def test_after_a_duty_it_is_gone(table: Table) -> None:
    """At 13:30 nothing is left, neither at the server nor in his copy, and not in one that is not told either."""
    duty(table)
    table.at("11:45")
    jeroen = table.regenboog.jeroen
    assert lists(jeroen) != []
    assert WIRE in everything(table.regenboog, jeroen)
    offline = jeroen.replica
    table.at("13:30")
    assert (lists(jeroen), duties.on_duty(jeroen)) == ([], None)
    assert WIRE not in everything(table.regenboog, jeroen)
    offline.expire(instant(DAY, UNTIL))
    assert list(offline.of_kind("dutylist")) == []
    assert NUTS not in str([item.body for item in offline.items.values()])


def test_a_duty_that_is_called_off(table: Table) -> None:
    found = duty(table)
    duties.cancel_duty(table.corrie, found)
    table.at("12:00")
    jeroen = table.regenboog.jeroen
    assert (lists(jeroen), list(jeroen.replica.of_kind("lunchduty"))) == ([], [])


def test_the_wire_holds_none_of_it(table: Table) -> None:
    """What the server answers anybody, and a stranger, is sealed."""
    duty(table)
    found = {name: everything(table.regenboog, one) for name, one in {**table.everybody(), "": None}.items()}
    assert [name for name, text in found.items() if NUTS in text or PHONE in text] == []


def test_a_protected_child_is_known_to_the_lunch_team_only_if_it_stays(table: Table) -> None:
    """Daan is protected: no list names him, until his father signs him up; then by his first name."""
    daan, jeroen = table.child("Daan"), table.regenboog.jeroen
    assert daan in {item.body["child"] for item in table.corrie.replica.of_kind("luncher")}
    children.protect(table.regenboog.marga, "4")
    lunchers.list_children(table.regenboog.marga)
    table.sync()
    assert daan not in {item.body["child"] for item in table.corrie.replica.of_kind("luncher")}
    lunch.plan(jeroen, daan, [2])
    table.sync()
    lunchers.list_children(table.regenboog.marga)
    table.sync()
    assert table.rows()["Daan"].verdict["stays"]
    assert "Putterveen" not in str([item.body for item in table.corrie.replica.items.values()])


def test_two_of_the_office_list_a_child_at_once(table: Table) -> None:
    """One entry stays, and it is the right one."""
    marga, circle = table.regenboog.marga, office.lunch_circle(table.regenboog.marga)
    [daan] = [item for item in marga.replica.of_kind("luncher") if item.body["first"] == "Daan"]
    marga.write(lambda batch: batch.record(circle, "luncher", {**daan.body, "first": "Dan"}), marga.seat("office"))
    lunchers.list_children(marga)
    assert lunchers.list_children(marga) == 0
    table.sync()
    found = [item.body for item in table.corrie.replica.of_kind("luncher") if item.body["child"] == daan.body["child"]]
    assert found == [daan.body]


def test_the_lunch_team_changes_a_day_for_a_parent_who_calls(table: Table) -> None:
    """Late, but at no charge; both the parent and the office see it, and that it was the team."""
    table.at("11:20")
    noor = table.child("Noor")
    lunch.change(table.corrie, noor, DAY, False)
    table.sync()
    assert "Noor" not in table.rows()
    (said,) = lunch.facts(table.regenboog.anna, noor)[1]
    assert (said["stay"], said["team"]) == (0, 1)


def test_new_rules_are_accepted_anew(table: Table) -> None:
    """A changed text is a new version; a changed price is not."""
    version = lunch.rules(table.regenboog.marga)["version"]
    lunch.set_rules(table.regenboog.marga, price=325)
    assert lunch.rules(table.regenboog.marga)["version"] == version
    lunch.set_rules(table.corrie, text="Eet nog rustiger.")
    table.sync()
    accepted = lunch.acceptance(table.regenboog.anna)
    assert accepted is not None
    assert lunch.rules(table.regenboog.anna)["version"] == accepted.body["version"] + 1


def test_who_lives_elsewhere_shares_no_card_and_hears_nothing_more(table: Table) -> None:
    """Fatima leaves Koen: what Mila may not eat, and what she buys from then on, is not for him."""
    fatima, koen = table.regenboog.fatima, table.regenboog.koen
    home = homes.start_household(fatima, [koen.seat("guardian").id], {})
    koen.sync()
    homes.join_household(koen, home)
    for one in (fatima, koen):
        lunch.accept(one, shared=True)
    lunch.tell_diet(fatima, table.child("Mila"), allergies="kanariezaad")
    koen.sync()
    assert lunch.part(fatima) == 0
    assert [item.body["allergies"] for item in lunch.diets(koen, table.child("Mila"))] == ["kanariezaad"]
    homes.leave_household(fatima, home)
    assert lunch.part(fatima) == 2
    assert lunch.part(fatima) == 0
    table.sync()
    assert lunch.diets(koen, table.child("Mila")) == []
    for one in (fatima, koen):
        seat = one.seat("guardian").id
        assert lunchcards.home_of(table.corrie, seat) == [seat]
