"""An app that is signed in, and files that its own queue sends: as a module does it, without one."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from tests.browser.conftest import CLIENT
from tests.browser.school import visitor

CARRIER = """
import { idsOf as idsOfFiles } from "/sync/blobs.js";
const groupOf = (session) => [...session.replica.circles.values()].find((one) => one.kind === "group").id;
CARRIERS.file = (session, { data: { id, title, parts } }) => {
  const [seat, group] = [session.seat({ role: "teacher" }), groupOf(session)];
  const more = { id, blobs: idsOfFiles(parts) };
  return session.write(seat, [group], (batch) => batch.record(group, "news", { title, text: "", parts }, more));
};
"""
"""What a module would bring: how a record with files is written; there from the first moment on."""
PREPARE = """async () => {
  const { session, uploads } = await import("/ui/state.js");
  const { b64 } = await import("/crypto/encoding.js");
  const group = [...session.value.replica.circles.values()].find((one) => one.kind === "group").id;
  window.send = async (title, data, thumb) => {
    const id = b64(crypto.getRandomValues(new Uint8Array(16)));
    const blob = (text) => new Blob([typeof text === "number" ? new Uint8Array(text).fill(7) : text]);
    const small = thumb ? { thumb: { data: blob(thumb), type: "image/webp" } } : {};
    const file = { data: blob(data), type: "image/jpeg", name: title, ...small };
    return uploads.value.add(group, [file], (parts) => ({ type: "file", data: { id, title, parts } }));
  };
}"""
STATE = "async () => (await import('/ui/state.js')).uploading.value.state"
FOUND = """async ([title, patience]) => {
  const { session } = await import("/ui/state.js");
  const { open } = await import("/sync/blobs.js");
  const find = () => [...session.value.replica.items.values()].find((one) => one.body.title === title);
  const item = await new Promise((done) => {
    const look = () => find() && done(find());
    session.value.onChange(look);
    setTimeout(() => done(null), patience);
    look();
  });
  if (!item) return null;
  const [part] = item.body.parts;
  const data = await open(part);
  const thumb = part.thumb ? await (await open(part.thumb)).text() : "";
  return { size: data.size, text: data.size < 1000 ? await data.text() : "", thumb, listed: item.head.blobs.length };
}"""


def sender(chromium: Browser, size: ViewportSize) -> BrowserContext:
    """The browser of somebody whose app can write records with files."""
    context = visitor(chromium, size, service_workers="block")
    module = (CLIENT / "modules/all.js").read_text() + CARRIER
    context.route("**/modules/all.js", lambda route: route.fulfill(body=module, content_type="text/javascript"))
    return context


def prepare(page: Page) -> None:
    """Let an open app send files by `send`."""
    page.get_by_role("navigation", name="Hoofdmenu").wait_for()
    page.evaluate(PREPARE)


def says(page: Page, text: str) -> None:
    """Wait until the bar says this."""
    expect(page.locator(".uploadbar .words")).to_contain_text(text)


def send(page: Page, title: str, data: int | str, thumb: str = "") -> None:
    """Queue a file; kept when this returns."""
    page.evaluate("([title, data, thumb]) => send(title, data, thumb)", [title, data, thumb])


def state(page: Page) -> str:
    """What the queue says of itself."""
    said: str = page.evaluate(STATE)
    return said


def until_sent(page: Page) -> None:
    """Wait until nothing waits any more."""
    expect(page.locator(".uploadbar")).to_have_count(0, timeout=60_000)


def found(page: Page, title: str, patience: int = 30_000) -> dict[str, Any] | None:
    """A file as this person opens it; None if its record does not come within so many milliseconds."""
    what: dict[str, Any] | None = page.evaluate(FOUND, [title, patience])
    return what
