"""The account moves home: the same person, with the same keys, gets a login at a linked school where they read already.

The new school's page shows a number (`handover.ask`); the app at the old school answers it through both servers
(`handover.hand_over` with the session there); the page makes the login; the old school is told by the person's own
session. Until that last step both schools have a login for the same person.
"""

from __future__ import annotations

from types import NoneType

import msgspec

from crypto.encoding import b64, unb64
from crypto.handover import handover_id, handover_number, handover_pair, open_account
from crypto.identity import Identity
from crypto.lock import make_password_lock, make_sheet_lock, new_sheet
from crypto.moving import account_hash, move_in_proof, move_out_proof
from sync.client.account import Joined
from sync.client.handover import path_of
from sync.client.session import Session
from sync.client.transport import Problem, Transport, call
from sync.messages import Account, Handover, Lock, MoveIn, MoveOut
from sync.messages import Session as SessionMessage


def arrive(transport: Transport, code: str, name: str, password: str, device: str = "") -> Joined | None:
    """Make a login here with the account that was handed over to a code; None: nobody did yet.

    Raises CodeError, Problem (`name-taken`), WrongKey.
    """
    pair = handover_pair(code)
    number = handover_number(pair.public)
    found = call(transport, "GET", path_of(number), Handover)
    if not found.sealed:
        return None
    account = open_account(pair, found.sealed)
    identity, sheet = Identity(unb64(account["seed"])), new_sheet()
    locks = [Lock(**make_password_lock(password, identity.seed, account["person"])),
             Lock(**make_sheet_lock(sheet, identity.seed, account["person"]))]  # fmt: skip
    digest = account_hash(name, msgspec.to_builtins(locks))
    proof = move_in_proof(identity, digest, handover_id(number), transport.origin, account["root"])
    body = MoveIn(person=account["person"], account=Account(name=name, locks=locks), signature=proof, device=device)
    call(transport, "POST", f"{path_of(number)}/home", SessionMessage, body)
    session = Session(transport, identity, account["person"], unb64(account["root"]))
    session.sync()
    return Joined(session, sheet)


def has_arrived(there: Session) -> bool:
    """Whether the account is at home at a linked school: that school takes nothing from ours for it any more."""
    try:
        there.sync()
    except Problem as problem:
        if problem.code != "not-found":
            raise
        return True
    return False


def depart(session: Session, there: Session) -> None:
    """Tell the old school: from now on the account is at home there. Its locks, devices and notices here end."""
    target, time = b64(there.replica.trust.root), session.clock()
    root = b64(session.replica.trust.root)
    proof = move_out_proof(session.identity, session.transport.origin, root, target, time)
    call(session.transport, "PUT", "/api/home", NoneType, MoveOut(target=target, time=time, signature=proof))
