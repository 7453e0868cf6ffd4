"""Other schools' servers: which of them asks here, and asking one of them.

Invariants: whoever is not linked is refused before a byte of the body is read; a signature counts once, and not if it
was made before this process began (so what was seen needs no disk); a key is believed only from a statement of the root
key that our office linked; the one who asks signs by the clock of the one who is asked, as far as that was measured.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse

import msgspec
from flask import Request

from crypto.encoding import unb64
from crypto.errors import CryptoError
from crypto.statement import check_act
from server import outside, serverkey, signatures
from server.errors import Problem
from server.outside import Forbidden
from server.signatures import BadSignature, Claimed
from server.site import Site
from server.store import Connection, meta, peers
from server.store.peers import Peer
from sync.messages import Signed

VERSIONS = (1,)
"""Of the protocol between servers."""
PRESENT = ", ".join(str(one) for one in VERSIONS)
WELL_KNOWN = "/.well-known/kring"
SECONDS = 20.0
"""How long the answer of another school may take to come, headers and body."""
_AHEAD = 5
"""Seconds that a signature may lie in our future."""
_FURTHEST = 26 * 3_600_000
"""How far (ms) another school's clock may be off."""
_LARGEST = 64 * 1024
_JSON = "application/json"


class Introduction(msgspec.Struct, frozen=True):
    """What a server says it is. Unlike our messages it may say more: newer versions do."""

    name: str
    root: str
    host: str
    incarnation: str
    founded: bool = False
    versions: list[int] = msgspec.field(default_factory=list)
    key: str = ""
    server: Signed | None = None


class Said(msgspec.Struct, frozen=True):
    """What we look at in another school's problem."""

    code: str = ""
    time: int = 0
    last: int = 0


class Refusing(Exception):
    """A linked school does not take our signature; `code` is what it gave for a reason."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Caller:
    """The school that asks, and for which of its people ("" for none)."""

    peer: Peer
    person: str


def identify(here: Site, request: Request) -> Caller:
    """Who signed a request, from its headers alone; raises Problem, TooOften."""
    spoken = request.headers.get(signatures.VERSION, "")
    if spoken not in {str(one) for one in VERSIONS}:
        raise Problem("unknown-version", versions=PRESENT)
    try:
        claimed = signatures.read(request.headers.get("Signature-Input", ""), request.headers.get("Signature", ""))
    except BadSignature:
        raise Problem("bad-signature") from None
    peer = here.store.read(lambda connection: peers.find(connection, claimed.keyid))
    if peer is None:
        raise Problem("not-linked")
    _check_time(here, claimed)
    peer = _check_signature(here, peer, claimed, request)
    if not here.seen.first_time(claimed, here.now() // 1000):
        raise Problem("replayed")
    _check_size(here, peer, request)
    return Caller(peer, request.headers.get(signatures.PERSON, "").removeprefix(signatures.NONE))


@contextmanager
def speak(
    here: Site,
    peer: Peer,
    method: str,
    path: str,
    body: bytes = b"",
    person: str = "",
    kind: str = _JSON,
    more: dict[str, str] | None = None,
) -> Iterator[HTTPResponse]:
    """Ask a linked school; raises Forbidden, OSError, HTTPException. more: headers that are not covered."""
    with _ask(here, peer, method, path, body, person, kind, more or {}, peer.skew) as answer:
        if answer.status != 401:
            yield answer
            return
        skew = _skew_of(here, answer)
    here.store.write(lambda connection: peers.set_skew(connection, peer.root, skew))
    with _ask(here, peer, method, path, body, person, kind, more or {}, skew) as answer:
        yield answer


def introduce(here: Site, host: str) -> Introduction:
    """Ask the server at a host what it is, as its own root key proves it; raises Problem."""
    address = f"{origin_of(here, host)}{WELL_KNOWN}"
    try:
        with outside.ask("GET", address, b"", {"Accept": _JSON}, here.config.federation.local) as answer:
            data = answer.read(_LARGEST + 1) if answer.status == 200 else b""
    except (OSError, HTTPException):
        raise Problem("peer-unreachable") from None
    except (Forbidden, ValueError):
        raise Problem("not-a-school") from None
    return _proven(data, host)


def learn(here: Site, peer: Peer) -> Peer:
    """A linked school with its newest name and key; raises Problem where the one at its host is another."""
    found = introduce(here, peer.host)
    if found.root != peer.root:
        raise Problem("bad-signature")
    assert found.server is not None  # noqa: S101  (proven)
    key_n = msgspec.json.decode(found.server.head)["n"]

    def write(connection: Connection) -> Peer:
        peers.meet(connection, peer.root, found.name, found.key, key_n)
        return peers.find(connection, peer.root) or peer

    return here.store.write(write)


def origin_of(here: Site, host: str) -> str:
    """Where a school's server is spoken to."""
    plain = here.config.federation.local and host.split(":")[0] == "127.0.0.1"
    return f"{'http' if plain else 'https'}://{host}"


@contextmanager
def _ask(
    here: Site, peer: Peer, method: str, path: str, body: bytes, person: str, kind: str, more: dict[str, str], skew: int
) -> Iterator[HTTPResponse]:
    address = f"{origin_of(here, peer.host)}{path}"
    headers = {"Content-Type": kind if body else signatures.NONE, signatures.VERSION: str(VERSIONS[0]),
               signatures.PERSON: person or signatures.NONE}  # fmt: skip
    root = here.store.read(lambda connection: meta.get(connection, "root")) or ""
    with ExitStack() as stack:
        with here.doors.through(peer.root):
            created = (here.now() + skew) // 1000
            signed = signatures.sign(serverkey.own_key(here.store), root, method, address, body, headers, created)
            asked = outside.ask(method, address, body, {**more, **signed}, here.config.federation.local)
            answer = stack.enter_context(asked)
        yield answer


def _skew_of(here: Site, answer: HTTPResponse) -> int:
    """How far (ms) the clock of a school that finds our signature out of date is ahead; raises Refusing."""
    try:
        said = msgspec.json.decode(answer.read(_LARGEST), type=Said)
    except msgspec.MsgspecError:
        raise Refusing("malformed") from None
    skew = said.time - here.now()
    if said.code != "stale-signature" or abs(skew) > _FURTHEST:
        raise Refusing(said.code)
    return skew


def _proven(data: bytes, host: str) -> Introduction:
    try:
        found = msgspec.json.decode(data, type=Introduction)
        head = check_act(unb64(found.root, 32), msgspec.to_builtins(found.server)) if found.server else {}
    except (msgspec.MsgspecError, CryptoError, ValueError):
        raise Problem("not-a-school") from None
    if not set(found.versions) & set(VERSIONS):
        raise Problem("unknown-version", versions=PRESENT)
    named = (head.get("kind"), head.get("host"), head.get("key"), found.host)
    if not found.founded or named != ("server", host, found.key, host):
        raise Problem("not-a-school")
    return found


def _check_time(here: Site, claimed: Claimed) -> None:
    now = here.now()
    early = claimed.created > now // 1000 + _AHEAD
    if early or claimed.expires < now // 1000 or claimed.created < here.seen.started:
        raise Problem("stale-signature", time=now)


def _check_signature(here: Site, peer: Peer, claimed: Claimed, request: Request) -> Peer:
    """Verify with the key that is known, or with a newer one that the root signed."""
    target = request.environ.get("RAW_URI") or request.environ.get("REQUEST_URI") or request.full_path.rstrip("?")
    address = f"{here.config.school.origin}{target}"
    headers = {name: request.headers[name] for name in signatures.HEADERS if name in request.headers}
    check: Callable[[Peer], None] = lambda one: signatures.verify(  # noqa: E731
        unb64(one.key, 32), claimed, request.method, address, headers
    )
    try:
        if peer.key:
            check(peer)
            return peer
    except BadSignature:
        pass
    try:
        if not here.seen.may_ask(f"{peer.root} {peer.n} {peer.key}", here.now()):
            raise BadSignature
        newer = learn(here, peer)
        check(newer)
        return newer
    except (BadSignature, CryptoError, Problem):
        raise Problem("bad-signature") from None


def _check_size(here: Site, peer: Peer, request: Request) -> None:
    """What one school may ask and send in a while; how much comes has to be known before it comes."""
    here.limits.knock("peers", peer.root)
    if "Transfer-Encoding" in request.headers:
        raise Problem("malformed")
    if request.content_length:
        here.limits.spend("volume", request.content_length, peer.root)
