"""How each part behaves: keyboard, open sheets, phone and desk, light and dark; as plain files, without a school."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.conftest import CLIENT
from tests.browser.school import visitor

pytestmark = pytest.mark.browser

AXE = (CLIENT / "node_modules/axe-core/axe.min.js").read_text()
PHONE = ViewportSize(width=360, height=740)
DESK = ViewportSize(width=1280, height=800)
TOUCH = 44
SIZES = pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
TARGETS = "main :is(.button, .chip, .item, .tabs a, .check, .switch, .readers, .input), .bar a, .brand"
SMALL = """([targets, least]) => [...document.querySelectorAll(targets)].filter((one) => one.checkVisibility())
    .map((one) => [`${one.className} ${one.textContent.trim().slice(0, 30)}`, one.getBoundingClientRect()])
    .filter(([, box]) => box.height < least || box.width < least).map(([name]) => name)"""


def test_the_reader_line_tells_all_and_gives_the_focus_back(chromium: Browser, address: str) -> None:
    page = parts(chromium, address, PHONE)
    line = page.get_by_role("button", name="gezinnen van 3A").first
    line.press("Enter")
    sheet = page.get_by_role("dialog", name="Wie kan dit lezen?")
    expect(sheet.get_by_role("heading", name="Alle 200 plekken")).to_be_visible()
    sheet.get_by_label("Zoek een naam").fill("Hulst 17")
    expect(sheet.locator(".who").last.locator("li")).to_have_count(0)
    sheet.get_by_label("Zoek een naam").fill("Oosterhuis 17")
    expect(sheet.locator(".who").last.locator("li")).to_have_count(11)
    assert findings(page) == []
    page.keyboard.press("Escape")  # empties the search box, as browsers do
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(line).to_be_focused()


def test_many_readers_are_counted_not_listed(chromium: Browser, address: str) -> None:
    page = parts(chromium, address, PHONE)
    expect(page.get_by_role("button", name="Noor, Bram, Mila en nog 9 anderen")).to_be_visible()


def test_a_menu_is_walked_with_the_arrows(chromium: Browser, address: str) -> None:
    page = parts(chromium, address, DESK)
    button = page.get_by_role("button", name="Meer mogelijkheden")
    button.press("Enter")
    expect(page.get_by_role("menuitem", name="Wijzigen")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("menuitem", name="Verwijderen")).to_be_focused()
    assert findings(page) == []
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


KEPT_SLOWLY = """async () => {
  const { html } = await import("/lib/htm.js");
  const { render } = await import("/lib/preact.js");
  const { Switch } = await import("/ui/choice.js");
  const root = document.querySelector("main").appendChild(document.createElement("div"));
  let stands = false;
  const keep = (on) => new Promise((done) => {
    window.answer = (well) => { stands = well ? on : stands; draw(); done(); };
  });
  window.draw = () => render(html`<${Switch} label="Kanarie" on=${stands} onChange=${keep} />`, root);
  draw();
}"""


def test_a_switch_stays_as_it_was_put_until_it_is_known_whether_it_stands(chromium: Browser, address: str) -> None:
    """Also when the screen is drawn again meanwhile, as it is with each change that comes in."""
    page = parts(chromium, address, PHONE)
    page.evaluate(KEPT_SLOWLY)
    switch = page.get_by_role("switch", name="Kanarie")
    switch.click()
    page.evaluate("draw()")
    page.wait_for_timeout(100)  # it is drawn by then; what must not happen can only be waited for
    assert switch.is_checked()
    page.evaluate("answer(false)")
    expect(switch).not_to_be_checked()
    switch.click()
    page.evaluate("answer(true)")
    expect(switch).to_be_checked()
    page.context.close()


def test_a_slash_goes_to_the_search_box_but_not_while_typing(chromium: Browser, address: str) -> None:
    page = parts(chromium, address, DESK)
    page.keyboard.press("/")
    expect(page.get_by_label("Zoek een kind of een groep")).to_be_focused()
    name = page.get_by_label("Inlognaam")
    name.focus()
    page.keyboard.press("/")
    expect(name).to_have_value("/")


def test_a_code_is_grouped_while_it_is_typed(chromium: Browser, address: str) -> None:
    page = parts(chromium, address, PHONE)
    code = page.get_by_label("Code van de brief")
    code.press_sequentially("6x5hq453ze0")
    expect(code).to_have_value("6X5HQ 453ZE 0")
    for key in ("Home", "ArrowRight", "ArrowRight", "Delete", "7"):
        code.press(key)
    expect(code).to_have_value("6X7HQ 453ZE 0")
    assert code.evaluate("(input) => input.selectionStart") == 3


def test_a_toast_offers_the_way_back(chromium: Browser, address: str) -> None:
    page = parts(chromium, address, PHONE)
    page.get_by_role("button", name="Laat een melding zien").click()
    page.get_by_role("button", name="Maak ongedaan").click()
    expect(page.get_by_text("Het staat er weer")).to_be_visible()
    assert findings(page) == []


def test_being_offline_is_said_and_being_online_is_not_shown(chromium: Browser, address: str) -> None:
    page = parts(chromium, address, PHONE)
    state = page.locator(".top .state")
    assert state.inner_text().strip() == "Verbonden"
    expect(state.locator(".dot")).to_have_count(0)
    page.get_by_role("button", name="Zonder verbinding").click()
    expect(state).to_have_text("Geen verbinding")
    expect(state.locator(".dot.off")).to_be_visible()


def test_a_table_becomes_cards_with_the_columns_names(chromium: Browser, address: str) -> None:
    label = '(cell) => getComputedStyle(cell, "::before").content'
    phone, desk = parts(chromium, address, PHONE), parts(chromium, address, DESK)
    assert phone.locator(".table td").first.evaluate(label) == '"Kind"'
    assert desk.locator(".table td").first.evaluate(label) == "none"


def test_list_and_detail_stand_beside_each_other_only_on_a_desk(chromium: Browser, address: str) -> None:
    phone, desk = parts(chromium, address, PHONE), parts(chromium, address, DESK)
    expect(phone.locator(".beside > .over")).to_be_hidden()
    expect(desk.locator(".beside > .over")).to_be_visible()
    expect(desk.locator(".beside > .detail")).to_be_visible()


@SIZES
def test_everything_to_touch_is_large_enough(chromium: Browser, address: str, size: ViewportSize) -> None:
    page = parts(chromium, address, size)
    assert page.evaluate(SMALL, [TARGETS, TOUCH]) == []


@SIZES
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_sheet_has_no_finding(chromium: Browser, address: str, size: ViewportSize, scheme: Any) -> None:
    page = parts(chromium, address, size, scheme)
    page.get_by_role("button", name="Open een blad").click()
    expect(page.get_by_role("heading", name="Daan beter melden?")).to_be_focused()
    assert findings(page) == []
    page.get_by_role("button", name="Sluiten").click()
    assert findings(page) == []


def test_nothing_moves_for_who_wants_it_still(chromium: Browser, address: str) -> None:
    page = parts(chromium, address, PHONE)
    moving = "() => document.getAnimations().filter((one) => one.playState === 'running').length"
    assert page.evaluate(moving) == 0


def test_paper_has_no_buttons_and_no_bar(chromium: Browser, address: str) -> None:
    page = parts(chromium, address, DESK)
    page.emulate_media(media="print")
    for hidden in (".bar", ".top", ".tabs"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator(".letter .qr")).to_be_visible()


def parts(chromium: Browser, address: str, size: ViewportSize, scheme: Any = "light") -> Page:
    """The page of parts, drawn, in Dutch."""
    page = visitor(chromium, size, dark=scheme == "dark").new_page()
    page.goto(f"{address}/parts.html")
    page.get_by_role("heading", name="Alle onderdelen").wait_for()
    return page


def findings(page: Page) -> list[str]:
    """What axe-core finds, in words."""
    page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate("axe.run().then((result) => result.violations)")
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]
