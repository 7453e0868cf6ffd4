"""Using a letter: the link by which a seat passes from the printed token to a person, once."""

from __future__ import annotations

from crypto.circle import Epoch, grant, readers_hash, seal_history, sign_link
from crypto.encoding import b64
from crypto.identity import Identity, Person
from crypto.random import fresh
from crypto.token import Token
from sync.messages import Link
from sync.trust import redeem_readers

_SEED = 32


def redeem(token: Token, seat: str, identity: Identity, person: Person, now: int) -> Link:
    """The link that gives a seat to a person, signed by the token's own key: the seat's second epoch."""
    first, second = Epoch(token.seat_seed), Epoch(fresh(_SEED))
    readers = redeem_readers(person)
    head = {"author": "invitation", "box": second.public, "circle": seat, "closed": [], "epoch": 2, "kind": "seat",
            "managers": [], "n": 2, "open": 1, "previous": seat, "readers": readers_hash(readers), "seat": "",
            "sort": "redeem", "time": now, "writers": ["self"]}  # fmt: skip
    link = sign_link(token.signing, head)
    grants = {f"p:{person.id}": grant(second, b64(identity.box.public))}
    return Link(**link, readers=readers, grants=grants, history=seal_history(second, first, seat, 2))
