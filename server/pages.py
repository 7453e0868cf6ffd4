"""What the browser runs: the files of `webclient/`, and the start page for every address of the app.

Invariants: only kinds of files on the list, only from that folder, nothing hidden, no tests, no packages; what
somebody uploaded is never served here. A file is compressed once; a browser that has it gets 304.
"""

from __future__ import annotations

import gzip
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from flask import Response, request

from crypto.digest import H
from crypto.encoding import b64
from server.errors import Problem
from server.headers import APART
from server.release import release_js, start_page
from server.site import site
from server.wire import PUBLIC, Operation, Routes

routes = Routes("pages", __name__)
FOLDER = Path(__file__).resolve().parent.parent / "webclient"
KINDS = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".ftl": "text/plain; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
    ".wasm": "application/wasm",
    ".png": "image/png",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
_PACKED = (".png", ".webp", ".woff2")
_PART = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
_HIDDEN = ("node_modules", "tests")
_RESERVED = ("api", ".well-known", "feed", "problems")
_PURPOSE = "kring1.server.page"
_SMALLEST = 512


@dataclass(frozen=True)
class _File:
    plain: bytes
    packed: bytes
    kind: str
    tag: str


@routes.serve(Operation("GET", "/", PUBLIC, kind="text/html"))
def start() -> Response:
    """The app's start page."""
    return _serve(_seen(start_page))


@routes.serve(Operation("GET", "/release.js", PUBLIC, kind="text/javascript"))
def release() -> Response:
    """Which files make up this version of the app; the service worker imports it."""
    response = Response(_seen(release_js), content_type=KINDS[".js"])
    response.headers["Cache-Control"] = "no-cache"
    return response


@routes.serve(Operation("GET", "/<path:path>", PUBLIC, kind="*/*"))
def page(path: str) -> Response:
    """A file of the client, or the start page for an address of the app."""
    parts = path.split("/")
    if parts[0] in _RESERVED:
        raise Problem("not-found")
    return _serve(path if "." in parts[-1] else _seen(start_page))


def find_file(path: str) -> Path | None:
    """The file to serve for a path inside the client's folder; None if it is not one of ours to give."""
    parts = path.split("/")
    kind = Path(parts[-1]).suffix
    if kind not in KINDS or ".test." in parts[-1] or parts[-1].endswith((".d.ts", ".config.js")):
        return None
    if any(part in _HIDDEN or not _PART.fullmatch(part) for part in parts):
        return None
    found = FOLDER.joinpath(*parts)
    return found if found.is_file() and found.resolve().is_relative_to(FOLDER) else None


def _seen(look: Callable[[Path, bool], str]) -> str:
    return _looked(look, FOLDER, site().config.server.packed, int(time.monotonic()))


@lru_cache(maxsize=4)
def _looked(look: Callable[[Path, bool], str], folder: Path, packed: bool, second: int) -> str:
    """What a look at all files of the client says: one look a second, however many ask."""
    return look(folder, packed)


def _serve(path: str) -> Response:
    found = find_file(path)
    if found is None:
        raise Problem("not-found")
    state = found.stat()
    file = _load(found, state.st_mtime_ns, state.st_size)
    packed = bool(file.packed) and request.accept_encodings.quality("gzip") > 0
    response = Response(file.packed if packed else file.plain, content_type=file.kind)
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Vary"] = "Accept-Encoding"
    response.headers.update(APART.get(path, {}))
    if packed:
        response.headers["Content-Encoding"] = "gzip"
    response.set_etag(file.tag + ("-z" if packed else ""))
    response.make_conditional(request)
    return response


@lru_cache(maxsize=1024)
def _load(path: Path, changed: int, size: int) -> _File:
    """A file's bytes, compressed as well; `changed` and `size` make an edited file a new one."""
    plain = path.read_bytes()
    worth = path.suffix not in _PACKED and len(plain) >= _SMALLEST
    packed = gzip.compress(plain, 9, mtime=0) if worth else b""
    return _File(plain, packed, KINDS[path.suffix], b64(H(_PURPOSE, plain))[:22])
