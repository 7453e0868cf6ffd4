"""A school to measure: ten groups, three hundred parents, made once by the real client over HTTP, then copied.

Invariant: nothing is put into the store directly; who is here was invited and joined. Only the parents' logins are
cheaper than in life: they have a recovery sheet and no password, as hashing passwords is not what is measured.
"""

from __future__ import annotations

import atexit
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import msgspec

from bench.load import request
from crypto.identity import Identity, check_person, person_statement
from crypto.lock import make_sheet_lock, new_sheet
from crypto.random import fresh
from crypto.token import read_token
from server.config import Config, load
from server.founding import make_secret
from server.serve import command, open_engine
from server.setup import CONFIG, prepare
from sync.client import account, enrolment, news, office
from sync.client.session import Session, now
from sync.client.transport import Http, Transport, call
from sync.messages import Account, Entries, Entry, Lock, Page, PersonStatement, Redemption, Results
from sync.messages import Session as SessionMessage
from sync.redeem import redeem
from tests.browser.ports import free_port

ROOT = Path(__file__).resolve().parent.parent
GROUPS = tuple(f"{year}{letter}" for year in range(1, 6) for letter in "AB")
OFFICE = "office"
CHILDREN = 15
"""In each group; each child has two parents."""
PASSWORD = "zonnebloem op het dak 7"
DISK = "/var/tmp"
"""Where schools and databases of a bench lie: `/tmp` may be memory."""
LIMITS = """
[limits]
challenges = "100000 per minute"
login = "100000 per minute"
invitations = "100000 per minute"
entries = "1000000 per minute"
peers = "1000000 per minute"
login_account = "100000 per minute"

[push]
local = true
"""
TEXT = "Woensdag gaan we met de hele groep naar het bos. We lopen, dus trek stevige schoenen aan. " * 6


@dataclass
class Template:
    """A closed school: its folder, the sessions of who writes (by group, and OFFICE), everybody's cookies, and the
    parents by login: their recovery sheets, and who they are."""

    folder: Path
    writers: dict[str, Session] = field(default_factory=dict)
    cookies: dict[str, str] = field(default_factory=dict)
    parents: list[str] = field(default_factory=list)
    sheets: dict[str, str] = field(default_factory=dict)
    identities: dict[str, tuple[Identity, str]] = field(default_factory=dict)


@dataclass
class Running:
    """A server in a process of its own."""

    port: int
    process: subprocess.Popen[str]

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"


@cache
def template() -> Template:
    """The school that all benches copy; its folder goes when the run ends."""
    folder = Path(tempfile.mkdtemp(prefix="kring-bench-", dir=DISK))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return build(folder / "school")


def build(folder: Path, groups: tuple[str, ...] = GROUPS, children: int = CHILDREN) -> Template:
    """A school in an empty folder, with so many children in each group."""
    built, config = Template(folder), settle(folder)
    store = open_engine(config)
    secret = make_secret(store)
    store.close()
    with serve(config) as server:
        _fill(built, server.address, secret, groups, children)
    return built


def copy(name: str) -> Path:
    """A copy of the template's folder."""
    folder = template().folder.with_name(name)
    shutil.copytree(template().folder, folder)
    return folder


@contextmanager
def open_copy(name: str, packed: bool = True) -> Iterator[Running]:
    """A copy of the template, served until the block ends; packed: the client in few files, as families get it."""
    folder = copy(name)
    try:
        with serve(settle(folder, packed)) as server:
            yield server
    finally:
        shutil.rmtree(folder)


def settle(folder: Path, packed: bool = True) -> Config:
    """Settings for the school in `folder`: a free port, and limits that a bench never meets."""
    port = free_port()
    (folder / CONFIG).unlink(missing_ok=True)
    prepare(folder / CONFIG, "De Regenboog", f"http://127.0.0.1:{port}", port, demo=True)
    text = (folder / CONFIG).read_text().replace("[server]\n", f"[server]\npacked = {str(packed).lower()}\n", 1)
    (folder / CONFIG).write_text(text + LIMITS)
    return load(folder / CONFIG)


@contextmanager
def serve(config: Config) -> Iterator[Running]:
    """The school's server in a process of its own, until the block ends."""
    folder = config.server.key_file.parent
    with _process(config.server.port, command(folder / CONFIG), folder / "server.log") as server:
        yield server


@contextmanager
def serve_bare(size: int = 200) -> Iterator[Running]:
    """The bare server; its constant has `size` bytes."""
    port = free_port()
    bare = [sys.executable, "-m", "gevent.monkey", "--module", "bench.peer", str(port), str(size)]
    with _process(port, bare, Path("/dev/null")) as server:
        yield server


@contextmanager
def serve_radicale(folder: Path) -> Iterator[Running]:
    """Radicale over a folder, under the same worker."""
    port = free_port()
    radicale = [sys.executable, "-m", "gevent.monkey", "--module", "bench.caldav", str(port), str(folder)]
    with _process(port, radicale, Path("/dev/null")) as server:
        yield server


def seal_news(server: Running, who: str, count: int) -> list[bytes]:
    """Requests that post so many news, sealed by the client's own code: a group's teacher to it, OFFICE to all."""
    built, sealed = template(), []
    session = built.writers[who]

    def keep(entries: list[Entry]) -> Results:
        sealed.append(msgspec.json.encode(Entries(entries=entries)))
        return Results(results=[])

    session.transport = connect(server, who)
    session.post = keep  # type: ignore[method-assign]
    for number in range(count):
        news.post(session, [_circle(session, who)], f"Naar het bos, dag {number}", TEXT)
    return [request("POST", "/api/entries", server.port, built.cookies[who], body) for body in sealed]


def connect(server: Running, who: str, built: Template | None = None) -> Http:
    """A transport for somebody who is signed in: a group's teacher, or a parent by login."""
    http = Http(server.address)
    http.session.headers["Cookie"] = (built or template()).cookies[who]
    return http


def fresh_copy(server: Running, who: str, built: Template | None = None) -> Session:
    """Somebody's own copy, made from nothing: a group's teacher, or a parent by login."""
    from_where = built or template()
    writer = from_where.writers.get(who)
    identity, person = (writer.identity, writer.person) if writer else from_where.identities[who]
    session = Session(connect(server, who, from_where), identity, person, from_where.writers[OFFICE].replica.trust.root)
    session.sync()
    return session


def newest_cursor(server: Running, who: str) -> tuple[str, str]:
    """(a cursor before which everything was sent, the cursor that led to it)."""
    http, before, cursor = connect(server, who), "", ""
    while True:
        page = call(http, "GET", f"/api/sync?cursor={cursor}", Page)
        before, cursor = cursor, page.cursor
        if page.done:
            return cursor, before


@contextmanager
def _process(port: int, starting: list[str], log: Path) -> Iterator[Running]:
    with log.open("a") as errors:
        process = subprocess.Popen(starting, stdout=subprocess.PIPE, stderr=errors, text=True, cwd=ROOT)
    assert process.stdout is not None
    try:
        if "ready" not in process.stdout.readline():
            raise RuntimeError(f"the server did not start: {log} says why")
        yield Running(port, process)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(45)
        process.stdout.close()


def _fill(built: Template, address: str, secret: str, groups: tuple[str, ...], children: int) -> None:
    founded = account.found(Http(address), secret, "ad", PASSWORD, office=False)
    marga = account.join(Http(address), founded.office_token, "marga", PASSWORD).session
    built.writers[OFFICE] = marga
    for name in groups:
        office.open_group(marga, name)
        token = office.invite_staff(marga, office.Staffer(f"juf {name}", "teacher", (name,)))
        built.writers[name] = account.join(Http(address), token, f"juf-{name}", PASSWORD).session
        enrolment.enrol(marga, [_pupil(name, number) for number in range(children)])
    for letter in office.letters(marga):
        _join(built, address, letter["token"])
    for name, session in built.writers.items():
        session.sync()
        news.post(session, [_circle(session, name)], "Welkom op Kring", TEXT)  # with the keys that joining made due
        built.cookies[name] = _cookie(session.transport)
    built.writers[OFFICE].sync()


def _join(built: Template, address: str, code: str) -> None:
    """Use a letter and stay signed in, without reading what there is."""
    http, token, identity = Http(address), read_token(code), Identity(fresh(32))
    statement = person_statement(identity)
    person = check_person([statement])
    link = redeem(token, account.look_up(http, token).seat, identity, person, now())
    name = f"ouder-{len(built.parents)}"
    built.sheets[name] = new_sheet()
    locks = [Lock(**make_sheet_lock(built.sheets[name], identity.seed, person.id))]
    statements = [msgspec.convert(statement, PersonStatement)]
    body = Redemption(person=statements, link=link, account=Account(name=name, locks=locks))
    call(http, "POST", f"/api/invitations/{token.locator}/redemption", SessionMessage, body)
    built.parents.append(name)
    built.identities[name] = (identity, person.id)
    built.cookies[name] = _cookie(http)


def _circle(session: Session, who: str) -> str:
    """Where somebody posts: the group, or the school."""
    return str(session.replica.trust.charter["school"]) if who == OFFICE else office.groups(session)[who].group


def _cookie(http: Transport) -> str:
    assert isinstance(http, Http)
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in http.session.cookies)


def _pupil(group: str, number: int) -> enrolment.Pupil:
    guardians = tuple(enrolment.Guardian(str(one), f"Ouder {one}") for one in range(2))
    return enrolment.Pupil(f"{group}-{number}", f"Kind {number}", "", "Jansen", "2018-02-03", (group,), guardians)
