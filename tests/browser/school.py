"""A real school for browser tests: its own process, port and folder, made by the command line's own parts."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize, expect

from server.founding import make_secret
from server.serve import command, open_engine
from server.setup import prepare
from tests.browser.ports import free_port

PASSWORD = "zonnebloem op het dak 7"
PHONE = ViewportSize(width=360, height=740)
DESK = ViewportSize(width=1280, height=800)


ERRORS: list[str] = []
"""What scripts on open pages broke on, since the running test began."""
_VISITORS: list[BrowserContext] = []
LASTING = """() => {
  const { setTimeout, clearTimeout } = window;
  const held = new Map();
  let last = 0;
  window.setTimeout = (run, wait, ...more) => {
    if (!window.lasting || !(wait >= 2000 && wait <= 7000)) return setTimeout(run, wait, ...more);
    const id = (last -= 1);
    held.set(id, () => held.set(id, setTimeout(run, wait, ...more)));
    return id;
  };
  window.clearTimeout = (id) => (held.has(id) ? (clearTimeout(held.get(id)), held.delete(id)) : clearTimeout(id));
  window.goOn = () => { for (const begin of held.values()) if (typeof begin === "function") begin(); };
}"""


@dataclass
class School:
    """A running server; `secret` is that of its founding link."""

    address: str
    secret: str
    folder: Path
    process: subprocess.Popen[str]

    def stop(self) -> None:
        """Send its visitors home, then end it: an open screen would ask for it until the last test."""
        dismiss()
        kill(self.process)

    def pause(self) -> None:
        """Stop it gracefully, with its visitors looking on."""
        end(self.process)

    def start(self) -> None:
        """Start it again on the same port."""
        self.process = run(self.folder / "config.toml")


def open_school(
    folder: Path,
    *,
    anywhere: bool = True,
    host: str = "127.0.0.1",
    packed: bool = True,
    settings: str = "",
    name: str = "De Regenboog",
) -> School:
    """A school that nobody has founded yet; `anywhere`: a password opens an account in any browser.

    packed: the client as families get it; else its single files, so that a test can reach into the running app.
    """
    port = free_port()
    address = f"http://{host}:{port}"
    config = prepare(folder / "config.toml", name, address, port, demo=anywhere)
    quick = f"[server]\nstop_seconds = 5\npacked = {str(packed).lower()}\n"
    text = (folder / "config.toml").read_text().replace("[server]\n", quick, 1)
    (folder / "config.toml").write_text(text + settings)
    store = open_engine(config)
    secret = make_secret(store)
    store.close()
    return School(address, secret, folder, run(folder / "config.toml"))


def run(config: Path, **more: str) -> subprocess.Popen[str]:
    """Start the server, with more in its environment, and wait for its ready line."""
    with (config.parent / "server.log").open("a") as log:
        env = {**os.environ, **more}
        process = subprocess.Popen(command(config), stdout=subprocess.PIPE, stderr=log, text=True, env=env)
    assert process.stdout is not None
    assert "ready" in process.stdout.readline()
    return process


def end(process: subprocess.Popen[str], how: int = signal.SIGTERM) -> None:
    """Send a signal, and wait until it is gone."""
    process.send_signal(how)
    process.wait(45)
    if process.stdout:
        process.stdout.close()


def kill(process: subprocess.Popen[str]) -> None:
    """kill -9: first who would start another worker, then the worker."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    end(process, signal.SIGKILL)
    for pid in map(int, children):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def visitor(chromium: Browser, size: ViewportSize, *, dark: bool = False, **more: Any) -> BrowserContext:
    """A fresh browser of somebody who speaks Dutch; more: what else it is or can do, as Playwright calls it."""
    scheme = "dark" if dark else "light"
    context = chromium.new_context(viewport=size, locale="nl-NL", color_scheme=scheme, reduced_motion="reduce", **more)
    _VISITORS.append(context)
    return context


def dismiss() -> None:
    """Close the browsers of all visitors, and forget what broke on the way out."""
    while _VISITORS:
        context = _VISITORS.pop()
        if context.browser is not None and context.browser.is_connected():
            context.close()
    ERRORS.clear()


def open_page(context: BrowserContext, address: str) -> Page:
    """A page on which any script error fails the test that runs then."""
    page = context.new_page()
    page.on("pageerror", lambda error: ERRORS.append(str(error)))
    page.goto(address)
    return page


def sign_in(page: Page, name: str, password: str = PASSWORD) -> None:
    """Sign in on the start page and wait for Today."""
    page.get_by_label("Inlognaam").fill(name)
    page.get_by_label("Wachtwoord").fill(password)
    page.get_by_role("button", name="Aanmelden").click()
    page.get_by_role("navigation", name="Hoofdmenu").wait_for()


def screen(chromium: Browser, size: ViewportSize, address: str, name: str) -> Page:
    """Somebody's open screen, signed in."""
    page = open_page(visitor(chromium, size), address)
    sign_in(page, name)
    return page


def screens(chromium: Browser, school: School, people: Iterable[tuple[str, ViewportSize]]) -> dict[str, Page]:
    """Everybody's open screen, signed in."""
    return {name: screen(chromium, size, school.address, name) for name, size in people}


def go(page: Page, name: str) -> None:
    """To a module, by the bar, or on a phone by what stands under More."""
    bar = page.get_by_role("navigation", name="Hoofdmenu")
    bar.get_by_role("link").first.wait_for()
    if bar.get_by_role("link", name=name).count():
        bar.get_by_role("link", name=name).click()
    else:
        bar.get_by_role("link", name="Meer").click()
        page.locator("main").get_by_role("link", name=name).first.click()


@contextmanager
def lasting(page: Page) -> Iterator[None]:
    """What is there for a moment only (6 seconds to undo, 7 of words) stays as long as the test needs it."""
    page.evaluate(f"() => {{ window.goOn ?? ({LASTING})(); window.lasting = true; }}")
    yield
    page.evaluate("() => { window.lasting = false; window.goOn?.(); }")


def press(box: Locator, *, on: bool = True) -> None:
    """Choose it, or no more: check() looks once, right after its click, while what an outbox carries stands later."""
    box.click()
    expect(box).to_be_checked(checked=on)


def only_own_vault(page: Page) -> None:
    """Wait until nothing of another school is kept."""
    page.wait_for_function("indexedDB.databases().then((all) => all.every((one) => one.name === 'kring'))")


def make_login(page: Page, name: str, verb: str) -> None:
    """Fill in a new login and press the button `verb`."""
    page.get_by_label("Inlognaam").fill(name)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name=verb).click()


def keep_paper(page: Page) -> str:
    """Say that the sheet on the screen was kept; returns its code."""
    code = page.get_by_test_id("code").inner_text()
    page.get_by_label("Ik heb dit op papier bewaard").check()
    page.get_by_role("button", name="Verder").click()
    return code


def join(page: Page, address: str, token: str, name: str) -> str:
    """Use a letter as its QR does; returns the recovery code."""
    page.goto("about:blank")
    page.goto(f"{address}/join#{token.replace(' ', '')}")
    make_login(page, name, "Maak mijn account")
    code = keep_paper(page)
    page.get_by_role("navigation", name="Hoofdmenu").wait_for()
    return code
