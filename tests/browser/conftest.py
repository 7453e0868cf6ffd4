"""Fixtures of the tests that drive headless Chromium: the browser, and the repository's files on loopback."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from tests.browser.school import ERRORS, School, open_school

REPOSITORY = Path(__file__).parents[2]
CLIENT = REPOSITORY / "webclient"
CHROMIUM = "/usr/bin/chromium"
SHELL = shutil.which("chromium-headless-shell") or CHROMIUM
"""Chromium without windows, which takes a quarter less of the processor; it shows no notifications."""
expect.set_options(timeout=30_000)  # how long is no finding: two tests share two processors with their servers
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def driver() -> Iterator[Playwright]:
    """What drives browsers: there can be one of it at a time."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(driver: Playwright) -> Iterator[Browser]:
    """One headless Chromium for all tests; each opens a context of its own."""
    browser = driver.chromium.launch(executable_path=SHELL, args=FLAGS)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def telling(driver: Playwright) -> Iterator[Browser]:
    """A Chromium that shows notifications."""
    browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    """A running school that the tests of one file share."""
    opened = open_school(tmp_path_factory.mktemp("school"))
    yield opened
    opened.stop()


@pytest.fixture(autouse=True)
def nothing_broke() -> Iterator[None]:
    """Fails the test in which a script on some page broke."""
    ERRORS.clear()
    yield
    assert not ERRORS


@pytest.fixture(scope="session")
def files() -> Iterator[str]:
    """The address under which the repository's files are served."""
    with _served(REPOSITORY) as address:
        yield address


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Where the client's files are served, without a school or any policy: what does not run here runs nowhere."""
    with _served(CLIENT) as found:
        yield found


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_QuietHandler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


class _QuietHandler(SimpleHTTPRequestHandler):
    """Files as they are, without a line for each."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Say nothing."""
