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
        "frame-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
"""The content security policy; libsodium's WebAssembly needs `wasm-unsafe-eval`, nothing needs more."""

PREVIEW = "; ".join(
    (
        "sandbox allow-scripts",
        "default-src 'none'",
        "script-src 'self' blob: 'wasm-unsafe-eval'",
        "worker-src blob:",
        "style-src 'self'",
        "img-src blob: data:",
        "font-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'self'",
    )
)
"""Of the page in which somebody else's file is drawn: an origin that is nobody's, no network, no way out of its frame.

What draws it comes from the page around it, as bytes: hence `blob:`, which is no way to run anything of the file's.
"""
SHARED = {"Cross-Origin-Resource-Policy": "cross-origin"}
APART = {"preview.html": {"Content-Security-Policy": PREVIEW}, "preview.js": SHARED, "preview.css": SHARED}
"""Files with headers of their own; whoever has no origin may use the two that are ours."""

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
            said = {name for name, _ in headers}
            return start(status, headers + [one for one in [*own, NO_STORE] if one[0] not in said], *error)

        return app(environ, begin)

    return answer
