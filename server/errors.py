"""Whatever goes wrong becomes one kind of answer: an RFC 9457 problem document with a stable `code`.

Invariants: nothing that was sent is repeated; what is not visible answers the same bytes as what does not exist;
an unforeseen error shows only a number, under which the log has the place in the code (never values).
"""

from __future__ import annotations

import re
import secrets
import traceback
from pathlib import Path

import msgspec
import structlog
from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from crypto.errors import CryptoError
from server.cursor import BadCursor
from server.limits import TooOften
from server.problems import PROBLEMS
from server.site import site
from server.store.errors import StoreError
from sync.errors import Refused

TYPE = "application/problem+json"
Facts = dict[str, str | int]

_BY_STATUS = {404: "not-found", 405: "wrong-method", 413: "too-large", 415: "wrong-type", 429: "slow-down"}
_STORE = ("store-full", "store-unavailable", "conflict")
_OURS, _THEIRS = 500, ("peer-unreachable",)
"""Problems that are ours to mend, but for these."""
_WHERE = re.compile(r"`(\$[^`]*)`$")


class Problem(Exception):
    """Ends a request with the problem `code` of `problems.PROBLEMS`; `facts` become members of the document."""

    def __init__(self, code: str, **facts: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.facts: Facts = facts


def register(app: Flask) -> None:
    """Let every error of `app` end here."""
    app.register_error_handler(Problem, lambda error: answer(error.code, error.facts))
    app.register_error_handler(Refused, lambda error: answer(error.code, error.facts))
    app.register_error_handler(TooOften, lambda error: answer(error.code, {"wait": error.wait}))
    app.register_error_handler(BadCursor, lambda error: answer(error.code))
    app.register_error_handler(StoreError, _store)
    app.register_error_handler(CryptoError, lambda error: answer(_crypto_code(error)))
    app.register_error_handler(msgspec.MsgspecError, lambda error: answer(*_decoding(error)))
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unforeseen)


def answer(code: str, facts: Facts | None = None) -> Response:
    """The problem document for `code` in the language that the request prefers."""
    body = msgspec.json.encode(document(code, facts or {}))
    if PROBLEMS[code].status >= _OURS and code not in _THEIRS:
        site().faults.note(code, site().now())
    response = Response(body, PROBLEMS[code].status, content_type=TYPE)
    if "wait" in (facts or {}):
        response.headers["Retry-After"] = str((facts or {})["wait"])
    if response.status_code == 416:
        response.headers["Content-Range"] = f"bytes */{(facts or {})['size']}"
    response.headers["Vary"] = "Accept-Language"
    return response


def document(code: str, facts: Facts) -> dict[str, str | int]:
    """The members of a problem: RFC 9457's own, `code`, and the facts."""
    kind = PROBLEMS[code]
    title, detail = kind.en if language() == "en" else kind.nl
    own: Facts = {"type": f"/problems/{code}", "title": title, "status": kind.status, "detail": detail, "code": code}
    return {**facts, **own}


def language() -> str:
    """The reader's language, the school's first one where they name none of ours."""
    ours = site().config.school.languages
    return request.accept_languages.best_match(ours, ours[0]) or ours[0]


def _crypto_code(error: CryptoError) -> str:
    return error.code if error.code in PROBLEMS else "malformed"


def _store(error: StoreError) -> Response:
    return answer(error.code) if error.code in _STORE else _unforeseen(error)


def _decoding(error: msgspec.MsgspecError) -> tuple[str, Facts]:
    """Where a body does not fit: a path of our own field names, never what was sent."""
    if not isinstance(error, msgspec.ValidationError):
        return "malformed", {}
    where = _WHERE.search(str(error))
    return "invalid", {"where": where[1]} if where else {}


def _http(error: HTTPException) -> Response:
    if isinstance(error, RequestEntityTooLarge):
        return answer("too-large")
    status = error.code or 500
    if status < 400:
        return Response(status=status, headers=error.get_headers())
    if status >= 500:
        return _unforeseen(error)
    return answer(_BY_STATUS.get(status, "malformed"))


def _unforeseen(error: Exception) -> Response:
    number = secrets.token_hex(6)
    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)]
    structlog.get_logger().error("unforeseen", number=number, kind=type(error).__name__, places=places[-8:])
    return answer("internal", {"number": number})
