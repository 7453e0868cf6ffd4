"""kill -9 while files come in: what was answered for is there, the rest goes on, and nothing is eaten or left over."""

from __future__ import annotations

import os
import random
import signal
import socket
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import requests

from bench.load import request
from bench.school import Running, Template, build, fresh_copy, serve, settle
from server.config import Config
from server.serve import open_engine
from server.store import blobs as kept
from sync.client import blobs
from sync.client.session import Session
from sync.client.transport import call
from sync.messages import BlobAt, BlobBegin

PIECE = 64 * 1024
ROUNDS = 20 if os.environ.get("KRING_SOAK") else 3
FILES = 3


@dataclass
class Sending:
    """A file on its way, and how much of it the server answered for."""

    sealed: blobs.Sealed
    at: int = 0
    whole: bool = False

    def let_go(self) -> None:
        """It is being cancelled: whether that was done is not known if the answer is lost, so nothing is promised."""
        self.at, self.whole = 0, False


@dataclass
class Phone:
    """Somebody who sends file after file, of which every third is let go of again."""

    session: Session
    circle: str
    sendings: list[Sending] = field(default_factory=list)

    def send(self) -> None:
        """Send until nobody answers any more."""
        while True:
            size = random.randrange(1, 12 * PIECE)
            self.sendings.append(Sending(blobs.seal(os.urandom(size), "x/y")))
            try:
                self.fill(self.sendings[-1])
                if len(self.sendings) % 3 == 0:
                    self.sendings[-1].let_go()
                    blobs.cancel(self.session, self.sendings[-1].sealed.part)
                    self.sendings.pop()
            except requests.RequestException:
                return

    def fill(self, one: Sending) -> None:
        """Send one file from where the server is."""
        data, blob = one.sealed.data, one.sealed.part["blob"]
        begin = BlobBegin(id=blob, circle=self.circle, size=len(data))
        state = call(self.session.transport, "POST", "/api/blobs", BlobAt, begin)
        assert state.at >= one.at, "what was answered for is there"
        assert state.complete >= one.whole
        while not state.complete:
            piece = data[state.at : state.at + PIECE]
            state = call(self.session.transport, "PUT", f"/api/blobs/{blob}/content?at={state.at}", BlobAt, piece)
            one.at, one.whole = state.at, state.complete


@pytest.fixture
def built(tmp_path: Path) -> Template:
    """A class of one child."""
    return build(tmp_path / "school", ("3A",), 1)


def test_what_was_answered_for_survives_and_the_rest_goes_on(built: Template) -> None:
    config, chance = settle(built.folder), random.Random(6)
    everything: list[Sending] = []
    for _ in range(ROUNDS):
        with serve(config) as server:
            phones = [phone(built, server) for _ in range(FILES)]
            threads = [threading.Thread(target=one.send, daemon=True) for one in phones]
            for thread in threads:
                thread.start()
            wait_for(phones, 2 * FILES)
            time.sleep(chance.uniform(0, 0.3))  # so that it dies anywhere in what comes next
            kill(server)
            for thread in threads:
                thread.join(60)
                assert not thread.is_alive()
        everything += [one for each in phones for one in each.sendings]
    assert len(everything) >= ROUNDS * FILES
    check(built, config, everything)


def test_a_real_server_takes_the_largest_pieces_and_no_half_ones(built: Template) -> None:
    """What hangs up in the middle counts for nothing; a body of exactly the most is taken."""
    with serve(settle(built.folder)) as server:
        mine = phone(built, server)
        data = os.urandom(3 * blobs.PIECE)
        assert blobs.download(mine.session, blobs.upload(mine.session, mine.circle, data, "x/y")) == data
        begun = Sending(blobs.seal(bytes(2 * PIECE), "x/y"))
        blob, size = begun.sealed.part["blob"], len(begun.sealed.data)
        call(mine.session.transport, "POST", "/api/blobs", BlobAt, BlobBegin(id=blob, circle=mine.circle, size=size))
        whole = request("PUT", f"/api/blobs/{blob}/content?at=0", server.port, built.cookies["3A"], begun.sealed.data)
        with socket.create_connection(("127.0.0.1", server.port)) as line:
            line.sendall(whole.replace(b"application/json", b"application/octet-stream")[:-PIECE])
            line.shutdown(socket.SHUT_WR)
            assert line.recv(100).startswith(b"HTTP/1.1 400")
        assert call(mine.session.transport, "GET", f"/api/blobs/{blob}", BlobAt).at == 0
        mine.fill(begun)
        assert begun.whole


def check(built: Template, config: Config, everything: list[Sending]) -> None:
    """All of it can be finished and read; on disk is nothing else once the server had time to clean up."""
    with serve(config) as server:
        mine = phone(built, server)
        for one in everything:
            mine.fill(one)
            fetched = call(mine.session.transport, "GET", f"/api/blobs/{one.sealed.part['blob']}/content", bytes)
            assert fetched == one.sealed.data
    store = open_engine(config)
    alive = {*store.read(kept.known)} | {*store.read(lambda connection: kept.litter(connection, 10_000))}
    store.close()
    files = {path.name.removesuffix(".part") for path in (config.server.data / "files").rglob("*") if path.is_file()}
    assert files <= alive


def phone(built: Template, server: Running) -> Phone:
    """The teacher, on a device of her own."""
    session = fresh_copy(server, "3A", built)
    return Phone(session, session.seat().id)


def wait_for(phones: list[Phone], count: int) -> None:
    """Until they have begun so many files."""
    while sum(len(one.sendings) for one in phones) < count:
        time.sleep(0.01)


def kill(server: Running) -> None:
    """kill -9: first who would start another worker, then the worker."""
    children = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text().split()
    for pid in [server.process.pid, *map(int, children)]:
        os.kill(pid, signal.SIGKILL)
