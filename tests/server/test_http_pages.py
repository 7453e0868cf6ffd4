"""What the browser gets: the client's own files, nothing else."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from server import pages, release
from tests.server.school import TestSchool, code_of

GOOD = ("app.js", "ui/button.js", "lib/sodium.wasm", "small.css")
BAD = (
    ".secret.js", "tests/a.js", "a.test.js", "node_modules/x.js", "package.json", "tsconfig.json", "types.d.ts",
    "lib/x.d.ts", "build.py",
)  # fmt: skip
SCRIPT = "export const answer = 42;\n" * 100


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A client of a few files, good and bad."""
    folder = tmp_path / "webclient"
    for name in GOOD + BAD:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(SCRIPT)
    (folder / "small.css").write_text("a{}")
    (folder / "index.html").write_text("<!doctype html><title>Kring</title>")
    (tmp_path / "outside.js").write_text(SCRIPT)
    (folder / "link.js").symlink_to(tmp_path / "outside.js")
    monkeypatch.setattr(pages, "FOLDER", folder)
    return folder


@pytest.mark.parametrize("path", ["/", "/join", "/nieuws/abc", "/found", "/index.html"])
def test_an_address_of_the_app_gets_the_start_page(school: TestSchool, client: Path, path: str) -> None:
    answer = school.browser().ask("GET", path)
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    assert "<title>Kring" in answer.text


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/app.js", "text/javascript"), ("/ui/button.js", "text/javascript"), ("/lib/sodium.wasm", "application/wasm")],
)
def test_a_file_of_the_client_is_served_as_it_is(school: TestSchool, client: Path, path: str, kind: str) -> None:
    answer = school.browser().ask("GET", path)
    assert (answer.status_code, answer.mimetype, answer.text) == (200, kind, SCRIPT)


@pytest.mark.parametrize(
    "path",
    [
        *BAD, "link.js", "nothing.js", "../outside.js", "ui/../../outside.js", "%2e%2e/outside.js", "ui//button.js",
        "app.js%00", "api/app.js", "api", "feed/x", ".well-known/x",
    ],
)  # fmt: skip
def test_nothing_else_is_served(school: TestSchool, client: Path, path: str) -> None:
    answer = school.browser().ask("GET", f"/{path}")
    assert code_of(answer) == "not-found"


def test_a_file_travels_compressed(school: TestSchool, client: Path) -> None:
    answer = school.browser().ask("GET", "/app.js", Accept_Encoding="gzip, br")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.data).decode() == SCRIPT
    assert len(answer.data) < len(SCRIPT) / 10
    assert "Accept-Encoding" in answer.headers["Vary"]


def test_what_is_small_is_not_compressed(school: TestSchool, client: Path) -> None:
    assert "Content-Encoding" not in school.browser().ask("GET", "/small.css", Accept_Encoding="gzip").headers


@pytest.mark.parametrize("accept", ["gzip", "identity"])
def test_a_file_that_the_browser_has_is_not_sent_again(school: TestSchool, client: Path, accept: str) -> None:
    browser = school.browser()
    tag = browser.ask("GET", "/app.js", Accept_Encoding=accept).headers["ETag"]
    answer = browser.ask("GET", "/app.js", Accept_Encoding=accept, If_None_Match=tag)
    assert (answer.status_code, answer.data) == (304, b"")


def test_an_edited_file_is_a_new_one(school: TestSchool, client: Path) -> None:
    browser = school.browser()
    tag = browser.ask("GET", "/app.js").headers["ETag"]
    (client / "app.js").write_text("changed")
    answer = browser.ask("GET", "/app.js", If_None_Match=tag)
    assert (answer.status_code, answer.text) == (200, "changed")


def test_files_are_asked_for_again_each_time(school: TestSchool, client: Path) -> None:
    assert school.browser().ask("GET", "/app.js").headers["Cache-Control"] == "no-cache"


def test_what_the_start_page_names_is_served() -> None:
    named = re.findall(r'(?:href|src)="/([^"]+)"', (pages.FOLDER / "index.html").read_text())
    ours = [path for path in named if not path.startswith("lib/")]  # which set-up fills
    assert len(ours) > 10
    assert [path for path in ours if pages.find_file(path) is None] == []


def test_the_words_of_the_first_language_come_with_the_start_page() -> None:
    known = re.search(r'LANGUAGES = \["(\w+)"', (pages.FOLDER / "ui" / "words.js").read_text())
    assert known is not None
    asked = f'<link rel="preload" href="/locales/{known[1]}.ftl" as="fetch" crossorigin />'
    assert asked in (pages.FOLDER / "index.html").read_text()


def test_the_release_names_all_that_the_app_needs() -> None:
    """Whatever the browser asks for at a start is on the list, in both languages; what is needed seldom is not."""
    files = release.app_files(pages.FOLDER, packed=False)
    assert {"index.html", "app.js", "locales/nl.ftl", "locales/en.ftl", "css/tokens.css"} <= {*files}
    seldom = {"lib/zxcvbn.js", "lib/pdf.js", "lib/pdf-worker.js", "preview.html", "preview.js"}
    assert not ({"parts.html", "parts.js", "sw.js", "build.py"} | seldom) & {*files}
    assert [path for path in files if pages.find_file(path) is None] == []
    text = release.release_js(pages.FOLDER, packed=False)
    assert '"/crypto/envelope.js"' in text
    assert '"/"' in text


def test_the_pack_is_the_same_app_in_few_files(school: TestSchool) -> None:
    files = release.app_files(pages.FOLDER)
    assert {"pack/index.html", "pack/app.js", "pack/all.js", "pack/style.css", "locales/nl.ftl"} <= {*files}
    assert len(files) < 40
    assert not any("zxcvbn" in path or "jsqr" in path for path in files)
    assert [path for path in files if pages.find_file(path) is None] == []
    assert b"/pack/app.js" in school.browser().ask("GET", "/").data
    assert '"/pack/app.js"' in school.browser().ask("GET", "/release.js").text


@pytest.mark.parametrize("change", [Path.unlink, lambda path: path.write_text("// another")])
def test_a_pack_of_other_files_is_not_served(tmp_path: Path, change: Callable[[Path], object]) -> None:
    """Whoever edits a file sees that file, packed again or not."""
    for name in ("index.html", "app.js", "pack/index.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    made = {name: sha256(name.encode()).hexdigest() for name in ("index.html", "app.js")}
    (tmp_path / "pack" / ".packed").write_text(json.dumps(made))
    assert release.start_page(tmp_path) == "pack/index.html"
    change(tmp_path / "app.js")
    assert release.start_page(tmp_path) == "index.html"


def test_a_changed_file_is_another_release(tmp_path: Path) -> None:
    (tmp_path / "locales").mkdir()
    (tmp_path / "index.html").write_text('<script type="module" src="/app.js"></script>')
    (tmp_path / "app.js").write_text('import { a } from "./a.js";import("./seldom.js");')
    (tmp_path / "a.js").write_text("export const a = 1;")
    (tmp_path / "seldom.js").write_text("")
    before = release.release_js(tmp_path)
    (tmp_path / "seldom.js").write_text("// not part of it")
    assert release.release_js(tmp_path) == before
    (tmp_path / "a.js").write_text("export const a = 2;")
    assert release.release_js(tmp_path) != before
    assert release.app_files(tmp_path) == ["a.js", "app.js", "index.html"]
