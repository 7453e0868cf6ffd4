"""Records, letters, deletions."""

from __future__ import annotations

from typing import Any

from crypto.circle import Epoch
from crypto.digest import H, derive
from crypto.encoding import b64, canonical, lp, unb64
from crypto.envelope import Record, blind, boxes_hash, gone, seal_in_boxes, seal_record
from crypto.identity import BoxKey, SigningKey
from crypto.labels import BODY, CIRCLE_KEYS, LETTER, LINK, RECORD
from tests.vectors.cases import Case, fails, flip, sealed_box, some, some_id, works

_SEED = some("author")
_KEY = SigningKey(_SEED)
_EPOCH, _LATER = Epoch(some("epoch 1")), Epoch(some("epoch 2"))
_NONCE, _DATA = some("nonce", 24), b'{"text":"Monday is a day off"}'
_LETTER_KEY = some("letter key")
_SEAT, _TEAM = Epoch(some("seat")), Epoch(some("team"))
_REFS = sorted(f"c:{some_id(name)}" for name in ("seat", "team"))
_BOXES: list[list[Any]] = [
    [_REFS[0], 1, b64(sealed_box(_SEAT.box.public, _LETTER_KEY))],
    [_REFS[1], 4, b64(sealed_box(_TEAM.box.public, _LETTER_KEY))],
]


def cases() -> list[Case]:
    """Records, what was done to them, letters, deletions."""
    return [
        *_records(), *_tampered(), *_moved(), *_texts(), *_fields(),
        *_letters(), *_stripped(), *_unopened(), *_boxes(), *_deletions(),
    ]  # fmt: skip


def _head(**changes: Any) -> dict[str, Any]:
    """A good head without "v" and "letter"."""
    return {
        "author": some_id("person"), "blobs": [b64(some("blob", 16))], "circle": some_id("circle"), "epoch": 1,
        "id": b64(some("record", 16)), "kind": "news", "replaces": "", "revision": 1, "seat": some_id("seat"),
        "seen": [12, some_id("tip")], "time": 1_770_000_000_000,
    } | changes  # fmt: skip


def _record(**changes: Any) -> Record:
    return seal_record(_KEY, _EPOCH.content, _head(**changes), _DATA, _NONCE)


def _records() -> list[Case]:
    given: dict[str, Any] = {"seed": _SEED, "content": _EPOCH.content, "data": _DATA, "nonce": _NONCE}
    heads = [
        ("a first revision", _head()),
        ("a later revision", _head(revision=2, replaces=some_id("before"))),
        ("nothing seen, no blobs", _head(seen=[], blobs=[])),
    ]
    sealed = [works(f"a record: {name}", "seal_record", head=head, **given) for name, head in heads]
    first = sealed[0]["out"]
    return [
        *sealed,
        works("a record of 300 bytes", "seal_record", head=_head(), **given | {"data": b"x" * 300}),
        *(works(f"checking {case['name']}", "check_record", public=_KEY.public, record=case["out"]) for case in sealed),
        *(works(f"opening {case['name']}", "open_record", content=_EPOCH.content, record=case["out"])
          for case in sealed),
        works("the hash of a record", "record_hash", record=first),
        fails("sealing a deletion", "seal_record", "malformed", head=_head(kind="gone"), **given),
        fails("sealing with a short key", "seal_record", "malformed", head=_head(),
              **given | {"content": _EPOCH.content[:31]}),
    ]  # fmt: skip


def _tampered() -> list[Case]:
    record, other = _record(), _record(revision=2)
    body, public = unb64(record["body"]), _KEY.public
    changes: list[tuple[str, bytes, dict[str, Any]]] = [
        ("another author's key", SigningKey(some("other")).public, {}),
        ("a bit of the signature", public, {"signature": b64(flip(unb64(record["signature"])))}),
        ("a bit of the body", public, {"body": b64(flip(body, 60))}),
        ("a bit of the nonce", public, {"body": b64(flip(body, 3))}),
        ("another version byte", public, {"body": b64(flip(body))}),
        ("a byte of the body missing", public, {"body": b64(body[:-1])}),
        ("no body", public, {"body": ""}),
        ("another record's body", public, {"body": _record(id=b64(some("record 2", 16)))["body"]}),
        ("another revision's head", public, {"head": other["head"]}),
        ("boxes that nobody signed", public, {"boxes": _BOXES}),
        ("the signature of a link", public, {"signature": _sign(record, LINK)}),
    ]
    formless = [
        ("a short signature", {"signature": record["signature"][:-2]}),
        ("no signature", {"signature": ""}),
        ("a body that is no base64url", {"body": record["body"] + "="}),
    ]
    return [
        *(fails(f"refused: {n}", "check_record", "tampered", public=p, record=record | c) for n, p, c in changes),
        *(fails(f"no form: {n}", "check_record", "malformed", public=public, record=record | c) for n, c in formless),
    ]


def _moved() -> list[Case]:
    """Whoever signs again what somebody else sealed still can't move it: the head is part of the sealing."""
    record = _record()
    moves: list[tuple[str, dict[str, Any]]] = [
        ("another circle", {"circle": some_id("other circle")}),
        ("another kind", {"kind": "event"}),
        ("another author", {"author": some_id("other person")}),
        ("another seat", {"seat": some_id("other seat")}),
        ("another id", {"id": b64(some("record 2", 16))}),
        ("another epoch number", {"epoch": 2}),
        ("another time", {"time": 1}),
        ("another revision", {"revision": 2}),
    ]
    wrong = [
        ("the key of a later epoch", _LATER.content, record),
        ("the key of another circle", Epoch(some("circle 2")).content, record),
        ("the history key", _EPOCH.history, record),
        *((f"moved to {name}", _EPOCH.content, record | {"head": _record(**move)["head"]}) for name, move in moves),
        ("a bit of the body", _EPOCH.content, record | {"body": b64(flip(unb64(record["body"]), 60))}),
        ("a bit of the nonce", _EPOCH.content, record | {"body": b64(flip(unb64(record["body"]), 3))}),
    ]
    return [
        *(fails(f"does not open: {name}", "open_record", "wrong-key", content=k, record=r) for name, k, r in wrong),
        fails("opening no body", "open_record", "malformed", content=_EPOCH.content, record=record | {"body": ""}),
        fails("opening another version", "open_record", "malformed", content=_EPOCH.content,
              record=record | {"body": b64(b"\x02" + unb64(record["body"])[1:])}),
    ]  # fmt: skip


def _texts() -> list[Case]:
    text = _record()["head"]
    bad = [
        ("a blank", text.replace(":", ": ", 1)),
        ("keys in another order", '{"v":1,' + text[1:].replace(',"v":1', "")),
        ("a key twice", text.replace('"kind":"news"', '"kind":"news","kind":"news"')),
        ("a fraction", text.replace('"time":1770000000000', '"time":1770000000000.5')),
        ("a big number", text.replace('"time":1770000000000', '"time":9007199254740992')),
        ("an exponent", text.replace('"time":1770000000000', '"time":177e10')),
        ("an accent", text.replace("news", "n\u00e9ws")),
        ("an escaped letter", text.replace("news", "\\u006eews")),
        ("an id with bits left over", text.replace(some_id("circle"), "A" * 42 + "B")),
    ]
    public = _KEY.public
    return [fails(f"signed text: {n}", "check_record", "malformed", public=public, record=_signed(t)) for n, t in bad]


def _fields() -> list[Case]:
    bad: list[tuple[str, dict[str, Any]]] = [
        ("another version", _head(v=2)),
        ("a field too many", _head(note="x")),
        ("a field missing", {key: value for key, value in _head().items() if key != "seen"}),
        ("an id of 32 bytes", _head(id=some_id("record"))),
        ("an author by name", _head(author="root")),
        ("no circle", _head(circle="")),
        ("no seat", _head(seat="")),
        ("revision 0", _head(revision=0)),
        ("epoch 0", _head(epoch=0)),
        ("a time as text", _head(time="1")),
        ("a blob of 32 bytes", _head(blobs=[some_id("blob")])),
        ("a text for the blobs", _head(blobs="")),
        ("a place without a tip", _head(seen=[12])),
        ("a short hash of what it replaces", _head(replaces="AAAA")),
        ("a kind that is a list", _head(kind=[])),
        ("half a letter", _head(letter={"key": some_id("key")})),
        ("a letter with more", _head(letter={"key": some_id("key"), "to": some_id("to"), "cc": some_id("cc")})),
        ("a letter with a short hash", _head(letter={"key": "AAAA", "to": some_id("to")})),
        ("a list for the letter", _head(letter=[])),
    ]
    given: dict[str, Any] = {"seed": _SEED, "content": _EPOCH.content, "data": _DATA, "nonce": _NONCE}
    unsigned = [(n, h) for n, h in bad if not {"v", "letter"} & h.keys()]
    return [
        *(
            fails(f"fields: {n}", "check_record", "malformed", public=_KEY.public,
                  record=_signed(canonical({"v": 1, "letter": {}} | h)))
            for n, h in bad
        ),
        *(fails(f"never sealed: {n}", "seal_record", "malformed", head=h, **given) for n, h in unsigned),
    ]  # fmt: skip


def _letter(boxes: list[list[Any]] = _BOXES) -> Record:
    return seal_in_boxes(_KEY, _LETTER_KEY, _head(), _DATA, boxes, _NONCE)


def _letters() -> list[Case]:
    given: dict[str, Any] = {"seed": _SEED, "key": _LETTER_KEY, "head": _head(), "data": _DATA, "nonce": _NONCE}
    letter = _letter()
    low = sealed_box(BoxKey(some("seat")).public, _LETTER_KEY)[:79]
    bad: list[tuple[str, list[Any]]] = [
        ("to nobody", []),
        ("with boxes out of order", _BOXES[::-1]),
        ("to somebody twice", [_BOXES[0], _BOXES[0]]),
        ("of epoch 0", [[_REFS[0], 0, _BOXES[0][2]]]),
        ("of an epoch past 2^32", [[_REFS[0], 2**32, _BOXES[0][2]]]),
        ("with a short box", [[_REFS[0], 1, b64(low)]]),
    ]
    return [
        works("a letter to two", "seal_in_boxes", boxes=_BOXES, **given),
        works("a letter until a day", "seal_in_boxes", boxes=_BOXES, until=1_780_000_000_000, **given),
        works("a letter to oneself", "seal_in_boxes", boxes=_BOXES[:1], **given),
        works("checking a letter", "check_record", public=_KEY.public, record=letter),
        works("the hash of a letter", "record_hash", record=letter),
        works("opening as the first", "open_letter", seed=_box_seed("seat"), ref=_REFS[0], record=letter),
        works("opening as the second", "open_letter", seed=_box_seed("team"), ref=_REFS[1], record=letter),
        *(fails(f"a letter {name}", "seal_in_boxes", "malformed", boxes=boxes, **given) for name, boxes in bad),
    ]


def _stripped() -> list[Case]:
    """What a server could do to the boxes on the way."""
    letter, public = _letter(), _KEY.public
    first, second = _BOXES
    swapped = [[first[0], first[1], second[2]], [second[0], second[1], first[2]]]
    tampered: list[tuple[str, dict[str, Any]]] = [
        ("one stripped", {"boxes": [first]}),
        ("all stripped", {"boxes": []}),
        ("two swapped", {"boxes": swapped}),
        ("a bit turned", {"boxes": [[first[0], first[1], b64(flip(unb64(first[2]), 40))], second]}),
        ("another epoch", {"boxes": [[first[0], 2, first[2]], second]}),
        ("another recipient", {"boxes": [[_REFS[0][:-1] + "_", first[1], first[2]], second]}),
        ("one added", {"boxes": [first, second, ["c:~", 1, first[2]]]}),
    ]
    formless = [("out of order", {"boxes": [second, first]}), ("one twice", {"boxes": [first, first, second]})]
    return [
        *(fails(f"boxes: {n}", "check_record", "tampered", public=public, record=letter | b) for n, b in tampered),
        *(fails(f"boxes: {n}", "check_record", "malformed", public=public, record=letter | b) for n, b in formless),
    ]


def _unopened() -> list[Case]:
    letter, seat = _letter(), _box_seed("seat")
    other = [[_REFS[0], 1, b64(sealed_box(_SEAT.box.public, some("other key")))], _BOXES[1]]
    short = [[_REFS[0], 1, b64(sealed_box(_SEAT.box.public, _LETTER_KEY[:31]))], _BOXES[1]]
    wrong: list[tuple[str, str, bytes, str, Record]] = [
        ("with the key of another recipient", "wrong-key", seat, _REFS[1], letter),
        ("by somebody who got no box", "wrong-key", seat, f"c:{some_id('nobody')}", letter),
        ("with a stranger's key", "wrong-key", some("stranger"), _REFS[0], letter),
        ("whose box holds another key", "tampered", seat, _REFS[0], letter | {"boxes": other}),
        ("whose box holds half a key", "malformed", seat, _REFS[0], letter | {"boxes": short}),
        ("with another head", "wrong-key", seat, _REFS[0], letter | {"head": _other_kind(letter)}),
    ]
    return [
        *(fails(f"a letter {n}", "open_letter", code, seed=s, ref=ref, record=r) for n, code, s, ref, r in wrong),
        fails("a letter with the circle's content key", "open_record", "wrong-key", content=_SEAT.content,
              record=letter),
    ]  # fmt: skip


def _boxes() -> list[Case]:
    return [
        works("the hash of two boxes", "boxes_hash", boxes=_BOXES),
        works("the hash of one box", "boxes_hash", boxes=_BOXES[1:]),
        fails("the hash of boxes out of order", "boxes_hash", "malformed", boxes=_BOXES[::-1]),
        *_blinded(),
    ]


def _blinded() -> list[Case]:
    """What a recipient sees of the boxes of others: nothing but that the author signed them."""
    letter, public = _letter(), _KEY.public
    first, second = blind(_BOXES, _REFS[:1]), blind(_BOXES, _REFS[1:])
    seen = letter | {"boxes": first}
    half = [first[0], [first[1][0][:20], 0, ""]]
    return [
        works("boxes as the first sees them", "blind", boxes=_BOXES, keep=_REFS[:1]),
        works("boxes as a stranger sees them", "blind", boxes=_BOXES, keep=[]),
        works("the hash of blinded boxes", "boxes_hash", boxes=first),
        works("a letter as the first sees it", "check_record", public=public, record=seen),
        works("opening one's own among blinded boxes", "open_letter", seed=_box_seed("seat"), ref=_REFS[0],
              record=seen),
        fails("opening a blinded box", "open_letter", "wrong-key", seed=_box_seed("team"), ref=second[0][0],
              record=letter | {"boxes": second}),
        fails("a blinded box put for another", "check_record", "tampered", public=public,
              record=letter | {"boxes": [first[1], first[0]]}),
        fails("a blinded box of half a hash", "check_record", "malformed", public=public,
              record=letter | {"boxes": half}),
    ]  # fmt: skip


def _deletions() -> list[Case]:
    head = _head(kind="gone", revision=2, replaces=some_id("before"), blobs=[])
    deletion = gone(_KEY, head)
    boxed = {"key": b64(H(LETTER, _LETTER_KEY)), "to": boxes_hash(_BOXES), "until": 0}
    letter = canonical(head | {"v": 1, "letter": boxed})
    bad: list[tuple[str, Record]] = [
        ("a deletion with a body", _signed(deletion["head"], _record()["body"])),
        ("a record without a body", _signed(_record()["head"], "")),
        ("a deletion that is a letter", _signed(letter, "") | {"boxes": _BOXES}),
        ("a letter without a body", _signed(_letter()["head"], "") | {"boxes": _BOXES}),
    ]
    return [
        works("a deletion", "gone", seed=_SEED, head=head),
        works("checking a deletion", "check_record", public=_KEY.public, record=deletion),
        works("the hash of a deletion", "record_hash", record=deletion),
        fails("a deletion that is news", "gone", "malformed", seed=_SEED, head=_head()),
        fails("another head for a deletion", "check_record", "tampered", public=_KEY.public,
              record=deletion | {"head": gone(_KEY, head | {"revision": 3})["head"]}),
        *(fails(name, "check_record", "malformed", public=_KEY.public, record=record) for name, record in bad),
    ]  # fmt: skip


def _box_seed(name: str) -> bytes:
    return derive(some(name), CIRCLE_KEYS, 1)


def _other_kind(record: Record) -> str:
    return str(record["head"]).replace('"kind":"news"', '"kind":"note"')


def _signed(text: str, body: str | None = None) -> Record:
    """A record of any text, signed rightly."""
    record: Record = {"head": text, "body": _record()["body"] if body is None else body, "boxes": []}
    return record | {"signature": _sign(record)}


def _sign(record: Record, context: str = RECORD) -> str:
    message = lp(record["head"].encode(), H(BODY, unb64(record["body"])))
    return b64(_KEY.sign(context, message))
