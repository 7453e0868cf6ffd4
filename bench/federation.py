"""What it costs to read at a linked school: every answer passes two servers, each a process of its own.

Het Kompas has a hundred parents of its own and four hundred who have their accounts at De Regenboog. Measured are the
time from a post of Het Kompas until the last of those four hundred has it, and how fast somebody who was away for a day
has caught up.
"""

from __future__ import annotations

import select
import socket
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec

from bench.load import drive, request
from bench.rows import Row, take_turns
from bench.school import DISK, GROUPS, TEXT, Running, Template, build, connect, fresh_copy, serve
from bench.sockets import open_socket, size_of_frame
from crypto.identity import check_person, person_statement
from crypto.token import read_token
from server.config import load
from server.setup import CONFIG
from sync.client import enrolment, linking, news, office
from sync.client.account import look_up
from sync.client.away import Away, resume
from sync.client.session import Session, now
from sync.client.transport import JSON, Transport, call
from sync.messages import Entry, Page, PersonStatement, Redemption
from sync.messages import Session as SessionMessage
from sync.redeem import redeem

READERS = 400
DAY = 200
"""What a busy school writes to one family in a day, and then some."""
GROUP = "Blauw"
ROUNDS = 5
LONGEST = 60.0
_CHUNK = 1 << 16


@dataclass
class Two:
    """Both schools, running, and who of the first reads at the second."""

    home: Running
    there: Running
    home_built: Template
    there_built: Template

    @property
    def host(self) -> str:
        """Where De Regenboog finds Het Kompas."""
        return f"127.0.0.1:{self.there.port}"

    def path(self, cursor: str) -> str:
        """What somebody of De Regenboog asks to hear what is new at Het Kompas."""
        return f"/api/away/{self.host}/sync?cursor={cursor}"

    def session(self, who: str) -> Session:
        """A new copy of Het Kompas, of a parent of De Regenboog."""
        session = resume(fresh_copy(self.home, who, self.home_built), self.host)
        session.sync()
        return session


def measure() -> list[Row]:
    """Both rows."""
    with tempfile.TemporaryDirectory(dir=DISK) as folder, open_two(Path(folder)) as two:
        return [reach(two), catch_up(two)]


@contextmanager
def open_two(folder: Path) -> Iterator[Two]:
    """Two linked schools; every parent of the first has used a letter of the second."""
    home = build(folder / "home", GROUPS, READERS // len(GROUPS) // 2)
    there = build(folder / "there", (GROUP,), 50)
    with serve(load(home.folder / CONFIG)) as a, serve(load(there.folder / CONFIG)) as b:
        two = Two(a, b, home, there)
        link(two)
        enrolment.enrol(there.writers["office"], [pupil(number) for number in range(READERS // 2)])
        letters = [one["token"] for one in office.letters(there.writers["office"])]
        for who, token in zip(home.parents, letters, strict=True):
            join(two, who, token)
        writer = there.writers[GROUP]
        writer.sync()
        news.post(writer, [office.groups(writer)[GROUP].group], "Welkom", TEXT)  # with the keys that joining made due
        yield two


def link(two: Two) -> None:
    """Both offices link the other school."""
    for built, server, other in ((two.home_built, two.home, two.there), (two.there_built, two.there, two.home)):
        session = built.writers["office"]
        session.transport = connect(server, "office", built)
        session.sync()
        linking.link(session, linking.look(session, f"127.0.0.1:{other.port}"))
    two.there_built.writers[GROUP].transport = connect(two.there, GROUP, two.there_built)


def pupil(number: int) -> enrolment.Pupil:
    """A child of Het Kompas whose parents have their accounts elsewhere."""
    guardians = tuple(enrolment.Guardian(str(one), f"Ouder {one}") for one in range(2))
    return enrolment.Pupil(f"away-{number}", f"Kind {number}", "", "Bakker", "2018-02-03", (GROUP,), guardians)


def join(two: Two, who: str, code: str) -> None:
    """Use a letter of Het Kompas with an account of De Regenboog, without reading what there is."""
    identity, _ = two.home_built.identities[who]
    root = two.there_built.writers["office"].replica.trust.root
    away, token, statement = Away(connect(two.home, who, two.home_built), two.host), read_token(code), None
    statement = person_statement(identity)
    link = redeem(token, look_up(away, token, root).seat, identity, check_person([statement]), now())
    body = Redemption(person=[PersonStatement(**statement)], link=link)
    call(away, "POST", f"/api/invitations/{token.locator}/redemption", SessionMessage, body)


def reach(two: Two) -> Row:
    """From a post until the last of four hundred at the other school has it: its server is told, wakes their apps, and
    each asks. The limit: as many questions of people of its own, who were told at once."""
    crowd = Crowd(two)
    figures = take_turns({"away": lambda: crowd.reach(post(two)), "own": lambda: ask_own(two)}, ROUNDS)
    crowd.close()
    what = f"a post until the last of {READERS} readers at a linked school has it"
    return Row(what, figures["away"], figures["own"], "s", "lower", "as many people of its own ask, all at once")


def ask_own(two: Two) -> float:
    """Seconds in which people of Het Kompas itself have asked as often for one new record."""
    built, port = two.there_built, two.there.port
    cookies = [built.cookies[who] for who in built.parents]
    cursors = [newest(port, "/api/sync?cursor=", cookie) for cookie in cookies]
    post(two)()
    asked = [
        request("GET", f"/api/sync?cursor={at}", port, cookie) for at, cookie in zip(cursors, cookies, strict=True)
    ]
    return drive(port, [[asked[n % len(asked)]] for n in range(READERS)], LONGEST).seconds


def catch_up(two: Two) -> Row:
    """A day's records through two servers, checked and opened; the limit: the same answers from memory."""
    who = two.home_built.parents[0]
    near, kept = two.session(who), two.session(who)
    recorder = Recorder(near.transport)
    near.transport = recorder

    def day() -> float:
        recorder.answers.clear()
        for _ in range(DAY):
            post(two)()
        return timed(near)

    def again() -> float:
        kept.transport = Player(near.transport.origin, list(recorder.answers))
        return timed(kept)

    figures = take_turns({"away": day, "kept": again}, ROUNDS)
    what = f"catching up with {DAY} records of a linked school"
    return Row(what, figures["away"] * 1000, figures["kept"] * 1000, "ms", "lower", "the same answers, from memory")


def timed(session: Session) -> float:
    """How long (s) a sync takes that brings the day."""
    start, before = time.perf_counter(), len(session.replica.items)
    session.sync()
    taken = time.perf_counter() - start
    assert len(session.replica.items) == before + DAY
    return taken


def post(two: Two) -> Callable[[], str]:
    """A post of Het Kompas, sealed already; call it to send it, and to know its head."""
    writer = two.there_built.writers[GROUP]
    sealed: list[list[Entry]] = []
    real = writer.post
    writer.post = sealed.append  # type: ignore[method-assign, assignment]
    news.post(writer, [office.groups(writer)[GROUP].group], "Naar het bos", TEXT)
    writer.post = real  # type: ignore[method-assign]

    def send() -> str:
        writer.post(sealed[0])
        return next(one.record.head for one in sealed[0] if one.record)

    return send


class Recorder:
    """A transport that remembers what was answered."""

    def __init__(self, inner: Transport) -> None:
        self.inner, self.origin = inner, inner.origin
        self.answers: list[tuple[int, bytes]] = []

    def send(self, method: str, path: str, body: bytes | None, kind: str = JSON) -> tuple[int, bytes]:
        """The answer, which is kept."""
        self.answers.append(self.inner.send(method, path, body, kind))
        return self.answers[-1]


class Player:
    """A transport that gives the same answers again."""

    def __init__(self, origin: str, answers: list[tuple[int, bytes]]) -> None:
        self.origin, self.answers = origin, answers

    def send(self, method: str, path: str, body: bytes | None, kind: str = JSON) -> tuple[int, bytes]:
        """The next answer, whatever was asked."""
        return self.answers.pop(0)


class Reader:
    """An open app at De Regenboog, which asks as soon as it is told that there is something at Het Kompas."""

    def __init__(self, two: Two, cookie: str) -> None:
        self._two, self._cookie = two, cookie
        self.told = open_socket(two.home, "/api/live", cookie)
        self.line = socket.create_connection(("127.0.0.1", two.home.port), LONGEST)
        self._heard = self._got = b""
        self._asking = self._again = False
        self._cursor = newest(two.home.port, two.path(""), cookie)

    def hear(self) -> None:
        """Take what the socket brings; a whole frame is a reason to ask."""
        self._heard += self.told.recv(_CHUNK)
        if size_of_frame(self._heard):
            self._heard = b""
            self._again = self._asking
            if not self._asking:
                self._ask()

    def read(self) -> set[str]:
        """Take a piece of an answer; the heads in it once it is whole."""
        self._got += self.line.recv(_CHUNK)
        page = _page(self._got)
        if page is None:
            return set()
        self._got, self._asking, self._cursor = b"", False, page.cursor
        if self._again:
            self._again = False
            self._ask()
        return {one.record.head for one in page.records if one.record}

    def _ask(self) -> None:
        self._asking = True
        self.line.sendall(request("GET", self._two.path(self._cursor), self._two.home.port, self._cookie))


class Crowd:
    """Four hundred of them."""

    def __init__(self, two: Two) -> None:
        self._readers = [Reader(two, two.home_built.cookies[who]) for who in two.home_built.parents]
        self._poll = select.epoll()
        self._told = {one.told.fileno(): one for one in self._readers}
        self._lines = {one.line.fileno(): one for one in self._readers}
        for descriptor in (*self._told, *self._lines):
            self._poll.register(descriptor, select.EPOLLIN)

    def reach(self, send: Callable[[], str]) -> float:
        """Seconds from the post until everybody has it."""
        waiting, start = set(self._lines), time.perf_counter()
        with ThreadPoolExecutor(1) as apart:
            sent = apart.submit(send)
            had: dict[int, set[str]] = {one: set() for one in waiting}
            while waiting:
                if time.perf_counter() > start + LONGEST:
                    raise TimeoutError(f"{len(waiting)} readers heard nothing")
                for at, _ in self._poll.poll(1.0):
                    if at in self._told:
                        self._told[at].hear()
                    else:
                        had[at] |= self._lines[at].read()
                if sent.done():
                    waiting = {one for one in waiting if sent.result() not in had[one]}
        return time.perf_counter() - start

    def close(self) -> None:
        """Hang up."""
        self._poll.close()
        for one in self._readers:
            one.told.close()
            one.line.close()


def newest(port: int, path: str, cookie: str) -> str:
    """The cursor behind everything that somebody has to hear."""
    cursor, done = "", False
    with socket.create_connection(("127.0.0.1", port), LONGEST) as line:
        while not done:
            line.sendall(request("GET", path + cursor, port, cookie))
            got = b""
            while (page := _page(got)) is None:
                got += line.recv(_CHUNK)
            cursor, done = page.cursor, page.done
    return cursor


def _page(got: bytes) -> Page | None:
    head, found, body = got.partition(b"\r\n\r\n")
    if not found:
        return None
    if not head.startswith(b"HTTP/1.1 200"):
        raise RuntimeError(got[:300].decode(errors="replace"))
    lines = dict(one.lower().split(b": ", 1) for one in head.split(b"\r\n")[1:])
    if len(body) < int(lines[b"content-length"]):
        return None
    return msgspec.json.decode(body, type=Page)
