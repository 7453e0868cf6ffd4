"""One detail at several schools: its value is entered once, and shown at each to whom was chosen there.

Invariant: what is shown at a school is a letter in that school, written by this person's place there; nothing of one
school's audience goes to the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from sync.client.schools import Schools
from sync.client.sharing import NOBODY, Audience, choices, share
from sync.seats import Seat


@dataclass(frozen=True)
class At:
    """A place of this person at one school, and who is to see there; no audience: whoever was chosen before."""

    seat: Seat
    audience: Audience | None = None


def share_at(schools: Schools, field: str, value: str, places: Mapping[str, At], until: int = 0) -> set[str]:
    """Set a detail at the schools of `places` (by host), and change its value wherever else it was chosen.

    Returns the hosts of schools that did not answer: what is for them waits in `schools`. Raises Problem, Refused.
    """
    for host, session in schools.sessions.items():
        known = [session.replica.trust.seats[seat] for seat in session.replica.seats()]
        chosen = {places[host].seat.id: places[host]} if host in places else {}
        for seat in (one for one in known if one.alive(session.clock())):
            before = choices(session, seat.id).get(field)
            to = chosen[seat.id].audience if seat.id in chosen else None
            if to is not None:
                schools.waiting.append(partial(share, session, field, value, to, until, seat))
            elif before is not None:
                schools.waiting.append(partial(_change, schools, host, seat, field, value))
    return schools.sync()


def take_back_at(schools: Schools, host: str, field: str) -> set[str]:
    """Show a detail at one school to nobody any more; at the others it stays. Returns who did not answer."""
    session = schools.sessions[host]
    for seat_id in session.replica.seats():
        found = choices(session, seat_id).get(field)
        if found is not None:
            seat = session.replica.trust.seats[seat_id]
            schools.waiting.append(partial(share, session, field, found.body["value"], NOBODY, 0, seat))
    return schools.sync()


def _change(schools: Schools, host: str, seat: Seat, field: str, value: str) -> None:
    """Another value for the same people, as they were chosen at the moment of writing."""
    session = schools.sessions[host]
    session.sync()
    found = choices(session, seat.id).get(field)
    if found is not None and found.body["value"] != value:
        share(session, field, value, _audience(found.body["audience"]), int(found.body["until"]), seat)


def _audience(body: Mapping[str, list[str]]) -> Audience:
    lists = {key: tuple(body[key]) for key in ("groups", "teams", "people", "others")}
    return Audience(**lists, household=bool(body["household"]))
