"""Writing: acts, links and records composed into one batch that the server takes whole or not at all.

A batch is built against a replica and knows what it has made so far, so a new circle can be nested in another of
the same batch. Before a record, every rotation that signed facts make due is put in front of it, innermost circle
first: nobody writes under a key that a removed reader holds. Pure: the time, and the reader lists that managers
and writers may ask for, come in as arguments.

Longer than 300 lines because acts, links and records share what the batch has made so far.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from crypto.circle import Epoch, grant, link_hash, readers_hash, seal_history, sign_link
from crypto.encoding import b64
from crypto.envelope import gone, record_hash, seal_letter, seal_record
from crypto.identity import SigningKey
from crypto.random import fresh
from crypto.statement import act_hash, next_tip, sign_act
from crypto.token import Token, invitation_mac
from sync.chains import Circle, Item
from sync.circles import UNANSWERED, is_due, remaining
from sync.errors import Refused
from sync.messages import Claim, Entry, Link, Reader, Record, Signed, Terms
from sync.replica import Replica
from sync.seats import Seat

Head = dict[str, Any]
Body = dict[str, Any]
_SEED = 32
_ID = 16
_RIGHTS = ("managers", "writers")


@dataclass(frozen=True)
class Author:
    """Who signs: a person in one of their seats, or the root key (name `root`, no seat)."""

    name: str
    seat: str
    signer: SigningKey


class Batch:
    """Entries in the making by `author` at `now` (ms); `ask` gives the newest reader list of a circle."""

    def __init__(
        self, replica: Replica, author: Author, now: int, ask: Callable[[str], list[Reader]] | None = None
    ) -> None:
        self.replica, self.author, self.now = replica, author, now
        self.entries: list[Entry] = []
        self._ask = ask
        self._made: dict[str, Circle] = {}
        self._lists: dict[str, list[Reader]] = {}
        self._logs: dict[str, list[Any]] = {}
        self._ended: dict[str, Seat] = {}
        self._n, self._tip = len(replica.trust.hashes), replica.trust.tip

    # -- acts --------------------------------------------------------------------------------------------

    def act(self, kind: str, mac: Callable[[str], str] | None = None, **fields: Any) -> str:
        """Append an act to the school log; returns its hash. `mac` makes an invitation's mac from that hash."""
        head = {"author": self.author.name, "kind": kind, "n": self._n, "previous": self._tip,
                "seat": self.author.seat, "time": self.now, **fields}  # fmt: skip
        act = sign_act(self.author.signer, head)
        digest = act_hash(act["head"])
        self._n, self._tip = self._n + 1, next_tip(self._tip, digest)
        self.entries.append(Entry(act=Signed(**act), mac=mac(digest) if mac else ""))
        return digest

    def end(self, seat: str) -> None:
        """End a seat; whatever is freshened after this in the same batch is sealed to it no more."""
        self.act("end", seat_of=seat)
        if seat in self.replica.trust.seats:
            self._ended[seat] = replace(self.replica.trust.seats[seat], ended=self.now)

    def seat(self, token: Token) -> str:
        """Make the seat of the letter that carries `token`; returns its id. The token is its first epoch."""
        return self._start("seat", Epoch(token.seat_seed), [], [], ["self"])

    def invite(
        self, token: Token, seat: str, role: str, circles: Iterable[str], host: str, deadline: int,
        starts: int = 0, ends: int = 0,
    ) -> None:  # fmt: skip
        """Invite to a seat made before: what it may act for, from when to when, and until when the letter holds."""
        root = self.replica.trust.root
        self.act(
            "invitation",
            lambda digest: invitation_mac(token, root, digest, host),
            **{"circles": sorted(circles), "deadline": deadline, "from": starts, "locator": token.locator,
               "role": role, "seat_of": seat, "sign": b64(token.signing.public), "until": ends},
        )  # fmt: skip

    # -- circles -----------------------------------------------------------------------------------------

    def start(self, kind: str, readers: Iterable[str], managers: list[str], writers: list[str]) -> str:
        """Start a circle read by other circles (ids); returns its id."""
        entries = sorted((self.reader(circle) for circle in readers), key=lambda reader: str(reader["ref"]))
        return self._start(kind, Epoch(fresh(_SEED)), entries, managers, writers)

    def add(self, circle: str, readers: Iterable[str], ends: int = 0) -> None:
        """Let more circles or seats read an open circle: a change that keeps the epoch."""
        state = self.circle(circle)
        before = self.readers(circle)
        known = {reader["ref"] for reader in before}
        added = [self.reader(ref, ends) for ref in readers if f"c:{ref}" not in known]
        if added:
            lists = sorted(before + added, key=lambda reader: str(reader["ref"]))
            self._link(state, "change", self._newest_epoch(state), lists, added)

    def exchange(self, circle: str, out: Iterable[str], into: Iterable[str], writers: list[str] | None = None) -> None:
        """Let circles or seats go and others come: one change with a new epoch and a closed log, or none.

        Who goes neither manages nor writes it any more. writers: who writes from now on, if that changes.
        """
        leaving, before = {f"c:{ref}" for ref in out}, self.readers(circle)
        kept = [self._refreshed(reader) for reader in before if reader["ref"] not in leaving]
        known = {reader["ref"] for reader in kept}
        added = [self.reader(ref) for ref in into if f"c:{ref}" not in known]
        if added or len(kept) < len(before):
            lists = sorted(kept + added, key=lambda reader: str(reader["ref"]))
            state = self.circle(circle)
            rights = {key: [ref for ref in state.head[key] if f"c:{ref}" not in leaving] for key in _RIGHTS}
            rights |= {} if writers is None else {"writers": writers}
            self._link(state, "change", Epoch(fresh(_SEED)), lists, lists, rights)

    def freshen(self, circle: str) -> None:
        """Do the rotations that are due for this circle and for those nested in it, innermost first."""
        if not self.may_rotate(circle):
            return
        readers = self.readers(circle)
        for reader in readers:
            if str(reader["ref"]).startswith("c:") and str(reader["ref"])[2:] in self.replica.circles:
                self.freshen(str(reader["ref"])[2:])
        if self.is_due(circle):
            kept = [self._refreshed(reader) for reader in remaining(readers, self._seats(), self.now)]
            self._link(self.circle(circle), "rotate", Epoch(fresh(_SEED)), kept, kept)

    def is_due(self, circle: str) -> bool:
        """Whether signed facts demand a rotation of this circle itself, whatever is due inside it."""
        readers = self.readers(circle)
        states = [state for reader in readers if (state := self._state(str(reader["ref"])[2:]))]
        newest = {state.id: (state.hash, int(state.head["epoch"])) for state in states}
        pinned = {digest: int(head["epoch"]) for state in states for digest, head in state.links}
        return is_due(readers, newest, pinned, self._seats(), self.now)

    def may_rotate(self, circle: str) -> bool:
        """Whether the author manages or writes a circle that this batch has not made or renewed."""
        state, seat = self._state(circle), self.replica.trust.seats.get(self.author.seat)
        if state is None or seat is None or circle in self._made or state.kind == "seat":
            return False
        return seat.acts_for(state.head["managers"] + state.head["writers"], circle)

    def reader(self, circle: str, ends: int = 0) -> Reader:
        """The entry by which a circle or seat stands in a reader list: its newest link is the pin."""
        state = self.circle(circle)
        return {"box": state.head["box"], "from": 0, "hash": state.hash, "ref": f"c:{circle}", "until": ends}

    def readers(self, circle: str) -> list[Reader]:
        """The newest reader list of a circle."""
        if circle not in self._lists:
            if self._ask is None:
                raise Refused("not-a-writer", circle=circle)
            self._lists[circle] = self._ask(circle)
        return self._lists[circle]

    def circle(self, circle: str) -> Circle:
        """A circle as this batch leaves it; raises Refused("unproven")."""
        state = self._state(circle)
        if state is None:
            raise Refused("unproven", circle=circle)
        return state

    # -- records -----------------------------------------------------------------------------------------

    def record(
        self, circle: str, kind: str, body: Body, record_id: str = "", replaces: Item | None = None, time: int = 0,
        offer: Terms | None = None, blobs: Iterable[str] | None = None,
    ) -> str:  # fmt: skip
        """Seal a record for a circle, after the rotations that are due; `offer`: what it offers. Returns its id.

        blobs: the files it lists; None: those that its body names.
        """
        self.freshen(circle)
        state = self.circle(circle)
        head = self._record_head(state, kind, record_id, replaces, time, named_blobs(body) if blobs is None else blobs)
        epoch = self._newest_epoch(state)
        record = seal_record(self.author.signer, epoch.content, head, _encode(body))
        self._append(record, circle, Entry(offer=offer))
        return str(head["id"])

    def letter(
        self, kind: str, body: Body, to: Iterable[str], record_id: str = "", replaces: Item | None = None,
        seats: Mapping[str, str] = {}, until: int = 0, hold: int = 0, claim: Claim | None = None,
        blobs: Iterable[str] | None = None, time: int = 0,
    ) -> str:  # fmt: skip
        """Seal a letter from the author's own seat to circles or seats; returns its id.

        seats: seat -> box key of its first epoch, of classmates' parents whose chain this person does not get; until:
        ms from when on nobody gets it, 0 = for good; hold: for how many ms the server keeps it to itself first; claim:
        what it takes; blobs: the files it lists, None: those that its body names; time: when it was said, 0 = now.
        """
        state = self.circle(self.author.seat)
        head = self._record_head(state, kind, record_id, replaces, time, named_blobs(body) if blobs is None else blobs)
        boxes = [self.circle(circle) for circle in {*to, self.author.seat}]
        if any(box.kind in UNANSWERED for box in boxes):
            raise Refused("bad-letter")
        recipients = [(f"c:{box.id}", int(box.head["epoch"]), str(box.head["box"])) for box in boxes]
        known = {box.id for box in boxes}
        recipients += [self._unseen(seat, first) for seat, first in seats.items() if seat not in known]
        letter = seal_letter(self.author.signer, head, _encode(body), recipients, until)
        self._append(letter, state.id, Entry(hold=hold, claim=claim))
        return str(head["id"])

    def delete(self, item: Item) -> None:
        """Delete a record: its ciphertext goes, its place stays."""
        self.freshen(item.circle)
        head = self._record_head(self.circle(item.circle), "gone", item.id, item, 0)
        self._append(gone(self.author.signer, head), item.circle)

    def _unseen(self, seat: str, first: str) -> tuple[str, int, str]:
        """A seat as a recipient: by its second epoch where that is proven, else by its first, which opens from it.

        So a parent who never showed themselves looks the same as one who never joined.
        """
        proven = self.replica.trust.seats.get(seat)
        return (f"c:{seat}", 2, proven.opens) if proven and proven.opens else (f"c:{seat}", 1, first)

    # -- inside ------------------------------------------------------------------------------------------

    def _state(self, circle: str) -> Circle | None:
        state = self._made.get(circle) or self.replica.circles.get(circle)
        return state if state and state.links else None

    def _newest_epoch(self, state: Circle) -> Epoch:
        number = int(state.head["epoch"])
        epoch = state.epochs.get(number) or self.replica.epoch(state.id, number)
        if epoch is None:
            raise Refused("wrong-key", circle=state.id)
        return epoch

    def _seats(self) -> dict[str, Seat]:
        """The seats as far as known by now: asking for a reader list may have proven more of them."""
        return {**self.replica.trust.seats, **self._ended}

    def _refreshed(self, reader: Reader) -> Reader:
        state = self._state(str(reader["ref"])[2:])
        return {**reader, "box": state.head["box"], "hash": state.hash} if state else reader

    def _start(self, kind: str, epoch: Epoch, readers: list[Reader], managers: list[str], writers: list[str]) -> str:
        head = {"author": self.author.name, "box": epoch.public, "circle": "", "closed": [], "epoch": 1, "kind": kind,
                "managers": managers, "n": 1, "open": 1, "previous": "", "readers": readers_hash(readers),
                "seat": self.author.seat, "sort": "genesis", "time": self.now, "writers": writers}  # fmt: skip
        link = sign_link(self.author.signer, head)
        circle = link_hash(link["head"])
        self._made[circle] = Circle(circle, kind, [(circle, {**head, "v": 1})], epochs={1: epoch})
        self._append_link(circle, link, readers, readers, epoch, "")
        return circle

    def _link(
        self, state: Circle, sort: str, epoch: Epoch, readers: list[Reader], granted: list[Reader],
        rights: Mapping[str, list[str]] = {},
    ) -> None:  # fmt: skip
        old = self._newest_epoch(state)
        grows = epoch.public != old.public
        number = int(state.head["epoch"]) + int(grows)
        head = {**state.head, "author": self.author.name, "box": epoch.public, "circle": state.id, "epoch": number,
                "closed": self._closing(state) if grows else [], "n": int(state.head["n"]) + 1, "previous": state.hash,
                "readers": readers_hash(readers), "seat": self.author.seat, "sort": sort, "time": self.now}  # fmt: skip
        head |= rights
        link = sign_link(self.author.signer, head)
        history = seal_history(epoch, old, state.id, number) if grows else ""
        links = [*state.links, (link_hash(link["head"]), head)]
        self._made_from(state, links, number, epoch)
        self._append_link(state.id, link, readers, granted, epoch, history)

    def _made_from(self, state: Circle, links: list[tuple[str, Head]], number: int, epoch: Epoch) -> None:
        self._made[state.id] = Circle(
            state.id, state.kind, links, epochs={**state.epochs, number: epoch}, tips=state.tips, place=state.place,
            reads=state.reads,
        )  # fmt: skip

    def _append_link(
        self, circle: str, link: dict[str, str], readers: list[Reader], granted: list[Reader], epoch: Epoch,
        history: str,
    ) -> None:  # fmt: skip
        grants = {str(reader["ref"]): grant(epoch, str(reader["box"])) for reader in granted}
        self._lists[circle] = readers
        self._log(circle, link_hash(link["head"]))
        self.entries.append(Entry(link=Link(**link, readers=readers, grants=grants, history=history)))

    def _record_head(
        self, state: Circle, kind: str, record_id: str, replaces: Item | None, time: int, blobs: Iterable[str] = ()
    ) -> Head:
        return {
            "author": self.author.name, "blobs": sorted(set(blobs)), "circle": state.id, "epoch": state.head["epoch"],
            "id": replaces.id if replaces else record_id or b64(fresh(_ID)), "kind": kind,
            "replaces": replaces.hash if replaces else "", "revision": replaces.head["revision"] + 1 if replaces else 1,
            "seat": self.author.seat, "seen": self._seen(self.replica.circles.get(state.id)), "time": time or self.now,
        }  # fmt: skip

    def _seen(self, state: Circle | None) -> list[Any]:
        if state is None or not state.place or state.place not in state.tips:
            return []
        return [state.place, state.tips[state.place]]

    def _closing(self, state: Circle) -> list[Any]:
        """Where the log stands once the entries before this one are in: what comes later is of a newer epoch."""
        return self._logs.get(state.id) or self._seen(state)

    def _log(self, circle: str, entry: str) -> None:
        state = self.replica.circles.get(circle)
        place, tip = (state and self._closing(state)) or (0, "")
        if tip:
            self._logs[circle] = [place + 1, next_tip(tip, entry)]

    def _append(self, record: dict[str, Any], circle: str, beside: Entry | None = None) -> None:
        """Append a record with what its entry says beside it."""
        self._log(circle, record_hash(record))
        entry = beside or Entry()
        entry.record = msgspec.convert(record, Record)
        self.entries.append(entry)


def named_blobs(body: object) -> set[str]:
    """The ids of all files that a body names, wherever in it: every object with a `blob` and its `key`."""
    if isinstance(body, dict):
        own = {str(body["blob"])} if {"blob", "key"} <= body.keys() else set()
        return own.union(*map(named_blobs, body.values()))
    return set().union(*map(named_blobs, body)) if isinstance(body, list | tuple) else set()


def _encode(body: Body) -> bytes:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
