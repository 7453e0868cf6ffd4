"""Bookshelf: books with files, for the school, a group, a team, a family or a person.

Bodies (UTF-8 JSON, sealed):
"""

from __future__ import annotations

from sync.policy import Module

MODULE = Module("bookshelf", "Boekenkast", ())
