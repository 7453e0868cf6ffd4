"""The OpenAPI document is true to the routes, and no route is without an access rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from openapi_spec_validator import validate

from server.openapi import PREFIXES, document
from server.problems import PROBLEMS
from server.wire import PEER, PERSON, PUBLIC, Operation
from tests.server.school import TestSchool, open_school

AWAY = "/api/away/<host>/…"
"""How the protocol names all that people of a linked school may call through their own."""

SAFE = {"HEAD", "OPTIONS"}


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    """A server before its founding."""
    opened = open_school(tmp_path / "data")
    yield opened
    opened.store.close()


def operations(app: Flask) -> Iterator[tuple[str, str, Operation | None]]:
    """(path, method, declaration) of every route."""
    for rule in app.url_map.iter_rules():
        for method in (rule.methods or set()) - SAFE:
            yield rule.rule, method, getattr(app.view_functions[rule.endpoint], "operation", None)


def test_every_route_declares_who_may_call_it(school: TestSchool) -> None:
    for path, method, operation in operations(school.app):
        assert operation is not None, path
        assert operation.access in (PUBLIC, PERSON, PEER), path
        assert (operation.path, operation.method) == (path, method)


def test_a_route_without_a_declaration_is_never_run(school: TestSchool) -> None:
    school.app.add_url_rule("/api/forgotten", view_func=lambda: "secret")
    answer = school.browser().ask("GET", "/api/forgotten")
    assert (answer.status_code, b"secret" in answer.data) == (404, False)


def test_every_route_of_the_interface_is_described(school: TestSchool) -> None:
    paths = document(school.app)["paths"]
    for path, method, operation in operations(school.app):
        if not path.startswith(PREFIXES) or operation is None:
            continue
        described = paths[re.sub(r"<(\w+)>", r"{\1}", path)][method.lower()]
        assert described["summary"], path
        assert ("requestBody" in described) == (operation.takes is not None)
        assert ("security" in described) == (operation.access == PERSON)
        assert [one["name"] for one in described["parameters"] if one["in"] == "path"] == re.findall(r"<(\w+)>", path)


def test_whatever_takes_or_gives_something_says_what(school: TestSchool) -> None:
    bare = {path for path, method, one in operations(school.app)
            if one and path.startswith(PREFIXES) and one.gives is None and method in ("GET", "POST")}  # fmt: skip
    assert bare == {"/api/openapi.json"}
    takes = {
        path for path, method, one in operations(school.app) if one and method in ("POST", "PUT") and not one.takes
    }
    assert takes == set()


def test_the_document_is_valid_openapi(school: TestSchool) -> None:
    served = school.browser().ask("GET", "/api/openapi.json").json
    assert served == document(school.app)
    validate(served)


def test_every_problem_a_route_names_exists(school: TestSchool) -> None:
    for path, _, operation in operations(school.app):
        assert operation is not None
        assert set(operation.problems) <= PROBLEMS.keys(), path


def test_the_protocol_and_the_routes_name_the_same_paths(school: TestSchool) -> None:
    text = (Path(__file__).parents[1] / "docs" / "protocol.md").read_text()
    table = text.split("## 11. HTTP")[1]
    told = {re.sub(r"<\w+>", "<>", path) for path in re.findall(r"`(/(?:api|\.well-known)[^`? ]*)", table)}
    served = {path for path, _, _ in operations(school.app) if path.startswith(PREFIXES)}
    routes = {re.sub(r"<\w+>", "<>", AWAY if path.startswith("/api/away/") else path) for path in served}
    assert told == routes


def test_every_type_is_in_the_document(school: TestSchool) -> None:
    schemas: dict[str, Any] = document(school.app)["components"]["schemas"]
    for _, _, operation in operations(school.app):
        for kind in (operation.takes, operation.gives) if operation else ():
            assert kind in (None, bytes) or kind.__name__ in schemas
