"""Asking whether there is anything new, against a Flask route that returns a constant, both under the same worker.

This is what a school's phones do most. Who missed nothing is answered without the database; who asks for the first
time in half a minute is looked up in it, and has a row of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

from bench.load import drive, request
from bench.rows import Row, take_turns
from bench.school import Running, connect, newest_cursor, open_copy, serve_bare, template

PEOPLE = 50
CONNECTIONS = 10
SECONDS = 0.8
KEPT = 12
"""Cursors of one person in turn: more than the server remembers, so each is looked up."""


def measure() -> list[Row]:
    """Requests a second on ten connections."""
    with open_copy("sync") as server:
        rest, looked_up = _at_rest(server), _looked_up(server)
        size = len(_answer(server))
        with serve_bare(size) as bare:
            constant = cycle([request("GET", "/constant", bare.port, template().cookies[template().parents[0]])])
            figures = take_turns({
                "constant": lambda: _rate(bare, constant),
                "rest": lambda: _rate(server, rest),
                "looked up": lambda: _rate(server, looked_up),
            })  # fmt: skip
    against = "Flask, a constant of the same size"
    return [
        Row("sync, nothing new", figures["rest"], figures["constant"], "requests/s", against=against),
        Row("sync, nothing new, looked up", figures["looked up"], figures["constant"], "requests/s", against=against),
    ]


def _rate(server: Running, requests: Iterator[bytes]) -> float:
    return drive(server.port, [requests] * CONNECTIONS, SECONDS).rate


def _at_rest(server: Running) -> Iterator[bytes]:
    people = template().parents[:PEOPLE]
    return cycle([_ask(server, who, newest_cursor(server, who)[0]) for who in people])


def _looked_up(server: Running) -> Iterator[bytes]:
    """The same cursor of a few, sealed anew a dozen times: each text is another to the server's memory."""
    people = template().parents[PEOPLE : PEOPLE + 5]
    return cycle([_ask(server, who, newest_cursor(server, who)[0]) for _ in range(KEPT) for who in people])


def _ask(server: Running, who: str, cursor: str) -> bytes:
    return request("GET", f"/api/sync?cursor={cursor}", server.port, template().cookies[who])


def _answer(server: Running) -> bytes:
    who = template().parents[0]
    return connect(server, who).send("GET", f"/api/sync?cursor={newest_cursor(server, who)[0]}", None)[1]
