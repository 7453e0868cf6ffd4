"""A PDF in the frame that has no origin, with the policy that the server gives it: drawn, and nothing gets out."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import findings, fits
from tests.browser.firefox import FIREFOX, Firefox
from tests.browser.school import PHONE, School, open_page, open_school, visitor
from tests.browser.test_files_never_run import hostile_pdf

pytestmark = pytest.mark.browser
SHOW = """async (text) => {
  const { html } = await import("/lib/htm.js");
  const { render } = await import("/lib/preact.js");
  const { Preview } = await import("/ui/preview.js");
  const root = document.body.appendChild(document.createElement("div"));
  render(html`<${Preview} data=${new Blob([text])} name="schoolgids.pdf" onClose=${() => root.remove()} />`, root);
}"""
COUNTED = """(async (text) => {
  await (SHOW)(text);
  for (const end = Date.now() + 40000; ; await new Promise((again) => setTimeout(again, 50))) {
    const said = document.querySelector("dialog.preview header span").textContent;
    if (/bladzijde|page/.test(said) || Date.now() > end) return said;
  }
})(TEXT)"""


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    """A server that nobody has founded yet."""
    opened = open_school(tmp_path_factory.mktemp("preview"), packed=False)
    yield opened
    opened.stop()


@pytest.fixture
def page(chromium: Browser, school: School) -> Iterator[Page]:
    """The app in front of the door, on a phone."""
    opened = open_page(visitor(chromium, PHONE), school.address)
    expect(opened.get_by_label("Inlognaam")).to_be_visible()
    yield opened
    opened.context.close()


def test_it_is_drawn_and_read_out(page: Page) -> None:
    page.evaluate(SHOW, hostile_pdf())
    dialog = page.get_by_role("dialog", name="schoolgids.pdf")
    expect(dialog.get_by_text("1 bladzijde")).to_be_visible(timeout=30_000)
    inside = page.frame_locator("dialog iframe")
    expect(inside.locator("main[data-drawn] canvas")).to_have_count(1, timeout=30_000)
    expect(inside.get_by_role("region", name="Bladzijde 1")).to_contain_text("Kanarie in een schoolgids")
    assert (findings(page), fits(page)) == ([], True)
    width = "document.querySelector('section').clientWidth"
    before = page.frames[-1].evaluate(width)
    dialog.get_by_role("button", name="Groter").click()
    page.frames[-1].wait_for_function(f"{width} > {before}")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


def test_nothing_gets_out_of_its_frame(page: Page, school: School) -> None:
    """As if the program that draws had a hole: no request, no other page, no window."""
    page.evaluate(SHOW, hostile_pdf())
    expect(page.frame_locator("dialog iframe").locator("main")).to_have_count(1)
    inside, got = page.frames[-1], list[str]()
    page.context.on("response", lambda response: got.append(response.url))
    page.context.on("page", lambda other: got.append(other.url))
    assert inside.evaluate("fetch('/?leak').then(() => 1, () => 0)") == 0
    link = "document.body.appendChild(Object.assign(document.createElement('a'), { href: '/?leak', target: '_top' }))"
    tries = ("new Image().src = '/?leak'", "window.open('/?leak')", "top.location = '/?leak'", f"{link}.click()")
    for one in tries:
        inside.evaluate(f"() => {{ try {{ {one} }} catch {{}} }}")
    page.wait_for_timeout(500)
    assert [url for url in got if "leak" in url] == []
    assert page.url.rstrip("/") == school.address


def test_what_is_no_pdf_says_so(page: Page) -> None:
    page.evaluate(SHOW, "<!doctype html><script>parent.ran = true</script>")
    dialog = page.get_by_role("dialog", name="schoolgids.pdf")
    expect(dialog.get_by_text("kan hier niet getoond worden")).to_be_visible(timeout=30_000)
    assert page.evaluate("window.ran ?? null") is None
    assert (findings(page), fits(page)) == ([], True)


def test_the_program_that_draws_comes_only_when_a_pdf_is_opened(page: Page) -> None:
    asked = list[str]()
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[1]))
    page.reload()
    expect(page.get_by_label("Inlognaam")).to_be_visible()
    assert not {"pdf.js", "pdf-worker.js", "preview.html"} & {*asked}
    page.evaluate(SHOW, hostile_pdf())
    expect(page.get_by_text("1 bladzijde")).to_be_visible(timeout=30_000)
    assert {"pdf.js", "pdf-worker.js", "preview.html"} <= {*asked}


@pytest.mark.skipif(shutil.which(FIREFOX) is None, reason=f"apt-get install {FIREFOX}")
def test_it_is_drawn_in_firefox(school: School, tmp_path: Path) -> None:
    firefox = Firefox(tmp_path, {"intl.accept_languages": "nl"})
    try:
        firefox.goto(school.address)
        script = COUNTED.replace("SHOW", SHOW).replace("TEXT", repr(hostile_pdf()))
        assert firefox.run(script) in ("1 bladzijde", "1 page")
    finally:
        firefox.close()
