"""E-mail where no device can be told: through a real mail server on this machine, with no word of what was written."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from pathlib import Path

import msgspec
import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope

from server import mailing
from server.config import ConfigError, load
from server.site import NAME
from server.store import push
from server.telling import AFTER, AGAIN, DEAD
from sync.client import news
from tests.browser.ports import free_port
from tests.server.school import browser_of
from tests.stories.cast import Regenboog

TITLE = "Kanariepiet vliegt"


class Postbox:
    """A mail server: what it got, and the answer it gives."""

    def __init__(self) -> None:
        self.got: list[Envelope] = []
        self.answer = "250 OK"
        self.controller = Controller(self, hostname="127.0.0.1", port=free_port())

    async def handle_DATA(self, server: SMTP, session: object, envelope: Envelope) -> str:
        """Take a message."""
        self.got.append(envelope)
        return self.answer


@pytest.fixture
def postbox(regenboog: Regenboog) -> Iterator[Postbox]:
    """A running mail server that the school sends through; Anna gave an address."""
    box = Postbox()
    box.controller.start()
    settings = msgspec.structs.replace(regenboog.school.config.mail, host="127.0.0.1", port=box.controller.port,
                                       security="none", sender="kring@regenboog.example")  # fmt: skip
    site = regenboog.school.site
    config = msgspec.structs.replace(site.config, mail=settings)
    regenboog.school.app.extensions[NAME] = site.__class__(**{**vars(site), "config": config})
    assert browser_of(regenboog.anna).ask("PUT", "/api/mail", {"address": "anna@kanarie.example"}).status_code == 204
    yield box
    box.controller.stop()


def post(regenboog: Regenboog) -> None:
    """Juf Sanne writes to 3A."""
    news.post(regenboog.sanne, [regenboog.group("3A").group], TITLE, "Om tien uur")


def run(regenboog: Regenboog, wait: int = 0) -> int:
    """One round of the worker, after `wait` ms in which nobody opens the app."""
    regenboog.school.wait(wait)
    return mailing.deliver_due(regenboog.school.site)


def test_an_e_mail_says_that_there_is_something_and_no_more(regenboog: Regenboog, postbox: Postbox) -> None:
    post(regenboog)
    assert run(regenboog) == 0
    assert run(regenboog, AFTER + 1) == 1
    assert postbox.got[0].rcpt_tos == ["anna@kanarie.example"]
    content = postbox.got[0].content
    assert isinstance(content, bytes)
    message = message_from_bytes(content)
    text = message.get_payload(decode=True)
    assert isinstance(text, bytes)
    assert b"De Regenboog" in text and regenboog.school.config.school.origin.encode() in text
    assert TITLE.encode() not in content and b"Sanne" not in content


def test_at_most_one_a_day(regenboog: Regenboog, postbox: Postbox) -> None:
    for _ in range(2):
        post(regenboog)
        run(regenboog, AFTER + 1)
    assert len(postbox.got) == 1
    assert run(regenboog, AGAIN) == 1


def test_who_opened_the_app_meanwhile_gets_none(regenboog: Regenboog, postbox: Postbox) -> None:
    post(regenboog)
    regenboog.school.wait(AFTER + 1)
    regenboog.anna.sync()
    assert run(regenboog) == 0
    assert run(regenboog, AGAIN) == 0


def test_a_device_that_can_be_told_is_enough_until_it_is_dead_for_days(regenboog: Regenboog, postbox: Postbox) -> None:
    body = {"endpoint": "http://127.0.0.1:1/push", "p256dh": "A" * 87, "auth": "A" * 22, "choices": {}}
    assert browser_of(regenboog.anna).ask("PUT", "/api/push", body).status_code == 204
    post(regenboog)
    assert run(regenboog, AFTER + 1) == 0
    device = browser_of(regenboog.anna).ask("GET", "/api/session").get_json()["device"]
    failing = regenboog.school.site.now()
    regenboog.school.store.write(lambda connection: push.mark(connection, device, failing))
    regenboog.school.wait(DEAD + 1)
    post(regenboog)
    assert run(regenboog, AFTER + 1) == 1


def test_a_mail_server_that_is_away_is_asked_again(regenboog: Regenboog, postbox: Postbox) -> None:
    post(regenboog)
    postbox.answer = "451 busy"
    assert run(regenboog, AFTER + 1) == 0
    postbox.controller.stop()
    assert run(regenboog, AFTER) == 0
    postbox.answer = "250 OK"
    postbox.controller = Controller(postbox, hostname="127.0.0.1", port=postbox.controller.port)
    postbox.controller.start()
    assert run(regenboog, AFTER) == 1


def test_whoever_gave_no_address_or_took_it_back_gets_none(regenboog: Regenboog, postbox: Postbox) -> None:
    browser_of(regenboog.anna).ask("PUT", "/api/mail", {"address": ""})
    post(regenboog)
    assert run(regenboog, AFTER + 1) == 0


@pytest.mark.parametrize("address", ["anna", "anna@x\nBcc: all@x", "a b@c", "<anna@x>", "a@b,c@d"])
def test_what_is_no_address_is_refused(regenboog: Regenboog, postbox: Postbox, address: str) -> None:
    assert browser_of(regenboog.anna).ask("PUT", "/api/mail", {"address": address}).status_code == 422


def test_a_school_without_a_mail_server_offers_none(regenboog: Regenboog) -> None:
    browser = browser_of(regenboog.anna)
    assert browser.ask("GET", "/api/mail").get_json() == {"address": "", "offered": False}
    assert browser.ask("PUT", "/api/mail", {"address": "anna@kanarie.example"}).status_code == 404
    post(regenboog)
    assert run(regenboog, AFTER + 1) == 0


def test_a_mail_server_needs_a_sender(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(
        '[school]\nname = "x"\norigin = "https://kring.example"\n[mail]\nhost = "smtp.example"\n'
    )
    with pytest.raises(ConfigError, match=r"mail\.sender"):
        load(tmp_path / "config.toml")
