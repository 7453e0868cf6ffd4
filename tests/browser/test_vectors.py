"""Every vector holds in Chromium, in pages and in service workers, and hashing a password freezes no screen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import REPOSITORY

pytestmark = pytest.mark.browser

FOLDER = REPOSITORY / "tests/vectors"
COUNTS = {path.name: len(json.loads(path.read_text())) for path in sorted(FOLDER.glob("*.json"))}

RUN_IN_PAGE = """async (topic) => {
    const { failures, ready } = await import("/tests/webclient/vectors.js");
    await ready();
    const cases = await (await fetch(`/tests/vectors/${topic}`)).json();
    return [cases.length, failures(cases)];
}"""

RUN_CASE = """async (given) => {
    const { compare, ready } = await import("/tests/webclient/vectors.js");
    await ready();
    return compare(given);
}"""

RUN_IN_SERVICE_WORKER = """async (topics) => {
    const read = async (topic) => (await fetch(`/tests/vectors/${topic}`)).json();
    const cases = (await Promise.all(topics.map(read))).flat();
    const made = await navigator.serviceWorker.register("/tests/webclient/vectors.sw.js", { type: "module" });
    const worker = made.installing ?? made.waiting ?? made.active;
    const answer = new Promise((resolve) => (navigator.serviceWorker.onmessage = ({ data }) => resolve(data)));
    navigator.serviceWorker.startMessages();
    worker.postMessage(cases);
    return [cases.length, await answer];
}"""

HASH_WHILE_DRAWING = """async ([secret, offer]) => {
    const { passwordRoot } = await import("/webclient/crypto/slow.js");
    let pictures = 0;
    const count = () => { pictures++; if (pictures >= 0) requestAnimationFrame(count); };
    requestAnimationFrame(count);
    const root = await passwordRoot(secret, offer);
    const drawn = pictures;
    pictures = -1e9;
    return [Array.from(root, (byte) => byte.toString(16).padStart(2, "0")).join(""), drawn];
}"""


@pytest.fixture
def page(chromium: Browser, files: str) -> Iterator[Page]:
    """A page from the same origin as the files."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{files}/tests/webclient/")
    yield page
    context.close()


@pytest.mark.parametrize("topic", COUNTS)
def test_the_vectors_hold_in_a_page(page: Page, topic: str) -> None:
    assert page.evaluate(RUN_IN_PAGE, topic) == [COUNTS[topic], []]


def test_a_wrong_vector_would_be_seen(page: Page) -> None:
    case = {"name": "a lie", "fn": "b64", "in": {"data": "00"}, "out": "AB"}
    assert "a lie" in page.evaluate(RUN_CASE, case)


def test_the_vectors_hold_in_a_service_worker(page: Page) -> None:
    assert page.evaluate(RUN_IN_SERVICE_WORKER, list(COUNTS)) == [sum(COUNTS.values()), []]


def test_the_screen_goes_on_while_a_password_is_hashed(page: Page) -> None:
    case = next(case for case in json.loads((FOLDER / "lock.json").read_text()) if _hashes(case))
    root, drawn = page.evaluate(HASH_WHILE_DRAWING, [case["in"]["secret"], case["in"]["offer"]])
    assert root == case["out"]
    assert drawn >= 3


def _hashes(case: dict[str, Any]) -> bool:
    return case["fn"] == "lock_root" and "out" in case and bool(case["in"]["offer"]["ops"])
