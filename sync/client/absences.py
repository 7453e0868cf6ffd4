"""Absences as people use them: report, take back, get better; the teacher's and the office's board of a day; leave.

Invariants: what is reported keeps the time at which it was written; the free text reaches the team and the office and
nobody else; a report that staff have noted is no more taken back, only ended.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from crypto.encoding import b64
from crypto.random import fresh
from sync.batch import Batch
from sync.chains import Item
from sync.client.blobs import Part, listed
from sync.client.lunch import call_off
from sync.client.office import Group, groups
from sync.client.pickups import overruling, word_on
from sync.client.session import Session
from sync.said import overtaken

Body = dict[str, Any]


@dataclass(frozen=True)
class Row:
    """A pupil on the board of a day: what was said about it, and what the register says."""

    child: str
    name: str
    absences: tuple[Item, ...]
    remarks: tuple[str, ...]
    noted: bool
    mark: str
    missing: bool
    pickup: str
    pickup_was: str
    """Who was to fetch it before, if that changed or was taken back."""


def is_absent(body: Body, day: str, time: str = "") -> bool:
    """Whether an absence covers a day or, of a part of a day, that time of it."""
    if day < body["from"] or (body["until"] and day > body["until"]) or (body.get("better") and day >= body["better"]):
        return False
    if body.get("weekly") and date.fromisoformat(day).weekday() != date.fromisoformat(body["from"]).weekday():
        return False
    return not time or body.get("start", "00:00") <= time < body.get("end", "24:00")


def allowed(body: Body, role: str, noted: bool, day: str) -> set[str]:
    """What somebody may still do with an absence on a day: `withdraw`, `change`, `end` (better, or longer)."""
    if role in ("teacher", "office") or (not noted and body["from"] >= day):
        return {"withdraw", "change", "end"}
    return {"end"}


def report(
    session: Session, children: Iterable[str], reason: str, first: str, until: str | None = None, text: str = "",
    written: int = 0, **more: Any,
) -> list[str]:  # fmt: skip
    """Say that children are not at school; until: `first` if left out, "" for an open end; returns the record ids.

    text: for the team and the office only. more: `start`, `end`, `weekly`. written: ms, when it was queued.
    """
    body = {"reason": reason, "from": first, "until": first if until is None else until,
            "written": written or session.clock(), **more}  # fmt: skip
    ids = {child: (b64(fresh(16)), b64(fresh(16))) for child in children}
    for child, (absence, remark) in ids.items():
        session.write(Report(session, child, body, text, absence, remark), session.seat(circle=child))
    return [absence for absence, _ in ids.values()]


def enclose(session: Session, absence: str, files: Iterable[Part]) -> None:
    """Add files to a report, for the team and the office only: parts of files that were uploaded for the own seat."""
    item, record = session.replica.items[absence], b64(fresh(16))
    body = {"absence": absence, "child": item.circle, "text": "", **listed(files)}
    session.write(
        lambda batch: batch.letter("remark", body, _staff_of(session, item.circle), record),
        session.seat(circle=item.circle),
    )


def change(session: Session, absence: str, **fields: Any) -> None:
    """Change an absence: `better` (the first day back), `until`, or anything while it is `allowed`."""
    item = session.replica.items[absence]

    def build(batch: Batch) -> None:
        newest = session.replica.items[absence]
        body = {**newest.body, **fields}
        batch.record(newest.circle, "absence", body, replaces=newest)
        call_off(session, batch, newest.circle, absence, body)

    session.write(build, session.seat(circle=item.circle))


def withdraw(session: Session, absence: str) -> None:
    """Take a report back, for everybody, and its remark with it."""
    item = session.replica.items[absence]

    def build(batch: Batch) -> None:
        own = session.replica.seats()
        for one in [one for one in session.replica.of_kind("remark") if one.body["absence"] == absence]:
            if one.head["seat"] in own:
                batch.delete(one)
        newest = session.replica.items[absence]
        batch.delete(newest)
        call_off(session, batch, newest.circle, absence, newest.body, withdrawn=True)

    session.write(build, session.seat(circle=item.circle))


def note(session: Session, absence: str) -> None:
    """Say that it was seen."""
    item, record = session.replica.items[absence], b64(fresh(16))
    if not is_noted(session, absence):
        body = {"absence": absence}
        session.write(lambda batch: batch.record(item.circle, "noted", body, record), session.seat(circle=item.circle))


def is_noted(session: Session, absence: str) -> bool:
    """Whether somebody of the staff has seen it."""
    return any(item.body["absence"] == absence for item in session.replica.of_kind("noted"))


def close_register(session: Session, group: Group, day: str, marks: dict[str, str], pressed: int = 0) -> list[str]:
    """Write down who is there; who is absent and nobody said so is missed: their guardians hear at once.

    marks: of whom it is said now, at `pressed` (ms; 0: this moment); whoever was found since then stays found.
    Returns the children who are missed.
    """
    at = pressed or session.clock()
    ids = {one: b64(fresh(16)) for one in ("", *(row.child for row in board(session, group, day)))}
    missed = list[str]()

    def build(batch: Batch) -> None:
        rows, all_marks = board(session, group, day), _merged(session, group, day, marks, at)
        body = {"date": day, "marks": all_marks, "closed": batch.now}
        batch.record(group.register, "day", body, ids[""], replaces=_day(session, group, day))
        absent = [row.child for row in rows if all_marks.get(row.child) == "absent" and not row.absences]
        missed[:] = [child for child in absent if _raises(session, child, day, at if child in marks else 0)]
        for child in missed:
            batch.record(child, "noshow", {"date": day, "raised": batch.now}, ids[child])
        for item in [one for row in rows for one in row.absences if not is_noted(session, one.id)]:
            batch.record(item.circle, "noted", {"absence": item.id})

    session.write(build, session.seat(circle=group.register))
    return missed


def arrive(session: Session, group: Group, child: str, day: str, how: str = "late", pressed: int = 0) -> None:
    """A missed child is there after all: the alarm ends for everybody.

    pressed: ms, when it was queued: no word about an alarm that was raised after it.
    """
    at = pressed or session.clock()

    def build(batch: Batch) -> None:
        if any(overtaken(item.body["raised"], at, batch.now) for item in _missing(session, child, day)):
            return
        before = _day(session, group, day)
        marks = {**(before.body["marks"] if before else {}), child: "late" if how == "late" else "present"}
        body = {**(before.body if before else {"date": day}), "marks": marks}
        batch.record(group.register, "day", body, replaces=before)
        for item in _missing(session, child, day):
            batch.record(child, "noshow", {**item.body, "resolved": at, "how": how}, replaces=item)

    session.write(build, session.seat(circle=group.register))


def alarms(session: Session, day: str) -> list[Item]:
    """The children that are missed today and of whom nobody has said anything since."""
    return [
        item
        for item in session.replica.of_kind("noshow")
        if item.body["date"] == day and not item.body.get("resolved") and not _absences(session, item.circle, day)
    ]


def board(session: Session, group: Group, day: str) -> list[Row]:
    """The pupils of a group on a day, as the team and the office see them."""
    marks = found.body["marks"] if (found := _day(session, group, day)) else {}
    pupils = sorted(session.replica.of_kind("pupil", circle=group.register), key=lambda item: str(item.body["first"]))
    return [_row(session, item.body, day, marks) for item in pupils]


def ask_leave(
    session: Session, child: str, first: str, until: str, kind: str, text: str, files: Iterable[Part] = ()
) -> str:
    """Ask for leave; the reasons, and the files beside them, go to the office only. Returns the record's id."""
    ids = b64(fresh(16)), b64(fresh(16))
    office = session.replica.trust.charter["office"]

    def build(batch: Batch) -> None:
        batch.record(child, "leave", {"from": first, "until": until, "kind": kind, "written": batch.now}, ids[0])
        batch.letter("plea", {"leave": ids[0], "child": child, "text": text, **listed(files)}, [office], ids[1])

    session.write(build, session.seat(circle=child))
    return ids[0]


def decide(session: Session, leave: str, granted: bool, reason: str) -> None:
    """Decide about a leave, with the reason that the guardians read."""
    item, record = session.replica.items[leave], b64(fresh(16))
    body = {"leave": leave, "granted": int(granted), "reason": reason}
    session.write(lambda batch: batch.record(item.circle, "decision", body, record), session.seat("office"))


def decision(session: Session, leave: str) -> Item | None:
    """What was decided about a leave."""
    return next((one for one in session.replica.of_kind("decision") if one.body["leave"] == leave), None)


def fetched_by(session: Session, child: str, day: str, name: str, relation: str = "", written: int = 0) -> None:
    """Say that somebody else fetches the child on a day, or with name "" that nobody else does after all.

    written: ms, when it was queued: the newest word holds.
    """
    record, body = b64(fresh(16)), {"date": day, "name": name, "relation": relation}

    def build(batch: Batch) -> None:
        over = overruling(session.replica.of_kind("pickup", circle=child), day, batch.now)
        batch.record(child, "pickup", {**body, **over}, record, time=written)

    session.write(build, session.seat(circle=child))


class Report:
    """One child's report, with its remark; ids come from outside, so that it can be tried again."""

    def __init__(self, session: Session, child: str, body: Body, text: str, absence: str, remark: str) -> None:
        self.session, self.child, self.body, self.text = session, child, body, text
        self.absence, self.remark = absence, remark

    def __call__(self, batch: Batch) -> None:
        """Write it."""
        if self.absence in self.session.replica.items:
            return
        batch.record(self.child, "absence", self.body, self.absence)
        if self.text:
            body = {"absence": self.absence, "child": self.child, "text": self.text}
            batch.letter("remark", body, _staff_of(self.session, self.child), self.remark)
        call_off(self.session, batch, self.child, self.absence, self.body)


def _staff_of(session: Session, child: str) -> list[str]:
    """The teams of a child's groups, and the office."""
    profile = next(iter(session.replica.of_kind("profile", circle=child)))
    known = groups(session)
    teams = [known[name].team for name in profile.body["groups"] if name in known]
    return [*teams, session.replica.trust.charter["office"]]


def _row(session: Session, pupil: Body, day: str, marks: dict[str, str]) -> Row:
    child = str(pupil["child"])
    found = tuple(_absences(session, child, day))
    ids = {item.id for item in found}
    said = (one.body["text"] for one in session.replica.of_kind("remark") if one.body["absence"] in ids)
    remarks = tuple(text for text in said if text)
    name = " ".join(part for part in (pupil["first"], pupil["particle"], pupil["last"]) if part)
    noted = bool(found) and all(is_noted(session, item.id) for item in found)
    missing = bool(_missing(session, child, day)) and not found
    pickup = word_on(session.replica.of_kind("pickup", circle=child), day)
    return Row(child, name, found, remarks, noted, marks.get(child, ""), missing, *pickup)


def _absences(session: Session, child: str, day: str) -> list[Item]:
    return [item for item in session.replica.of_kind("absence", circle=child) if is_absent(item.body, day)]


def _merged(session: Session, group: Group, day: str, marks: dict[str, str], at: int) -> dict[str, str]:
    """The marks of a register: what is said now and still holds, else what it says already."""
    before = _day(session, group, day)
    known = dict(before.body["marks"]) if before else {}
    return {**marks, **known, **{child: mark for child, mark in marks.items() if _stands(session, child, day, at)}}


def _stands(session: Session, child: str, day: str, at: int) -> bool:
    """Whether what was said of a child at a time still holds: nobody has found the child since."""
    return all(not one.body.get("resolved") or one.body["resolved"] < at for one in _noshows(session, child, day))


def _raises(session: Session, child: str, day: str, at: int) -> bool:
    """Whether parents are to hear that a child is missed: never again for one that was found, unless said anew."""
    return not _noshows(session, child, day) or (not _missing(session, child, day) and _stands(session, child, day, at))


def _noshows(session: Session, child: str, day: str) -> list[Item]:
    return [item for item in session.replica.of_kind("noshow", circle=child) if item.body["date"] == day]


def _missing(session: Session, child: str, day: str) -> list[Item]:
    return [item for item in _noshows(session, child, day) if not item.body.get("resolved")]


def _day(session: Session, group: Group, day: str) -> Item | None:
    return next((one for one in session.replica.of_kind("day", circle=group.register) if one.body["date"] == day), None)
