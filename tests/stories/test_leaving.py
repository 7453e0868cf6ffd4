"""Stories 4 and I6: who has left is refused at once, and no key of theirs opens what is written afterwards."""

from __future__ import annotations

import pytest

from server.releases import release_due
from sync.chains import Item
from sync.client import account, children, diary, news, office, renewal, sharing
from sync.client.enrolment import Guardian
from sync.client.session import Session
from sync.client.transport import Problem
from sync.errors import Refused
from tests.server.school import browser_of
from tests.stories.cast import Regenboog
from tests.sync.keys import Disk

DAY = 24 * 3600 * 1000
LONG = "een lang wachtwoord"


def later(regenboog: Regenboog, ms: int, *more: Session) -> None:
    """Time passes, for the server and for everybody; the server does what it does every few seconds."""
    regenboog.school.wait(ms)
    release_due(regenboog.school.site)
    for session in (*regenboog.everybody().values(), *more):
        session.clock = lambda clock=session.clock: clock() + ms  # type: ignore[misc]


def noor(regenboog: Regenboog) -> str:
    """Noor's circle."""
    return str(office.roster(regenboog.marga)["1"].body["child"])


def added(regenboog: Regenboog, guardian: Guardian, number: str = "1") -> Session:
    """One more adult of a child, who has joined."""
    token = children.add_guardian(regenboog.marga, number, guardian)
    joined = account.join(regenboog.school.browser(), token, guardian.name.lower(), LONG)
    for session in regenboog.everybody().values():
        session.sync()
    return joined.session


def written_since(regenboog: Regenboog, disk: Disk, circle: str, kind: str = "news") -> set[str]:
    """What a teacher writes now, and whatever is new on the disk with it."""
    session = regenboog.marga
    session.sync()
    session.write(lambda batch: batch.record(circle, kind, {"post": "na", "title": "Na het vertrek", "text": ""}),
                  session.seat("office"))  # fmt: skip
    return set(disk.copy(regenboog.school.store))


def test_an_ended_seat_is_refused_at_once(regenboog: Regenboog) -> None:
    """The server alone does it, before anybody has renewed a key; the copy on the device is emptied."""
    koen, group = regenboog.koen, regenboog.group("3A").group
    news.post(regenboog.sanne, [group], "Voor het vertrek", "")
    koen.sync()
    regenboog.marga.write(lambda batch: batch.end(koen.seat().id), regenboog.marga.seat("office"))
    assert browser_of(koen).ask("GET", f"/api/circles/{group}/past").status_code == 404
    koen.sync()
    assert list(news.news(koen)) == []
    assert group not in koen.replica.circles
    with pytest.raises((Problem, Refused)):
        sharing.share(koen, "phone", "06-kanarie", sharing.Audience(groups=(group,)))


def test_the_next_writer_locks_before_writing(regenboog: Regenboog) -> None:
    """Sanne has heard of nothing but what her sync tells her."""
    group = regenboog.group("3A").group
    regenboog.marga.write(lambda batch: batch.end(regenboog.koen.seat().id), regenboog.marga.seat("office"))
    regenboog.sanne.sync()
    entries = regenboog.sanne.write(lambda batch: batch.record(group, "news", {"post": "x", "title": "Na", "text": ""}))
    sorts = ["link" if entry.link else "record" for entry in entries]
    assert sorts == ["link", "link", "record"]
    parents = regenboog.group("3A").parents
    listed = {str(reader["ref"])[2:] for reader in regenboog.sanne.readers(parents)}
    assert regenboog.koen.seat().id not in listed


def test_renewing_does_all_that_waits(regenboog: Regenboog) -> None:
    renewal.renew(regenboog.marga)
    assert renewal.due(regenboog.marga) == []
    regenboog.marga.write(lambda batch: batch.end(regenboog.anna.seat().id), regenboog.marga.seat("office"))
    waiting, steps = renewal.due(regenboog.marga), []
    assert {regenboog.group("3A").parents, regenboog.group("3A").group, noor(regenboog)} <= set(waiting)
    assert regenboog.group("5B").parents not in waiting
    assert renewal.renew(regenboog.marga, lambda done, total: steps.append((done, total))) == len(waiting)
    assert steps[-1] == (len(waiting), len(waiting))
    assert renewal.due(regenboog.marga) == []


def test_renewing_that_is_stopped_goes_on_where_it_was(regenboog: Regenboog) -> None:
    regenboog.marga.write(lambda batch: batch.end(regenboog.anna.seat().id), regenboog.marga.seat("office"))
    whole = renewal.due(regenboog.marga)
    done: list[int] = []
    assert renewal.renew(regenboog.marga, lambda at, total: done.append(at), lambda: len(done) == 2) == 2
    assert renewal.due(regenboog.marga) == whole[2:]
    assert renewal.renew(regenboog.marga) == len(whole) - 2


def test_renewing_that_breaks_off_goes_on_where_it_was(regenboog: Regenboog, monkeypatch: pytest.MonkeyPatch) -> None:
    regenboog.marga.write(lambda batch: batch.end(regenboog.anna.seat().id), regenboog.marga.seat("office"))
    whole = renewal.due(regenboog.marga)
    post = regenboog.marga.post

    def break_off(entries: object) -> object:
        monkeypatch.setattr(regenboog.marga, "post", _no_network)
        return post(entries)  # type: ignore[arg-type]

    monkeypatch.setattr(regenboog.marga, "post", break_off)
    with pytest.raises(ConnectionError):
        renewal.renew(regenboog.marga)
    monkeypatch.undo()
    assert renewal.due(regenboog.marga) == whole[1:]


def test_who_left_opens_nothing_newer_with_the_servers_whole_disk(regenboog: Regenboog) -> None:
    """Their keys, everything they ever had, and everything the server ever stored."""
    disk, anna = Disk(), regenboog.anna.identity
    circles = [regenboog.group("3A").group, noor(regenboog), regenboog.marga.replica.trust.charter["school"]]
    disk.copy(regenboog.school.store)
    before = {digest for circle in circles for digest in written_since(regenboog, disk, circle)}
    assert before <= disk.readable(anna)
    for seat in regenboog.anna.replica.seats():
        regenboog.marga.write(lambda batch, seat=seat: batch.end(seat), regenboog.marga.seat("office"))  # type: ignore[misc]
    renewal.renew(regenboog.marga)
    after = {digest for circle in circles for digest in written_since(regenboog, disk, circle)}
    assert after
    assert not after & disk.readable(anna)
    assert after <= disk.readable(regenboog.marga.identity)


def test_a_place_ends_on_its_day_without_anybody_acting(regenboog: Regenboog) -> None:
    """Truus may read for a week; then the server refuses and the next writer locks her out."""
    ends = regenboog.marga.clock() + 7 * DAY
    truus = added(regenboog, Guardian("t", "Truus", role="informed", ends=ends))
    group, disk = regenboog.group("3A").group, Disk()
    news.post(regenboog.sanne, [group], "In de week", "")
    truus.sync()
    assert [item.body["title"] for item in news.news(truus)] == ["In de week"]
    later(regenboog, 8 * DAY, truus)
    disk.copy(regenboog.school.store)
    news.post(regenboog.sanne, [group], "Na de week", "")
    new = set(disk.copy(regenboog.school.store))
    assert _tried(truus) == []
    assert browser_of(truus).ask("GET", f"/api/circles/{group}/past").status_code == 404
    assert new
    assert not new & disk.readable(truus.identity)


def test_a_place_begins_on_its_day_without_anybody_acting(regenboog: Regenboog) -> None:
    """A letter used before its first day opens nothing yet; on that day all that is there, and what comes."""
    group, starts = regenboog.group("3A").group, regenboog.marga.clock() + 2 * DAY
    news.post(regenboog.sanne, [group], "Van vroeger", "")
    truus = added(regenboog, Guardian("t", "Truus", starts=starts))
    assert list(news.news(truus)) == []
    later(regenboog, DAY, truus)
    news.post(regenboog.sanne, [group], "De dag ervoor", "")
    assert list(_tried(truus)) == []
    later(regenboog, 2 * DAY, truus)
    news.post(regenboog.sanne, [group], "Die dag", "")
    assert sorted(item.body["title"] for item in _tried(truus)) == ["De dag ervoor", "Die dag", "Van vroeger"]
    assert truus.replica.alarms == []


def test_who_comes_back_after_a_lapse_misses_nothing(regenboog: Regenboog) -> None:
    """Her first place ran out, what it held left her device, and a later one brings it back."""
    group, ends = regenboog.group("3A").group, regenboog.marga.clock() + DAY
    truus = added(regenboog, Guardian("t", "Truus", ends=ends))
    news.post(regenboog.sanne, [group], "In de dag", "")
    assert len(list(_tried(truus))) == 1
    later(regenboog, 2 * DAY, truus)
    news.post(regenboog.sanne, [group], "Daarna", "")
    assert list(_tried(truus)) == []
    token = children.add_guardian(regenboog.marga, "1", Guardian("t2", "Truus"))
    account.add_letter(truus, token)
    assert sorted(item.body["title"] for item in _tried(truus)) == ["Daarna", "In de dag"]
    assert truus.replica.alarms == []


def test_a_place_that_is_over_leaves_the_device_and_may_come_back(regenboog: Regenboog) -> None:
    """Anna reads of Daan for a day; her own children stay, what is over goes, a later place brings it back whole."""
    daan, ends = _child(regenboog, "4"), regenboog.marga.clock() + DAY
    for number in range(2):
        token = children.add_guardian(regenboog.marga, "4", Guardian(f"a{number}", "Anna", ends=ends * (1 - number)))
        account.add_letter(regenboog.anna, token)
        news.post(regenboog.els, [daan], f"Over Daan {number}", "")
        assert f"Over Daan {number}" in [item.body["title"] for item in _tried(regenboog.anna)]
        later(regenboog, 2 * DAY)
        regenboog.anna.sync()
        assert (daan in regenboog.anna.replica.circles) == (number == 1)
        assert noor(regenboog) in regenboog.anna.replica.circles
        regenboog.els.sync()
        news.post(regenboog.els, [daan], "Ertussen", "")
    titles = [item.body["title"] for item in _tried(regenboog.anna)]
    assert sorted(titles) == ["Ertussen", "Ertussen", "Over Daan 0", "Over Daan 1"]
    assert regenboog.anna.replica.alarms == []


def test_a_writer_who_never_met_the_place_locks_it_out_as_well(regenboog: Regenboog) -> None:
    """Els is the writer of a group whose lists she has not asked for; the letter's own dates count."""
    ends = regenboog.marga.clock() + DAY
    regenboog.els.sync()
    token = children.add_guardian(regenboog.marga, "4", Guardian("u", "Ria", role="informed", ends=ends))
    ria = account.join(regenboog.school.browser(), token, "ria", LONG).session
    later(regenboog, 2 * DAY, ria)
    disk = Disk()
    disk.copy(regenboog.school.store)
    news.post(regenboog.els, [regenboog.group("5B").group], "Na de dag", "")
    assert not set(disk.copy(regenboog.school.store)) & disk.readable(ria.identity)


def test_what_a_reader_list_proves_counts_in_the_same_breath(regenboog: Regenboog) -> None:
    """Asking for the list is how a writer may first hear of a seat: its end must count at once."""
    ends = regenboog.marga.clock() + DAY
    ria = added(regenboog, Guardian("u", "Ria", ends=ends), "4").seat().id
    renewal.renew(regenboog.marga)
    later(regenboog, 2 * DAY)
    els, parents = regenboog.els, regenboog.group("5B").parents
    els.sync()
    del els.replica.trust.seats[ria]
    batch = els.batch(els.seat("teacher"))
    for reader in batch.readers(parents):
        reader["until"] = 0
    assert batch.is_due(parents)


def test_the_lists_of_the_team_forget_who_left(regenboog: Regenboog) -> None:
    children.end_adult(regenboog.marga, "3", "koen")
    regenboog.sanne.sync()
    pupil = next(item for item in regenboog.sanne.replica.of_kind("pupil") if item.body["first"] == "Mila")
    assert [one["name"] for one in pupil.body["guardians"]] == ["Fatima"]
    regenboog.anna.sync()
    mila = next(
        mate for mate in sharing.classmates(regenboog.anna, regenboog.group("3A").group) if mate.first == "Mila"
    )
    assert regenboog.koen.seat().id not in mila.seats
    assert [line.what for line in diary.lines(regenboog.fatima, _child(regenboog, "3"))][:1] == ["started"]
    regenboog.fatima.sync()
    assert diary.lines(regenboog.fatima, _child(regenboog, "3"))[0].what == "ended"


def test_leaving_the_school_ends_every_place(regenboog: Regenboog) -> None:
    """Also that of a guest, who stands in no list."""
    guest = added(regenboog, Guardian("g", "Oma", role="guest"), "4")
    children.leave(regenboog.marga, "4")
    for session, role in ((regenboog.jeroen, "guardian"), (guest, "guest")):
        session.sync()
        with pytest.raises(Refused):
            session.seat(role)


def test_the_office_sees_whether_a_guests_letter_was_used(regenboog: Regenboog) -> None:
    """A guest's place stands in no list, and still the office knows of it; nobody else does."""
    token = children.add_guardian(regenboog.marga, "4", Guardian("g", "Oma", role="guest"))
    assert token in [one["token"] for one in office.letters(regenboog.marga)]
    guest = account.join(regenboog.school.browser(), token, "oma", LONG).session
    regenboog.marga.sync()
    assert token not in [one["token"] for one in office.letters(regenboog.marga)]
    regenboog.fatima.sync()
    assert guest.seat().id not in regenboog.fatima.replica.trust.seats


def _child(regenboog: Regenboog, number: str) -> str:
    return str(office.roster(regenboog.marga)[number].body["child"])


def _tried(session: Session) -> list[Item]:
    try:
        session.sync()
    except Problem:
        return []
    return list(news.news(session))


def _no_network(entries: object) -> object:
    raise ConnectionError
