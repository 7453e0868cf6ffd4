"""Letters: looked up, redeemed once, and what is said when they can't be."""

from __future__ import annotations

from typing import Any

import msgspec

from crypto.identity import Identity, check_person, person_statement
from crypto.lock import make_password_lock
from crypto.random import fresh
from crypto.token import check_invitation_mac, read_token
from sync.client import account, office
from sync.messages import Account, Invitation, Lock, PersonStatement, Redemption
from sync.redeem import redeem
from tests.server.school import Browser, Cast, TestSchool, browser_of, code_of

DAYS = 24 * 3600 * 1000


class Joining:
    """A redemption in the making, by a fresh person."""

    def __init__(self, cast: Cast, code: str, name: str = "jeroen") -> None:
        self.token = read_token(code)
        self.path = f"/api/invitations/{self.token.locator}"
        self.identity = Identity(fresh(32))
        self.statement = person_statement(self.identity)
        self.person = check_person([self.statement])
        self.seat = seat_of(cast, self.token.locator)
        self.lock = Lock(**make_password_lock("pass phrase", self.identity.seed, self.person.id))
        link = redeem(self.token, self.seat, self.identity, self.person, cast.school.site.now())
        statements = [PersonStatement(**self.statement)]
        self.body = Redemption(person=statements, link=link, account=Account(name=name, locks=[self.lock]))

    def send(self, browser: Browser, **changes: Any) -> Any:
        """The answer to the redemption."""
        return browser.ask("POST", f"{self.path}/redemption", msgspec.structs.replace(self.body, **changes))


def seat_of(cast: Cast, locator: str) -> str:
    """The seat of a letter, as the office's replica proves it."""
    return next(seat.id for seat in cast.marga.replica.trust.seats.values() if seat.locator == locator)


def test_a_letter_names_the_school_and_proves_it(cast: Cast) -> None:
    token = read_token(cast.letters["Jeroen"])
    answer = cast.school.browser().ask("GET", f"/api/invitations/{token.locator}")
    found = msgspec.json.decode(answer.data, type=Invitation)
    assert (found.school, found.host) == ("De Regenboog", "localhost:8450")
    check_invitation_mac(token, cast.marga.replica.trust.root, found.invitation, found.host, found.mac)


def test_a_letter_that_does_not_exist_is_not_found(school: TestSchool) -> None:
    assert code_of(school.browser().ask("GET", "/api/invitations/AAAAAAAAAAAAAAAAAAAAAA")) == "not-found"


def test_redeeming_gives_a_seat_an_account_and_a_session(cast: Cast) -> None:
    browser = cast.school.browser()
    joining = Joining(cast, cast.letters["Jeroen"])
    answer = joining.send(browser).json
    assert (answer["person"], answer["name"], answer["seats"]) == (joining.person.id, "jeroen", [joining.seat])
    assert browser.ask("GET", "/api/session").json == answer


def test_a_used_letter_says_so(cast: Cast) -> None:
    Joining(cast, cast.letters["Jeroen"]).send(cast.school.browser())
    joining = Joining(cast, cast.letters["Jeroen"], "somebody")
    assert code_of(cast.school.browser().ask("GET", joining.path)) == "token-used"
    assert code_of(joining.send(cast.school.browser())) == "token-used"


def test_a_letter_past_its_deadline_says_so(cast: Cast) -> None:
    joining = Joining(cast, cast.letters["Jeroen"])
    cast.school.wait(61 * DAYS)
    assert code_of(cast.school.browser().ask("GET", joining.path)) == "token-expired"
    assert code_of(joining.send(cast.school.browser())) == "token-expired"


def test_a_withdrawn_letter_says_so(cast: Cast) -> None:
    joining = Joining(cast, cast.letters["Jeroen"])
    office.end_seat(cast.marga, joining.seat)
    assert code_of(cast.school.browser().ask("GET", joining.path)) == "token-withdrawn"
    assert code_of(joining.send(cast.school.browser())) == "token-withdrawn"


def test_whoever_lost_the_answer_sends_the_same_again(cast: Cast) -> None:
    joining = Joining(cast, cast.letters["Jeroen"])
    first = joining.send(cast.school.browser()).json
    browser = cast.school.browser()
    again = joining.send(browser).json
    assert (again["person"], again["seats"]) == (first["person"], first["seats"])
    assert browser.ask("GET", "/api/session").status_code == 200


def test_a_taken_name_is_refused_and_the_letter_stays_unused(cast: Cast) -> None:
    joining = Joining(cast, cast.letters["Jeroen"], "Anna@Example.org")
    assert code_of(joining.send(cast.school.browser())) == "name-taken"
    free = Account(name="jeroen", locks=[joining.lock])
    assert joining.send(cast.school.browser(), account=free).status_code == 200


def test_a_second_letter_goes_to_the_account_that_is_signed_in(cast: Cast) -> None:
    account.add_letter(cast.anna, cast.letters["Jeroen"])
    session = browser_of(cast.anna).ask("GET", "/api/session").json
    assert session is not None
    assert len(session["seats"]) == 2


def test_without_account_and_session_nobody_redeems(cast: Cast) -> None:
    joining = Joining(cast, cast.letters["Jeroen"])
    assert code_of(joining.send(cast.school.browser(), account=None)) == "account-needed"


def test_an_account_comes_with_sound_locks(cast: Cast) -> None:
    joining = Joining(cast, cast.letters["Jeroen"])
    weak = Account(name="jeroen", locks=[msgspec.structs.replace(joining.lock, ops=1)])
    assert code_of(joining.send(cast.school.browser(), account=weak)) == "parameters-downgraded"


def test_the_office_sees_who_joined(cast: Cast) -> None:
    assert {one["name"] for one in office.letters(cast.marga)} == {"Jeroen"}
    Joining(cast, cast.letters["Jeroen"]).send(cast.school.browser())
    cast.marga.sync()
    assert office.letters(cast.marga) == []
