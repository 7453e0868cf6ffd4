"""Sign-ups: forms, drivers, helpers, things to bring, surveys.

Bodies (UTF-8 JSON, sealed):
"""

from __future__ import annotations

from sync.policy import Module

MODULE = Module("signups", "Intekenen", ())
