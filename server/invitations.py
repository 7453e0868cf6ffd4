"""Letters: what a letter's holder may know, and redeeming it once.

Invariants: before redeeming, a finder learns the school, the deadline and the seat's id, nothing inside; a seat is
given away once, by a link that the invitation's own key signed, to a person who is new here or signed in as
themselves (so nobody opens a session for somebody else by copying their statements); whoever lost the answer may
send the very same request again, account included, and is let in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec
from flask import Response

from crypto.circle import link_hash
from crypto.encoding import b64
from crypto.heads import LINK, read_head
from crypto.identity import Person, check_person
from crypto.statement import act_hash
from server import contactseats, links
from server.auth import browser_token, give_cookie, neighbour, stranger, visitor
from server.checked import Checked
from server.devices import check_lock
from server.errors import Problem
from server.hub import News
from server.sessions import Fresh, SignedIn, session_of
from server.site import Site, site
from server.store import Connection, accounts, acts, meta, peers, people
from server.wire import MIB, PUBLIC, Operation, Routes, reply
from server.writing import Writing
from sync.acts import CONTACT
from sync.messages import Account, Entry, Invitation, PersonStatement, Redemption, Session
from sync.seats import Seat

routes = Routes("invitations", __name__)
_PATH = "/api/invitations/<locator>"
_SPENT = ("token-used", "token-expired", "token-withdrawn", "slow-down")
_PROBLEMS = (*_SPENT, "account-needed", "not-signed-in", "name-taken", "bad-link", "bad-readers", "tampered")


@dataclass(frozen=True)
class _Asked:
    """A redemption whose own signatures hold."""

    given: Redemption
    link: Checked
    person: Person
    me: SignedIn | None
    browser: str
    home: str


@routes.serve(Operation("GET", _PATH, PUBLIC, gives=Invitation, problems=_SPENT, away=True))
def invitation(locator: str) -> Invitation:
    """What the holder of a letter may know before using it."""
    here = site()
    here.limits.knock("invitations")
    return here.store.read(lambda connection: _invitation(connection, here, locator))


@routes.serve(Operation("POST", f"{_PATH}/redemption", PUBLIC, Redemption, Session, MIB, _PROBLEMS, away=True))
def redemption(given: Redemption, locator: str) -> Response:
    """Take the seat of a letter, with a new account or the one that is signed in; opens a session."""
    here = site()
    here.limits.knock("invitations")
    asked = _check(given)

    def write(connection: Connection) -> tuple[Session, Fresh | None, News]:
        writing = Writing(connection, here.store, here.hub, here.now(), asked.person.id, asked.person.sign)
        return _redeem(writing, here, locator, asked)

    answer, session, _ = here.store.write(write, lambda done: here.hub.tell(done[2]))
    return give_cookie(reply(answer), session) if session else reply(answer)


def add_account(
    connection: Connection, person: Person, statements: list[PersonStatement], account: Account, at: int
) -> None:
    """Store a new person with their account; raises Problem("name-taken")."""
    if accounts.is_taken(connection, account.name):
        raise Problem("name-taken")
    people.add_person(connection, person.id, statements, b64(person.sign), b64(person.box))
    accounts.create(connection, person.id, account, at)


def check_statements(statements: list[PersonStatement]) -> Person:
    """What a person's statements prove; raises Malformed, Tampered."""
    found: list[dict[str, Any]] = msgspec.to_builtins(statements)
    return check_person(found)


def _check(given: Redemption) -> _Asked:
    for lock in given.account.locks if given.account else []:
        check_lock(lock)
    link = Checked(Entry(link=given.link), read_head(given.link.head, LINK), link_hash(given.link.head))
    person, me, caller = check_statements(given.person), visitor(), stranger()
    if caller is not None and (given.account is not None or caller.person != person.id):
        raise Problem("not-signed-in")
    home = caller.peer.root if caller else ""
    me = neighbour(person.id, home) if caller and me is None else me
    return _Asked(given, link, person, me, browser_token(), home)


def _invitation(connection: Connection, here: Site, locator: str) -> Invitation:
    seat = _open_seat(connection, here, locator)
    return Invitation(
        school=here.config.school.name, root=meta.get(connection, "root") or "", host=here.config.school.host,
        deadline=seat.deadline, seat=seat.id, invitation=act_hash(acts.find(connection, seat.n).head),
        mac=people.mac(connection, seat.id), contact=seat.role == CONTACT or msgspec.UNSET,
    )  # fmt: skip


def _open_seat(connection: Connection, here: Site, locator: str) -> Seat:
    seat = people.seat_by_locator(connection, locator)
    if seat is None or contactseats.is_hidden(connection, seat, here.config.federation.contacts):
        raise Problem("not-found")
    if seat.person:
        raise Problem("token-used")
    if seat.ended:
        raise Problem("token-withdrawn")
    if (seat.deadline and here.now() >= seat.deadline) or (seat.ends and here.now() >= seat.ends):
        raise Problem("token-expired")
    return seat


def _redeem(writing: Writing, here: Site, locator: str, asked: _Asked) -> tuple[Session, Fresh | None, News]:
    connection = writing.connection
    if not _is_repeated(connection, locator, asked):
        seat = _open_seat(connection, here, locator)
        if seat.role == CONTACT and asked.given.account is not None:
            raise Problem("account-needed")  # a code from parent to parent brings nobody in who has no account anywhere
        _settle_person(writing, asked)
        links.redeem(writing, seat, asked.link, asked.person)
    news = writing.finish()
    session = None
    if asked.given.account:
        session = here.sessions.begin(connection, asked.person.id, asked.given.device, asked.browser, writing.now)
    return session_of(connection, session or asked.me), session, news  # type: ignore[arg-type]


def _settle_person(writing: Writing, asked: _Asked) -> None:
    """Make sure that this person is new and gets an account, or is the one who is signed in."""
    connection, account = writing.connection, asked.given.account
    own = people.seats_of(connection, asked.person.id)
    if account is None:
        if asked.me is None:
            raise Problem("account-needed")
        if asked.home and not own:
            _settle_neighbour(connection, asked)
        elif asked.me.person != asked.person.id or not own or own[0].sign != asked.person.sign:
            raise Problem("not-signed-in")
    elif own:
        raise Problem("not-signed-in")
    else:
        add_account(connection, asked.person, asked.given.person, account, writing.now)


def _settle_neighbour(connection: Connection, asked: _Asked) -> None:
    """Store somebody whose account is at a linked school; whoever is known here as somebody else's stays theirs."""
    known = peers.home_of(connection, asked.person.id)
    if known not in (None, asked.home):
        raise Problem("not-signed-in")
    sign, box = b64(asked.person.sign), b64(asked.person.box)
    people.add_person(connection, asked.person.id, asked.given.person, sign, box, asked.home)


def _is_repeated(connection: Connection, locator: str, asked: _Asked) -> bool:
    """Whether this very redemption was done before; the sealed locks prove that it is the same browser."""
    seat = people.seat_by_locator(connection, locator)
    if seat is None or seat.person != asked.person.id or seat.link != asked.link.hash:
        return False
    account = asked.given.account
    if account is None:
        return asked.me is not None and asked.me.person == seat.person
    kept = [accounts.find_lock(connection, account.name, lock.kind) for lock in account.locks]
    return all(
        row is not None and row[0] == seat.person and row[2] == lock
        for row, lock in zip(kept, account.locks, strict=True)
    )
