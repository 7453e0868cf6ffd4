"""Private calendar addresses as people use them: make one, show it again on every own device, revoke it, keep it fresh.

Invariants: the secret of an address stands in the own seat only and in the address; what it shows is deposited by this
person's clients, and again only when it would differ; an address holds nothing of other adults' own matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from crypto.encoding import b64
from crypto.feed import DEPOSIT, Feed, mark, new_secret, read_secret, seal_in_feed
from crypto.random import fresh
from sync.chains import Item
from sync.client.calendar import calendars
from sync.client.office import groups
from sync.client.session import Session
from sync.client.transport import Problem, call
from sync.feed import deposit, spelled
from sync.messages import FeedDeposit, Feeds, Own

OWN_CIRCLES = ("seat", "household")
"""Circles whose events are this person's own."""


@dataclass(frozen=True)
class Address:
    """One private calendar address: the record that holds it, the whole address, and when it was last fetched."""

    record: str
    url: str
    label: str
    fetched: str


def make(
    session: Session, scope: str = "full", children: Iterable[str] = (), names: bool = False, language: str = "nl",
    label: str = "", own: Iterable[Own] = (),
) -> str:  # fmt: skip
    """Make an address and deposit what it shows; returns the address.

    scope: "full", or "public" for what the school shows everybody. children: circles; empty: all. own: what else this
    person chose, such as a talk (`Own`).
    """
    record, secret = b64(fresh(16)), new_secret()
    choices = {"scope": scope, "children": list(children), "names": int(names), "language": language}
    body = {"secret": secret, "label": label, "choices": choices}
    session.write(lambda batch: batch.record(batch.author.seat, "feed", body, record))
    top_up(session, own)
    return _url(session, secret)


def addresses(session: Session) -> list[Address]:
    """The own addresses, oldest first."""
    fetched = {one.id: one.fetched for one in call(session.transport, "GET", "/api/feeds", Feeds).feeds}
    return [
        Address(item.id, _url(session, item.body["secret"]), item.body["label"],
                fetched.get(read_secret(item.body["secret"]).id, ""))
        for item in _feeds(session)
    ]  # fmt: skip


def revoke(session: Session, record: str) -> None:
    """Revoke an address: first at the server, which forgets it at once, then on one's own devices."""
    item = session.replica.items[record]
    try:
        call(session.transport, "DELETE", f"/api/feeds/{read_secret(item.body['secret']).id}", type(None))
    except Problem as problem:
        if problem.code != "not-found":
            raise
    seat = session.replica.trust.seats[item.circle]
    session.write(lambda batch: batch.delete(session.replica.items[record]), seat)


def top_up(session: Session, own: Iterable[Own] = ()) -> int:
    """Deposit anew wherever an address would show something else than before; returns for how many."""
    known = {one.id: one.mark for one in call(session.transport, "GET", "/api/feeds", Feeds).feeds}
    mine, done = [*own, *_events(session)], 0
    for item in _feeds(session):
        feed, data, circles = _wanted(session, item, mine)
        if known.get(feed.id) != mark(feed, data):
            given = FeedDeposit(sealed=b64(seal_in_feed(feed, DEPOSIT, data)), circles=circles, mark=mark(feed, data))
            call(session.transport, "PUT", f"/api/feeds/{feed.id}", type(None), given)
            done += 1
    return done


def children_of(session: Session) -> list[str]:
    """The circles of this person's own children."""
    seats = [session.replica.trust.seats[one] for one in session.replica.seats()]
    own = {circle for seat in seats if seat.alive(session.clock()) for circle in seat.circles}
    return [one.id for one in session.replica.circles.values() if one.kind == "child" and one.id in own]


def _wanted(session: Session, item: Item, own: list[Own]) -> tuple[Feed, bytes, list[str]]:
    """A feed, what it should hold, and of which calendars."""
    choices = item.body["choices"]
    chosen = [child for child in choices["children"] if child in session.replica.circles]
    named = _first_names(session) if choices["names"] else {}
    labels = _labels(session, choices["children"], named)
    mine = [one for one in own if not choices["children"] or one.child in chosen]
    title = ", ".join(named[child] for child in chosen if child in named)
    data = spelled(deposit(session.replica, labels, choices, title, mine, named))
    return read_secret(item.body["secret"]), data, sorted(labels)


def _labels(session: Session, children: list[str], named: dict[str, str]) -> dict[str, str]:
    """The calendars of all, or of these children, and what stands behind their events' titles."""
    found = {}
    for one in calendars(session):
        pupils = [child for child in children_of(session) if _is_in(session, child, one.of)]
        if not children or one.sort in ("school", "board") or {*children} & {*pupils}:
            found[one.circle] = ", ".join(named[child] for child in pupils if child in named) or one.name
    return found


def _is_in(session: Session, child: str, group: str) -> bool:
    """Whether a child is a pupil of a group: its team writes in the child's circle."""
    writers = session.replica.circles[child].head["writers"]
    return any(one.team in writers for one in groups(session).values() if one.group == group)


def _first_names(session: Session) -> dict[str, str]:
    """The own children's first names; a protected child's is never among them."""
    guarded = session.replica.trust.guards.protected
    return {
        child: str(item.body["first"])
        for child in children_of(session) if child not in guarded
        for item in session.replica.of_kind("profile", circle=child)
    }  # fmt: skip


def _events(session: Session) -> Iterator[Own]:
    """The events of one's own and of the household."""
    for item in session.replica.of_kind("event"):
        circle = session.replica.circles.get(item.circle)
        if circle and circle.kind in OWN_CIRCLES:
            yield Own(id=item.id, body=item.body, time=int(item.head["time"]))


def _feeds(session: Session) -> list[Item]:
    return sorted(session.replica.of_kind("feed"), key=lambda item: int(item.head["time"]))


def _url(session: Session, secret: str) -> str:
    return f"{session.transport.origin}/feed/{read_secret(secret).id}/{secret}.ics"
