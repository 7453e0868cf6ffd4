"""Speaking to an address that somebody else named: only to the open internet, never into this network.

Invariants: https to port 443; every address that the name resolves to is public; the connection goes to the address
that was checked, so a name can't resolve to something else in between; redirects are not followed.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

SECONDS = 10.0
_READ = 1024
_HTTPS = 443


class Forbidden(Exception):
    """An address that this server does not speak to."""

    code = "bad-endpoint"


@dataclass(frozen=True)
class Answer:
    """A status, and in how many seconds the other side wants to be asked again (0: it does not say)."""

    status: int
    retry: int


def check(address: str, local: bool = False) -> SplitResult:
    """The parts of an https address of a public host; raises Forbidden. local: also http on this machine, for tests."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise Forbidden from None
    if local and parts.scheme == "http" and parts.hostname == "127.0.0.1" and port:
        return parts
    plain = parts.username is None and parts.password is None and not parts.fragment
    if parts.scheme != "https" or not parts.hostname or port not in (None, _HTTPS) or not plain:
        raise Forbidden
    return parts


def resolve(parts: SplitResult, local: bool = False) -> str:
    """A checked address of the host; raises Forbidden where any of its addresses is not public, OSError for none."""
    host = parts.hostname or ""
    if local and host == "127.0.0.1":
        return host
    found = [str(one[4][0]) for one in socket.getaddrinfo(host, _HTTPS, type=socket.SOCK_STREAM)]
    if not found or not all(_is_public(one) for one in found):
        raise Forbidden
    return found[0]


def post(address: str, body: bytes, headers: dict[str, str], local: bool = False) -> Answer:
    """POST a body; raises Forbidden, OSError, http.client.HTTPException."""
    with ask("POST", address, body, headers, local) as answer:
        answer.read(_READ)
        return Answer(answer.status, retry_of(answer))


@contextmanager
def ask(
    method: str, address: str, body: bytes, headers: Mapping[str, str], local: bool = False
) -> Iterator[http.client.HTTPResponse]:
    """An answer whose body is still to be read; raises Forbidden, OSError, http.client.HTTPException."""
    parts = check(address, local)
    connection = _connection(parts, resolve(parts, local))
    try:
        target = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"
        connection.request(method, target, body or None, dict(headers))
        yield connection.getresponse()
    finally:
        connection.close()


def retry_of(answer: http.client.HTTPResponse) -> int:
    """In how many seconds the other side wants to be asked again; 0: it does not say."""
    retry = answer.headers.get("Retry-After", "0")
    return int(retry) if retry.isascii() and retry.isdigit() else 0


def _connection(parts: SplitResult, address: str) -> http.client.HTTPConnection:
    """A connection to just this address, for the host's own name and certificate."""
    host, port = parts.hostname or "", parts.port or _HTTPS
    if parts.scheme == "http":
        return http.client.HTTPConnection(address, port, timeout=SECONDS)
    context = ssl.create_default_context()
    connection = http.client.HTTPSConnection(host, port, timeout=SECONDS, context=context)
    plain = socket.create_connection((address, port), SECONDS)
    try:
        connection.sock = context.wrap_socket(plain, server_hostname=host)
    except BaseException:
        plain.close()
        raise
    return connection


def _is_public(address: str) -> bool:
    found = ipaddress.ip_address(address.split("%")[0])
    inner = getattr(found, "ipv4_mapped", None) or found
    return bool(inner.is_global and not inner.is_multicast)
