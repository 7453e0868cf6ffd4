"""The children as the lunch team should know them: written by the office, so that any that turns up can be found.

Invariant: a first name, a group and whom to reach, no more; a protected child is on it only if its parents sign it up.
"""

from __future__ import annotations

from typing import Any

from crypto.encoding import b64, canonical
from crypto.random import fresh
from sync.batch import Batch
from sync.chains import Item
from sync.client.enrolment import READS
from sync.client.lunch import facts
from sync.client.office import groups, lunch_circle, roster
from sync.client.session import Session

Body = dict[str, Any]
CHUNK = 300
"""How many children the office lists in one batch."""


def list_children(session: Session) -> int:
    """The office tells the lunch team of each child by first name; of a protected one if it stays. Returns changes."""
    circle = lunch_circle(session)
    wanted = _wanted(session)
    known = _known(session, circle)
    fresh_ones = [body for child, body in wanted.items() if child not in known or known[child].body != body]
    for at in range(0, len(fresh_ones), CHUNK):
        _list(session, circle, fresh_ones[at : at + CHUNK])
    known = _known(session, circle)
    kept = {known[child].id for child in wanted if child in known}
    gone = [item for item in session.replica.of_kind("luncher", circle=circle) if item.id not in kept]
    _unlist(session, gone)
    return len(fresh_ones) + len(gone)


def _known(session: Session, circle: str) -> dict[str, Item]:
    """The newest entry of each child: two of the office may list one at once."""
    found = session.replica.of_kind("luncher", circle=circle)
    return {item.body["child"]: item for item in sorted(found, key=lambda one: (int(one.head["time"]), one.id))}


def _list(session: Session, circle: str, bodies: list[Body]) -> None:
    ids = [b64(fresh(16)) for _ in bodies]

    def build(batch: Batch) -> None:
        known = _known(session, circle)
        for body, record in zip(bodies, ids, strict=True):
            if not (before := known.get(body["child"])) or before.body != body:
                batch.record(circle, "luncher", body, record, replaces=before)

    session.write(build, session.seat("office"))


def _unlist(session: Session, gone: list[Item]) -> None:
    def build(batch: Batch) -> None:
        for one in gone:
            if one.id in session.replica.items:
                batch.delete(session.replica.items[one.id])

    if gone:
        session.write(build, session.seat("office"))


def _wanted(session: Session) -> dict[str, Body]:
    """The children of the school as the lunch team should know them."""
    known, found = groups(session), dict[str, Body]()
    for item in roster(session).values():
        body = item.body
        hidden = body.get("protected") and not any(facts(session, body["child"]))
        if not body.get("left") and not hidden:
            found[body["child"]] = {
                "child": body["child"], "first": body["first"], "group": ", ".join(body["groups"]),
                "teams": [known[name].team for name in body["groups"] if name in known],
                "guardians": [_place(session, one["seat"]) for one in body["guardians"] if _reads(session, one)],
            }  # fmt: skip
    return found


def _place(session: Session, seat: str) -> Body:
    return {"seat": seat, "genesis": canonical(session.replica.circles[seat].links[0][1])}


def _reads(session: Session, adult: Body) -> bool:
    listed = adult.get("role", "guardian") in READS and not adult.get("ended")
    return listed and adult["seat"] in session.replica.circles and not session.replica.trust.has_ended(adult["seat"])
