"""The documents don't lie: what they name exists, and what the screen says is what they quote."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from server.cli import main
from sync import roster

ROOT = Path(__file__).resolve().parent.parent
DOCS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "tests").rglob("*.md")])
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
NAMES = [str(doc.relative_to(ROOT)) for doc in DOCS]
MADE = ("webclient/lib/", ".venv", "demo-data", "tests/stories/test_<name>")
"""What set-up and demo make, and what stands for something else."""

_COMMAND = re.compile(r"^(?:\$ )?(?:sudo -u \w+ )?(?:ExecStart=)?(?:\S*/)?kring +(\S.*)$")
_PATH = re.compile(r"`((?:crypto|sync|server|webclient|tests|bench|docs)/[^`\s*…]*)`")
_TEST = re.compile(r"`(tests/[^`:\s]+)::(\w+)`")
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
_STEP = re.compile(r"^\| .* \| `([^`]+\.(?:py|js))` \| `(\w+)` \|$", re.MULTILINE)


def code_of(text: str) -> Iterator[str]:
    """Every line in a code block, and every piece of code in a sentence."""
    for block in re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        yield from (line.strip() for line in block.splitlines())
    yield from re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))


def commands(text: str) -> list[list[str]]:
    """The words after `kring` wherever a document calls it."""
    found = (_COMMAND.match(code) for code in code_of(text))
    return [shlex.split(match[1], comments=True) for match in found if match]


def unknown_words(words: list[str]) -> list[str]:
    """The sub-commands and options among `words` that the command line does not have."""
    command: click.Command = main
    while isinstance(command, click.Group) and words and words[0] in command.commands:
        command, words = command.commands[words[0]], words[1:]
    options = {option for param in command.params for option in (*param.opts, *param.secondary_opts)} | {"-h", "--help"}
    lost = words[:1] if isinstance(command, click.Group) and words and words[0] not in options else []
    return lost + [word for word in words if word.startswith("-") and word.split("=")[0] not in options]


def words_of(language: str) -> dict[str, str]:
    """Key -> text of a locale, each on one line."""
    text = (ROOT / "webclient" / "locales" / f"{language}.ftl").read_text()
    return dict(re.findall(r"^([a-z0-9-]+) = (.+(?:\n +.+)*)$", text, re.MULTILINE))


@pytest.mark.parametrize("doc", DOCS, ids=NAMES)
def test_every_command_and_option_exists(doc: Path) -> None:
    assert [unknown_words(words) for words in commands(doc.read_text()) if unknown_words(words)] == []


def test_commands_are_found_and_lies_noticed() -> None:
    text = "`kring fly`\n```sh\n.venv/bin/kring serve --wings   # up\nkring roster import a.csv --dry-run\n```"
    assert [unknown_words(words) for words in commands(text)] == [["--wings"], [], ["fly"]]


def test_the_readme_names_every_command() -> None:
    named = {words[0] for words in commands((ROOT / "README.md").read_text())}
    assert named - {"--help"} == set(main.commands)


@pytest.mark.parametrize("doc", DOCS, ids=NAMES)
def test_every_link_leads_somewhere(doc: Path) -> None:
    links = [link.split("#")[0] for link in _LINK.findall(doc.read_text()) if "://" not in link]
    assert [link for link in links if link and not (doc.parent / link).exists()] == []


def test_every_picture_of_the_readme_is_there_and_says_what_it_shows() -> None:
    pictures = _PICTURE.findall((ROOT / "README.md").read_text())
    assert [path for words, path in pictures if not words or not (ROOT / path).exists()] == []


@pytest.mark.parametrize("doc", DOCS, ids=NAMES)
def test_every_file_exists(doc: Path) -> None:
    paths = [path.split("::")[0] for path in _PATH.findall(doc.read_text())]
    paths = [path for path in paths if not path.startswith(MADE) and "<" not in path]
    assert [path for path in paths if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("doc", DOCS, ids=NAMES)
def test_every_test_exists_and_is_not_known_to_fail(doc: Path) -> None:
    named = _TEST.findall(doc.read_text())
    assert [name for path, name in named if f"def {name}(" not in (ROOT / path).read_text()] == []
    failing = [re.search(rf"xfail[^\n]*\ndef {name}\(", (ROOT / path).read_text()) for path, name in named]
    assert not any(failing), "a test that is known to fail shows nothing"


@pytest.mark.parametrize("doc", DOCS, ids=NAMES)
def test_every_make_target_exists(doc: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = {code.split()[1] for code in code_of(doc.read_text()) if re.match(r"make [a-z]", code)}
    assert named - targets == set()


@pytest.mark.parametrize("doc", DOCS, ids=NAMES)
def test_documents_stand_alone(doc: Path) -> None:
    assert "../shared" not in doc.read_text()


def test_every_step_of_a_news_item_is_a_real_function() -> None:
    steps = _STEP.findall((ROOT / "ARCHITECTURE.md").read_text())
    assert len(steps) > 10
    assert [step for step in steps if not re.search(rf"\b{step[1]}\(", (ROOT / step[0]).read_text())] == []


def test_every_folder_with_code_stands_in_the_tree() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text()
    folders = ["crypto", "sync", "sync/modules", "sync/client", "server", "server/store", "tests", "bench", "docs"]
    folders += [f"webclient/{name}" for name in ("crypto", "sync", "ui", "modules", "css", "icons", "locales", "lib")]
    assert [folder for folder in folders if f"`{folder}/`" not in text] == []


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))


@pytest.mark.parametrize("path", DECISIONS, ids=[path.name for path in DECISIONS])
def test_a_decision_is_short_and_has_its_three_parts(path: Path) -> None:
    lines = path.read_text().splitlines()
    assert len(lines) <= 40
    assert lines[0].startswith(f"# {int(path.name[:4])}. ")
    assert [line for line in lines if line.startswith("## ")] == ["## Context", "## Decision", "## Consequences"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_office_guide_speaks_the_words_of_the_screen(language: str) -> None:
    dutch, english = (ROOT / "docs" / "office.md").read_text().split("# For the office")
    screen = "\n".join(words_of(language).values())
    bold = set(re.findall(r"\*\*([^*]+)\*\*", dutch if language == "nl" else english))
    shown = {text: re.escape(text).replace("…", r".+") for text in bold}
    assert len(bold) > 20
    assert [text for text, pattern in shown.items() if not re.search(pattern, screen)] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_boards_guide_speaks_the_words_of_the_screen(language: str) -> None:
    dutch, english = (ROOT / "docs" / "board.md").read_text().split("# For the board\n")
    screen = words_of(language).values()
    bold = set(re.findall(r"\*\*([^*]+)\*\*", dutch if language == "nl" else english))
    assert len(bold) > 10
    assert [text for text in bold if text not in screen] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_roster_page_quotes_every_problem(language: str) -> None:
    page, words = (ROOT / "docs" / "roster.md").read_text(), words_of(language)
    problems = {key: text for key, text in words.items() if re.match(r"(roster-problem|error-roster)-", key)}
    assert len(problems) == 11
    rows = [(key.split("-", 2)[2], text) for key, text in problems.items()]
    assert [code for code, text in rows if not re.search(rf"^\| `{code}` \|.*{re.escape(text)} \|", page, re.M)] == []


def test_the_roster_page_names_every_column() -> None:
    page = (ROOT / "docs" / "roster.md").read_text()
    named = [name for names in (*roster._COLUMNS.values(), *roster._GUARDIAN.values()) for name in names]
    assert [name for name in named if f"`{name}`" not in page] == []


def test_the_roster_page_names_every_reason() -> None:
    page, source = (ROOT / "docs" / "roster.md").read_text(), Path(roster.__file__).read_text()
    reasons = set(re.findall(r'_BadRow\([^,]+, "([a-z-]+)"', source)) | set(roster._SENTENCES)
    assert len(reasons) == 11
    assert [reason for reason in reasons if f"`{reason}`" not in page] == []


def test_every_term_of_the_glossary_stands_in_order() -> None:
    terms = re.findall(r"^\| \*\*([^*]+)\*\*", (ROOT / "docs" / "glossary.md").read_text(), re.MULTILINE)
    assert terms == sorted(terms)
