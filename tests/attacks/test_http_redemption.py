"""Letters in wrong hands: forged links, borrowed identities, copied redemptions."""

from __future__ import annotations

import msgspec

from crypto.identity import Identity, check_person, person_statement
from crypto.lock import make_password_lock
from crypto.random import fresh
from crypto.token import new_token, read_token
from sync.messages import Account, Entries, Entry, Lock, PersonStatement
from sync.redeem import redeem
from tests.server.school import Cast, browser_of, code_of
from tests.server.test_http_invitations import Joining


def mallory(cast: Cast) -> Account:
    """An account of somebody who holds other keys."""
    identity = Identity(fresh(32))
    lock = make_password_lock("mallory", identity.seed, check_person([person_statement(identity)]).id)
    return Account(name="mallory", locks=[Lock(**lock)])


def test_a_finder_gets_nothing_without_redeeming(cast: Cast) -> None:
    token = read_token(cast.letters["Jeroen"])
    browser = cast.school.browser()
    shown = browser.ask("GET", f"/api/invitations/{token.locator}").json
    assert shown is not None
    assert set(shown) == {"school", "root", "host", "deadline", "seat", "invitation", "mac"}
    assert browser.ask("GET", "/api/sync").status_code == 401


def test_without_the_paper_nobody_redeems(cast: Cast) -> None:
    joining = Joining(cast, cast.letters["Jeroen"])
    other = read_token(new_token())
    forged = redeem(other, joining.seat, joining.identity, joining.person, cast.school.site.now())
    assert code_of(joining.send(cast.school.browser(), link=forged)) == "tampered"
    assert joining.send(cast.school.browser()).status_code == 200


def test_a_letter_of_another_child_gives_no_other_seat(cast: Cast) -> None:
    joining = Joining(cast, cast.letters["Jeroen"])
    elsewhere = redeem(joining.token, cast.anna.seat().id, joining.identity, joining.person, cast.school.site.now())
    assert code_of(joining.send(cast.school.browser(), link=elsewhere)) == "bad-link"


def test_a_finder_can_not_open_a_session_as_somebody_else(cast: Cast) -> None:
    """Person statements are no secret: whoever finds a letter must not become their owner by copying them."""
    joining = Joining(cast, cast.letters["Jeroen"])
    victim = person_statement(cast.anna.identity)
    link = redeem(joining.token, joining.seat, cast.anna.identity, check_person([victim]), cast.school.site.now())
    browser = cast.school.browser()
    answer = joining.send(browser, person=[PersonStatement(**victim)], link=link, account=mallory(cast))
    assert code_of(answer) == "not-signed-in"
    assert browser.ask("GET", "/api/session").status_code == 401
    assert joining.send(cast.school.browser()).status_code == 200


def test_a_copied_redemption_opens_no_session(cast: Cast) -> None:
    """Link and statements of a redemption reach other members in credentials; without the locks they open nothing."""
    joining = Joining(cast, cast.letters["Jeroen"])
    assert joining.send(cast.school.browser()).status_code == 200
    browser = cast.school.browser()
    other_locks = [msgspec.structs.replace(joining.lock, wrapped=mallory(cast).locks[0].wrapped)]
    for account in (mallory(cast), Account(name="jeroen", locks=other_locks), None):
        assert code_of(joining.send(browser, account=account)) == "token-used"
    assert browser.ask("GET", "/api/session").status_code == 401


def test_somebody_signed_in_can_not_redeem_for_another_person(cast: Cast) -> None:
    joining = Joining(cast, cast.letters["Jeroen"])
    assert code_of(joining.send(browser_of(cast.anna), account=None)) == "not-signed-in"


def test_a_letter_is_redeemed_by_one_of_two_who_race(cast: Cast) -> None:
    one = Joining(cast, cast.letters["Jeroen"], "one")
    two = Joining(cast, cast.letters["Jeroen"], "two")
    codes = sorted(code_of(joining.send(cast.school.browser())) for joining in (one, two))
    assert codes == ["", "token-used"]


def test_a_redeem_link_is_no_entry(cast: Cast) -> None:
    joining = Joining(cast, cast.letters["Jeroen"])
    body = Entries(entries=[Entry(link=joining.body.link)])
    assert code_of(browser_of(cast.anna).ask("POST", "/api/entries", body)) == "wrong-author"


def test_a_borrowed_lock_id_is_a_conflict_not_a_crash(cast: Cast) -> None:
    joining = Joining(cast, cast.letters["Jeroen"])
    asked = cast.school.browser().ask("POST", "/api/login/challenges", {"name": "sanne", "kind": "password"}).json
    assert asked is not None
    borrowed = Account(name="jeroen", locks=[msgspec.structs.replace(joining.lock, id=asked["lock"]["id"])])
    assert code_of(joining.send(cast.school.browser(), account=borrowed)) == "conflict"
