"""Sunday, eight in the evening: three hundred parents press at once, each for a time with the teacher of their child.

Every request is a sealed and signed letter with a claim, made before the clock starts; a third of them want a time that
others want as well, and wait for it. All must be answered, and no time may be given twice. The raw side writes a row of
the same size in a transaction of its own, and does nothing else.
"""

from __future__ import annotations

import random
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import msgspec

from bench.commits import open_raw, write_raw
from bench.load import drive, request
from bench.rows import Row, take_turns
from bench.school import DISK, GROUPS, Running, Template, fresh_copy, open_copy, template
from crypto.encoding import b64
from crypto.random import fresh
from sync.client import office
from sync.client.session import Session
from sync.messages import Claim, Entries, OfferAt, Terms

SECONDS = 30.0
"""Until when all must have their answer."""
ROUNDS = 3


@dataclass
class Press:
    """One parent's request, ready to be sent."""

    who: str
    body: bytes


def measure() -> list[Row]:
    """The whole evening, in one rush."""
    with tempfile.TemporaryDirectory(dir=DISK) as folder:
        raw, found = open_raw(Path(folder) / "raw.db"), []

        def rush() -> float:
            with open_copy("sunday") as server:
                presses, offers = prepare(server)
                load = drive(server.port, [[one.body] for one in presses], SECONDS)
                check(server, offers, len(presses), len(load.answers))
                found.append(max(load.answers))
                return load.rate

        size = 1500
        figures = take_turns({"raw": lambda: write_raw(raw, 1, 1.0, bytes(size)), "rush": rush}, ROUNDS)
    what = f"Sunday 20:00: {len(template().parents)} parents at once, the last after {min(found):.1f} s"
    against = "raw SQLCipher commits, one by one"
    return [Row(what, figures["rush"], figures["raw"], "claims/s", against=against)]


def prepare(server: Running) -> tuple[list[Press], list[tuple[str, str]]]:
    """Each group's teacher offers times; every parent's letter is sealed. Returns the requests and (group, offer)."""
    built, chance = template(), random.Random(8)
    offers: dict[str, tuple[str, list[str]]] = {}
    for group in GROUPS:
        offers[group] = offer(fresh_copy(server, group), group, len(built.parents) // len(GROUPS))
    presses = []
    for who in built.parents:
        session = fresh_copy(server, who)
        (group,) = office.groups(session)
        made, slots = offers[group]
        slot = chance.choice(slots) if chance.random() < 1 / 3 else slots.pop()
        presses.append(press(server, session, built, who, Claim(offer=made, slot=slot, wait=1)))
    chance.shuffle(presses)
    return presses, [(group, made) for group, (made, _) in offers.items()]


def offer(teacher: Session, group: str, count: int, capacity: int = 1, unit: str = "both") -> tuple[str, list[str]]:
    """A teacher offers so many slots to the own group; returns the offer and its slots."""
    slots = [b64(fresh(16)) for _ in range(count)]
    terms = msgspec.convert({"slots": [(one, capacity) for one in slots], "unit": unit, "waits": 1}, Terms)
    circle, record = office.groups(teacher)[group].group, b64(fresh(16))
    body = {"form": "sunday", "question": "time"}
    teacher.write(lambda batch: batch.record(circle, "part", body, record, offer=terms), teacher.seat(circle=circle))
    return record, slots


def press(server: Running, session: Session, built: Template, who: str, claim: Claim) -> Press:
    """A parent's letter to the team with a claim for the own child, as the bytes of a request."""
    seat = session.seat("guardian")
    (known,) = office.groups(session).values()
    batch = session.batch(seat)
    body = {"offer": claim.offer, "slot": claim.slot, "form": "sunday", "question": "time"}
    batch.letter("place", body, [known.team], claim=msgspec.structs.replace(claim, child=seat.circles[0]))
    sealed = msgspec.json.encode(Entries(entries=batch.entries))
    return Press(who, request("POST", "/api/entries", server.port, built.cookies[who], sealed))


def check(server: Running, offers: list[tuple[str, str]], pressed: int, answered: int) -> None:
    """Everybody was answered, nobody has a time twice, no time has two."""
    stands = [_stands(server, group, made) for group, made in offers]
    claims = [claim for one in stands for claim in one.claims]
    assert answered == pressed == len({claim.record for claim in claims})
    given = Counter(claim.slot for claim in claims if claim.state == "taken")
    assert given and max(given.values()) == 1


def _stands(server: Running, group: str, made: str) -> OfferAt:
    return fresh_copy(server, group).replica.offers[made]
