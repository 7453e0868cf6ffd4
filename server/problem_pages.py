"""`/problems/<code>`: what a problem document's `type` points to, in words."""

from __future__ import annotations

from flask import Response

from server.errors import Problem, document
from server.problems import PROBLEMS
from server.wire import PUBLIC, Operation, Routes, reply

routes = Routes("problems", __name__)


@routes.serve(Operation("GET", "/problems/<code>", PUBLIC))
def problem(code: str) -> Response:
    """What this kind of problem means and what to do about it."""
    if code not in PROBLEMS:
        raise Problem("not-found")
    return reply(document(code, {}))
