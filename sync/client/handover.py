"""Handing one's account to a new device: the new one shows a number, or the signed-in one shows a code."""

from __future__ import annotations

from types import NoneType

from crypto.encoding import b64, unb64
from crypto.errors import Tampered
from crypto.handover import (
    handover_id,
    handover_number,
    handover_pair,
    handover_proof,
    new_handover,
    open_account,
    seal_account,
)
from crypto.identity import BoxKey, Identity
from sync.client.session import Session
from sync.client.transport import Transport, call
from sync.messages import Handover, HandoverAnswer, HandoverAsk, HandoverBegin
from sync.messages import Session as SessionMessage


def ask(transport: Transport) -> tuple[str, str]:
    """The new device waits: (code to keep to oneself, number to show). Raises Problem."""
    code = new_handover()
    return code, _announce(transport, handover_pair(code))


def hand_over(session: Session, number: str) -> None:
    """The signed-in device answers the number that a new one shows; raises CodeError, Problem, Tampered."""
    found = call(session.transport, "GET", path_of(number), Handover)
    box = unb64(found.box)
    if handover_id(handover_number(box)) != handover_id(number):
        raise Tampered("another key than the number says")
    account = {"person": session.person, "root": b64(session.replica.trust.root), "seed": b64(session.identity.seed)}
    answer = HandoverAnswer(sealed=seal_account(box, account))
    call(session.transport, "PUT", path_of(number), NoneType, answer)


def offer(session: Session) -> str:
    """The signed-in device hands over first; returns the code to show. Raises Problem."""
    code = new_handover()
    hand_over(session, _announce(session.transport, handover_pair(code)))
    return code


def take(transport: Transport, code: str, device: str = "") -> Session | None:
    """The new device collects what was handed over to a code; None: nobody did yet. Raises CodeError, Problem."""
    pair = handover_pair(code)
    number = handover_number(pair.public)
    found = call(transport, "GET", path_of(number), Handover)
    if not found.sealed:
        return None
    account = open_account(pair, found.sealed)
    identity = Identity(unb64(account["seed"]))
    proof = HandoverBegin(signature=handover_proof(identity, number, transport.origin), device=device)
    call(transport, "POST", f"{path_of(number)}/session", SessionMessage, proof)
    session = Session(transport, identity, account["person"], unb64(account["root"]))
    session.sync()
    return session


def _announce(transport: Transport, pair: BoxKey) -> str:
    call(transport, "POST", "/api/handovers", Handover, HandoverAsk(box=b64(pair.public)))
    return handover_number(pair.public)


def path_of(number: str) -> str:
    return f"/api/handovers/{handover_id(number)}"
