"""The headers that every answer carries: no script but our own files, no framing, no referrer, no caching of data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from server.config import School

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' blob: data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "media-src 'self' blob:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
"""The content security policy; libsodium's WebAssembly needs `wasm-unsafe-eval`, nothing needs more."""

ALWAYS = [
    ("Content-Security-Policy", POLICY),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(self), geolocation=(), microphone=(), payment=(), usb=()"),
]
NO_STORE = ("Cache-Control", "no-store")
HTTPS = ("Strict-Transport-Security", "max-age=63072000")


def dressed(app: WSGIApplication, school: School) -> WSGIApplication:
    """`app` with the headers on every answer; below Flask, where nothing can forget them and it costs least."""
    own = [*ALWAYS, HTTPS] if school.secure else ALWAYS

    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        def begin(status: str, headers: list[tuple[str, str]], *error: Any) -> Any:
            cached = any(name == "Cache-Control" for name, _ in headers)
            return start(status, headers + own + ([] if cached else [NO_STORE]), *error)

        return app(environ, begin)

    return answer
