"""Answers that never come, and servers that go back in time: nothing is written twice, nothing rises again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from sync.client import account, news, office
from sync.client.session import Session
from sync.client.transport import Problem
from sync.errors import Refused
from sync.messages import Entries, Results
from tests.stories.cast import Papers, Regenboog, close, reopen


class Lossy:
    """A transport that loses the first answer to a path; the request arrives."""

    def __init__(self, honest: object, path: str) -> None:
        self.honest, self.path, self.lost = honest, path, 0
        self.origin = honest.origin  # type: ignore[attr-defined]

    def send(self, method: str, path: str, body: bytes | None) -> tuple[int, bytes]:
        """The answer, unless it is the one that is lost."""
        status, content = self.honest.send(method, path, body)  # type: ignore[attr-defined]
        if path == self.path and not self.lost:
            self.lost = status
            raise ConnectionError
        return status, content


def lose_answer(session: Session, act: Callable[[], object], path: str = "/api/entries") -> None:
    """Do something whose answer is lost."""
    lossy = session.transport = Lossy(session.transport, path)  # type: ignore[assignment]
    with pytest.raises(ConnectionError):
        act()
    assert lossy.lost == 200
    session.transport = lossy.honest  # type: ignore[assignment]


def titles(session: Session) -> list[str]:
    """What somebody's copy shows."""
    return [item.body["title"] for item in news.news(session)]


def test_lost_answer_then_rotation(regenboog: Regenboog) -> None:
    """The queue sends the very same bytes again after the keys have changed: the same answer, one record."""
    group = regenboog.group("3A").group
    batch = regenboog.sanne.batch()
    batch.record(group, "news", {"post": "p", "title": "Zwemmen", "text": "", "receipts": ""})
    entries = list(batch.entries)
    lose_answer(regenboog.sanne, lambda: regenboog.sanne.post(entries))
    office.end_seat(regenboog.marga, regenboog.koen.seat().id)
    first, second = (_send(regenboog.sanne, entries) for _ in range(2))
    assert first == second
    regenboog.anna.sync()
    assert titles(regenboog.anna) == ["Zwemmen"]
    assert not regenboog.anna.replica.alarms


def test_lost_answer_then_written_anew(regenboog: Regenboog) -> None:
    """A client that builds its batch again under the new keys does not post twice either: ids come from outside."""
    group, record = regenboog.group("3A").group, "A" * 22
    body = {"post": "p", "title": "Zwemmen", "text": "", "receipts": ""}

    def write() -> None:
        regenboog.sanne.write(lambda batch: batch.record(group, "news", body, record))

    lose_answer(regenboog.sanne, write)
    office.end_seat(regenboog.marga, regenboog.koen.seat().id)
    write()
    regenboog.anna.sync()
    assert titles(regenboog.anna) == ["Zwemmen"]
    assert not regenboog.anna.replica.alarms


def test_lost_answer_to_an_end(regenboog: Regenboog) -> None:
    seat = regenboog.koen.seat().id
    lose_answer(regenboog.marga, lambda: office.end_seat(regenboog.marga, seat))
    regenboog.marga.sync()
    assert regenboog.marga.replica.trust.seats[seat].ended
    news.post(regenboog.marga, [regenboog.group("3A").group], "Zwemmen", "")
    regenboog.anna.sync()
    assert titles(regenboog.anna) == ["Zwemmen"]


def test_a_restored_backup_is_noticed_by_who_saw_more(regenboog: Regenboog, built: Papers, tmp_path: Path) -> None:
    """The server goes back to last night: whoever has seen today says so, as soon as anything new comes."""
    group = regenboog.group("3A").group
    news.post(regenboog.sanne, [group], "Vandaag", "")
    regenboog.anna.sync()
    restored = reopen(built, tmp_path / "restored")
    for number in range(12):
        news.post(restored.sanne, [group], f"Morgen {number}", "")
    regenboog.anna.transport = restored.anna.transport
    regenboog.anna.sync()
    assert regenboog.anna.replica.alarms
    assert "Vandaag" in titles(regenboog.anna)
    close(restored)


def test_a_restored_backup_lets_no_spent_letter_work_for_its_new_owner(
    regenboog: Regenboog, built: Papers, tmp_path: Path
) -> None:
    """restored_backup_resurrects_nothing: who ended and came back by a restore is refused by who knows of the end."""
    seat = regenboog.koen.seat().id
    office.end_seat(regenboog.marga, seat)
    regenboog.sanne.sync()
    restored = reopen(built, tmp_path / "restored")
    regenboog.sanne.transport = restored.sanne.transport
    group = regenboog.group("3A").group
    with pytest.raises((Refused, Problem)):
        news.post(regenboog.sanne, [group], "Zonder Koen", "")
    restored.koen.sync()
    assert titles(restored.koen) == []
    close(restored)


def test_lost_answer_to_a_redemption(regenboog: Regenboog) -> None:
    """The letter is spent, the account is there: the parent signs in with the password that was just chosen."""
    browser = regenboog.school.browser()
    token = regenboog.papers.tokens["omar"]
    path = f"/api/invitations/{account.read_token(token).locator}/redemption"
    lossy = Lossy(browser, path)
    with pytest.raises(ConnectionError):
        account.join(lossy, token, "omar", "een lang wachtwoord")  # type: ignore[arg-type]
    omar = account.login(regenboog.school.browser(), "omar", "een lang wachtwoord")
    assert [seat.role for seat in map(omar.replica.trust.seat, omar.replica.seats())] == ["guardian"]


def _send(session: Session, entries: list[object]) -> bytes:
    body = msgspec.json.encode(Entries(entries=entries))  # type: ignore[arg-type]
    status, content = session.transport.send("POST", "/api/entries", body)
    assert status == 200
    assert msgspec.json.decode(content, type=Results).results
    return content
