"""Sending files from Chromium to a real school: a reload, a tunnel, a killed tab and a second one lose nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.axe import findings, fits
from tests.browser.families import settle
from tests.browser.filepage import found, prepare, says, send, sender, state, until_sent
from tests.browser.school import DESK, PHONE, School, open_page, open_school, screen, sign_in

pytestmark = [pytest.mark.browser]
MIB = 1024 * 1024
SMALL = "een kleine foto van een kanarie"
FILL = """() => {
  const put = IDBObjectStore.prototype.put;
  let left = 1;
  IDBObjectStore.prototype.put = function (...all) {
    if (this.name === "pieces" && !left--) throw new DOMException("full", "QuotaExceededError");
    return put.apply(this, all);
  };
}"""
"""From the second piece on the device is full."""
KEYS = """async () => {
  const { vault } = await import("/ui/state.js");
  return [...(await vault.value.keys("pieces")), ...(await vault.value.keys("uploads"))];
}"""
KEPT = """async () => {
  const { vault } = await import("/ui/state.js");
  const kept = [...(await vault.value.all("pieces")), ...(await vault.value.all("uploads"))];
  return kept.map((one) => new TextDecoder("latin1").decode(one)).join(" ");
}"""


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    """A class whose teacher sends files; one file may be 8 MB."""
    opened = open_school(tmp_path_factory.mktemp("uploads"), packed=False, settings="\n[blobs]\nlargest = 8\n")
    settle(opened, "anna")
    yield opened
    opened.stop()


@pytest.fixture(scope="module")
def teacher(chromium: Browser, school: School) -> BrowserContext:
    """Juf Sanne's browser, signed in."""
    context = sender(chromium, DESK)
    page = open_page(context, school.address)
    sign_in(page, "sanne")
    page.close()
    return context


@pytest.fixture
def page(teacher: BrowserContext, school: School) -> Iterator[Page]:
    """A tab of hers."""
    opened = open_app(teacher, school)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def anna(chromium: Browser, school: School) -> Page:
    """Noor's mother."""
    return screen(chromium, PHONE, school.address, "anna")


def open_app(context: BrowserContext, school: School) -> Page:
    """Another tab of somebody who is signed in."""
    opened = open_page(context, school.address)
    prepare(opened)
    return opened


def reads(anna: Page, title: str, size: int) -> None:
    """Anna opens a file of this size."""
    what = found(anna, title)
    assert what is not None
    assert what["size"] == size


def test_a_file_is_sent_and_read_and_the_server_holds_no_byte_of_it(page: Page, anna: Page, school: School) -> None:
    send(page, "kanarie", SMALL, "nog kleiner")
    until_sent(page)
    reads(anna, "kanarie", len(SMALL))
    assert found(anna, "kanarie") == {"size": len(SMALL), "text": SMALL, "thumb": "nog kleiner", "listed": 2}
    holds = [path for path in school.folder.rglob("*") if path.is_file() and SMALL.encode() in path.read_bytes()]
    assert holds == []


def test_in_a_tunnel_it_waits_and_goes_on(page: Page, anna: Page) -> None:
    page.context.set_offline(True)
    send(page, "tunnel", 3 * MIB)
    says(page, "Geen verbinding. Het gaat straks vanzelf verder")
    assert (findings(page), fits(page)) == ([], True)
    page.context.set_offline(False)
    until_sent(page)
    reads(anna, "tunnel", 3 * MIB)


def test_after_a_reload_it_goes_on_where_the_server_is(page: Page, anna: Page) -> None:
    passed: list[str] = []

    def two_pieces(route: Route) -> None:
        passed.append(route.request.url)
        if len(passed) > 2:
            route.abort()
        else:
            route.continue_()

    page.route("**/api/blobs/*/content?at=*", two_pieces)
    send(page, "reload", 4 * MIB)
    says(page, "Geen verbinding")
    page.unroute("**/api/blobs/*/content?at=*")
    again: list[str] = []
    page.on("request", lambda request: again.append(request.url) if "content?at=" in request.url else None)
    page.reload()
    prepare(page)
    until_sent(page)
    reads(anna, "reload", 4 * MIB)
    assert not any(url.endswith("at=0") for url in again), "what was there is not sent again"


def test_a_killed_tab_loses_nothing_and_another_takes_over(teacher: BrowserContext, school: School, anna: Page) -> None:
    first = open_app(teacher, school)
    first.route("**/api/blobs/**", lambda route: route.abort())
    send(first, "killed", 2 * MIB)
    second = open_app(teacher, school)
    expect(second.locator(".uploadbar")).to_be_visible()
    first.close(run_before_unload=False)
    until_sent(second)
    reads(anna, "killed", 2 * MIB)
    second.close()


def test_pause_and_stop(page: Page) -> None:
    page.context.set_offline(True)
    send(page, "paused", MIB)
    send(page, "stopped", MIB)
    page.get_by_role("button", name="Pauze").click()
    says(page, "Gepauzeerd")
    page.context.set_offline(False)
    page.reload()
    prepare(page)
    says(page, "Gepauzeerd")
    page.locator(".uploadbar .words").click()
    assert (findings(page), fits(page)) == ([], True)
    page.get_by_role("button", name="stopped niet versturen").click()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Ga verder").click()
    until_sent(page)
    assert found(page, "stopped", 0) is None


def test_what_is_too_large_for_the_school_says_so_and_holds_up_nobody(page: Page) -> None:
    send(page, "heavy", 9 * MIB)
    send(page, "light", "licht")
    says(page, "1 bestand kon niet verstuurd worden")
    page.locator(".uploadbar .words").click()
    expect(page.get_by_text("te groot voor deze school")).to_be_visible()
    page.get_by_role("button", name="Verstuur de rest niet").click()
    until_sent(page)
    assert state(page) == ""


def test_a_full_device_keeps_nothing_half(page: Page) -> None:
    page.evaluate(FILL)
    code = page.evaluate("() => send('full', 3000000).then(() => '', (error) => error.code)")
    kept = page.evaluate(KEYS)
    assert (code, kept) == ("device-full", [])


def test_nothing_of_a_waiting_file_lies_open_on_the_device(page: Page) -> None:
    page.context.set_offline(True)
    send(page, "sealed", SMALL)
    kept = page.evaluate(KEPT)
    assert len(kept) > 300
    assert "kanarie" not in kept
    assert "sealed" not in kept
    page.context.set_offline(False)
    until_sent(page)


def test_sign_out_takes_what_waits_along(chromium: Browser, school: School) -> None:
    context = sender(chromium, DESK)
    page = open_page(context, school.address)
    sign_in(page, "sanne")
    prepare(page)
    page.evaluate("async () => (await import('/ui/state.js')).uploads.value.pause()")
    send(page, "left", SMALL)
    page.evaluate("async () => (await import('/modules/account/entry.js')).leave()")
    page.get_by_label("Inlognaam").wait_for()
    kept = page.evaluate(KEYS)
    assert kept == []
