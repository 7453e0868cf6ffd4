"""Keys, signatures, sealed boxes, person statements."""

from __future__ import annotations

from typing import Any

from crypto import labels
from crypto.encoding import b64, canonical
from crypto.identity import BoxKey, Identity, SigningKey, person_statement, renew_statement, statement_hash
from tests.vectors.cases import Case, fails, flip, sealed_box, some, works

_OLD, _NEW, _OTHER = (Identity(some(f"identity {name}")) for name in ("old", "new", "other"))
_CONTEXT = labels.statement_context("person")
# Points whose multiples are few: every scalar that X25519 allows takes them to zero.
_LOW_ORDER = [
    ("zero", bytes(32)),
    ("one", b"\x01" + bytes(31)),
    ("order eight", bytes.fromhex("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800")),
    ("the other of order eight", bytes.fromhex("5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157")),
    ("p - 1", (2**255 - 20).to_bytes(32, "little")),
    ("p", (2**255 - 19).to_bytes(32, "little")),
    ("p + 1", (2**255 - 18).to_bytes(32, "little")),
]


def cases() -> list[Case]:
    """Keys first, then what they sign and open, then persons."""
    return [*_keys(), *_signatures(), *_bad_signatures(), *_boxes(), *_persons(), *_bad_persons(), *_bad_renewals()]


def _keys() -> list[Case]:
    seed = some("seed")
    return [
        works("a signing key", "signing_public", seed=seed),
        works("a box key from a seed", "box_public", seed=seed),
        works("a box key from zeros", "box_public", seed=bytes(32)),
        works("an identity", "identity", seed=seed),
        fails("a short seed to sign with", "signing_public", "malformed", seed=seed[:31]),
        fails("a long seed to sign with", "signing_public", "malformed", seed=seed + b"\0"),
        fails("a short seed of a box", "box_public", "malformed", seed=seed[:31]),
        fails("a short seed of an identity", "identity", "malformed", seed=seed[:31]),
    ]


def _signatures() -> list[Case]:
    seed = some("seed")
    key = SigningKey(seed)
    given = {"context": labels.RECORD, "message": b"message"}
    signature = key.sign(labels.RECORD, b"message")
    return [
        works("a signature", "sign", seed=seed, **given),
        works("a signature of nothing", "sign", seed=seed, context=labels.RECORD, message=b""),
        works("a signature under another context", "sign", seed=seed, context=labels.LINK, message=b"message"),
        works("a signature that holds", "verify", public=key.public, signature=signature, **given),
    ]


def _bad_signatures() -> list[Case]:
    key, context, message = SigningKey(some("seed")), labels.RECORD, b"message"
    good = key.sign(context, message)
    shifted = key.sign(labels.CLAIM, b"x" + context.encode() + b"\0" + message)
    moved = shifted + labels.CLAIM.encode() + b"\0x"
    scalar = int.from_bytes(good[32:], "little") + 2**252 + 27742317777372353535851937790883648493
    wrong = [
        ("another key", SigningKey(some("other")).public, context, message, good),
        ("another context", key.public, labels.LINK, message, good),
        ("another message", key.public, context, b"Message", good),
        ("a shorter message", key.public, context, message[:-1], good),
        ("a bit of its first half", key.public, context, message, flip(good)),
        ("a bit of its second half", key.public, context, message, flip(good, 40)),
        ("zeros", key.public, context, message, bytes(64)),
        ("a scalar past the order", key.public, context, message, good[:32] + scalar.to_bytes(32, "little")),
        ("a public key of low order", b"\x01" + bytes(31), context, message, b"\x01" + bytes(63)),
    ]
    formless = [
        ("a short signature", key.public, good[:63]),
        ("no signature", key.public, b""),
        ("a signature that eats into the message", key.public, moved),
        ("a short public key", key.public[:31], good),
        ("a long public key", key.public + b"\0", good),
    ]
    return [
        *(
            fails(f"does not hold: {n}", "verify", "tampered", public=p, context=c, message=m, signature=s)
            for n, p, c, m, s in wrong
        ),
        *(
            fails(f"no form: {n}", "verify", "malformed", public=p, context=context, message=message, signature=s)
            for n, p, s in formless
        ),
    ]


def _boxes() -> list[Case]:
    seed, other = some("seed"), some("other")
    sealed = sealed_box(BoxKey(seed).public, b"for one reader")
    wrong = [
        ("for somebody else", other, sealed),
        ("a bit of the sender's key", seed, flip(sealed)),
        ("a bit of the tag", seed, flip(sealed, 32)),
        ("a bit of the text", seed, flip(sealed, -1)),
        ("cut off", seed, sealed[:-1]),
        ("too short for a box", seed, sealed[:47]),
        ("nothing", seed, b""),
        ("a sender's key of low order", seed, bytes(32) + sealed[32:]),
    ]
    return [
        works("opening a sealed box", "open_sealed", seed=seed, sealed=sealed),
        works("opening an empty sealed box", "open_sealed", seed=seed, sealed=sealed_box(BoxKey(seed).public, b"")),
        *(fails(f"a sealed box {n}", "open_sealed", "wrong-key", seed=s, sealed=b) for n, s, b in wrong),
        *(fails(f"sealing to {n}", "seal", "malformed", public=p, data=b"") for n, p in _LOW_ORDER),
        fails("sealing to a short key", "seal", "malformed", public=some("seed", 31), data=b""),
    ]


def _persons() -> list[Case]:
    first = person_statement(_OLD)
    second = renew_statement(_OLD, _NEW, first)
    return [
        works("a person's first statement", "person_statement", seed=_OLD.seed),
        works("a renewal", "renew_statement", old=_OLD.seed, new=_NEW.seed, previous=first),
        works("a person's id", "person_id", statement=first),
        works("a person", "check_person", statements=[first]),
        works("a person who renewed", "check_person", statements=[first, second]),
        works(
            "a person who renewed twice",
            "check_person",
            statements=[first, second, renew_statement(_NEW, _OTHER, second)],
        ),
    ]


def _bad_persons() -> list[Case]:
    first = person_statement(_OLD)
    head, signature = first["head"], first["signatures"][0]
    tampered = [
        ("a bit of the signature", _stated(_head(), [_sign(_OLD, head, flip=True)])),
        ("signed by somebody else", {"head": head, "signatures": [_sign(_OTHER, head)]}),
        ("another box key in it", {"head": _text(box=b64(_OTHER.box.public)), "signatures": [signature]}),
        ("signed for another kind", {"head": head, "signatures": [_sign(_OLD, head, labels.LINK)]}),
    ]
    formless = [
        ("no signature", {"head": head, "signatures": []}),
        ("a signature too many", {"head": head, "signatures": [signature, signature]}),
        ("a short signature", {"head": head, "signatures": [signature[:-2]]}),
        *((f"a box key of low order: {name}", _stated(_head(box=b64(key)))) for name, key in _LOW_ORDER),
        ("a blank in the head", _signed(head.replace(",", ", "))),
        ("another version", _stated(_head(v=2))),
        ("another kind", _stated(_head(kind="school"))),
        ("a key more", _stated(_head(name="x"))),
        ("a key less", _signed(head.replace('"kind":"person",', ""))),
        ("beginning at 2", _stated(_head(n=2))),
        ("beginning at 0", _stated(_head(n=0))),
        ("beginning after another", _stated(_head(previous=statement_hash(head)))),
        ("a number as text", _stated(_head(n="1"))),
        ("a short box key", _stated(_head(box=b64(bytes(31))))),
    ]
    return [
        fails("nobody", "check_person", "malformed", statements=[]),
        *(fails(f"a person with {n}", "check_person", "tampered", statements=[s]) for n, s in tampered),
        *(fails(f"a person with {n}", "check_person", "malformed", statements=[s]) for n, s in formless),
    ]


def _bad_renewals() -> list[Case]:
    first = person_statement(_OLD)
    second = renew_statement(_OLD, _NEW, first)
    new, old = second["signatures"]
    stranger = renew_statement(_OTHER, _NEW, first)
    elsewhere = renew_statement(_OLD, _NEW, person_statement(_OTHER))
    return [
        fails("renewed by a stranger", "check_person", "tampered", statements=[first, stranger]),
        fails("signatures the wrong way round", "check_person", "tampered",
              statements=[first, second | {"signatures": [old, new]}]),
        fails("without the old signature", "check_person", "malformed",
              statements=[first, second | {"signatures": [new]}]),
        fails("after another statement", "check_person", "malformed", statements=[first, elsewhere]),
        fails("the first one missing", "check_person", "malformed", statements=[second]),
        fails("the first one twice", "check_person", "malformed", statements=[first, first]),
        fails("a renewal twice", "check_person", "malformed", statements=[first, second, second]),
    ]  # fmt: skip


def _head(**changes: Any) -> dict[str, Any]:
    keys = {"box": b64(_OLD.box.public), "sign": b64(_OLD.signing.public)}
    return {"kind": "person", "n": 1, "previous": "", "v": 1} | keys | changes


def _text(**changes: Any) -> str:
    return canonical(_head(**changes))


def _stated(head: dict[str, Any], signatures: list[str] | None = None) -> dict[str, Any]:
    text = canonical(head)
    return {"head": text, "signatures": signatures} if signatures else _signed(text)


def _signed(text: str) -> dict[str, Any]:
    return {"head": text, "signatures": [_sign(_OLD, text)]}


def _sign(who: Identity, text: str, context: str = _CONTEXT, flip: bool = False) -> str:
    signature = who.signing.sign(context, text.encode())
    return b64(bytes([signature[0] ^ 1]) + signature[1:] if flip else signature)
