"""A cheap phone on a slow network, made of Chromium's developer tools, and what it sees of one visit."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from playwright.sync_api import BrowserContext, CDPSession, Page

SLOWER = 4
"""Times that the processor is slower than this machine's."""
NETWORK = {
    "offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8,
}  # fmt: skip
"""Slow 4G: milliseconds, and bytes a second."""
_SLOW: list[tuple[str, Any]] = [("Network.enable", {}), ("Network.emulateNetworkConditions", NETWORK)]
LONGEST = 60_000
_WATCH = """(selector, longest) => {
  window.shown = new Promise((resolve, reject) => {
    const look = () => {
      const found = document.querySelector(selector);
      if (found && found.getClientRects().length) resolve(performance.now());
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    setTimeout(() => reject(new Error("never shown")), longest);
  });
}"""


class Phone:
    """One page that is about to visit `address`; `bytes`: what crossed the network by then, by kind."""

    def __init__(self, context: BrowserContext, page: Page, address: str) -> None:
        self.bytes: Counter[str] = Counter()
        self._page, self._address = page, address
        self._kinds: dict[str, str] = {}
        session = context.new_cdp_session(page)
        session.on("Network.responseReceived", self._received)
        session.on("Network.loadingFinished", self._finished)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", NETWORK)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        self._worker = _slow_worker(context, address)

    def visit(self, selector: str) -> float:
        """Milliseconds from the start of the navigation until the element is visible."""
        self._page.add_init_script(f"({_WATCH})({json.dumps(selector)}, {LONGEST})")
        self._page.goto(self._address, wait_until="commit")
        taken: float = self._page.evaluate("window.shown")
        if self._worker is not None:
            self._worker.detach()
        return taken

    def _received(self, event: Any) -> None:
        kind = {"Document": "page", "Stylesheet": "styles", "Script": "scripts", "Font": "fonts"}.get(event["type"])
        library = "/lib/sodium" in event["response"]["url"]
        self._kinds[event["requestId"]] = "libsodium" if library else kind or "words, icons, answers"

    def _finished(self, event: Any) -> None:
        self.bytes[self._kinds.get(event["requestId"], "words, icons, answers")] += int(event["encodedDataLength"])


def _slow_worker(context: BrowserContext, address: str) -> CDPSession | None:
    """Slow the service worker's network as well, which the page's settings do not reach; None if there is none."""
    if not any(worker.url.startswith(address) for worker in context.service_workers):
        return None
    assert context.browser is not None
    session = context.browser.new_browser_cdp_session()
    for target in session.send("Target.getTargets")["targetInfos"]:
        if target["type"] == "service_worker" and target["url"].startswith(address):
            attached = session.send("Target.attachToTarget", {"targetId": target["targetId"], "flatten": False})
            for number, (method, params) in enumerate(_SLOW):
                message = json.dumps({"id": number, "method": method, "params": params})
                session.send("Target.sendMessageToTarget", {"sessionId": attached["sessionId"], "message": message})
    return session
