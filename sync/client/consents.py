"""Consents as people use them: a guardian answers for a child, the office enters what came on paper, staff's clients
write down what all say together.

Invariants: an answer reaches the child's teams and the office, and no other guardian; what the child's circle is told
is the outcome, not who said what; whoever has custody and has not answered this school year says no.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from crypto.encoding import b64
from crypto.random import fresh
from sync.batch import Batch
from sync.chains import Item
from sync.client.lunch import boxes
from sync.client.office import groups
from sync.client.session import Session
from sync.client.takeaway import withhold_marked
from sync.consents import Answers, school_year, standing, together
from sync.errors import Refused
from sync.said import overtaken
from sync.seats import Seat

Body = dict[str, Any]
STAFF = ("teacher", "office")
TOLD = 30 * 24 * 3600 * 1000
"""How long (ms) staff are told of a change."""


def answer(session: Session, child: str, answers: Answers, spoken: int = 0) -> None:
    """Say yes or no for a child of one's own, for some purposes; what was said of others stays. Raises Problem.

    Who says no to the album has every photo withheld that shows the child, in the same breath. spoken: when that was
    (ms), 0: now; what was said of a purpose later, on another device or on paper, stands.
    """
    own = own_seat(session, child)
    _say(session, own, child, answers, {}, spoken)
    if answers.get("album") == said(session, child, own.id).get("album") == 0:
        withhold_marked(session, child)


def enter(session: Session, child: str, seat: str, answers: Answers) -> None:
    """The office enters what somebody with custody answered on paper. Raises Problem, Refused("not-a-writer")."""
    _say(session, session.seat("office"), child, answers, {"seat": seat}, 0)
    if answers.get("album") == 0:
        withhold_marked(session, child)


def said(session: Session, child: str, seat: str) -> Answers:
    """What a seat has said this year, as far as it reached this person; {} where it has not answered."""
    found = _letter(session, child, seat)
    return dict(found.body["answers"]) if found else {}


def custody(session: Session, child: str) -> list[str]:
    """The seats of all who have custody of a child now, whether they joined or not; for staff."""
    seats = session.replica.trust.seats.values()
    now = session.clock()
    return sorted(one.id for one in seats if one.role == "guardian" and child in one.circles and one.alive(now))


def refuses(session: Session, child: str, purpose: str) -> bool:
    """Whether somebody with custody said no this year, and did not only not answer; for staff."""
    return any(said(session, child, seat).get(purpose) == 0 for seat in custody(session, child))


def outcome(session: Session, child: str) -> Answers:
    """What all say together: worked out by staff, read by others."""
    year, kept = school_year(session.clock()), _kept(session, child)
    if staff_seat(session, child) is None:
        return standing(kept.body if kept else None, year)
    seats = custody(session, child)
    words = {seat: found for seat in seats if (found := said(session, child, seat))}
    return together(seats, words, kept.body if kept else None, year)


def blocked(session: Session, children: Iterable[str]) -> list[str]:
    """Those of these children who may not be in an album."""
    return [child for child in children if not outcome(session, child)["album"]]


def top_up(session: Session) -> int:
    """Write down what all say together where that changed; returns for how many children."""
    done = 0
    for child in [one.id for one in session.replica.circles.values() if one.kind == "child" and one.reads]:
        seat = staff_seat(session, child)
        if seat is not None and _is_stale(session, child):
            session.write(_Outcome(session, child), seat)
            done += 1
    return done


class _Outcome:
    """The outcome of one child, in place of what stood there; its id comes from outside, for another try."""

    def __init__(self, session: Session, child: str) -> None:
        self.session, self.child, self.id = session, child, b64(fresh(16))

    def __call__(self, batch: Batch) -> None:
        """Write it, unless a colleague's client was faster."""
        if _is_stale(self.session, self.child):
            year, answers = school_year(self.session.clock()), outcome(self.session, self.child)
            body = {"year": year, "answers": answers, "seats": custody(self.session, self.child)}
            batch.record(self.child, "outcome", body, self.id, replaces=_kept(self.session, self.child))


def _is_stale(session: Session, child: str) -> bool:
    """Whether the circle is told something else; which seats it was worked out for matters while somebody says yes."""
    kept, now = _kept(session, child), outcome(session, child)
    same = now == standing(kept.body if kept else None, school_year(session.clock()))
    yes = any(now.values())
    return not same or (yes and kept is not None and kept.body["seats"] != custody(session, child))


def _say(session: Session, own: Seat, child: str, answers: Answers, more: Body, spoken: int) -> None:
    ids = [b64(fresh(16)), b64(fresh(16))]
    seat, year = str(more.get("seat", own.id)), school_year(session.clock())

    def build(batch: Batch) -> None:
        known, at = _letter(session, child, seat), spoken or batch.now
        before, times = said(session, child, seat), _times(known)
        new = {one: value for one, value in answers.items() if not overtaken(times.get(one, 0), at, batch.now)}
        if not new:
            return
        times |= dict.fromkeys(new, at)
        body = {"child": child, "year": year, "answers": before | new, "times": times, **more}
        mine = [one for one in _letters(session, child, seat) if one.circle == own.id]
        to, seats = staff_of(session, child), boxes(session, [seat] if seat != own.id else [])
        batch.letter("consent", body, to, ids[0], replaces=mine[-1] if mine else None, seats=seats)
        if any(before.get(one, value) != value for one, value in new.items()):
            batch.letter("reconsent", {"child": child}, to, ids[1], until=batch.now + TOLD)

    session.write(build, own)


def _times(known: Item | None) -> dict[str, int]:
    """When each answer of a word was given (ms); one that does not say it: when it was written."""
    if known is None:
        return {}
    times: dict[str, int] = known.body.get("times", {})
    return dict.fromkeys(known.body["answers"], int(known.head["time"])) | times


def staff_of(session: Session, child: str) -> list[str]:
    """The teams of a child's groups, and the office."""
    profile = next(iter(session.replica.of_kind("profile", circle=child)))
    known = groups(session)
    teams = [known[name].team for name in profile.body["groups"] if name in known]
    return [*teams, session.replica.trust.charter["office"]]


def _letter(session: Session, child: str, seat: str) -> Item | None:
    """The newest word of a seat, this school year; of one that took the place of a lost one, the word of that."""
    year = school_year(session.clock())
    seats = [seat, *([old] if (old := session.replica.trust.renewed.get(seat)) else [])]
    found = [one for each in seats for one in _letters(session, child, each) if one.body["year"] == year]
    return max(found, key=lambda one: (one.head["time"], one.id), default=None)


def _letters(session: Session, child: str, seat: str) -> list[Item]:
    """What a seat said for a child, or the office for it; the oldest first."""
    found = [one for one in session.replica.of_kind("consent") if one.body["child"] == child]
    return sorted((one for one in found if _speaker(session, one) == seat), key=lambda one: int(one.head["time"]))


def _speaker(session: Session, item: Item) -> str:
    """For whom a consent speaks: its author, or whom the office names; "" where that is not theirs to say."""
    author = session.replica.trust.seats.get(item.head["seat"])
    if author is None:
        return ""
    if author.role == "office":
        return str(item.body.get("seat", ""))
    return author.id if author.role == "guardian" and item.body["child"] in author.circles else ""


def _kept(session: Session, child: str) -> Item | None:
    """The outcome in a child's circle; the newest, where two clients wrote at once."""
    found = session.replica.of_kind("outcome", circle=child)
    return max(found, key=lambda one: (one.head["time"], one.id), default=None)


def own_seat(session: Session, child: str) -> Seat:
    """The own seat of a guardian of the child; raises Refused("not-a-writer")."""
    for one in session.replica.seats():
        seat = session.replica.trust.seats[one]
        if seat.role == "guardian" and child in seat.circles and seat.alive(session.clock()):
            return seat
    raise Refused("not-a-writer")


def staff_seat(session: Session, circle: str) -> Seat | None:
    """The own seat of the staff that acts for a circle: a child's, a group's, the school's."""
    head = session.replica.circles[circle].head
    refs = head["managers"] + head["writers"]
    seats = (session.replica.trust.seats[one] for one in session.replica.seats())
    now = session.clock()
    return next((one for one in seats if one.role in STAFF and one.alive(now) and one.acts_for(refs, circle)), None)
