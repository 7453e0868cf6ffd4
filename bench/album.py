"""An evening of photos: 60 of 3 MB chosen on a desk, until the school has them, against the same without Kring's keys.

Both sides run in Chromium, read the same 60 files, make each small and send it with its thumbnail to the same server.
Ours seals every chunk, keeps the pieces in the browser's store until they are sent, and sends from there; the other
puts the bare bytes into the same requests. So the ratio is what sealing and losing nothing costs. `scroll` is the
other half: 2,000 small pictures, opened as they come into view.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from bench import scroll
from bench.client import CHROMIUM, FLAGS
from bench.rows import Row, take_turns
from bench.school import Running, open_copy, template

PHOTOS = 60
PIXELS = (4000, 3000)
QUALITY = 83
"""At which such a picture with this grain comes to about 3 MB."""
GRAIN = 10
ROUNDS = 3
DESK = ViewportSize(width=1280, height=800)
PHONE = ViewportSize(width=360, height=740)
_OURS = """async () => {
  const { session, uploads } = await import("/ui/state.js");
  const { sendFiles } = await import("/ui/sending.js");
  const queue = uploads.value;
  queue.onward = { add: async () => undefined };
  const circle = session.value.replica.seats()[0].id;
  const began = performance.now();
  await sendFiles([...document.getElementById("album").files], circle, () => ({ type: "none", data: 0 }));
  while (queue.state()) await new Promise((go) => setTimeout(go, 20));
  return performance.now() - began;
}"""
_BARE = """async () => {
  const { session } = await import("/ui/state.js");
  const { readyMedia } = await import("/ui/pictures.js");
  const { begin, put, PIECE } = await import("/sync/blobs.js");
  const { b64 } = await import("/crypto/encoding.js");
  const circle = session.value.replica.seats()[0].id;
  const send = async (data) => {
    const id = b64(crypto.getRandomValues(new Uint8Array(16)));
    await begin(id, circle, data.size);
    for (let at = 0; at < data.size; at += PIECE) {
      await put(id, at, new Uint8Array(await data.slice(at, at + PIECE).arrayBuffer()));
    }
  };
  const began = performance.now();
  let before = Promise.resolve();
  for (const file of document.getElementById("album").files) {
    const made = await readyMedia(file);
    const both = before.then(() => Promise.all([send(made.thumb.data), send(made.data)]));
    before = both;
  }
  await before;
  return performance.now() - began;
}"""
_FIELD = """() => document.body.append(
  Object.assign(document.createElement("input"), { type: "file", multiple: true, id: "album" }))"""


def measure(photos: int = PHOTOS) -> list[Row]:
    """Seconds for the photos, and the longest task while scrolling."""
    with (
        sync_playwright() as playwright,
        tempfile.TemporaryDirectory() as folder,
        open_copy("album", packed=False) as server,
    ):
        files = make_photos(Path(folder), photos)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        with signed_in(browser, server, files) as page:
            run = {"ours": lambda: _seconds(page, _OURS), "bare": lambda: _seconds(page, _BARE)}
            taken = take_turns(run, ROUNDS)
        rows = [_scrolled(browser, server, name, size) for name, size in (("phone", PHONE), ("desk", DESK))]
        browser.close()
    what = f"{photos} photos of 3 MB until they are at the school"
    return [Row(what, taken["ours"], taken["bare"], "s", "lower", "the same pictures, sent bare"), *rows]


def make_photos(folder: Path, count: int) -> list[Path]:
    """As a phone makes them: large, with grain, each another."""
    random = Random(6)
    paths = []
    for at in range(count):
        grain = Image.effect_noise(PIXELS, GRAIN)
        hue = Image.new("L", PIXELS, random.randrange(256))
        path = folder / f"IMG_{at:04}.JPG"
        Image.merge("YCbCr", (grain, hue, Image.linear_gradient("L").resize(PIXELS))).save(
            path, "JPEG", quality=QUALITY
        )
        paths.append(path)
    return paths


@contextmanager
def signed_in(browser: Browser, server: Running, files: list[Path]) -> Iterator[Page]:
    """A parent's open app, and a field with the photos."""
    context = browser.new_context(viewport=DESK, locale="nl-NL", service_workers="block")
    page = context.new_page()
    page.set_default_timeout(600_000)
    page.goto(server.address)
    who = template().parents[0]
    page.get_by_role("button", name="Wachtwoord vergeten?").click()
    page.get_by_label("Inlognaam").fill(who)
    page.get_by_label("Code van je herstelblad").fill(template().sheets[who])
    page.get_by_role("button", name="Aanmelden").click()
    page.get_by_role("navigation", name="Hoofdmenu").wait_for()
    page.evaluate(_FIELD)
    page.locator("#album").set_input_files(files)
    yield page
    context.close()


def _seconds(page: Page, script: str) -> float:
    taken: float = page.evaluate(script)
    return taken / 1000


def _scrolled(browser: Browser, server: Running, name: str, size: ViewportSize) -> Row:
    page = scroll.open_parts(browser, server.address, size)
    scroll.build(page)
    task, _ = scroll.scroll(browser, page)
    page.context.close()
    return Row(f"longest task, scrolling {scroll.PICTURES:,} small pictures ({name})", task, scroll.LONGEST, "ms",
               "lower", "a task that is felt")  # fmt: skip
