"""Reading: a few connections that can only read, lent out one at a time.

Invariant: an ask sees one snapshot from its first statement to its last, and its connection comes back clean.
Reads never wait for the writer nor the writer for them; more asks than connections wait for each other.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from sqlcipher3 import dbapi2

from server.store import Connection
from server.store.connection import Raw
from server.store.errors import StoreClosed, translating

T = TypeVar("T")


class Readers:
    """At most `size` connections, opened when they are first needed."""

    def __init__(self, open_connection: Callable[[], Raw], size: int) -> None:
        self._open = open_connection
        self._size = size
        self._free = threading.BoundedSemaphore(size)
        self._idle: list[Raw] = []  # append and pop are atomic; the last one used is the warmest
        self._closed = False

    def read(self, ask: Callable[[Connection], T]) -> T:
        """See `Engine.read`."""
        with self._free:
            if self._closed:
                raise StoreClosed
            with translating():
                connection = self._idle.pop() if self._idle else self._open()
                try:
                    connection.execute("BEGIN")
                    return ask(connection)
                finally:
                    self._take_back(connection)

    def close(self) -> None:
        """Wait for the asks under way, then close every connection."""
        self._closed = True
        for _ in range(self._size):
            self._free.acquire()
        while self._idle:
            self._idle.pop().close()
        for _ in range(self._size):
            self._free.release()

    def _take_back(self, connection: Raw) -> None:
        """End the transaction, which wrote nothing; a connection that can't is not used again."""
        try:
            if connection.in_transaction:
                connection.execute("COMMIT")
            self._idle.append(connection)
        except dbapi2.Error:
            with suppress(dbapi2.Error):
                connection.close()
