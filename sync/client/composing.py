"""A child's dossier for one guardian: what the school holds by duty, and what was ticked.

Invariant: what only one guardian told, or is theirs, is in the letter to that guardian alone.
"""

from __future__ import annotations

from typing import Any

import msgspec

from crypto.encoding import b64
from sync.chains import Item
from sync.client import lunch
from sync.client.consents import custody
from sync.client.office import roster
from sync.client.session import Session
from sync.client.takeout import reports
from sync.client.transport import call
from sync.messages import Credentials, Readers
from sync.moving import counted
from sync.seats import Seat
from sync.zone import day_of

Body = dict[str, Any]


def release_for(session: Session, departure: Item, name: str, seat: str, school: str) -> Body:
    """What one guardian is handed, and what proves who wrote it; name: the id of the departure; school: our name."""
    own = session.seat("office")
    trust = session.replica.trust
    root = b64(trust.root)
    return {"departure": name, "child": departure.body["child"], "to": departure.body["to"],
            "school": {"name": school, "host": session.host, "root": root}, "person": trust.seats[seat].person,
            "proof": proof_of(session, own), "dossier": compose(session, departure, seat)}  # fmt: skip


def compose(session: Session, departure: Item, seat: str) -> Body:
    """A child's dossier for one guardian: what the school holds by duty, and what was ticked."""
    child, parts = departure.body["child"], departure.body["parts"]
    row = row_of(session, child).body
    born = session.replica.circles[child].links[0][1]["time"]
    found = {"v": 1, **{key: row[key] for key in ("first", "particle", "last", "born", "groups")},
             "first_day": day_of(int(born)), "parts": parts}  # fmt: skip
    made = {"contact": _contact, "absences": _absences, "talks": _talks, "book": _book, "allergies": _allergies}
    return found | {part: made[part](session, child, seat) for part in parts}


def row_of(session: Session, child: str) -> Item:
    """What the office knows of a child."""
    return next(item for item in roster(session).values() if item.body["child"] == child)


def proof_of(session: Session, seat: Seat) -> list[Body]:
    """The credentials of one's own seat in the office and of all who invited one another, up to the root."""
    office = session.replica.trust.charter["office"]
    known = {one.seat: one for one in call(session.transport, "GET", f"/api/circles/{office}/readers", Readers).seats}
    chain: list[Credentials] = []
    at = seat.id
    while at in known:
        chain.append(known[at])
        at = session.replica.trust.seats[at].issuer
    return [msgspec.to_builtins(one) for one in reversed(chain)]


def _contact(session: Session, child: str, seat: str) -> Body:
    """How to reach the guardian who holds this seat: the others' addresses are none of theirs."""
    one = next(one for one in row_of(session, child).body["guardians"] if one["seat"] == seat)
    return {key: one[key] for key in ("name", "relation", "email", "phone", "address")}


def _absences(session: Session, child: str, seat: str) -> Body:
    return dict(counted(item.body for item in session.replica.of_kind("absence", circle=child)))


def _talks(session: Session, child: str, seat: str) -> list[Body]:
    """Reports for all homes; one for a single home goes along only where there is no other."""
    alone = len(custody(session, child)) == 1
    return [{"day": one.body["day"], "text": one.body["text"], "files": one.body.get("files", [])}
            for one in reports(session, child) if alone or one.kind == "talkfile"]  # fmt: skip


def _book(session: Session, child: str, seat: str) -> list[Body]:
    titles = {item.id: item.body["title"] for item in session.replica.of_kind("book", circle=child)}
    return [{"title": one.body["title"], "text": one.body["text"], "book": titles.get(one.body["book"], ""),
             "made": one.body["made"], "file": one.body["file"]}
            for one in session.replica.of_kind("document", circle=child)]  # fmt: skip


def _allergies(session: Session, child: str, seat: str) -> list[Body]:
    keys = ("allergens", "allergies", "medication", "doctor", "note")
    return [{key: one.body[key] for key in keys if key in one.body}
            for one in lunch.diets(session, child) if one.head["seat"] == seat]  # fmt: skip
