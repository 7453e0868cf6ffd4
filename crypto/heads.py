"""The exact fields of everything that is signed, as data; an unknown or missing field is an error.

A field's shape: `id` (32 bytes as base64url), `short` (16 bytes), `id?` (or empty), `text`, `int`, `count`
(from 1, below 2^32), `flag` (0 or 1), `ids`, `shorts`, `refs` (ids or "self"), `pair` ([place, tip] or
empty), `letter` ({} or {key, to, until}), `signer` (id or "root"), `who` (the same or "invitation").
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from crypto.encoding import parse_canonical, unb64
from crypto.errors import Malformed

Head = dict[str, Any]
VERSION = 1
MOST = 2**32 - 1
"""The largest count: links, epochs and revisions are hashed as unsigned 32-bit numbers."""
GONE = "gone"
"""The kind of a record that deletes another one."""

PERSON = {"box": "id", "kind": "text", "n": "count", "previous": "id?", "sign": "id", "v": "int"}
LINK = {
    "author": "who", "box": "id", "circle": "id?", "closed": "pair", "epoch": "count", "kind": "text",
    "managers": "refs", "n": "count", "open": "flag", "previous": "id?", "readers": "id", "seat": "id?",
    "sort": "text", "time": "int", "v": "int", "writers": "refs",
}  # fmt: skip
RECORD = {
    "author": "id", "blobs": "shorts", "circle": "id", "epoch": "count", "id": "short", "kind": "text",
    "letter": "letter", "replaces": "id?", "revision": "count", "seat": "id", "seen": "pair", "time": "int",
    "v": "int",
}  # fmt: skip
_ACT = {
    "author": "signer", "kind": "text", "n": "int", "previous": "id", "seat": "id?", "time": "int",
    "v": "int",
}  # fmt: skip
ACTS: dict[str, dict[str, str]] = {
    "school": _ACT | {"root": "id"},
    "charter": _ACT | {"desk": "id", "office": "id", "school": "id", "staff": "id"},
    "invitation": _ACT | {
        "circles": "ids", "deadline": "int", "from": "int", "locator": "short", "role": "text",
        "seat_of": "id", "sign": "id", "until": "int",
    },
    "group": _ACT | {"group": "id", "parents": "id", "quiet": "id", "register": "id", "team": "id"},
    "end": _ACT | {"seat_of": "id"},
    "protect": _ACT | {"circles": "ids"},
    "approve": _ACT | {"circles": "ids", "locator": "short"},
    "renew": _ACT | {"circles": "ids", "locator": "short", "replaces": "id"},
    "server": _ACT | {"host": "text", "key": "id"},
    "peer": _ACT | {"host": "text", "root": "id"},
    "unpeer": _ACT | {"root": "id"},
}  # fmt: skip


def read_head(text: str, fields: dict[str, str]) -> Head:
    """The head of canonical JSON with exactly these fields; raises Malformed."""
    _check_head(text, tuple(fields.items()))
    head: Head = json.loads(text)
    return head


def read_act(text: str) -> Head:
    """The head of an act of any known kind; raises Malformed."""
    return read_head(text, ACTS[act_kind(text)])


def act_kind(text: str) -> str:
    """The kind that an act's text claims, before anything else in it is believed; raises Malformed."""
    try:
        head = json.loads(text)
    except (ValueError, RecursionError):
        raise Malformed("not JSON") from None
    kind = head.get("kind") if isinstance(head, dict) else None
    if not isinstance(kind, str) or kind not in ACTS:
        raise Malformed("kind")
    return kind


@lru_cache(maxsize=4096)
def _check_head(text: str, fields: tuple[tuple[str, str], ...]) -> None:
    """Once a text: a head is read again at every door, and checking takes eight times as long as reading."""
    head = parse_canonical(text, dict(fields).keys())
    for name, shape in fields:
        if not _SHAPES[shape](head[name]):
            raise Malformed("field")
    if head["v"] != VERSION:
        raise Malformed("version")


def _is_bytes(value: object, size: int = 32) -> bool:
    return isinstance(value, str) and bool(unb64(value, size))


def _is_list(value: object, allowed: tuple[str, ...] = (), size: int = 32) -> bool:
    return isinstance(value, list) and all(item in allowed or _is_bytes(item, size) for item in value)


def _is_pair(value: object) -> bool:
    if value == []:
        return True
    return isinstance(value, list) and len(value) == 2 and isinstance(value[0], int) and _is_bytes(value[1])


def _is_letter(value: object) -> bool:
    if value == {}:
        return True
    if not isinstance(value, dict) or value.keys() != {"key", "to", "until"}:
        return False
    return _is_bytes(value["key"]) and _is_bytes(value["to"]) and isinstance(value["until"], int)


_SHAPES: dict[str, Callable[[object], bool]] = {
    "id": _is_bytes,
    "short": lambda value: _is_bytes(value, 16),
    "id?": lambda value: value == "" or _is_bytes(value),
    "who": lambda value: value in ("root", "invitation") or _is_bytes(value),
    "signer": lambda value: value == "root" or _is_bytes(value),
    "text": lambda value: isinstance(value, str),
    "int": lambda value: isinstance(value, int),
    "count": lambda value: isinstance(value, int) and 1 <= value <= MOST,
    "flag": lambda value: value in (0, 1),
    "ids": _is_list,
    "shorts": lambda value: _is_list(value, size=16),
    "refs": lambda value: _is_list(value, ("self",)),
    "pair": _is_pair,
    "letter": _is_letter,
}
