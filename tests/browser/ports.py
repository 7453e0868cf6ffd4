"""Free ports on loopback."""

from __future__ import annotations

import errno
import random
import socket


def free_port() -> int:
    """A port that nobody uses at this moment, of those that the system gives to nobody who asks for any."""
    while True:
        port = random.randint(20_000, 32_000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError as error:
                if error.errno != errno.EADDRINUSE:
                    raise
            else:
                return port
