"""One person's copy of the school: verified, opened, and never rolled back.

`apply` takes the pages and frames a server sends and believes none of it: every link must continue its circle's
chain with an author who may, every record must be signed by a proven seat with the right to write it, every log
must continue the tip this copy knows. What fails is left out and noted in `alarms`; a log that contradicts itself
raises Refused("forked"). Pure: no network, no clock.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import msgspec

from crypto import heads
from crypto.circle import Epoch, link_hash, open_grant, open_history
from crypto.circle import check_link as check_link_signature
from crypto.encoding import unb64
from crypto.envelope import check_record as check_record_signature
from crypto.envelope import letter_key, open_copy, open_record, record_hash
from crypto.errors import CryptoError
from crypto.identity import Identity
from sync.chains import Circle, Item, inner_first, is_ahead
from sync.circles import NESTS, check_link, near_life
from sync.claims import leave, recount, restate
from sync.errors import Refused
from sync.messages import Frame, LinkAt, OfferAt, Page, Past, RecordAt
from sync.modules import KINDS
from sync.policy import First, check_right
from sync.trust import Trust
from sync.withholding import circles_of, let_go, marked

Head = dict[str, Any]


class Replica:
    """The copy of one person (`identity`, `person` id) of the school that `trust` proves."""

    def __init__(self, identity: Identity, person: str, trust: Trust) -> None:
        self.identity, self.person, self.trust = identity, person, trust
        self.circles: dict[str, Circle] = {}
        self.items: dict[str, Item] = {}
        self.offers: dict[str, OfferAt] = {}
        self.alarms: list[tuple[str, str]] = []
        self.cursor = ""
        self._gone: set[str] = set()
        self._floors: dict[str, int] = {}
        self._settled: dict[str, int] = {}
        self._waiting: list[RecordAt] = []

    def apply(self, page: Page) -> list[Item]:
        """Take a page; returns the items that are new or changed. Raises Refused: `forked`, `gap`, `wrong-school`."""
        self.trust.extend(page.acts)
        self.trust.admit(page.seats)
        for circle in page.left:
            self._purge(circle)
        for joined in page.joined:
            self.circles.setdefault(joined.circle, Circle(joined.circle)).join(joined)
        waited, self._waiting = self._waiting, []
        changed = self._entries(page.links, waited + page.records, more=not page.done)
        changed += [self.items[one] for one in restate(self.offers, page.offers) if one in self.items]
        self.cursor = page.cursor
        if page.done:
            self._settle()
        return changed

    def take(self, frame: Frame) -> list[Item] | None:
        """Take a live frame; None if something is missing before it and `sync` must be asked."""
        self.trust.admit(frame.seats)
        if any(is_ahead(self.circles.get(entry.circle), entry) for entry in frame.records):
            return None
        recount(self.offers, frame.counts)
        return self._entries([], frame.records)

    def prepend(self, circle: str, past: Past) -> list[Item]:
        """Take older records of a circle (newest first); raises Refused unless they lead up to what is known."""
        self.trust.admit(past.seats)
        if past.records:
            self.circles[circle].lead_up(past)
        changed = [item for record in past.records if (item := self._tried(record))]
        self.circles[circle].before = past.before
        return changed

    def epoch(self, circle: str, number: int) -> Epoch | None:
        """An epoch's keys if this person can open it: by a grant, or back from a later epoch."""
        state = self.circles[circle]
        if number not in state.epochs and (found := self._granted(state, number) or self._remembered(state, number)):
            if found.public != state.head_of(number)["box"]:
                raise Refused("swapped-key", circle=circle)
            state.epochs[number] = found
        return state.epochs.get(number)

    def of_kind(self, *kinds: str, circle: str = "") -> Iterator[Item]:
        """The items of these kinds, of one circle or of all."""
        return (item for item in self.items.values() if item.kind in kinds and circle in ("", item.circle))

    def letter_key(self, record: dict[str, Any]) -> bytes:
        """The key of a letter that reached this person; raises Refused("wrong-key")."""
        for ref, number, _ in record["boxes"]:
            if ref[2:] in self.circles and (epoch := self.epoch(ref[2:], number)):
                return letter_key(epoch.box, ref, record)
        raise Refused("wrong-key")

    def expire(self, now: int) -> None:
        """Forget the letters that are over at `now` (ms), whatever the server does."""
        self.items = {key: item for key, item in self.items.items() if not 0 < item.until <= now}

    def seats(self) -> list[str]:
        """The person's own seats."""
        return [seat.id for seat in self.trust.seats.values() if seat.person == self.person]

    # -- circles and links -------------------------------------------------------------------------------

    def _settle(self) -> None:
        """Note who has left and where the logs stand: from here on nobody of them writes, whatever day they claim."""
        self._gone = {seat.id for seat in self.trust.seats.values() if seat.ended}
        self._settled = {circle.id: circle.place for circle in self.circles.values() if circle.reads}

    def _purge(self, circle: str) -> None:
        self.circles.pop(circle, None)
        leave(self.offers, circle)
        self.items = {key: item for key, item in self.items.items() if self._reaches(item)}

    def _reaches(self, item: Item) -> bool:
        """Whether this person still reads an item's circle or, of a letter, one of those it was sealed to."""
        read = (self.circles.get(one) for one in (item.circle, *(ref[2:] for ref in item.refs)))
        return any(circle.reads for circle in read if circle)

    def _entries(self, links: list[LinkAt], records: list[RecordAt], more: bool = False) -> list[Item]:
        """Links first (records need their epochs), then the logs in order of place.

        more: another page follows at once, and may bring the keys that are missing yet.
        """
        hashes: dict[tuple[str, int], str] = {}
        for link in inner_first(links):
            hashes[link.circle, link.place] = self._add_link(link)
        for record in records:
            hashes[record.circle, record.place] = record.hash
        for (circle, place), entry in sorted(hashes.items(), key=lambda one: one[0][1]):
            if circle in self.circles:
                self.circles[circle].advance(place, entry)
        if empty := {(record.circle, record.place) for record in records if record.record is None}:
            let_go(self.items, self._floors, empty, self.circles)
        return [item for record in records if (item := self._tried(record, more))]

    def _add_link(self, entry: LinkAt) -> str:
        text = entry.link.head
        digest = link_hash(text)
        head = heads.read_head(text, heads.LINK)
        circle = self.circles.setdefault(entry.circle, Circle(entry.circle, head["kind"]))
        circle.kind = head["kind"]
        if head["n"] <= len(circle.links):
            if circle.links[head["n"] - 1][0] != digest:
                raise Refused("forked", circle=circle.id)
        else:
            self._check_link(circle, entry, head, digest)
            circle.links.append((digest, head))
        circle.grants.setdefault(head["epoch"], {}).update(entry.link.grants)
        if entry.link.history:
            circle.history[head["epoch"]] = entry.link.history
        return digest

    def _check_link(self, circle: Circle, entry: LinkAt, head: Head, digest: str) -> None:
        if (head["circle"] or digest) != circle.id:
            raise Refused("bad-link", circle=circle.id)
        before = circle.links[-1] if circle.links else None
        author = self.trust.seat(head["seat"]) if head["seat"] else None
        if head["author"] == "invitation":
            public = unb64(self.trust.seat(circle.id).invited)
        else:
            public = author.sign if author else self.trust.root
        check_link_signature(public, msgspec.to_builtins(entry.link))
        if author and author.id in self._gone and entry.place > self._settled.get(circle.id, entry.place):
            raise Refused("backdated", circle=circle.id)
        check_link(head, before, author, now=near_life(author, head["time"]))

    def _granted(self, circle: Circle, number: int) -> Epoch | None:
        public = circle.head_of(number)["box"]
        for ref, sealed in circle.grants.get(number, {}).items():
            boxes = [self.identity.box] if ref == f"p:{self.person}" else self._boxes(ref[2:])
            for box in boxes:
                try:
                    return open_grant(box, sealed, public)
                except CryptoError as error:
                    if error.code == "tampered":
                        raise Refused("swapped-key", circle=circle.id) from error
        return None

    def _boxes(self, circle: str) -> Iterator[Any]:
        if circle in self.circles:
            for _, head in reversed(self.circles[circle].links):
                if found := self.epoch(circle, head["epoch"]):
                    yield found.box

    def _remembered(self, circle: Circle, number: int) -> Epoch | None:
        later = number + 1
        if later not in circle.history or (epoch := self.epoch(circle.id, later)) is None:
            return None
        return open_history(epoch, circle.history[later], circle.id, later)

    # -- records -----------------------------------------------------------------------------------------

    def _tried(self, entry: RecordAt, more: bool = False) -> Item | None:
        circle = self.circles.get(entry.circle)
        if entry.record is None or (circle and circle.reads and entry.place not in circle.tips):
            return None  # nothing to open, or older than what leads up to a known tip: `prepend` will bring it
        try:
            return self._take_record(entry)
        except (Refused, CryptoError, ValueError, KeyError) as error:
            code = getattr(error, "code", "malformed")
            if more and code == "wrong-key":
                self._waiting.append(entry)
            else:
                self.alarms.append((code, f"{entry.circle}/{entry.place}"))
            return None

    def _take_record(self, entry: RecordAt) -> Item | None:
        record = msgspec.to_builtins(entry.record)
        head = heads.read_head(record["head"], heads.RECORD)
        check_record_signature(self.trust.seat(head["seat"]).sign, record)
        digest = record_hash(record)
        if digest != entry.hash or head["circle"] != entry.circle:
            raise Refused("forked", circle=entry.circle)
        known = self.items.get(head["id"])
        if (again := marked(known, entry, digest)) is not None:
            self.items[again.id] = again
            return again
        if head["revision"] < max(self._floors.get(head["id"], 0), known.head["revision"] + 1 if known else 0):
            return None
        self._check_record(entry, head, known)
        refs = tuple(box[0] for box in record["boxes"])
        more = (self._open(record, head), refs, record if refs else None, circles_of(entry))
        item = Item(head["id"], entry.circle, entry.place, digest, head, *more)
        if head["kind"] == "gone":
            self.items.pop(head["id"], None)
        else:
            self.items[head["id"]] = item
        self._compare_seen(head)
        return item

    def _check_record(self, entry: RecordAt, head: Head, known: Item | None) -> None:
        seat = self.trust.seat(head["seat"])
        circle = self.circles.get(entry.circle)
        if circle and circle.links:
            link = circle.head_of(head["epoch"])
            late = head["seat"] in self._gone and entry.place > self._settled.get(circle.id, entry.place)
            if late or circle.is_closed(head["epoch"], entry.place):
                raise Refused("backdated", circle=circle.id)
        elif head["circle"] == head["seat"] and head["letter"]:
            link = {"kind": "seat", "managers": [], "writers": ["self"]}
        else:
            raise Refused("unproven", circle=entry.circle)
        if not seat.alive(head["time"]) or link["kind"] in NESTS:
            raise Refused("not-a-writer")
        first = _first(known)
        if first and head["revision"] == first.revision + 1 and head["replaces"] != first.hash:
            raise Refused("stale-revision")
        if first and (first.circle != head["circle"] or head["kind"] not in ("gone", first.kind)):
            raise Refused("wrong-author")
        if head["kind"] != "gone" or first:
            check_right(head, link, entry.circle, seat, first, KINDS)

    def _open(self, record: dict[str, Any], head: Head) -> dict[str, Any]:
        if head["kind"] == "gone":
            return {}
        data = self._open_letter(record) if head["letter"] else self._open_record(record, head)
        try:
            body = json.loads(data)
        except RecursionError:
            raise Refused("malformed") from None
        if not isinstance(body, dict):
            raise Refused("malformed")
        return body

    def _open_record(self, record: dict[str, Any], head: Head) -> bytes:
        epoch = self.epoch(head["circle"], head["epoch"])
        if epoch is None:
            raise Refused("wrong-key", circle=head["circle"])
        return open_record(epoch.content, record)

    def _open_letter(self, record: dict[str, Any]) -> bytes:
        return open_copy(self.letter_key(record), record)

    def _compare_seen(self, head: Head) -> None:
        circle = self.circles.get(head["circle"])
        if not head["seen"] or circle is None or not circle.reads:
            return
        place, tip = head["seen"]
        if place > circle.place or circle.tips.get(place, tip) != tip:
            raise Refused("forked", circle=circle.id)


def _first(known: Item | None) -> First | None:
    if known is None:
        return None
    return First(known.head["author"], known.circle, known.kind, known.head["revision"], known.hash)
