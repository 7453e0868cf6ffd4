"""Bodies bent at one place: whatever stands there, the answer is a problem document, never a crash."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from werkzeug.test import TestResponse

from crypto.token import new_token, read_token
from sync.messages import Entries
from tests.server.school import Cast, browser_of, code_of
from tests.server.test_http_invitations import Joining

ODD: list[Any] = [
    None, True, "", "x", "A" * 43, "A" * 22, "é\ud7ff\n", "\x00", "A" * 70_000, -1, 0, 2**32, 2**53, 2**63, 1e300,
    [], {}, [[]], [None], {"": ""}, "c:" + "A" * 43, "p:x", "i:", "root", "invitation", "self",
]  # fmt: skip
ROUNDS = 150


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a JSON value, also inside heads (JSON in text)."""
    yield path
    if isinstance(value, dict):
        for key, item in value.items():
            yield from places(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from places(item, (*path, index))
    elif isinstance(value, str) and value.startswith("{"):
        yield from places(json.loads(value), (*path, "{}"))


def bent(value: Any, path: tuple[Any, ...], odd: Any) -> Any:
    """The value with something odd at one place."""
    if not path:
        return odd
    if path[0] == "{}":
        return json.dumps(bent(json.loads(value), path[1:], odd), sort_keys=True, separators=(",", ":"))
    copy = list(value) if isinstance(value, list) else dict(value)
    copy[path[0]] = bent(value[path[0]], path[1:], odd)
    return copy


def everything(cast: Cast) -> Any:
    """Entries of every sort: acts, links, records, a letter."""
    token = read_token(new_token())
    batch = cast.marga.batch(cast.marga.seat("office"))
    seat = batch.seat(token)
    batch.invite(token, seat, "guardian", [], "localhost:8450", batch.now + 1000)
    batch.exchange(cast.group.parents, [cast.anna.seat().id], [])
    batch.record(cast.group.group, "news", {"post": "x", "title": "y", "text": "z"})
    batch.letter("receipt", {"post": "x"}, [cast.group.team])
    return json.loads(msgspec.json.encode(Entries(entries=batch.entries)))


def refused(answer: TestResponse) -> bool:
    """Whether the answer is a problem of the client's making."""
    return 400 <= answer.status_code < 500 and code_of(answer) != ""


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_bent_entries_are_refused_one_by_one(cast: Cast, seed: int) -> None:
    whole, chance = everything(cast), random.Random(seed)
    where = list(places(whole))
    for _ in range(ROUNDS):
        path, odd = chance.choice(where), chance.choice(ODD)
        answer = browser_of(cast.marga).ask("POST", "/api/entries", json.dumps(bent(whole, path, odd)).encode())
        assert answer.status_code != 500, (path, odd)
        if answer.status_code == 200:
            whole = everything_again(cast)
            where = list(places(whole))
        else:
            assert refused(answer), (path, odd)


@pytest.mark.parametrize("seed", [1, 2])
def test_bent_redemptions_are_refused_one_by_one(cast: Cast, seed: int) -> None:
    joining, chance = Joining(cast, cast.letters["Jeroen"]), random.Random(seed)
    whole = json.loads(msgspec.json.encode(joining.body))
    where = [path for path in places(whole) if path[:1] != ("device",) and path[:2] != ("account", "name")]
    for _ in range(ROUNDS):
        path, odd = chance.choice(where), chance.choice(ODD)
        body = json.dumps(bent(whole, path, odd)).encode()
        answer = cast.school.browser().ask("POST", f"{joining.path}/redemption", body)
        assert answer.status_code != 500, (path, odd)


def everything_again(cast: Cast) -> Any:
    """After a bend that made no difference (a field that nobody looks at), begin with what is newest."""
    cast.marga.sync()
    return everything(cast)
