"""Two schools in one test, each with its own store and clock, that reach each other over HTTP and can be linked."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec
from werkzeug.serving import WSGIRequestHandler, make_server

from server import delivering, serverkey, signatures
from server.founding import make_secret
from server.site import Site
from server.store import parcels, peers
from server.store.peers import Peer
from sync.client import account, linking
from sync.client.session import Session
from sync.client.transport import call
from sync.messages import Notice, PeerAsk, Peers, PeerSeen
from tests.browser.ports import free_port
from tests.server.middleman import Middleman, stand_between
from tests.server.school import TestSchool, browser_of, code_of, open_school


class _Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None:
        """Say nothing."""


@dataclass
class Side:
    """One school, whoever works in its office, its root sheet, and the middleman in front of it."""

    school: TestSchool
    office: Session
    root_code: str
    front: Middleman

    @property
    def site(self) -> Site:
        """What its handlers have at hand."""
        return self.school.site

    @property
    def host(self) -> str:
        """Where others find it."""
        return self.school.config.school.host

    @property
    def root(self) -> str:
        """Its root key, as acts name it."""
        return linking.root_of(self.office)

    def link(self, other: Side) -> None:
        """The office links another school, without anybody on the telephone."""
        linking.link(self.office, look(self.office, other.host))

    def peer(self, other: Side) -> Peer:
        """How the other school stands here."""
        found = self.school.store.read(lambda connection: peers.find(connection, other.root))
        assert found is not None
        return found

    def tell(self, other: Side, *persons: str) -> None:
        """Let a notice wait for the other school."""
        body = msgspec.json.encode(Notice(persons=list(persons))).decode()
        self.school.store.write(lambda connection: parcels.enqueue(connection, other.root, body))

    def deliver(self) -> int:
        """One round of the worker, whatever the hour."""
        self.school.store.write(lambda connection: connection.execute("UPDATE peer SET due = 0"))
        return delivering.deliver_due(self.site)

    def moved(self, session: Session) -> int:
        """How often one of its people was told that there is something new at the other school."""
        found = call(browser_of(session), "GET", "/api/peers", Peers).away
        return found[0][1] if found else 0


def look(session: Session, host: str) -> PeerSeen:
    """What a school's server finds at a host."""
    return call(session.transport, "POST", "/api/peers", PeerSeen, PeerAsk(host=host))


def signed(
    by: Side, to: Side, body: bytes, path: str = delivering.PATH, created: int = 0, **covered: str
) -> dict[str, str]:
    """The headers of a request that a school's server signed."""
    headers = {"Content-Type": "application/json", "Kring-Version": "1", "Kring-Person": "none"} | covered
    address = f"http://{to.host}{path}"
    key = serverkey.own_key(by.school.store)
    return signatures.sign(key, by.root, "POST", address, body, headers, created or int(time.time()))


def ask(to: Side, body: bytes, headers: dict[str, str], path: str = delivering.PATH) -> str:
    """The code of what a school answers; "" where it took it."""
    named = {name.replace("-", "_"): value for name, value in headers.items()}
    return code_of(to.school.browser().ask("POST", path, body, **named))


@contextmanager
def serve(school: TestSchool, port: int) -> Iterator[None]:
    """Let a school's application answer on a port of this machine."""
    server = make_server("127.0.0.1", port, school.app, threaded=True, request_handler=_Quiet)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def open_side(folder: Path, name: str = "De Regenboog") -> Iterator[Side]:
    """A founded school that can be reached."""
    port, behind = free_port(), free_port()
    school = open_school(folder, origin=f"http://127.0.0.1:{port}", name=name)
    with ExitStack() as stack:
        stack.callback(school.store.close)
        stack.enter_context(serve(school, behind))
        front = stack.enter_context(stand_between(port, behind))
        founded = account.found(school.browser(), make_secret(school.store), "marga", "correct horse")
        yield Side(school, founded.session, founded.root_code, front)


@contextmanager
def open_pair(folder: Path) -> Iterator[tuple[Side, Side]]:
    """Two schools that do not know each other."""
    with open_side(folder / "a") as a, open_side(folder / "b", "Het Kompas") as b:
        yield a, b


def link(a: Side, b: Side) -> None:
    """Both offices link the other school, and their servers have met."""
    a.link(b)
    b.link(a)
    a.deliver()
    b.deliver()
