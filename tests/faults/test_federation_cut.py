"""Two schools in network namespaces of their own, and the cable between them: cut, and put back.

Needs root and `ip netns`; skipped, with the reason, where that can't be had.
"""

from __future__ import annotations

import ctypes
import os
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from server.founding import make_secret
from server.serve import command, open_engine
from server.setup import CONFIG, prepare
from sync.client import account, linking, news, office
from sync.client.away import join
from sync.client.session import Session
from sync.client.transport import Http, Problem
from tests.browser.ports import free_port
from tests.faults.pair import PASSWORD, House, until
from tests.server.middleman import Middleman

SPACES = {"a": f"kring-a-{os.getpid()}", "b": f"kring-b-{os.getpid()}"}
ADDRESSES = {"a": "10.213.7.1", "b": "10.213.7.2"}
MANY = 12
pytestmark = pytest.mark.timeout(600)
CLONE_NEWNET = 0x40000000


class Spaced(House):
    """A school whose process lives in a network namespace."""

    space = ""

    def start(self) -> None:
        """Let it run there."""
        inside = ["ip", "netns", "exec", self.space]
        with (self.folder / "server.log").open("a") as log:
            self.process = subprocess.Popen(
                [*inside, *command(self.folder / CONFIG)], stdout=subprocess.PIPE, stderr=log, text=True
            )
        assert self.process.stdout is not None
        assert "ready" in self.process.stdout.readline()


@pytest.fixture
def cable() -> Iterator[None]:
    """Two namespaces and the cable between them."""
    made = run(
        *(f"netns add {space}" for space in SPACES.values()), f"link add {ends('a')} type veth peer name {ends('b')}"
    )
    if made:
        pytest.skip(f"no network namespaces here: {made}")
    for name, space in SPACES.items():
        run(f"link set {ends(name)} netns {space}", f"-n {space} addr add {ADDRESSES[name]}/30 dev {ends(name)}",
            f"-n {space} link set lo up", f"-n {space} link set {ends(name)} up")  # fmt: skip
    yield
    run(*(f"netns del {space}" for space in SPACES.values()))


@pytest.fixture
def houses(tmp_path: Path, cable: None) -> Iterator[tuple[House, House]]:
    """Two linked schools, each in its namespace; what reaches a port of one is led there by hand."""
    with ExitStack() as stack:
        a, b = (settle(stack, tmp_path / name, name) for name in "ab")
        for house, name, other in ((a, "a", "b"), (b, "b", "a")):
            lead(house.port, "", SPACES[name], "127.0.0.1")  # the tests' own clients
            lead(house.port, SPACES[other], SPACES[other], ADDRESSES[name])
        for house in (a, b):
            secret = (house.folder / "secret").read_text()
            house.sessions.append(account.found(Http(f"http://{house.host}"), secret, "marga", PASSWORD).session)
        for one, other in ((a, b), (b, a)):
            linking.link(one.office, linking.look(one.office, other.host))
        until(lambda: all(one.peers().peers[0].state == "linked" for one in (a, b)))
        yield a, b


def test_the_cable_is_cut_and_put_back(houses: tuple[House, House]) -> None:
    """A parent of A at B: the last state stays while it is cut; then all that was written comes, once."""
    a, b = houses
    office.open_group(b.office, "Blauw")
    group = office.groups(b.office)["Blauw"].group
    parent, there = neighbour(a, b)
    news.post(b.office, [group], "Voor de storing", "")
    there.sync()
    cut(True)
    with pytest.raises(Problem) as away:
        there.sync()
    assert away.value.code == "peer-unreachable"
    assert [item.body["title"] for item in news.news(there)] == ["Voor de storing"]
    for number in range(MANY):
        news.post(b.office, [group], f"Tijdens de storing {number}", "")
    until(lambda: b.peers().peers[0].state == "silent")
    parent.sync()  # the own school goes on as if nothing had happened
    cut(False)
    until(lambda: b.peers().peers[0].waiting == 0)
    there.sync()
    titles = [item.body["title"] for item in news.news(there)]
    assert (len(titles), len(set(titles))) == (MANY + 1, MANY + 1)


def neighbour(a: House, b: House) -> tuple[Session, Session]:
    """Somebody who works at A and teaches at B: their sessions at both."""
    home = a.office
    token = office.invite_staff(b.office, office.Staffer("Hans", "teacher", ("Blauw",)))
    return home, join(home, b.host, token)


def settle(stack: ExitStack, folder: Path, name: str) -> Spaced:
    """A school's folder, and its server in the namespace."""
    port = free_port()
    config = prepare(folder / CONFIG, "De Regenboog", f"http://127.0.0.1:{port}", port, demo=True)
    text = (folder / CONFIG).read_text().replace("[server]\n", '[server]\nbind = "0.0.0.0"\n')
    (folder / CONFIG).write_text(text)
    store = open_engine(config)
    (folder / "secret").write_text(make_secret(store))
    store.close()
    house = Spaced(folder, port, Middleman(port, port))
    house.space = SPACES[name]
    house.start()
    stack.callback(house.end)
    return house


def lead(port: int, listening: str, speaking: str, address: str) -> None:
    """Whatever comes to a port of one namespace ("" is ours) goes to the same port of an address as seen in another."""
    ready = threading.Event()

    def listen() -> None:
        enter(listening)
        with socket.create_server(("127.0.0.1", port)) as server:
            ready.set()
            while True:
                came, _ = server.accept()
                threading.Thread(target=carry, args=(came, port, speaking, address), daemon=True).start()

    threading.Thread(target=listen, daemon=True).start()
    assert ready.wait(10)


def carry(came: socket.socket, port: int, speaking: str, address: str) -> None:
    """One connection, both ways."""
    enter(speaking)
    with came, suppress(OSError), socket.create_connection((address, port), 3) as goes:
        goes.settimeout(30)
        other = threading.Thread(target=pump, args=(goes, came), daemon=True)
        other.start()
        pump(came, goes)
        other.join()


def pump(source: socket.socket, target: socket.socket) -> None:
    """Bytes, until one side ends."""
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)


def enter(space: str) -> None:
    """Let this thread, and no other, live in a network namespace."""
    if space:
        with Path(f"/run/netns/{space}").open() as found:
            assert ctypes.CDLL(None, use_errno=True).setns(found.fileno(), CLONE_NEWNET) == 0


def cut(is_cut: bool) -> None:
    """Pull the plug, or put it back."""
    assert run(f"-n {SPACES['a']} link set {ends('a')} {'down' if is_cut else 'up'}") == ""


def ends(name: str) -> str:
    """The name of an end of the cable."""
    return f"kr{name}{os.getpid()}"


def run(*commands: str) -> str:
    """Run `ip` commands; what the first one that fails says."""
    for one in commands:
        done = subprocess.run(["ip", *one.split()], capture_output=True, text=True)
        if done.returncode:
            return done.stderr.strip() or "refused"
    return ""
