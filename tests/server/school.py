"""A whole school in a test: a server over a fresh store, and people who use it through the Python client."""

from __future__ import annotations

import atexit
import functools
import shutil
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from server import create_app
from server.config import Config, Federation, Limits, Login, Push, School, Server
from server.founding import make_secret
from server.site import NAME, Site
from server.store.key import DatabaseKey
from server.store.sqlcipher import DATABASE, SqlcipherEngine, open_store
from sync.client import account, enrolment, office
from sync.client.session import Session
from sync.client.transport import JSON

ORIGIN = "http://localhost:8450"
OPEN_LIMITS = Limits(
    challenges="10000 per minute", login="10000 per minute", login_account="10000 per minute",
    invitations="10000 per minute", entries="10000 per minute",
)  # fmt: skip

KEY = DatabaseKey(bytes(range(32)))
ANYWHERE = Login(password_anywhere=True)


class Browser:
    """One browser at one address: a transport for the Python client that keeps its cookie."""

    def __init__(self, app: Flask, address: str = "127.0.0.1", origin: str = ORIGIN) -> None:
        self.origin, self.address = origin, address
        self.client: FlaskClient = app.test_client()

    def send(self, method: str, path: str, body: bytes | None, kind: str = JSON) -> tuple[int, bytes]:
        """The status and body of an answer, as `sync.client.transport.Transport` wants it."""
        answer = self.ask(method, path, body, Content_Type=kind) if body is not None else self.ask(method, path)
        return answer.status_code, answer.data

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> TestResponse:
        """The whole answer; `body` is bytes, or anything that msgspec turns into JSON."""
        data = body if body is None or isinstance(body, bytes) else msgspec.json.encode(body)
        named = {key.replace("_", "-"): value for key, value in headers.items()}
        kind = {"Content-Type": "application/json"} if data is not None else {}
        return self.client.open(
            path, method=method, base_url=self.origin, data=data,
            headers={"Origin": self.origin, "Accept-Language": "en", **kind, **named},
            environ_overrides={"REMOTE_ADDR": self.address},
        )  # fmt: skip


@dataclass
class TestSchool:
    """The server, its clock (`late` ms ahead of the real one) and the sleeps it asked for."""

    __test__ = False
    app: Flask
    store: SqlcipherEngine
    config: Config
    pauses: list[float] = field(default_factory=list)
    late: list[int] = field(default_factory=lambda: [0])

    @property
    def site(self) -> Site:
        """What handlers have at hand."""
        found: Site = self.app.extensions[NAME]
        return found

    def browser(self, address: str = "127.0.0.1") -> Browser:
        """A fresh browser without a session."""
        return Browser(self.app, address, self.config.school.origin)

    def wait(self, ms: int) -> None:
        """Let the server's clock run ahead."""
        self.late[0] += ms


@functools.cache
def _empty() -> Path:
    """A store of this release's schema that no school has used: made once a run, copied for each."""
    folder = Path(tempfile.mkdtemp(prefix="kring-empty-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    open_store(folder, KEY).close()
    return folder


def open_school(
    folder: Path,
    limits: Limits = OPEN_LIMITS,
    origin: str = ORIGIN,
    login: Login = ANYWHERE,
    name: str = "De Regenboog",
) -> TestSchool:
    """A server that has not been founded."""
    school, server = School(name=name, origin=origin), Server(data=folder)
    config = Config(school=school, server=server, limits=limits, login=login, push=Push(local=True),
                    federation=Federation(local=True))  # fmt: skip
    if not (folder / DATABASE).exists():
        shutil.copytree(_empty(), folder, dirs_exist_ok=True)
    store = open_store(folder, KEY)
    pauses, late = [], [0]
    app = create_app(config, store, lambda: time.time_ns() // 1_000_000 + late[0], pauses.append)
    return TestSchool(app, store, config, pauses, late)


@dataclass
class Cast:
    """A founded school with a group and people in it, each in a browser of their own."""

    school: TestSchool
    marga: Session
    sanne: Session
    anna: Session
    group: office.Group
    letters: dict[str, str]
    sheets: dict[str, str]


def browser_of(session: Session) -> Browser:
    """The browser of somebody who is signed in, for requests that the client would not make."""
    assert isinstance(session.transport, Browser)
    return session.transport


def code_of(answer: TestResponse) -> str:
    """The code of a problem; "" if the answer is none."""
    document = answer.get_json(silent=True) or {}
    return str(document.get("code", "")) if answer.status_code >= 400 else ""


def founder(school: TestSchool) -> Session:
    """Marga founds the school and works in its office."""
    secret = make_secret(school.store)
    return account.found(school.browser(), secret, "marga", "correct horse", "laptop").session


def fill(school: TestSchool) -> Cast:
    """Group 3A with Sanne as teacher, Noor's mother Anna who joined, and Daan's father Jeroen who did not."""
    marga = founder(school)
    office.open_group(marga, "3A")
    token = office.invite_staff(marga, office.Staffer(name="Sanne", role="teacher", groups=("3A",)))
    sanne = account.join(school.browser(), token, "sanne", "battery staple")
    enrolment.enrol(marga, [_pupil("1", "Noor", "Anna"), _pupil("2", "Daan", "Jeroen")])
    letters = {one["name"]: one["token"] for one in office.letters(marga)}
    anna = account.join(school.browser(), letters["Anna"], "anna@example.org", "purple rain", "phone")
    for session in (marga, sanne.session, anna.session):
        session.sync()
    sheets = {"sanne": sanne.sheet, "anna": anna.sheet}
    return Cast(school, marga, sanne.session, anna.session, office.groups(marga)["3A"], letters, sheets)


def _pupil(number: str, first: str, guardian: str) -> enrolment.Pupil:
    return enrolment.Pupil(number, first, "", "Jansen", "2017-05-01", ("3A",), (enrolment.Guardian("a", guardian),))
