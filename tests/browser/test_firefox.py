"""Notifications in Debian's Firefox: a real subscription, a push service, the words opened by the browser's worker."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.client import chats
from sync.client.chats import Members
from tests.browser.families import settle
from tests.browser.firefox import FIREFOX, Firefox, autopush
from tests.browser.school import PASSWORD, School, open_school

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(shutil.which(FIREFOX) is None, reason=f"apt-get install {FIREFOX}"),
]
TEXT = "Kanariepiet komt op bezoek"
SIGN_IN = """(async () => {
  const [account, { Vault }, { ready }] = await Promise.all([import("/sync/account.js"), import("/sync/vault.js"), import("/crypto/random.js")]);
  await ready();
  await account.signIn(await Vault.open(), { name: "fatima", password: PASSWORD, device: "Firefox" });
})()"""  # noqa: E501  (a program of another language)
SUBSCRIBE = """(async () => {
  const notices = await import("/ui/notices.js");
  const { key } = await notices.askChoices();
  await notices.beTold(key, { off: [], daily: [], hour: 17, quiet: [], muted: [] });
  return (await notices.askChoices()).choices !== null;
})()"""
SHOWN = """(async () => {
  const registration = await navigator.serviceWorker.getRegistration("/push/");
  for (const end = Date.now() + 30000; ; await new Promise((again) => setTimeout(again, 50))) {
    const found = await registration.getNotifications();
    if (found.length || Date.now() > end) return JSON.stringify(found.map((one) => [one.title, one.body]));
  }
})()"""


@pytest.fixture
def service() -> Iterator[int]:
    """A push service."""
    with autopush() as port:
        yield port


@pytest.fixture
def strict(tmp_path: Path) -> Iterator[School]:
    """A school under a name, which may speak to a push service on this machine."""
    opened = open_school(tmp_path, host="localhost", settings="\n[push]\nlocal = true\n")
    yield opened
    opened.stop()


@pytest.fixture
def firefox(service: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """Somebody's Firefox, which takes its pushes from that service and draws notifications itself."""
    opened = Firefox(tmp_path_factory.mktemp("profile"), {
        "permissions.default.desktop-notification": 1, "dom.webnotifications.requireuserinteraction": False,
        "dom.push.serverURL": f"ws://127.0.0.1:{service}/",
        "dom.push.testing.allowInsecureServerURL": True, "dom.push.connection.enabled": True,
        "alerts.useSystemBackend": False,
    })  # fmt: skip
    yield opened
    opened.close()


def test_a_message_is_told_in_firefox(strict: School, firefox: Firefox) -> None:
    """From juf Sanne's client to the words on the screen, with nothing in between that is not real."""
    people = settle(strict, "fatima")
    firefox.goto(strict.address)
    firefox.run(SIGN_IN.replace("PASSWORD", json.dumps(PASSWORD)))
    firefox.goto(f"{strict.address}/more")
    assert firefox.run(SUBSCRIBE) is True
    chats.open_thread(people["sanne"], Members(people=(people["fatima"].seat().id,)), TEXT, hold=0)
    assert json.loads(firefox.run(SHOWN)) == [["juf Sanne", TEXT]]
