"""A server that lies: it stands between one person's client and the real server and rewrites answers.

What it can forge is what a malicious host could: any bytes of any answer, in any order; never a signature.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import msgspec

from crypto.envelope import record_hash
from crypto.errors import CryptoError
from crypto.identity import Identity, check_person, person_statement
from crypto.random import fresh
from server.store import people
from sync.client.session import Session
from sync.errors import Refused
from tests.server.school import TestSchool

Answer = dict[str, Any]
Lie = Callable[[Answer], object]


class Liar:
    """A transport that tells lies about answers to paths that begin with certain words."""

    def __init__(self, honest: Any) -> None:
        self.honest, self.origin = honest, honest.origin
        self.lies: list[tuple[str, Lie]] = []
        self.told = 0

    def send(self, method: str, path: str, body: bytes | None) -> tuple[int, bytes]:
        """The honest answer after all lies that fit its path."""
        status, content = self.honest.send(method, path, body)
        for words, lie in self.lies:
            if path.startswith(words) and status < 400:
                answer = json.loads(content)
                lie(answer)
                self.told += json.dumps(answer) != json.dumps(json.loads(content))
                content = json.dumps(answer).encode()
        return status, content


def deceive(session: Session, lie: Lie, path: str = "/api/sync") -> Liar:
    """From now on, this person's client talks to the server through this lie."""
    liar = session.transport if isinstance(session.transport, Liar) else Liar(session.transport)
    liar.lies.append((path, lie))
    session.transport = liar
    return liar


def believe(session: Session) -> None:
    """End of all lies towards this person."""
    assert isinstance(session.transport, Liar)
    assert session.transport.told, "the lie was never told, so the test shows nothing"
    session.transport = session.transport.honest


def refusal(session: Session, act: Callable[[], object] | None = None) -> str:
    """The code with which a client refuses while it syncs (or does `act`): raised, or noted as an alarm."""
    before = len(session.replica.alarms)
    try:
        (act or session.sync)()
    except (Refused, CryptoError) as error:
        return str(error.code)
    noted = session.replica.alarms[before:]
    return noted[-1][0] if noted else ""


def smuggle(session: Session, school: TestSchool, entry: Any, place: int = 0) -> Liar:
    """Lie that this entry, a record or link signed by whoever colludes, stands next in its circle's log.

    place: where else it should stand, 0 for next.
    """
    key = "link" if entry.record is None else "record"
    sent = msgspec.to_builtins(entry)[key]
    head = json.loads(sent["head"])

    def lie(page: Answer) -> None:
        at = {"circle": head["circle"], "place": place or _next(session, page, head["circle"]), key: sent}
        if key == "record":
            at["hash"] = record_hash(sent)
        page[f"{key}s"].append(at)
        page["seats"] += credentials(school, head["seat"])
        page["done"] = True

    return deceive(session, lie)


def credentials(school: TestSchool, seat: str) -> list[Answer]:
    """What proves a seat, as the honest server keeps it."""
    found = school.store.read(lambda rows: people.credentials(rows, [seat] if seat else []))
    return list(msgspec.to_builtins(found))


def stranger() -> tuple[Identity, dict[str, Any]]:
    """Keys that nobody invited, and the statement that names them."""
    identity = Identity(fresh(32))
    statement = person_statement(identity)
    check_person([statement])
    return identity, statement


def _next(session: Session, page: Answer, circle: str) -> int:
    places = [at["place"] for kind in ("links", "records") for at in page[kind] if at["circle"] == circle]
    return max([session.replica.circles[circle].place, *places]) + 1
