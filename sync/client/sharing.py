"""What a family shows of itself: each detail a letter with a key of its own, to exactly those whom the parent chose.

Invariants: nothing is shared until somebody chooses; the list of who sees a detail is worked out from the boxes of
its letter, not from a setting; a detail that is taken back or given to others gets a fresh key.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from crypto import heads
from crypto.circle import link_hash
from crypto.encoding import b64
from crypto.errors import CryptoError
from crypto.random import fresh
from sync.acts import CONTACT
from sync.batch import Batch
from sync.chains import Item
from sync.client import contactseats
from sync.client.homes import household
from sync.client.session import Session
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


@dataclass(frozen=True)
class Classmate:
    """A child of a group as other parents know it; `seats`: place of a parent -> box key of its first epoch."""

    child: str
    first: str
    seats: dict[str, str]


@dataclass(frozen=True)
class Recipients:
    """To whom a letter is sealed: circles by their newest key, seats by what is known of them."""

    circles: frozenset[str]
    seats: dict[str, str]

    @property
    def refs(self) -> set[str]:
        """As they stand on the letter."""
        return {f"c:{one}" for one in (*self.circles, *self.seats)}


def classmates(session: Session, group: str) -> list[Classmate]:
    """The children of a group, as its parents and team see them, with the parents' places that have not ended."""
    ended = session.replica.trust.has_ended
    return [
        Classmate(
            item.body["child"],
            item.body["first"],
            {seat: box for seat, box in proven(item.body["guardians"]) if not ended(seat)},
        )
        for item in session.replica.of_kind("classmate", circle=group)
    ]


def share(
    session: Session, field: str, value: str, audience: Audience = NOBODY, until: int = 0, seat: Seat | None = None
) -> None:
    """Set a detail of one's own and show it to those chosen, until a time (ms) or for good; nobody: keep it to oneself.

    seat: which of one's places (which child's) it belongs to. Raises Problem, Refused.
    """
    own = seat or session.seat("guardian")
    ids = _ids()
    body: Body = {"field": field, "value": value, "audience": _written(audience), "until": until}
    session.write(lambda batch: _choose(session, batch, own, body, ids), own)


def take_back(session: Session, field: str, seat: Seat | None = None) -> None:
    """Show a detail to nobody any more; its value stays for oneself. The old ciphertext is dropped."""
    own = seat or session.seat("guardian")
    found = choices(session, own.id).get(field)
    if found is not None:
        share(session, field, found.body["value"], NOBODY, 0, own)


def choices(session: Session, seat: str) -> dict[str, Item]:
    """What was chosen for one's own place, by field."""
    return {item.body["field"]: item for item in session.replica.of_kind("choice", circle=seat)}


def top_up(session: Session) -> int:
    """Seal anew what should reach others than it does: somebody joined, left or showed themselves; returns how many."""
    done = 0
    for seat_id in session.replica.seats():
        seat = session.replica.trust.seats[seat_id]
        for field, item in choices(session, seat_id).items() if seat.alive(session.clock()) else ():
            if _is_stale(session, seat, item):
                session.write(_TopUp(session, seat, field), seat)
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

    def __call__(self, batch: Batch) -> None:
        """Write it."""
        item = choices(self.session, self.seat.id).get(self.field)
        if item is not None and _is_stale(self.session, self.seat, item):
            body = {key: item.body[key] for key in ("field", "value", "audience", "until")}
            over = bool(body["until"]) and body["until"] <= self.session.clock()
            if over:
                body |= {"audience": _written(NOBODY), "until": 0}
            _choose(self.session, batch, self.seat, body, _ids())


def _ids() -> tuple[str, str, str]:
    return b64(fresh(16)), b64(fresh(16)), b64(fresh(16))


def _choose(session: Session, batch: Batch, seat: Seat, body: Body, ids: tuple[str, str, str]) -> None:
    """Write a choice, the letter that carries it, and the line in one's own diary where that changes who reads."""
    before = choices(session, seat.id).get(body["field"])
    reached = bool(before and before.body["detail"])
    detail = _project(session, batch, seat, before, body, ids[1])
    batch.record(seat.id, "choice", {**body, "detail": detail}, ids[0], replaces=before)
    if detail or reached:
        batch.record(seat.id, "diary", {"what": "shared" if detail else "taken", "field": body["field"]}, ids[2])


def _project(session: Session, batch: Batch, seat: Seat, before: Item | None, body: Body, new: str) -> str:
    """Bring the letter in line with a choice; returns the id of the letter, "" where there is none."""
    letter = session.replica.items.get(before.body["detail"]) if before else None
    to = recipients(session, seat, _read(body["audience"]))
    if not to.refs - {f"c:{seat.id}"}:
        if letter is not None:
            batch.delete(letter)
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


def _is_stale(session: Session, seat: Seat, item: Item) -> bool:
    letter = session.replica.items.get(item.body["detail"])
    over = bool(item.body["until"]) and item.body["until"] <= session.clock()
    wanted = recipients(session, seat, NOBODY if over else _read(item.body["audience"])).refs - {f"c:{seat.id}"}
    return wanted != (set(letter.refs) - {f"c:{seat.id}"} if letter else set())


def same_people(session: Session, seats: Iterable[str]) -> set[str]:
    """These seats, and every other seat that is known to be the same person's."""
    known = session.replica.trust.seats
    people = {known[one].person for one in seats if one in known} - {""}
    return {*seats} | {seat.id for seat in known.values() if seat.person in people}


def _members(session: Session, circle: str) -> set[str]:
    """The seats behind a ref, as far as this person can know them; the circle itself where they can't."""
    for act in session.replica.trust.groups:
        if circle == act["group"]:
            return {one for mate in classmates(session, circle) for one in mate.seats} | {act["team"], circle}
    if circle == household(session):
        return {str(item.body["seat"]) for item in session.replica.of_kind("member", circle=circle)}
    return {circle}


def parents(session: Session) -> dict[str, str]:
    """The places of parents in one's groups, with the box key of their first epoch."""
    found = [mate.seats for act in session.replica.trust.groups for mate in classmates(session, act["group"])]
    return {seat: box for seats in found for seat, box in seats.items()}


def proven(places: Iterable[Body]) -> Iterator[tuple[str, str]]:
    """The seats whose first link is what their id says, with their first box key; what proves nothing is left out."""
    for one in places:
        try:
            head = heads.read_head(one["genesis"], heads.LINK)
        except CryptoError:
            continue
        if link_hash(one["genesis"]) == one["seat"] and head["kind"] == "seat":
            yield one["seat"], head["box"]


def _written(audience: Audience) -> Body:
    return {"groups": list(audience.groups), "teams": list(audience.teams), "people": list(audience.people),
            "others": list(audience.others), "household": int(audience.household)}  # fmt: skip


def _read(body: Body) -> Audience:
    return Audience(tuple(body["groups"]), tuple(body["teams"]), tuple(body["people"]), tuple(body["others"]),
                    bool(body["household"]))  # fmt: skip
