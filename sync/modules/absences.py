"""Absences: who is not at school, why, and who has seen it; leave; who fetches a child; the register of a day.

Bodies (UTF-8 JSON, sealed). Dates are school days "YYYY-MM-DD", times of day "HH:MM", instants ms UTC.
- `absence` in a child's circle: {reason: sick|doctor|dentist|late|funeral|religious|other, from, until: date or ""
  (open end), start?, end?: part of the day, weekly?: 1 (each week on that day), written: ms, better?: date}.
- `remark`: a letter from the writer's seat to the child's teams and the office only: {absence: record id, child, text,
  files?: [part]}. Files come in one of their own, after it: a report waits for no file.
- `noted` in a child's circle, by staff: {absence}: it was seen; from then on it is no more taken back.
- `day` in a register: {date, marks: {child: present|absent|late}, closed?: ms}.
- `noshow` in a child's circle, by staff: {date, raised: ms, resolved?: ms, how?: late|mistake}: not there, and nobody
  said so.
- `leave` in a child's circle: {from, until, kind: family|religious|other, written}; `plea`: a letter to the office:
  {leave, child, text, files?: [part]}; `decision` in the child's circle, by the office: {leave, granted: 0|1, reason}.
- `pickup` in a child's circle: {date, name, relation, over?: [ids]}: somebody else fetches the child; name "": nobody
  else after all. Of a day the newest word holds, by the time of its head, which is when it was said; `over`: words that
  claimed to be of the future when this one was written, which it overrules.
"""

from __future__ import annotations

from sync.policy import Kind, Module, Rule

_STAFF = ("teacher", "office")
_ALL = ("guardian", *_STAFF)

REASONS = ("sick", "doctor", "dentist", "late", "funeral", "religious", "other")
MODULE = Module(
    "absences",
    "Absenties",
    (
        Kind("absence", {"child": Rule("writer", _ALL)}, editors=_ALL, tells=True),
        Kind("remark", {"seat": Rule("self", _ALL)}, letter=True),
        Kind("noted", {"child": Rule("writer", _STAFF)}),
        Kind("day", {"register": Rule("writer", _STAFF)}, editors=_STAFF),
        Kind("noshow", {"child": Rule("writer", _STAFF)}, editors=_STAFF, tells=True, urgent=True),
        Kind("leave", {"child": Rule("writer", ("guardian",))}, editors=("guardian",), tells=True),
        Kind("plea", {"seat": Rule("self", ("guardian",))}, letter=True),
        Kind("decision", {"child": Rule("writer", ("office",))}, editors=("office",), tells=True),
        Kind("pickup", {"child": Rule("writer", ("guardian",))}, editors=("guardian",), tells=True),
    ),
)
