"""Story 14, at half past five: thirty phones press together for twenty-four seats."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from sync.client import account, office, outcomes, signups
from sync.client.enrolment import Guardian, Pupil, enrol
from sync.client.session import Session
from sync.client.signups import Take, question
from sync.messages import ClaimAt
from tests.stories.cast import Regenboog, password_of
from tests.stories.test_signups import HOUR, sync


def test_thirty_press_together_for_twenty_four(regenboog: Regenboog) -> None:
    """Exactly 24 seats are given; six wait, in order; a seat given up goes to the first of them."""
    crowd = join_crowd(regenboog, 30)
    asks = question("places", "Mag je kind mee?", slots=[("Mee", 24)])
    opens = regenboog.sanne.clock() + HOUR
    form = signups.make(regenboog.sanne, [regenboog.group("3A").group], "Bosreis", [asks], opens=opens)
    sync(regenboog, *crowd)
    regenboog.school.wait(HOUR)
    slot = asks["slots"][0]["id"]
    with ThreadPoolExecutor(30) as pool:
        list(pool.map(lambda one: press(one, form, Take(asks["id"], slot, wait=True)), crowd))
    sync(regenboog, *crowd)
    standing = [claim for row in outcomes.results(regenboog.sanne, form) for _, claim in row.places]
    assert sum(claim.state == "taken" for claim in standing) == 24
    assert sorted(claim.place for claim in standing if claim.state == "waiting") == [1, 2, 3, 4, 5, 6]
    by_state = {own_claim(one, form).place: one for one in crowd}
    signups.withdraw(by_state[0], form, own_child(by_state[0]))
    sync(regenboog, *crowd)
    assert own_claim(by_state[1], form).state == "taken"
    assert [own_claim(by_state[at], form).place for at in range(2, 7)] == [1, 2, 3, 4, 5]


def join_crowd(regenboog: Regenboog, count: int) -> list[Session]:
    """More families in 3A, each with one parent who has joined."""
    pupils = [Pupil(f"9{at}", f"Kind{at}", "", "Zwerm", "2018-02-03", ("3A",), (Guardian(f"ouder{at}", f"Ouder{at}"),))
              for at in range(count)]  # fmt: skip
    enrol(regenboog.marga, pupils)
    tokens = {one["name"]: one["token"] for one in office.letters(regenboog.marga)}
    joined = [account.join(regenboog.school.browser(f"10.0.0.{at}"), tokens[f"Ouder{at}"], f"ouder{at}",
                           password_of(str(at))).session for at in range(count)]  # fmt: skip
    sync(regenboog, *joined)
    return joined


def own_child(session: Session) -> str:
    """The circle of one's only child."""
    return session.seat("guardian").circles[0]


def own_claim(session: Session, form: str) -> ClaimAt:
    """How one's only place stands; of nobody's the place is 0."""
    ((_, claim),) = signups.my_places(session, form, own_child(session))
    return claim


def press(session: Session, form: str, take: Take) -> None:
    """Answer for one's only child."""
    signups.answer(session, form, {}, own_child(session), [take])
