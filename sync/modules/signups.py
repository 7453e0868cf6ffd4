"""Sign-ups: forms, drivers, helpers, things to bring, consent, surveys.

What a family answers is sealed to the organisers that the form names, and to its own home: not to the office where a
class parent asks. The server knows opaque slots and how many are taken, never what a slot is.

Bodies (UTF-8 JSON, sealed):
- `form` in the school, a group or a child's circle, an offer of one slot, which is the answer itself: {form: the same
  in each circle it stands in, title, text, questions: [question], parts: {question: id of its `part` here}, unit:
  child|home|person|both (whose answer it is; `both`: each home of a child), organisers: [circle or seat], slot,
  opens, closes: ms or 0, shows: organisers|all (who sees the tally), when?: {day, start, end, place}, made: ms,
  changed?: ms, files?: [part], anonymous?: {id, key, box, closes}: its survey}. A question: {id, kind:
  yesno|choice|many|text|number|date|file|places|drivers|bring|consent, label, required: 0|1, options?: [{id, text}],
  slots?: [{id, text, capacity}], legal?, version?}.
- `part` beside a form, an offer with the slots of one question (places, drivers, bring): {form, question}.
- `answer`: a letter to the organisers and one's own home, with a claim on the form: {offer, slot, count, form, child:
  circle or "", answers: {question: value}, phone?: what a driver may call, seat?: for whom staff filled it in}. Values:
  yesno 0|1; choice an option; many [options]; text, date; number; file [part]; consent {agreed: 0|1, version}; drivers
  drive|ride|self. Who offered or took something has a `place` as well.
- `place`: a letter like that with a claim on a part: {offer, slot, count, form, question, child, seat?, wait?: 1 (it
  was full when it was asked for), note?, seats?, childseats?, meet? (where the car leaves), name? (the driver's first
  name), shows?: 0|1 (other parents may know it), phone? (for the parents of passengers)}.
- `urn`: a letter to the organisers of an anonymous form: {form, seed}: what opens its answers.
- `tally` in a form's circle, by organisers who write there: {form, counts: {question: {value: number}}, answered, at}.
- `nudge`: a letter to those who have not answered: {form, title}.
- `again`: a letter to those who have: {form, title, text}: what they said before it is to be said once more.
- `ride`: a letter to a driver and the organisers: {form, question, driver: seat, passengers: [{child, first, phone}],
  text}; `lift`: a letter to a passenger's guardians and the organisers: {form, question, child, driver: first name or
  "", meet, phone, text, gone?: 1 (it has no seat any more)}. Of several the newest holds.
"""

from __future__ import annotations

from sync.policy import Kind, Module, Rule

_STAFF = ("teacher", "office")
_ALL = ("guardian", *_STAFF)
_BOARD = {
    "school": Rule("writer", ("office",)),
    "group": Rule("writer", _STAFF),
    "child": Rule("writer", _STAFF),
}
_LETTER = {"seat": Rule("self", _ALL)}

CLAIMED = ("places", "drivers", "bring")
"""The kinds of questions whose answers take room that others then do not have."""
MODULE = Module(
    "signups",
    "Intekenen",
    (
        Kind("form", _BOARD, editors=_STAFF, tells=True, offers=True),
        Kind("part", _BOARD, editors=_STAFF, offers=True),
        Kind("answer", _LETTER, letter=True, claims=True),
        Kind("place", _LETTER, letter=True, claims=True),
        Kind("urn", {"seat": Rule("self", _STAFF)}, letter=True),
        Kind("tally", _BOARD, editors=_STAFF),
        Kind("nudge", _LETTER, letter=True, tells=True),
        Kind("again", _LETTER, letter=True, tells=True),
        Kind("ride", _LETTER, letter=True, tells=True),
        Kind("lift", _LETTER, letter=True, tells=True),
    ),
)
