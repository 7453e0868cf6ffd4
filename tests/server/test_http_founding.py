"""Founding: once, whole, and only with the secret of the link."""

from __future__ import annotations

import msgspec
import pytest

from server.errors import Problem
from server.founding import make_secret
from server.store import meta
from sync.client import account
from sync.client import transport as client
from sync.messages import Founding, Session
from tests.server.school import Browser, TestSchool, code_of, founder, open_school


class Recorder(Browser):
    """A browser that keeps what it sent."""

    def send(self, method: str, path: str, body: bytes | None) -> tuple[int, bytes]:
        """The status and body of an answer."""
        if path == "/api/founding" and body:
            self.sent = msgspec.json.decode(body, type=Founding)
        return super().send(method, path, body)


def try_to_found(browser: Browser, secret: str) -> str:
    """The code of the problem that a founding meets; "" if there is none."""
    try:
        account.found(browser, secret, "marga", "correct horse")
    except client.Problem as problem:
        return problem.code
    return ""


def test_a_school_is_founded_and_its_founder_signed_in(school: TestSchool) -> None:
    marga = founder(school)
    seats = client.call(marga.transport, "GET", "/api/session", Session).seats
    assert sorted(seats) == sorted(marga.replica.seats())
    assert {marga.replica.trust.seats[seat].role for seat in seats} == {"admin", "office"}


def test_everybody_may_know_the_name_the_root_key_and_that_it_began(school: TestSchool) -> None:
    before = school.browser().ask("GET", "/.well-known/kring").json
    founder(school)
    after = school.browser().ask("GET", "/.well-known/kring").json
    assert before is not None
    assert after is not None
    assert (before["founded"], before["root"]) == (False, "")
    assert after["founded"] and len(after["root"]) == 43
    assert (after["name"], after["host"]) == ("De Regenboog", "localhost:8450")


def test_a_school_is_founded_once(school: TestSchool) -> None:
    secret = make_secret(school.store)
    assert try_to_found(school.browser(), secret) == ""
    assert try_to_found(school.browser(), secret) == "already-founded"
    with pytest.raises(Problem, match="already-founded"):
        make_secret(school.store)


def test_a_wrong_or_older_secret_founds_nothing(school: TestSchool) -> None:
    older = make_secret(school.store)
    make_secret(school.store)
    for secret in ("", "AAAA", older):
        assert try_to_found(school.browser(), secret) == "wrong-secret"
    assert _well_known(school)["founded"] is False


def test_without_a_secret_made_nobody_founds(school: TestSchool) -> None:
    assert try_to_found(school.browser(), "") == "wrong-secret"


def test_only_a_hash_of_the_secret_is_kept(school: TestSchool) -> None:
    secret = make_secret(school.store)
    kept = school.store.read(lambda connection: meta.get(connection, "founding"))
    assert kept is not None
    assert secret not in kept
    assert try_to_found(school.browser(), secret) == ""
    assert school.store.read(lambda connection: meta.get(connection, "founding")) is None


@pytest.mark.parametrize("lacking", ["school", "charter", "redeem", "all"])
def test_an_incomplete_founding_leaves_nothing(school: TestSchool, lacking: str) -> None:
    recorder = Recorder(school.app)
    account.found(recorder, make_secret(school.store), "marga", "correct horse")
    other = _again(school)
    body = msgspec.structs.replace(recorder.sent, secret=make_secret(other.store), entries=_without(recorder, lacking))
    answer = other.browser().ask("POST", "/api/founding", body)
    assert answer.status_code in (409, 422)
    assert _well_known(other)["founded"] is False
    assert other.store.read(lambda connection: meta.get(connection, "root")) is None
    other.store.close()


def test_a_founding_signed_with_another_root_key_is_refused(school: TestSchool) -> None:
    one, two = Recorder(school.app), _again(school)
    account.found(one, make_secret(school.store), "marga", "correct horse")
    stranger = Recorder(two.app)
    account.found(stranger, make_secret(two.store), "mallory", "correct horse")
    third = _again(school, "third")
    mixed = [stranger.sent.entries[0], *one.sent.entries[1:]]
    body = msgspec.structs.replace(one.sent, secret=make_secret(third.store), entries=mixed)
    assert code_of(third.browser().ask("POST", "/api/founding", body)) == "tampered"
    two.store.close()
    third.store.close()


def _without(recorder: Recorder, lacking: str) -> list[object]:
    entries = recorder.sent.entries

    def is_it(entry: object) -> bool:
        text = msgspec.json.encode(entry).decode()
        return f'\\"{lacking}\\"' in text

    return [] if lacking == "all" else [entry for entry in entries if not is_it(entry)]


def _again(school: TestSchool, name: str = "second") -> TestSchool:
    return open_school(school.config.server.data.parent / name)


def _well_known(school: TestSchool) -> dict[str, object]:
    found = school.browser().ask("GET", "/.well-known/kring").json
    assert found is not None
    return dict(found)
