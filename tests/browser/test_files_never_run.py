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
SCRIPT, LINK = "<</S/JavaScript/JS(app.alert(1))>>", "<</S/URI/URI(javascript:parent.ran=true)>>"
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
    if kind in ("image/jpeg", "image/png", "video/mp4") or name.endswith(".pdf"):
        expect(viewer).to_be_visible()
        settle(page)
        viewer.get_by_role("button", name="Sluiten").click()
    if (saving := part.locator("button.tool")).count():
        saving.click()
    page.wait_for_function("window.made.length > 0")  # something was opened or saved
    settle(page)
    assert page.evaluate("[window.ran ?? null, localStorage.ran ?? null]") == [None, None]
    assert page.locator("iframe, object, embed, #attack img").count() == 0  # the one of a PDF went with its dialog
    made = set(page.evaluate("window.made"))
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


def test_a_pdf_is_drawn_and_none_of_what_it_wants_to_do_is_done(chromium: Browser, address: str) -> None:
    """It wants to run a script when it opens, and has a link over the whole page: neither is there."""
    page = parts(chromium, address, PHONE)
    page.evaluate(SHOW, [hostile_pdf(), "application/pdf", "schoolgids.pdf"])
    page.locator("#attack .open").click()
    inside = page.frame_locator("dialog iframe[sandbox='allow-scripts']")
    expect(inside.locator("main[data-drawn]")).to_have_count(1, timeout=30_000)
    expect(inside.locator(".words")).to_have_text("Kanarie in een schoolgids ")
    assert inside.locator("a, form, input, iframe, embed, object, img, svg").count() == 0
    inside.locator("section").click()
    settle(page)
    assert (len(page.context.pages), page.url) == (1, f"{address}/parts.html")
    assert page.evaluate("[window.ran ?? null, localStorage.ran ?? null]") == [None, None]
    page.context.close()


def test_whatever_ran_in_its_frame_would_find_nothing_of_ours(chromium: Browser, address: str) -> None:
    """As if the program that draws had a hole: the frame's own attribute holds, without any policy of the server's."""
    page = parts(chromium, address, PHONE)
    page.evaluate("localStorage.secret = 'kanarie'")
    page.evaluate(SHOW, [hostile_pdf(), "application/pdf", "schoolgids.pdf"])
    page.locator("#attack .open").click()
    expect(page.frame_locator("dialog iframe").locator("main")).to_have_count(1)
    inside = page.frames[-1]
    for attempt in ("localStorage.secret", "parent.document.body", "top.localStorage.secret", "document.cookie"):
        tried = f"() => {{ try {{ return String({attempt}) }} catch (error) {{ return error.name }} }}"
        assert inside.evaluate(tried) == "SecurityError", attempt
    assert inside.evaluate("[origin, window.open('/')]") == ["null", None]
    page.context.close()


def test_a_page_that_calls_itself_pdf_gets_no_tab(chromium: Browser, address: str) -> None:
    page = parts(chromium, address, PHONE)
    shown = page.evaluate("async (text) => (await import('/ui/save.js')).showPdf(new Blob([text]))", HTML)
    assert shown is False
    assert len(page.context.pages) == 1
    page.context.close()


def test_the_policy_frames_our_own_page_and_runs_our_own_files_only() -> None:
    rules = {rule.split()[0]: set(rule.split()[1:]) for rule in POLICY.split("; ")}
    assert rules["default-src"] == {"'none'"}
    assert rules["script-src"] == {"'self'", "'wasm-unsafe-eval'"}
    assert rules["frame-src"] == {"'self'"}
    assert not {"child-src", "object-src"} & set(rules), "so that the default, nothing, holds"
    assert rules["worker-src"] == {"'self'"}


def test_nothing_but_one_file_of_the_client_makes_addresses_for_what_others_sent() -> None:
    """Each use of createObjectURL is known: our own words as text, a film in a player, and `save.js`."""
    uses = {
        path.relative_to(FOLDER).as_posix()
        for path in FOLDER.rglob("*.js")
        if not {"lib", "pack", "node_modules"} & set(path.relative_to(FOLDER).parts)
        and "createObjectURL" in path.read_text()
    }
    words = ("absences/history", "calendar/ics", "groups/vcard", "lunch/money", "signups/results")
    ours = {f"modules/{name}.js" for name in words}
    assert uses == ours | {"ui/save.js", "ui/viewer.js", "ui/pictures.js", "preview.js"}
    assert "createObjectURL(new Blob([data], { type: safeType(" in (FOLDER / "ui/viewer.js").read_text()
    assert ".pdf" not in KINDS


def hostile_pdf() -> str:
    """One page with words, a script for when it opens, and a link that covers it."""
    words = "BT /F1 18 Tf 20 100 Td (Kanarie in een schoolgids) Tj ET"
    objects = [
        f"<</Type/Catalog/Pages 2 0 R/OpenAction{SCRIPT}>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Annots[6 0 R]"
        f"/Resources<</Font<</F1 5 0 R>>>>/AA<</O{SCRIPT}>>>>",
        f"<</Length {len(words)}>>\nstream\n{words}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<</Type/Annot/Subtype/Link/Rect[0 0 300 200]/A{LINK}>>",
    ]
    body = "".join(f"{at} 0 obj\n{one}\nendobj\n" for at, one in enumerate(objects, 1))
    return f"%PDF-1.7\n{body}trailer<</Root 1 0 R/Size {len(objects) + 1}>>\n%%EOF"


def settle(page: Page) -> None:
    """Give whatever was opened the time to run."""
    for one in page.context.pages:
        one.wait_for_timeout(300)
