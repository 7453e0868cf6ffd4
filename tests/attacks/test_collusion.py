"""Members who collude with the server: it stores and serves whatever they sign, rights or no rights.

The honest server would refuse all of this; here a client meets it anyway, and must refuse it itself.
"""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from crypto.circle import Epoch, grant, readers_hash, sign_link
from crypto.encoding import b64, unb64
from crypto.envelope import BLIND, gone, record_hash, seal_in_boxes, seal_letter, seal_record
from crypto.errors import WrongKey
from crypto.identity import seal
from crypto.random import fresh
from crypto.statement import act_hash, sign_act
from crypto.token import new_token, read_token
from sync.batch import Batch
from sync.chains import Item
from sync.client import account, news, office
from sync.client.session import Session
from sync.client.transport import Problem
from sync.messages import Entry, Link, Record
from tests.attacks.liar import Answer, credentials, deceive, refusal, smuggle
from tests.stories.cast import Regenboog

pytestmark = [pytest.mark.usefixtures("mirror")]


def titles(session: Session) -> list[str]:
    """What somebody's copy shows."""
    return [item.body["title"] for item in news.news(session)]


def forged(member: Session, circle: str, seat: str = "", /, **fields: Any) -> Entry:
    """A piece of news, signed by a member with whatever their head claims, under a key they know."""
    state = member.replica.circles[circle]
    head = {"author": member.person, "blobs": [], "circle": circle, "epoch": state.head["epoch"], "id": b64(fresh(16)),
            "kind": "news", "replaces": "", "revision": 1, "seat": seat or member.seat().id, "seen": [],
            "time": member.clock(), **fields}  # fmt: skip
    epoch = member.replica.epoch(circle, head["epoch"])
    body = b'{"post":"p","title":"Vals","text":"","receipts":""}'
    sealed = seal_record(member.identity.signing, epoch.content, head, body) if epoch else {}
    return Entry(record=Record(**sealed))


def leaves(regenboog: Regenboog, session: Session) -> str:
    """Somebody's seat ends, and the office renews what they read; returns the seat."""
    seat = session.seat().id
    office.end_seat(regenboog.marga, seat)
    return seat


def test_record_of_a_reader_who_may_not_write(regenboog: Regenboog) -> None:
    news.post(regenboog.sanne, [regenboog.group("3A").group], "Zwemmen", "")
    regenboog.koen.sync()
    regenboog.anna.sync()
    smuggle(regenboog.anna, regenboog.school, forged(regenboog.koen, regenboog.group("3A").group))
    assert refusal(regenboog.anna) == "not-a-writer"
    assert titles(regenboog.anna) == ["Zwemmen"]


def test_record_of_another_groups_teacher(regenboog: Regenboog) -> None:
    """Els knows the school circle; a teacher posts to her own group only."""
    school = regenboog.marga.replica.trust.charter["school"]
    smuggle(regenboog.anna, regenboog.school, forged(regenboog.els, school))
    assert refusal(regenboog.anna) == "not-a-writer"
    assert titles(regenboog.anna) == []


def test_record_signed_in_somebody_elses_seat(regenboog: Regenboog) -> None:
    school, seat = regenboog.marga.replica.trust.charter["school"], regenboog.marga.seat().id
    for claimed in ({"seat": seat}, {"seat": seat, "author": regenboog.marga.person}):
        smuggle(regenboog.anna, regenboog.school, forged(regenboog.els, school, **claimed))
        assert refusal(regenboog.anna) in ("tampered", "wrong-author")
        assert titles(regenboog.anna) == []
        regenboog.anna.transport = regenboog.anna.transport.honest  # type: ignore[attr-defined]


def test_removed_writer_backdates(regenboog: Regenboog) -> None:
    """Els has left and the keys are new; the server helps her to write as if it were yesterday."""
    group = regenboog.group("5B").group
    yesterday = regenboog.els.clock() - 86_400_000
    seat = leaves(regenboog, regenboog.els)
    old = forged(regenboog.els, group, seat, time=yesterday)
    news.post(regenboog.marga, [group], "Els is weg", "")
    smuggle(regenboog.anna, regenboog.school, old)
    assert refusal(regenboog.anna) == "backdated"
    assert titles(regenboog.anna) == ["Els is weg"]


def test_removed_writer_writes_on(regenboog: Regenboog) -> None:
    group = regenboog.group("5B").group
    seat = leaves(regenboog, regenboog.els)
    regenboog.anna.sync()
    smuggle(regenboog.anna, regenboog.school, forged(regenboog.els, group, seat, time=regenboog.els.clock() + 1000))
    assert refusal(regenboog.anna) in ("backdated", "not-a-writer")
    assert titles(regenboog.anna) == []


def test_removed_writer_backdates_into_the_past(regenboog: Regenboog) -> None:
    """What is served as older must lead up, hash by hash, to what is known."""
    group = regenboog.group("5B").group
    for number in range(60):
        regenboog.els.write(lambda batch, number=number: batch.record(group, "news", _news(f"Nummer {number}")))
    yesterday = regenboog.els.clock() - 86_400_000
    seat = leaves(regenboog, regenboog.els)
    old = forged(regenboog.els, group, seat, time=yesterday)
    news.post(regenboog.marga, [group], "Els is weg", "")
    phone = account.login(regenboog.school.browser(), "anna", regenboog.papers.sheets["anna"], kind="sheet")
    smuggled = _at(old, group, 4)
    deceive(phone, lambda answer: answer["records"].append(smuggled), f"/api/circles/{group}/past")
    assert phone.replica.circles[group].before
    assert refusal(phone, lambda: phone.past(group))
    assert "Vals" not in titles(phone)


def test_an_end_signed_by_somebody_new_is_understood(regenboog: Regenboog) -> None:
    """Statements come with what proves their authors: otherwise nobody would notice who has left."""
    token = office.invite_staff(regenboog.marga, office.Staffer("Corrie", "office"))
    corrie = account.join(regenboog.school.browser(), token, "corrie", "een lang wachtwoord").session
    seat = regenboog.koen.seat().id
    office.end_seat(corrie, seat)
    regenboog.sanne.sync()
    assert regenboog.sanne.replica.trust.seats[seat].ended


def test_server_hides_an_end_by_not_proving_its_author(regenboog: Regenboog) -> None:
    token = office.invite_staff(regenboog.marga, office.Staffer("Corrie", "office"))
    corrie = account.join(regenboog.school.browser(), token, "corrie", "een lang wachtwoord").session
    office.end_seat(corrie, regenboog.koen.seat().id)
    own = corrie.seat().id
    deceive(regenboog.sanne, lambda page: page.update(seats=[one for one in page["seats"] if one["seat"] != own]))
    assert refusal(regenboog.sanne) == "unproven"


def test_former_office_lets_nobody_in(regenboog: Regenboog) -> None:
    """An end of a seat ends what it may sign, also for whoever asks the server nicely."""
    token = office.invite_staff(regenboog.marga, office.Staffer("Corrie", "office"))
    corrie = account.join(regenboog.school.browser(), token, "corrie", "een lang wachtwoord").session
    seat = corrie.seat().id
    office.end_seat(regenboog.marga, seat)
    for session in (regenboog.sanne, regenboog.marga):
        session.sync()
    _claim(regenboog, regenboog.sanne, _invitation(corrie, seat, regenboog.sanne), seat)
    assert refusal(regenboog.sanne) == "not-allowed"


def test_former_admin_cannot_invite(regenboog: Regenboog) -> None:
    bea = _second_admin(regenboog)
    seat = regenboog.ad.seat().id
    bea.write(lambda batch: batch.act("end", seat_of=seat))
    regenboog.sanne.sync()
    assert regenboog.sanne.replica.trust.seats[seat].ended
    _claim(regenboog, regenboog.sanne, _invitation(regenboog.ad, seat, regenboog.sanne), seat)
    assert refusal(regenboog.sanne) == "not-allowed"


def test_teacher_invites_nobody(regenboog: Regenboog) -> None:
    regenboog.marga.sync()
    seat = regenboog.sanne.seat().id
    _claim(regenboog, regenboog.marga, _invitation(regenboog.sanne, seat, regenboog.marga), seat)
    assert refusal(regenboog.marga) == "not-allowed"


def test_reader_renews_no_keys(regenboog: Regenboog) -> None:
    """A parent signs a link that would seal the group's next epoch to a key of theirs."""
    group = regenboog.group("3A").group
    newest = regenboog.anna.replica.circles[group].hash
    link = _rotation(regenboog.koen, group)
    smuggle(regenboog.anna, regenboog.school, Entry(link=link))
    assert refusal(regenboog.anna) == "not-a-writer"
    assert regenboog.anna.replica.circles[group].hash == newest


def test_former_office_renews_no_keys_backdated(regenboog: Regenboog) -> None:
    """Who knows that a seat has ended takes no more links of it, whatever day they claim to be of."""
    group = regenboog.group("3A").group
    token = office.invite_staff(regenboog.marga, office.Staffer("Corrie", "office"))
    corrie = account.join(regenboog.school.browser(), token, "corrie", "een lang wachtwoord").session
    seat = corrie.seat().id
    office.end_seat(regenboog.marga, seat)
    regenboog.anna.sync()
    corrie.replica.circles[group] = regenboog.anna.replica.circles[group]
    newest = corrie.replica.circles[group].hash
    link = _rotation(corrie, group, seat, corrie.clock() - 3_600_000)
    smuggle(regenboog.anna, regenboog.school, Entry(link=link))
    assert refusal(regenboog.anna) == "backdated"
    assert regenboog.anna.replica.circles[group].hash == newest


def test_removed_writer_backdates_before_the_keys_are_new(regenboog: Regenboog) -> None:
    """Nobody has renewed anything yet: who knows of the end takes nothing that comes after it."""
    group, seat = regenboog.group("5B").group, regenboog.els.seat().id
    regenboog.marga.write(lambda batch: batch.act("end", seat_of=seat))
    regenboog.anna.sync()
    old = forged(regenboog.els, group, seat, time=regenboog.els.clock() - 86_400_000)
    smuggle(regenboog.anna, regenboog.school, old)
    assert refusal(regenboog.anna) == "backdated"
    assert titles(regenboog.anna) == []


def test_a_clock_that_runs_ahead_stops_nobody(regenboog: Regenboog) -> None:
    """Els renewed keys a minute before she left, with a clock ten minutes ahead: that was right, and stays right."""
    group, seat = regenboog.group("5B").group, regenboog.els.seat().id
    regenboog.els.clock = lambda: regenboog.marga.clock() + 600_000
    regenboog.els.write(lambda batch: batch.record(group, "news", _news("Tot ziens"), time=regenboog.marga.clock()))
    office.end_seat(regenboog.marga, seat)
    assert refusal(regenboog.anna) == ""
    assert titles(regenboog.anna) == ["Tot ziens"]


def test_a_clock_a_year_ahead_renews_nothing(regenboog: Regenboog) -> None:
    regenboog.els.clock = lambda: regenboog.marga.clock() + 366 * 86_400_000
    with pytest.raises(Problem, match="bad-link"):
        regenboog.els.write(lambda batch: batch.record(regenboog.group("5B").group, "news", _news("Vooruit")))


def test_who_leaves_lacks_the_keys_of_what_comes_after(regenboog: Regenboog) -> None:
    """Even if the server goes on serving them, and the next writer has not heard yet."""
    group = regenboog.group("3A").group
    office.end_seat(regenboog.marga, regenboog.koen.seat().id)
    shown = news.post(regenboog.sanne, [group], "Zonder Koen", "")
    regenboog.anna.sync()
    epoch = news.posts(regenboog.anna, shown)[0].head["epoch"]
    links = regenboog.anna.replica.circles[group].links
    assert regenboog.koen.replica.epoch(group, regenboog.koen.replica.circles[group].head["epoch"])
    regenboog.koen.replica.circles[group].links = list(links)
    assert regenboog.koen.replica.epoch(group, epoch) is None


def test_record_id_hijack(regenboog: Regenboog) -> None:
    """Koen writes a next revision of Fatima's receipt: an id stays its first author's."""
    post = news.post(regenboog.sanne, [regenboog.group("3A").group], "Zwemmen", "")
    for session in (regenboog.fatima, regenboog.koen):
        session.sync()
    news.read(regenboog.fatima, post)
    regenboog.sanne.sync()
    item = next(iter(news.receipts(regenboog.sanne, post).values()))
    letter = _letter(regenboog.koen, regenboog.group("3A").team, item)
    smuggle(regenboog.sanne, regenboog.school, letter, place=2)
    assert refusal(regenboog.sanne) == "wrong-author"
    assert regenboog.sanne.replica.items[item.id].head["author"] == regenboog.fatima.person


def test_deletion_by_somebody_else(regenboog: Regenboog) -> None:
    post = news.post(regenboog.sanne, [regenboog.group("3A").group], "Zwemmen", "")
    for session in (regenboog.anna, regenboog.koen):
        session.sync()
    item = news.posts(regenboog.koen, post)[0]
    head = {**item.head, "author": regenboog.koen.person, "seat": regenboog.koen.seat().id, "kind": "gone",
            "revision": 2, "replaces": item.hash}  # fmt: skip
    del head["letter"], head["v"]
    entry = Entry(record=Record(**gone(regenboog.koen.identity.signing, head)))
    smuggle(regenboog.anna, regenboog.school, entry)
    assert refusal(regenboog.anna) == "not-a-writer"
    assert titles(regenboog.anna) == ["Zwemmen"]


def test_letter_shown_differently_to_two(regenboog: Regenboog) -> None:
    """The server strips or swaps a recipient's box: all recipients are signed."""
    post = news.post(regenboog.sanne, [regenboog.group("3A").group], "Zwemmen", "")
    regenboog.sanne.sync()
    news.remind(regenboog.sanne, post)

    def lie(page: Answer) -> None:
        letters = [at["record"] for at in page["records"] if at["record"] and at["record"]["boxes"]]
        foreign = [box for box in letters[0]["boxes"] if box[1] == BLIND]
        letters[0]["boxes"].remove(foreign[0])

    deceive(regenboog.fatima, lie)
    assert refusal(regenboog.fatima) == "tampered"
    assert not list(regenboog.fatima.replica.of_kind("reminder"))


def test_no_recipient_learns_who_else_got_a_letter(regenboog: Regenboog) -> None:
    post = news.post(regenboog.sanne, [regenboog.group("3A").group], "Zwemmen", "")
    news.remind(regenboog.sanne, post)
    seen = regenboog.fatima.transport.send("GET", "/api/sync?cursor=", b"")[1].decode()
    assert f'"c:{regenboog.fatima.seat().id}"' in seen
    assert f'"c:{regenboog.koen.seat().id}"' not in seen


def test_letter_with_another_key_for_one_recipient(regenboog: Regenboog) -> None:
    """The author colludes: one of two readers would get other words."""
    own, anna = (session.replica.circles[session.seat().id] for session in (regenboog.sanne, regenboog.anna))
    regenboog.sanne.sync()
    boxes = [[f"c:{own.id}", own.head["epoch"], b64(seal(unb64(own.head["box"]), fresh(32)))],
             [f"c:{anna.id}", anna.head["epoch"], b64(seal(unb64(anna.head["box"]), fresh(32)))]]  # fmt: skip
    head = _letter_head(regenboog.sanne, own.id, "reminder")
    sealed = seal_in_boxes(regenboog.sanne.identity.signing, fresh(32), head, b"{}", sorted(boxes))
    entry = Entry(record=Record(**{**sealed, "boxes": [tuple(box) for box in sealed["boxes"]]}))
    smuggle(regenboog.anna, regenboog.school, entry, place=2)
    assert refusal(regenboog.anna) == "tampered"
    assert not list(regenboog.anna.replica.of_kind("reminder"))


def test_used_letter_opens_nothing_that_comes_after(regenboog: Regenboog) -> None:
    """Whoever copied the paper and the whole database reads nothing that was written once the letter was used."""
    token = regenboog.papers.tokens["omar"]
    account.join(regenboog.school.browser(), token, "omar", "een lang wachtwoord")
    post = news.post(regenboog.sanne, [regenboog.group("3A").group], "Zwemmen", "")
    regenboog.sanne.sync()
    newest = regenboog.sanne.replica.circles[regenboog.group("3A").parents]
    sealed = regenboog.school.store.read(
        lambda rows: rows.execute("SELECT sealed FROM grants WHERE circle = ?", (newest.id,)).fetchall()
    )
    thief = Epoch(read_token(token).seat_seed)
    opened = [seed for (text,) in sealed if (seed := _opened(thief, text))]
    assert news.posts(regenboog.sanne, post)[0].head["epoch"] > 1
    assert all(Epoch(seed).public != newest.head["box"] for seed in opened)


# -- what the forgeries are made of ---------------------------------------------------------------------------


def _news(title: str) -> dict[str, Any]:
    return {"post": b64(fresh(16)), "title": title, "text": "", "receipts": ""}


def _at(entry: Entry, circle: str, place: int) -> Answer:
    record = msgspec.to_builtins(entry.record)
    return {"circle": circle, "place": place, "hash": record_hash(record), "record": record}


def _invitation(author: Session, seat: str, victim: Session) -> Answer:
    trust = victim.replica.trust
    head = {"author": author.person, "kind": "invitation", "n": len(trust.hashes), "previous": trust.tip, "seat": seat,
            "time": 1, "circles": [], "deadline": 2**52, "from": 0, "locator": b64(fresh(16)), "role": "office",
            "seat_of": b64(fresh(32)), "sign": b64(fresh(32)), "until": 0}  # fmt: skip
    act = sign_act(author.identity.signing, head)
    return {"n": len(trust.hashes), "hash": act_hash(act["head"]), "act": act}


def _claim(regenboog: Regenboog, victim: Session, act: Answer, seat: str) -> None:
    """Serve an act with everything that would prove its author."""

    def lie(page: Answer) -> None:
        page["acts"].append(act)
        page["seats"] += credentials(regenboog.school, seat)

    deceive(victim, lie)


def _second_admin(regenboog: Regenboog) -> Session:
    token = new_token()

    def build(batch: Batch) -> None:
        seat = batch.seat(read_token(token))
        batch.invite(read_token(token), seat, "admin", [], regenboog.ad.host, 2**52)

    regenboog.ad.write(build)
    return account.join(regenboog.school.browser(), token, "bea", "een lang wachtwoord").session


def _rotation(author: Session, circle: str, seat: str = "", time: int = 0) -> Link:
    state, epoch = author.replica.circles[circle], Epoch(fresh(32))
    readers = [{"box": b64(author.identity.box.public), "from": 0, "hash": "", "ref": f"p:{author.person}", "until": 0}]
    head = {**state.head, "author": author.person, "seat": seat or author.seat().id, "box": epoch.public,
            "circle": circle, "epoch": state.head["epoch"] + 1, "n": len(state.links) + 1, "previous": state.hash,
            "readers": readers_hash(readers), "sort": "rotate", "time": time or author.clock(),
            "closed": []}  # fmt: skip
    head.pop("v")
    grants = {f"p:{author.person}": grant(epoch, b64(author.identity.box.public))}
    return Link(**sign_link(author.identity.signing, head), readers=readers, grants=grants, history="")


def _letter_head(author: Session, circle: str, kind: str) -> dict[str, Any]:
    return {"author": author.person, "blobs": [], "circle": circle, "epoch": 2, "id": b64(fresh(16)), "kind": kind,
            "replaces": "", "revision": 1, "seat": circle, "seen": [], "time": author.clock()}  # fmt: skip


def _letter(author: Session, to: str, item: Item) -> Entry:
    own, team = author.replica.circles[author.seat().id], author.replica.circles[to]
    head = {**_letter_head(author, own.id, "receipt"), "id": item.id, "revision": 2, "replaces": item.hash}
    boxes = [(f"c:{one.id}", one.head["epoch"], one.head["box"]) for one in (own, team)]
    sealed = seal_letter(author.identity.signing, head, b'{"post":"p","opened":1}', boxes)
    return Entry(record=Record(**{**sealed, "boxes": [tuple(box) for box in sealed["boxes"]]}))


def _opened(epoch: Epoch, sealed: str) -> bytes | None:
    try:
        return epoch.box.open(unb64(sealed))
    except WrongKey:
        return None
