"""Talks: rounds of conversations between families and teachers.

Bodies (UTF-8 JSON, sealed):
"""

from __future__ import annotations

from sync.policy import Module

MODULE = Module("talks", "Gesprekken", ())
