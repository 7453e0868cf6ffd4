"""The headers that every answer carries: no script but our own files, no framing, no referrer, no caching of data."""

from __future__ import annotations

from flask import Flask, Response

from server.config import School

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
HTTPS = ("Strict-Transport-Security", "max-age=63072000")


def register(app: Flask, school: School) -> None:
    """Set the headers on every answer of `app`."""
    own = [*ALWAYS, HTTPS] if school.secure else ALWAYS

    def dress(response: Response) -> Response:
        response.headers.extend(own)
        if "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = "no-store"
        return response

    app.after_request(dress)
