"""Lunch: who stays over, what the lunch team has to know, cards and balance.

The circle of kind `lunch` is read by the lunch team and the office. Bodies (UTF-8 JSON, sealed); days are school days
"YYYY-MM-DD", times "HH:MM", instants ms UTC; `home`: the seats of those who share a card.
- `lunchrules` in the school: {version, text, cutoff: time, days: [1..7], price: cents, cards: [{strips, cents}],
  closed?: [day], months?: how long a card is good}. A new version is accepted anew.
- `luncher` in the lunch circle, by the office: {child, first, group, teams: [team], guardians: [{seat, genesis}]}: the
  children of the school by first name, so that any that turns up at the table can be found.
- `lunchaccept`: a letter from a guardian to the lunch circle and the own household: {version, home, written}.
- `diet`: a letter to the same: {child, allergens: [code], allergies, medication, doctor, phones, note}. Never to the
  child's circle, the other home or teachers.
- `lunchplan`: a letter to the child's circle and the lunch circle: {child, first, group, days: [1..7], from: day,
  instead: [record ids of plans it takes the place of]}.
- `lunchday`: a letter to the same, from a guardian or staff: {child, day, until?: day or "", weekly?: 1, stay: 0|1,
  absence?: record id}. With `absence` its newest letter is all that counts; the reason is never in it.
- `lunchcard`: a letter from the lunch team to a home and the lunch circle: {home, strips, cents, bought: day,
  expires?: day}; a refund has fewer than 0. `lunchcharge`, the same: {home, child, day, why, strips}.
- `lunchrefund`: a letter from the office to a home and the lunch circle, when a child leaves and no other of that home
  stays: {home, child, first, group, last: day, departure}. What is to be paid back follows from cards and charges.
- `lunchlist` in the lunch circle: {day, marks: {child: [there 0|1, ms]}, closed?: ms}.
- `lunchalarm`: a letter from the lunch team to guardians, the child's teams and the lunch circle: {child, first, day,
  raised, resolved?: ms}: signed up and not there. `lunchadded`: a letter to guardians and the lunch circle: {child,
  day, at}: there and not signed up.
- `lunchhelp`: a letter from a parent to the lunch circle: {name, phone, until?}: who can be asked to help.
- `lunchduty`: a letter from the lunch team to a helper's seat and the lunch circle: {seat, name, day, from, until}.
- `dutylist`: a letter to the helper, held until duty begins and gone when it ends: {duty, day, children: [{child,
  first, group, allergens, allergies, medication, phones}]}. `lunchtick`: a letter from the helper to the lunch
  circle, for some days: {duty, day, child, there: 0|1, at}.
"""

from __future__ import annotations

from sync.policy import Kind, Module, Rule

_TEAM = ("lunch", "office")
_BY_PARENT = {"seat": Rule("self", ("guardian",))}
_BY_TEAM = {"seat": Rule("self", _TEAM)}

MODULE = Module(
    "lunch",
    "Overblijven",
    (
        Kind("lunchrules", {"school": Rule("writer", _TEAM)}, editors=_TEAM),
        Kind("luncher", {"lunch": Rule("writer", ("office",))}, editors=("office",)),
        Kind("lunchaccept", _BY_PARENT, letter=True),
        Kind("diet", _BY_PARENT, letter=True),
        Kind("lunchplan", _BY_PARENT, letter=True),
        Kind("lunchday", {"seat": Rule("self", ("guardian", "teacher", *_TEAM))}, letter=True),
        Kind("lunchcard", _BY_TEAM, letter=True),
        Kind("lunchcharge", _BY_TEAM, letter=True),
        Kind("lunchrefund", {"seat": Rule("self", ("office",))}, letter=True),
        Kind("lunchlist", {"lunch": Rule("writer", _TEAM)}, editors=_TEAM),
        Kind("lunchalarm", _BY_TEAM, letter=True, tells=True, urgent=True),
        Kind("lunchadded", _BY_TEAM, letter=True, tells=True),
        Kind("lunchhelp", _BY_PARENT, letter=True),
        Kind("lunchduty", _BY_TEAM, letter=True, tells=True),
        Kind("dutylist", _BY_TEAM, letter=True, tells=True),
        Kind("lunchtick", _BY_PARENT, letter=True),
    ),
)
