"""Calendar: what happens at school, in a group and at home, and when.

Bodies (UTF-8 JSON, sealed):
"""

from __future__ import annotations

from sync.policy import Module

MODULE = Module("calendar", "Agenda", ())
