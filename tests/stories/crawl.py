"""Everything an actor can get: each route that answers a question, filled in with every id there is, and their copy.

The routes come from the application itself, so a new one is crawled without anybody thinking of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import product

from werkzeug.routing import Rule

from sync.client.session import Session
from tests.server.school import Browser, browser_of
from tests.stories.cast import Regenboog

SKIPPED = ("live", "static")
"""What is no plain question: a socket."""
STRANGER = "a stranger"


def opened(regenboog: Regenboog) -> dict[str, str]:
    """What each actor's own copy shows after they looked: all bodies as text."""
    found = {}
    for name, session in regenboog.everybody().items():
        session.sync()
        bodies = [item.body for item in session.replica.items.values()]
        found[name] = json.dumps(bodies, ensure_ascii=False)
    return found


def readers(regenboog: Regenboog, *canaries: str) -> dict[str, set[str]]:
    """By canary, the names of those whose copies show it."""
    shown = opened(regenboog)
    return {canary: {name for name, text in shown.items() if canary in text} for canary in canaries}


def wire(regenboog: Regenboog) -> dict[str, bytes]:
    """All that the server answers to each actor, and to a stranger, when asked for everything."""
    actors: dict[str, Session | None] = {**regenboog.everybody(), STRANGER: None}
    return {name: everything(regenboog, session).encode() for name, session in actors.items()}


def everything(regenboog: Regenboog, session: Session | None) -> str:
    """The text of all answers, read from the beginning; `session` None is an outsider."""
    browser: Browser = browser_of(session) if session else regenboog.school.browser()
    found = [browser.ask("GET", path).text for path, _ in _questions(regenboog)]
    return "\n".join([*found, *_stream(browser)])


def _stream(browser: Browser) -> list[str]:
    pages, cursor = [], ""
    while True:
        answer = browser.ask("GET", f"/api/sync?cursor={cursor}")
        pages.append(answer.text)
        page = json.loads(answer.text)
        if answer.status_code != 200 or page["done"]:
            return pages
        cursor = page["cursor"]


def _questions(regenboog: Regenboog) -> Iterator[tuple[str, str]]:
    """(path, route) for every GET route, with every known id in every place."""
    for rule in regenboog.school.app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and not any(word in rule.rule for word in SKIPPED):
            for values in product(*(_values(regenboog, rule, name) for name in sorted(rule.arguments))):
                yield _filled(rule, dict(zip(sorted(rule.arguments), values, strict=True))), rule.rule


def _filled(rule: Rule, values: dict[str, str]) -> str:
    path = rule.rule
    for name, value in values.items():
        path = path.replace(f"<{name}>", value).replace(f"<path:{name}>", value)
    return path


def _values(regenboog: Regenboog, rule: Rule, name: str) -> list[str]:
    if name == "host":
        return ["kring.elders.example"]  # no school is linked here: tests/stories/test_two_schools.py
    if name == "circle" and "host" not in rule.arguments:
        rows = regenboog.school.store.read(lambda store: store.execute("SELECT id FROM circle").fetchall())
        return [row[0] for row in rows]
    return ["A" * 22]  # a locator is known from its paper only
