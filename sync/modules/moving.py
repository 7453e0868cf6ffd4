"""Moving: a child leaves for another school, and what its family and the office let go along.

Each step is a letter: what a family says of leaving reaches those with custody and the office, and nobody else; the
office's release reaches the guardians it names; what a guardian hands on reaches the next school's office and team.

Bodies (UTF-8 JSON, sealed). Days are "YYYY-MM-DD", instants ms UTC.
- `departure`: a letter from a guardian (or the office, for one who came by) to all with custody and the office: {child,
  last: the last day, to: {name, host, root} ("" where it is no linked school), parts: [part of `sync/moving.py`],
  written, told: [seat that this letter goes to], of?: [id, hash], by?: seat (the office passes on the departure of that
  id and hash, which `by` wrote, to whom its author could not reach)}.
- `agreement`: a letter to the same: {departure, of: hash of the departure that is agreed to, child, agrees: 0|1, seat?:
  for whom the office enters what came on paper, second?: 1 (a second person of the office, for a protected child)}.
- `release`: a letter from the office to one guardian of the child and itself: {departure, child, to, person: the
  guardian's id, dossier, proof: [credentials of its author's seat, up to the root], school: {name, host, root}}. The
  dossier's shape stands in `sync/moving.py`.
- `farewell`: a letter from the office to one of them: {child, token, deadline}: a contact's seat for who leaves, so
  that what parents show each other by name goes on. Not in the release: that is handed on.
- `departed` in the desk: {child, number, first, last, day, to, parts, departure, releases: {seat: release}, seconds:
  [person of the office]}.
- `dossier`: a letter at the next school, from a guardian to the office and the child's team: {child, copy: {head, body,
  signature, boxes, key} (the release as its author signed it, and the key that opens it), files: [part] (those that it
  names), written}.
- `brought` in the child's circle at the next school: {from: {name, host, root}, state: confirmed|unknown|other|own (a
  takeout, on the family's word), talks, absences, first_day, dossier: the letter's id or "", book: id of
  the book that holds its files or "", written}.
"""

from __future__ import annotations

from sync.policy import Kind, Module, Rule

_ALL = ("guardian", "office")
_STAFF = ("teacher", "office")

MODULE = Module(
    "moving",
    "Verhuizen",
    (
        Kind("departure", {"seat": Rule("self", _ALL)}, letter=True, tells=True),
        Kind("agreement", {"seat": Rule("self", _ALL)}, letter=True, tells=True),
        Kind("release", {"seat": Rule("self", ("office",))}, letter=True, tells=True),
        Kind("farewell", {"seat": Rule("self", ("office",))}, letter=True),
        Kind("departed", {"desk": Rule("writer", ("office",))}, editors=("office",)),
        Kind("dossier", {"seat": Rule("self", ("guardian",))}, letter=True, tells=True),
        Kind("brought", {"child": Rule("writer", ("guardian", *_STAFF))}, editors=_STAFF, tells=True),
    ),
)
