"""The OpenAPI 3.1 document, made from the declared operations and the wire types themselves."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import msgspec
from flask import Flask, Response, current_app

from server.problems import PROBLEMS
from server.wire import BYTES, PERSON, PUBLIC, Operation, Routes, operation_of, reply

routes = Routes("openapi", __name__)
PREFIXES = ("/api/", "/.well-known/")
_PART = re.compile(r"<(?:[a-z]+:)?([a-z]+)>")
_ALWAYS = ("internal",)
_BODY = ("malformed", "invalid", "wrong-type", "too-large", "too-slow")
_UNSAFE = ("POST", "PUT", "DELETE")
_PROBLEM: dict[str, Any] = {
    "type": "object",
    "description": "RFC 9457; `code` is stable, other members are facts that help.",
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "code": {"type": "string", "enum": sorted(PROBLEMS)},
    },
    "required": ["type", "title", "status", "detail", "code"],
}


@routes.serve(Operation("GET", "/api/openapi.json", PUBLIC))
def openapi() -> Response:
    """This document."""
    return reply(_made(current_app._get_current_object()))  # type: ignore[attr-defined]


def document(app: Flask) -> dict[str, Any]:
    """The whole document for `app`."""
    found = [(one, app.view_functions[rule.endpoint]) for rule in app.url_map.iter_rules()
             if (one := _declared(app, rule.endpoint)) and one.path.startswith(PREFIXES)]  # fmt: skip
    types = {part for one, _ in found for part in (one.takes, one.gives) if part and part is not bytes}
    ordered = sorted(types, key=lambda kind: kind.__name__)
    _, schemas = msgspec.json.schema_components(ordered, ref_template="#/components/schemas/{name}")
    paths: dict[str, dict[str, Any]] = {}
    for one, view in sorted(found, key=lambda pair: (pair[0].path, pair[0].method)):
        paths.setdefault(_PART.sub(r"{\1}", one.path), {})[one.method.lower()] = _describe(one, view)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Kring", "version": "1", "description": "See docs/protocol.md."},
        "paths": paths,
        "components": {
            "schemas": {**schemas, "Problem": _PROBLEM},
            "securitySchemes": {"session": {"type": "apiKey", "in": "cookie", "name": "__Host-kring"}},
        },
    }


@lru_cache(maxsize=4)
def _made(app: Flask) -> dict[str, Any]:
    return document(app)


def _declared(app: Flask, endpoint: str) -> Operation | None:
    with app.app_context():
        return operation_of(endpoint)


def _describe(one: Operation, view: Any) -> dict[str, Any]:
    summary = (view.__doc__ or "").strip().split("\n")[0]
    described: dict[str, Any] = {
        "operationId": view.__name__,
        "summary": summary,
        "parameters": _parameters(one),
        "responses": _responses(one),
    }
    if one.takes:
        described["requestBody"] = {"required": True, "content": _json(one.takes)}
    if one.access == PERSON:
        described["security"] = [{"session": []}]
    return described


def _parameters(one: Operation) -> list[dict[str, Any]]:
    in_path = [{"name": name, "in": "path", "required": True} for name in _PART.findall(one.path)]
    in_query = [{"name": name, "in": "query", "required": False} for name in one.query]
    in_head = [{"name": "Range", "in": "header", "required": False}] if one.gives is bytes else []
    text = {"schema": {"type": "string"}}
    return [part | text for part in in_path + in_query + in_head]


def _responses(one: Operation) -> dict[str, Any]:
    if one.socket:
        good: dict[str, Any] = {"101": {"description": "A WebSocket; every message is a Frame."}}
    elif one.gives is bytes:
        good = {"200": {"description": "The whole.", "content": _json(bytes)},
                "206": {"description": "The range that was asked for.", "content": _json(bytes)},
                "304": {"description": "Not changed."}}  # fmt: skip
    elif one.gives:
        good = {"200": {"description": "Done.", "content": _json(one.gives)}}
    elif one.method == "GET":
        good = {"200": {"description": "Done.", "content": {one.kind: {}}}}
    else:
        good = {"204": {"description": "Done."}}
    return good | _problems(one)


def _problems(one: Operation) -> dict[str, Any]:
    codes = set(_ALWAYS) | set(one.problems) | (set(_BODY) if one.takes else set())
    codes |= {"not-found"} if "<" in one.path else set()
    codes |= {"not-signed-in"} if one.access == PERSON else set()
    codes |= {"wrong-origin"} if one.socket or one.method in _UNSAFE else set()
    by_status: dict[int, list[str]] = {}
    for code in sorted(codes):
        by_status.setdefault(PROBLEMS[code].status, []).append(code)
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {str(status): {"description": ", ".join(names), "content": content} for status, names in by_status.items()}


def _json(kind: type) -> dict[str, Any]:
    if kind is bytes:
        return {BYTES: {"schema": {"type": "string", "format": "binary"}}}
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{kind.__name__}"}}}
