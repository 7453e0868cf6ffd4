"""A post to a school of 800 readers under new keys, against 800 bare crypto_box_seal calls of PyNaCl.

This is the dearest thing a client does in one go: somebody left, so the next who writes makes a new epoch, seals it
to every reader, signs the link, and seals the post. It is done by the client's own code, without network.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from nacl.bindings import crypto_box_keypair, crypto_box_seal

from bench.rows import Row, take_turns
from crypto.encoding import b64
from crypto.identity import Identity, check_person, person_statement
from crypto.random import fresh
from crypto.root import new_root
from sync.batch import Author, Batch
from sync.client.session import now
from sync.replica import Replica
from sync.trust import Trust

READERS = 800
BODY = {"title": "Naar het bos", "text": "We lopen, dus trek stevige schoenen aan. " * 12}


def measure() -> list[Row]:
    """Milliseconds for the epoch, all its grants, the link and the post."""
    batch = _batch()
    spare, *seats = [batch.start("seat", [], [], ["self"]) for _ in range(READERS + 1)]
    circle = batch.start("school", seats, [], [])
    places = [seats[0], spare]
    keys = [crypto_box_keypair()[0] for _ in range(READERS)]
    figures = take_turns({"ours": lambda: _timed(lambda: _post(batch, circle, places)),
                          "bare": lambda: _timed(lambda: _seal(keys))}, rounds=7)  # fmt: skip
    name = f"a post under new keys for {READERS} readers"
    return [Row(name, figures["ours"], figures["bare"], "ms", "lower", f"{READERS} bare crypto_box_seal")]


def _batch() -> Batch:
    identity, (_, root) = Identity(fresh(32)), new_root()
    person = check_person([person_statement(identity)]).id
    author = Author(person, b64(fresh(32)), identity.signing)
    return Batch(Replica(identity, person, Trust(root.public)), author, now())


def _post(batch: Batch, circle: str, places: list[str]) -> None:
    before = len(batch.entries)
    batch.exchange(circle, places[:1], places[1:])  # one leaves and one comes: a new epoch for all 800
    places.reverse()
    batch.record(circle, "news", BODY)
    link = batch.entries[before].link
    assert link is not None
    assert len(link.grants) == READERS


def _seal(keys: list[bytes]) -> None:
    seed = fresh(32)
    for key in keys:
        crypto_box_seal(seed, key)


def _timed(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
