"""Somebody sends a page, a drawing with a script, a false PDF: whatever is done with it, it never runs as the school.

As plain files without the school's policy: what the policy would stop must not even be tried.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from server.headers import POLICY
from server.pages import FOLDER, KINDS
from tests.browser.test_parts import PHONE, parts

pytestmark = pytest.mark.browser
RUN = "try { localStorage.ran = location.href } catch {}; (window.opener ?? parent).ran = true"
HTML = f"<!doctype html><script>{RUN}</script><img src=x onerror='{RUN}'>"
SVG = f"<svg xmlns='http://www.w3.org/2000/svg' onload='{RUN}'><script>{RUN}</script></svg>"
PDF = f"%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n{HTML}"
FILES = [
    (HTML, "text/html", "uitnodiging.html"),
    (HTML, "image/jpeg", "foto.jpg"),
    (HTML, "application/pdf", "brief.pdf"),
    (HTML, "video/mp4", "film.mp4"),
    (SVG, "image/svg+xml", "tekening.svg"),
    (SVG, "image/png", "tekening.png"),
    (SVG, "application/xhtml+xml", "pagina.xhtml"),
    (PDF, "application/pdf", "schoolgids.pdf"),
    (PDF, "text/html", "schoolgids.pdf"),
]
SAFE = {
    "application/octet-stream", "application/pdf", "application/zip",
    "image/jpeg", "image/png", "image/webp", "image/gif", "image/avif", "video/mp4", "video/webm",
}  # fmt: skip
SHOW = """async ([text, type, name]) => {
  Object.defineProperty(navigator, "pdfViewerEnabled", { get: () => true });
  window.made = [];
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => { window.made.push(blob.type); return make.call(URL, blob); };
  const { html } = await import("/lib/htm.js");
  const { render } = await import("/lib/preact.js");
  const { FilePart } = await import("/ui/filepart.js");
  const { Opened } = await import("/ui/opened.js");
  const part = { blob: name, key: "", size: text.length, chunks: 1, hash: "", type, name, thumb: { blob: name, type } };
  const from = new Opened(async () => new Blob([text], { type }));
  const root = document.body.appendChild(document.createElement("div"));
  root.id = "attack";
  render(html`<${FilePart} part=${part} from=${from} />`, root);
}"""


@pytest.mark.parametrize(("text", "kind", "name"), FILES, ids=[f"{name} as {kind}" for _, kind, name in FILES])
def test_a_file_that_is_looked_at_and_saved_never_runs(
    chromium: Browser, address: str, text: str, kind: str, name: str
) -> None:
    page = parts(chromium, address, PHONE)
    page.evaluate(SHOW, [text, kind, name])
    part = page.locator("#attack .filepart")
    part.locator(".open").click()
    viewer = page.locator("dialog.viewer")
    if kind in ("image/jpeg", "image/png", "video/mp4"):
        expect(viewer).to_be_visible()
        page.keyboard.press("Escape")
    if (saving := part.locator("button.tool")).count():
        saving.click()
    settle(page)
    assert page.evaluate("[window.ran ?? null, localStorage.ran ?? null]") == [None, None]
    assert page.locator("iframe, object, embed, #attack img").count() == 0
    made = set(page.evaluate("window.made"))
    assert made, "something was opened or saved"
    assert made <= SAFE
    page.context.close()


def test_the_trap_springs_where_nothing_is_done_about_it(chromium: Browser, address: str) -> None:
    """Else the test above could not fail."""
    page = parts(chromium, address, PHONE)
    page.evaluate(
        """(text) => {
          const src = URL.createObjectURL(new Blob([text], { type: "text/html" }));
          document.body.append(Object.assign(document.createElement("iframe"), { src }));
        }""",
        HTML,
    )
    page.wait_for_function("localStorage.ran")
    page.context.close()


def test_a_page_that_calls_itself_pdf_gets_no_tab(chromium: Browser, address: str) -> None:
    page = parts(chromium, address, PHONE)
    shown = page.evaluate("async (text) => (await import('/ui/save.js')).showPdf(new Blob([text]))", HTML)
    assert shown is False
    assert len(page.context.pages) == 1
    page.context.close()


def test_the_policy_frames_nothing_and_runs_our_own_files_only() -> None:
    rules = {rule.split()[0]: set(rule.split()[1:]) for rule in POLICY.split("; ")}
    assert rules["default-src"] == {"'none'"}
    assert rules["script-src"] == {"'self'", "'wasm-unsafe-eval'"}
    assert not {"frame-src", "child-src", "object-src"} & set(rules), "so that the default, nothing, holds"
    assert rules["worker-src"] == {"'self'"}


def test_nothing_but_one_file_of_the_client_makes_addresses_for_what_others_sent() -> None:
    """Each use of createObjectURL is known: our own words as text, a film in a player, and `save.js`."""
    uses = {
        path.relative_to(FOLDER).as_posix()
        for path in FOLDER.rglob("*.js")
        if not {"lib", "node_modules"} & set(path.relative_to(FOLDER).parts) and "createObjectURL" in path.read_text()
    }
    words = ("absences/history", "calendar/ics", "groups/vcard", "lunch/money", "signups/results")
    ours = {f"modules/{name}.js" for name in words}
    assert uses == ours | {"ui/save.js", "ui/viewer.js", "ui/pictures.js"}
    assert "createObjectURL(new Blob([data], { type: safeType(" in (FOLDER / "ui/viewer.js").read_text()
    assert ".pdf" not in KINDS


def settle(page: Page) -> None:
    """Give whatever was opened the time to run."""
    for one in page.context.pages:
        one.wait_for_timeout(300)
