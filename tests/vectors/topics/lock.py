"""Locks: passwords, sheets, logins."""

from __future__ import annotations

from typing import Any

from crypto.aead import seal_aead
from crypto.digest import derive
from crypto.encoding import b64, unb64
from crypto.labels import LOCK_KEYS
from crypto.lock import MEM, OPS, login_key, login_proof, new_sheet, wrap_seed
from tests.vectors.cases import Case, fails, flip, some, some_id, works

_PASSWORD = {"id": b64(some("lock", 16)), "kind": "password", "salt": b64(some("salt", 16)), "ops": OPS, "mem": MEM}
_SHEET = {"id": b64(some("sheet lock", 16)), "kind": "sheet", "salt": "", "ops": 0, "mem": 0}
_PASSKEY = _SHEET | {"kind": "passkey"}
_ROOT, _SEED, _PERSON, _NONCE = some("lock root"), some("seed"), some_id("person"), some("nonce", 24)
_CODE = new_sheet(some("sheet", 24))


def cases() -> list[Case]:
    """From a secret to a root, from a root to a seed, and signing in."""
    return [*_roots(), *_hashing(), *_offers(), *_locks(), *_logins(), *_bad_logins()]


def _roots() -> list[Case]:
    return [
        works("the root of a password, as strong as real ones", "lock_root", secret="correct horse", offer=_PASSWORD),
        works("the root of a sheet", "lock_root", secret=_CODE, offer=_SHEET),
        works("the root of a sheet as typed", "lock_root", secret=_CODE.lower().replace(" ", ""), offer=_SHEET),
        works("the root of a passkey", "lock_root", secret=b64(some("prf")), offer=_PASSKEY),
        fails("a passkey that gives too little", "lock_root", "malformed", secret=b64(some("prf", 31)), offer=_PASSKEY),
        fails("a sheet with a group missing", "lock_root", "code-length", secret=_CODE[:-6], offer=_SHEET),
        fails("a sheet with two groups swapped", "lock_root", "code-group", secret=_swapped(), offer=_SHEET),
        fails("a sheet with a U", "lock_root", "code-symbol", secret=_CODE[:-1] + "U", offer=_SHEET),
        *(fails(f"asking for {n}", "lock_root", code, secret=_CODE, offer=o) for n, code, o in _bad_offers()),
    ]


def _hashing() -> list[Case]:
    """Cheap parameters: what counts here is which bytes are hashed."""
    passwords = [
        ("plain", "correct horse"),
        ("empty", ""),
        ("an accent as one symbol", "caf\u00e9"),
        ("an accent as two symbols: the same", "cafe\u0301"),
        ("a ligature", "\ufb01ets"),
        ("a ligature written out: the same", "fiets"),
        ("wide digits", "\uff11\uff12"),
        ("wide digits as plain ones: the same", "12"),
        ("an emoji", "\U0001f511"),
        ("blanks count", " x "),
        ("case counts", "X"),
    ]
    given: dict[str, Any] = {"salt": some("salt", 16), "ops": 1, "mem": 8192}
    return [
        *(works(f"hashing: {name}", "password_root", password=text, **given) for name, text in passwords),
        works("hashing twice", "password_root", password="x", **given | {"ops": 2}),
        works("hashing with more memory", "password_root", password="x", **given | {"mem": 65_536}),
        fails("hashing with a short salt", "password_root", "malformed", password="x",
              **given | {"salt": some("salt", 15)}),
    ]  # fmt: skip


def _offers() -> list[Case]:
    good = [
        ("a password's lock", _PASSWORD),
        ("a sheet's lock", _SHEET),
        ("a passkey's lock", _PASSKEY),
        ("more passes", _PASSWORD | {"ops": 10}),
        ("more memory", _PASSWORD | {"mem": 2**30}),
    ]
    return [
        *(works(f"offered: {name}", "check_offer", offer=offer) for name, offer in good),
        *(fails(f"offered: {name}", "check_offer", code, offer=offer) for name, code, offer in _bad_offers()),
    ]


def _bad_offers() -> list[tuple[str, str, dict[str, Any]]]:
    downgraded, malformed = "parameters-downgraded", "malformed"
    return [
        ("fewer passes", downgraded, _PASSWORD | {"ops": OPS - 1}),
        ("no passes", downgraded, _PASSWORD | {"ops": 0}),
        ("less memory", downgraded, _PASSWORD | {"mem": MEM - 1}),
        ("no memory", downgraded, _PASSWORD | {"mem": 0}),
        ("too many passes", downgraded, _PASSWORD | {"ops": 11}),
        ("too much memory", downgraded, _PASSWORD | {"mem": 2**30 + 1}),
        ("a short salt", malformed, _PASSWORD | {"salt": b64(some("salt", 15))}),
        ("no salt", malformed, _PASSWORD | {"salt": ""}),
        ("a short id", malformed, _PASSWORD | {"id": b64(some("lock", 15))}),
        ("another kind of lock", malformed, _PASSWORD | {"kind": "face"}),
        ("a sheet with a salt", malformed, _SHEET | {"salt": b64(some("salt", 16))}),
        ("a sheet with passes", malformed, _SHEET | {"ops": 3}),
        ("a sheet with memory", malformed, _SHEET | {"mem": MEM}),
        ("a passkey with passes", malformed, _PASSKEY | {"ops": 3}),
    ]


def _locks() -> list[Case]:
    given: dict[str, Any] = {"root": _ROOT, "offer": _PASSWORD, "seed": _SEED, "person": _PERSON, "nonce": _NONCE}
    wrapped = wrap_seed(_ROOT, _PASSWORD, _SEED, _PERSON, _NONCE)["wrapped"]
    opened: dict[str, Any] = {"root": _ROOT, "offer": _PASSWORD, "wrapped": wrapped, "person": _PERSON}
    swaps = {"id": _SHEET["id"], "ops": OPS + 1, "mem": MEM * 2, "salt": b64(some("other salt", 16)), "kind": "sheet"}
    wrong: list[tuple[str, dict[str, Any]]] = [
        ("another root", {"root": some("other")}),
        ("another person", {"person": some_id("other")}),
        *((f"another {key} in the lock", {"offer": _PASSWORD | {key: value}}) for key, value in swaps.items()),
        ("a bit of the seed", {"wrapped": b64(flip(unb64(wrapped), 30))}),
        ("a bit of the nonce", {"wrapped": b64(flip(unb64(wrapped), 1))}),
    ]
    return [
        works("a password's lock around a seed", "wrap_seed", **given),
        works("a sheet's lock around a seed", "wrap_seed", **given | {"offer": _SHEET}),
        works("opening a lock", "open_lock", **opened),
        *(fails(f"opening with {name}", "open_lock", "wrong-key", **opened | other) for name, other in wrong),
        fails("opening nothing", "open_lock", "malformed", **opened | {"wrapped": ""}),
        fails("opening what is no seed", "open_lock", "malformed", **opened | {"wrapped": _short_seed()}),
        fails("a lock around a short seed", "wrap_seed", "malformed", **given | {"seed": _SEED[:31]}),
        fails("a lock under a short root", "wrap_seed", "malformed", **given | {"root": _ROOT[:31]}),
    ]


def _short_seed() -> str:
    aad = (
        f'{{"id":"{_PASSWORD["id"]}","kind":"password","mem":{MEM},"ops":{OPS},'
        f'"person":"{_PERSON}","salt":"{_PASSWORD["salt"]}","v":1}}'
    )
    return b64(seal_aead(derive(_ROOT, LOCK_KEYS, 2), _SEED[:31], aad.encode(), _NONCE))


_ASKED: dict[str, Any] = {
    "challenge": some_id("challenge"),
    "expires": 1_770_000_000_000,
    "origin": "https://school.example",
}


def _logins() -> list[Case]:
    proof = login_proof(_ROOT, **_ASKED)
    return [
        works("a login key", "login_public", root=_ROOT),
        works("the proof of a login", "login_proof", root=_ROOT, **_ASKED),
        works("a login that holds", "check_login", login=b64(login_key(_ROOT).public), signature=proof, **_ASKED),
        fails("a short challenge", "login_proof", "malformed", root=_ROOT, **_ASKED | {"challenge": "AAAA"}),
        fails("an origin with a quote", "login_proof", "malformed", root=_ROOT, **_ASKED | {"origin": 'https://"'}),
        fails("a short root", "login_proof", "malformed", root=_ROOT[:31], **_ASKED),
    ]


def _bad_logins() -> list[Case]:
    proof = login_proof(_ROOT, **_ASKED)
    given = {"login": b64(login_key(_ROOT).public), "signature": proof} | _ASKED
    wrong: list[tuple[str, dict[str, Any]]] = [
        ("another account's key", {"login": b64(login_key(some("other")).public)}),
        ("another challenge", {"challenge": some_id("other challenge")}),
        ("a later end", {"expires": _ASKED["expires"] + 1}),
        ("another origin", {"origin": "https://school.example.org"}),
        ("the same host without TLS", {"origin": "http://school.example"}),
        ("a bit of the proof", {"signature": b64(flip(unb64(proof)))}),
    ]
    formless = [("a short proof", {"signature": proof[:-2]}), ("a short key", {"login": given["login"][:22]})]
    return [
        *(fails(f"no login: {name}", "check_login", "tampered", **given | other) for name, other in wrong),
        *(fails(f"no login: {name}", "check_login", "malformed", **given | other) for name, other in formless),
    ]


def _swapped() -> str:
    a, b, *others = _CODE.split()
    return " ".join([b, a, *others])
