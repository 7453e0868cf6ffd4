"""Fifty linked schools on one machine: fifty servers, each its own processes, database and port, with the real code.

Each school has a teacher who also works at the next two and reads there with the account of the first. Every school
posts a few items; measured is how many a second reach a reader at another school, each just once. The limit is the same
with three schools: so the row says what the number of schools costs.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench.rows import Row, take_turns
from bench.school import DISK, PASSWORD, serve, settle
from server.founding import make_secret
from server.serve import open_engine
from sync.client import account, away, linking, news, office
from sync.client.session import Session
from sync.client.transport import Http

SCHOOLS, FEW = 50, 3
NEXT = 2
"""At how many other schools each one's teacher works."""
ITEMS = 4
ROUNDS = 3
LONGEST = 300.0
GROUP = "Blauw"


@dataclass
class Reader:
    """Somebody who reads at `host`: their sessions at home and there."""

    host: str
    home: Session
    there: Session

    def told(self) -> int:
        """How often their own school was told that there is something new for them there."""
        return dict(linking.linked(self.home).away).get(self.host, 0)

    def items(self) -> int:
        """How many items of news they have of it."""
        return len(news.news(self.there))


@dataclass
class School:
    """One of them: its office, its group, and those who read here from elsewhere."""

    host: str
    office: Session
    group: str
    readers: list[Reader] = field(default_factory=list)


def measure() -> list[Row]:
    """Items a second that reach somebody at another school."""
    with tempfile.TemporaryDirectory(dir=DISK) as folder, ExitStack() as stack:
        many = stack.enter_context(open_schools(Path(folder) / "many", SCHOOLS))
        few = stack.enter_context(open_schools(Path(folder) / "few", FEW))
        figures = take_turns({"many": lambda: rate(many), "few": lambda: rate(few)}, ROUNDS)
    what = f"news of {SCHOOLS} linked schools on one machine, until it is read at another one"
    return [Row(what, figures["many"], figures["few"], "items/s", against=f"the same with {FEW} schools")]


@contextmanager
def open_schools(folder: Path, count: int) -> Iterator[list[School]]:
    """So many schools, running, each linked with those after it."""
    with ExitStack() as stack:
        found = [open_one(stack, folder / str(number)) for number in range(count)]
        for number, school in enumerate(found):
            for step in range(1, NEXT + 1):
                other = found[(number + step) % count]
                for one, two in ((school, other), (other, school)):
                    linking.link(one.office, linking.look(one.office, two.host))
                token = office.invite_staff(other.office, office.Staffer("Hans", "teacher", (GROUP,)))
                other.readers.append(Reader(other.host, school.office, away.join(school.office, other.host, token)))
        for school in found:
            school.office.sync()
            news.post(school.office, [school.group], "Welkom", "")  # with the keys that joining made due
            for reader in school.readers:
                reader.there.sync()
        until(lambda: not any(peer.waiting for school in found for peer in linking.linked(school.office).peers))
        yield found


def open_one(stack: ExitStack, folder: Path) -> School:
    """A founded school with one group."""
    config = settle(folder)
    store = open_engine(config)
    secret = make_secret(store)
    store.close()
    server = stack.enter_context(serve(config))
    session = account.found(Http(server.address), secret, "marga", PASSWORD).session
    office.open_group(session, GROUP)
    return School(f"127.0.0.1:{server.port}", session, office.groups(session)[GROUP].group)


def rate(schools: list[School]) -> float:
    """All post, and all read what was posted elsewhere; each item comes once, and is told of once."""
    readers = [reader for school in schools for reader in school.readers]
    told, had = [reader.told() for reader in readers], [reader.items() for reader in readers]
    start = time.perf_counter()
    for number in range(ITEMS):
        for school in schools:
            news.post(school.office, [school.group], f"Bericht {number}", "")
    for reader, before in zip(readers, told, strict=True):
        until(lambda reader=reader, before=before: reader.told() >= before + ITEMS)  # type: ignore[misc]
        reader.there.sync()
    taken = time.perf_counter() - start
    assert [reader.told() for reader in readers] == [before + ITEMS for before in told]
    assert [reader.items() for reader in readers] == [before + ITEMS for before in had]
    return len(readers) * ITEMS / taken


def until(true: Callable[[], bool]) -> None:
    """Wait for something to become true."""
    end = time.perf_counter() + LONGEST
    while not true():
        if time.perf_counter() > end:
            raise TimeoutError
        time.sleep(0.05)
