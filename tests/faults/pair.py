"""Two linked schools, each a process of its own with its own port and database, and a middleman in front of each."""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from server.config import load
from server.founding import make_secret
from server.serve import open_engine
from server.setup import CONFIG, prepare
from server.store import Connection, parcels
from sync.client import account, linking
from sync.client.session import Session
from sync.client.transport import Http
from sync.messages import Peers
from tests.browser.ports import free_port
from tests.browser.school import end, kill, run
from tests.server.middleman import Middleman, stand_between

PASSWORD = "correct horse battery"
SETTINGS = '\n[limits]\npeers = "100000 per minute"\n\n[push]\nlocal = true\n'


@dataclass
class House:
    """One school's folder, its process, who works in its office; `clock`: what makes its clock another one."""

    folder: Path
    port: int
    front: Middleman
    process: subprocess.Popen[str] | None = None
    sessions: list[Session] = field(default_factory=list)
    clock: dict[str, str] = field(default_factory=dict)

    @property
    def office(self) -> Session:
        """Whoever founded it."""
        return self.sessions[0]

    @property
    def host(self) -> str:
        """Where others find it."""
        return f"127.0.0.1:{self.front.port}"

    def start(self) -> None:
        """Let it run."""
        self.process = run(self.folder / CONFIG, **self.clock)

    def end(self, how: int = signal.SIGTERM) -> None:
        """Stop it, or kill it (SIGKILL)."""
        if self.process is None:
            return
        if how == signal.SIGKILL:
            kill(self.process)
        else:
            end(self.process, how)
        self.process = None

    def tell(self, other: House, count: int) -> None:
        """Let so many notices wait for the other school's office, in one transaction."""
        body = f'{{"persons":["{other.office.person}"]}}'

        def write(connection: Connection) -> None:
            for _ in range(count):
                parcels.enqueue(connection, linking.root_of(other.office), body, 100_000)

        self.change(write)

    def change(self, act: Callable[[Connection], object]) -> None:
        """Write into its database, from beside."""
        store = open_engine(load(self.folder / CONFIG))
        try:
            store.write(act)
        finally:
            store.close()

    def peers(self) -> Peers:
        """How the other school stands here."""
        return linking.linked(self.office)

    def moved(self) -> int:
        """How often its office was told that there is something new at the other school."""
        found = self.peers().away
        return found[0][1] if found else 0


@contextmanager
def open_houses(folder: Path, *clocks: dict[str, str]) -> Iterator[tuple[House, House]]:
    """Two linked schools, running, each by its clock."""
    with ExitStack() as stack:
        a, b = (_house(stack, folder / name, clock) for name, clock in zip("ab", clocks or ({}, {}), strict=True))
        for one, other in ((a, b), (b, a)):
            linking.link(one.office, linking.look(one.office, other.host))
        until(lambda: all(one.peers().peers[0].state == "linked" for one in (a, b)))
        yield a, b


def until(true: Callable[[], bool], seconds: float = 90.0) -> None:
    """Wait for something to become true."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with suppress(OSError):
            if true():
                return
        time.sleep(0.1)
    raise AssertionError("it did not come true")


def _house(stack: ExitStack, folder: Path, clock: dict[str, str]) -> House:
    port, behind = free_port(), free_port()
    config = prepare(folder / CONFIG, "De Regenboog", f"http://127.0.0.1:{port}", behind, demo=True)
    with (folder / CONFIG).open("a") as file:
        file.write(SETTINGS)
    store = open_engine(config)
    secret = make_secret(store)
    store.close()
    house = House(folder, behind, stack.enter_context(stand_between(port, behind)), clock=clock)
    stack.callback(house.end, signal.SIGKILL)
    house.start()
    founded = account.found(Http(f"http://127.0.0.1:{port}"), secret, "marga", PASSWORD)
    house.sessions.append(founded.session)
    return house
