"""The modules of the product, one descriptor a file; this is the list of all of them."""

from __future__ import annotations

from sync.modules import (
    absences,
    albums,
    bookshelf,
    calendar,
    groups,
    lunch,
    messages,
    moving,
    news,
    people,
    signups,
    talks,
)
from sync.policy import Kind, Module

MODULES: tuple[Module, ...] = (
    news.MODULE, messages.MODULE, people.MODULE, groups.MODULE, absences.MODULE, calendar.MODULE, talks.MODULE,
    signups.MODULE, lunch.MODULE, albums.MODULE, bookshelf.MODULE,
    moving.MODULE,
)  # fmt: skip
KINDS: dict[str, Kind] = {kind.name: kind for module in MODULES for kind in module.kinds}
