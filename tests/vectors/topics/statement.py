"""Acts of the school log, and tips."""

from __future__ import annotations

from typing import Any

from crypto.encoding import b64, canonical
from crypto.identity import SigningKey
from crypto.labels import LINK, statement_context
from crypto.statement import NO_TIP, sign_act
from tests.vectors.cases import Case, fails, flip, some, some_id, works

_SEED = some("admin")
_KEY = SigningKey(_SEED)


def cases() -> list[Case]:
    """Every kind of act; what is wrong with its signature, its text, its fields; the chain."""
    return [*_kinds(), *_tampered(), *_texts(), *_fields(), *_tips()]


def act_head(kind: str, /, **changes: Any) -> dict[str, Any]:
    """A good head of this kind, without "v"."""
    common = {
        "author": some_id("person"), "kind": kind, "n": 4, "previous": some_id("tip"), "seat": some_id("seat"),
        "time": 1_770_000_000_000,
    }  # fmt: skip
    return common | _MORE[kind] | changes


_MORE: dict[str, dict[str, Any]] = {
    "school": {"author": "root", "n": 0, "previous": NO_TIP, "seat": "", "root": b64(_KEY.public)},
    "charter": {"author": "root", "n": 1, "seat": ""}
    | {name: some_id(name) for name in ("desk", "office", "school", "staff")},
    "invitation": {
        "circles": [some_id("team"), some_id("staff")], "deadline": 1_780_000_000_000, "from": 0,
        "locator": b64(some("locator", 16)), "role": "teacher", "seat_of": some_id("new seat"),
        "sign": some_id("invitation key"), "until": 0,
    },
    "group": {name: some_id(name) for name in ("group", "parents", "quiet", "register", "team")},
    "end": {"seat_of": some_id("new seat")},
    "protect": {"circles": [some_id("child")]},
    "renew": {"circles": [some_id("child")], "locator": b64(some("locator", 16)), "replaces": some_id("seat")},
    "server": {"host": "kring.regenboog.example", "key": some_id("server key")},
    "peer": {"host": "kring.kompas.example", "root": some_id("other root")},
    "unpeer": {"root": some_id("other root")},
    "approve": {"circles": [some_id("child")], "locator": b64(some("locator", 16))},
}  # fmt: skip


def _kinds() -> list[Case]:
    signed = [works(f"an act: {kind}", "sign_act", seed=_SEED, head=act_head(kind)) for kind in _MORE]
    alone = act_head("invitation", circles=[])
    return [
        *signed,
        works("an act: an invitation for no circle", "sign_act", seed=_SEED, head=alone),
        *(works(f"checking {case['name']}", "check_act", public=_KEY.public, act=case["out"]) for case in signed),
        *(works(f"the hash of {case['name']}", "act_hash", head=case["out"]["head"]) for case in signed),
    ]


def _tampered() -> list[Case]:
    act = sign_act(_KEY, act_head("end"))
    text, other = act["head"], sign_act(_KEY, act_head("end", n=5))
    wrong = [
        ("another author's key", SigningKey(some("other")).public, act),
        ("a bit of the signature", _KEY.public, _signed(text, turned=True)),
        ("another place in the chain", _KEY.public, other | {"signature": act["signature"]}),
        ("a head that nobody signed", _KEY.public, act | {"head": text.replace('"n":4', '"n":6')}),
        ("signed as a link", _KEY.public, _signed(text, LINK)),
        ("signed as another kind of act", _KEY.public, _signed(text, statement_context("group"))),
    ]
    return [
        *(fails(f"refused: {name}", "check_act", "tampered", public=p, act=a) for name, p, a in wrong),
        fails("refused: a short signature", "check_act", "malformed", public=_KEY.public, act=_short(act)),
        fails("refused: no signature", "check_act", "malformed", public=_KEY.public, act=act | {"signature": ""}),
    ]


def _texts() -> list[Case]:
    """Signed by the right key, but not the one spelling."""
    text = canonical(act_head("end") | {"v": 1})
    bad = [
        ("a blank", text.replace(",", ", ", 1)),
        ("a line end", text + "\n"),
        ("keys in another order", '{"v":1,' + text[1:].replace(',"v":1', "")),
        ("a key twice", text.replace('"n":4', '"n":4,"n":4')),
        ("a fraction", text.replace('"n":4', '"n":4.0')),
        ("a big number", text.replace('"n":4', '"n":9007199254740992')),
        ("a negative number", text.replace('"n":4', '"n":-4')),
        ("an escaped letter", text.replace("end", "\\u0065nd")),
        ("true for a number", text.replace('"n":4', '"n":true')),
        ("null for a text", text.replace(f'"seat":"{some_id("seat")}"', '"seat":null')),
        ("no JSON", text[:-1]),
        ("a list", f"[{text}]"),
    ]
    public = _KEY.public
    return [fails(f"signed text: {name}", "check_act", "malformed", public=public, act=_signed(t)) for name, t in bad]


def _fields() -> list[Case]:
    bad: list[tuple[str, dict[str, Any]]] = [
        ("another version", act_head("end", v=2)),
        ("a field too many", act_head("end", note="x")),
        ("a field of another kind", act_head("end", root=some_id("root"))),
        ("an unknown kind", act_head("end", kind="bishop")),
        ("a person's statement", act_head("end", kind="person")),
        ("an author that is no id", act_head("end", author="office")),
        ("an invitation as author", act_head("end", author="invitation")),
        ("a short seat", act_head("end", seat_of=b64(some("seat", 16)))),
        ("an id with bits left over", act_head("end", seat_of="A" * 42 + "B")),
        ("no tip before", act_head("end", previous="")),
        ("a number as text", act_head("end", n="4")),
        ("a list for a text", act_head("end", seat=[])),
        ("an object for an id", act_head("end", seat_of={})),
        ("a circle that is no id", act_head("invitation", circles=["staff"])),
        ("a list in the list of circles", act_head("invitation", circles=[[]])),
        ("a text for the circles", act_head("invitation", circles=some_id("team"))),
        ("a locator of 32 bytes", act_head("invitation", locator=some_id("locator"))),
        ("a role that is a number", act_head("invitation", role=1)),
    ]
    short = {key: value for key, value in act_head("end").items() if key != "seat"}
    both = [*bad, ("a field missing", short)]
    given = {"public": _KEY.public}
    return [
        *(fails(f"fields: {n}", "check_act", "malformed", act=_signed(canonical({"v": 1} | h)), **given)
          for n, h in both),
        *(fails(f"never signed: {n}", "sign_act", "malformed", seed=_SEED, head=h) for n, h in both if "v" not in h),
        fails("no hash of an unknown kind", "act_hash", "malformed", head='{"kind":"peer"}'),
    ]  # fmt: skip


def _tips() -> list[Case]:
    first = works("the first tip", "next_tip", tip=NO_TIP, entry=some_id("entry"))
    return [
        first,
        works("the next tip", "next_tip", tip=first["out"], entry=some_id("next entry")),
        fails("a short tip", "next_tip", "malformed", tip="AAAA", entry=some_id("entry")),
        fails("a short entry", "next_tip", "malformed", tip=NO_TIP, entry=""),
    ]


def _signed(text: str, context: str = "", turned: bool = False) -> dict[str, str]:
    signature = _KEY.sign(context or _context(text), text.encode())
    return {"head": text, "signature": b64(flip(signature) if turned else signature)}


def _context(text: str) -> str:
    return statement_context(next((kind for kind in _MORE if f'"kind":"{kind}"' in text), "end"))


def _short(act: dict[str, str]) -> dict[str, str]:
    return act | {"signature": act["signature"][:-2]}
