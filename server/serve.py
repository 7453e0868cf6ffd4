"""Running the server: gunicorn with one gevent worker, started from here so that there is nothing to configure.

`python -m gevent.monkey --module server.serve CONFIG` is what runs: the standard library is made cooperative
before anything else is imported. `serve` replaces the present process by that. On SIGTERM requests finish, live
connections close with 1001, and the store folds its log into the database.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import gevent
from greenlet import greenlet
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]
from gunicorn.workers.ggevent import GeventWorker  # type: ignore[import-untyped]

from server import create_app, delivering, logs, mailing, pushing, releases
from server.config import Config, ConfigError, load
from server.site import NAME, Site
from server.store import Engine
from server.store.errors import StoreError
from server.store.key import find_key
from server.store.sqlcipher import open_store

IDLE_SECONDS = 75
"""How long a kept-alive connection may say nothing; above what proxies use, so they never lose a race."""


def command(config: Path) -> list[str]:
    """What starts the server of the school in the file `config`."""
    return [sys.executable, "-m", "gevent.monkey", "--module", "server.serve", str(config)]


def serve(config: Path) -> NoReturn:
    """Replace this process by the server of the school in the file `config`."""
    os.execv(sys.executable, command(config))  # noqa: S606  (a list, no shell)


def open_engine(config: Config) -> Engine:
    """The school's store; raises StoreError with a sentence that says what to do."""
    key = find_key(config.server.key_file, config.server.data)
    return open_store(config.server.data, key)


class Worker(GeventWorker):  # type: ignore[misc]
    """The one worker: before it waits for requests to finish, it tells those to go who only listen or idle."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.idle: set[greenlet] = set()

    @contextmanager
    def timeout_ctx(self) -> Iterator[None]:
        """Around the wait for the next request on a connection: not for ever, and not past the end."""
        waiting = gevent.getcurrent()
        self.idle.add(waiting)
        try:
            with gevent.Timeout(self.cfg.keepalive, False):  # type: ignore[arg-type]
                yield
        finally:
            self.idle.discard(waiting)

    def part(self) -> None:
        """Close what only waits."""
        self.app.stop()
        gevent.killall(list(self.idle), exception=StopIteration, block=False)  # what gunicorn expects here

    def handle_exit(self, sig: int, frame: Any) -> None:
        """SIGTERM: finish what runs."""
        gevent.spawn(self.part)
        super().handle_exit(sig, frame)

    def handle_quit(self, sig: int, frame: Any) -> None:
        """SIGINT and SIGQUIT: the same, without haste either."""
        self.handle_exit(sig, frame)


class Application(BaseApplication):  # type: ignore[misc]
    """One school under gunicorn."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self.store: Engine | None = None
        self.site: Site | None = None
        self.stopped = threading.Event()
        super().__init__()

    def load_config(self) -> None:
        """Translate our settings into gunicorn's."""
        server = self.config.server
        settings: dict[str, Any] = {
            "bind": f"{server.bind}:{server.port}",
            "workers": 1,
            "worker_class": Worker,
            "worker_connections": server.connections,
            "graceful_timeout": server.stop_seconds,
            "keepalive": IDLE_SECONDS,
            "loglevel": "warning",
            "control_socket_disable": True,
            "post_worker_init": lambda worker: _say_ready(worker, self.config),
            "worker_exit": lambda arbiter, worker: self.close(),
        }
        for name, value in settings.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """Open the store and make the application, in the worker."""
        self.store = open_engine(self.config)
        app = create_app(self.config, self.store)
        self.site = app.extensions[NAME]
        releases.start(self.site, self.stopped)
        pushing.start(self.site, self.stopped)
        mailing.start(self.site, self.stopped)
        delivering.start(self.site, self.stopped)
        return app

    def stop(self) -> None:
        """Tell everybody who listens that the server goes away."""
        self.stopped.set()
        if self.site is not None:
            self.site.hub.end_all()

    def close(self) -> None:
        """Let go of the store: nothing is written after this."""
        if self.store is not None:
            self.store.close()


def run(path: Path) -> None:
    """Serve the school in the file `path` until a signal comes."""
    logs.set_up()
    try:
        config = load(path)
        open_engine(config).close()
    except (ConfigError, StoreError) as error:
        sys.exit(f"kring: {error}")
    Application(config).run()


def _say_ready(worker: Any, config: Config) -> None:
    # The arbiter kills after `stop_seconds`; the store has to be closed by then.
    worker.cfg.set("graceful_timeout", max(1, config.server.stop_seconds - 3))
    host, port = worker.sockets[0].getsockname()[:2]
    print(f"{config.school.name}: ready on http://{host}:{port} for {config.school.origin}", flush=True)


if __name__ == "__main__":
    run(Path(sys.argv[1]))
