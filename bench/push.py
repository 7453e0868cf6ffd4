"""Telling a thousand sleeping devices of one post: what it adds to the request, and how fast the queue empties.

The push service is the bare server, on this machine. The devices are those of two hundred parents with five each.
"""

from __future__ import annotations

import os
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from py_vapid import Vapid02

from bench.load import drive
from bench.rows import Row, take_turns
from bench.school import OFFICE, Running, open_copy, seal_news, serve_bare, template
from crypto.encoding import b64
from crypto.lock import lock_root, login_proof
from server.pushing import AT_ONCE
from server.store.push import Job, Target
from server.telling import LARGE
from server.vapid import deliver
from sync.client.transport import Http, call
from sync.messages import Challenge, ChallengeRequest, LoggedIn, Login, PushChoices, Subscription

PEOPLE, DEVICES = 200, 5
ROUNDS = 5
_LONGEST = 120.0


def measure() -> list[Row]:
    """Milliseconds of a post that a thousand are told of, and messages a second."""
    with open_copy("told") as server, open_copy("quiet") as quiet, serve_bare() as service:
        count = _subscribe(server, service)
        ours, theirs = (iter(seal_news(one, OFFICE, ROUNDS + 1)) for one in (server, quiet))
        rates: list[float] = []

        def told() -> float:
            before, taken = _got(service), _post(server, next(ours))
            rates.append(_empty(service, before, count))
            return taken

        figures = take_turns({"ours": told, "bare": lambda: _post(quiet, next(theirs))}, rounds=ROUNDS)
        bare = _bare(service, count)
    rate = sorted(rates)[len(rates) // 2]
    return [Row(f"a post that {count:,} sleeping devices are told of", figures["ours"], figures["bare"], "ms", "lower",
                "the same post, nobody to tell"),
            Row("push messages to a service on this machine", rate, bare, "messages/s", "higher",
                "the same sealing and sending, without a queue")]  # fmt: skip


@dataclass
class _Keys:
    p256dh: str
    auth: str


def _subscribe(server: Running, service: Running) -> int:
    """Sign every parent in on five devices that want to be told; returns how many that are."""
    told = list(template().sheets.items())[:PEOPLE]
    for name, sheet in told:
        for _ in range(DEVICES):
            http, keys = _signed_in(server, name, sheet), _new_keys()
            given = Subscription(endpoint=_endpoint(service), p256dh=keys.p256dh, auth=keys.auth)
            call(http, "PUT", "/api/push", type(None), given)
    return len(told) * DEVICES


def _signed_in(server: Running, name: str, sheet: str) -> Http:
    http = Http(server.address)
    challenge = call(http, "POST", "/api/login/challenges", Challenge, ChallengeRequest(name=name, kind="sheet"))
    root = lock_root(sheet, {"id": challenge.lock.id, "kind": "sheet", "salt": "", "ops": 0, "mem": 0})
    proof = login_proof(root, challenge.challenge, challenge.expires, http.origin)
    body = Login(name=name, lock=challenge.lock.id, challenge=challenge.challenge, signature=proof)
    call(http, "POST", "/api/login", LoggedIn, body)
    return http


def _new_keys() -> _Keys:
    point = ec.generate_private_key(ec.SECP256R1()).public_key().public_bytes(
        serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)  # fmt: skip
    return _Keys(b64(point), b64(os.urandom(16)))


def _endpoint(service: Running) -> str:
    return f"{service.address}/push/{os.urandom(8).hex()}"


def _post(server: Running, body: bytes) -> float:
    """Milliseconds until a post is answered."""
    return drive(server.port, [[body]], _LONGEST).answers[0] * 1000


def _got(service: Running) -> int:
    with urllib.request.urlopen(f"{service.address}/pushed") as answer:  # noqa: S310  (loopback)
        return int(answer.read())


def _empty(service: Running, before: int, count: int) -> float:
    """Messages a second, from the first that arrives to the last."""
    until = time.perf_counter() + _LONGEST
    first = 0.0
    while time.perf_counter() < until:
        got = _got(service) - before
        first = first or (time.perf_counter() if got else 0.0)
        if got >= count:
            return count / (time.perf_counter() - first)
        time.sleep(0.02)
    raise TimeoutError("the push queue did not empty")


def _bare(service: Running, count: int) -> float:
    """Messages a second without a queue, as many at a time."""
    pair = Vapid02()
    pair.generate_keys()
    jobs = []
    for number in range(count):
        keys = _new_keys()
        target = Target("", "", _endpoint(service), keys.p256dh, keys.auth, PushChoices(), 0)
        jobs.append(Job(number, target, "x" * LARGE, "topic", False, 0, 0))
    start = time.perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(lambda job: deliver(job, pair, "https://kring.example", True), jobs))
    return count / (time.perf_counter() - start)
