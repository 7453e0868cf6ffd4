"""Bodies and answers of a form that nobody meant: one is left out, the other refused by a code; the rest goes on."""

from __future__ import annotations

import pytest

from crypto.encoding import b64
from crypto.envelope import seal_record
from crypto.random import fresh
from sync.client import news
from sync.client.transport import Problem
from sync.errors import Refused
from sync.messages import Entry, Record
from tests.attacks.liar import deceive
from tests.stories.cast import Regenboog

pytestmark = [pytest.mark.usefixtures("mirror")]


@pytest.mark.parametrize("body", [b"[" * 100_000, b"[]", b"7", b"\xff", b'{"title"'])
def test_a_member_writes_what_is_no_message(regenboog: Regenboog, body: bytes) -> None:
    """A colleague of hers signs anything; Anna's phone leaves it out and reads on."""
    sanne, group = regenboog.sanne, regenboog.group("3A").group
    sanne.sync()
    news.post(sanne, [group], "Zwemmen", "")
    state = sanne.replica.circles[group]
    epoch = sanne.replica.epoch(group, state.head["epoch"])
    assert epoch is not None
    head = {"author": sanne.person, "blobs": [], "circle": group, "epoch": state.head["epoch"], "id": b64(fresh(16)),
            "kind": "news", "replaces": "", "revision": 1, "seat": sanne.seat().id, "seen": [],
            "time": sanne.clock()}  # fmt: skip
    sealed = seal_record(sanne.identity.signing, epoch.content, head, body)
    sanne.post([Entry(record=Record(**sealed))])
    news.post(sanne, [group], "Daarna", "")
    regenboog.anna.sync()
    assert {item.body["title"] for item in news.news(regenboog.anna)} == {"Zwemmen", "Daarna"}
    assert [code for code, _ in regenboog.anna.replica.alarms] == ["malformed"]


def test_an_answer_of_another_form(regenboog: Regenboog) -> None:
    deceive(regenboog.anna, lambda page: page.update(records="none"))
    with pytest.raises((Problem, Refused)) as refused:
        regenboog.anna.sync()
    assert refused.value.code == "malformed"
