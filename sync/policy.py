"""Who may post what where: the module descriptors as data, and the one check that server and clients run."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sync.acts import CONTACT
from sync.errors import Refused
from sync.seats import Seat

Head = dict[str, Any]

NAMED = ("board", CONTACT)
"""Roles that may do only what a rule names them for."""


@dataclass(frozen=True)
class Rule:
    """A right in one kind of circle: acting for it (`writer`), or the own seat (`self`); in one of `roles`.

    No roles: in any of them but those of `NAMED`.
    """

    who: str
    roles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kind:
    """A kind of record: where it may stand and who posts it there; who but its author edits or deletes.

    tells: whoever sleeps is told of it; urgent: at once, whatever they chose; clears: its author's other devices
    hear of it, as what they were told has been read; wakes: what its author wrote for later, theirs hear of it then;
    offers: it may offer slots; claims: it may take one; withholds: a child's family may have it taken away;
    windowed: a family gets what is written since its child came; goes: with its author's place it is taken from
    all but those to whom it went by name.
    """

    name: str
    circles: dict[str, Rule]
    editors: tuple[str, ...] = ()
    letter: bool = False
    tells: bool = False
    urgent: bool = False
    clears: bool = False
    wakes: bool = False
    offers: bool = False
    claims: bool = False
    withholds: bool = False
    windowed: bool = False
    goes: bool = False


@dataclass(frozen=True)
class Module:
    """A module of the product: its name in code and in the interface, and its kinds."""

    name: str
    dutch: str
    kinds: tuple[Kind, ...] = field(default=())


@dataclass(frozen=True)
class First:
    """The first revision of a record and what is newest: an id belongs to its author, circle and kind."""

    author: str
    circle: str
    kind: str
    revision: int
    hash: str


def check_record(
    head: Head, link: Head, circle: str, author: Seat, first: First | None, kinds: dict[str, Kind]
) -> None:
    """Check a record's head against its circle's newest link and its author's seat.

    link: the head of the circle's newest link. first: what is stored under this id, None for a new one.
    Raises Refused: `stale-epoch`, `stale-revision`, `wrong-author`, `unknown-kind`, `not-a-writer`, `bad-letter`.
    """
    if head["epoch"] != link["epoch"]:
        raise Refused("stale-epoch", epoch=link["epoch"])
    check_right(head, link, circle, author, first, kinds)
    _check_revision(head, first)


def check_right(head: Head, link: Head, circle: str, author: Seat, first: First | None, kinds: dict[str, Kind]) -> None:
    """The part of `check_record` that holds for old records as well: kind, author, role."""
    if author.id != head["seat"] or author.person != head["author"] or head["circle"] != circle:
        raise Refused("wrong-author")
    kind = kinds.get(first.kind if head["kind"] == "gone" and first else head["kind"])
    if kind is None or link["kind"] not in kind.circles:
        raise Refused("unknown-kind")
    if head["kind"] != "gone" and bool(head["letter"]) != kind.letter:
        raise Refused("bad-letter")
    _check_rule(kind.circles[link["kind"]], link, circle, author)
    if first and first.author != head["author"] and author.role not in kind.editors:
        raise Refused("wrong-author")


def may_post(link: Head, circle: str, author: Seat, kinds: dict[str, Kind]) -> bool:
    """Whether the seat may post records of some kind in a circle; link: the head of its newest link."""
    rules = [kind.circles[link["kind"]] for kind in kinds.values() if link["kind"] in kind.circles]
    return any(_fits(rule, link, circle, author) for rule in rules)


def may_edit(link: Head, first: First, author: Seat, kind: Kind) -> bool:
    """Whether the seat may edit and delete a record that is stored; link: the head of its circle's newest link."""
    rule = kind.circles.get(link["kind"])
    own = first.author == author.person or author.role in kind.editors
    return rule is not None and own and _fits(rule, link, first.circle, author)


def reaches_contacts(head: Head, kinds: dict[str, Kind]) -> bool:
    """Whether a letter of this kind may be sealed to a contact: what contacts may send, they may get."""
    kind = kinds.get(head["kind"])
    return kind is not None and any(CONTACT in rule.roles for rule in kind.circles.values())


def _check_rule(rule: Rule, link: Head, circle: str, author: Seat) -> None:
    if not _fits(rule, link, circle, author):
        raise Refused("not-a-writer")


def _fits(rule: Rule, link: Head, circle: str, author: Seat) -> bool:
    if (rule.roles or author.role in NAMED) and author.role not in rule.roles:
        return False
    refs = link["managers"] + link["writers"]
    return circle == author.id if rule.who == "self" else author.acts_for(refs, circle)


def _check_revision(head: Head, first: First | None) -> None:
    if first is None:
        if head["revision"] != 1 or head["replaces"] or head["kind"] == "gone":
            raise Refused("stale-revision", revision=0)
        return
    if (first.circle, first.kind) != (head["circle"], first.kind if head["kind"] == "gone" else head["kind"]):
        raise Refused("wrong-author")
    if head["revision"] != first.revision + 1 or head["replaces"] != first.hash:
        raise Refused("stale-revision", revision=first.revision, hash=first.hash)
