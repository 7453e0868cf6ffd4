"""Messages: talks between two people, in a group, and with the team of a class; every one of them a letter.

A message is sealed to those who take part when it is written, with a key of its own: who comes later holds no key to
what was said before. Bodies (UTF-8 JSON, sealed):
- `thread`: a letter from who opens it to all who take part: {title, to: {groups: [group], teams: [team], people:
  [seat]}, about: child or "", past: 0|1 (who comes later may read what was before), marks: 0|1 (say what was read)}.
  Its id is the thread's. A team in `to` makes it that team's inbox.
- `message`: a letter to all of a thread, or to some: {thread, text, written: ms, after?: ms from when on
  others get it, only?: [seat], answers?: record id, files?: [part],
  edited?: ms, removed?: 1}. No `only`: everybody in the thread. A removed one has neither text nor files.
- `seen`: a letter to those who wrote, or to oneself alone: {thread, upto: ms}.
- `handling`: a letter to a team: {thread, state: open|mine|done, seat: who does it}.
- `parting`: a letter to a thread: {thread}: its writer takes no more part.
- `complaint`: a letter to the office: {thread, why, copy: {head, body, signature, boxes, key}}: a message as its author
  signed it, with the key that opens it; it lists the message's files, so that the office can open them as well.
- `contacts` in one's own seat: {accept: all|ask|staff, people: [seat], blocked: [seat], muted: {thread: until ms},
  marks: 0|1, times?: {accept, marks, "who <seat>" or "thread <id>": ms, when it was said}}: who may write to me, for
  my own devices only. Nobody else can tell it from somebody who never joined.
- `hours` in the school, by staff: {seat, days: {"1".."7": ["08:00", "16:30"]}, text}: when its writer answers.
"""

from __future__ import annotations

from sync.policy import Kind, Module, Rule

_STAFF = ("teacher", "office")
_OWN = {"seat": Rule("self")}

MODULE = Module(
    "messages",
    "Berichten",
    (
        Kind("thread", _OWN, letter=True),
        Kind("message", _OWN, letter=True, tells=True),
        Kind("seen", _OWN, letter=True, clears=True),
        Kind("handling", {"seat": Rule("self", _STAFF)}, letter=True),
        Kind("parting", _OWN, letter=True),
        Kind("complaint", _OWN, letter=True, tells=True),
        Kind("contacts", _OWN),
        Kind("hours", {"school": Rule("writer", _STAFF)}),
    ),
)
