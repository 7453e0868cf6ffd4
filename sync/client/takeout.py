"""Taking everything along: what a guardian may keep of a child, or of all, in one open file.

Invariant: nothing but what is this family's own or was said to it. Other families' cards, staff's notes and registers
are not looked at; of photos only those that the album lets this person download, and its team is told as always. The
shape of `kring.json` is in `docs/takeout.md`.
"""

from __future__ import annotations

import io
import json
import unicodedata
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from crypto.encoding import b64
from sync.chains import Item
from sync.client import downloads, lunch, lunchcards, lunchrefunds
from sync.client.albumrecords import albums
from sync.client.blobs import Part, download
from sync.client.bookshelf import documents
from sync.client.chats import messages, threads
from sync.client.classmates import classmates
from sync.client.office import groups
from sync.client.session import Session
from sync.client.takeoutpage import page
from sync.zone import day_of

Body = dict[str, Any]
FORMAT, VERSION = "kring-takeout", 1
_STUCK = set('\\/:*?"<>|')
_LONGEST = 100


@dataclass(frozen=True)
class Kept:
    """A file of a takeout: its name in the zip, what the record says of it, and when it was written (ms)."""

    name: str
    part: Part
    time: int


@dataclass
class Takeout:
    """What is taken along: `kring.json` as data, the files that it names, and the photos of each album among them."""

    body: Body = field(default_factory=dict)
    files: list[Kept] = field(default_factory=list)
    photos: dict[str, list[str]] = field(default_factory=dict)

    def keep(self, part: Part, time: int, name: str = "") -> str:
        """Take a file along; returns its name in the zip."""
        plain = safe_name(name or part.get("name", "") or f"file.{str(part['type']).rpartition('/')[2]}")
        self.files.append(Kept(f"{len(self.files) + 1:04d} {plain}", part, time))
        return self.files[-1].name


def collect(session: Session, child: str = "") -> Takeout:
    """What this guardian may take along of one child (circle), or of all of theirs."""
    own = downloads.own_children(session)
    chosen = [child] if child else sorted(own)
    _read_past(session, chosen)
    found = Takeout()
    found.body = {
        "format": FORMAT, "version": VERSION, "made": session.clock(),
        "school": {"host": session.host, "root": b64(session.replica.trust.root)},
        "children": [_child(session, found, one) for one in chosen if one in own],
        "answers": [_answer(session, found, one) for one in _own_letters(session, "answer", chosen)],
        "threads": [_thread(session, found, one) for one in threads(session) if _belongs(session, one, chosen)],
        "lunch": _lunch(session),
    }  # fmt: skip
    return found


def pack(
    session: Session, found: Takeout, on_file: Callable[[int], bool] = lambda done: True, school: str = ""
) -> bytes:
    """Fetch the files and make the zip; `on_file` hears how many are done, and stops it by saying False (then b"")."""
    target = io.BytesIO()
    body = {**found.body, "school": {**found.body["school"], "name": school}}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as made:
        for done, file in enumerate(found.files):
            if not on_file(done):
                return b""
            made.writestr(_entry(file.name, file.time), download(session, file.part))
        made.writestr(_entry("kring.json", body["made"]), json.dumps(body, ensure_ascii=False, indent=1))
        made.writestr(_entry("index.html", body["made"]), page(body))
    for album in [one for one, photos in found.photos.items() if photos]:
        downloads.tell(session, album, found.photos[album])
    return target.getvalue()


def safe_name(name: str) -> str:
    """A name for one file in one folder: no way out of it, nothing that a system refuses, never empty."""
    plain = "".join(
        "-" if one in _STUCK else one for one in name if unicodedata.category(one) not in ("Cc", "Cf", "Cs")
    )
    stem, dot, ending = plain.strip(". ").rpartition(".")
    return f"{stem[:_LONGEST]}{dot}{ending[: _LONGEST if not dot else 12]}" or "-"


def _child(session: Session, found: Takeout, child: str) -> Body:
    profile = next((one.body for one in session.replica.of_kind("profile", circle=child)), {})
    return {
        **{key: profile.get(key, "") for key in ("first", "particle", "last", "born", "groups")}, "id": child,
        "absences": [_absence(session, one) for one in _in_order(session.replica.of_kind("absence", circle=child))],
        "leaves": [_leave(session, one) for one in _in_order(session.replica.of_kind("leave", circle=child))],
        "talks": [_talk(found, one) for one in reports(session, child)],
        "book": [_document(session, found, one) for one in documents(session) if _is_about(one, child)],
        "photos": list(_photos(session, found, child)),
    }  # fmt: skip


def reports(session: Session, child: str) -> list[Item]:
    """The reports of talks about a child that reach this person: those of their home, and those in its circle."""
    said = [one for one in session.replica.of_kind("talkreport") if one.body["child"] == child]
    return _in_order([*said, *session.replica.of_kind("talkfile", circle=child)])


def _absence(session: Session, item: Item) -> Body:
    """A report, with what this person wrote beside it: what others wrote reaches nobody but the school."""
    own = session.replica.seats()
    notes = [one for one in session.replica.of_kind("remark")
             if one.body["absence"] == item.id and one.head["seat"] in own and one.body["text"]]  # fmt: skip
    return {**item.body, **({"note": notes[0].body["text"]} if notes else {})}


def _leave(session: Session, item: Item) -> Body:
    decided = next((one for one in session.replica.of_kind("decision") if one.body["leave"] == item.id), None)
    said = {"granted": decided.body["granted"], "answer": decided.body["reason"]} if decided else {}
    return {key: item.body[key] for key in ("from", "until", "kind")} | said


def _lunch(session: Session) -> Body:
    """The own strip card: what was bought and used, what is left, and whether that is to be paid back."""
    day, own = day_of(session.clock()), lunch.own_seats(session)
    mine = [one for one in lunchcards.money(session) if own & {*one.body["home"]}]
    lines = [{"day": one.body.get("day", one.body.get("bought")), "cents": one.body.get("cents", 0),
              "strips": one.body["strips"] * (-1 if one.kind == "lunchcharge" else 1)} for one in mine]  # fmt: skip
    return {**lunchcards.credit(session, day), "cents": lunchcards.worth_of(session, own, day),
            "refund": int(bool(lunchrefunds.refunds(session, day))),
            "lines": sorted(lines, key=lambda one: (str(one["day"]), -int(one["strips"])))}  # fmt: skip


def _talk(found: Takeout, item: Item) -> Body:
    files = [found.keep(part, item.head["time"]) for part in item.body.get("files", [])]
    return {"day": item.body["day"], "text": item.body["text"], "files": files}


def _document(session: Session, found: Takeout, item: Item) -> Body:
    book = session.replica.items.get(item.body["book"])
    name = found.keep(item.body["file"], item.body["changed"] or item.body["made"])
    return {"title": item.body["title"], "text": item.body["text"], "book": book.body["title"] if book else "",
            "made": item.body["made"], "file": name}  # fmt: skip


def _is_about(item: Item, child: str) -> bool:
    """Whether a document is in a child's own book, or was sent to the guardians of this child."""
    return item.circle == child or item.body.get("to", {}).get("child") == child


def _photos(session: Session, found: Takeout, child: str) -> Iterable[Body]:
    """Of the albums of a child's groups, of the school and of its own what may be downloaded."""
    near = {child, session.replica.trust.charter["school"], *_groups_of(session, child)}
    for album in albums(session):
        taken = found.photos.setdefault(album.body["album"], [])
        for item in downloads.allowed(session, album.body["album"]):
            if item.circle in near and item.body["photo"] not in taken:
                taken.append(item.body["photo"])
                name = found.keep(item.body, item.body["at"] or item.head["time"])
                yield {"album": album.body["title"], "day": album.body["day"], "caption": item.body["caption"],
                       "file": name}  # fmt: skip


def _answer(session: Session, found: Takeout, item: Item) -> Body:
    form = next((one.body for one in session.replica.of_kind("form") if one.body["form"] == item.body["form"]), {})
    asked = {one["id"]: one for one in form.get("questions", [])}
    said = [{"question": asked.get(key, {}).get("label", ""), "answer": _said(found, item, asked.get(key, {}), value)}
            for key, value in item.body["answers"].items()]  # fmt: skip
    return {"title": form.get("title", ""), "child": item.body["child"], "at": item.head["time"], "answers": said}


def _said(found: Takeout, item: Item, question: Body, value: Any) -> Any:
    """An answer in words: of a choice its text, of files their names."""
    texts = {one["id"]: one["text"] for one in question.get("options", [])}
    if question.get("kind") == "file":
        return [found.keep(part, item.head["time"]) for part in value]
    if isinstance(value, list):
        return [texts.get(one, one) for one in value]
    return texts.get(value, value) if isinstance(value, str) else value


def _thread(session: Session, found: Takeout, item: Item) -> Body:
    said = [{"at": one.head["time"], **_by(session, one.head["seat"]), "text": one.body["text"],
             "files": [found.keep(part, one.head["time"]) for part in one.body.get("files", [])]}
            for one in messages(session, item.id) if not one.body.get("removed")]  # fmt: skip
    return {"title": item.body["title"], "about": item.body["about"], "messages": said}


def _by(session: Session, seat: str) -> Body:
    """Who spoke: oneself, staff by name, a parent by the child that the class list names: a shared card stays here."""
    if seat in session.replica.seats():
        return {"by": "me", "of": ""}
    for profile in session.replica.of_kind("profile"):
        if profile.body.get("seat") == seat:
            return {"by": "staff", "of": profile.body["name"]}
    mates = (mate for act in session.replica.trust.groups for mate in classmates(session, act["group"]))
    child = next((mate.first for mate in mates if seat in mate.seats), "")
    return {"by": "parent" if child else "other", "of": child}


def _belongs(session: Session, thread: Item, children: Iterable[str]) -> bool:
    """Whether a thread is about one of these children, in a group of theirs, or held from the place for them."""
    chosen = set(children)
    places = {seat for seat in session.replica.seats() if chosen & {*session.replica.trust.seats[seat].circles}}
    near = {group for child in chosen for group in _groups_of(session, child)}
    if thread.body["about"]:
        return thread.body["about"] in chosen
    return bool({ref[2:] for ref in thread.refs} & {*places, *near} or thread.head["seat"] in places)


def _own_letters(session: Session, kind: str, children: Iterable[str]) -> list[Item]:
    own, chosen = session.replica.seats(), {"", *children}
    found = (one for one in session.replica.of_kind(kind) if one.head["seat"] in own and one.body["child"] in chosen)
    return _in_order(found)


def _groups_of(session: Session, child: str) -> list[str]:
    known = groups(session)
    names: list[str] = next((one.body["groups"] for one in session.replica.of_kind("profile", circle=child)), [])
    return [known[name].group for name in names if name in known]


def _in_order(items: Iterable[Item]) -> list[Item]:
    return sorted(items, key=lambda one: (int(one.head["time"]), one.id))


def _read_past(session: Session, children: Iterable[str]) -> None:
    """Fetch what this copy does not hold yet of the children's circles, their groups and the school."""
    for child in children:
        for circle in (child, session.replica.trust.charter["school"], *_groups_of(session, child)):
            while circle in session.replica.circles and session.replica.circles[circle].before:
                session.past(circle)


def _entry(name: str, time: int) -> zipfile.ZipInfo:
    at = datetime.fromtimestamp(max(time, 0) / 1000, UTC)
    return zipfile.ZipInfo(name, (max(at.year, 1980), at.month, at.day, at.hour, at.minute, at.second))
