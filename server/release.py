"""The release: which files make up the app, and one name for exactly their bytes.

The service worker imports it (`/release.js`). A browser that finds other bytes there knows of a new version and
fetches its files in the background; it opens from what it keeps, and nothing waits for the network.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from crypto.digest import H
from crypto.encoding import b64, lp

START = "index.html"
ENTRIES = ("app.js", "modules/all.js")
"""What the start page runs, and what it loads once somebody is signed in."""
PACK = "pack"
"""The folder with the same, joined at set-up into a few files (`webclient/build.py`)."""
PACKED_ENTRIES = (f"{PACK}/app.js", f"{PACK}/all.js")
_PURPOSE = "kring1.server.release"
_IMPORT = re.compile(r"""(?:^|[;}])\s*(?:import|export)\b[^"'();]*?["'](\.[^"']+)["']""", re.MULTILINE)
_WORKER = re.compile(r"""new URL\("(\./[^"]+\.worker\.js)", import\.meta\.url\)""")
_NAMED = re.compile(r"""(?:href|src)="/([^"#?]+\.[a-z0-9]+)\"""")
_URL = re.compile(r"""url\(["']?([^"')]+)["']?\)""")


def release_js(folder: Path, packed: bool = True) -> str:
    """The module `/release.js` for the client in `folder`."""
    state = tuple(sorted((str(path), path.stat().st_mtime_ns) for path in _all(folder)))
    return _release(folder, packed, state)


def start_page(folder: Path, packed: bool = True) -> str:
    """The page the app starts with: of the pack, if that was made of exactly the files that lie in `folder` now."""
    made = folder / PACK / ".packed"
    if not packed or not made.is_file():
        return START
    sources = _sources(made, made.stat().st_mtime_ns)
    fresh = all(_has(folder / path, digest) for path, digest in sources.items())
    return f"{PACK}/{START}" if fresh else START


def app_files(folder: Path, packed: bool = True) -> list[str]:
    """The files the app needs, as paths below `folder`: what the start page names, what that imports, all words."""
    start = start_page(folder, packed)
    entries = ENTRIES if start == START else PACKED_ENTRIES
    page = (folder / start).read_text("utf-8")
    found = {start, *_NAMED.findall(page), *(path for entry in entries for path in _modules(folder, entry))}
    found |= {str(path.relative_to(folder)) for path in (folder / "locales").glob("*.ftl")}
    for style in [path for path in found if path.endswith(".css")]:
        found |= set(_linked(folder, style, _URL.findall((folder / style).read_text("utf-8"))))
    return sorted(path for path in found if (folder / path).is_file())


@lru_cache(maxsize=4)
def _sources(made: Path, changed: int) -> dict[str, str]:
    """The hash of each file that a pack was made of; `changed` makes another pack a new one."""
    found: dict[str, str] = json.loads(made.read_text("utf-8"))
    return found


def _has(path: Path, digest: str) -> bool:
    try:
        state = path.stat()
    except OSError:
        return False
    return _sha256(path, state.st_mtime_ns, state.st_size) == digest


@lru_cache(maxsize=2048)
def _sha256(path: Path, changed: int, size: int) -> str:
    """Of a file's bytes; `changed` and `size` make an edited file a new one."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _all(folder: Path) -> Iterable[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and "node_modules" not in path.parts)


@lru_cache(maxsize=4)
def _release(folder: Path, packed: bool, state: tuple[tuple[str, int], ...]) -> str:
    files = app_files(folder, packed)
    bytes_of = (part for path in files for part in (path.encode(), (folder / path).read_bytes()))
    name = b64(H(_PURPOSE, lp(*bytes_of)))[:22]
    paths = ["/" if path.endswith(START) else f"/{path}" for path in files]
    return f"export const RELEASE = {json.dumps(name)};\nexport const FILES = {json.dumps(paths)};\n"


def _modules(folder: Path, path: str) -> set[str]:
    """A module, all that it imports and the workers it starts; what is imported only when it is needed stays out."""
    found, waiting = set[str](), [path]
    while waiting:
        one = waiting.pop()
        if one not in found and (folder / one).is_file():
            found.add(one)
            text = (folder / one).read_text("utf-8")
            waiting += _linked(folder, one, [*_IMPORT.findall(text), *_WORKER.findall(text)])
    return found


def _linked(folder: Path, origin: str, targets: Iterable[str]) -> list[str]:
    home = (folder / origin).parent
    paths = ((folder / one[1:] if one.startswith("/") else home / one).resolve() for one in targets)
    return [str(path.relative_to(folder.resolve())) for path in paths if path.is_relative_to(folder.resolve())]
