"""Talks: rounds of conversations between families and teachers; who sits where is known to that home and its teachers.

A round stands in each group's circle as one record for each table: a teacher or a duo in one room. Everybody there sees
which times are free; a booking is a letter, so nobody but its home and the table's teachers learns whose a time is.
Days are "YYYY-MM-DD", times of day "HH:MM" on the school's clock, instants ms UTC (0 = none).

Bodies (UTF-8 JSON, sealed):
- `talks` in a group, an offer: {round: shared by its tables, title, text, group, teachers: [{seat, name}], mode:
  site|phone|video, room, walk: minutes to it from another room, slots: [{id, day, start, end}], opens, early: from when
  families with more children may, closes, unit: both (each home of a child) | child (one for all its homes), most,
  waits: 0|1, choose: slots|wishes (until `opens` families say what suits them), apart: minutes between the homes of one
  child in a plan, mandatory: 0|1}. The terms of its entry follow from it (`sync/client/talks.py` `terms`).
- `booking`: a letter with a claim, from a guardian's seat to the table's teachers and the own household: {offer, slot,
  count: 1, from?: the slot it keeps while it waits, wait?: 1, round, child, home: the seats that live together, who:
  text, mode, interpreter: a language or "", note}. By staff on behalf: `seat`: for whom; sealed to that seat as well.
- `wish`: a letter from a guardian's seat to the table's teachers and the office: {round, offer, child, home, from,
  until: "" for no matter, avoid: [[day or "", from, until]], who, interpreter}.
- `appointment`: a letter from a teacher to the home of a booking: {booking, link: of a video call, room, note}.
- `late`: a letter from a teacher to the homes whose talk comes later that day: {round, offer, day, minutes, from: the
  first time that it is about}; no names.
- `talkalert`: a letter to oneself that the server holds until a day before: {booking, round, day, start, at}.
- `prompt`: a letter from staff to those who have not chosen: {round, title, closes}.
- `talkreport`: a letter after a talk to one home, its teachers and the office: {round, child, booking, day, text,
  files?: [part]}.
- `talkfile` in the child's circle, so for both homes: {round, child, day, text, files?: [part]}.
"""

from __future__ import annotations

from sync.policy import Kind, Module, Rule

_STAFF = ("teacher", "office")
_ALL = ("guardian", *_STAFF)

MODULE = Module(
    "talks",
    "Gesprekken",
    (
        Kind("talks", {"group": Rule("writer", _STAFF)}, editors=_STAFF, tells=True, offers=True),
        Kind("booking", {"seat": Rule("self", _ALL)}, letter=True, claims=True),
        Kind("wish", {"seat": Rule("self", ("guardian",))}, letter=True),
        Kind("appointment", {"seat": Rule("self", _STAFF)}, letter=True, tells=True),
        Kind("late", {"seat": Rule("self", _STAFF)}, letter=True, tells=True, urgent=True),
        Kind("talkalert", {"seat": Rule("self")}, letter=True, tells=True, wakes=True),
        Kind("prompt", {"seat": Rule("self", _STAFF)}, letter=True, tells=True),
        Kind("talkreport", {"seat": Rule("self", _STAFF)}, letter=True, tells=True),
        Kind("talkfile", {"child": Rule("writer", _STAFF)}, editors=_STAFF, tells=True),
    ),
)
