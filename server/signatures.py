"""Signed requests between servers: HTTP Message Signatures (RFC 9421, Ed25519) over a Content-Digest (RFC 9530).

Invariant: one profile, without options. Method, whole address, digest and type of the body, version and person are
always covered, in this order; a signature that covers less, names another algorithm or lives longer than five minutes
is none. The key is the server's own and signs nothing else.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nacl.exceptions import CryptoError
from nacl.signing import SigningKey, VerifyKey

from crypto.encoding import b64
from crypto.random import fresh

LABEL = "kring"
LONGEST = 300
"""Seconds from `created` to `expires` at the most."""
VERSION, PERSON = "Kring-Version", "Kring-Person"
"""Headers: the version of the protocol between servers, and for which person (id, "" for none) a request is made."""
COVERED = ("@method", "@target-uri", "content-digest", "content-type", "kring-version", "kring-person")
HEADERS = tuple(name.title() for name in COVERED[2:])
NONE = "none"
"""The type of a body that is not there: what is covered has to be there."""
_NONCE = 16
_INPUT = re.compile(
    LABEL + "=" + re.escape("(" + " ".join(f'"{one}"' for one in COVERED) + ")")
    + r';created=([0-9]{1,12});expires=([0-9]{1,12});nonce="([A-Za-z0-9_-]{22})";keyid="([A-Za-z0-9_-]{43})"'
    + r';alg="ed25519";tag="kring"'
)  # fmt: skip
_SIGNATURE = re.compile(LABEL + r"=:([A-Za-z0-9+/]{86}==):")


class BadSignature(Exception):
    """No signature of our profile, or one that does not hold."""

    code = "bad-signature"


@dataclass(frozen=True)
class Claimed:
    """What a signature says of itself before it is verified: times in seconds, `keyid`: the root key of its school."""

    created: int
    expires: int
    nonce: str
    keyid: str
    params: str
    signature: bytes


def digest(body: bytes) -> str:
    """The Content-Digest of a body."""
    return f"sha-256=:{base64.b64encode(hashlib.sha256(body).digest()).decode()}:"


def base(components: Iterable[tuple[str, str]], params: str) -> bytes:
    """The signature base (RFC 9421, 2.5): what is signed."""
    lines = [f'"{name}": {value}' for name, value in components]
    return "\n".join([*lines, f'"@signature-params": {params}']).encode()


def sign(
    key: SigningKey, keyid: str, method: str, address: str, body: bytes, headers: Mapping[str, str], created: int
) -> dict[str, str]:
    """All headers of a signed request; `headers`: Content-Type, Kring-Version and Kring-Person. created: seconds."""
    full = {**headers, "Content-Digest": digest(body)}
    covered = " ".join(f'"{one}"' for one in COVERED)
    params = (f'({covered});created={created};expires={created + LONGEST};nonce="{b64(fresh(_NONCE))}";keyid="{keyid}"'
              ';alg="ed25519";tag="kring"')  # fmt: skip
    signature = key.sign(base(components(method, address, full), params)).signature
    return {**full, "Signature-Input": f"{LABEL}={params}",
            "Signature": f"{LABEL}=:{base64.b64encode(signature).decode()}:"}  # fmt: skip


def read(signature_input: str, signature: str) -> Claimed:
    """What a request says of its signature; raises BadSignature for any other form than ours."""
    found, value = _INPUT.fullmatch(signature_input), _SIGNATURE.fullmatch(signature)
    if found is None or value is None:
        raise BadSignature
    created, expires = int(found[1]), int(found[2])
    if not 0 < expires - created <= LONGEST:
        raise BadSignature
    params = signature_input[len(LABEL) + 1 :]
    try:
        return Claimed(created, expires, found[3], found[4], params, base64.b64decode(value[1], validate=True))
    except binascii.Error:
        raise BadSignature from None


def verify(public: bytes, claimed: Claimed, method: str, address: str, headers: Mapping[str, str]) -> None:
    """Check a signature over a request that reached us at `address`; raises BadSignature."""
    try:
        VerifyKey(public).verify(base(components(method, address, headers), claimed.params), claimed.signature)
    except (CryptoError, ValueError):
        raise BadSignature from None


def components(method: str, address: str, headers: Mapping[str, str]) -> list[tuple[str, str]]:
    """The covered parts and their values; raises BadSignature where one is missing or said twice."""
    found = [("@method", method), ("@target-uri", address)]
    for name in HEADERS:
        value = headers.get(name)
        if value is None or value != value.strip() or "\n" in value:
            raise BadSignature
        found.append((name.lower(), value))
    return found
