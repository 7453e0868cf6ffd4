"""Anonymous surveys against those who have everything: the database, its log and copies, the log lines, all keys."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import structlog

from crypto import ballot as scheme
from crypto import labels
from crypto.digest import H
from crypto.encoding import b64, unb64
from crypto.errors import WrongKey
from crypto.random import fresh
from server import logs
from server.releases import close_surveys
from server.store import Connection
from server.store.key import DatabaseKey
from server.store.sqlcipher import open_store
from sync.client import office, surveys
from sync.client.surveys import Ballot, Survey
from sync.messages import BallotAsk, Vote
from tests.server.school import Browser, browser_of, code_of
from tests.stories.cast import Regenboog
from tests.stories.test_survey import DAY, refusal, school_circle, shown

VOTERS = ("koen", "anna", "peter", "jeroen", "fatima")


@pytest.fixture
def survey(regenboog: Regenboog) -> Survey:
    """A survey in which each adult has a ballot."""
    marga = regenboog.marga
    return surveys.open(marga, school_circle(marga), marga.clock() + DAY, "person")


def ask(regenboog: Regenboog, survey: Survey, *names: str) -> dict[str, Ballot]:
    """A ballot for each."""
    return {name: surveys.ballot(getattr(regenboog, name), shown(survey)) for name in names}


def post(browser: Browser, survey: Survey, ballot: Ballot, **fields: str) -> str:
    """The code with which a vote is refused; "" if it was taken."""
    given = {
        "serial": ballot.serial,
        "output": ballot.output,
        "answer": surveys.seal(survey, {"food": "rice"}),
        **fields,
    }
    return code_of(browser.ask("POST", f"/api/surveys/{survey.id}/votes", Vote(**given)))


def rows(regenboog: Regenboog, table: str) -> list[Any]:
    """All rows of a table."""
    read = regenboog.school.store.read
    return read(lambda connection: connection.execute(f"SELECT * FROM {table}").fetchall())


def test_second_vote_refused(regenboog: Regenboog, survey: Survey) -> None:
    ballot = ask(regenboog, survey, "fatima")["fatima"]
    stranger = regenboog.school.browser()
    assert post(stranger, survey, ballot) == ""
    first = rows(regenboog, "survey_vote")
    assert post(stranger, survey, ballot) == "ballot-used", "the same ballot with other bytes"
    assert rows(regenboog, "survey_vote") == first


def test_forged_ballot_refused(regenboog: Regenboog, survey: Survey) -> None:
    stranger, ballot = regenboog.school.browser(), ask(regenboog, survey, "fatima")["fatima"]
    other = surveys.open(regenboog.marga, school_circle(regenboog.marga), regenboog.marga.clock() + DAY)
    assert post(stranger, survey, ballot, output=b64(fresh(32))) == "bad-ballot"
    assert post(stranger, survey, ballot, serial=b64(fresh(32))) == "bad-ballot"
    assert post(stranger, other, ballot) == "bad-ballot", "a ballot of another survey"
    assert post(stranger, survey, ballot, answer=b64(bytes(100))) == "malformed", "an answer of another length"
    assert rows(regenboog, "survey_vote") == []


def test_marked_key_is_noticed(regenboog: Regenboog, survey: Survey) -> None:
    """The server takes another key for Fatima, to know her ballot by it."""
    regenboog.school.store.write(
        lambda connection: connection.execute("UPDATE survey SET key = ?", (b64(scheme.new_scalar()),))
    )
    with pytest.raises(WrongKey):
        surveys.ballot(regenboog.fatima, shown(survey))


def test_replayed_asking_gives_nobody_a_second_ballot(regenboog: Regenboog, survey: Survey) -> None:
    drawn = surveys.draw(survey)
    blinded = b64(scheme.blind_serial(unb64(drawn.serial), unb64(drawn.blinding)))
    path, asked = f"/api/surveys/{survey.id}/ballots", BallotAsk(blinded=blinded)
    answers = [browser_of(regenboog.fatima).ask("POST", path, asked).json for _ in range(2)]
    assert answers[0]["element"] == answers[1]["element"]  # type: ignore[index]
    assert code_of(browser_of(regenboog.fatima).ask("POST", path, BallotAsk(blinded=b64(no_point())))) == "malformed"
    assert refusal(surveys.ballot, regenboog.fatima, shown(survey)) == "ballot-given"
    assert browser_of(regenboog.koen).ask("POST", path, asked).json["element"] == answers[0]["element"]  # type: ignore[index]
    assert refusal(surveys.ballot, regenboog.koen, shown(survey)) == "ballot-given", "he has spent his on hers"
    assert surveys.turnout(regenboog.marga, survey)[0] == 2


def no_point() -> bytes:
    """32 bytes that are on no curve."""
    return bytes([2, *[0] * 31])


def test_vote_after_closing_refused(regenboog: Regenboog, survey: Survey) -> None:
    stranger, ballots = regenboog.school.browser(), ask(regenboog, survey, "fatima", "koen")
    sealed = surveys.seal(survey, {"food": "rice"})
    assert post(stranger, survey, ballots["koen"], answer=sealed) == ""
    regenboog.school.wait(DAY)
    for _ in range(2):
        assert post(stranger, survey, ballots["fatima"]) == "survey-closed"
        assert post(stranger, survey, ballots["koen"], answer=sealed) == "", "it stands, so its lost answer is given"
        assert refusal(surveys.ballot, regenboog.jeroen, shown(survey)) == "survey-closed"
        close_surveys(regenboog.school.site)


def test_not_entitled_refused(regenboog: Regenboog, survey: Survey) -> None:
    path, asked = f"/api/surveys/{survey.id}/ballots", BallotAsk(blinded=b64(scheme.ballot_public(scheme.new_scalar())))
    assert code_of(regenboog.school.browser().ask("POST", path, asked)) == "not-signed-in"
    for name in ("sanne", "marga"):
        assert code_of(browser_of(getattr(regenboog, name)).ask("POST", path, asked)) == "not-allowed"
    office.end_seat(regenboog.marga, regenboog.koen.seat("guardian").id)
    assert code_of(browser_of(regenboog.koen).ask("POST", path, asked)) == "not-found"
    assert browser_of(regenboog.fatima).ask("POST", path, asked).status_code == 200


def test_a_vote_with_a_cookie_is_still_nobodys(
    regenboog: Regenboog, survey: Survey, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The session is not even looked up, nothing notes that the device was seen, and no line tells when it was."""
    ballot = ask(regenboog, survey, "fatima")["fatima"]
    before = rows(regenboog, "device")
    logs.set_up()
    monkeypatch.setattr("server.sessions.Sessions.find", lambda *_: pytest.fail("the session was looked at"))
    assert post(browser_of(regenboog.fatima), survey, ballot) == ""
    assert post(browser_of(regenboog.fatima), survey, ballot) == "ballot-used"
    structlog.reset_defaults()
    assert "votes" not in "".join(capsys.readouterr())
    assert rows(regenboog, "device") == before


def test_nothing_stored_links(regenboog: Regenboog, survey: Survey) -> None:
    """No value of an asking is one of a vote, whatever the key can make of both; nor is it stored elsewhere."""
    ballots = ask(regenboog, survey, *VOTERS)
    for name in reversed(VOTERS):
        assert post(regenboog.school.browser(), survey, ballots[name]) == ""
    key = unb64(regenboog.school.store.read(lambda one: one.execute("SELECT key FROM survey").fetchone()[0]))
    votes = [row[1] for row in rows(regenboog, "survey_vote")]
    assert votes == sorted(votes)
    for asked in (asking for ballot in ballots.values() for asking in _of_asking(key, ballot)):
        assert not any(asked in vote for vote in (_of_vote(key, serial) for serial in votes))
    everything = _dump(regenboog.school.store.read, skip="survey_vote")
    for ballot in ballots.values():
        assert not any(text in everything for text in (ballot.serial, ballot.output, ballot.blinding))
    people = {getattr(regenboog, name).person for name in VOTERS}
    assert not any(person in str(rows(regenboog, "survey_vote")) for person in people)


def test_the_log_of_the_database_forgets_the_order(regenboog: Regenboog, survey: Survey) -> None:
    for ballot in ask(regenboog, survey, *VOTERS).values():
        post(regenboog.school.browser(), survey, ballot)
    for _ in range(2):  # the one who writes empties it before the next act
        regenboog.school.store.write(lambda _: None)
    assert (regenboog.school.config.server.data / "kring.db-wal").stat().st_size == 0


def test_who_had_a_ballot_is_forgotten_at_the_end(regenboog: Regenboog, survey: Survey) -> None:
    ballots = ask(regenboog, survey, *VOTERS)
    for ballot in ballots.values():
        post(regenboog.school.browser(), survey, ballot)
    assert close_surveys(regenboog.school.site) == 0
    regenboog.school.wait(DAY)
    assert close_surveys(regenboog.school.site) == 1
    assert rows(regenboog, "survey_issue") == []
    assert surveys.turnout(regenboog.marga, survey) == (5, 5)
    assert len(surveys.results(regenboog.marga, survey)) == 5
    assert close_surveys(regenboog.school.site) == 0


def test_no_copy_says_who_had_a_ballot(regenboog: Regenboog, survey: Survey, tmp_path: Path) -> None:
    """Two backups would tell who asked and what was answered between them; a school put back gives out no more."""
    ballots = ask(regenboog, survey, "fatima", "koen")
    post(regenboog.school.browser(), survey, ballots["fatima"])
    (tmp_path / "back").mkdir()
    regenboog.school.store.backup(tmp_path / "back" / "kring.db")
    assert list((tmp_path / "back").iterdir()) == [tmp_path / "back" / "kring.db"]
    back = open_store(tmp_path / "back", DatabaseKey(bytes(range(32))))
    try:
        kept = back.read(lambda one: one.execute("SELECT count(*), max(stopped), max(issued) FROM survey").fetchone())
        assert kept == (1, 1, 2)
        assert back.read(lambda one: one.execute("SELECT count(*) FROM survey_issue").fetchone()) == (0,)
        assert back.read(lambda one: one.execute("SELECT count(*) FROM survey_vote").fetchone()) == (1,)
    finally:
        back.close()


def test_a_stopped_survey_takes_votes_and_gives_no_ballots(regenboog: Regenboog, survey: Survey) -> None:
    ballot = ask(regenboog, survey, "fatima")["fatima"]
    regenboog.school.store.write(lambda connection: connection.execute("UPDATE survey SET stopped = 1"))
    assert refusal(surveys.ballot, regenboog.koen, shown(survey)) == "survey-stopped"
    assert post(regenboog.school.browser(), survey, ballot) == ""


def _of_asking(key: bytes, ballot: Ballot) -> set[bytes]:
    """What whoever has the key can work out from what the server saw of an asking."""
    blinded = scheme.blind_serial(unb64(ballot.serial), unb64(ballot.blinding))
    return {*_powers(key, blinded), H(labels.BALLOT, blinded)}


def _of_vote(key: bytes, serial: str | bytes) -> set[bytes]:
    """The same from what it saw of a vote: its serial, its point, its output."""
    data = serial if isinstance(serial, bytes) else unb64(serial)
    one = (1).to_bytes(32, "little")
    return {data, *_powers(key, scheme.blind_serial(data, one))}


def _powers(key: bytes, point: bytes) -> set[bytes]:
    first = scheme.evaluate(key, point).element
    return {point, first, scheme.evaluate(key, first).element}


def _dump(read: Any, skip: str) -> str:
    """Every row of every table but one, as text."""

    def all_rows(connection: Connection) -> str:
        tables = [
            row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        ]
        found = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in tables if name != skip}
        return json.dumps(found, default=lambda data: b64(bytes(data)))

    return str(read(all_rows))
