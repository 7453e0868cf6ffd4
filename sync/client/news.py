"""News as people use it: post, change, delete, read, see who has read, remind the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from crypto.encoding import b64
from crypto.random import fresh
from sync.batch import Batch
from sync.chains import Item
from sync.client.session import Session

Body = dict[str, Any]


def post(session: Session, circles: Iterable[str], title: str, text: str, **options: Any) -> str:
    """Post to circles (school, groups, children); returns the post's id. Options as in the descriptor.

    `held` (ms): not shown to others before that time; `urgent`: whoever sleeps is told at once, whatever they chose;
    `files`: the parts of files that were uploaded for the first of the circles.
    """
    post_id, held = b64(fresh(16)), int(options.pop("held", 0))
    targets = {circle: b64(fresh(16)) for circle in circles}
    body = {"post": post_id, "title": title, "text": text, "receipts": _receipts(session, list(targets)), **options}
    alarms = {circle: b64(fresh(16)) for circle in targets if options.get("urgent")}

    def build(batch: Batch) -> None:
        _post(batch, targets, body, held)
        for circle, record in alarms.items():
            batch.record(circle, "alarm", {"post": post_id, "title": title}, record)

    session.write(build, _seat(session, list(targets)))
    return post_id


def change(session: Session, post_id: str, **fields: Any) -> None:
    """Change a post everywhere; readers see that it was changed. New `files` are those of its first circle's."""

    def build(batch: Batch) -> None:
        for item in posts(session, post_id):
            amend(batch, item, fields)

    session.write(build, _own_seat(session, post_id))


def amend(batch: Batch, item: Item, fields: Mapping[str, Any]) -> None:
    """Change a record of a post; what nobody has seen yet keeps its hour, and was not changed for anybody."""
    is_held = item.head["time"] > batch.now
    changed = {} if is_held else {"changed": batch.now}
    time = item.head["time"] if is_held else 0
    batch.record(item.circle, "news", {**item.body, **fields, **changed}, replaces=item, time=time)


def delete(session: Session, post_id: str) -> None:
    """Delete a post everywhere."""

    def build(batch: Batch) -> None:
        for item in posts(session, post_id):
            batch.delete(item)

    session.write(build, _own_seat(session, post_id))


def news(session: Session) -> list[Item]:
    """The posts this person may read now, pinned first, then newest; one of each, whatever its circles."""
    now = session.clock()
    found: dict[str, Item] = {}
    for item in session.replica.of_kind("news"):
        if not item.body.get("expires") or item.body["expires"] > now:
            found.setdefault(item.body["post"], item)
    return sorted(found.values(), key=lambda item: (not item.body.get("pinned"), -item.head["time"]))


def posts(session: Session, post_id: str) -> list[Item]:
    """The records of one post, a circle each."""
    return [item for item in session.replica.of_kind("news") if item.body["post"] == post_id]


def read(session: Session, post_id: str, confirmed: bool = False) -> None:
    """Leave a receipt for whom the post names: opened, or confirmed as well."""
    item = posts(session, post_id)[0]
    body: Body = {"post": post_id, "opened": session.clock()}
    if confirmed:
        body["confirmed"] = session.clock()

    def build(batch: Batch) -> None:
        before = next((one for one in own_receipts(session) if one.body["post"] == post_id), None)
        if not before or (confirmed and not before.body.get("confirmed")):
            batch.letter("receipt", body, _heard_by(session, item), replaces=before)

    session.write(build, session.seat())


def _heard_by(session: Session, item: Item) -> list[str]:
    """Who is told that it was read: nobody of what the board wrote, whatever stands in it."""
    return [] if session.replica.circles[item.circle].kind == "board" else [item.body["receipts"]]


def own_receipts(session: Session) -> list[Item]:
    """The receipts this person left: what is read follows them over devices."""
    own = session.replica.seats()
    return [item for item in session.replica.of_kind("receipt") if item.head["seat"] in own]


def receipts(session: Session, post_id: str) -> dict[str, Item]:
    """Who has read a post, by seat, for those to whom the receipts are sealed."""
    found = (item for item in session.replica.of_kind("receipt") if item.body["post"] == post_id)
    return {item.head["seat"]: item for item in found}


def overview(session: Session, post_id: str) -> list[dict[str, Any]]:
    """By child: its name, its guardians with what they opened, and whether the family has read."""
    read_by = {session.replica.trust.seats[seat].person for seat in receipts(session, post_id)}
    families = []
    for pupil in pupils(session, [item.circle for item in posts(session, post_id)]):
        guardians = [{**guardian, "read": _person(session, guardian["seat"]) in read_by - {""}}
                     for guardian in pupil.body["guardians"]]  # fmt: skip
        families.append({**pupil.body, "guardians": guardians, "read": any(one["read"] for one in guardians)})
    return families


def pupils(session: Session, circles: Iterable[str]) -> list[Item]:
    """The register's pupils that the circles (groups, school, children) reach."""
    wanted = set(circles)
    registers = {act["register"] for act in session.replica.trust.groups if act["group"] in wanted}
    everyone = session.replica.trust.charter.get("school") in wanted
    found = {item.body["child"]: item for item in session.replica.of_kind("pupil")
             if everyone or item.circle in registers or item.body["child"] in wanted}  # fmt: skip
    return list(found.values())


def remind(session: Session, post_id: str) -> int:
    """Send a reminder to the guardians of families that have not read; returns how many."""
    missing = [guardian["seat"] for family in overview(session, post_id) if not family["read"]
               for guardian in family["guardians"]]  # fmt: skip
    body = {"post": post_id, "title": posts(session, post_id)[0].body["title"]}
    if missing:
        session.write(lambda batch: batch.letter("reminder", body, missing), _own_seat(session, post_id))
    return len(missing)


def _post(batch: Batch, targets: dict[str, str], body: Body, held: int) -> None:
    for circle, record in targets.items():
        batch.record(circle, "news", {"published": max(batch.now, held), **body}, record, time=held)


def _receipts(session: Session, circles: list[str]) -> str:
    """The circle that receives the receipts: the author's own team, the one group's team, or the office."""
    trust = session.replica.trust
    own = _seat(session, circles).circles
    teams = [act["team"] for act in trust.groups if act["team"] in own or circles == [act["group"]]]
    return str(teams[0] if teams else trust.charter["office"])


def _seat(session: Session, circles: list[str]) -> Any:
    return session.seat(circle=circles[0])


def _own_seat(session: Session, post_id: str) -> Any:
    return session.replica.trust.seats[posts(session, post_id)[0].head["seat"]]


def _person(session: Session, seat: str) -> str:
    known = session.replica.trust.seats.get(seat)
    return known.person if known else ""
