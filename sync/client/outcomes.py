"""What came of a form, for its organisers: who answered what, who did not, counts, reminders, a file for a spreadsheet.

Invariants: an answer counts only if it is its author's to give and the server let it in (its claim stands); a reminder
goes to those who have not answered and to nobody else.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import Any

from crypto.encoding import b64
from crypto.random import fresh
from sync.batch import Batch
from sync.chains import Item
from sync.client import news, signups
from sync.client.chats import recipients
from sync.client.classmates import classmates
from sync.client.organisers import seat_of
from sync.client.session import Session
from sync.messages import ClaimAt

Body = dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """An answer: of a child ("" where it is nobody's in particular), from a seat; behalf: filled in by staff."""

    item: Item
    child: str
    seat: str
    values: Body
    behalf: bool
    again: bool
    places: tuple[tuple[Item, ClaimAt], ...]


@dataclass(frozen=True)
class Family:
    """A child that a form asks about, by the name that the organiser may know, with its guardians' seats."""

    child: str
    name: str
    seats: tuple[str, ...]


def results(session: Session, form: str) -> list[Answer]:
    """The answers that stand, those given first in front."""
    found = [item for item in session.replica.of_kind("answer") if _counts(session, item, form)]
    places = [item for item in session.replica.of_kind("place") if _counts(session, item, form)]
    return [_answer(session, item, places) for item in sorted(found, key=lambda one: _at(session, one))]


def families(session: Session, form: str) -> list[Family]:
    """The children a form asks about: by the register for staff, by first name for parents."""
    circles = [item.circle for item in signups.records(session, form)]
    pupils = [item.body for item in news.pupils(session, circles)]
    if pupils:
        return [Family(one["child"], _name(one), tuple(adult["seat"] for adult in one["guardians"])) for one in pupils]
    mates = [mate for circle in circles for mate in classmates(session, circle)]
    return [Family(mate.child, mate.first, tuple(mate.seats)) for mate in mates]


def missing(session: Session, form: str) -> list[Family]:
    """The families that have not answered; where each person answers, each with those who have not."""
    found, unit = results(session, form), signups.records(session, form)[0].body["unit"]
    children, people = {one.child for one in found}, {_person(session, one.seat) for one in found}
    lacking = []
    for family in families(session, form):
        silent = tuple(seat for seat in family.seats if _person(session, seat) not in people)
        done = family.child in children if unit in ("child", "both") else len(silent) < len(family.seats)
        if silent and not (done and unit != "person"):
            lacking.append(Family(family.child, family.name, silent))
    return lacking


def nudge(session: Session, form: str) -> int:
    """Remind those who have not answered, and nobody else; returns how many."""
    seats = {seat for family in missing(session, form) for seat in family.seats}
    return _tell(session, "nudge", form, seats) if seats else 0


def ask_again(session: Session, form: str, text: str = "") -> int:
    """Something changed: ask those who answered to say it once more; returns how many."""
    seats = {one.seat for one in results(session, form)}
    return _tell(session, "again", form, seats, text=text) if seats else 0


def tally(session: Session, form: str) -> dict[str, dict[str, int]]:
    """By question, how often each choice was made; of places how many are taken, of numbers their sum."""
    found = results(session, form)
    return {one["id"]: _count(one, found) for one in signups.records(session, form)[0].body["questions"]}


def publish(session: Session, form: str) -> None:
    """Show the tally to all who read the form, where it says so; nothing is written while nothing has changed."""
    counts, answered = tally(session, form), len(results(session, form))
    ids = {item.circle: b64(fresh(16)) for item in signups.records(session, form) if item.body["shows"] == "all"}
    for circle, record in ids.items():
        told = [one for one in session.replica.of_kind("tally", circle=circle) if one.body["form"] == form]
        before = max(told, key=lambda one: int(one.head["time"]), default=None)  # the one that is shown
        if before and before.body["counts"] == counts:
            continue
        body = {"form": form, "counts": counts, "answered": answered, "at": session.clock()}
        session.write(partial(_publish, circle, body, record, before), session.seat(circle=circle))


def as_csv(session: Session, form: str) -> str:
    """The answers as a file for a spreadsheet; what it would take for a formula is made text."""
    questions = signups.records(session, form)[0].body["questions"]
    names = {one.child: one.name for one in families(session, form)}
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(["", *(_plain(one["label"]) for one in questions)])
    for row in results(session, form):
        writer.writerow([_plain(names.get(row.child, "")), *(_plain(shown(one, row)) for one in questions)])
    return out.getvalue()


def shown(question: Body, row: Answer) -> str:
    """An answer to one question in words."""
    texts = {one["id"]: one["text"] for one in [*question.get("options", ()), *question.get("slots", ())]}
    taken = [item.body for item, claim in row.places if item.body["question"] == question["id"]]
    if taken:
        return ", ".join(f"{texts.get(body['slot'], '')} {body['count']}".strip() for body in taken)
    value = row.values.get(question["id"], "")
    parts = value if isinstance(value, list) else [value]
    if question["kind"] == "file":
        return ", ".join(str(one.get("name", "")) for one in parts if isinstance(one, dict))
    return ", ".join(str(texts.get(one, one.get("agreed") if isinstance(one, dict) else one)) for one in parts)


def _publish(circle: str, body: Body, record: str, before: Item | None, batch: Batch) -> None:
    batch.record(circle, "tally", body, record, before)


def _answer(session: Session, item: Item, places: list[Item]) -> Answer:
    seat = str(item.body.get("seat") or item.head["seat"])
    own = [one for one in places if _whose(one) == _whose(item)]
    held = tuple((one, claim) for one in own if (claim := signups.standing(session, one)))
    again = any(signups.is_again(session, one) for one in [item, *own])
    return Answer(item, item.body["child"], seat, item.body["answers"], bool(item.body.get("seat")), again, held)


def _whose(item: Item) -> tuple[str, str]:
    return str(item.body.get("seat") or item.head["seat"]), str(item.body["child"])


def _counts(session: Session, item: Item, form: str) -> bool:
    return bool(item.body["form"] == form and signups.standing(session, item))


def _at(session: Session, item: Item) -> int:
    claim = signups.standing(session, item)
    return claim.at if claim else 0


def _count(question: Body, found: list[Answer]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for row in found:
        for item, claim in row.places:
            if item.body["question"] == question["id"] and claim.state == "taken":
                counts[claim.slot] += claim.count
        value = row.values.get(question["id"])
        if question["kind"] in ("number", "text", "date", "file"):
            counts["sum" if question["kind"] == "number" else "given"] += (
                int(value or 0) if question["kind"] == "number" else int(bool(value))
            )
        elif value is not None and question["kind"] not in ("places", "bring"):
            said = value if isinstance(value, list) else [value["agreed"] if isinstance(value, dict) else value]
            counts.update(str(one) for one in said)
    return dict(counts)


def _tell(session: Session, kind: str, form: str, seats: set[str], **more: Any) -> int:
    item, record = signups.records(session, form)[0], b64(fresh(16))
    body = {"form": form, "title": item.body["title"], **more}

    def build(batch: Batch) -> None:
        to = recipients(session, seats)
        batch.letter(kind, body, to.circles, record, seats=to.seats)

    session.write(build, seat_of(session, item))
    return len(seats)


def _person(session: Session, seat: str) -> str:
    known = session.replica.trust.seats.get(seat)
    return (known and known.person) or seat


def _name(body: Body) -> str:
    return " ".join(part for part in (body["first"], body["particle"], body["last"]) if part)


def _plain(text: str) -> str:
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
