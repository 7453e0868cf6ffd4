"""Signed requests between servers: the RFC's own example, and that our one profile knows no other form."""

from __future__ import annotations

import base64

import pytest
from nacl.signing import SigningKey

from crypto.encoding import b64
from server import signatures
from server.seen import Seen
from server.signatures import BadSignature

KEY = SigningKey(bytes(range(32)))
ROOT = b64(bytes(range(1, 33)))
ADDRESS = "https://b.example/api/peers/deliveries?x=1"
HEADERS = {"Content-Type": "application/json", "Kring-Version": "1", "Kring-Person": "none"}
PUBLIC = bytes(KEY.verify_key)


def signed(**changes: str) -> dict[str, str]:
    """A good request's headers, changed after signing."""
    return signatures.sign(KEY, ROOT, "POST", ADDRESS, b"{}", HEADERS, 1_800_000_000) | changes


def check(headers: dict[str, str], method: str = "POST", address: str = ADDRESS, public: bytes = PUBLIC) -> None:
    """What the receiving side does."""
    claimed = signatures.read(headers["Signature-Input"], headers["Signature"])
    signatures.verify(public, claimed, method, address, headers)


def test_the_example_of_the_rfc_comes_out_to_the_byte() -> None:
    """RFC 9421, B.2.6, with its key of B.1.4."""
    seed = base64.urlsafe_b64decode("n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU=")
    components = [
        ("date", "Tue, 20 Apr 2021 02:07:55 GMT"), ("@method", "POST"), ("@path", "/foo"),
        ("@authority", "example.com"), ("content-type", "application/json"), ("content-length", "18"),
    ]  # fmt: skip
    covered = " ".join(f'"{name}"' for name, _ in components)
    base = signatures.base(components, f'({covered});created=1618884473;keyid="test-key-ed25519"')
    made = base64.b64encode(SigningKey(seed).sign(base).signature).decode()
    assert made == "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw=="


def test_the_digest_is_that_of_rfc_9530() -> None:
    """Its example of appendix B, by sha-256."""
    assert signatures.digest(b'{"hello": "world"}\n') == "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:"


def test_what_was_signed_holds() -> None:
    check(signed())


@pytest.mark.parametrize("name", ["Content-Digest", "Content-Type", "Kring-Version", "Kring-Person"])
def test_no_covered_header_can_be_changed_or_left_out(name: str) -> None:
    with pytest.raises(BadSignature):
        check(signed(**{name: "2"}))
    with pytest.raises(BadSignature):
        check({key: value for key, value in signed().items() if key != name})


def test_neither_method_address_nor_key() -> None:
    for method, address, public in [
        ("PUT", ADDRESS, PUBLIC), ("POST", ADDRESS.replace("b.example", "c.example"), PUBLIC),
        ("POST", ADDRESS[:-1], PUBLIC), ("POST", ADDRESS, bytes(SigningKey.generate().verify_key)),
    ]:  # fmt: skip
        with pytest.raises(BadSignature):
            check(signed(), method, address, public)


FORMS = [
    ('"@target-uri" ', ""),
    ('"@method" "@target-uri"', '"@target-uri" "@method"'),
    ('alg="ed25519"', 'alg="hmac-sha256"'),
    (";tag=", ";x=1;tag="),
    ("expires=1800000300", "expires=1800000301"),
    ("expires=1800000300", "expires=1800000000"),
    ("kring=", "other="),
    (";created=1800000000", ""),
    ('tag="kring"', 'tag="kring", other=()'),
]


@pytest.mark.parametrize(("was", "becomes"), FORMS)
def test_there_is_one_form_and_no_other(was: str, becomes: str) -> None:
    headers = signed()
    changed = headers["Signature-Input"].replace(was, becomes)
    assert changed != headers["Signature-Input"]
    with pytest.raises(BadSignature):
        check(headers | {"Signature-Input": changed})


def test_a_short_or_wrapped_signature_is_none() -> None:
    for value in ("kring=::", "kring=:AAAA:", signed()["Signature"] + ",other=:AAAA:", ""):
        with pytest.raises(BadSignature):
            check(signed(Signature=value))


def test_a_nonce_is_remembered_until_it_could_count_no_more() -> None:
    """And no longer, so that memory does not grow."""
    seen = Seen(started=0)
    claimed = [signatures.read(one["Signature-Input"], one["Signature"]) for one in (signed() for _ in range(50))]
    now = claimed[0].created
    assert [seen.first_time(one, now) for one in claimed] == [True] * 50
    assert [seen.first_time(one, now + signatures.LONGEST) for one in claimed] == [False] * 50
    later = signatures.sign(KEY, ROOT, "POST", ADDRESS, b"", HEADERS, now + 900)
    assert seen.first_time(signatures.read(later["Signature-Input"], later["Signature"]), now + 900)
    assert len(seen._nonces) == 1
