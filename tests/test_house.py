"""How the house is built: which way imports point, how long a file and a function may be, what files are called."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

HOME = Path(__file__).parent.parent
LAYERS = ("crypto", "sync", "server")
"""Each may import those before it."""
FILES = sorted(path.relative_to(HOME) for layer in LAYERS for path in (HOME / layer).rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION = 300, 40
EMPTY_NAMES = {"util", "utils", "helper", "helpers", "manager", "managers", "common", "misc", "stuff", "tools"}
REASON = "Longer than 300 lines because"
"""What the docstring of a longer file says."""


def tree(path: Path) -> ast.Module:
    """A parsed file."""
    return ast.parse((HOME / path).read_text("utf-8"))


def module(path: Path) -> str:
    """The name under which a file is imported."""
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(path: Path) -> Iterator[str]:
    """The modules of ours that a file imports, also inside functions."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in MODULES else node.module for name in names)


MODULES = {module(path) for path in FILES}


def test_there_is_a_house() -> None:
    assert {path.parts[0] for path in FILES} == set(LAYERS)


@pytest.mark.parametrize("path", FILES, ids=str)
def test_imports_point_down(path: Path) -> None:
    above = LAYERS[LAYERS.index(path.parts[0]) + 1 :]
    assert [name for name in imported(path) if name.split(".")[0] in above] == []


def test_a_class_has_its_look_from_one_file() -> None:
    """But for paper, which changes what is on a screen: two modules with one name would change each other."""
    found: dict[str, set[str]] = {}
    for path in (HOME / "webclient" / "css").glob("*.css"):
        text = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
        selectors = {one.strip() for group in re.findall(r"([^{}]+)\{", text) for one in group.split(",")}
        for name in filter(re.compile(r"\.[\w-]+").fullmatch, selectors):
            found.setdefault(name, set()).add(path.name)
    assert {name: sorted(files) for name, files in found.items() if len(files - {"print.css"}) > 1} == {}


def test_no_import_goes_round() -> None:
    wanted = {module(path): {name for name in imported(path) if name in MODULES} - {module(path)} for path in FILES}
    while free := {name for name, needs in wanted.items() if not needs & wanted.keys()}:
        wanted = {name: needs for name, needs in wanted.items() if name not in free}
    assert wanted == {}


@pytest.mark.parametrize("path", FILES, ids=str)
def test_imports_stand_at_the_top(path: Path) -> None:
    functions = [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    within = (node for one in functions for node in ast.walk(one))
    inside = [node.lineno for node in within if isinstance(node, ast.Import | ast.ImportFrom)]
    assert inside == []


@pytest.mark.parametrize("path", FILES, ids=str)
def test_functions_are_short(path: Path) -> None:
    functions = [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {one.name: (one.end_lineno or 0) - one.lineno + 1 for one in functions}
    assert {name: lines for name, lines in long.items() if lines > LONGEST_FUNCTION} == {}


@pytest.mark.parametrize("path", FILES, ids=str)
def test_files_are_short_or_say_why_not(path: Path) -> None:
    lines = len((HOME / path).read_text("utf-8").splitlines())
    assert lines <= LONGEST_FILE or REASON in (ast.get_docstring(tree(path)) or ""), f"{lines} lines"


@pytest.mark.parametrize("path", FILES, ids=str)
def test_files_say_what_they_are(path: Path) -> None:
    assert ast.get_docstring(tree(path))
    assert not set(path.with_suffix("").parts) & EMPTY_NAMES


def test_the_browsers_files_have_the_same_names() -> None:
    """`sync/batch.py` is `webclient/sync/batch.js`: whoever knows one side finds the other."""
    browser = {path.stem for path in (HOME / "webclient" / "sync").glob("*.js")}
    rules = {path.stem for path in (HOME / "sync").glob("*.py")} - {"__init__", "messages"}
    assert rules <= browser, "the browser keeps the same rules under the same names"
    crypto = {path.stem for path in (HOME / "crypto").glob("*.py")} - {"__init__"}
    assert crypto <= {path.stem for path in (HOME / "webclient" / "crypto").glob("*.js")}
