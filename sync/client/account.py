"""Founding a school, joining with a letter, signing in: everything that ends in a session."""

from __future__ import annotations

from dataclasses import dataclass
from types import NoneType

from crypto.encoding import b64, unb64
from crypto.identity import Identity, Person, SigningKey, check_person, person_statement
from crypto.lock import Lock as LockDict
from crypto.lock import lock_root, login_proof, make_password_lock, make_sheet_lock, new_sheet, open_lock
from crypto.random import fresh
from crypto.root import new_root
from crypto.token import Token, check_invitation_mac, new_token, read_token
from sync.batch import Author, Batch
from sync.client.session import Session, now
from sync.client.transport import Transport, call
from sync.messages import (
    Account,
    Challenge,
    ChallengeRequest,
    Entry,
    Founding,
    Invitation,
    Lock,
    LoggedIn,
    Login,
    PersonStatement,
    Redemption,
    WellKnown,
)
from sync.messages import Session as SessionMessage
from sync.redeem import redeem
from sync.replica import Replica
from sync.trust import Trust

YEARS = 366 * 24 * 3600 * 1000


@dataclass(frozen=True)
class Founded:
    """What a founding yields: the session, and on paper the root code, the recovery sheet, the letters.

    `admin_token`: for a second admin, so that no school hangs on one person; `office_token`: "" if not needed.
    """

    session: Session
    root_code: str
    sheet: str
    office_token: str
    admin_token: str


@dataclass(frozen=True)
class Joined:
    """What redeeming a letter yields: the session, and the recovery sheet of a new account ("" otherwise)."""

    session: Session
    sheet: str


def found(
    transport: Transport, secret: str, name: str, password: str, device: str = "", office: bool = True
) -> Founded:
    """Found the school: root key, charter, first admin; `office`: the founder works in the office as well.

    Without `office` the answer holds the token of a letter for the first office person.
    """
    school = call(transport, "GET", "/.well-known/kring", WellKnown)
    code, root = new_root()
    identity = Identity(fresh(32))
    statement = person_statement(identity)
    person = check_person([statement])
    batch = Batch(Replica(identity, person.id, Trust(root.public)), Author("root", "", root), now())
    tokens = [new_token(), new_token(), new_token()]
    admin, desk = _charter(batch, root, tokens, school.host)
    batch.act("server", host=school.host, key=school.key)
    entries = [*batch.entries, Entry(link=redeem(read_token(tokens[0]), admin, identity, person, now()))]
    if office:
        entries.append(Entry(link=redeem(read_token(tokens[1]), desk, identity, person, now())))
    sheet, locks = _locks(identity, person, password)
    body = Founding(secret=secret, entries=entries, person=_statements(statement),
                    account=Account(name=name, locks=locks), device=device)  # fmt: skip
    call(transport, "POST", "/api/founding", SessionMessage, body)
    session = Session(transport, identity, person.id, root.public)
    session.sync()
    return Founded(session, code, sheet, "" if office else tokens[1], tokens[2])


def look_up(transport: Transport, token: Token, root: bytes | None = None) -> Invitation:
    """What a letter invites to, once paper and school have proven each other.

    root: the root key known already (a second letter). Raises Problem, and Tampered for another school.
    """
    invitation = call(transport, "GET", f"/api/invitations/{token.locator}", Invitation)
    key = root or unb64(invitation.root, 32)
    check_invitation_mac(token, key, invitation.invitation, invitation.host, invitation.mac)
    return invitation


def join(transport: Transport, code: str, name: str, password: str, device: str = "") -> Joined:
    """Use a letter and make a login; raises CodeError, Problem, Tampered."""
    token = read_token(code)
    invitation = look_up(transport, token)
    identity = Identity(fresh(32))
    statement = person_statement(identity)
    person = check_person([statement])
    sheet, locks = _locks(identity, person, password)
    link = redeem(token, invitation.seat, identity, person, now())
    body = Redemption(person=_statements(statement), link=link, account=Account(name=name, locks=locks), device=device)
    call(transport, "POST", f"/api/invitations/{token.locator}/redemption", SessionMessage, body)
    session = Session(transport, identity, person.id, unb64(invitation.root, 32))
    session.sync()
    return Joined(session, sheet)


def add_letter(session: Session, code: str) -> None:
    """Use one more letter with the account that is signed in: a next child, a second role."""
    token = read_token(code)
    invitation = look_up(session.transport, token, session.replica.trust.root)
    statement = person_statement(session.identity)
    person = check_person([statement])
    link = redeem(token, invitation.seat, session.identity, person, now())
    body = Redemption(person=_statements(statement), link=link)
    call(session.transport, "POST", f"/api/invitations/{token.locator}/redemption", SessionMessage, body)
    session.sync()


def login(transport: Transport, name: str, secret: str, root: bytes | None = None, kind: str = "password",
          device: str = "") -> Session:  # fmt: skip
    """Sign in with a password or a recovery sheet (`kind`); `root`: the school's root key where it is known.

    Raises Problem (`wrong-login`), WrongKey, ParametersDowngraded.
    """
    request = ChallengeRequest(name=name, kind=kind)
    challenge = call(transport, "POST", "/api/login/challenges", Challenge, request)
    offer = {"id": challenge.lock.id, "kind": challenge.lock.kind, "salt": challenge.lock.salt,
             "ops": challenge.lock.ops, "mem": challenge.lock.mem}  # fmt: skip
    key = lock_root(secret, offer)
    proof = login_proof(key, challenge.challenge, challenge.expires, transport.origin)
    body = Login(name=name, lock=challenge.lock.id, challenge=challenge.challenge, signature=proof, device=device)
    answer = call(transport, "POST", "/api/login", LoggedIn, body)
    identity = Identity(open_lock(key, offer, answer.wrapped, answer.person))
    school = call(transport, "GET", "/.well-known/kring", WellKnown)
    session = Session(transport, identity, answer.person, root or unb64(school.root, 32))
    session.sync()
    return session


def renew_sheet(session: Session) -> str:
    """Make a new recovery sheet: from now on the one before opens nothing. Returns its code, for paper."""
    sheet = new_sheet()
    _put(session, make_sheet_lock(sheet, session.identity.seed, session.person))
    return sheet


def change_password(session: Session, password: str) -> None:
    """Choose another password: from now on the one before opens nothing."""
    _put(session, make_password_lock(password, session.identity.seed, session.person))


def _put(session: Session, lock: LockDict) -> None:
    call(session.transport, "PUT", f"/api/locks/{lock['id']}", NoneType, Lock(**lock))


def _charter(batch: Batch, root: SigningKey, tokens: list[str], host: str) -> tuple[str, str]:
    """The first acts and circles; returns the seats of the first admin and of the first office person."""
    first, second, third = (read_token(token) for token in tokens)
    deadline = batch.now + YEARS
    batch.act("school", root=b64(root.public))
    admin, seat = batch.seat(first), batch.seat(second)
    office = batch.start("office", [seat], ["self"], [])
    staff = batch.start("staff", [office], [office], [])
    school = batch.start("school", [staff], [office], sorted([office, staff]))
    desk = batch.start("desk", [office], [office], [office])
    batch.act("charter", desk=desk, office=office, school=school, staff=staff)
    batch.invite(first, admin, "admin", [], host, deadline)
    batch.invite(second, seat, "office", [office], host, deadline)
    batch.invite(third, batch.seat(third), "admin", [], host, deadline)
    return admin, seat


def _locks(identity: Identity, person: Person, password: str) -> tuple[str, list[Lock]]:
    sheet = new_sheet()
    locks: list[LockDict] = [
        make_password_lock(password, identity.seed, person.id),
        make_sheet_lock(sheet, identity.seed, person.id),
    ]
    return sheet, [Lock(**lock) for lock in locks]


def _statements(statement: dict[str, object]) -> list[PersonStatement]:
    return [PersonStatement(**statement)]  # type: ignore[arg-type]
