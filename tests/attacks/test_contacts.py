"""What somebody tries who is let in as a contact, or who would like to let others in: refused by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from crypto.encoding import b64
from crypto.token import new_token, read_token
from sync.acts import CONTACT, CONTACT_DEADLINE
from sync.batch import Batch
from sync.client import account, away, blobs, contactseats, enrolment, office, sharing
from sync.client.enrolment import Guardian, Pupil
from sync.client.session import Session
from sync.client.sharing import Audience
from sync.client.transport import Problem
from sync.errors import Refused
from sync.modules import KINDS
from tests.server.pair import Side, link, open_pair
from tests.stories.two import PASSWORD, pupil, token_of

DAY = 24 * 3600 * 1000
ALLOWED = {"choice", "detail", "diary", "settings"}
"""All that a contact may write, in its own seat."""


class Cast(NamedTuple):
    """Anna, Peter (informed) and Gus (a guest) at R; Bea of K, and Bea as Anna's contact at R."""

    r: Side
    anna: Session
    peter: Session
    gus: Session
    bea_r: Session

    @property
    def contact(self) -> str:
        """Bea's place."""
        return self.bea_r.seat(CONTACT).id


@pytest.fixture
def cast(tmp_path: Path, quick_passwords: None) -> Iterator[Cast]:
    """Two linked schools; Bea has used Anna's code."""
    with open_pair(tmp_path) as (r, k):
        link(r, k)
        for side, group in ((r, "3A"), (k, "Blauw")):
            office.open_group(side.office, group)
        roles = (("Anna", "guardian"), ("Peter", "informed"), ("Gus", "guest"))
        adults = tuple(Guardian(name.lower(), name, role=role) for name, role in roles)
        enrolment.enrol(r.office, [Pupil("1", "Noor", "", "V", "2018-02-03", ("3A",), adults)])
        enrolment.enrol(k.office, [pupil("8", "Tim", "Blauw", "Bea")])
        joined = [account.join(r.school.browser(), token_in(r, name), name, PASSWORD).session for name, _ in roles]
        bea = account.join(k.school.browser(), token_of(k, "Bea"), "bea", PASSWORD).session
        bea_r = away.join(bea, r.host, contactseats.invite(joined[0], "Bea"))
        joined[0].sync()
        yield Cast(r, *joined, bea_r)


def token_in(side: Side, name: str) -> str:
    """The letter of somebody, whatever their role."""
    side.office.sync()
    found = [one for item in office.roster(side.office).values() for one in item.body["guardians"]]
    return next(str(one["token"]) for one in found if one["name"] == name)


def invitation(host: str, days: int = 7, circles: tuple[str, ...] = (), role: str = CONTACT) -> Callable[[Batch], None]:
    """What gives somebody a code, with what one may vary."""
    token = new_token()

    def build(batch: Batch) -> None:
        seat = batch.seat(read_token(token))
        batch.invite(read_token(token), seat, role, circles, host, batch.now + days * DAY)

    return build


def refusal(act: Callable[[], object]) -> str:
    """With which code something is refused."""
    with pytest.raises((Problem, Refused)) as error:
        act()
    assert isinstance(error.value, Problem | Refused)
    return error.value.code


def test_what_the_other_tests_change_is_taken_as_it_is(cast: Cast) -> None:
    cast.anna.write(invitation(cast.anna.host), cast.anna.seat("guardian"))


def test_only_a_guardian_and_the_office_give_a_code(cast: Cast) -> None:
    """Not who is informed, not a guest, not a contact."""
    for session in (cast.peter, cast.gus, cast.bea_r):
        assert refusal(lambda one=session: one.write(invitation(one.host))) in ("not-allowed", "not-a-manager")
    cast.r.office.write(invitation(cast.r.office.host), cast.r.office.seat("office"))


def test_a_guardian_gives_nothing_else(cast: Cast) -> None:
    """No other role, nothing to act for, no code that holds for weeks, no seat without a code."""
    own = cast.anna.seat("guardian")
    builds = [invitation(cast.anna.host, role=role) for role in ("guardian", "informed", "guest", "teacher", "office")]
    builds += [invitation(cast.anna.host, days=15), invitation(cast.anna.host, circles=own.circles)]
    assert {refusal(lambda one=build: cast.anna.write(one, own)) for build in builds} == {"not-allowed"}
    assert refusal(lambda: cast.anna.write(lambda batch: batch.seat(read_token(new_token())), own)) == "not-a-manager"


def test_a_clock_that_runs_ahead_gains_no_days(cast: Cast) -> None:
    clock = cast.anna.clock
    cast.anna.clock = lambda: clock() + 10 * DAY // 24
    assert refusal(lambda: cast.anna.write(invitation(cast.anna.host, days=14))) == "bad-act"
    assert CONTACT_DEADLINE == 14 * DAY


def test_a_contact_writes_nothing_but_its_own(cast: Cast) -> None:
    """In its own seat, of each kind there is, as a record or as a letter."""
    own = cast.bea_r.seat(CONTACT)

    def written(kind: str) -> str:
        def build(batch: Batch) -> None:
            if KINDS[kind].letter:
                batch.letter(kind, {"field": "x"}, [])
            else:
                batch.record(own.id, kind, {"field": "x"})

        try:
            cast.bea_r.write(build, own)
        except Problem as problem:
            return problem.code
        return ""

    answers = {kind: written(kind) for kind in KINDS}
    assert {kind for kind, code in answers.items() if not code} == ALLOWED
    assert {*answers.values()} == {"", "not-a-writer", "unknown-kind"}


def test_a_contact_sends_no_files(cast: Cast) -> None:
    assert refusal(lambda: blobs.upload(cast.bea_r, cast.contact, b"x" * 99, "image/png")) == "not-a-writer"


def test_a_contact_fills_no_disk(cast: Cast) -> None:
    own = cast.bea_r.seat(CONTACT)
    huge = {"field": "x", "value": "y" * 100_000}
    assert refusal(lambda: cast.bea_r.write(lambda batch: batch.record(own.id, "choice", huge), own)) == "quota-full"


def test_a_contact_writes_to_nobody_but_who_gave_the_code(cast: Cast) -> None:
    """Neither to another parent, nor to the office, whose ids it might have learned elsewhere."""
    peter, charter = cast.peter.seat(), cast.anna.replica.trust.charter
    detail = {"field": "phone", "value": "06"}
    to_peter = {peter.id: cast.peter.replica.trust.seats[peter.id].opens}
    for seats in (to_peter, {charter["office"]: b64(cast.r.office.identity.box.public)}):
        code = refusal(
            lambda to=seats: cast.bea_r.write(lambda batch: batch.letter("detail", detail, [], seats=to),
                                              cast.bea_r.seat(CONTACT)))  # fmt: skip
        assert code in ("not-found", "bad-letter")


def test_nobody_else_writes_to_a_contact(cast: Cast) -> None:
    """Peter knows the place, and the office as well: it is no address for them. Anna sends nothing but details."""
    sharing.share(cast.anna, "phone", "06", Audience(people=(cast.contact,)))
    box = {cast.contact: cast.anna.replica.trust.seats[cast.contact].opens}
    body = {"field": "phone", "value": "06"}
    peter = refusal(lambda: cast.peter.write(lambda batch: batch.letter("detail", body, [], seats=box)))
    talk = {"title": "Hoi", "to": {"groups": [], "teams": [], "people": []}, "about": "", "past": 0, "marks": 0}
    anna = refusal(lambda: cast.anna.write(lambda batch: batch.letter("thread", talk, [], seats=box)))
    assert (peter, anna) == ("not-found", "bad-letter")


def test_no_circle_takes_a_contact_in(cast: Cast) -> None:
    """Not a household that Anna leads, and not a group by the office."""
    own = cast.anna.seat("guardian")
    household = refusal(lambda: cast.anna.write(
        lambda batch: batch.start("household", [own.id, cast.contact], [own.id], [own.id]), own))  # fmt: skip
    assert household == "bad-readers"
    for managers, writers in (([own.id, cast.contact], []), ([own.id], [cast.contact])):
        named = refusal(lambda m=managers, w=writers: cast.anna.write(
            lambda batch: batch.start("household", [own.id], m, w), own))  # fmt: skip
        assert named == "bad-readers"


def test_nobody_ends_the_contact_of_somebody_else(cast: Cast) -> None:
    for session in (cast.peter, cast.gus):
        session.replica.trust.seats[cast.contact] = cast.anna.replica.trust.seats[cast.contact]
        assert refusal(lambda one=session: one.write(lambda batch: batch.end(cast.contact))) == "not-allowed"
    own = cast.bea_r.seat(CONTACT)
    assert refusal(lambda: cast.bea_r.write(lambda batch: batch.end(cast.anna.seat().id), own)) == "not-allowed"
    assert refusal(lambda: cast.anna.write(lambda batch: batch.end(cast.peter.seat().id))) == "not-allowed"


def test_after_the_end_nothing_is_written(cast: Cast) -> None:
    own = cast.bea_r.seat(CONTACT)
    contactseats.end(cast.anna, own.id)
    with pytest.raises((Problem, Refused)):
        sharing.share(cast.bea_r, "phone", "06", Audience(people=(cast.anna.seat().id,)), seat=own)
    cast.bea_r.sync()
    with pytest.raises(Refused):
        cast.bea_r.seat(CONTACT)
