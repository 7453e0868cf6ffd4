"""Signing in and out, devices and locks."""

from __future__ import annotations

from msgspec import to_builtins
from msgspec.json import decode

from crypto.encoding import b64
from crypto.lock import lock_root, login_proof, make_password_lock
from server.challenges import LIFE, Challenges
from sync.client import account
from sync.messages import Challenge, Lock, Login
from tests.server.school import ORIGIN, Browser, Cast, TestSchool, browser_of, code_of

RIGHT = "battery staple"


def challenge(browser: Browser, name: str = "sanne") -> Challenge:
    """A challenge for a name's password lock."""
    return decode(browser.ask("POST", "/api/login/challenges", {"name": name, "kind": "password"}).data, type=Challenge)


def proof(asked: Challenge, password: str = RIGHT, name: str = "sanne", origin: str = ORIGIN) -> Login:
    """The answer to a challenge."""
    root = lock_root(password, to_builtins(asked.lock))
    signature = login_proof(root, asked.challenge, asked.expires, origin)
    return Login(name=name, lock=asked.lock.id, challenge=asked.challenge, signature=signature, device="tablet")


def sign_in(browser: Browser, given: Login) -> str:
    """The code of the problem that signing in meets; "" if there is none."""
    return code_of(browser.ask("POST", "/api/login", given))


def test_the_password_opens_a_session_and_the_identity(cast: Cast) -> None:
    session = account.login(cast.school.browser(), "sanne", "battery staple")
    assert session.person == cast.sanne.person
    assert session.replica.seats() == cast.sanne.replica.seats()


def test_the_recovery_sheet_opens_it_as_well(cast: Cast) -> None:
    session = account.login(cast.school.browser(), "sanne", cast.sheets["sanne"], kind="sheet")
    assert session.person == cast.sanne.person


def test_names_are_compared_without_case_and_double_blanks(cast: Cast) -> None:
    assert account.login(cast.school.browser(), " SANNE ", "battery staple").person == cast.sanne.person


def test_a_wrong_password_is_refused(cast: Cast) -> None:
    browser = cast.school.browser()
    assert sign_in(browser, proof(challenge(browser), "wrong")) == "wrong-login"
    assert browser.ask("GET", "/api/session").status_code == 401


def test_a_challenge_is_used_once(cast: Cast) -> None:
    browser = cast.school.browser()
    given = proof(challenge(browser))
    assert sign_in(browser, given) == ""
    assert sign_in(cast.school.browser(), given) == "wrong-login"


def test_a_failed_attempt_uses_its_challenge_up(cast: Cast) -> None:
    browser = cast.school.browser()
    asked = challenge(browser)
    assert sign_in(browser, proof(asked, "wrong")) == "wrong-login"
    assert sign_in(browser, proof(asked)) == "wrong-login"


def test_a_challenge_expires(cast: Cast) -> None:
    browser = cast.school.browser()
    given = proof(challenge(browser))
    cast.school.wait(LIFE + 1)
    assert sign_in(browser, given) == "wrong-login"


def test_a_challenge_is_for_one_name_only(cast: Cast) -> None:
    browser = cast.school.browser()
    given = proof(challenge(browser, "anna@example.org"), name="sanne")
    assert sign_in(browser, given) == "wrong-login"


def test_a_challenge_of_another_server_is_refused(cast: Cast) -> None:
    browser = cast.school.browser()
    asked = challenge(browser)
    foreign, expires = Challenges(bytes(32)).make("sanne", asked.lock.id, cast.school.site.now())
    other = Challenge(lock=asked.lock, challenge=foreign, expires=expires)
    assert sign_in(browser, proof(other)) == "wrong-login"


def test_a_proof_made_for_another_site_is_refused(cast: Cast) -> None:
    browser = cast.school.browser()
    assert sign_in(browser, proof(challenge(browser), origin="https://phishing.example")) == "wrong-login"


def test_signing_in_again_ends_the_session_it_replaces(cast: Cast) -> None:
    browser = browser_of(cast.sanne)
    old = browser.client.get_cookie("kring")
    assert old is not None
    assert sign_in(browser, proof(challenge(browser))) == ""
    stale = cast.school.browser()
    stale.client.set_cookie("kring", old.value)
    assert stale.ask("GET", "/api/session").status_code == 401


def test_signing_out_ends_the_session_on_the_server(cast: Cast) -> None:
    browser = browser_of(cast.anna)
    cookie = browser.client.get_cookie("kring")
    assert cookie is not None
    assert browser.ask("DELETE", "/api/session").status_code == 204
    assert browser.client.get_cookie("kring") is None
    browser.client.set_cookie("kring", cookie.value)
    assert browser.ask("GET", "/api/session").status_code == 401


def test_devices_are_listed_by_the_names_people_gave_them(cast: Cast) -> None:
    account.login(cast.school.browser(), "sanne", "battery staple", device="tablet")
    devices = browser_of(cast.sanne).ask("GET", "/api/devices").json
    assert devices is not None
    assert {(one["name"], one["current"]) for one in devices["devices"]} == {("", True), ("tablet", False)}


def test_a_lost_device_is_signed_out_from_another(cast: Cast) -> None:
    lost = account.login(cast.school.browser(), "sanne", "battery staple", device="lost")
    device = browser_of(lost).ask("GET", "/api/session").json
    assert device is not None
    assert browser_of(cast.sanne).ask("DELETE", f"/api/devices/{device['device']}").status_code == 204
    assert browser_of(lost).ask("GET", "/api/session").status_code == 401
    assert browser_of(cast.sanne).ask("GET", "/api/session").status_code == 200


def test_nobody_signs_out_somebody_elses_device(cast: Cast) -> None:
    device = browser_of(cast.anna).ask("GET", "/api/session").json
    assert device is not None
    assert code_of(browser_of(cast.sanne).ask("DELETE", f"/api/devices/{device['device']}")) == "not-found"
    assert browser_of(cast.anna).ask("GET", "/api/session").status_code == 200


def test_a_new_password_replaces_the_old_one(cast: Cast) -> None:
    lock = Lock(**make_password_lock("new one", cast.sanne.identity.seed, cast.sanne.person))
    assert browser_of(cast.sanne).ask("PUT", f"/api/locks/{lock.id}", lock).status_code == 204
    browser = cast.school.browser()
    assert sign_in(browser, proof(challenge(browser), "battery staple")) == "wrong-login"
    assert account.login(browser, "sanne", "new one").person == cast.sanne.person


def test_a_weak_lock_is_refused(cast: Cast) -> None:
    lock = make_password_lock("new one", cast.sanne.identity.seed, cast.sanne.person)
    browser = browser_of(cast.sanne)
    for change, code in (
        ({"ops": 1}, "parameters-downgraded"),
        ({"mem": 8}, "parameters-downgraded"),
        ({"kind": "pin"}, "malformed"),
        ({"login": b64(bytes(31))}, "malformed"),
        ({"salt": ""}, "malformed"),
    ):
        assert code_of(browser.ask("PUT", f"/api/locks/{lock['id']}", {**lock, **change})) == code


def test_the_session_cookie_is_kept_from_scripts_and_other_sites(school: TestSchool, cast: Cast) -> None:
    browser = school.browser()
    answer = browser.ask("POST", "/api/login", proof(challenge(browser)))
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert "Path=/" in cookie
    assert "Domain" not in cookie
