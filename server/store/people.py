"""Seats and persons, and the credentials that prove them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import msgspec

from crypto.encoding import unb64
from server.store import Connection, acts
from sync.messages import Credentials, PersonStatement, Signed
from sync.seats import Seat

_SEAT = """SELECT s.id, s.n, s.role, s.circles, s.issuer, s.locator, s.invited, s.deadline, s.starts, s.ends, s.ended,
 s.ended_n, s.person, p.sign, p.box, s.link FROM seat s LEFT JOIN person p ON p.id = s.person"""


def seat(connection: Connection, seat_id: str) -> Seat | None:
    """A seat, for the rules."""
    return _seat(connection.execute(_SEAT + " WHERE s.id = ?", (seat_id,)).fetchone())


def seat_by_locator(connection: Connection, locator: str) -> Seat | None:
    """The seat that a token's locator finds, for whoever holds the letter."""
    return _seat(connection.execute(_SEAT + " WHERE s.locator = ?", (locator,)).fetchone())


def seats_of(connection: Connection, reader: str) -> list[Seat]:
    """The reader's own seats."""
    return [found for row in connection.execute(_SEAT + " WHERE s.person = ? ORDER BY s.n", (reader,))
            if (found := _seat(row))]  # fmt: skip


def issued_by(connection: Connection, role: str, issuer: str) -> list[Seat]:
    """The seats of a role that were given out from the place `issuer`, ended or not."""
    rows = connection.execute(_SEAT + " WHERE s.issuer = ? AND s.role = ? ORDER BY s.n", (issuer, role))
    return [found for row in rows if (found := _seat(row))]


def only_contacts(connection: Connection) -> set[str]:
    """The persons who never had another place here than a contact's."""
    rows = connection.execute(
        "SELECT person FROM seat WHERE person <> '' GROUP BY person HAVING max(role <> 'contact') = 0"
    )
    return {row[0] for row in rows}


def person_of(connection: Connection, seat_id: str) -> str:
    """Who holds a seat; "" for nobody."""
    row = connection.execute("SELECT person FROM seat WHERE id = ?", (seat_id,)).fetchone()
    return str(row[0]) if row else ""


def mac(connection: Connection, seat_id: str) -> str:
    """The invitation's mac, by which the paper proves the school."""
    value: str = connection.execute("SELECT mac FROM seat WHERE id = ?", (seat_id,)).fetchone()[0]
    return value


def invite(connection: Connection, head: dict[str, Any], n: int, authenticated: str, until: int) -> None:
    """Store the seat of an invitation that stands at place `n` of the log; until: ms when it is over, 0 = never."""
    connection.execute(
        """INSERT INTO seat (id, n, role, circles, issuer, locator, invited, mac, deadline, starts, ends)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (head["seat_of"], n, head["role"], json.dumps(head["circles"]), head["seat"], head["locator"], head["sign"],
         authenticated, head["deadline"], head["from"], until),
    )  # fmt: skip


def end(connection: Connection, seat_id: str, at: int, n: int) -> None:
    """End a seat by the act at place `n`."""
    connection.execute("UPDATE seat SET ended = ?, ended_n = ? WHERE id = ?", (at, n, seat_id))


def redeem(connection: Connection, seat_id: str, person: str, link: str, at: int) -> bool:
    """Give an open seat to a person; False if somebody has it already."""
    done = connection.execute(
        "UPDATE seat SET person = ?, link = ?, redeemed = ? WHERE id = ? AND person = '' AND ended = 0",
        (person, link, at, seat_id),
    )
    return bool(done.rowcount)


def add_person(
    connection: Connection, person: str, statements: list[PersonStatement], sign: str, box: str, home: str = ""
) -> None:
    """Store a person's statements; the newest replace older ones. home: a linked school's root key, "" for ours."""
    text = msgspec.json.encode(statements).decode()
    connection.execute("INSERT OR REPLACE INTO person (id, statements, sign, box, home) VALUES (?, ?, ?, ?, ?)",
                       (person, text, sign, box, home))  # fmt: skip


def sign_of(connection: Connection, person: str) -> bytes:
    """A person's newest signing key; empty if there is no such person."""
    row = connection.execute("SELECT sign FROM person WHERE id = ?", (person,)).fetchone()
    return unb64(row[0]) if row else b""


def credentials(connection: Connection, seats: Iterable[str]) -> list[Credentials]:
    """The credentials of these seats and of all who invited them, up to the root; issuers first."""
    found: dict[str, Credentials] = {}
    for seat_id in seats:
        chain: list[Credentials] = []
        at = seat_id
        while at and at not in found and (one := _credentials(connection, at)):
            chain.append(one[0])
            at = one[1]
        found.update({one.seat: one for one in reversed(chain)})
    return list(found.values())


def _credentials(connection: Connection, seat_id: str) -> tuple[Credentials, str] | None:
    row = connection.execute(
        """SELECT s.n, s.issuer, p.statements FROM seat s LEFT JOIN person p ON p.id = s.person WHERE s.id = ?""",
        (seat_id,),
    ).fetchone()
    if row is None:
        return None
    links = [Signed(head=head, signature=signature) for head, signature in connection.execute(
        "SELECT head, signature FROM link WHERE circle = ? ORDER BY n LIMIT 2", (seat_id,))]  # fmt: skip
    statements = msgspec.json.decode(row[2], type=list[PersonStatement]) if row[2] else []
    one = Credentials(seat=seat_id, n=row[0], invitation=acts.find(connection, row[0]), genesis=links[0],
                      redeem=links[1] if len(links) > 1 else None, person=statements)  # fmt: skip
    return one, row[1]


def _seat(row: Any) -> Seat | None:
    if row is None:
        return None
    (seat_id, n, role, circles, issuer, locator, invited, deadline, starts, ends, ended, ended_n, person, sign, box,
     link) = row  # fmt: skip
    return Seat(
        seat_id, n, role, tuple(json.loads(circles)), issuer, locator, invited, deadline, starts, ends, ended, ended_n,
        person, unb64(sign or ""), unb64(box or ""), link,
    )  # fmt: skip
