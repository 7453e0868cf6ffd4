"""Everything that one person can get out of the server: the bytes of all answers to all that may be asked."""

from __future__ import annotations

import json

from sync.client.session import Session
from tests.server.school import browser_of
from tests.stories.cast import Regenboog

PLAIN = ("/api/session", "/api/devices", "/api/openapi.json", "/.well-known/kring")


def everything(regenboog: Regenboog, session: Session | None) -> str:
    """The text of all answers, read from the beginning; `session` None is an outsider."""
    browser = browser_of(session) if session else regenboog.school.browser()
    found = [browser.ask("GET", path).text for path in PLAIN]
    found += _stream(browser)
    for circle in _circles(regenboog):
        for path in (f"/api/circles/{circle}/past", f"/api/circles/{circle}/readers"):
            found.append(browser.ask("GET", path).text)
    return "\n".join(found)


def _stream(browser: object) -> list[str]:
    pages, cursor = [], ""
    while True:
        answer = browser.ask("GET", f"/api/sync?cursor={cursor}")  # type: ignore[attr-defined]
        pages.append(answer.text)
        page = json.loads(answer.text)
        if answer.status_code != 200 or page["done"]:
            return pages
        cursor = page["cursor"]


def _circles(regenboog: Regenboog) -> list[str]:
    """Every circle that there is, as the server itself knows."""
    rows = regenboog.school.store.read(lambda connection: connection.execute("SELECT id FROM circle").fetchall())
    return [row[0] for row in rows]
