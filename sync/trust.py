"""What a client believes about people: the school log from the paper's root key on, and the seats it proves.

Nothing is taken on the server's word. Every act must continue the one hash chain; an act's author, and the person
in a seat, are proven by credentials up to the root. A log that contradicts what this client saw is `forked`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import msgspec

from crypto import heads
from crypto.circle import check_link, link_hash, readers_hash
from crypto.encoding import b64, unb64
from crypto.errors import CryptoError
from crypto.identity import Person, check_person, verify
from crypto.labels import LINK
from crypto.statement import NO_TIP, act_hash, next_tip
from crypto.statement import check_act as check_signature
from sync.acts import CONTACT, Guards, check_act, check_guard, check_listing
from sync.errors import Refused
from sync.messages import ActAt, Credentials, Signed
from sync.seats import Seat

Head = dict[str, Any]


class Trust:
    """The school as proven from `root` (the root public key that stood on paper, or was pinned since)."""

    def __init__(self, root: bytes) -> None:
        self.root = root
        self.hashes: list[str] = []
        self.tips: list[str] = []
        self.seats: dict[str, Seat] = {}
        self.persons: dict[str, Person] = {}
        self.charter: Head = {}
        self.groups: list[Head] = []
        self.guards = Guards()
        self.renewed: dict[str, str] = {}
        self.peers: dict[str, str] = {}
        self._pending: dict[int, Signed] = {}
        self._ends: dict[str, tuple[int, int]] = {}

    @property
    def tip(self) -> str:
        """The newest tip of the school log."""
        return self.tips[-1] if self.tips else NO_TIP

    def tip_before(self, n: int) -> str:
        """The tip that an act at place `n` must continue."""
        return self.tips[n - 1] if n else NO_TIP

    def extend(self, acts: list[ActAt]) -> None:
        """Append acts; raises Refused: `forked` if the log contradicts what was seen, `gap` if one is missing."""
        for act in acts:
            if act.n < len(self.hashes):
                if self.hashes[act.n] != act.hash:
                    raise Refused("forked", n=act.n)
            elif act.n > len(self.hashes):
                raise Refused("gap", n=act.n)
            else:
                self.hashes.append(act.hash)
                self.tips.append(next_tip(self.tip, act.hash))
            if act.act is not None:
                if act_hash(act.act.head) != act.hash:
                    raise Refused("forked", n=act.n)
                self._pending[act.n] = act.act

    def admit(self, credentials: list[Credentials]) -> None:
        """Believe what these credentials prove, and the statements of those whom they prove, in the log's own order.

        Raises Refused("unproven") for one that proves nothing, and for a statement whose author is not proven: who
        could leave that open could hide who has left.
        """
        for one in sorted(credentials, key=lambda one: one.n):
            known = self.seats.get(one.seat)
            if known is None or (one.redeem is not None and known.person == ""):
                self._settle(upto=one.n)
                try:
                    self._admit(one)
                except (CryptoError, KeyError) as error:
                    raise Refused("unproven", seat=one.seat) from error
        self._settle()
        if self._pending:
            raise Refused("unproven", n=min(self._pending))

    def seat(self, seat_id: str) -> Seat:
        """A proven seat; raises Refused("unproven")."""
        if seat_id not in self.seats:
            raise Refused("unproven", seat=seat_id)
        return self.seats[seat_id]

    def has_ended(self, seat: str) -> bool:
        """Whether an act has ended this seat, met before or not."""
        return seat in self._ends

    def check_listed(self, circle: str, refs: Iterable[str]) -> None:
        """Check the readers of a protected child: whoever was invited since needed two. Raises Refused."""
        since = self.guards.protected.get(circle)
        for seat in (self.seats.get(ref[2:]) for ref in refs if since is not None):
            if seat is not None and since is not None and seat.n > since:
                check_listing(circle, seat, self.seat(seat.issuer).person, self.guards.approvals)

    def _admit(self, one: Credentials) -> None:
        head = self._check(one.n, one.invitation)
        genesis = heads.read_head(one.genesis.head, heads.LINK)
        is_seat = genesis["kind"] == "seat" and link_hash(one.genesis.head) == one.seat == head["seat_of"]
        if head["kind"] != "invitation" or not is_seat:
            raise Refused("unproven", seat=one.seat)
        seat = self._invited(head)
        if one.redeem is not None:
            seat = self._redeemed(seat, one)
        self.seats[seat.id] = seat

    def _invited(self, head: Head) -> Seat:
        if replaced := self.guards.replaced(head):
            self.renewed[head["seat_of"]] = replaced
        bound = self._bound_to(head)
        ended, ended_n = self._ends.get(head["seat_of"]) or self._ends.get(bound.id if bound else "", (0, -1))
        until = earlier(head["until"], bound.ends if bound else 0)
        return Seat(head["seat_of"], head["n"], head["role"], tuple(head["circles"]), head["seat"], head["locator"],
                    head["sign"], head["deadline"], head["from"], until, ended, ended_n)  # fmt: skip

    def _bound_to(self, head: Head) -> Seat | None:
        """The guardian with whose place a contact's ends, whatever becomes of the contact itself."""
        issuer = self.seats.get(head["seat"])
        return issuer if issuer and head["role"] == CONTACT and issuer.role == "guardian" else None

    def _redeemed(self, seat: Seat, one: Credentials) -> Seat:
        assert one.redeem is not None  # noqa: S101
        link = msgspec.to_builtins(one.redeem)
        head = check_link(unb64(seat.invited, 32), link)
        person = check_person([msgspec.to_builtins(statement) for statement in one.person])
        fits = head["sort"] == "redeem" and head["previous"] == seat.id and head["circle"] == seat.id and head["n"] == 2
        if not fits or head["readers"] != readers_hash(redeem_readers(person)):
            raise Refused("swapped-key", seat=seat.id)
        self.persons[person.id] = person
        return replace(seat, person=person.id, sign=person.sign, box=person.box, link=link_hash(one.redeem.head),
                       opens=head["box"])  # fmt: skip

    def _check(self, n: int, act: Signed) -> Head:
        """The head of an act at place `n`, whose author held the role."""
        if n >= len(self.hashes) or self.hashes[n] != act_hash(act.head):
            raise Refused("unproven", n=n)
        author = heads.read_act(act.head)
        seat = None if author["author"] == "root" else self.seat(author["seat"])
        head = check_signature(seat.sign if seat else self.root, msgspec.to_builtins(act))
        check_act(head, n, self.tip_before(n), seat, self.seats.get(head.get("seat_of", "")) or _ANY)
        if head["kind"] == "invitation":
            check_guard(head, self.guards)
        return head

    def _settle(self, upto: int | None = None) -> None:
        """Verify waiting statements whose authors are known by now, in order."""
        for n in sorted(self._pending):
            if upto is not None and n >= upto:
                return
            head = heads.read_act(self._pending[n].head)
            if head["author"] != "root" and not self.seats.get(head["seat"], _ANY).person:
                continue
            self._take(n, self._check(n, self._pending.pop(n)))

    def _take(self, n: int, head: Head) -> None:
        if head["kind"] == "school" and unb64(head["root"]) != self.root:
            raise Refused("wrong-school")
        if head["kind"] == "charter":
            self.charter = head
        if head["kind"] == "group":
            self.groups.append(head)
        if head["kind"] == "invitation" and head["seat_of"] not in self.seats:
            self.seats[head["seat_of"]] = self._invited(head)
        self._meet(head)
        self.guards.take(n, head)
        if head["kind"] == "end":
            self._end(n, head)

    def _end(self, n: int, head: Head) -> None:
        """A seat ends, and a guardian's contacts with it."""
        ended = self.seats.get(head["seat_of"])
        contacts = [one.id for one in self.seats.values() if one.role == CONTACT and one.issuer == head["seat_of"]]
        for one in [head["seat_of"], *(contacts if ended and ended.role == "guardian" else [])]:
            self._ends.setdefault(one, (head["time"], n))
            if one in self.seats and not self.seats[one].ended:
                self.seats[one] = replace(self.seats[one], ended=head["time"], ended_n=n)

    def _meet(self, head: Head) -> None:
        """A school that is linked, by its root key, or no longer."""
        if head["kind"] == "peer":
            self.peers[head["root"]] = head["host"]
        if head["kind"] == "unpeer":
            self.peers.pop(head["root"], None)


def earlier(*times: int) -> int:
    """The earliest of these times (ms), 0 = none."""
    return min((time for time in times if time), default=0)


def redeem_readers(person: Person) -> list[dict[str, str | int]]:
    """The reader list of a redeem link: the person and nobody else."""
    return [{"box": b64(person.box), "from": 0, "hash": person.hash, "ref": f"p:{person.id}", "until": 0}]


def check_redeem(seat: Seat, link: Signed, person: Person) -> Head:
    """The head of the redeem link of an open seat; raises Refused("bad-link"), Tampered, Malformed."""
    head = heads.read_head(link.head, heads.LINK)
    verify(unb64(seat.invited, 32), LINK, link.head.encode(), unb64(link.signature))
    if head["sort"] != "redeem" or head["circle"] != seat.id or head["readers"] != readers_hash(redeem_readers(person)):
        raise Refused("bad-link")
    return head


_ANY = Seat("", 0, "guardian", (), "", "", "", 0, 0, 0)
"""Stands for a seat this client has not met: whoever may end the humblest seat may end it."""
