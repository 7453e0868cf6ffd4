"""Story 14's ballot in Chromium: asked for with the session, handed in by nobody, read by the teacher after the end."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from sync.client import surveys
from sync.client.session import Session
from sync.client.surveys import Survey
from sync.client.transport import Http
from tests.browser.families import settle
from tests.browser.school import DESK, PHONE, School, open_school, screen

pytestmark = [pytest.mark.browser]
SECONDS = 120
OPEN = """async ([circle, closes]) => {
  const [{ open }, { session }] = await Promise.all([import("/sync/surveys.js"), import("/ui/state.js")]);
  return open(session.value, circle, closes, { unit: "person" });
}"""
GIVE = """async ([survey, closes, answer]) => {
  const [{ give, MARGIN }, { outbox }] = await Promise.all([import("/sync/surveys.js"), import("/ui/state.js")]);
  await give(outbox.value, survey, closes + MARGIN, answer); // so that it waits for some seconds and not for minutes
}"""
LEFT = """async () => {
  const { outbox } = await import("/ui/state.js");
  while (outbox.value.waiting.length) await new Promise((done) => setTimeout(done, 50));
  const { failed, session } = outbox.value;
  return [failed.map(({ error }) => error.code), (await session.vault.all("outbox")).length];
}"""
RESULTS = """async (survey) => {
  const [{ results }, { session }] = await Promise.all([import("/sync/surveys.js"), import("/ui/state.js")]);
  return results(session.value, survey).catch((problem) => problem.code);
}"""


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    """A server."""
    opened = open_school(tmp_path_factory.mktemp("surveys"), packed=False)
    yield opened
    opened.stop()


@pytest.fixture(scope="module")
def people(school: School) -> dict[str, Session]:
    """Class 3A, all joined."""
    return settle(school, "anna", "peter", "fatima", "koen", "omar")


def page_of(chromium: Browser, school: School, name: str) -> Page:
    """Somebody's open app."""
    return screen(chromium, DESK if name == "sanne" else PHONE, school.address, name)


def settled(page: Page) -> Any:
    """What the outbox has left once it has nothing to wait for: (failures, kept)."""
    return page.evaluate(LEFT)


def answer_with_python(school: School, people: dict[str, Session], survey: Survey, *names: str) -> None:
    """The others answer with the other client."""
    for name in names:
        ballot = surveys.ballot(people[name], survey)
        surveys.vote(Http(school.address), survey, ballot, {"food": name})


def test_a_vote_from_the_phone(chromium: Browser, school: School, people: dict[str, Session]) -> None:
    sanne, fatima = page_of(chromium, school, "sanne"), page_of(chromium, school, "fatima")
    closes = int(time.time() * 1000) + SECONDS * 1000
    group = next(one.id for one in people["sanne"].replica.circles.values() if one.kind == "group")
    made = sanne.evaluate(OPEN, [group, closes])
    survey = Survey(made["id"], made["key"], made["box"], made["seed"])
    sent: list[Request] = []
    fatima.on("request", lambda one: sent.append(one) if "/api/surveys/" in one.url else None)
    fatima.evaluate(
        GIVE, [{"id": survey.id, "key": survey.key, "box": survey.box}, closes - 95_000, {"food": "fatima"}]
    )
    answer_with_python(school, people, survey, "anna", "peter", "koen", "omar")
    assert settled(fatima) == [[], 0], "nothing of it is left on the phone"
    cookies = {one.url.rpartition("/")[2]: "cookie" in one.all_headers() for one in sent}
    assert cookies == {"ballots": True, "votes": False}
    assert sanne.evaluate(RESULTS, made) == "survey-open"
    sanne.wait_for_function("closes => Date.now() > closes + 500", arg=closes, timeout=SECONDS * 1000)
    foods = {"anna", "peter", "koen", "omar", "fatima"}
    assert {one["food"] for one in sanne.evaluate(RESULTS, made)} == foods
    assert {one["food"] for one in surveys.results(people["sanne"], survey)} == foods


def test_a_home_that_answered_already(chromium: Browser, school: School, people: dict[str, Session]) -> None:
    """Koen has a ballot; his phone is told so, and another key than the form's is a lie that is said out loud."""
    closes = int(time.time() * 1000) + 3_600_000
    group = next(one.id for one in people["sanne"].replica.circles.values() if one.kind == "group")
    survey, other = (surveys.open(people["sanne"], group, closes) for _ in range(2))
    surveys.ballot(people["koen"], survey)
    koen = page_of(chromium, school, "koen")
    koen.evaluate(GIVE, [{"id": survey.id, "key": survey.key, "box": survey.box}, 0, {}])
    assert settled(koen) == [["ballot-given"], 1], "what was refused is kept with its reason"
    koen.evaluate(GIVE, [{"id": other.id, "key": survey.key, "box": survey.box}, 0, {}])
    assert settled(koen) == [["ballot-given", "marked-key"], 2]
    expect(koen.get_by_role("alert").first).to_contain_text("Pas op: de computer van de school gaf een stembriefje")
