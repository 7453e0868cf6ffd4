"""Messages as people use them: open a thread, write, answer, take back, see what is new, hand over.

Invariants: a message is sealed to those who take part at that moment; an answer in a group goes to its sender unless
everybody was chosen; whoever does not want to hear from somebody answers like somebody who never joined.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from crypto.encoding import b64
from crypto.random import fresh
from sync.batch import Batch
from sync.chains import Item
from sync.client.blobs import Part, listed
from sync.client.classmates import Recipients, parents, proven, same_people
from sync.client.contacts import contacts
from sync.client.session import Session
from sync.errors import Refused
from sync.seats import Seat

Body = dict[str, Any]
UNDO = 60_000
"""How long (ms) the server keeps the first message of a thread, or one to many, so that it can be undone."""
STAFF = {"teacher", "office"}


@dataclass(frozen=True)
class Members:
    """Who takes part, besides who opened the thread: groups, teams (also the office), people (seats)."""

    groups: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


def open_thread(
    session: Session, to: Members, text: str, title: str = "", about: str = "", past: bool = False, hold: int = UNDO,
    seat: Seat | None = None, files: Iterable[Part] = (),
) -> str:  # fmt: skip
    """Open a thread with its first message; returns the thread's id.

    hold: ms before others get it; files: parts of files that were uploaded for the own seat.
    """
    ids, own = (b64(fresh(16)), b64(fresh(16))), seat or session.seat()
    body = {"title": title, "to": _written(to), "about": about, "past": int(past), "marks": 1}

    def build(batch: Batch) -> None:
        if ids[0] in session.replica.items:
            return
        refs = recipients(session, {own.id, *to.groups, *to.teams, *to.people})
        batch.letter("thread", body, refs.circles, ids[0], seats=refs.seats, hold=hold)
        message = {"thread": ids[0], "text": text, "written": batch.now, **listed(files)}
        batch.letter("message", message, refs.circles, ids[1], seats=refs.seats, hold=hold)

    session.write(build, own)
    return ids[0]


def send(session: Session, thread: str, text: str, only: Iterable[str] = (), hold: int = 0, **more: Any) -> str:
    """Write in a thread, to all or some seats only; returns the message's id. more: `answers`, `files` (parts)."""
    record, chosen = b64(fresh(16)), tuple(only)
    body: Body = {"thread": thread, "text": text, **more} | ({"only": list(chosen)} if chosen else {})

    def build(batch: Batch) -> None:
        refs = recipients(session, chosen or taking_part(session, thread))
        batch.letter("message", body | {"written": batch.now}, refs.circles, record, seats=refs.seats, hold=hold)

    session.write(build, seat_in(session, thread))
    return record


def answer(session: Session, message: str, text: str) -> str:
    """Answer a message in a group: to its sender and nobody else."""
    item = session.replica.items[message]
    return send(session, item.body["thread"], text, [item.head["seat"]], answers=message)


def edit(session: Session, message: str, text: str, **more: Any) -> None:
    """Change what one wrote, for whoever got it; they see that it was changed. more: `files`, those it has now."""
    _revise(session, message, {"text": text, "edited": session.clock(), **more})


def take_back(session: Session, message: str) -> bool:
    """Take a message back: unread it leaves no trace (True); of one that was read, that it was removed (False)."""
    if is_read(session, message):
        _revise(session, message, {"text": "", "removed": 1, "files": []})
        return False
    item = session.replica.items[message]
    session.delete(message, _seat(session, item.head["seat"]))
    return True


def threads(session: Session) -> list[Item]:
    """The threads this person takes part in and wants, newest first; requests and blocked ones are not among them."""
    return _listed(session, "open")


def requests(session: Session) -> list[Item]:
    """What others would like to say: threads of people who have not been accepted."""
    return _listed(session, "request")


def standing(session: Session, thread: Item) -> str:
    """`open`, `request`, or `hidden`: from somebody this person does not want to hear from. School is always open."""
    opener, own = thread.head["seat"], {*session.replica.seats()}
    if opener in own or any(one.head["seat"] in own for one in messages(session, thread.id)):
        return "open"
    wanted, role = contacts(session), session.replica.trust.seat(opener).role
    if opener in same_people(session, wanted["blocked"]):
        return "hidden"
    at_school = STAFF & {role, seat_in(session, thread.id).role}
    if at_school or wanted["accept"] == "all" or opener in same_people(session, wanted["people"]):
        return "open"
    return "request" if wanted["accept"] == "ask" else "hidden"


def messages(session: Session, thread: str) -> list[Item]:
    """What was said in a thread by those who take part, oldest first."""
    if thread not in session.replica.items:
        return []
    found = [item for item in session.replica.of_kind("message") if item.body["thread"] == thread]
    blocked, may = same_people(session, contacts(session)["blocked"]), _writers(session, thread)
    shown = (item for item in found if item.head["seat"] not in blocked and may(item.head["seat"]))
    return sorted(shown, key=lambda item: item.head["time"])


def taking_part(session: Session, thread: str) -> set[str]:
    """The circles and seats of a thread today: who opened it and whom they named, but those who left."""
    item = session.replica.items[thread]
    to = item.body["to"]
    parted = {one.head["seat"] for one in session.replica.of_kind("parting") if one.body["thread"] == thread}
    return {item.head["seat"], *to["groups"], *to["teams"], *to["people"]} - parted


def invite(session: Session, thread: str, people: Iterable[str]) -> None:
    """Let more people into a thread one opened; what was said before they read only where the thread says so."""
    more = tuple(people)

    def build(batch: Batch) -> None:
        item = session.replica.items[thread]
        to = {**item.body["to"], "people": sorted({*item.body["to"]["people"], *more})}
        refs = recipients(session, taking_part(session, thread) | {*more})
        batch.letter("thread", {**item.body, "to": to}, refs.circles, replaces=item, seats=refs.seats)

    session.write(build, _seat(session, session.replica.items[thread].head["seat"]))
    top_up(session)


def top_up(session: Session) -> int:
    """Seal one's own messages anew for who came later, in threads that show their past; returns how many."""
    own, done = {*session.replica.seats()}, 0
    for item in [one for one in session.replica.of_kind("message") if one.head["seat"] in own]:
        thread = session.replica.items.get(item.body["thread"])
        if thread is None or not thread.body.get("past") or item.body.get("only"):
            continue
        if recipients(session, taking_part(session, thread.id)).refs - {*item.refs}:
            _revise(session, item.id, {})
            done += 1
    return done


def restore(session: Session, thread: str, seat: str) -> None:
    """Let somebody whose place was renewed read again what one wrote, in a thread one opened: after comparing codes."""
    invite(session, thread, [seat])
    own = {*session.replica.seats()}
    for item in messages(session, thread):
        if item.head["seat"] in own and f"c:{seat}" not in item.refs and not item.body.get("only"):
            _revise(session, item.id, {})


def part(session: Session, thread: str) -> None:
    """Leave a thread: those who stay seal to this person no more."""
    record = b64(fresh(16))

    def build(batch: Batch) -> None:
        refs = recipients(session, taking_part(session, thread))
        batch.letter("parting", {"thread": thread}, refs.circles, record, seats=refs.seats)

    session.write(build, seat_in(session, thread))


def see(session: Session, thread: str, quiet: bool = False) -> None:
    """Say what was read up to now: to those who wrote, or (quiet, or no marks wanted) to one's own devices only."""
    own = seat_in(session, thread)
    upto = max((item.head["time"] for item in messages(session, thread)), default=0)
    before = _mark(session, thread, {own.id})
    if before and before.body["upto"] >= upto:
        return
    silent = quiet or not contacts(session)["marks"]
    authors = () if silent else {item.head["seat"] for item in messages(session, thread)}
    refs, record = recipients(session, {own.id, *authors}), b64(fresh(16))
    body = {"thread": thread, "upto": upto}

    def build(batch: Batch) -> None:
        batch.letter("seen", body, refs.circles, record, replaces=_mark(session, thread, {own.id}), seats=refs.seats)

    session.write(build, own)


def unread(session: Session, thread: str) -> int:
    """How many messages of others this person has not seen, on any device."""
    own = {*session.replica.seats()}
    mark = _mark(session, thread, own)
    upto = mark.body["upto"] if mark else 0
    return sum(item.head["seat"] not in own and item.head["time"] > upto for item in messages(session, thread))


def is_read(session: Session, message: str) -> bool:
    """Whether somebody else has said that they read it."""
    item, own = session.replica.items[message], {*session.replica.seats()}
    marks = (one for one in session.replica.of_kind("seen") if one.head["seat"] not in own)
    return any(one.body["thread"] == item.body["thread"] and one.body["upto"] >= item.head["time"] for one in marks)


def handle(session: Session, thread: str, state: str, seat: str = "") -> None:
    """Tell the team what becomes of a thread in its inbox: `open`, `mine`, `done`; seat: to whom it is handed over."""
    own, record = seat_in(session, thread), b64(fresh(16))
    body = {"thread": thread, "state": state, "seat": seat or own.id}
    teams = session.replica.items[thread].body["to"]["teams"]
    session.write(lambda batch: batch.letter("handling", body, teams, record), own)


def handling(session: Session, thread: str) -> Body:
    """What the team last said about a thread in its inbox."""
    found = [item for item in session.replica.of_kind("handling") if item.body["thread"] == thread]
    newest = max(found, key=lambda item: item.head["time"], default=None)
    return newest.body if newest else {"thread": thread, "state": "open", "seat": ""}


def recipients(session: Session, refs: Iterable[str]) -> Recipients:
    """Circles by their newest key, seats by what is known of them; whoever left or can't be addressed is left out."""
    trust, known = session.replica.trust, session.replica.circles
    wanted = {ref for ref in refs if not trust.has_ended(ref)}
    circles = {ref for ref in wanted if ref in known and known[ref].links}
    first = _first_boxes(session) if wanted - circles else {}
    seats = {ref: trust.seats[ref].opens if ref in trust.seats and trust.seats[ref].opens else first.get(ref, "")
             for ref in wanted - circles}  # fmt: skip
    return Recipients(frozenset(circles), {ref: box for ref, box in seats.items() if box})


def seat_in(session: Session, thread: str) -> Seat:
    """The own seat that takes part in a thread: named, in the team named, or that of a child in the group named."""
    part_of = taking_part(session, thread)
    seats = [session.replica.trust.seats[one] for one in session.replica.seats()]
    alive = [seat for seat in seats if seat.alive(session.clock())]
    named = [seat for seat in alive if seat.id in part_of or part_of & {*seat.circles}]
    if not alive:
        raise Refused("not-a-writer")
    return (named or alive)[0]


def _writers(session: Session, thread: str) -> Callable[[str], bool]:
    """Who may be heard in a thread: whoever was named, as one of them or in their team; in a group whoever got it."""
    item = session.replica.items[thread]
    to, known = item.body["to"], session.replica.trust.seats
    named = same_people(session, [item.head["seat"], *to["people"]])
    return lambda seat: bool(to["groups"] or seat in named or {*to["teams"]} & {*known[seat].circles})


def _first_boxes(session: Session) -> dict[str, str]:
    """The first keys of those who may not have shown themselves: parents of one's groups, and staff."""
    school = session.replica.trust.charter.get("school", "-")
    staff = [item.body for item in session.replica.of_kind("profile", circle=school) if "genesis" in item.body]
    return parents(session) | dict(proven(staff))


def _revise(session: Session, message: str, fields: Body) -> None:
    def build(batch: Batch) -> None:
        item = session.replica.items[message]
        refs = recipients(session, item.body.get("only") or taking_part(session, item.body["thread"]))
        batch.letter("message", {**item.body, **fields}, refs.circles, replaces=item, seats=refs.seats)

    session.write(build, _seat(session, session.replica.items[message].head["seat"]))


def _listed(session: Session, wanted: str) -> list[Item]:
    own = {*session.replica.seats()}
    left = {one.body["thread"] for one in session.replica.of_kind("parting") if one.head["seat"] in own}
    found = [one for one in session.replica.of_kind("thread") if one.id not in left]
    return sorted((one for one in found if standing(session, one) == wanted), key=lambda one: -_newest(session, one))


def _newest(session: Session, thread: Item) -> int:
    return max((item.head["time"] for item in messages(session, thread.id)), default=int(thread.head["time"]))


def _mark(session: Session, thread: str, own: set[str]) -> Item | None:
    found = [one for one in session.replica.of_kind("seen") if one.head["seat"] in own and one.body["thread"] == thread]
    return max(found, key=lambda one: int(one.body["upto"]), default=None)


def _seat(session: Session, seat: str) -> Seat:
    return session.replica.trust.seats[seat]


def _written(to: Members) -> Body:
    return {"groups": list(to.groups), "teams": list(to.teams), "people": list(to.people)}
