"""Scrolling an album of 2,000 small pictures, each opened when it comes into view: the longest task of the page.

A task is counted by the processor time that it took, so that other programs on the machine do not make it longer.
"""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Browser, Page, ViewportSize

PICTURES = 2000
LONGEST = 50.0
"""Milliseconds a task may take."""
_BUILD = """async (count) => {
  const parts = ["lib/htm", "lib/preact", "ui/thumbs", "ui/opened", "crypto/blob", "crypto/random"];
  const loaded = await Promise.all(parts.map((one) => import(`/${one}.js`)));
  const [{ html }, { render }, { Thumbs }, { Opened }, blob, random] = loaded;
  await random.ready();
  const canvas = new OffscreenCanvas(320, 240);
  const pen = canvas.getContext("2d");
  const sealed = [];
  for (let at = 0; at < 24; at++) {
    for (let dot = 0; dot < 400; dot++) {
      pen.fillStyle = `hsl(${at * 15 + dot % 60} 60% ${dot % 90}%)`;
      pen.fillRect(dot * 37 % 320, dot * 71 % 240, 40, 30);
    }
    const drawn = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.8 });
    const plain = new Uint8Array(await drawn.arrayBuffer());
    const [key, id] = [random.fresh(32), random.fresh(16)];
    sealed.push({ key, id, bytes: blob.sealChunk(key, id, 0, true, plain) });
  }
  window.seen = new Set();
  const from = new Opened(async (part) => {
    await new Promise((go) => setTimeout(go, 5));
    window.seen.add(part.blob);
    const { key, id, bytes } = sealed[Number(part.blob) % sealed.length];
    return new Blob([blob.openChunk(key, id, 0, true, bytes)]);
  });
  const item = (at) => ({ id: `${at}`, text: `Foto ${at}`, small: { blob: `${at}` } });
  const items = Array.from({ length: count }, (_, at) => item(at));
  const root = document.body.appendChild(document.createElement("main"));
  document.getElementById("app").remove();
  render(html`<${Thumbs} label="Album" items=${items} onOpen=${() => 0} from=${from} />`, root);
}"""
_SCROLL = """async (step) => {
  const end = document.documentElement.scrollHeight - innerHeight;
  for (let at = 0; at <= end + step; at += step) {
    scrollTo(0, at);
    await new Promise((go) => requestAnimationFrame(go));
  }
  return { seen: window.seen?.size ?? 0, tiles: document.querySelectorAll(".tile").length, height: end };
}"""
STEP = 300
"""Pixels a frame: a strong thumb."""


def build(page: Page, pictures: int = PICTURES) -> None:
    """Put an album of so many on the page of parts."""
    page.evaluate(_BUILD, pictures)
    page.locator(".tile .drawn").first.wait_for()


def scroll(browser: Browser, page: Page) -> tuple[float, dict[str, Any]]:
    """Scroll to its end; returns the longest task (ms of processor time), and what was there."""
    browser.start_tracing(
        page=page, categories=["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"]
    )
    found: dict[str, Any] = page.evaluate(_SCROLL, STEP)
    trace = json.loads(browser.stop_tracing())
    return longest(trace["traceEvents"]), found


def longest(events: list[dict[str, Any]]) -> float:
    """The longest task of any page's main thread, in milliseconds of processor time."""
    mains = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    tasks = [
        event.get("tdur", event["dur"])
        for event in events
        if event["name"] == "RunTask" and event.get("ph") == "X" and (event["pid"], event["tid"]) in mains
    ]
    return max(tasks, default=0) / 1000


def open_parts(browser: Browser, address: str, size: ViewportSize) -> Page:
    """The page of parts, which has the styles."""
    page = browser.new_context(viewport=size, locale="nl-NL").new_page()
    page.goto(f"{address}/parts.html")
    page.get_by_role("heading", level=1).wait_for()
    return page
