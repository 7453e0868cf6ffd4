"""Lunch as families use it: the rules, what the lunch team must know of a child, fixed days, and single days.

Invariants: what the lunch team must know goes to it and to those who share the writer's card, and to nobody else; a
change is a letter of its own and never takes an older one's time; a plan or change counts only from a parent of that
child, or from staff.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from crypto.encoding import b64
from crypto.random import fresh
from sync.batch import Batch
from sync.chains import Item
from sync.client.classmates import parents, proven
from sync.client.homes import household
from sync.client.office import DAY, lunch_circle
from sync.client.session import Session
from sync.seats import Seat
from sync.stays import standing, verdict, without_lunch
from sync.zone import instant

Body = dict[str, Any]
KEPT = 400 * DAY
"""How long a single day's change is kept: until the yearly statement was made."""
TEAM = ("lunch", "office")
BLANK: Body = {"version": 0, "text": "", "cutoff": "11:00", "days": [1, 2, 4, 5], "price": 0, "cards": []}


def open_lunch(session: Session) -> str:
    """Begin with lunch: make the circle of the lunch team, once; returns its id."""

    def build(batch: Batch) -> None:
        if not lunch_circle(session):
            office = session.replica.trust.charter["office"]
            batch.start("lunch", [office], [office], ["self"])

    session.write(build, session.seat("office"))
    return lunch_circle(session)


def rules(session: Session) -> Body:
    """The rules in force; version 0 while there are none."""
    found = _rules(session)
    return found.body if found else BLANK


def set_rules(session: Session, **fields: Any) -> None:
    """Write the rules; a changed text is a new version, which everybody accepts anew."""
    record = b64(fresh(16))

    def build(batch: Batch) -> None:
        before = _rules(session)
        body = {**(before.body if before else BLANK), **fields}
        body["version"] += int(not before or body["text"] != before.body["text"])
        batch.record(session.replica.trust.charter["school"], "lunchrules", body, record, replaces=before)

    session.write(build, session.seat(circle=session.replica.trust.charter["school"]))


def accept(session: Session, shared: bool = False) -> None:
    """Accept the rules; shared: the card is that of the whole household."""
    seat, record = session.seat("guardian"), b64(fresh(16))
    home = own_seats(session)
    if shared:
        home |= {str(item.body["seat"]) for item in session.replica.of_kind("member", circle=household(session) or "-")}
    body = {"version": rules(session)["version"], "home": sorted(home), "written": session.clock()}
    before = acceptance(session)
    session.write(lambda batch: _to_team(session, batch, "lunchaccept", body, record, before), seat)


def acceptance(session: Session) -> Item | None:
    """What this person accepted."""
    own = own_seats(session)
    found = [item for item in session.replica.of_kind("lunchaccept") if item.head["seat"] in own]
    return max(found, key=lambda item: int(item.head["time"]), default=None)


def home(session: Session) -> list[str]:
    """The seats of those who share this parent's card: the own ones where nothing else was chosen."""
    found = acceptance(session)
    return list(found.body["home"]) if found else sorted(own_seats(session))


def part(session: Session) -> int:
    """Leave those out who live elsewhere by now: of the own card first, then of what was told under it.

    What was bought and used together stays with both. Returns how many letters were sealed anew.
    """
    done, accepted, own = 0, acceptance(session), own_seats(session)
    if accepted and (gone := _strangers(session, accepted.body["home"])):
        _again(session, accepted, {**accepted.body, "home": [one for one in accepted.body["home"] if one not in gone]})
        done += 1
    for item in [one for one in session.replica.of_kind("diet") if one.head["seat"] in own]:
        if _strangers(session, [ref[2:] for ref in item.refs]):
            _again(session, item, item.body)
            done += 1
    return done


def tell_diet(session: Session, child: str, **fields: Any) -> None:
    """Tell the lunch team: `allergens` (codes), `allergies` (in words), `medication`, `doctor`, `phones`, `note`."""
    seat, record = session.seat(circle=child), b64(fresh(16))
    before = next((item for item in diets(session, child) if item.head["seat"] == seat.id), None)
    body = {**(before.body if before else {"child": child}), **fields}
    session.write(lambda batch: _to_team(session, batch, "diet", body, record, before), seat)


def diets(session: Session, child: str) -> list[Item]:
    """What its parents told of a child, each for themselves."""
    return [item for item in session.replica.of_kind("diet") if item.body["child"] == child and counts(session, item)]


def plan(session: Session, child: str, days: list[int], first: str = "") -> str:
    """Choose fixed days, from the next Monday on or a later day; returns the letter's id."""
    seat, record = session.seat(circle=child), b64(fresh(16))
    own = {*home(session)}
    known = _profile(session, child)

    def build(batch: Batch) -> None:
        before = [one["id"] for one in facts(session, child)[0] if one["seat"] in own]
        body = {"child": child, "first": known.get("first", ""), "group": ", ".join(known.get("groups", [])),
                "days": days, "from": first, "instead": before}  # fmt: skip
        batch.freshen(child)
        batch.letter("lunchplan", body, [child, lunch_circle(session)], record)

    session.write(build, seat)
    return record


def change(session: Session, child: str, day: str, stay: bool) -> str:
    """Say for one day whether a child stays; returns the letter's id. By the lunch team it needs no cut-off."""
    record, body = b64(fresh(16)), {"child": child, "day": day, "stay": int(stay)}
    seat = session.seat(circle=child) if child in session.replica.circles else session.seat("lunch")
    session.write(lambda batch: _say(session, batch, body, record), seat)
    return record


def call_off(session: Session, batch: Batch, child: str, absence: str, body: Body, withdrawn: bool = False) -> None:
    """Beside an absence: lunch is off on its days, or on again; nothing of a child that never stays."""
    if not lunch_circle(session) or not without_lunch(body) or not any(facts(session, child)):
        return
    last = [body["until"]] if body["until"] else []
    last += [(date.fromisoformat(body["better"]) - timedelta(days=1)).isoformat()] if body.get("better") else []
    said = {"child": child, "day": body["from"], "until": min(last, default=""), "stay": int(withdrawn),
            "absence": absence, **({"weekly": 1} if body.get("weekly") else {})}  # fmt: skip
    _say(session, batch, said, b64(fresh(16)))


def of_child(session: Session, child: str, day: str, there: bool = False) -> Body:
    """Whether a child stays on a day, whether it is charged, why and by whose doing."""
    plans, changes = facts(session, child)
    return verdict(day, rules(session), plans, changes, there)


def facts(session: Session, child: str) -> tuple[list[Body], list[Body]]:
    """The plans and changes of a child that count."""
    plans = [_fact(item) for item in _about(session, "lunchplan", child)]
    return plans, [_fact(item) | _by(session, item) for item in _about(session, "lunchday", child)]


def fixed_days(session: Session, child: str, day: str) -> list[int]:
    """The days of the week that a child stays, as planned by its parents on a day."""
    return sorted({one for found in standing(facts(session, child)[0], day) for one in found["days"]})


def counts(session: Session, item: Item) -> bool:
    """Whether a letter about a child is from a parent of it, or from staff."""
    seat = session.replica.trust.seats[item.head["seat"]]
    return seat.role != "guardian" or item.body["child"] in seat.circles


def own_seats(session: Session) -> set[str]:
    """This person's places as a parent."""
    seats: Iterable[Seat] = (session.replica.trust.seats[one] for one in session.replica.seats())
    return {seat.id for seat in seats if seat.role == "guardian" and seat.alive(session.clock())}


def boxes(session: Session, seats: Iterable[str]) -> dict[str, str]:
    """How seats are reached: by the key they have shown, else by their first."""
    trust, first = session.replica.trust, parents(session)
    for item in session.replica.of_kind("luncher"):
        first |= dict(proven(item.body["guardians"]))
    known = {one: trust.seats[one].opens if one in trust.seats else "" for one in seats if not trust.has_ended(one)}
    found = {one: opens or first.get(one, "") for one, opens in known.items()}
    return {one: box for one, box in found.items() if box}


def _strangers(session: Session, seats: Iterable[str]) -> set[str]:
    """Those of these seats that are in force, not one's own, and not of the own household."""
    trust, lives = session.replica.trust, household(session) or "-"
    known = {*session.replica.seats(), *(item.body["seat"] for item in session.replica.of_kind("member", circle=lives))}
    return {one for one in seats if one not in known and one in trust.seats and not trust.has_ended(one)}


def _again(session: Session, item: Item, body: Body) -> None:
    seat = session.replica.trust.seats[item.head["seat"]]
    session.write(lambda batch: _to_team(session, batch, item.kind, body, item.id, item), seat)


def _to_team(session: Session, batch: Batch, kind: str, body: Body, record: str, before: Item | None) -> None:
    """A letter for the lunch team and those who share the writer's card."""
    shared = body["home"] if "home" in body else home(session)
    seats = boxes(session, [one for one in shared if one != batch.author.seat])
    batch.letter(kind, body, [lunch_circle(session)], record, before, seats)


def _say(session: Session, batch: Batch, body: Body, record: str) -> None:
    """A letter about a child's days: to its circle where this person reads it, else to its parents."""
    child, known = body["child"], body["child"] in session.replica.circles
    until = instant(body.get("until", body["day"]) or body["day"]) + KEPT
    forever = body.get("until") == ""
    if known:
        batch.freshen(child)
    seats = {} if known else boxes(session, guardians(session, child))
    to = [child, lunch_circle(session)] if known else [lunch_circle(session)]
    batch.letter("lunchday", body, to, record, seats=seats, until=0 if forever else until)


def guardians(session: Session, child: str) -> list[str]:
    """The seats of a child's parents, as the office told the lunch team."""
    found = next((one for one in session.replica.of_kind("luncher") if one.body["child"] == child), None)
    return [one["seat"] for one in found.body["guardians"]] if found else []


def _about(session: Session, kind: str, child: str) -> list[Item]:
    return [one for one in session.replica.of_kind(kind) if one.body["child"] == child and counts(session, one)]


def _fact(item: Item) -> Body:
    return {**item.body, "id": item.id, "seat": item.head["seat"], "at": item.head["time"]}


def _by(session: Session, item: Item) -> Body:
    team = session.replica.trust.seats[item.head["seat"]].role in TEAM
    return {"team": 1} if team and not item.body.get("absence") else {}


def _rules(session: Session) -> Item | None:
    return next(iter(session.replica.of_kind("lunchrules", circle=session.replica.trust.charter["school"])), None)


def _profile(session: Session, child: str) -> Body:
    return next((item.body for item in session.replica.of_kind("profile", circle=child)), {})
