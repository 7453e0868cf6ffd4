"""One JSON line a request on standard error, and never a secret in it.

Invariant: a line has the *template* of the route (`/api/invitations/<locator>`), never the path, query, body,
cookie, address or name; so no token, feed address or person can get into a log. A silent operation has no line.
"""

from __future__ import annotations

import sys
import time
from typing import Any

import msgspec
import structlog
from flask import Flask, Response, g, request

from server.wire import operation_of

_QUIET = "nowhere"


def set_up() -> None:
    """Let structlog write JSON lines to standard error; once per process."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.EventRenamer("what"),
            structlog.processors.JSONRenderer(serializer=_serialize),
        ],
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
        cache_logger_on_first_use=False,
    )


def register(app: Flask) -> None:
    """Write a line for every request of `app`."""
    app.before_request(_start)
    app.after_request(_write)


def line(method: str, route: str, status: int, started: float) -> None:
    """Write a request's line; `route`: its template; `started`: by `time.perf_counter`, 0 where nobody looked."""
    ms = round((time.perf_counter() - started) * 1000, 2) if started else 0
    structlog.get_logger().info("request", method=method, route=route, status=status, ms=ms)


def _start() -> None:
    g.started = time.perf_counter()


def _write(response: Response) -> Response:
    operation = operation_of(request.endpoint)
    if operation is not None and operation.silent:
        return response
    line(
        request.method,
        request.url_rule.rule if request.url_rule else _QUIET,
        response.status_code,
        g.get("started", 0.0),
    )
    return response


def _serialize(line: Any, **_: Any) -> str:
    return msgspec.json.encode(line).decode()
