"""Private calendar addresses as people use them: make one, show it again on every own device, revoke it, keep it fresh.

Invariants: the secret of an address stands in the own seat only and in the address; what it shows is deposited by this
person's clients, and again only when it would differ; an address holds nothing of other adults' own matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from crypto.encoding import b64
from crypto.feed import DEPOSIT, Feed, mark, new_secret, read_secret, seal_in_feed
from crypto.random import fresh
from sync.chains import Item
from sync.client.calendar import calendars
from sync.client.office import groups
from sync.client.session import Session
from sync.client.transport import Problem, call
from sync.feed import deposit, spelled
from sync.messages import AwayFeed, FeedDeposit, Feeds, Own

Others = Mapping[str, Session]
NONE: Others = {}
OWN_CIRCLES = ("seat", "household")
"""Circles whose events are this person's own."""


class _Wanted(NamedTuple):
    """What an address should show: what is deposited for it, of which calendars, and of which linked schools."""

    feed: Feed
    data: bytes
    circles: list[str]
    away: list[str]


@dataclass(frozen=True)
class Address:
    """One private calendar address: the record that holds it, the whole address, and when it was last fetched."""

    record: str
    url: str
    label: str
    fetched: str


def make(
    session: Session, scope: str = "full", children: Iterable[str] = (), names: bool = False, language: str = "nl",
    label: str = "", own: Iterable[Own] = (), others: Others = NONE,
) -> str:  # fmt: skip
    """Make an address and deposit what it shows; returns the address.

    scope: "full", or "public" for what the school shows everybody. children: circles; empty: all. own: what else this
    person chose, such as a talk (`Own`). others: the sessions at linked schools that it shows as well, by host; of
    chosen children those with the same first name.
    """
    record, secret, chosen = b64(fresh(16)), new_secret(), list(children)
    choices = {"scope": scope, "children": chosen, "names": int(names), "language": language}
    body = {"secret": secret, "label": label, "choices": choices, "away": _fresh(session, chosen, others)}
    session.write(lambda batch: batch.record(batch.author.seat, "feed", body, record))
    top_up(session, own, others)
    return _url(session, secret)


def addresses(session: Session) -> list[Address]:
    """The own addresses, oldest first."""
    fetched = {one.id: one.fetched for one in call(session.transport, "GET", "/api/feeds", Feeds).feeds}
    return [
        Address(item.id, _url(session, item.body["secret"]), item.body["label"],
                fetched.get(read_secret(item.body["secret"]).id, ""))
        for item in _feeds(session)
    ]  # fmt: skip


def revoke(session: Session, record: str, others: Others = NONE) -> None:
    """Revoke an address: first at the servers, which forget it at once, then on one's own devices. Raises Problem."""
    item = session.replica.items[record]
    _end(session, item.body["secret"])
    for one in item.body.get("away", ()):
        if one["host"] in others:
            _end(others[one["host"]], one["secret"])
    seat = session.replica.trust.seats[item.circle]
    session.delete(record, seat)


def top_up(session: Session, own: Iterable[Own] = (), others: Others = NONE) -> int:
    """Deposit anew wherever an address would show something else than before; returns for how many.

    others: the sessions at linked schools, by host: what an address shows of them is deposited there. Raises Problem.
    """
    wanted = [_wanted(session, item.body, [*own, *_events(session)], _away(item)) for item in _feeds(session)]
    done = _deposit(session, wanted)
    for host, other in others.items():
        mine = [*_events(other)]
        done += _deposit(other, [
            _wanted(other, {**one, "choices": {**item.body["choices"], "children": one["children"]}}, mine, [])
            for item in _feeds(session) for one in item.body.get("away", ()) if one["host"] == host
        ])  # fmt: skip
    return done


def children_of(session: Session) -> list[str]:
    """The circles of this person's own children."""
    seats = [session.replica.trust.seats[one] for one in session.replica.seats()]
    own = {circle for seat in seats if seat.alive(session.clock()) for circle in seat.circles}
    return [one.id for one in session.replica.circles.values() if one.kind == "child" and one.id in own]


def _deposit(session: Session, wanted: list[_Wanted]) -> int:
    """Deposit at a session's school what is not there yet; returns how many."""
    if not wanted:
        return 0
    known = {one.id: one.mark for one in call(session.transport, "GET", "/api/feeds", Feeds).feeds}
    changed = [one for one in wanted if known.get(one.feed.id) != mark(one.feed, one.data)]
    return sum(_put(session, one) for one in changed)


def _put(session: Session, wanted: _Wanted) -> bool:
    """Deposit for an address; False if it was revoked, of which another device hears later."""
    given = FeedDeposit(sealed=b64(seal_in_feed(wanted.feed, DEPOSIT, wanted.data)), circles=wanted.circles,
                        mark=mark(wanted.feed, wanted.data), away=wanted.away)  # fmt: skip
    try:
        call(session.transport, "PUT", f"/api/feeds/{wanted.feed.id}", type(None), given)
    except Problem as problem:
        if problem.code != "feed-revoked":
            raise
        return False
    return True


def _fresh(session: Session, children: list[str], others: Others) -> list[dict[str, Any]]:
    """New addresses at linked schools, for all or for the children of the same name; without any of them, none."""
    named = {name for child, name in _all_names(session).items() if child in children}
    same = {host: [child for child, name in _all_names(one).items() if name in named] for host, one in others.items()}
    return [{"host": host, "secret": new_secret(), "children": found}
            for host, found in sorted(same.items()) if found or not children]  # fmt: skip


def _end(session: Session, secret: str) -> None:
    try:
        call(session.transport, "DELETE", f"/api/feeds/{read_secret(secret).id}", type(None))
    except Problem as problem:
        if problem.code not in ("not-found", "not-linked"):
            raise


def _away(item: Item) -> list[AwayFeed]:
    """The addresses at linked schools of which an address shows what they show."""
    return [AwayFeed(host=one["host"], id=read_secret(one["secret"]).id, secret=one["secret"])
            for one in item.body.get("away", ())]  # fmt: skip


def _wanted(session: Session, body: dict[str, Any], own: list[Own], away: list[AwayFeed]) -> _Wanted:
    """A feed, what it should hold, and of which calendars and schools."""
    choices = body["choices"]
    chosen = [child for child in choices["children"] if child in session.replica.circles]
    named = _first_names(session) if choices["names"] else {}
    labels = _labels(session, choices["children"], named)
    mine = [one for one in own if not choices["children"] or one.child in chosen]
    title = ", ".join(named[child] for child in chosen if child in named)
    data = spelled(deposit(session.replica, labels, choices, title, mine, named, away))
    return _Wanted(read_secret(body["secret"]), data, sorted(labels), [one.host for one in away])


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
    return {child: name for child, name in _all_names(session).items() if child not in guarded}


def _all_names(session: Session) -> dict[str, str]:
    return {
        child: str(item.body["first"])
        for child in children_of(session)
        for item in session.replica.of_kind("profile", circle=child)
    }


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
