"""The token on a letter: it finds its invitation, signs the redemption, and is the seat's first epoch.

It also proves the school to the parent: the invitation's mac can be checked only with the paper in hand.
"""

from __future__ import annotations

import hmac

from crypto import labels
from crypto.digest import H, derive, keyed
from crypto.encoding import b64, lp, sized, unb64
from crypto.errors import CodeLength, Tampered
from crypto.identity import PUBLIC, SigningKey
from crypto.paper import PAYLOAD, new_code, read_code

GROUPS = 5


class Token:
    """All that follows from a token's 20 symbols (100 bits)."""

    SYMBOLS = GROUPS * PAYLOAD

    def __init__(self, symbols: str) -> None:
        if len(symbols) != self.SYMBOLS:
            raise CodeLength
        master = H(labels.TOKEN, symbols.encode())
        self.locator = b64(derive(master, labels.TOKEN_KEYS, 1)[:16])
        self.signing = SigningKey(derive(master, labels.TOKEN_KEYS, 2))
        self.seat_seed = derive(master, labels.TOKEN_KEYS, 3)
        self.authentication = derive(master, labels.TOKEN_KEYS, 4)


def new_token(source: bytes | None = None) -> str:
    """A fresh token as it is printed."""
    return new_code(GROUPS, source)


def read_token(text: str) -> Token:
    """The token of typed text; raises CodeError with the group at fault."""
    return Token(read_code(text, GROUPS))


def invitation_mac(token: Token, root: bytes, act_hash: str, host: str) -> str:
    """What ties the paper to the school's root key, this invitation and this host."""
    data = lp(labels.INVITATION.encode(), sized(root, PUBLIC, "root key"), unb64(act_hash, 32), host.encode())
    return b64(keyed(token.authentication, data))


def check_invitation_mac(token: Token, root: bytes, act_hash: str, host: str, mac: str) -> None:
    """Raises Tampered where the server shows another school, host or invitation than the paper's."""
    expected = unb64(invitation_mac(token, root, act_hash, host))
    if not hmac.compare_digest(expected, unb64(mac, len(expected))):
        raise Tampered("invitation")
