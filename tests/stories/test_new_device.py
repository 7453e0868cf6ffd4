"""A new phone: a device that has the account hands it over; a password alone opens nothing in a strange browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from crypto.encoding import b64
from crypto.errors import Tampered
from crypto.handover import handover_id, handover_number
from crypto.identity import BoxKey
from crypto.random import fresh
from server.config import Login
from server.handovers import LIFE
from sync.client import account
from sync.client.handover import ask, hand_over, offer, take
from sync.client.transport import Problem
from tests.server.school import Cast, browser_of, code_of, fill, open_school


@pytest.fixture
def cast(tmp_path: Path) -> Cast:
    """A school as a host gets it: passwords count in known browsers only."""
    return fill(open_school(tmp_path, login=Login()))


def test_a_new_phone_shows_a_number_and_the_old_one_answers(cast: Cast) -> None:
    phone = cast.school.browser()
    code, number = ask(phone)
    assert take(phone, code) is None
    hand_over(cast.anna, number)
    anna = take(phone, code, "new phone")
    assert anna is not None
    assert {*anna.replica.seats()} == {*cast.anna.replica.seats()}
    assert anna.replica.items.keys() == cast.anna.replica.items.keys()


def test_a_laptop_shows_a_code_that_the_phone_scans(cast: Cast) -> None:
    code = offer(cast.anna)
    anna = take(cast.school.browser(), code, "phone")
    assert anna is not None
    assert anna.identity.seed == cast.anna.identity.seed
    with pytest.raises(Problem, match="not-found"):
        take(cast.school.browser(), code)


def test_a_password_opens_nothing_where_the_account_never_was(cast: Cast) -> None:
    for name in ("anna@example.org", "nobody@example.org"):
        with pytest.raises(Problem, match="strange-browser"):
            account.login(cast.school.browser(), name, "purple rain")


def test_a_password_opens_where_one_signed_out_oneself(cast: Cast) -> None:
    here = browser_of(cast.anna)
    assert here.ask("DELETE", "/api/session").status_code == 204
    anna = account.login(here, "anna@example.org", "purple rain")
    assert anna.replica.items.keys() == cast.anna.replica.items.keys()


def test_a_browser_that_knows_one_person_is_strange_to_another(cast: Cast) -> None:
    with pytest.raises(Problem, match="strange-browser"):
        account.login(browser_of(cast.anna), "sanne", "battery staple")


def test_two_parents_share_a_laptop(cast: Cast) -> None:
    laptop = browser_of(cast.anna)
    assert take(laptop, offer(cast.sanne)) is not None
    for name, password in (("anna@example.org", "purple rain"), ("sanne", "battery staple")):
        laptop.ask("DELETE", "/api/session")
        account.login(laptop, name, password)


def test_a_lost_phone_is_strange_once_it_is_signed_out_from_afar(cast: Cast) -> None:
    phone = cast.school.browser()
    take(phone, offer(cast.anna), "phone")
    lost = phone.ask("GET", "/api/session").get_json()["device"]
    assert browser_of(cast.anna).ask("DELETE", f"/api/devices/{lost}").status_code == 204
    with pytest.raises(Problem, match="strange-browser"):
        account.login(phone, "anna@example.org", "purple rain")


def test_a_sheet_opens_a_strange_browser(cast: Cast) -> None:
    phone = cast.school.browser()
    account.login(phone, "anna@example.org", cast.sheets["anna"], kind="sheet")
    phone.ask("DELETE", "/api/session")
    account.login(phone, "anna@example.org", "purple rain")


def test_a_number_is_answered_once_and_ends_after_ten_minutes(cast: Cast) -> None:
    code, number = ask(cast.school.browser())
    hand_over(cast.anna, number)
    with pytest.raises(Problem, match="not-found"):
        hand_over(cast.sanne, number)
    cast.school.wait(LIFE)
    with pytest.raises(Problem, match="not-found"):
        take(cast.school.browser(), code)


def test_who_sees_the_number_gets_nothing(cast: Cast) -> None:
    _, number = ask(cast.school.browser())
    hand_over(cast.anna, number)
    thief = cast.school.browser()
    path = f"/api/handovers/{number.replace(' ', '')}"
    assert code_of(thief.ask("GET", path)) == "not-found"
    shown = handover_id(number)
    answer = thief.ask("POST", f"/api/handovers/{shown}/session", {"signature": b64(bytes(64)), "device": ""})
    assert code_of(answer) == "not-found"
    assert thief.ask("GET", "/api/session").status_code == 401


def test_a_server_can_not_put_its_own_key_behind_a_number(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    _, number = ask(cast.school.browser())
    evil = b64(BoxKey(fresh(32)).public)
    waiting = cast.school.site.handovers._waiting
    at, honest = next(iter(waiting.items()))
    monkeypatch.setitem(waiting, at, honest.__class__(evil, "", "", honest.until))
    with pytest.raises(Tampered):
        hand_over(cast.anna, number)
    assert handover_number(BoxKey(fresh(32)).public) != number
