"""Files in Chromium, as plain parts without a school: pictures made small, films emptied of places, seen, saved."""

from __future__ import annotations

import base64
from contextlib import suppress
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, TimeoutError, expect

from bench import scroll
from tests.browser.axe import fits
from tests.browser.test_parts import DESK, PHONE, SIZES, findings, parts

pytestmark = pytest.mark.browser
AMSTERDAM = {1: "N", 2: (52.0, 22.0, 3.0), 3: "E", 4: (4.0, 54.0, 15.0)}
GPS, ORIENTATION, MODEL, ON_ITS_SIDE = 0x8825, 0x0112, 0x0110, 6
RED, BLUE = (220, 30, 30), (30, 30, 220)
READY = """async ([data, name, type]) => {
  const { readyMedia } = await import("/ui/pictures.js");
  const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0));
  const text = async (blob) => (await new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.readAsDataURL(blob);
  })).split(",")[1];
  try {
    const made = await readyMedia(new File([bytes], name, { type }));
    return { ...made, data: await text(made.data), thumb: { ...made.thumb, data: await text(made.thumb.data) } };
  } catch (error) { return { code: error.code ?? String(error) }; }
}"""
RECORD = """async (seconds) => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 320, height: 240 });
  const pen = canvas.getContext("2d");
  const recorder = new MediaRecorder(canvas.captureStream(10), { mimeType: "video/webm" });
  const parts = [];
  recorder.ondataavailable = (event) => parts.push(event.data);
  recorder.start();
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    pen.fillStyle = `hsl(${performance.now() % 360} 80% 50%)`;
    pen.fillRect(0, 0, 320, 240);
    await new Promise((go) => setTimeout(go, 60));
  }
  await new Promise((go) => { recorder.onstop = go; recorder.stop(); });
  window.film = new File(parts, "film.webm", { type: "video/webm" });
  const { readyMedia } = await import("/ui/pictures.js");
  const shown = ({ data, thumb, ...rest }) => ({ ...rest, bytes: data.size, small: thumb.data.size });
  return readyMedia(window.film).then(shown, (error) => ({ code: error.code }));
}"""


@pytest.fixture(scope="module")
def page(chromium: Browser, address: str) -> Page:
    """The parts, on a desk."""
    return parts(chromium, address, DESK)


def photo(width: int = 3000, height: int = 2000) -> bytes:
    """As a camera on its side writes it: red left half, blue right half, in Amsterdam."""
    image = Image.new("RGB", (width, height), BLUE)
    image.paste(RED, (0, 0, width // 2, height))
    exif = Image.Exif()
    exif[ORIENTATION], exif[MODEL] = ON_ITS_SIDE, "Kanarie 5"
    exif.get_ifd(GPS).update(AMSTERDAM)
    file = BytesIO()
    image.save(file, "JPEG", exif=exif)
    return file.getvalue()


def ready(page: Page, data: bytes, name: str = "IMG_1.JPG", kind: str = "image/jpeg") -> dict[str, Any]:
    """What is made of a file, or the code of its refusal."""
    made: dict[str, Any] = page.evaluate(READY, [base64.b64encode(data).decode(), name, kind])
    return made


def opened(made: dict[str, Any]) -> Image.Image:
    """The picture that will be sent."""
    return Image.open(BytesIO(base64.b64decode(made["data"])))


def test_a_photo_is_small_upright_and_says_nothing_of_where_it_was_taken(page: Page) -> None:
    before = Image.open(BytesIO(photo()))
    assert before.getexif().get_ifd(GPS)[2] == AMSTERDAM[2]
    made = ready(page, photo())
    after = opened(made)
    assert (made["type"], made["name"], made["width"], made["height"]) == ("image/jpeg", "IMG_1.jpg", 1365, 2048)
    assert (after.format, after.size, dict(after.getexif())) == ("JPEG", (1365, 2048), {})
    assert not {b"Exif", b"Kanarie", b"http://ns.adobe.com"} & {
        one for one in (b"Exif", b"Kanarie") if one in base64.b64decode(made["data"])
    }
    top, bottom = after.convert("RGB").getpixel((600, 100)), after.convert("RGB").getpixel((600, 1900))
    assert top[0] > 150 > top[2], "what was left is above"  # type: ignore[index]
    assert bottom[2] > 150 > bottom[0], "what was right is below"  # type: ignore[index]


def test_its_thumbnail_is_smaller_still_and_says_nothing_either(page: Page) -> None:
    small = ready(page, photo())["thumb"]
    image = opened(small)
    assert (image.size, dict(image.getexif())) == ((213, 320), {})
    assert len(base64.b64decode(small["data"])) < 20_000


def test_where_there_are_no_workers_it_is_the_same(chromium: Browser, address: str) -> None:
    page = parts(chromium, address, PHONE)
    page.evaluate("() => { delete window.OffscreenCanvas }")
    after = opened(ready(page, photo(1000, 500)))
    assert (after.size, dict(after.getexif())) == ((500, 1000), {})


def test_a_small_picture_is_not_made_larger(page: Page) -> None:
    assert opened(ready(page, photo(60, 40))).size == (40, 60)


@pytest.mark.parametrize(
    ("data", "name", "kind", "code"),
    [
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(64), "IMG_2043.HEIC", "image/heic", "picture-heic"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic" + bytes(64), "IMG_2043.jpg", "", "picture-heic"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='9'/>", "a.svg", "image/svg+xml", "picture-unknown"),
        (b"<script>alert(1)</script>", "a.jpg", "image/jpeg", "picture-unknown"),
        (b"not a film", "a.mp4", "video/mp4", "video-unknown"),
        (b"\0\0\0\x10ftypisom\0\0\0\0\0\0\0\x08moov", "a.mp4", "video/mp4", "video-unknown"),
    ],
)  # fmt: skip
def test_what_is_no_picture_is_refused_with_a_reason(page: Page, data: bytes, name: str, kind: str, code: str) -> None:
    assert ready(page, data, name, kind) == {"code": code}


def test_a_short_film_stays_a_film_with_a_picture_of_it(page: Page) -> None:
    made = page.evaluate(RECORD, 1.2)
    assert (made["type"], made["name"], made["width"], made["height"]) == ("video/webm", "film.webm", 320, 240)
    assert made["seconds"] >= 1
    assert made["bytes"] == page.evaluate("window.film.size")
    assert made["small"] > 100


def test_a_long_film_is_refused(chromium: Browser, address: str) -> None:
    page = parts(chromium, address, PHONE)
    page.evaluate("() => Object.defineProperty(HTMLMediaElement.prototype, 'duration', { get: () => 75 })")
    assert page.evaluate(RECORD, 0.5) == {"code": "video-too-long"}


def test_files_are_chosen_dropped_and_pasted(chromium: Browser, address: str) -> None:
    page = parts(chromium, address, PHONE)
    file = {"name": "IMG_9.JPG", "mimeType": "image/jpeg", "buffer": photo(400, 200)}
    page.locator(".picker input[multiple]").set_input_files(file)  # type: ignore[arg-type]
    expect(page.get_by_text("IMG_9.jpg: 200 × 400")).to_be_visible()
    for way in ("drop", "paste"):
        page.evaluate(GIVE, [way, base64.b64encode(photo(800, 200)).decode()])
        expect(page.get_by_text(f"{way}.jpg: 200 × 800")).to_be_visible()


GIVE = """([way, data]) => {
  const transfer = new DataTransfer();
  const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0));
  transfer.items.add(new File([bytes], `${way}.jpg`, { type: "image/jpeg" }));
  const target = document.querySelector(".picker");
  if (way === "drop") target.dispatchEvent(new DragEvent("drop", { bubbles: true, dataTransfer: transfer }));
  else target.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, clipboardData: transfer }));
}"""


def test_a_refused_photo_says_what_to_do(chromium: Browser, address: str) -> None:
    page = parts(chromium, address, PHONE)
    file = {"name": "IMG_7.HEIC", "mimeType": "image/heic", "buffer": b"\0\0\0\x18ftypheic" + bytes(64)}
    page.locator(".picker input[multiple]").set_input_files(file)  # type: ignore[arg-type]
    expect(page.get_by_text("Meest compatibel")).to_be_visible()
    assert findings(page) == []
    page.get_by_role("button", name="Begrepen").click()
    expect(page.get_by_text("Meest compatibel")).to_have_count(0)


def test_the_grid_is_walked_with_the_arrows(page: Page) -> None:
    first, last = page.get_by_role("button", name="Foto 1 van het"), page.get_by_role("button", name="Foto 24 van het")
    first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="Foto 2 van het")).to_be_focused()
    page.keyboard.press("End")
    expect(last).to_be_focused()
    expect(last).to_be_in_viewport()
    page.keyboard.press("Home")
    expect(first).to_be_focused()
    assert page.locator(".tile[tabindex='0']").count() == 1


@SIZES
def test_pictures_one_by_one(chromium: Browser, address: str, size: Any) -> None:
    page = parts(chromium, address, size)
    tile = page.get_by_role("button", name="Foto 1 van het")
    tile.press("Enter")
    viewer = page.get_by_role("dialog", name="Foto's van het schoolreisje")
    expect(viewer.get_by_role("img", name="Foto 1 van het")).to_be_visible()
    assert (findings(page), fits(page)) == ([], True)
    page.keyboard.press("ArrowRight")
    expect(viewer.get_by_text("2 van 24")).to_be_visible()
    viewer.get_by_role("button", name="Volgende").click()
    page.keyboard.press("End")
    expect(viewer.get_by_text("24 van 24")).to_be_visible()
    expect(viewer.get_by_role("button", name="Volgende")).to_have_count(0)
    page.keyboard.press("Tab")
    assert viewer.evaluate("(dialog) => dialog.contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(viewer).to_have_count(0)
    expect(tile).to_be_focused()


def test_a_stroke_turns_the_page_and_two_taps_go_near(page: Page) -> None:
    page.get_by_role("button", name="Foto 1 van het").click()
    viewer = page.get_by_role("dialog", name="Foto's van het schoolreisje")
    stroke(page, 700, 500)
    expect(viewer.get_by_text("2 van 24")).to_be_visible()
    stroke(page, 500, 700)
    expect(viewer.get_by_text("1 van 24")).to_be_visible()
    near = viewer.get_by_role("button", name="Hele foto")
    for _ in range(10):  # two taps must be near each other in time, which a busy machine may not manage
        page.mouse.dblclick(700, 400)
        with suppress(TimeoutError):
            near.wait_for(timeout=3000)
            break
    picture = viewer.locator("canvas")
    expect(near).to_be_visible()
    assert "scale(2.5)" in picture.evaluate("(one) => one.style.transform")
    stroke(page, 700, 500)
    expect(viewer.get_by_text("1 van 24")).to_be_visible()
    viewer.get_by_role("button", name="Hele foto").click()
    assert picture.evaluate("(one) => one.style.transform") == ""
    page.keyboard.press("Escape")


def stroke(page: Page, start: int, end: int) -> None:
    """Drag across the middle of the screen."""
    page.mouse.move(start, 420)
    page.mouse.down()
    page.mouse.move((start + end) // 2, 420)
    page.mouse.move(end, 420)
    page.mouse.up()


def test_a_slide_show_goes_by_itself_and_stops_when_somebody_turns(chromium: Browser, address: str) -> None:
    page = parts(chromium, address, DESK)
    page.clock.install()
    page.get_by_role("button", name="Foto 1 van het").click()
    viewer = page.get_by_role("dialog", name="Foto's van het schoolreisje")
    viewer.get_by_role("button", name="Speel af").click()
    expect(viewer.get_by_role("button", name="Opslaan")).to_be_enabled()
    page.clock.run_for(5100)
    expect(viewer.get_by_text("2 van 24")).to_be_visible()
    page.keyboard.press("ArrowLeft")
    expect(viewer.get_by_role("button", name="Speel af")).to_be_visible()


def test_a_picture_is_saved_under_its_name(page: Page) -> None:
    page.get_by_role("button", name="Foto 1 van het").click()
    viewer = page.get_by_role("dialog", name="Foto's van het schoolreisje")
    with page.expect_download() as waiting:
        viewer.get_by_role("button", name="Opslaan").click()
    assert waiting.value.suggested_filename == "schoolreisje-1.jpg"
    with Image.open(waiting.value.path()) as saved:
        assert saved.size == (1200, 900)
    page.keyboard.press("Escape")


@SIZES
def test_what_is_being_sent_has_no_finding_in_any_state(chromium: Browser, address: str, size: Any) -> None:
    page = parts(chromium, address, size)
    for state in ("sending", "waiting", "paused", "failed"):
        page.get_by_role("button", name=state, exact=True).click()
        assert (state, findings(page), fits(page)) == (state, [], True)
    page.locator(".uploadbar .words").click()
    expect(page.get_by_role("heading", name="Wat er verstuurd wordt")).to_be_visible()
    assert (findings(page), fits(page)) == ([], True)


@pytest.mark.soak
@SIZES
def test_two_thousand_pictures_are_scrolled_without_a_task_that_is_felt(
    chromium: Browser, address: str, size: Any
) -> None:
    """Counted in processor time; the best of three, as a busy machine makes every task longer and none shorter."""
    tasks: list[float] = []
    while len(tasks) < 3 and min(tasks, default=scroll.LONGEST) >= scroll.LONGEST:
        page = scroll.open_parts(chromium, address, size)
        scroll.build(page)
        task, found = scroll.scroll(chromium, page)
        assert found["seen"] > 500, "pictures were opened on the way"
        assert found["tiles"] < 150, "only what is on the screen exists"
        page.context.close()
        tasks.append(task)
    assert min(tasks) < scroll.LONGEST
