"""Moving: what may go along with a child, who must agree, and what a release proves. Pure.

A dossier: `{v: 1, first, particle, last, born, groups, first_day, parts: [part], contact?, absences?, talks?, book?,
allergies?}`. `contact`: {name, relation, email, phone, address} of the guardian to whom this release is written, and of
nobody else. `absences`: school year -> reason -> how many reports. `talks`: [{day, text, files: [part]}]. `book`:
[{title, text, book: title or "", made, file: part}]. `allergies`: [{allergens, allergies, medication, doctor, note}],
as that guardian told the lunch team.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from crypto import heads
from crypto.encoding import b64, unb64
from crypto.envelope import check_record, open_copy
from crypto.statement import check_act as check_signature
from sync.acts import check_act
from sync.consents import school_year
from sync.errors import Refused
from sync.messages import Credentials, Signed
from sync.trust import Trust
from sync.zone import instant

Head = dict[str, Any]
Body = dict[str, Any]

PARTS = ("contact", "absences", "talks", "book", "allergies")
"""What a guardian may let go along; what the school holds by duty always does."""
CONFIRMED, UNKNOWN, OTHER = "confirmed", "unknown", "other"
"""What this school can say of a release: a linked school signed it; it can't tell; it was meant for another school."""


def agreed(custody: Iterable[str], author: str, said: Mapping[str, int]) -> bool:
    """Whether all with custody agree: who wrote the departure did so by writing it. Nobody has custody: no.

    said: seat -> 1 or 0, of this very departure.
    """
    seats = list(custody)
    return bool(seats) and all(seat == author or said.get(seat) == 1 for seat in seats)


def counted(absences: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, int]]:
    """How many absences of each reason there were in each school year."""
    found: dict[str, Counter[str]] = {}
    for one in absences:
        found.setdefault(school_year(instant(str(one["from"]))), Counter())[str(one["reason"])] += 1
    return {year: dict(sorted(counts.items())) for year, counts in sorted(found.items())}


class Proof(Trust):
    """The people of another school, as far as signatures from its root key on prove them.

    Its log is not known here: whether a place had ended meanwhile can't be told, only that it was given.
    """

    def _check(self, n: int, act: Signed) -> Head:
        author = heads.read_act(act.head)
        seat = None if author["author"] == "root" else self.seat(author["seat"])
        head = check_signature(seat.sign if seat else self.root, msgspec.to_builtins(act))
        check_act(head, n, head["previous"], seat)
        return head


def open_release(copy: Mapping[str, Any]) -> Body:
    """What a release says, with the key that came with it; nothing of it is proven. Raises CryptoError, ValueError."""
    record = {key: copy[key] for key in ("head", "body", "signature", "boxes")}
    found = msgspec.json.decode(open_copy(unb64(copy["key"]), record), type=dict[str, Any])
    if heads.read_head(record["head"], heads.RECORD)["kind"] != "release":
        raise Refused("unknown-kind")
    return found


def prove(copy: Mapping[str, Any], peers: Mapping[str, str], own: str) -> str:
    """What can be said of a release: `confirmed`, `unknown` or `other`; raises Refused, CryptoError for a false one.

    peers: the root keys of linked schools -> their hosts; own: this school's root key.
    """
    body = open_release(copy)
    if body["to"]["root"] not in ("", own):
        return OTHER
    if body["school"]["root"] not in peers:
        return UNKNOWN
    _check_author(copy, body, unb64(body["school"]["root"], 32))
    return CONFIRMED


def _check_author(copy: Mapping[str, Any], body: Body, root: bytes) -> None:
    """Check that somebody of the office signed it, and who they are by their own school's root key."""
    record = {key: copy[key] for key in ("head", "body", "signature", "boxes")}
    head = heads.read_head(str(record["head"]), heads.RECORD)
    proof = Proof(root)
    proof.admit(msgspec.convert(body["proof"], list[Credentials]))
    seat = proof.seat(head["seat"])
    if seat.role != "office" or head["author"] != seat.person or b64(root) != body["school"]["root"]:
        raise Refused("wrong-author")
    if not seat.alive(head["time"]):
        raise Refused("not-allowed")
    check_record(seat.sign, record)
