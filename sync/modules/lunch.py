"""Lunch: who stays over, what the lunch team has to know, cards and balance.

Bodies (UTF-8 JSON, sealed):
"""

from __future__ import annotations

from sync.policy import Module

MODULE = Module("lunch", "Overblijven", ())
