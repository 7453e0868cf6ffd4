"""How long a parent looks at nothing: the start of the browser client on a cheap phone, against a page that only loads
libsodium on the same phone.

Chromium with a phone's screen, a processor four times slower and slow 4G (1.6 Mbit/s, 150 ms), all by its own
developer tools. Cold: a browser that was never here, until the sign-in form is visible. Warm: a parent who is signed
in, files and records kept, until the first post is visible. The clock is the page's own, from the start of the
navigation. Both sides come over HTTP/1.1 without TLS, from the same gunicorn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from bench.phone import Phone
from bench.rows import Row, take_turns
from bench.school import Running, open_copy, serve_bare, template

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
SCREEN = ViewportSize(width=360, height=740)
FORM, POST, BARE = "form input", "article.post", "h1"
ROUNDS = 5


def measure() -> list[Row]:
    """Milliseconds of cold and warm starts, and the bytes of a cold one by kind."""
    with open_copy("client") as server, serve_bare() as bare, _browser() as browser:
        cold = take_turns({"ours": lambda: _cold(browser, server, FORM)[0],
                           "bare": lambda: _cold(browser, bare, BARE)[0]}, ROUNDS)  # fmt: skip
        ours, theirs = _cold(browser, server, FORM)[1], _cold(browser, bare, BARE)[1]
        with _signed_in(browser, server) as here, _visited(browser, bare) as there:
            warm = take_turns({"ours": lambda: _start(here, server, POST)[0],
                               "bare": lambda: _start(there, bare, BARE)[0]}, ROUNDS)  # fmt: skip
    against = "a page that only loads libsodium"
    return [
        Row("cold start on a phone, sign-in visible", cold["ours"], cold["bare"], "ms", "lower", against),
        Row("warm start on a phone, first post visible", warm["ours"], warm["bare"], "ms", "lower", against),
        *_bytes(ours, theirs, against),
    ]


def _bytes(ours: Counter[str], theirs: Counter[str], against: str) -> list[Row]:
    """Kilobytes that crossed the network until the form was visible, headers included."""
    rows = [Row("cold start, all", ours.total() / 1000, theirs.total() / 1000, "kB", "lower", against)]
    return rows + [Row(f"cold start, {kind}", size / 1000, None, "kB", "lower") for kind, size in ours.most_common()]


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def _context(browser: Browser) -> BrowserContext:
    return browser.new_context(viewport=SCREEN, device_scale_factor=2, is_mobile=True, has_touch=True, locale="nl-NL")


def _cold(browser: Browser, server: Running, selector: str) -> tuple[float, Counter[str]]:
    """(milliseconds, bytes by kind) of a first visit."""
    context = _context(browser)
    try:
        return _start(context, server, selector)
    finally:
        context.close()


def _start(context: BrowserContext, server: Running, selector: str) -> tuple[float, Counter[str]]:
    page = context.new_page()
    phone = Phone(context, page, server.address)
    taken = phone.visit(selector)
    page.close()
    return taken, phone.bytes


@contextmanager
def _visited(browser: Browser, server: Running) -> Iterator[BrowserContext]:
    """A browser that was on the bare page before."""
    context = _context(browser)
    _start(context, server, BARE)
    yield context
    context.close()


@contextmanager
def _signed_in(browser: Browser, server: Running) -> Iterator[BrowserContext]:
    """A parent's browser that has kept files and records."""
    context = _context(browser)
    page = context.new_page()
    page.goto(server.address)
    who = template().parents[0]
    page.get_by_role("button", name="Wachtwoord vergeten?").click()
    page.get_by_label("Inlognaam").fill(who)
    page.get_by_label("Code van je herstelblad").fill(template().sheets[who])
    page.get_by_role("button", name="Aanmelden").click()
    page.locator(POST).first.wait_for()
    _keep_files(page)
    page.close()
    yield context
    context.close()


def _keep_files(page: Page) -> None:
    """Wait until the service worker holds the page and its files: a second visit goes through it."""
    page.evaluate("navigator.serviceWorker.ready.then(() => 1)")
    page.reload()
    page.locator(POST).first.wait_for()
    page.wait_for_load_state("networkidle")
    kept: Any = page.evaluate("caches.keys().then(([name]) => caches.open(name)).then((one) => one.keys())")
    assert len(kept) > 10
