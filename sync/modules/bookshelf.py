"""Bookshelf: books with files, for the school, a group, a team, a role, a family or a person; what parents hand in.

What a circle reads stands in it as records: `book` and `document`. What the team, the staff, the office, one family or
one person reads is a letter from its maker's own seat to them: `binder` and `paper`, with the same bodies and `to`.

Bodies (UTF-8 JSON, sealed). A file is a part (section 14 of the protocol). Ids are those of the records.
- `book` in the school's, a group's or a child's circle: {title, text, within: book or "" (on the shelf itself)}. In a
  child's circle "" is the child's own book, which is there for every child without a record.
- `document` beside its book: {title, text, book: book or "", file: part, earlier: [{file: part, at: ms, seat}] (newest
  first; empty when earlier versions were not kept), made: ms, changed: ms or 0, until: ms or 0 (hidden past it, and
  deleted by its maker's open client), tells: circle or seat that hears who opened it, or ""}.
- `binder`, `paper`: a letter: the same, and `to`: {circles: [circle], people: [seat], child: circle or ""}. `child`:
  for the guardians of this child, and for nobody else; `people` are their seats at the time of writing.
- `opened`: a letter from a reader's seat to whom `tells` names, or to oneself alone: {document, opened: ms}.
- `request` in the school's, a group's or a child's circle: {title, text, until: ms or 0, to: team or office}.
- `handin`: a letter from a guardian's seat to the team or the office: {request: record or "", child, title, text,
  files: [part], written: ms}.
- `handed` in a child's circle: {request}: something was handed in, so that the other guardian is not asked again.
- `overdue`: a letter from staff to the seats of those who handed nothing in: {request, title}.
"""

from __future__ import annotations

from sync.policy import Kind, Module, Rule

_STAFF = ("teacher", "office")
_MAKERS = (*_STAFF, "lunch")
_ALL = ("guardian", *_STAFF)
_SHELVES = {
    "school": Rule("writer", ("office",)),
    "group": Rule("writer", _STAFF),
    "child": Rule("writer", _ALL),
}
_ASKING = {**_SHELVES, "child": Rule("writer", _STAFF)}
_OWN = {"seat": Rule("self", _MAKERS)}

MODULE = Module(
    "bookshelf",
    "Boekenkast",
    (
        Kind("book", _SHELVES, editors=_STAFF),
        Kind("document", _SHELVES, editors=_STAFF, tells=True),
        Kind("binder", _OWN, letter=True),
        Kind("paper", _OWN, letter=True, tells=True),
        Kind("opened", {"seat": Rule("self")}, letter=True, clears=True),
        Kind("request", _ASKING, editors=_STAFF, tells=True),
        Kind("handin", {"seat": Rule("self", ("guardian",))}, letter=True, tells=True),
        Kind("handed", {"child": Rule("writer", ("guardian",))}),
        Kind("overdue", {"seat": Rule("self", _STAFF)}, letter=True, tells=True),
    ),
)
