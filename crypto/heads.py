"""The exact fields of everything that is signed, as data; an unknown or missing field is an error.

A field's shape: `id` (32 bytes as base64url), `short` (16 bytes), `id?` (or empty), `text`, `int`, `ids`, `pair`
([place, tip] or empty), `refs` (ids or "self"), `letter` ({} or {key, to}), `who` (id, "root", "invitation").
"""

from __future__ import annotations

from typing import Any

from crypto.encoding import parse_canonical, unb64
from crypto.errors import Malformed

Head = dict[str, Any]

PERSON = {"box": "id", "kind": "text", "n": "int", "previous": "id?", "sign": "id", "v": "int"}
LINK = {
    "author": "who", "box": "id", "circle": "id?", "closed": "pair", "epoch": "int", "kind": "text",
    "managers": "refs", "n": "int", "open": "int", "previous": "id?", "readers": "id", "seat": "id?",
    "sort": "text", "time": "int", "v": "int", "writers": "refs",
}  # fmt: skip
RECORD = {
    "author": "id", "blobs": "shorts", "circle": "id", "epoch": "int", "id": "short", "kind": "text",
    "letter": "letter", "replaces": "id?", "revision": "int", "seat": "id", "seen": "pair", "time": "int", "v": "int",
}  # fmt: skip
_ACT = {"author": "who", "kind": "text", "n": "int", "previous": "id", "seat": "id?", "time": "int", "v": "int"}
ACTS: dict[str, dict[str, str]] = {
    "school": _ACT | {"root": "id"},
    "charter": _ACT | {"desk": "id", "office": "id", "school": "id", "staff": "id"},
    "invitation": _ACT
    | {
        "circles": "ids", "deadline": "int", "from": "int", "locator": "short", "role": "text", "seat_of": "id",
        "sign": "id", "until": "int",
    },
    "group": _ACT | {"group": "id", "parents": "id", "quiet": "id", "register": "id", "team": "id"},
    "end": _ACT | {"seat_of": "id"},
}  # fmt: skip
VERSION = 1


def read_head(text: str, fields: dict[str, str]) -> Head:
    """The head of canonical JSON with exactly these fields; raises Malformed."""
    head = parse_canonical(text)
    if head.keys() != fields.keys() or head.get("v") != VERSION:
        raise Malformed("fields")
    for name, shape in fields.items():
        _SHAPES[shape](head[name])
    return head


def read_act(text: str) -> Head:
    """The head of an act of any known kind; raises Malformed."""
    kind = parse_canonical(text).get("kind")
    if not isinstance(kind, str) or kind not in ACTS:
        raise Malformed("kind")
    return read_head(text, ACTS[kind])


def _require(fits: bool) -> None:
    if not fits:
        raise Malformed("field")


def _id(value: object, size: int = 32) -> None:
    _require(isinstance(value, str) and len(unb64(value)) == size)


def _list(value: object, allowed: tuple[str, ...] = (), size: int = 32) -> None:
    _require(isinstance(value, list))
    assert isinstance(value, list)  # noqa: S101  (for the type checker; required above)
    for item in value:
        if item not in allowed:
            _id(item, size)


def _pair(value: object) -> None:
    if value != []:
        _require(isinstance(value, list) and len(value) == 2 and isinstance(value[0], int))
        _id(value[1])  # type: ignore[index]


def _letter(value: object) -> None:
    if value != {}:
        _require(isinstance(value, dict) and value.keys() == {"key", "to"})
        _id(value["key"])  # type: ignore[index]
        _id(value["to"])  # type: ignore[index]


_SHAPES = {
    "id": _id,
    "short": lambda value: _id(value, 16),
    "id?": lambda value: value == "" or _id(value),
    "who": lambda value: value in ("root", "invitation") or _id(value),
    "text": lambda value: _require(isinstance(value, str)),
    "int": lambda value: _require(isinstance(value, int)),
    "ids": _list,
    "shorts": lambda value: _list(value, size=16),
    "refs": lambda value: _list(value, ("self",)),
    "pair": _pair,
    "letter": _letter,
}
