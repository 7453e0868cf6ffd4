"""Labels, hashing, derivation."""

from __future__ import annotations

from crypto import labels
from tests.vectors.cases import Case, fails, some, works


def cases() -> list[Case]:
    """Every label, and each kind of digest."""
    names = [name for name in vars(labels) if name.isupper()]
    return [
        *(works(f"the label {name}", "label", name=name) for name in names),
        works("the context of a statement", "statement_context", kind="invitation"),
        *_hashes(),
        *_derivations(),
    ]


def _hashes() -> list[Case]:
    return [
        works("the hash of nothing", "H", context="kring1.record", data=""),
        works("the hash of three bytes", "H", context="kring1.record", data="616263"),
        works("the same under another context", "H", context="kring1.link", data="616263"),
        works("a zero byte separates", "H", context="kring1.record", data="00616263"),
        works("the hash of 256 bytes", "H", context="kring1.blob", data=bytes(range(256))),
        works("a code under a key", "keyed", key=some("key"), data="616263"),
        fails("a code under a short key", "keyed", "malformed", key=some("key", 31), data="616263"),
        fails("a code under no key", "keyed", "malformed", key="", data="616263"),
    ]


def _derivations() -> list[Case]:
    key = some("key")
    given = [("kr1prson", 1), ("kr1prson", 2), ("kr1circl", 2), ("kr1lock_", 1), ("kr1token", 4)]
    return [
        *(works(f"subkey {n} of {what}", "derive", key=key, context=what, number=n) for what, n in given),
        works("a large number", "derive", key=key, context="kr1circl", number=65_537),
        works("from zeros", "derive", key=bytes(32), context="kr1prson", number=1),
        fails("a short key", "derive", "malformed", key=key[:31], context="kr1prson", number=1),
        fails("a long key", "derive", "malformed", key=key + b"\0", context="kr1prson", number=1),
        fails("a short context", "derive", "malformed", key=key, context="kr1", number=1),
    ]
