"""Files in chunks."""

from __future__ import annotations

from typing import Any

from crypto.blob import CHUNK, seal_chunk
from tests.vectors.cases import Case, fails, flip, some, works

_KEY, _ID, _PART = some("blob key"), some("blob", 16), b"the end of a photo"


def cases() -> list[Case]:
    """Whole blobs by length and hash, the last chunk in full, and chunks out of their place."""
    return [*_blobs(), *_chunks(), *_places()]


def _blobs() -> list[Case]:
    sizes = (0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 150_000)
    given: dict[str, Any] = {"key": _KEY, "blob_id": _ID, "byte": b"a"}
    return [
        *(works(f"a blob of {size} bytes", "seal_blob", size=size, **given) for size in sizes),
        fails("a blob under a short key", "seal_blob", "malformed", size=1, **given | {"key": _KEY[:31]}),
        fails("a blob with a long id", "seal_blob", "malformed", size=1, **given | {"blob_id": some("blob", 32)}),
    ]


def _chunks() -> list[Case]:
    sealed = seal_chunk(_KEY, _ID, 3, True, _PART)
    given: dict[str, Any] = {"key": _KEY, "blob_id": _ID, "index": 3, "last": True}
    wrong: list[tuple[str, dict[str, Any]]] = [
        ("another key", {"key": some("other")}),
        ("another blob", {"blob_id": some("other", 16)}),
        ("another place", {"index": 2}),
        ("a bit turned", {"sealed": flip(sealed)}),
        ("a bit of the tag turned", {"sealed": flip(sealed, -1)}),
        ("a byte cut off", {"sealed": sealed[:-1]}),
        ("a byte added", {"sealed": sealed + b"\0"}),
        ("only a tag", {"sealed": sealed[-16:]}),
    ]
    formless: list[tuple[str, dict[str, Any]]] = [
        ("less than a tag", {"sealed": sealed[:15]}),
        ("nothing", {"sealed": b""}),
        ("a short chunk that is not the last", {"last": False}),
        ("a negative place", {"index": -1}),
        ("a place past 2^32", {"index": 2**32}),
        ("a short key", {"key": _KEY[:31]}),
        ("a short id", {"blob_id": _ID[:15]}),
    ]
    opened = given | {"sealed": sealed}
    return [
        works("the last chunk", "seal_chunk", part=_PART, **given),
        works("an empty last chunk", "seal_chunk", part=b"", **given),
        works("opening the last chunk", "open_chunk", **opened),
        fails("a short chunk before the last", "seal_chunk", "malformed", part=_PART, **given | {"last": False}),
        *(fails(f"a chunk with {name}", "open_chunk", "wrong-key", **opened | other) for name, other in wrong),
        *(
            fails(f"a chunk of no form: {name}", "open_chunk", "malformed", **opened | other)
            for name, other in formless
        ),
    ]


def _places() -> list[Case]:
    three: dict[str, Any] = {"key": _KEY, "blob_id": _ID, "byte": b"a", "size": 2 * CHUNK + 5}
    even = three | {"size": 2 * CHUNK}
    return [
        *(works(f"chunk {n} of three", "open_from_blob", take=n, index=n, last=n == 2, **three) for n in range(3)),
        works("a full last chunk", "open_from_blob", take=1, index=1, last=True, **even),
        fails("the second in place of the first", "open_from_blob", "wrong-key", take=1, index=0, last=False, **three),
        fails("the first in place of the second", "open_from_blob", "wrong-key", take=0, index=1, last=False, **three),
        fails("cut off after the second", "open_from_blob", "wrong-key", take=1, index=1, last=True, **three),
        fails("a last chunk said to go on", "open_from_blob", "wrong-key", take=1, index=1, last=False, **even),
        fails("a short last chunk said to go on", "open_from_blob", "malformed", take=2, index=2, last=False, **three),
    ]
