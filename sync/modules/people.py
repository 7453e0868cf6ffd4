"""People: what the office knows of children, guardians and staff, and the names that others see.

Bodies (UTF-8 JSON, sealed):
- `profile`: of a group {name, year}; of a child {first, particle, last, born}; of a calendar {of: circle id}; of a
  staff member in the school circle {name, title, seat, days, genesis: head of the seat's first link}; of somebody of
  the board in its circle {name, seat}.
- `pupil` in a register: {child: circle id, first, particle, last, guardians: [{seat, name, relation}]}.
- `roster` in the desk circle: {number, child, groups, first, particle, last, born, guardians: [{key, seat, name,
  relation, token, deadline, email, phone, address, role?, ended?: ms}], protected?: 1, left?: ms, pending?: adults
  proposed for a protected child, each with {token, role, starts, ends, by: person}}. No role: a guardian.
- `staffer` (of the board as well) in the desk circle: {seat, name, email, role, groups, days, token, deadline, home?:
  the host at which somebody of the board has their account}.
- `settings` in one's own seat: whatever follows the person over devices (language, drafts; `days <circle>`:
  the weekdays of an own child at each of its schools, {host: [1 to 5]}, "" being this one).
"""

from __future__ import annotations

from sync.acts import ROLES
from sync.policy import Kind, Module, Rule

_OFFICE = ("office",)
_KEPT = tuple(role for role in ROLES if role != "board")
"""Whoever may keep something here; of the board nothing is kept but what it says."""

MODULE = Module(
    "people",
    "Mensen",
    (
        Kind(
            "profile",
            {
                "group": Rule("writer", _OFFICE),
                "child": Rule("writer", _OFFICE),
                "calendar": Rule("writer", _OFFICE),
                "school": Rule("writer", ("office", "teacher", "lunch")),
                "board": Rule("writer", _OFFICE),
            },
            editors=_OFFICE,
        ),
        Kind("pupil", {"register": Rule("writer", _OFFICE)}, editors=_OFFICE),
        Kind("roster", {"desk": Rule("writer", _OFFICE)}, editors=_OFFICE),
        Kind("staffer", {"desk": Rule("writer", _OFFICE)}, editors=_OFFICE),
        Kind("settings", {"seat": Rule("self", _KEPT)}),
    ),
)
