"""The school log's rules: who may say what about whom.

Every act names the tip before it, so its signature proves its place in the one chain; the author's seat must
have held its role at that place. The root key may do everything; it is used on one day, the founding,
and when the server gets another key.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sync.errors import Refused
from sync.seats import Seat

Head = dict[str, Any]

ROLES = (
    "admin", "office", "teacher", "guardian", "informed", "guest", "lunch",
    "board", "contact",
)  # fmt: skip
"""A guardian acts for a child; who is informed reads of it; a guest gets what guardians send; the board only
says; a contact is somebody outside with whom one guardian shares details, and gets nothing else."""
CONTACT = "contact"
MOST_CONTACTS = 20
"""Living contacts that one guardian may have."""
CONTACT_DEADLINE = 14 * 24 * 3600 * 1000
"""How long (ms) a guardian's code for a contact holds at the most."""
STAFF = ("admin", "office", "teacher", "lunch")
MAY_INVITE: dict[str, tuple[str, ...]] = {
    "root": ("admin", "office"),
    "admin": ("admin", "office"),
    "office": ("office", "teacher", "guardian", "informed", "guest", "lunch",
               "board", "contact"),
    "guardian": ("contact",),
}  # fmt: skip
MAY_ACT: dict[str, tuple[str, ...]] = {
    "school": ("root",),
    "charter": ("root",),
    "invitation": ("root", "admin", "office", "guardian"),
    "group": ("root", "office"),
    "end": ("root", "admin", "office", "guardian", "contact"),
    "protect": ("office",),
    "approve": ("office",),
    "renew": ("office",),
    "server": ("root",),
    "peer": ("admin", "office"),
    "unpeer": ("admin", "office"),
}
ACTS_FOR: dict[str, tuple[str, ...]] = {
    "admin": (), "office": ("office",), "teacher": ("team", "staff"), "lunch": ("lunch", "team", "staff"),
    "guardian": ("child",), "informed": (), "guest": (),
    "board": ("board", "calendar"),
    "contact": (),
}  # fmt: skip
"""The kinds of circle that a seat of each role may act for."""
PUBLIC = ("school", "charter", "group", "end", "server", "peer", "unpeer")
"""Kinds whose statements every member gets; of invitations only those of staff."""
FOR_CONTACTS = ("school", "charter")
"""Of these, the kinds that somebody gets who is here as a contact only."""


def is_public(head: Head, subject: Seat | None = None) -> bool:
    """Whether every member of the school gets this statement, not only its hash; subject: whom an `end` ends."""
    if head["kind"] == "end" and subject is not None and subject.role == CONTACT:
        return False
    return head["kind"] in PUBLIC or head.get("role") in STAFF


def role_of(head: Head, author: Seat | None) -> str:
    """The role in which an act was written; raises Refused("wrong-author") if the seat does not match."""
    if head["author"] == "root":
        return "root"
    if author is None or head["seat"] != author.id or head["author"] != author.person:
        raise Refused("wrong-author")
    return author.role


def check_act(head: Head, n: int, tip: str, author: Seat | None, subject: Seat | None = None) -> None:
    """Check an act's place and its author's right.

    head: the checked head; n, tip: the place and the tip (b64) it must continue; author: the seat that
    signed, None for root; subject: the seat that an `end` ends.
    Raises Refused: `stale-tip`, `wrong-author`, `not-allowed`.
    """
    if head["n"] != n or head["previous"] != tip:
        raise Refused("stale-tip", n=n - 1)
    role = role_of(head, author)
    if author is not None and not author.held(n):
        raise Refused("not-allowed")
    if role not in MAY_ACT.get(head["kind"], ()) or not _may(role, head, author, subject):
        raise Refused("not-allowed")


@dataclass
class Guards:
    """What needs two persons, by its place in the log.

    protected: child circle -> its `protect` act; renewals: locator -> the `renew` act of that letter, and the seat it
    takes the place of; approvals: `consent(circle, locator)` -> person -> their `approve` act.
    """

    protected: dict[str, int] = field(default_factory=dict)
    renewals: dict[str, tuple[int, str]] = field(default_factory=dict)
    approvals: dict[str, dict[str, int]] = field(default_factory=dict)

    def take(self, n: int, head: Head) -> None:
        """Take in an act; what is not of these kinds changes nothing."""
        if head["kind"] == "renew":
            self.renewals.setdefault(head["locator"], (n, head["replaces"]))
        for circle in head["circles"] if head["kind"] in ("protect", "approve") else ():
            if head["kind"] == "protect":
                self.protected.setdefault(circle, n)
            else:
                self.approvals.setdefault(consent(circle, head["locator"]), {}).setdefault(head["author"], n)

    def replaced(self, head: Head) -> str:
        """The seat that the seat of this invitation takes the place of; "" for none."""
        n, seat = self.renewals.get(head["locator"], (head["n"], ""))
        return seat if n < head["n"] else ""


def check_guard(head: Head, guards: Guards) -> None:
    """Check that a new seat for a protected child, or one in place of a lost one, has the consent of a second person.

    head: an invitation. What came later in the log does not count. Raises Refused("needs-approval").
    """
    if guards.replaced(head) and not head["circles"]:
        raise Refused("needs-approval")  # whoever acts for no child has nothing that others must know them by
    for circle in head["circles"]:
        given = guards.approvals.get(consent(circle, head["locator"]), {})
        seconds = {who for who, n in given.items() if n < head["n"]} - {head["author"]}
        guarded = guards.protected.get(circle, head["n"]) < head["n"] or guards.replaced(head)
        if guarded and not seconds:
            raise Refused("needs-approval")


def check_listing(circle: str, seat: Seat, author: str, approvals: Mapping[str, Mapping[str, int]]) -> None:
    """Check that a place that comes to read a protected child's circle has the consent of a second person.

    author: the person who lets it in. Raises Refused("needs-approval").
    """
    if not approvals.get(consent(circle, seat.locator), {}).keys() - {author}:
        raise Refused("needs-approval")


def consent(circle: str, locator: str) -> str:
    """What a consent is to: one letter, for one child."""
    return f"{circle} {locator}"


def _may(role: str, head: Head, author: Seat | None, subject: Seat | None) -> bool:
    if head["kind"] == "invitation":
        return head["role"] in MAY_INVITE[role] and (head["role"] != CONTACT or _is_contacts(role, head))
    if head["kind"] == "end":
        return subject is not None and _may_end(role, author, subject)
    return True


def _may_end(role: str, author: Seat | None, subject: Seat) -> bool:
    """The office ends what it may give, a guardian their own contacts, a contact itself."""
    if role == CONTACT:
        return author is not None and subject.id == author.id
    mine = role != "guardian" or (author is not None and subject.issuer == author.id)
    return mine and subject.role in MAY_INVITE[role]


def _is_contacts(role: str, head: Head) -> bool:
    """A contact acts for nothing, at once; a guardian's code holds for days only."""
    short = role != "guardian" or 0 < head["deadline"] <= head["time"] + CONTACT_DEADLINE
    return short and not head["circles"] and not head["from"]
