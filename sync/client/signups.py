"""Sign-ups as people use them: make a form, answer it, take a place, change one's mind.

Invariants: what a family answers is sealed to the organisers that the form names, and to its own home, to nobody else;
a question whose answers take room has an offer of its own (a `part`), so that the server gives no place twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from crypto.encoding import b64
from crypto.random import fresh
from sync.batch import Batch
from sync.chains import Item
from sync.claims import is_true, taken
from sync.client import claims
from sync.client.chats import recipients
from sync.client.homes import household
from sync.client.office import groups
from sync.client.organisers import is_from_organiser
from sync.client.session import Session
from sync.errors import Refused
from sync.messages import ClaimAt, Terms
from sync.modules.signups import CLAIMED
from sync.seats import Seat

Body = dict[str, Any]
STAFF = ("teacher", "office")


@dataclass(frozen=True)
class Take:
    """Room that an answer takes: so many of a slot of a question; wait: or a place on its waiting list."""

    question: str
    slot: str
    count: int = 1
    wait: bool = False
    more: Body = field(default_factory=dict)


def question(kind: str, label: str, *options: str, slots: Iterable[tuple[str, int]] = (), **more: Any) -> Body:
    """A question with ids of its own; options: the choices; slots: `(text, capacity)`, capacity 0 = without a limit."""
    body: Body = {"id": _id(), "kind": kind, "label": label, "required": 1, **more}
    if options:
        body["options"] = [{"id": _id(), "text": text} for text in options]
    if kind in CLAIMED:
        body["slots"] = [{"id": _id(), "text": text, "capacity": capacity} for text, capacity in slots]
    return body


def make(
    session: Session, circles: Iterable[str], title: str, questions: Iterable[Body], organisers: Iterable[str] = (),
    unit: str = "child", **more: Any,
) -> str:  # fmt: skip
    """Put a form into circles (school, groups, children); returns its shared id.

    organisers: circles or seats that the answers are sealed to; who makes it, if none are given. more: `text`, `opens`,
    `closes`, `waits`, `shows`, `when`, `anonymous`, `files` (parts of files uploaded for the first of the circles).
    """
    asked, targets = list(questions), list(circles)
    seat = session.seat(circle=targets[0])
    ids = {circle: (_id(), {one["id"]: _id() for one in asked if one["kind"] in CLAIMED}) for circle in targets}
    body = {"form": _id(), "title": title, "text": "", "questions": asked, "unit": unit, "slot": _id(), "opens": 0,
            "closes": 0, "waits": 1, "shows": "organisers", "organisers": [*organisers] or [_desk_of(session, seat)],
            "made": session.clock(), **more}  # fmt: skip

    def build(batch: Batch) -> None:
        for circle, (record, parts) in ids.items():
            if record not in session.replica.items:
                _write_form(batch, circle, {**body, "parts": parts}, record)

    session.write(build, seat)
    return str(body["form"])


def change(session: Session, form: str, **fields: Any) -> None:
    """Change a form everywhere; a question of a consent that says something else gets a new version from its caller."""
    seat = session.replica.trust.seats[records(session, form)[0].head["seat"]]

    def build(batch: Batch) -> None:
        for item in records(session, form):
            body = {**item.body, **fields, "changed": batch.now}
            _write_form(batch, item.circle, body, item.id, item, session.replica.items)

    session.write(build, seat)


def forms(session: Session) -> list[Item]:
    """The forms this person reads, one record of each, those that close first in front."""
    found: dict[str, Item] = {}
    for item in session.replica.of_kind("form"):
        found.setdefault(item.body["form"], item)
    return sorted(found.values(), key=lambda item: (item.body["closes"] or 1 << 60, -item.body["made"]))


def records(session: Session, form: str) -> list[Item]:
    """The records of one form, a circle each."""
    return [item for item in session.replica.of_kind("form") if item.body["form"] == form]


def find(session: Session, form: str, child: str = "") -> Item:
    """The record of a form that asks about a child (or about nobody in particular); raises Refused("unknown-form")."""
    found = records(session, form)
    fitting = [item for item in found if not child or item.circle in circles_of(session, child)]
    if not fitting:
        raise Refused("unknown-form")
    return fitting[0]


def answer(
    session: Session, form: str, answers: Mapping[str, Any], child: str = "", takes: Iterable[Take] = (),
    behalf: str = "", **more: Any,
) -> str:  # fmt: skip
    """Answer a form, or change what one answered: places not named any more are given back. Returns the letter's id.

    behalf: the parent's seat for whom staff fill it in; a file is answered by parts uploaded for the seat that answers.
    Raises Problem with what is full, not open or answered already.
    """
    item, seat, wanted = find(session, form, child), _seat_for(session, form, child, behalf), list(takes)
    ids = _id(), [_id() for _ in wanted]

    def build(batch: Batch) -> None:
        to = recipients(session, _readers(session, item, seat, behalf))
        before = _own(session, "answer", form, child, behalf)
        body = {"offer": item.id, "slot": item.body["slot"], "count": 1, "form": form, "child": child,
                "answers": dict(answers), **({"seat": behalf} if behalf else {}), **more}  # fmt: skip
        claim = taken(body, child=_who(item, child), seat=behalf)
        batch.letter("answer", body, to.circles, ids[0], next(iter(before), None), to.seats, claim=claim)
        _take(session, batch, item, wanted, ids[1], child, behalf)

    session.write(build, seat)
    found = _own(session, "answer", form, child, behalf)
    return found[0].id if found else ids[0]


def withdraw(session: Session, form: str, child: str = "", behalf: str = "") -> None:
    """Take an answer back, and give back its places: whoever waits for one gets it."""

    def build(batch: Batch) -> None:
        for item in [*_own(session, "answer", form, child, behalf), *_own(session, "place", form, child, behalf)]:
            batch.delete(item)

    session.write(build, _seat_for(session, form, child, behalf))


def mine(session: Session, form: str, child: str = "") -> Item | None:
    """What this home answered, as far as this person may read it: their own, one filled in for them, a partner's."""
    own = {*session.replica.seats()}
    found = [
        one for one in session.replica.of_kind("answer") if one.body["form"] == form and one.body["child"] == child
    ]
    if child:
        return next((one for one in found if is_believed(session, one)), None)
    home = {one.body["seat"] for one in session.replica.of_kind("member")} | own
    return next((one for one in found if {one.head["seat"], one.body.get("seat", "")} & home), None)


def my_places(session: Session, form: str, child: str = "") -> list[tuple[Item, ClaimAt]]:
    """The places one holds or waits for."""
    found = [*_own(session, "place", form, child, ""), *_for_me(session, form, child)]
    return [(item, claim) for item in found if (claim := standing(session, item))]


def is_answered(session: Session, form: str, child: str) -> bool:
    """Whether somebody answered for a child, also when one may not read what: the server counts it."""
    state = session.replica.offers.get(find(session, form, child).id)
    return mine(session, form, child) is not None or bool(state and child in state.answered)


def left(session: Session, form: str, question_id: str, child: str = "") -> dict[str, int | None]:
    """By slot of a question, how much room is left; None: without a limit."""
    item = find(session, form, child)
    offer = item.body["parts"][question_id]
    slots = next(one["slots"] for one in item.body["questions"] if one["id"] == question_id)
    return {one["id"]: claims.free(session, offer, one["id"]) for one in slots}


def standing(session: Session, item: Item) -> ClaimAt | None:
    """How the claim of an answer or place stands, if the server says the same as its letter and it may be given."""
    claim = claims.claim_of(session, item.id)
    true = claim is not None and is_true(claim, item.body["offer"], item.body)
    return claim if true and is_believed(session, item) else None


def is_again(session: Session, item: Item) -> bool:
    """Whether an answer is to be repeated: the organisers asked for it later, or a consent says something else now."""
    asked = [one for one in session.replica.of_kind("again") if one.body["form"] == item.body["form"]]
    later = any(one.head["time"] > item.head["time"] and is_from_organiser(session, one) for one in asked)
    given = item.body.get("answers", {})
    questions = [one for form in records(session, item.body["form"]) for one in form.body["questions"]]
    stale = any(
        one["kind"] == "consent" and given.get(one["id"], one)["version"] != one["version"] for one in questions
    )
    return stale or later


def is_believed(session: Session, item: Item) -> bool:
    """Whether an answer or place is its author's to give: about their own child, or by staff for somebody."""
    seat = session.replica.trust.seats.get(item.head["seat"])
    if seat is None or (seat.role not in STAFF and item.body.get("seat")):
        return False
    return seat.role in STAFF or item.body["child"] in ("", *seat.circles)


def _write_form(
    batch: Batch, circle: str, body: Body, record: str, before: Item | None = None, known: Mapping[str, Item] = {}
) -> None:
    terms = {"unit": body["unit"], "opens": body["opens"], "closes": body["closes"]}
    asks = None if body.get("anonymous") else Terms(slots=[(body["slot"], 0)], most=1, **terms)
    batch.record(circle, "form", body, record, before, offer=asks)
    for one in [one for one in body["questions"] if one["id"] in body["parts"]]:
        part = body["parts"][one["id"]]
        offer = Terms(slots=[(slot["id"], slot["capacity"]) for slot in one["slots"]], waits=int(body["waits"]),
                      most=0 if one["kind"] == "bring" else 1, **terms)  # fmt: skip
        batch.record(circle, "part", {"form": body["form"], "question": one["id"]}, part, known.get(part), offer=offer)


def _take(
    session: Session, batch: Batch, item: Item, wanted: list[Take], ids: list[str], child: str, behalf: str
) -> None:
    """Put the places of an answer into its batch: kept, moved, new or given back."""
    form, to = item.body["form"], recipients(session, _readers(session, item, _author(session, batch), behalf))
    spare = {one.id: one for one in _own(session, "place", form, child, behalf)}
    for one, new in zip(wanted, ids, strict=True):
        same = [old for old in spare.values() if old.body["question"] == one.question]
        before = next((old for old in same if old.body["slot"] == one.slot), next(iter(same), None))
        spare.pop(before.id if before else "", None)
        body = {"offer": item.body["parts"][one.question], "slot": one.slot, "count": one.count, "form": form,
                "question": one.question, "child": child, **one.more}  # fmt: skip
        body |= ({"seat": behalf} if behalf else {}) | ({"wait": 1} if one.wait else {})
        body |= {"from": kept} if before and (kept := _held(session, before)) not in ("", one.slot) else {}
        claim = taken(body, child=_who(item, child), wait=int(one.wait), seat=behalf)
        batch.letter("place", body, to.circles, new, before, to.seats, claim=claim)
    for old in spare.values():
        batch.delete(old)


def _held(session: Session, item: Item) -> str:
    """The slot that a place has, also while it waits for another."""
    offer = session.replica.offers.get(item.body["offer"])
    found = [one for one in (offer.claims if offer else []) if one.record == item.id and one.state == "taken"]
    return found[0].slot if found else ""


def _readers(session: Session, item: Item, seat: Seat, behalf: str) -> set[str]:
    home = {household(session)} if seat.role == "guardian" else set()
    return ({seat.id, behalf, *item.body["organisers"]} | home) - {""}


def _own(session: Session, kind: str, form: str, child: str, behalf: str) -> list[Item]:
    """The letters of one's own about a form: for oneself, or for whom staff fill it in."""
    own = {*session.replica.seats()}
    return [one for one in session.replica.of_kind(kind) if one.head["seat"] in own and one.body["form"] == form
            and one.body["child"] == child and one.body.get("seat", "") == behalf]  # fmt: skip


def _for_me(session: Session, form: str, child: str) -> list[Item]:
    own = {*session.replica.seats()}
    return [one for one in session.replica.of_kind("place") if one.body["form"] == form and one.body["child"] == child
            and one.body.get("seat", "-") in own]  # fmt: skip


def _seat_for(session: Session, form: str, child: str, behalf: str) -> Seat:
    """The own seat that answers: that of the child, or of staff who may fill in for somebody."""
    if behalf:
        return session.seat(circle=find(session, form, child).circle)
    return session.seat("guardian", child) if child else session.seat("guardian")


def _author(session: Session, batch: Batch) -> Seat:
    return session.replica.trust.seats[batch.author.seat]


def _who(item: Item, child: str) -> str:
    return child if item.body["unit"] in ("child", "both") else ""


def circles_of(session: Session, child: str) -> set[str]:
    """Where a child is asked about: its own circle, its groups, the school."""
    known, charter = groups(session), session.replica.trust.charter
    profiles = [item.body for item in session.replica.of_kind("profile", circle=child)]
    names = {name for body in profiles for name in body.get("groups", ())}
    pupils = {item.circle for item in session.replica.of_kind("pupil") if item.body["child"] == child}
    return {child, charter["school"]} | {
        one.group for one in known.values() if one.name in names or one.register in pupils
    }


def _desk_of(session: Session, seat: Seat) -> str:
    teams = [act["team"] for act in session.replica.trust.groups if act["team"] in seat.circles]
    return str(teams[0] if teams else session.replica.trust.charter["office"])


def _id() -> str:
    return b64(fresh(16))
