"""What a family shows of itself: each detail a letter with a key of its own, to exactly those whom the parent chose.

Invariants: nothing is shared until somebody chooses; the list of who sees a detail is worked out from the boxes of
its letter, not from a setting; a detail that is taken back or given to others gets a fresh key.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from crypto.encoding import b64
from crypto.random import fresh
from sync.acts import CONTACT
from sync.batch import Batch
from sync.chains import Item
from sync.client import contactseats
from sync.client.classmates import Recipients, classmates, parents, same_people
from sync.client.homes import household
from sync.client.session import Session
from sync.said import overtaken, said_at
from sync.seats import Seat

Body = dict[str, Any]


@dataclass(frozen=True)
class Audience:
    """Whom a parent chose: parents of groups (ids) but `others`, teams of groups, people (seats), the own household."""

    groups: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    household: bool = False


NOBODY = Audience()
SIGN = "contact"
"""The field of a detail that says nothing but whose seat it comes from."""
HOME = "home"
"""The field of a detail in which a contact says at which school they have their home: its name, and its host."""


def share(
    session: Session,
    field: str,
    value: str,
    audience: Audience = NOBODY,
    until: int = 0,
    seat: Seat | None = None,
    said: int = 0,
) -> None:
    """Set a detail of one's own and show it to those chosen, until a time (ms) or for good; nobody: keep it to oneself.

    seat: which of one's places (which child's) it belongs to; said: when it was chosen (ms), 0: now. What was chosen
    later, on another device, stands. Raises Problem, Refused.
    """
    body: Body = {"field": field, "value": value, "audience": _written(audience), "until": until}
    _say(session, seat or session.seat("guardian"), body, said)


def forget(session: Session, field: str, seat: Seat | None = None, said: int = 0) -> None:
    """Take a detail back and forget its value as well; that, and when, is kept for one's own devices."""
    body: Body = {"field": field, "value": "", "audience": _written(NOBODY), "until": 0, "forgotten": 1}
    _say(session, seat or session.seat("guardian"), body, said)


def take_back(session: Session, field: str, seat: Seat | None = None) -> None:
    """Show a detail to nobody any more; its value stays for oneself. The old ciphertext is dropped."""
    own = seat or session.seat("guardian")
    found = choices(session, own.id).get(field)
    if found is not None:
        share(session, field, found.body["value"], NOBODY, 0, own)


def choices(session: Session, seat: str) -> dict[str, Item]:
    """What was chosen for one's own place, by field."""
    return {field: item for field, item in _standing(session, seat).items() if not item.body.get("forgotten")}


def top_up(session: Session) -> int:
    """Seal anew what should reach others than it does: somebody joined, left or showed themselves; returns how many."""
    done = 0
    for seat_id in session.replica.seats():
        seat = session.replica.trust.seats[seat_id]
        for field in _fields(session, seat) if seat.alive(session.clock()) else ():
            if _is_stale(session, seat, field):
                session.write(_TopUp(session, seat, field, _ids()), seat)
                done += 1
    return done


def cards(session: Session) -> dict[str, dict[str, str]]:
    """The details this person may see now, of whom they are: seat -> field -> value."""
    found: dict[str, dict[str, str]] = {}
    for item in session.replica.of_kind("detail"):
        over = bool(item.head["letter"]["until"]) and item.head["letter"]["until"] <= session.clock()
        if not over and item.body["field"] != SIGN:
            found.setdefault(item.head["seat"], {})[item.body["field"]] = item.body["value"]
    return found


def name_of(session: Session, seat: str) -> str:
    """How a parent is called here: by the name they share, or else "" (the interface says "parent of Sam")."""
    return cards(session).get(seat, {}).get("name", "")


def who_sees(session: Session, item: Item) -> set[str]:
    """The seats whose holders can open a letter of one's own, worked out from its boxes.

    Circles stay ids where their members are unknown here: a team, and a group for the families nobody can count.
    """
    found: set[str] = set()
    for ref in item.refs:
        found |= _members(session, ref[2:])
    return found


def see_as(session: Session, seat: str) -> dict[str, str]:
    """One's own details as the holder of another seat sees them: field -> value."""
    shown = {}
    for item in session.replica.of_kind("detail"):
        own = item.head["seat"] in session.replica.seats() and item.body["field"] != SIGN
        if own and seat in who_sees(session, item):
            shown[str(item.body["field"])] = str(item.body["value"])
    return shown


@dataclass(frozen=True)
class _TopUp:
    """One detail sealed anew, as it was chosen at the moment of writing: another device may have taken it back."""

    session: Session
    seat: Seat
    field: str
    ids: tuple[str, str, str]

    def __call__(self, batch: Batch) -> None:
        """Write it; what reaches somebody though nothing says so goes."""
        if not _is_stale(self.session, self.seat, self.field):
            return
        item = _standing(self.session, self.seat.id).get(self.field)
        if item is None:
            for letter in _letters(self.session, self.seat, self.field):
                batch.delete(letter)
            return
        body = {key: item.body[key] for key in item.body if key != "detail"} | {"said": said_at(item)}
        over = bool(body["until"]) and body["until"] <= self.session.clock()
        if over:
            body |= {"audience": _written(NOBODY), "until": 0}
        _choose(self.session, batch, self.seat, body, self.ids)


def _ids() -> tuple[str, str, str]:
    return b64(fresh(16)), b64(fresh(16)), b64(fresh(16))


def _say(session: Session, own: Seat, body: Body, said: int) -> None:
    """Write a choice, unless a newer one stands."""
    ids, body = _ids(), {**body, "said": said or session.clock()}

    def build(batch: Batch) -> None:
        if not overtaken(said_at(_standing(session, own.id).get(body["field"])), body["said"], batch.now):
            _choose(session, batch, own, body, ids)

    session.write(build, own)


def _standing(session: Session, seat: str) -> dict[str, Item]:
    """What was said last of each field of one's own place, also that it was forgotten."""
    items = sorted(session.replica.of_kind("choice", circle=seat), key=lambda item: (said_at(item), item.id))
    return {item.body["field"]: item for item in items}


def _letters(session: Session, seat: Seat, field: str) -> list[Item]:
    """The letters of one detail of one's own: one, unless two devices chose at the same time."""
    return [item for item in session.replica.of_kind("detail", circle=seat.id) if item.body["field"] == field]


def _fields(session: Session, seat: Seat) -> list[str]:
    """The fields that were chosen, or that reach somebody though nothing says so."""
    shown = {item.body["field"] for item in session.replica.of_kind("detail", circle=seat.id)}
    return sorted({*_standing(session, seat.id), *shown} - {SIGN})


def _choose(session: Session, batch: Batch, seat: Seat, body: Body, ids: tuple[str, str, str]) -> None:
    """Write a choice, the letter that carries it, and the line in one's own diary where that changes who reads."""
    before = _standing(session, seat.id).get(body["field"])
    reached = bool(before and before.body["detail"]) or bool(_letters(session, seat, body["field"]))
    detail = _project(session, batch, seat, before, body, ids[1])
    batch.record(seat.id, "choice", {**body, "detail": detail}, ids[0], replaces=before)
    if detail or reached:
        batch.record(seat.id, "diary", {"what": "shared" if detail else "taken", "field": body["field"]}, ids[2])


def _project(session: Session, batch: Batch, seat: Seat, before: Item | None, body: Body, new: str) -> str:
    """Bring the letter in line with a choice; returns the id of the letter, "" where there is none."""
    letter = session.replica.items.get(before.body["detail"]) if before else None
    to = recipients(session, seat, _read(body["audience"]))
    reaches = bool(to.refs - {f"c:{seat.id}"})
    for one in _letters(session, seat, body["field"]):
        if not reaches or letter is None or one.id != letter.id:
            batch.delete(one)
    if not reaches:
        return ""
    content = {"field": body["field"], "value": body["value"]}
    return batch.letter("detail", content, to.circles, new, letter, to.seats, int(body["until"]))


def recipients(session: Session, seat: Seat, audience: Audience) -> Recipients:
    """Whom an audience is today. A group without exceptions is its circle, so who joins later reads at once.

    With exceptions it is each parent on the list but those, and the team, who reads what the group reads. A group
    that one's child has left counts no more.
    """
    trust = session.replica.trust
    acts = {act["group"]: act for act in trust.groups}
    circles, seats = {seat.id}, dict[str, str]()
    excluded = same_people(session, audience.others)
    for group in [one for one in audience.groups if one in session.replica.circles]:
        known = {one: first for mate in classmates(session, group) for one, first in mate.seats.items()}
        if excluded & known.keys():
            circles.add(acts[group]["team"])
            seats |= {one: first for one, first in known.items() if one not in excluded}
        else:
            circles.add(group)
    circles |= {*audience.teams}
    circles |= {found for found in [household(session)] if audience.household and found}
    everybody = {**contactseats.reachable(session), **parents(session)}
    seats |= {one: everybody[one] for one in _with_contacts(session, audience.people) if one in everybody}
    return Recipients(frozenset(circles), {one: first for one, first in seats.items() if one != seat.id})


def _with_contacts(session: Session, people: Iterable[str]) -> set[str]:
    """These seats, and the contact's seats of the same people: who left the school is reached there."""
    known = session.replica.trust.seats
    return {*people} | {one for one in same_people(session, people) if one in known and known[one].role == CONTACT}


def _is_stale(session: Session, seat: Seat, field: str) -> bool:
    """Whether a detail reaches others than it should: by its choice's letter, or by one that no choice knows of."""
    item = _standing(session, seat.id).get(field)
    if any(item is None or one.id != item.body["detail"] for one in _letters(session, seat, field)):
        return True
    if item is None:
        return False
    letter = session.replica.items.get(item.body["detail"])
    over = bool(item.body["until"]) and item.body["until"] <= session.clock()
    wanted = recipients(session, seat, NOBODY if over else _read(item.body["audience"])).refs - {f"c:{seat.id}"}
    return wanted != (set(letter.refs) - {f"c:{seat.id}"} if letter else set())


def _members(session: Session, circle: str) -> set[str]:
    """The seats behind a ref, as far as this person can know them; the circle itself where they can't."""
    for act in session.replica.trust.groups:
        if circle == act["group"]:
            return {one for mate in classmates(session, circle) for one in mate.seats} | {act["team"], circle}
    if circle == household(session):
        return {str(item.body["seat"]) for item in session.replica.of_kind("member", circle=circle)}
    return {circle}


def _written(audience: Audience) -> Body:
    return {"groups": list(audience.groups), "teams": list(audience.teams), "people": list(audience.people),
            "others": list(audience.others), "household": int(audience.household)}  # fmt: skip


def _read(body: Body) -> Audience:
    return Audience(tuple(body["groups"]), tuple(body["teams"]), tuple(body["people"]), tuple(body["others"]),
                    bool(body["household"]))  # fmt: skip
