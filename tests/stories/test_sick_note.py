"""Story 5: a sick note at a quarter to eight, what each of them sees of it, and a child of whom nobody said a word."""

from __future__ import annotations

from sync.client import absences, office
from sync.client.session import Session
from tests.stories.cast import Regenboog
from tests.stories.crawl import readers, wire

DAY, NEXT, WEEK = "2026-11-26", "2026-11-27", "2026-12-03"
NOTE = "Bij oma in Kanariedorp"


def child_of(session: Session, first: str) -> str:
    """The circle of a child, by its first name."""
    profiles = session.replica.of_kind("profile")
    return next(item.circle for item in profiles if item.body.get("first") == first)


def sync(regenboog: Regenboog) -> None:
    """Everybody is up to date."""
    for session in regenboog.everybody().values():
        session.sync()


def reported(session: Session) -> set[str]:
    """The first names of children that somebody's copy knows to be absent on the day."""
    names = {item.circle: item.body["first"] for item in session.replica.of_kind("profile") if "first" in item.body}
    return {names[item.circle] for item in session.replica.of_kind("absence") if absences.is_absent(item.body, DAY)}


def test_who_sees_a_sick_note(regenboog: Regenboog) -> None:
    """Both parents and the team see that and why; the text is for the team and the office; nobody else sees a thing."""
    mila = child_of(regenboog.fatima, "Mila")
    absences.report(regenboog.fatima, [mila], "sick", DAY, text=NOTE)
    sync(regenboog)
    seeing = {name for name, session in regenboog.everybody().items() if "Mila" in reported(session)}
    assert seeing == {"fatima", "koen", "sanne", "marga"}
    assert readers(regenboog, NOTE) == {NOTE: {"fatima", "sanne", "marga"}}
    assert [name for name, data in wire(regenboog).items() if NOTE.encode() in data] == []


def test_written_in_a_tunnel(regenboog: Regenboog) -> None:
    """The time is that of writing; sent twice, it is there once."""
    noor = child_of(regenboog.anna, "Noor")
    absences.report(regenboog.anna, [noor], "sick", DAY, written=1_000)
    sync(regenboog)
    found = list(regenboog.sanne.replica.of_kind("absence"))
    assert [item.body["written"] for item in found] == [1_000]


def test_two_children_at_once(regenboog: Regenboog) -> None:
    """Each teacher hears of her own."""
    both = [child_of(regenboog.anna, name) for name in ("Noor", "Bram")]
    absences.report(regenboog.anna, both, "sick", DAY)
    sync(regenboog)
    assert reported(regenboog.sanne) == {"Noor"}
    assert reported(regenboog.els) == {"Bram"}
    assert reported(regenboog.peter) == {"Noor", "Bram"}


def test_the_board_of_the_day(regenboog: Regenboog) -> None:
    absences.report(regenboog.fatima, [child_of(regenboog.fatima, "Mila")], "sick", DAY, text=NOTE)
    absences.fetched_by(regenboog.anna, child_of(regenboog.anna, "Noor"), DAY, "opa Henk")
    regenboog.sanne.sync()
    rows = {row.name.split()[0]: row for row in absences.board(regenboog.sanne, regenboog.group("3A"), DAY)}
    assert list(rows) == ["Mila", "Noor", "Yara"]
    assert rows["Mila"].remarks == (NOTE,)
    assert not rows["Mila"].noted
    assert rows["Noor"].pickup == "opa Henk"
    absences.note(regenboog.sanne, rows["Mila"].absences[0].id)
    assert absences.board(regenboog.sanne, regenboog.group("3A"), DAY)[0].noted


def fetching(session: Session, regenboog: Regenboog, first: str) -> tuple[str, str]:
    """Who fetches a child on the day, and who was to before, as the board of 3A says."""
    session.sync()
    rows = absences.board(session, regenboog.group("3A"), DAY)
    return next((row.pickup, row.pickup_was) for row in rows if row.name.startswith(first))


def test_who_fetches_is_what_was_said_last(regenboog: Regenboog) -> None:
    """Not grandpa but Els; a word that waited in a tunnel since before that changes nothing; then nobody after all."""
    anna, sanne, noor = regenboog.anna, regenboog.sanne, child_of(regenboog.anna, "Noor")
    early = anna.clock() - 60_000
    absences.fetched_by(anna, noor, DAY, "opa Henk")
    absences.fetched_by(anna, noor, DAY, "tante Els", written=anna.clock() + 1)
    assert fetching(sanne, regenboog, "Noor") == ("tante Els", "opa Henk")
    regenboog.peter.sync()
    absences.fetched_by(regenboog.peter, noor, DAY, "oma Trui", written=early)
    assert fetching(sanne, regenboog, "Noor")[0] == "tante Els"
    absences.fetched_by(regenboog.peter, noor, DAY, "", written=anna.clock() + 2)
    assert fetching(sanne, regenboog, "Noor") == ("", "tante Els")
    assert fetching(sanne, regenboog, "Mila") == ("", "")


def test_a_clock_that_is_ahead_does_not_win_for_good(regenboog: Regenboog) -> None:
    """Anna's phone is four minutes fast; Peter speaks after her, and his word holds, then and later."""
    anna, peter, sanne, noor = regenboog.anna, regenboog.peter, regenboog.sanne, child_of(regenboog.anna, "Noor")
    absences.fetched_by(anna, noor, DAY, "opa Henk", written=anna.clock() + 240_000)
    assert fetching(sanne, regenboog, "Noor") == ("opa Henk", "")
    peter.sync()
    absences.fetched_by(peter, noor, DAY, "oma Trui")
    assert fetching(sanne, regenboog, "Noor") == ("oma Trui", "opa Henk")
    absences.fetched_by(anna, noor, DAY, "tante Els", written=peter.clock() + 1)
    assert fetching(sanne, regenboog, "Noor") == ("tante Els", "oma Trui")


def test_nobody_said_anything(regenboog: Regenboog) -> None:
    """The register is closed; Noor's parents hear at once, and again when she is there."""
    group = regenboog.group("3A")
    absences.report(regenboog.fatima, [child_of(regenboog.fatima, "Mila")], "sick", DAY)
    regenboog.sanne.sync()
    children = {row.name.split()[0]: row.child for row in absences.board(regenboog.sanne, group, DAY)}
    marks = {children["Mila"]: "absent", children["Noor"]: "absent", children["Yara"]: "present"}
    assert absences.close_register(regenboog.sanne, group, DAY, marks) == [children["Noor"]]
    sync(regenboog)
    for parent in (regenboog.anna, regenboog.peter):
        assert [item.circle for item in absences.alarms(parent, DAY)] == [children["Noor"]]
    assert absences.alarms(regenboog.koen, DAY) == absences.alarms(regenboog.jeroen, DAY) == []
    absences.arrive(regenboog.sanne, group, children["Noor"], DAY)
    sync(regenboog)
    assert absences.alarms(regenboog.anna, DAY) == []
    row = next(row for row in absences.board(regenboog.sanne, group, DAY) if row.child == children["Noor"])
    assert (row.mark, row.missing) == ("late", False)


def test_saved_again_the_alarm_stays_off(regenboog: Regenboog) -> None:
    """Noor is found; the register is saved again, also with what a colleague's screen says of before: no word of it."""
    sanne, group = regenboog.sanne, regenboog.group("3A")
    noor = child_of(sanne, "Noor")
    before = sanne.clock()
    assert absences.close_register(sanne, group, DAY, {noor: "absent"}) == [noor]
    absences.arrive(sanne, group, noor, DAY)
    assert absences.close_register(sanne, group, DAY, {noor: "absent"}, pressed=before) == []
    assert absences.close_register(sanne, group, DAY, {}) == []
    sync(regenboog)
    row = next(row for row in absences.board(sanne, group, DAY) if row.child == noor)
    assert (row.mark, row.missing, absences.alarms(regenboog.anna, DAY)) == ("late", False, [])


def test_there_was_said_before_the_alarm(regenboog: Regenboog) -> None:
    """Pressed without a network before Noor was missed: it does not end what her parents were told since."""
    sanne, group = regenboog.sanne, regenboog.group("3A")
    noor, before = child_of(sanne, "Noor"), sanne.clock() - 60_000
    absences.close_register(sanne, group, DAY, {noor: "absent"})
    absences.arrive(sanne, group, noor, DAY, pressed=before)
    sync(regenboog)
    assert [item.circle for item in absences.alarms(regenboog.anna, DAY)] == [noor]
    row = next(row for row in absences.board(sanne, group, DAY) if row.child == noor)
    assert (row.mark, row.missing) == ("absent", True)


def test_missed_after_all(regenboog: Regenboog) -> None:
    """It was another child that came in: Noor is absent, said anew, and her parents hear that too."""
    sanne, group = regenboog.sanne, regenboog.group("3A")
    noor = child_of(sanne, "Noor")
    absences.close_register(sanne, group, DAY, {noor: "absent"})
    absences.arrive(sanne, group, noor, DAY)
    assert absences.close_register(sanne, group, DAY, {noor: "absent"}, pressed=sanne.clock() + 1) == [noor]
    sync(regenboog)
    assert [item.circle for item in absences.alarms(regenboog.anna, DAY)] == [noor]


def test_a_parent_answers_the_alarm(regenboog: Regenboog) -> None:
    group = regenboog.group("3A")
    noor = child_of(regenboog.anna, "Noor")
    absences.close_register(regenboog.sanne, group, DAY, {noor: "absent"})
    regenboog.anna.sync()
    absences.report(regenboog.anna, [noor], "sick", DAY)
    regenboog.sanne.sync()
    assert absences.alarms(regenboog.sanne, DAY) == []


def test_taken_back_until_it_was_noted(regenboog: Regenboog) -> None:
    mila = child_of(regenboog.fatima, "Mila")
    (first,) = absences.report(regenboog.fatima, [mila], "sick", DAY, text=NOTE)
    body = regenboog.fatima.replica.items[first].body
    assert "withdraw" in absences.allowed(body, "guardian", noted=False, day=DAY)
    assert absences.allowed(body, "guardian", noted=True, day=DAY) == {"end"}
    assert absences.allowed(body, "guardian", noted=False, day=NEXT) == {"end"}
    assert "change" in absences.allowed(body, "teacher", noted=True, day=NEXT)
    absences.withdraw(regenboog.fatima, first)
    sync(regenboog)
    assert readers(regenboog, NOTE) == {NOTE: set()}
    assert reported(regenboog.sanne) == set()


def test_better_longer_weekly_and_part_of_a_day() -> None:
    sick = {"reason": "sick", "from": DAY, "until": ""}
    assert absences.is_absent(sick, WEEK)
    assert not absences.is_absent({**sick, "better": NEXT}, NEXT)
    assert absences.is_absent({**sick, "better": NEXT}, DAY)
    weekly = {"reason": "doctor", "from": DAY, "until": "2026-12-31", "weekly": 1}
    assert [absences.is_absent(weekly, day) for day in (DAY, NEXT, WEEK, "2027-01-07")] == [True, False, True, False]
    part = {"reason": "dentist", "from": DAY, "until": DAY, "start": "09:00", "end": "10:30"}
    times = ("08:59", "09:00", "10:29", "10:30")
    assert [absences.is_absent(part, DAY, time) for time in times] == [False, True, True, False]
    assert not absences.is_absent(part, NEXT)


def test_better_said_by_the_other_parent(regenboog: Regenboog) -> None:
    mila = child_of(regenboog.fatima, "Mila")
    (first,) = absences.report(regenboog.fatima, [mila], "sick", DAY, until="")
    regenboog.koen.sync()
    absences.change(regenboog.koen, first, better=NEXT)
    regenboog.sanne.sync()
    assert not absences.is_absent(regenboog.sanne.replica.items[first].body, NEXT)


def test_leave_is_asked_and_decided(regenboog: Regenboog) -> None:
    """The reasons go to the office; the decision, with its reason, to both parents and the team."""
    mila = child_of(regenboog.fatima, "Mila")
    leave = absences.ask_leave(regenboog.fatima, mila, DAY, NEXT, "family", NOTE)
    sync(regenboog)
    assert readers(regenboog, NOTE) == {NOTE: {"fatima", "marga"}}
    absences.decide(regenboog.marga, leave, True, "Fijn feest")
    sync(regenboog)
    for session in (regenboog.fatima, regenboog.koen, regenboog.sanne):
        decided = absences.decision(session, leave)
        assert decided is not None
        assert decided.body == {"leave": leave, "granted": 1, "reason": "Fijn feest"}
    assert absences.decision(regenboog.anna, leave) is None


def test_a_former_guardian_reports_nothing(regenboog: Regenboog) -> None:
    office.end_seat(regenboog.marga, regenboog.koen.seat("guardian").id)
    assert reported(regenboog.koen) == set()
