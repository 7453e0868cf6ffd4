"""A person at a linked school, with the account of their own: everything goes through the own school's server.

Invariant: each school is proven from its own root key, which the own school's log names as linked and the paper names
again; the two copies never mix.
"""

from __future__ import annotations

from crypto.encoding import b64, unb64
from crypto.identity import check_person, person_statement
from crypto.token import check_invitation_mac, read_token
from sync.client.session import Session, now
from sync.client.transport import JSON, Transport, call
from sync.errors import Refused
from sync.messages import Invitation, PersonStatement, Redemption
from sync.messages import Session as SessionMessage
from sync.redeem import redeem


class Away:
    """A transport to a linked school: the own school's server asks it in our name."""

    def __init__(self, home: Transport, host: str) -> None:
        self.home, self.host = home, host
        self.origin = f"{home.origin.split('://')[0]}://{host}"

    def send(self, method: str, path: str, body: bytes | None, kind: str = JSON) -> tuple[int, bytes]:
        """The status and body of an answer, passed on."""
        return self.home.send(method, f"/api/away/{self.host}{path.removeprefix('/api')}", body, kind)


def join(home: Session, host: str, code: str) -> Session:
    """Use a letter of the school at `host` with the own account. Raises CodeError, Problem, Tampered, Refused."""
    home.sync()
    transport, token, root = Away(home.transport, host), read_token(code), root_of(home, host)
    invitation = call(transport, "GET", f"/api/invitations/{token.locator}", Invitation)
    check_invitation_mac(token, root, invitation.invitation, invitation.host, invitation.mac)
    statement = person_statement(home.identity)
    link = redeem(token, invitation.seat, home.identity, check_person([statement]), now())
    body = Redemption(person=[PersonStatement(**statement)], link=link)
    call(transport, "POST", f"/api/invitations/{token.locator}/redemption", SessionMessage, body)
    session = resume(home, host)
    session.sync()
    return session


def resume(home: Session, host: str) -> Session:
    """The session at a linked school where one reads already, still empty. Raises Refused("not-linked")."""
    return Session(Away(home.transport, host), home.identity, home.person, root_of(home, host))


def root_of(home: Session, host: str) -> bytes:
    """The root key of the linked school at a host, as the own school's log has it. Raises Refused("not-linked")."""
    for root, at in home.replica.trust.peers.items():
        if at == host and root != b64(home.replica.trust.root):
            return unb64(root, 32)
    raise Refused("not-linked")
