"""An entry whose signature holds: checked before the store is touched, so that nobody else waits for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from crypto import heads
from crypto.circle import check_link, link_hash
from crypto.envelope import check_record, record_hash
from crypto.statement import act_hash, check_act
from server.errors import Problem
from sync.errors import Refused
from sync.messages import Entry

INVITATION = "invitation"


@dataclass(frozen=True)
class Checked:
    """One entry, its head and its hash."""

    entry: Entry
    head: dict[str, Any]
    hash: str


def check(entry: Entry, keys: Mapping[str, bytes]) -> Checked:
    """Verify an entry's signature with its author's key; keys: author ("root" or a person id) -> public key.

    A redeem link, whose key is the invitation's, passes unverified: `links.redeem` checks it.
    Raises Problem("invalid") unless it is exactly one thing, Refused("wrong-author"), Tampered, Malformed.
    """
    if sum(part is not None for part in (entry.act, entry.link, entry.record)) != 1:
        raise Problem("invalid", where="$.entries[...]")
    if entry.act is not None:
        head = heads.read_act(entry.act.head)
        check_act(_key(head, keys), msgspec.to_builtins(entry.act))
        return Checked(entry, head, act_hash(entry.act.head))
    if entry.link is not None:
        head = heads.read_head(entry.link.head, heads.LINK)
        if head["author"] != INVITATION:
            check_link(_key(head, keys), {"head": entry.link.head, "signature": entry.link.signature})
        return Checked(entry, head, link_hash(entry.link.head))
    record = msgspec.to_builtins(entry.record)
    head = heads.read_head(record["head"], heads.RECORD)
    check_record(_key(head, keys), record)
    return Checked(entry, head, record_hash(record))


def _key(head: dict[str, Any], keys: Mapping[str, bytes]) -> bytes:
    key = keys.get(head["author"])
    if key is None:
        raise Refused("wrong-author")
    return key
