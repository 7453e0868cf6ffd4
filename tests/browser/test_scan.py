"""The camera reads the letter's code: Chromium is given a video of a printed QR in place of a camera."""

from __future__ import annotations

from pathlib import Path

import pytest
import segno
from playwright.sync_api import Playwright, expect

from sync.client import office
from sync.client.account import found
from sync.client.transport import Http
from tests.browser.conftest import CHROMIUM, FLAGS
from tests.browser.school import PASSWORD, PHONE, open_page, open_school, visitor

pytestmark = [pytest.mark.browser]
WIDTH, HEIGHT, FRAMES = 480, 480, 10


def test_a_letter_is_scanned_with_the_phones_camera(driver: Playwright, tmp_path: Path) -> None:
    school = open_school(tmp_path / "school")
    marga = found(Http(school.address), school.secret, "marga", PASSWORD).session
    office.open_group(marga, "3A")
    token = office.invite_staff(marga, office.Staffer("juf Sanne", "teacher", ("3A",)))
    video = tmp_path / "letter.y4m"
    video.write_bytes(filmed(f"{school.address}/join#{token.replace(' ', '')}"))
    camera = [f"--use-file-for-fake-video-capture={video}", "--use-fake-device-for-media-stream"]
    flags = [*FLAGS, *camera, "--use-fake-ui-for-media-stream"]
    browser = driver.chromium.launch(executable_path=CHROMIUM, args=flags)
    page = open_page(visitor(browser, PHONE), f"{school.address}/join")
    page.get_by_role("button", name="Scan de code").click()
    expect(page.get_by_role("heading", name="Welkom bij De Regenboog")).to_be_visible()
    browser.close()
    school.stop()


def filmed(text: str) -> bytes:
    """A short film (YUV4MPEG2, 4:2:0) of a code on white paper."""
    matrix = [list(row) for row in segno.make(text, error="m").matrix_iter(border=4)]
    scale = HEIGHT // len(matrix)
    rows = [bytes(16 if on else 235 for on in row for _ in range(scale)).ljust(WIDTH, b"\xeb") for row in matrix]
    luma = b"".join(row * scale for row in rows).ljust(WIDTH * HEIGHT, b"\xeb")
    frame = b"FRAME\n" + luma + b"\x80" * (WIDTH * HEIGHT // 2)
    return f"YUV4MPEG2 W{WIDTH} H{HEIGHT} F10:1 Ip A1:1 C420jpeg\n".encode() + frame * FRAMES
