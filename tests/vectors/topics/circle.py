"""Epochs, grants, history, links."""

from __future__ import annotations

from typing import Any

from crypto.circle import Epoch, seal_history, sign_link
from crypto.encoding import b64, canonical, unb64
from crypto.identity import BoxKey, SigningKey
from crypto.labels import LINK, RECORD
from tests.vectors.cases import Case, fails, flip, sealed_box, some, some_id, works

_SEED = some("manager")
_KEY = SigningKey(_SEED)
_READER = some("reader")
_CIRCLE = some_id("circle")
_OLDER, _NEWER = Epoch(some("epoch 1")), Epoch(some("epoch 2"))
_PERSON: dict[str, Any] = {
    "box": some_id("box"),
    "from": 0,
    "hash": some_id("hash"),
    "ref": f"p:{some_id('person')}",
    "until": 0,
}


def cases() -> list[Case]:
    """Keys, what opens them, and the links that name them."""
    return [*_epochs(), *_grants(), *_history(), *_readers(), *_links(), *_tampered(), *_texts(), *_fields()]


def _epochs() -> list[Case]:
    return [
        works("an epoch", "epoch", seed=_OLDER.seed),
        works("an epoch from zeros", "epoch", seed=bytes(32)),
        fails("an epoch from a short seed", "epoch", "malformed", seed=_OLDER.seed[:31]),
    ]


def _grants() -> list[Case]:
    public = BoxKey(_READER).public
    sealed = b64(sealed_box(public, _NEWER.seed))
    given = {"seed": _READER, "sealed": sealed, "public": _NEWER.public}
    wrong: list[tuple[str, str, dict[str, Any]]] = [
        ("another reader's", "wrong-key", {"seed": some("other reader")}),
        ("with a bit turned", "wrong-key", {"sealed": b64(flip(unb64(sealed), 50))}),
        ("cut off", "wrong-key", {"sealed": b64(unb64(sealed)[:-1])}),
        ("of nothing", "wrong-key", {"sealed": ""}),
        ("of another epoch than the link's", "tampered", {"public": _OLDER.public}),
        ("of a seed that is not the link's", "tampered", {"sealed": b64(sealed_box(public, some("invented")))}),
        ("of a short seed", "malformed", {"sealed": b64(sealed_box(public, _NEWER.seed[:31]))}),
        ("that is no base64url", "malformed", {"sealed": sealed + "="}),
    ]
    return [
        works("opening a grant", "open_grant", **given),
        *(fails(f"a grant {name}", "open_grant", code, **given | other) for name, code, other in wrong),
    ]


def _history() -> list[Case]:
    nonce = some("nonce", 24)
    sealed = seal_history(_NEWER, _OLDER, _CIRCLE, 2, nonce)
    given: dict[str, Any] = {"seed": _NEWER.seed, "sealed": sealed, "circle_id": _CIRCLE, "n": 2}
    made: dict[str, Any] = {"before": _OLDER.seed, "nonce": nonce} | given
    del made["sealed"]
    wrong: list[tuple[str, str, dict[str, Any]]] = [
        ("with the key of the epoch before", "wrong-key", {"seed": _OLDER.seed}),
        ("of another circle", "wrong-key", {"circle_id": some_id("other circle")}),
        ("of another epoch", "wrong-key", {"n": 3}),
        ("with a bit turned", "wrong-key", {"sealed": b64(flip(unb64(sealed), 30))}),
        ("with a bit of the nonce turned", "wrong-key", {"sealed": b64(flip(unb64(sealed), 2))}),
        ("of nothing", "malformed", {"sealed": ""}),
        ("of another version", "malformed", {"sealed": b64(b"\x02" + unb64(sealed)[1:])}),
        ("before the first epoch", "malformed", {"n": 1}),
        ("past 2^32", "malformed", {"n": 2**32}),
        ("of a circle that is no id", "malformed", {"circle_id": "AAAA"}),
    ]
    return [
        works("sealing history", "seal_history", **made),
        works("opening history", "open_history", **given),
        fails("sealing history of the first epoch", "seal_history", "malformed", **made | {"n": 1}),
        *(fails(f"history {name}", "open_history", code, **given | other) for name, code, other in wrong),
    ]


def _readers() -> list[Case]:
    invited: dict[str, Any] = {
        "box": some_id("box"),
        "from": 5,
        "hash": "",
        "ref": f"i:{b64(some('locator', 16))}",
        "until": 9,
    }
    bad: list[dict[str, Any]] = [{"ref": "p:\u00e9"}, {"from": 1.5}, {"from": -1}, {"until": None}]
    return [
        works("no readers", "readers_hash", readers=[]),
        works("one reader", "readers_hash", readers=[_PERSON]),
        works("two readers", "readers_hash", readers=[invited, _PERSON]),
        works("the same in another order is another list", "readers_hash", readers=[_PERSON, invited]),
        *(fails(f"a reader with {one}", "readers_hash", "malformed", readers=[_PERSON | one]) for one in bad),
    ]


def _head(**changes: Any) -> dict[str, Any]:
    """A good head without "v"."""
    return {
        "author": some_id("person"), "box": _NEWER.public, "circle": _CIRCLE, "closed": [7, some_id("tip")],
        "epoch": 2, "kind": "group", "managers": [some_id("office")], "n": 3, "open": 1,
        "previous": some_id("link"), "readers": some_id("readers"), "seat": some_id("seat"), "sort": "change",
        "time": 1_770_000_000_000, "writers": ["self", some_id("team")],
    } | changes  # fmt: skip


_FIRST = {"author": "root", "circle": "", "closed": [], "epoch": 1, "n": 1, "previous": "", "seat": ""}
_REDEEM = {"author": "invitation", "kind": "seat", "managers": [], "n": 2, "seat": "", "writers": ["self"]}
_GOOD: list[tuple[str, dict[str, Any]]] = [
    ("a change", _head()),
    ("a genesis by root", _head(**_FIRST, sort="genesis")),
    ("a redemption", _head(**_REDEEM, sort="redeem")),
    ("a closed circle", _head(open=0)),
    ("the largest numbers", _head(epoch=2**32 - 1, n=2**32 - 1, time=2**53 - 1)),
]


def _links() -> list[Case]:
    signed = [works(f"a link: {name}", "sign_link", seed=_SEED, head=head) for name, head in _GOOD]
    return [
        *signed,
        *(works(f"checking {case['name']}", "check_link", public=_KEY.public, link=case["out"]) for case in signed),
        *(works(f"the hash of {case['name']}", "link_hash", head=case["out"]["head"]) for case in signed),
    ]


def _tampered() -> list[Case]:
    link = sign_link(_KEY, _head())
    text = link["head"]
    swaps = [
        ("box key", _NEWER.public, _OLDER.public),
        ("reader list", some_id("readers"), some_id("other readers")),
        ("circle", _CIRCLE, some_id("other circle")),
        ("manager", some_id("office"), some_id("other office")),
        ("epoch", '"epoch":2', '"epoch":3'),
        ("closing", '"closed":[7,', '"closed":[8,'),
    ]
    given = {"public": _KEY.public}
    return [
        *(fails(f"a link with another {name}", "check_link", "tampered", link=link | {"head": text.replace(old, new)},
                **given) for name, old, new in swaps),
        fails("another author's key", "check_link", "tampered", public=SigningKey(some("other")).public, link=link),
        fails("a link signed as a record", "check_link", "tampered", link=_signed(text, RECORD), **given),
        fails("a link with a bit of the signature turned", "check_link", "tampered",
              link=_signed(text, LINK, True), **given),
        fails("a link with a short signature", "check_link", "malformed",
              link=link | {"signature": link["signature"][:-2]}, **given),
    ]  # fmt: skip


def _texts() -> list[Case]:
    text = canonical(_head() | {"v": 1})
    bad = [
        ("a blank", text.replace(":", ": ", 1)),
        ("keys in another order", '{"v":1,' + text[1:].replace(',"v":1', "")),
        ("a key twice", text.replace('"n":3', '"n":3,"n":3')),
        ("another value before the same key", text.replace('"n":3', '"n":2,"n":3')),
        ("a fraction", text.replace('"n":3', '"n":3.0')),
        ("an escaped letter", text.replace("group", "\\u0067roup")),
        ("no JSON", text + "}"),
    ]
    public = _KEY.public
    return [fails(f"signed text: {name}", "check_link", "malformed", public=public, link=_signed(t)) for name, t in bad]


def _fields() -> list[Case]:
    bad: list[tuple[str, dict[str, Any]]] = [
        ("another version", _head(v=2)),
        ("version 0", _head(v=0)),
        ("a field too many", _head(note="x")),
        ("a field missing", {key: value for key, value in _head().items() if key != "open"}),
        ("a short box key", _head(box=b64(some("box", 31)))),
        ("no box key", _head(box="")),
        ("epoch 0", _head(epoch=0)),
        ("an epoch past 2^32", _head(epoch=2**32)),
        ("n 0", _head(n=0)),
        ("open 2", _head(open=2)),
        ("open as text", _head(open="1")),
        ("a place without a tip", _head(closed=[7])),
        ("a tip before the place", _head(closed=[some_id("tip"), 7])),
        ("a short tip", _head(closed=[7, "AAAA"])),
        ("three in closed", _head(closed=[7, some_id("tip"), 1])),
        ("an object for closed", _head(closed={})),
        ("a manager by role", _head(managers=["office"])),
        ("a number among the writers", _head(writers=[1])),
        ("a text for the writers", _head(writers="self")),
        ("an author by name", _head(author="admin")),
        ("no author", _head(author="")),
        ("a kind that is a number", _head(kind=1)),
        ("a sort that is a list", _head(sort=[])),
    ]
    given = {"public": _KEY.public}
    return [
        *(
            fails(f"fields: {n}", "check_link", "malformed", link=_signed(canonical({"v": 1} | h)), **given)
            for n, h in bad
        ),
        *(fails(f"never signed: {n}", "sign_link", "malformed", seed=_SEED, head=h) for n, h in bad if "v" not in h),
    ]


def _signed(text: str, context: str = LINK, turned: bool = False) -> dict[str, str]:
    signature = _KEY.sign(context, text.encode())
    return {"head": text, "signature": b64(flip(signature) if turned else signature)}
