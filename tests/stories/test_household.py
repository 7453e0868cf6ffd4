"""Who lives with whom changes: who left reads nothing new, and which household counts is the same for everybody."""

from __future__ import annotations

from crypto.encoding import b64
from crypto.random import fresh
from server.store import claims
from sync.batch import Batch
from sync.client import account, calendar, children, homes, sharing
from sync.client.enrolment import Guardian
from sync.client.session import Session
from sync.client.sharing import Audience, share
from sync.messages import Claim, Terms
from tests.server.test_claims import noor, offer, refused, slots, state, take
from tests.stories.cast import Regenboog
from tests.stories.test_family_decides import readers

ADDRESS = "Kanarieweg 1"
AHEAD, PAST = "2098-05-06", "2020-05-06"


def live_together(first: Session, second: Session) -> str:
    """One says so and the other as well; returns the household."""
    first.sync()
    known = first.replica.circles
    places = [one for one in second.replica.seats() if one in known and known[one].links]
    home = homes.start_household(first, places, {})
    second.sync()
    homes.join_household(second, home)
    return home


def jan_of(regenboog: Regenboog) -> Session:
    """Jan, whom the school knows as one more guardian of Noor."""
    token = children.add_guardian(regenboog.marga, "1", Guardian("jan", "Jan"))
    return account.join(regenboog.school.browser(), token, "jan", "een lang wachtwoord").session


def shown(session: Session) -> bool:
    """Whether the address reached somebody."""
    session.sync()
    return any(card.get("address") == ADDRESS for card in sharing.cards(session).values())


def test_who_lives_elsewhere_from_now_on_lives_there_only(regenboog: Regenboog) -> None:
    """Anna leaves Peter for Jan: on every device of hers, and for the server, hers is the new household."""
    anna, jan = regenboog.anna, jan_of(regenboog)
    old = live_together(anna, regenboog.peter)
    share(anna, "address", ADDRESS, Audience(household=True))
    assert readers(regenboog, ADDRESS) == {"peter"}
    new = live_together(anna, jan)
    sharing.top_up(anna)
    assert (shown(jan), readers(regenboog, ADDRESS)) == (True, set())
    assert old not in anna.replica.circles
    assert homes.household(anna) == homes.household(regenboog.login("anna")) == new
    assert homes_at_server(regenboog)[anna.person] == homes_at_server(regenboog)[jan.person] == new


def test_with_who_leaves_goes_what_they_wrote_to_the_household(regenboog: Regenboog) -> None:
    """Her address and an answer of hers, at once and without her device's doing; she keeps both."""
    anna, peter, own = regenboog.anna, regenboog.peter, regenboog.anna.seat("guardian")
    home = live_together(anna, peter)
    share(anna, "address", ADDRESS, Audience(household=True))
    anna.write(lambda batch: batch.letter("rsvp", {"event": "", "answer": "yes"}, [home]), own)
    peter.sync()
    assert len(list(peter.replica.of_kind("rsvp"))) == 1
    homes.leave_household(anna, home)
    assert readers(regenboog, ADDRESS) == set()
    assert [len(list(one.replica.of_kind("rsvp", "detail"))) for one in (peter, anna)] == [0, 2]


def test_what_was_written_to_oneself_as_well_stays(regenboog: Regenboog) -> None:
    """Peter organises something: her answer is his as the organiser's, whether or not they live together."""
    anna, peter = regenboog.anna, regenboog.peter
    home, place = live_together(anna, peter), peter.seat("guardian").id
    anna.sync()
    for to in ([home, place], [home]):
        answer = {"event": "", "answer": "yes"}
        anna.write(lambda batch, to=to, answer=answer: batch.letter("rsvp", answer, to), anna.seat("guardian"))
    peter.sync()
    assert len(list(peter.replica.of_kind("rsvp"))) == 2
    homes.leave_household(anna, home)
    for device in (peter, regenboog.login("peter")):
        device.sync()
        assert len(list(device.replica.of_kind("rsvp"))) == 1


def test_of_several_all_take_the_newest_word(regenboog: Regenboog) -> None:
    """Left over from before one was left for another: neither the order of arrival nor of ids decides."""
    anna, made = regenboog.anna, list[str]()
    while len(made) < 3 or made[-1] in (min(made), max(made)):
        made.append(raw_household(anna))
    newest = made[-1]
    assert homes.household(anna) == homes.household(regenboog.login("anna")) == newest
    assert homes_at_server(regenboog)[anna.person] == newest


def test_who_joins_another_leaves_the_one_before(regenboog: Regenboog) -> None:
    """Peter says yes to Jan: Anna, who stays behind, reads nothing of his from then on."""
    peter, jan = regenboog.peter, jan_of(regenboog)
    live_together(regenboog.anna, peter)
    new = live_together(jan, peter)
    share(peter, "address", ADDRESS, Audience(household=True))
    assert homes.household(peter) == new
    assert (shown(jan), readers(regenboog, ADDRESS)) == (True, set())


def test_who_joins_with_one_place_leaves_with_another(regenboog: Regenboog) -> None:
    """Peter said where he lives by the place he has for Noor; Anna lists the one he has for Bram."""
    peter, old = regenboog.peter, raw_household(regenboog.peter)
    new = homes.start_household(regenboog.anna, [other_place(peter, old)], {})
    peter.sync()
    homes.join_household(peter, new)
    assert old not in peter.replica.circles
    share(peter, "address", ADDRESS, Audience(household=True))
    assert readers(regenboog, ADDRESS) == {"anna"}
    assert homes.household(peter) == homes_at_server(regenboog)[peter.person] == new


def test_who_starts_one_with_one_place_leaves_with_another(regenboog: Regenboog) -> None:
    peter, old = regenboog.peter, raw_household(regenboog.peter)
    place = peter.replica.trust.seats[other_place(peter, old)]
    new = homes.start_household(peter, [], {}, place)
    assert old not in peter.replica.circles
    assert homes.household(peter) == homes_at_server(regenboog)[peter.person] == new


def test_nobody_is_brought_back_by_who_stayed(regenboog: Regenboog) -> None:
    """Peter makes Anna a reader again of the household that she left: nothing of hers goes there."""
    anna, peter = regenboog.anna, regenboog.peter
    home = live_together(anna, peter)
    homes.leave_household(anna, home)
    peter.sync()
    peter.write(lambda batch: batch.add(home, anna.replica.seats()), peter.seat(circle=home))
    anna.sync()
    share(anna, "address", ADDRESS, Audience(household=True))
    assert anna.replica.circles[home].reads
    assert homes.household(anna) == ""
    assert homes.proposed_households(anna) == []
    assert readers(regenboog, ADDRESS) == set()


def test_what_is_to_come_is_kept_for_oneself(regenboog: Regenboog) -> None:
    """Of the calendar of a household that Anna leaves, whoever wrote it; Peter and Jan read none of what she keeps."""
    anna, jan = regenboog.anna, jan_of(regenboog)
    old = live_together(anna, regenboog.peter)
    for session, title, day in ((anna, "kapper", AHEAD), (regenboog.peter, "tandarts", AHEAD), (anna, "feest", PAST)):
        calendar.add(session, [old], title, day)
    live_together(anna, jan)
    assert events(anna) == {("kapper", True), ("tandarts", True)}
    calendar.change(anna, next(item.id for item in anna.replica.of_kind("event")), day="2098-05-07")
    assert events(regenboog.peter) == {("kapper", False), ("tandarts", False), ("feest", False)}
    assert events(jan) == set()


def test_a_home_takes_its_turn_along(regenboog: Regenboog) -> None:
    """Anna has a talk and goes to live with Jan: that is their one, and Peter has one of his own."""
    anna, peter, jan = regenboog.anna, regenboog.peter, jan_of(regenboog)
    live_together(anna, peter)
    places = slots(1, 1)
    found = offer(regenboog, Terms(slots=places, unit="home"))
    first, second = (Claim(offer=found, slot=slot, child=noor(regenboog)) for slot, _ in places)
    take(anna, regenboog, first)
    assert refused(lambda: take(peter, regenboog, second)) == "unit-taken"
    live_together(anna, jan)
    for one in (anna, jan):
        assert refused(lambda one=one: take(one, regenboog, second)) == "unit-taken"  # type: ignore[misc]
    assert state(peter, take(peter, regenboog, second)) == (second.slot, "taken", 0)


def homes_at_server(regenboog: Regenboog) -> dict[str, str]:
    """Who lives where, as the server counts turns and ballots."""
    return regenboog.school.store.read(claims.homes)


def raw_household(session: Session) -> str:
    """A household of one, as clients made it that left no other."""
    own, made = session.seat("guardian"), list[str]()

    def build(batch: Batch) -> None:
        made[:] = [batch.start("household", [own.id], [own.id], [own.id])]
        batch.record(made[0], "member", {"seat": own.id, "name": ""}, b64(fresh(16)))

    session.write(build, own)
    return made[0]


def other_place(session: Session, home: str) -> str:
    """An own place that is not in a household."""
    return next(one for one in session.replica.seats() if one not in session.replica.circles[home].head["managers"])


def events(session: Session) -> set[tuple[str, bool]]:
    """The events that somebody reads, and whether in an own place."""
    session.sync()
    own = set(session.replica.seats())
    return {(item.body["title"], item.circle in own) for item in session.replica.of_kind("event")}
