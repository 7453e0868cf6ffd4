"""Sealing under a shared key."""

from __future__ import annotations

from tests.vectors.cases import Case, fails, flip, some, works


def cases() -> list[Case]:
    """One sealed text, opened rightly and in every wrong way."""
    key, nonce, aad = some("key"), some("nonce", 24), b"head"
    made = works("sealing", "seal_aead", key=key, plain=b"text", aad=aad, nonce=nonce)
    empty = works("sealing nothing", "seal_aead", key=key, plain=b"", aad=b"", nonce=nonce)
    sealed = bytes.fromhex(made["out"])
    wrong = [
        ("another key", some("other"), sealed, aad),
        ("another head", key, sealed, b"Head"),
        ("no head", key, sealed, b""),
        ("a bit of the nonce", key, flip(sealed, 1), aad),
        ("a bit of the text", key, flip(sealed, 25), aad),
        ("a bit of the tag", key, flip(sealed, -1), aad),
        ("a byte missing", key, sealed[:-1], aad),
        ("a byte too many", key, sealed + b"\0", aad),
    ]
    formless = [
        ("another version", key, b"\x02" + sealed[1:]),
        ("version 0", key, b"\x00" + sealed[1:]),
        ("nothing", key, b""),
        ("no room for a tag", key, sealed[:40]),
        ("a short key", key[:31], sealed),
    ]
    return [
        made,
        empty,
        works("opening", "open_aead", key=key, sealed=sealed, aad=aad),
        works("opening nothing", "open_aead", key=key, sealed=empty["out"], aad=b""),
        *(fails(f"refused: {n}", "open_aead", "wrong-key", key=k, sealed=s, aad=a) for n, k, s, a in wrong),
        *(fails(f"no form: {n}", "open_aead", "malformed", key=k, sealed=s, aad=aad) for n, k, s in formless),
        fails("a short nonce", "seal_aead", "malformed", key=key, plain=b"", aad=aad, nonce=nonce[:23]),
        fails("a long key", "seal_aead", "malformed", key=key + b"\0", plain=b"", aad=aad, nonce=nonce),
    ]
