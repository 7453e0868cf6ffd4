"""What changes for a child: its adults, its group, its protection, its leaving.

Each change is one batch, with the new keys that it makes due, and leaves a line in the child's diary.
"""

from __future__ import annotations

from collections.abc import Callable

from crypto.encoding import b64
from crypto.random import fresh
from crypto.token import new_token, read_token
from sync.batch import Batch
from sync.chains import Item
from sync.client.enrolment import READS, Body, Guardian, entered, invite, list_in, listings, relist, unlist
from sync.client.office import DEADLINE, groups, roster
from sync.client.session import Session
from sync.errors import Refused


def move(session: Session, number: str, old: str, new: str) -> None:
    """Move a child from a group to another: its parents and team change in the same breath, with new keys."""
    ids = [b64(fresh(16)) for _ in range(3)]
    session.write(lambda batch: _move(session, batch, number, (old, new), ids), session.seat("office"))


def leave(session: Session, number: str, is_meant: Callable[[], bool] = lambda: True) -> None:
    """A child leaves the school: its seats end, and what it stood in gets new keys. Who has left is left alone.

    is_meant: whether it still is to leave, by what is known when it is written.
    """

    def build(batch: Batch) -> None:
        item = roster(session)[number]
        if item.body.get("left") or not is_meant():
            return  # somebody else was faster
        for one in item.body["guardians"]:
            known = session.replica.trust.seats.get(one["seat"])
            if not one.get("ended") and not (known and known.ended):
                batch.end(one["seat"])
        unlist(session, batch, item, item.body["groups"])
        batch.record(item.circle, "roster", {**item.body, "left": batch.now}, replaces=item)
        for name in item.body["groups"]:
            batch.freshen(groups(session)[name].group)
        batch.freshen(session.replica.trust.charter["school"])

    session.write(build, session.seat("office"))


def add_guardian(session: Session, number: str, guardian: Guardian) -> str:
    """Make a seat and letter for one more adult of a child; returns the token. A protected child: `propose` first."""
    token = new_token()
    ids = [b64(fresh(16))]
    session.write(lambda batch: _admit(session, batch, number, (guardian, token), ids), session.seat("office"))
    return token


def propose(session: Session, number: str, guardian: Guardian) -> None:
    """Propose one more adult for a protected child: kept at the desk until a second person consents."""
    token = new_token()

    def build(batch: Batch) -> None:
        item = roster(session)[number]
        asked = {"token": token, "role": guardian.role, "starts": guardian.starts, "ends": guardian.ends,
                 "by": session.person}  # fmt: skip
        pending = [*item.body.get("pending", []), {**entered(guardian), **asked}]
        batch.record(item.circle, "roster", {**item.body, "pending": pending}, replaces=item)

    session.write(build, session.seat("office"))


def propose_renewal(session: Session, number: str, key: str) -> None:
    """Propose a new place for an adult who lost everything that opened the old one; a second person has to consent."""
    token = new_token()

    def build(batch: Batch) -> None:
        item = roster(session)[number]
        adult = _adult(item, key)
        asked = {**adult, "token": token, "by": session.person, "replaces": adult["seat"]}
        batch.record(item.circle, "roster", {**item.body, "pending": [*item.body.get("pending", []), asked]},
                     replaces=item)  # fmt: skip

    session.write(build, session.seat("office"))


def renew(session: Session, number: str, key: str) -> str:
    """Make the new place that somebody else consented to, and end the old one; returns the token. Raises Problem."""
    ids = [b64(fresh(16))]
    token = str(_pending(roster(session)[number], key)["token"])
    session.write(lambda batch: _renew(session, batch, number, key, ids), session.seat("office"))
    return token


def retract(session: Session, number: str, key: str) -> None:
    """Take back the proposal of an adult."""

    def build(batch: Batch) -> None:
        item = roster(session)[number]
        pending = [one for one in item.body.get("pending", []) if one["key"] != key]
        batch.record(item.circle, "roster", {**item.body, "pending": pending}, replaces=item)

    session.write(build, session.seat("office"))


def approve(session: Session, number: str, key: str) -> None:
    """Consent, as a second person of the office, to the adult `key` that somebody else proposed."""
    item = roster(session)[number]
    pending = _pending(item, key)
    locator = read_token(pending["token"]).locator
    circles = [item.body["child"]]
    session.write(lambda batch: batch.act("approve", circles=circles, locator=locator), session.seat("office"))


def admit(session: Session, number: str, key: str) -> str:
    """Make the seat and letter of an adult whom somebody else approved; returns the token. Raises Problem."""
    pending = _pending(roster(session)[number], key)
    guardian = Guardian(key, pending["name"], pending["relation"], pending["email"], pending["phone"],
                        pending["address"], pending["role"], pending["starts"], pending["ends"])  # fmt: skip
    ids = [b64(fresh(16))]
    token = str(pending["token"])

    def build(batch: Batch) -> None:
        _pending(roster(session)[number], key)  # it may have been taken back
        _admit(session, batch, number, (guardian, token), ids)

    session.write(build, session.seat("office"))
    return token


def end_adult(session: Session, number: str, key: str) -> None:
    """End the place of an adult: in the same breath what it read gets new keys."""
    ids = [b64(fresh(16))]
    session.write(lambda batch: _end_adult(session, batch, number, key, ids), session.seat("office"))


def protect(session: Session, number: str) -> None:
    """Hide a child from everybody outside its circles; from now on every new adult needs two of the office."""
    ids = [b64(fresh(16))]
    session.write(lambda batch: _protect(session, batch, number, ids), session.seat("office"))


def _admit(session: Session, batch: Batch, number: str, made: tuple[Guardian, str], ids: list[str]) -> None:
    guardian, token = made
    item = roster(session)[number]
    child = str(item.body["child"])
    seat = batch.seat(read_token(token))
    entry = invite(session, batch, child, seat, guardian, token)
    body = {**item.body, "guardians": [*item.body["guardians"], entry],
            "pending": [one for one in item.body.get("pending", []) if one["key"] != guardian.key]}  # fmt: skip
    protected = bool(body.get("protected"))
    if guardian.role in READS:
        batch.add(child, [seat], guardian.ends)
        for name in body["groups"]:
            group = groups(session)[name]
            batch.add(group.quiet if protected else group.parents, [seat], guardian.ends)
    batch.record(item.circle, "roster", body, replaces=item)
    relist(session, batch, body)
    batch.record(child, "diary", {"what": "joined", "who": guardian.name, "role": guardian.role}, ids[0])


def _renew(session: Session, batch: Batch, number: str, key: str, ids: list[str]) -> None:
    item = roster(session)[number]
    child, pending = str(item.body["child"]), _pending(item, key)
    token, old = read_token(pending["token"]), session.replica.trust.seats[pending["replaces"]]
    batch.act("renew", circles=[child], locator=token.locator, replaces=old.id)
    if not old.ended:
        batch.end(old.id)
    seat = batch.seat(token)
    deadline = batch.now + DEADLINE
    batch.invite(token, seat, old.role, list(old.circles), session.host, deadline, old.starts, old.ends)
    guarded = bool(item.body.get("protected"))
    own = [groups(session)[name] for name in item.body["groups"]]
    for circle in (child, *(group.quiet if guarded else group.parents for group in own)):
        batch.add(circle, [seat], old.ends)
    made = {**_adult(item, key), "seat": seat, "token": pending["token"], "deadline": deadline, "ended": 0,
            "renews": old.id, "renewed": batch.now}  # fmt: skip
    body = {**item.body, "guardians": [made if one["key"] == key else one for one in item.body["guardians"]],
            "pending": [one for one in item.body["pending"] if one["key"] != key]}  # fmt: skip
    batch.record(item.circle, "roster", body, replaces=item)
    relist(session, batch, body)
    batch.record(child, "diary", {"what": "restored", "who": made["name"], "role": old.role}, ids[0])
    for circle in (*(group.group for group in own), session.replica.trust.charter["school"]):
        batch.freshen(circle)


def _adult(item: Item, key: str) -> Body:
    found: Body = next(one for one in item.body["guardians"] if one["key"] == key)
    return found


def _end_adult(session: Session, batch: Batch, number: str, key: str, ids: list[str]) -> None:
    item = roster(session)[number]
    adult = _adult(item, key)
    batch.end(adult["seat"])
    guardians = [{**one, "ended": batch.now} if one is adult else one for one in item.body["guardians"]]
    body = {**item.body, "guardians": guardians}
    batch.record(item.circle, "roster", body, replaces=item)
    relist(session, batch, body)
    said = {"what": "ended", "who": adult["name"], "role": adult.get("role", "guardian")}
    batch.record(item.body["child"], "diary", said, ids[0])
    for name in body["groups"]:
        batch.freshen(groups(session)[name].group)
    batch.freshen(session.replica.trust.charter["school"])


def _protect(session: Session, batch: Batch, number: str, ids: list[str]) -> None:
    item = roster(session)[number]
    child, seats = str(item.body["child"]), _live(session, item)
    batch.act("protect", circles=[child])
    body = {**item.body, "protected": 1}
    for listing in listings(session, child):
        if listing.kind == "classmate":
            batch.delete(listing)
        else:
            batch.record(listing.circle, "pupil", {**listing.body, "protected": 1}, replaces=listing)
    for name in body["groups"]:
        group = groups(session)[name]
        batch.exchange(group.parents, seats, [])
        batch.add(group.quiet, seats)
        batch.freshen(group.group)
    batch.freshen(session.replica.trust.charter["school"])
    batch.record(item.circle, "roster", body, replaces=item)
    batch.record(child, "diary", {"what": "protected", "who": ""}, ids[0])


def _move(session: Session, batch: Batch, number: str, way: tuple[str, str], ids: list[str]) -> None:
    item, (old, new) = roster(session)[number], (groups(session)[name] for name in way)
    child, seats = str(item.body["child"]), _live(session, item)
    kept = [name for name in item.body["groups"] if name != way[0]]
    body = {**item.body, "groups": [*kept, way[1]]}
    guarded = bool(body.get("protected"))
    batch.exchange(old.quiet if guarded else old.parents, seats, [])
    batch.add(new.quiet if guarded else new.parents, seats)
    teams = [groups(session)[name].team for name in body["groups"]]
    batch.exchange(child, [old.team], [new.team], ["self", *teams])
    unlist(session, batch, item, [way[0]])
    list_in(session, batch, new, body, ids[:2])
    batch.record(item.circle, "roster", body, replaces=item)
    for profile in session.replica.of_kind("profile", circle=child):
        batch.record(child, "profile", {**profile.body, "groups": body["groups"]}, replaces=profile)
    batch.record(child, "diary", {"what": "moved", "who": body["first"], "group": way[1]}, ids[2])
    for circle in (old.group, new.group, session.replica.trust.charter["school"]):
        batch.freshen(circle)


def _live(session: Session, item: Item) -> list[str]:
    """The seats of a child's adults who read of it and have not ended."""
    seats = session.replica.trust.seats
    return [one["seat"] for one in item.body["guardians"]
            if one.get("role", "guardian") in READS and not seats[one["seat"]].ended]  # fmt: skip


def _pending(item: Item, key: str) -> Body:
    found: list[Body] = [one for one in item.body.get("pending", []) if one["key"] == key]
    if not found:
        raise Refused("unproven")
    return found[0]
