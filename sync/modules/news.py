"""News: a message to the school, to groups or to chosen children; who has read it; a reminder to the others.

Bodies (UTF-8 JSON, sealed):
- `news` {post, title, text, published, changed?, pinned?, expires?, confirm?, urgent?, files?: [part], receipts: circle
  id}: a post to several circles is a record in each of them with the same `post`, which lists the same files. What the
  board posts has no `receipts`: who has read it is nobody's but the reader's; its files have `same`, one id for all
  schools. The office may take it away. A record with a time to come is held until then, also when it is changed.
- `alarm` {post, title}: beside an urgent post: whoever sleeps is told at once. The office alone posts it.
- `receipt` {post, opened, confirmed?}: a letter from a reader's own seat to the circle the post names.
- `reminder` {post, title}: a letter from the author's own seat to the seats that have not read.
"""

from __future__ import annotations

from sync.policy import Kind, Module, Rule

_STAFF = ("teacher", "office")

MODULE = Module(
    "news",
    "Nieuws",
    (
        Kind(
            "news",
            {
                "school": Rule("writer", ("office",)),
                "group": Rule("writer", _STAFF),
                "child": Rule("writer", _STAFF),
                "board": Rule("writer", ("board", "office")),
            },
            editors=("office", "board"),
            tells=True,
        ),
        Kind(
            "alarm", {one: Rule("writer", ("office",)) for one in ("school", "group", "child")}, tells=True, urgent=True
        ),
        Kind("receipt", {"seat": Rule("self")}, letter=True, clears=True),
        Kind("reminder", {"seat": Rule("self", _STAFF)}, letter=True, tells=True),
    ),
)
