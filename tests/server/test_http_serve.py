"""The server as a process: ready, serving, and gone without leaving anything behind."""

from __future__ import annotations

import signal
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests
import websocket

from server.config import load
from server.founding import make_secret
from server.serve import command, open_engine
from server.store.key import make_key
from sync.client import account
from sync.client.transport import Http

SECONDS = 60


@dataclass
class Process:
    """A running server and where it listens."""

    popen: subprocess.Popen[str]
    origin: str
    secret: str
    folder: Path

    def stop(self) -> int:
        """Ask it to stop, as systemd does; returns its exit code."""
        self.popen.send_signal(signal.SIGTERM)
        return self.popen.wait(SECONDS)


def start(folder: Path, port: int) -> subprocess.Popen[str]:
    """The server of a school's folder."""
    origin = f"http://127.0.0.1:{port}"
    text = f'[school]\nname = "De Regenboog"\norigin = "{origin}"\n[server]\nport = {port}\n'
    text += "[login]\npassword_anywhere = true\n"
    (folder / "config.toml").write_text(text)
    return subprocess.Popen(command(folder / "config.toml"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Process]:
    """A server that is ready, before its founding."""
    make_key(tmp_path / "kring.key")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (tmp_path / "config.toml").write_text(f'[school]\nname = "x"\norigin = "http://127.0.0.1:{port}"\n')
    store = open_engine(load(tmp_path / "config.toml"))
    secret = make_secret(store)
    store.close()
    popen = start(tmp_path, port)
    assert popen.stdout is not None
    assert popen.stdout.readline() == f"De Regenboog: ready on http://127.0.0.1:{port} for http://127.0.0.1:{port}\n"
    yield Process(popen, f"http://127.0.0.1:{port}", secret, tmp_path)
    popen.kill()
    popen.communicate()


def test_it_serves_when_it_says_so_and_stops_when_told(running: Process) -> None:
    assert requests.get(f"{running.origin}/.well-known/kring", timeout=SECONDS).json()["founded"] is False
    assert running.stop() == 0
    assert sorted(path.name for path in (running.folder / "data").iterdir()) == ["incarnation", "kring.db"]


def test_who_listens_is_told_that_the_server_goes_away(running: Process) -> None:
    transport = Http(running.origin)
    account.found(transport, running.secret, "marga", "correct horse")
    cookie = "; ".join(f"{one.name}={one.value}" for one in transport.session.cookies)
    address = running.origin.replace("http", "ws") + "/api/live"
    live = websocket.create_connection(address, timeout=SECONDS, origin=running.origin, cookie=cookie)
    live.ping("are you listening?")
    assert live.recv_data(control_frame=True)[0] == websocket.ABNF.OPCODE_PONG
    running.popen.send_signal(signal.SIGTERM)
    opcode, data = live.recv_data()
    live.shutdown()
    assert (opcode, int.from_bytes(data[:2], "big")) == (websocket.ABNF.OPCODE_CLOSE, 1001)
    assert running.popen.wait(SECONDS) == 0


def test_what_was_answered_is_there_after_a_restart(running: Process) -> None:
    account.found(Http(running.origin), running.secret, "marga", "correct horse")
    running.stop()
    again = start(running.folder, int(running.origin.rsplit(":", 1)[1]))
    assert again.stdout is not None
    again.stdout.readline()
    session = account.login(Http(running.origin), "marga", "correct horse")
    again.terminate()
    again.communicate(timeout=SECONDS)
    assert session.replica.seats()


def test_without_its_key_it_says_what_to_do(tmp_path: Path) -> None:
    popen = start(tmp_path, 8450)
    _, said = popen.communicate(timeout=SECONDS)
    assert popen.returncode == 1
    assert "There is no key file" in said
    assert "Traceback" not in said


def test_it_prints_no_secret(running: Process) -> None:
    account.found(Http(running.origin), running.secret, "marga", "correct horse")
    running.popen.terminate()
    out, said = running.popen.communicate(timeout=SECONDS)
    key = (running.folder / "kring.key").read_text().strip()
    assert '"route":"/api/founding"' in said
    assert all(secret not in out + said for secret in (running.secret, key, "correct horse", "marga"))
