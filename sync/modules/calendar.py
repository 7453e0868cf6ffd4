"""Calendar: what happens at school, in a group and at home, and when.

Which calendar a circle is, says the office in its `profile`: {of: circle id of the school, a group, staff or board}.
Days are "YYYY-MM-DD", times of day "HH:MM" on the school's clock, instants ms UTC. Bodies (UTF-8 JSON, sealed):
- `event` in a calendar, a household or one's own seat: {title, text?, place?, category, day, until?: last day, start?,
  end? (none: the whole day), repeat?: {every: week|month|year, step, until}, except?: [days left out], dropped?: [those
  of them that are shown as cancelled], moved?: {day by the rule: {day, start, end, place?}}, public?: 1,
  cancelled?: 1, changed?: {at, reason, was: {day, until, start, end, place}, original?: day by the rule, of one that
  repeats}, asks?: "rsvp", joint?: id that the same event has in several calendars, version: grows with every change}.
- `change`, or `urgentchange` by the office, in a calendar, beside such a change: {event, title, was, reason,
  cancelled?, original?}: its readers are told.
- `draft` at the desk: an event that waits to be published: {...event, calendars: [circle ids]}.
- `rsvp`: a letter to who writes the calendar: {event, answer: yes|no|maybe, children?: [circle ids]}.
- `timer` in one's own seat: {event, before: minutes}: a reminder of one's own; `alert`: a letter to oneself that the
  server holds until it is time: {event, title, day, start, original, at}.
- `feed` in one's own seat: a private calendar address: {secret, label, choices: {scope: full|public, children: [circle]
  (empty: all), names: 0|1, language}, away?: [{host, secret, children}]}; `away`: the address at a linked school of
  which it shows what that one shows, and for which children there.
"""

from __future__ import annotations

from sync.policy import Kind, Module, Rule

_OFFICE = ("office",)
_STAFF = ("teacher", "office")
_SAYS = (*_STAFF, "board")
"""Of these the board writes the one calendar that its invitation names."""
_READERS = ("guardian", "informed", "teacher", "office", "lunch")

CATEGORIES = ("event", "free", "trip", "gym", "meeting", "party", "test", "other")
MODULE = Module(
    "calendar",
    "Agenda",
    (
        Kind(
            "event",
            {
                "calendar": Rule("writer", _SAYS),
                "household": Rule("writer", ("guardian",)),
                "seat": Rule("self"),
            },
            editors=("guardian", *_SAYS),
        ),
        Kind("change", {"calendar": Rule("writer", _SAYS)}, tells=True),
        Kind("urgentchange", {"calendar": Rule("writer", _OFFICE)}, tells=True, urgent=True),
        Kind("draft", {"desk": Rule("writer", _OFFICE)}, editors=_OFFICE),
        Kind("rsvp", {"seat": Rule("self", _READERS)}, letter=True),
        Kind("timer", {"seat": Rule("self")}),
        Kind("feed", {"seat": Rule("self")}),
        Kind("alert", {"seat": Rule("self")}, letter=True, tells=True, wakes=True),
    ),
)
