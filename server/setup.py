"""Setting up: a school's folder for `kring init`, and a demo that runs beside this process."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

from server import demo
from server.config import Config, load
from server.founding import make_secret
from server.sample import kompas, wolken
from server.serve import open_engine
from server.store.key import make_key

TEMPLATE = Path(__file__).resolve().parent.parent / "config.example.toml"
CONFIG, LOGINS = "config.toml", "demo.json"


class SetupError(Exception):
    """Something stands in the way; the text says what to do."""

    code = "setup"


@dataclass
class Running:
    """A demo server in a process of its own, and what to tell about it."""

    process: subprocess.Popen[str]
    about: dict[str, Any]
    beside: Running | None = None

    def wait(self) -> None:
        """Run until the server ends or this process is told to stop; then the server stops as well."""
        try:
            self.process.wait()
        except KeyboardInterrupt:
            pass
        finally:
            self.stop()

    def stop(self) -> None:
        """Stop the server, and those beside it."""
        self.process.terminate()
        self.process.wait()
        if self.beside is not None:
            self.beside.stop()


def prepare(path: Path, name: str, origin: str, port: int | None = None, *, demo: bool = False) -> Config:
    """Write settings and key where there are none yet; returns the settings. Raises ConfigError.

    demo: a password alone opens an account in any browser, and schools on this machine can be linked.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = [f"[school]\nname = {json.dumps(name)}\norigin = {json.dumps(origin)}\n"]
        lines += [f"\n[server]\nport = {port}\n"] if port is not None else []
        lines += ["\n[login]\npassword_anywhere = true\n\n[federation]\nlocal = true\n"] if demo else []
        path.write_text("".join(lines))
    config = load(path)
    if not config.server.key_file.exists() and not (config.server.data / "kring.db").exists():
        make_key(config.server.key_file)
    return config


def start_schools(port: int, folder: Path, say: Callable[[str], None]) -> Running:
    """The demo with a second, linked school beside it, in the folder `kompas` of the first. Raises SetupError."""
    first = start_demo(port, folder, say)
    try:
        fill = partial(kompas.make, first.about["address"], say)
        second = _start_one(port and port + 1, folder / "kompas", "Het Kompas", fill)
    except BaseException:
        first.process.kill()
        raise
    return Running(first.process, {**first.about, "second": second.about}, second)


def start_board(port: int, folder: Path, say: Callable[[str], None], schools: int) -> Running:
    """The demo of so many schools and their board on a server of its own, in the folder `wolken`; raises SetupError."""
    first = (start_schools if schools > 1 else start_demo)(port, folder, say)
    places = [(first.about["address"], "marga")]
    places += [(first.about["second"]["address"], "kees")] if "second" in first.about else []
    try:
        board = _start_one(port and port + 2, folder / "wolken", "De Wolken", partial(wolken.make, places, say))
    except BaseException:
        first.stop()
        raise
    board.beside = first.beside
    return Running(first.process, {**first.about, "board": board.about}, board)


def start_demo(port: int, folder: Path, say: Callable[[str], None]) -> Running:
    """Start the demo's server; fill it through the real client the first time. Raises SetupError."""
    return _start_one(port, folder, "De Regenboog", lambda address, secret: demo.make(address, secret, say))


def _start_one(port: int, folder: Path, name: str, fill: Callable[[str, str], demo.Demo]) -> Running:
    folder = folder.resolve()
    known = folder / LOGINS
    if (folder / CONFIG).exists() and not known.exists():
        raise SetupError(f"{folder} holds a demo that was never finished: delete the folder and try again.")
    port = _port_of(load(folder / CONFIG)) if known.exists() else port or _free_port()
    origin = f"http://127.0.0.1:{port}"
    config = prepare(folder / CONFIG, name, origin, port, demo=True)
    secret = "" if known.exists() else _secret(config)
    signal.signal(signal.SIGTERM, _leave)
    process = _start(folder / CONFIG)
    if secret:
        try:
            demo.save(fill(origin, secret), known)
        except BaseException:
            process.kill()
            raise
    return Running(process, json.loads(known.read_text()))


def describe(about: dict[str, Any]) -> str:
    """The demo in words."""
    logins = "\n".join(f"  {one['name']:10} {one['who']}" for one in about["logins"])
    letters = "\n".join(f"  {one['token']}  {one['name']}, {one['child']}" for one in about["open_letters"])
    second = f"Het Kompas, which is linked with it: {about['second']['address']}\n" if "second" in about else ""
    second += f"De Wolken, the board: {about['board']['address']}\n" if "board" in about else ""
    for key in ("second", "board"):
        logins += "".join(f"\n  {one['name']:10} {one['who']}" for one in about.get(key, {}).get("logins", []))
    return (f"\nDe Regenboog is open: {about['address']}\n{second}"
            f"\nSign in with the password \"{demo.PASSWORD}\" as\n{logins}\n"
            f"\nLetters that nobody has used yet:\n{letters}\n\nStop it with Ctrl-C.")  # fmt: skip


def _start(config: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "server.cli", "serve", "--config", str(config)]
    with (config.parent / "server.log").open("a") as log:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)
    line = process.stdout.readline() if process.stdout else ""
    if not line:
        raise SetupError(f"The demo's server did not start: {(config.parent / 'server.log')} says why.")
    return process


def _leave(number: int, frame: FrameType | None) -> NoReturn:
    # Only raises: whoever waits for the server holds its lock, so a handler that waited too would wait for ever.
    sys.exit(0)


def _secret(config: Config) -> str:
    store = open_engine(config)
    try:
        return make_secret(store)
    finally:
        store.close()


def _port_of(config: Config) -> int:
    return config.server.port


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
