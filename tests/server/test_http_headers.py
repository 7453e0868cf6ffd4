"""Every answer carries the strict headers, whatever it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.headers import ALWAYS, APART, POLICY, PREVIEW
from tests.server.school import TestSchool, open_school

PATHS = ["/", "/.well-known/kring", "/api/session", "/api/nothing", "/problems/not-found", "/nothing.js"]


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_has_every_header_once(school: TestSchool, path: str) -> None:
    answer = school.browser().ask("GET", path)
    for name, value in ALWAYS:
        assert answer.headers.getlist(name) == [value]


@pytest.mark.parametrize("path", PATHS[1:4])
def test_data_is_never_cached(school: TestSchool, path: str) -> None:
    assert school.browser().ask("GET", path).headers["Cache-Control"] == "no-store"


def test_the_policy_allows_no_inline_script_and_no_other_origin() -> None:
    assert "unsafe-inline" not in POLICY
    assert "'unsafe-eval'" not in POLICY
    assert "http" not in POLICY
    assert POLICY.startswith("default-src 'none'")


def test_https_is_pinned_only_where_it_is_used(school: TestSchool, tmp_path: Path) -> None:
    safe = open_school(tmp_path / "other", origin="https://kring.example")
    assert "Strict-Transport-Security" in safe.browser().ask("GET", "/").headers
    assert "Strict-Transport-Security" not in school.browser().ask("GET", "/").headers
    safe.store.close()


def test_the_page_that_draws_files_has_no_origin_and_no_network(school: TestSchool) -> None:
    """Nothing may be fetched, framed, sent or opened there; and nobody else may put it in a frame."""
    assert school.browser().ask("GET", "/preview.html").headers.getlist("Content-Security-Policy") == [PREVIEW]
    rules = {rule.split()[0]: rule.split()[1:] for rule in PREVIEW.split("; ")}
    assert rules["sandbox"] == ["allow-scripts"]
    assert rules["default-src"] == ["'none'"]
    assert rules["frame-ancestors"] == ["'self'"]
    assert not {"connect-src", "frame-src", "child-src", "object-src", "media-src"} & set(rules)
    assert not {"'unsafe-inline'", "'unsafe-eval'", "allow-same-origin"} & {
        word for rule in rules.values() for word in rule
    }


@pytest.mark.parametrize("path", sorted(APART))
def test_files_with_headers_of_their_own_have_each_of_the_others_once(school: TestSchool, path: str) -> None:
    answer = school.browser().ask("GET", f"/{path}")
    expected = {**dict(ALWAYS), **APART[path]}
    assert {name: answer.headers.getlist(name) for name in expected} == {name: [one] for name, one in expected.items()}
