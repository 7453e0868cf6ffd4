"""A child leaves for another school: a guardian says so, all with custody agree, the office lets its dossier go.

Invariants: who is not asked learns nothing of it; a changed departure is agreed to anew; of a protected child two of
the office let it go; what only one guardian told, or is theirs, is released to that guardian alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from crypto.encoding import b64
from crypto.random import fresh
from crypto.token import new_token, read_token
from sync.batch import Batch
from sync.chains import Item
from sync.client import account, carrying, children, contactseats, lunch, lunchrefunds
from sync.client.chats import recipients
from sync.client.composing import release_for, row_of
from sync.client.consents import custody, own_seat
from sync.client.office import DEADLINE, roster
from sync.client.session import Session
from sync.errors import Refused
from sync.moving import PARTS, agreed
from sync.seats import Seat
from sync.zone import day_of

Body = dict[str, Any]
NOWHERE = {"name": "", "host": "", "root": ""}


def say(session: Session, child: str, last: str, to: Body, parts: Iterable[str], before: Item | None = None) -> str:
    """Say that a child of one's own leaves after the day `last`, and what may go along; returns the record's id.

    to: {name, host, root} of the next school; before: what this takes the place of.
    """
    seat, record = own_seat(session, child), b64(fresh(16))
    body = {"child": child, "last": last, "to": {**NOWHERE, **to}, "written": session.clock(),
            "parts": [one for one in PARTS if one in set(parts)]}  # fmt: skip

    def build(batch: Batch) -> None:
        _tell(session, batch, "departure", body, record, session.replica.items.get(before.id) if before else None)

    session.write(build, seat)
    return before.id if before and before.id in session.replica.items else record


def agree(session: Session, departure: Item, agrees: bool = True, seat: str = "", said: int = 0) -> None:
    """Agree to a departure as it stands now, or not; seat: for whom the office enters what came on paper; said: when
    that was (ms), 0: now."""
    child = departure.body["child"]
    own = session.seat("office") if seat else own_seat(session, child)
    _answer(session, departure, own, {"agrees": int(agrees), **({"seat": seat} if seat else {})}, child, said)


def second(session: Session, departure: Item) -> None:
    """Consent as a second person of the office, to the departure of a protected child as it stands now."""
    _answer(session, departure, session.seat("office"), {"agrees": 1, "second": 1}, departure.body["child"])


def withdraw(session: Session, departure: Item) -> None:
    """Take one's own departure back."""
    seat = session.replica.trust.seats[departure.head["seat"]]
    session.delete(departure.id, seat)


def departures(session: Session, child: str = "") -> list[Item]:
    """The departures this person knows of, one of each, the newest first; one that the office passed on is the same."""
    found: dict[str, Item] = {}
    for item in session.replica.of_kind("departure"):
        if child in ("", item.body["child"]) and _may_say(session, item):
            known = found.get(named(item)[0])
            if known is None or "of" in known.body:
                found[named(item)[0]] = item
    return sorted(found.values(), key=lambda one: -int(one.head["time"]))


def named(item: Item) -> tuple[str, str]:
    """The id and hash of a departure, also of one that was passed on."""
    of = item.body.get("of")
    return (str(of[0]), str(of[1])) if of else (item.id, item.hash)


def answers(session: Session, departure: Item) -> dict[str, int]:
    """What each seat says of a departure as it stands now."""
    found: dict[str, int] = {}
    for item in sorted(_about(session, departure), key=lambda one: int(one.head["time"])):
        seat = session.replica.trust.seats[item.head["seat"]]
        speaker = item.body.get("seat", "") if seat.role == "office" else seat.id
        if speaker and not item.body.get("second"):
            found[str(speaker)] = int(item.body["agrees"])
    return found


def seconds(session: Session, departure: Item) -> set[str]:
    """The persons of the office who consented, for a protected child."""
    seats = session.replica.trust.seats
    return {item.head["author"] for item in _about(session, departure)
            if item.body.get("second") and seats[item.head["seat"]].role == "office"}  # fmt: skip


def is_agreed(session: Session, departure: Item) -> bool:
    """Whether all with custody agree to a departure as it stands now."""
    return agreed(custody(session, departure.body["child"]), author_of(departure), answers(session, departure))


def author_of(departure: Item) -> str:
    """The seat that said it; of one that was passed on, as the office says."""
    return str(departure.body.get("by", departure.head["seat"]))


def pass_on(session: Session) -> int:
    """The office shows departures to those with custody whom their author could not reach; returns how many."""
    done = 0
    for item in [one for one in departures(session) if "of" not in one.body]:
        told = [one for one in session.replica.of_kind("departure") if one.body.get("of") == [item.id, item.hash]]
        reached = {item.head["seat"], *(seat for one in (item, *told) for seat in one.body["told"])}
        missing = [one for one in custody(session, item.body["child"]) if one not in reached]
        if missing:
            _pass_on(session, item, missing)
            done += 1
    return done


def release(session: Session, departure: Item, school: str = "") -> list[str]:
    """Let a child's dossier go: a letter to each guardian with custody; returns their ids. school: our name.

    Once, by what is known at that moment: it may have been taken back, or let go by a colleague.
    Raises Refused: `not-agreed`; `needs-approval` where a second person of the office has to consent first.
    """
    session.sync()
    _check_release(session, departure)
    child = departure.body["child"]
    seats = custody(session, child)
    ties = {seat: (b64(fresh(16)), new_token()) for seat in seats}
    made = {
        seat: (b64(fresh(16)), release_for(session, departure, named(departure)[0], seat, school)) for seat in seats
    }
    record, closing = b64(fresh(16)), lunchrefunds.closing(session, child, seats)

    def build(batch: Batch) -> None:
        _check_release(session, departure)
        if departed(session, departure):
            return
        lunchrefunds.write(session, batch, closing, _refund(session, departure))
        for seat, (letter, body) in made.items():
            batch.letter("release", body, [session.replica.trust.charter["office"]], letter,
                         seats=lunch.boxes(session, [seat]))  # fmt: skip
        for seat, (farewell, token) in ties.items():
            _say_farewell(session, batch, child, seat, farewell, token)
        batch.record(session.replica.trust.charter["desk"], "departed", _departed(session, departure, made), record)

    session.write(build, session.seat("office"))
    given = departed(session, departure)
    return [str(letter) for letter in given.body["releases"].values()] if given else []


def departed(session: Session, departure: Item) -> Item | None:
    """What the office wrote down when it let a dossier go."""
    found = session.replica.of_kind("departed")
    return next((one for one in found if one.body["departure"] == named(departure)[0]), None)


def keep_friends(session: Session, child: str) -> bool:
    """Before the place ends: go on from a contact's seat with those whom one knows by name; False without one.

    Raises Problem: `token-used`, `token-expired`, …
    """
    found = next((one for one in session.replica.of_kind("farewell") if one.body["child"] == child), None)
    if found is None:
        return False
    old, locator = own_seat(session, child), read_token(found.body["token"]).locator
    if not _holds(session, locator):
        account.add_letter(session, found.body["token"])
    new = next(one for one in session.replica.trust.seats.values() if one.locator == locator)
    carrying.carry(session, old, new)
    return True


def leave(session: Session, departure: Item) -> None:
    """On the last day: the seats end, in one press; what was released stays with the office."""
    children.leave(session, row_of(session, departure.body["child"]).body["number"])


def end_due(session: Session) -> list[str]:
    """For the office: end the places of children whose last day is over; returns the children (circles).

    Only where all who have custody now agree to the departure as it stands and were handed the dossier in time, no
    later than on the last day, and that day is over by what was said then and by what is said now. All else waits for
    a press.
    """
    session.sync()
    done = list[str]()
    for child in _over(session):
        children.leave(session, row_of(session, child).body["number"], lambda child=child: child in _over(session))  # type: ignore[misc]
        done.append(child)
    return done


def _over(session: Session) -> list[str]:
    """The children whose places end by themselves, by what is known now."""
    today = day_of(session.clock())
    return [str(item.body["child"]) for item in departures(session) if _is_over(session, item, today)]


def _check_release(session: Session, departure: Item) -> None:
    """Refuse what is not said any more as it was shown, or not agreed to."""
    origin, digest = named(departure)
    found = session.replica.items.get(origin)
    stands = departure.id in session.replica.items and found is not None and found.hash == digest
    if not stands or not is_agreed(session, departure):
        raise Refused("not-agreed")
    guarded = departure.body["child"] in session.replica.trust.guards.protected
    if guarded and not seconds(session, departure) - {session.person}:
        raise Refused("needs-approval")


def _is_over(session: Session, departure: Item, today: str) -> bool:
    child = departure.body["child"]
    given = departed(session, departure)
    row = next((one.body for one in roster(session).values() if one.body["child"] == child), None)
    if given is None or row is None or row.get("left"):
        return False
    handed = all(seat in given.body["releases"] for seat in custody(session, child))
    timely = day_of(given.head["time"]) <= given.body["day"] < today
    return handed and timely and departure.body["last"] < today and is_agreed(session, departure)


def _holds(session: Session, locator: str) -> bool:
    seats = (session.replica.trust.seats[one] for one in session.replica.seats())
    return any(one.locator == locator for one in seats)


def _say_farewell(session: Session, batch: Batch, child: str, seat: str, record: str, token: str) -> None:
    """A contact's seat for who leaves, and its code."""
    deadline = batch.now + DEADLINE
    contactseats.issue(session, batch, token, deadline)
    body = {"child": child, "token": token, "deadline": deadline}
    batch.letter("farewell", body, [], record, seats=lunch.boxes(session, [seat]))


def _departed(session: Session, departure: Item, made: dict[str, tuple[str, Body]]) -> Body:
    row = row_of(session, departure.body["child"]).body
    return {"child": departure.body["child"], "number": row["number"], "first": row["first"], "last": row["last"],
            "day": departure.body["last"], "to": departure.body["to"], "parts": departure.body["parts"],
            "departure": named(departure)[0], "releases": {seat: letter for seat, (letter, _) in made.items()},
            "seconds": sorted(seconds(session, departure))}  # fmt: skip


def _refund(session: Session, departure: Item) -> Body:
    """Whose card ends, for the lunch team, which has no other word of it."""
    row = row_of(session, departure.body["child"]).body
    return {"child": departure.body["child"], "first": row["first"], "group": ", ".join(row["groups"]),
            "last": departure.body["last"], "departure": named(departure)[0]}  # fmt: skip


def _pass_on(session: Session, item: Item, missing: list[str]) -> None:
    record = b64(fresh(16))
    body = {**item.body, "of": [item.id, item.hash], "by": item.head["seat"], "told": missing}
    seats = lunch.boxes(session, missing)
    office = session.replica.trust.charter["office"]
    session.write(lambda batch: batch.letter("departure", body, [office], record, seats=seats), session.seat("office"))


def _answer(session: Session, departure: Item, own: Seat, word: Body, child: str, said: int = 0) -> None:
    record, (name, digest) = b64(fresh(16)), named(departure)
    body = {"departure": name, "of": digest, "child": child, **word}
    session.write(lambda batch: _tell(session, batch, "agreement", body, record, time=said), own)


def _tell(
    session: Session, batch: Batch, kind: str, body: Body, record: str, before: Item | None = None, time: int = 0
) -> None:
    """A letter to the office and to all with custody whom this person can address."""
    to = recipients(session, [session.replica.trust.charter["office"], *custody(session, body["child"])])
    told = {"told": sorted(to.seats.keys() - {batch.author.seat})} if kind == "departure" else {}
    batch.letter(kind, {**body, **told}, to.circles, record, before, to.seats, time=time)


def _about(session: Session, departure: Item) -> list[Item]:
    """The answers to a departure as it stands now, of those who may give one."""
    name, digest = named(departure)
    child, seats = departure.body["child"], session.replica.trust.seats

    def counts(item: Item) -> bool:
        seat = seats.get(item.head["seat"])
        may = seat is not None and (seat.role == "office" or (seat.role == "guardian" and child in seat.circles))
        return may and (item.body["departure"], item.body["of"]) == (name, digest)

    return [item for item in session.replica.of_kind("agreement") if counts(item)]


def _may_say(session: Session, item: Item) -> bool:
    """Whether a departure is its author's to say: a guardian's of the child, or passed on by the office."""
    seat = session.replica.trust.seats.get(item.head["seat"])
    if seat is None:
        return False
    return ("of" in item.body) if seat.role == "office" else item.body["child"] in seat.circles
