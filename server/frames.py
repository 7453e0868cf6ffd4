"""WebSocket frames from server to client (RFC 6455, section 5): unmasked, so the same bytes serve every socket."""

from __future__ import annotations

import struct

_TEXT, _PING = 0x81, 0x89

PING = bytes((_PING, 0))
GOING_AWAY, NOT_ALLOWED, TRY_LATER = 1001, 1008, 1013


def text_frame(payload: bytes) -> bytes:
    """A whole text message of UTF-8 `payload` in one frame."""
    size = len(payload)
    if size < 126:
        return bytes((_TEXT, size)) + payload
    if size < 1 << 16:
        return struct.pack(">BBH", _TEXT, 126, size) + payload
    return struct.pack(">BBQ", _TEXT, 127, size) + payload
