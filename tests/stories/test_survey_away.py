"""Story 14 over two schools: Het Kompas asks families without names, and Omar answers by way of De Regenboog."""

from __future__ import annotations

import json

import pytest

from crypto import ballot
from crypto.encoding import b64
from crypto.identity import SEALED
from server.limits import Limits
from sync.client import surveys
from sync.client.away import Away
from sync.client.surveys import Survey
from sync.client.transport import Problem
from tests.server.pair import ask, signed
from tests.server.school import Browser
from tests.stories.test_two_schools import both, two
from tests.stories.two import Two

__all__ = ["both", "two"]
DAY = 24 * 3_600_000
NOTHING = b64(bytes(ballot.ANSWER + SEALED))
WORDS = "kanarie in een enquete"


def begin(both: Two) -> Survey:
    """Kees asks the families of Blauw, one ballot a person."""
    return surveys.open(both.kees, both.group(both.k).group, both.kees.clock() + DAY, "person")


def shown(survey: Survey) -> Survey:
    """As it stands in the form."""
    return Survey(survey.id, survey.key, survey.box)


def nobody(two: Two) -> Away:
    """A browser without a session that asks De Regenboog's server."""
    return Away(two.r.school.browser("203.0.113.9"), two.k.host)


def path(survey: Survey) -> str:
    """Where votes go at Het Kompas."""
    return f"/api/surveys/{survey.id}/votes"


def test_a_neighbour_answers_once_and_is_counted(both: Two) -> None:
    survey = begin(both)
    mine = surveys.ballot(both.omar_k, shown(survey))
    surveys.vote(nobody(both), shown(survey), mine, {"food": WORDS})
    surveys.vote(both.k.school.browser(), shown(survey), surveys.ballot(both.bea, shown(survey)), {"food": "soep"})
    assert surveys.turnout(both.kees, survey) == (2, 3)
    with pytest.raises(Problem, match="ballot-given"):
        surveys.ballot(both.omar_k, shown(survey))
    with pytest.raises(Problem, match="not-found"):
        surveys.ballot(both.omar, shown(survey))  # it is no survey of De Regenboog


def test_what_each_server_sees_of_a_vote(both: Two) -> None:
    """Het Kompas: a school, no person and no language. De Regenboog: sealed words, no cookie; neither logs a line."""
    survey = begin(both)
    mine = surveys.ballot(both.omar_k, shown(survey))
    before, logged = len(both.k.front.passed), both.r.school.store.read(_all)
    surveys.vote(nobody(both), shown(survey), mine, {"food": WORDS})
    (vote,) = both.k.front.passed[before:]
    headers = {name.lower(): value for name, value in vote.headers.items()}
    assert (vote.path, headers["kring-person"]) == (path(survey), "none")
    assert not {"cookie", "accept-language", "x-forwarded-for", "user-agent"} & headers.keys()
    assert both.omar.person not in json.dumps(headers) + vote.body.decode()
    assert WORDS.encode() not in vote.body
    assert both.r.school.store.read(_all) == logged, "nothing of it is written at De Regenboog"


def _all(connection: object) -> list[int]:
    """How many rows each table has."""
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()  # type: ignore[attr-defined]
    return [connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in names]  # type: ignore[attr-defined]


def test_a_session_and_a_name_are_never_looked_at(both: Two) -> None:
    """With a cookie it is the same as without one; in somebody's name it is refused."""
    survey = begin(both)
    mine = surveys.ballot(both.omar_k, shown(survey))
    surveys.vote(both.omar_k.transport, shown(survey), mine, {"food": WORDS})
    assert both.k.front.passed[-1].headers["Kring-Person"] == "none"
    body = json.dumps({"serial": mine.serial, "output": mine.output, "answer": NOTHING}).encode()
    for person, said in ((both.omar.person, "not-found"), ("none", "ballot-used")):
        headers = signed(both.r, both.k, body, path(survey), **{"Kring-Person": person})
        assert ask(both.k, body, headers, path(survey)) == said


def test_strangers_use_up_nothing_but_votes(both: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who floods us with votes is slowed, and our people go on asking that school."""
    survey, site = begin(both), both.r.site
    limits = Limits(_slow(site.config.limits), lambda _: None)
    monkeypatch.setattr(site.limits, "_rates", limits._rates)
    asked = f"/api/away/{both.k.host}/surveys/{survey.id}/votes"
    vote = {"serial": "A" * 43, "output": "A" * 43, "answer": NOTHING}
    stranger = both.r.school.browser("203.0.113.9")
    answers = [stranger.ask("POST", asked, vote).status_code for _ in range(4)]
    assert answers == [403, 403, 403, 429]
    both.omar_k.sync()


def _slow(settings: object) -> object:
    return type(settings)(votes="3 per minute")  # type: ignore[call-arg]


def test_no_vote_goes_to_a_school_that_is_not_linked(both: Two) -> None:
    stranger: Browser = both.r.school.browser()
    vote = {"serial": "A" * 43, "output": "A" * 43, "answer": NOTHING}
    answer = stranger.ask("POST", f"/api/away/kring.elders.example/surveys/{'A' * 22}/votes", vote)
    assert (answer.status_code, answer.json["code"]) == (403, "not-linked")
