"""Pictures for the demo: a sky, hills and a few small people, drawn here, so that no photo of anybody is needed."""

from __future__ import annotations

import io
import random
from colorsys import hls_to_rgb

from PIL import Image, ImageDraw, ImageFont

THUMBNAIL = 360
"""The longer side, in pixels."""
_SKINS = ("#f2cfb0", "#d9a06b", "#8d5a3b", "#5c3a28")
_HAIRS = ("#2b211c", "#6a4326", "#c9962f", "#a34a28")
Size = tuple[int, int]


def picture(words: str, seed: int, size: Size = (1200, 900)) -> bytes:
    """A JPEG with `words` at its foot; the same seed gives the same picture."""
    luck = random.Random(seed)  # noqa: S311 - a picture, no secret
    hue = luck.random()
    image = Image.new("RGB", size, _colour(hue, 0.86))
    pen = ImageDraw.Draw(image)
    _sun(pen, luck, size)
    for depth in range(3):
        _hill(pen, luck, size, _colour(0.25 + hue / 4, 0.72 - 0.14 * depth), 0.45 + 0.14 * depth)
    for at in range(luck.randint(2, 5)):
        r = size[1] * luck.uniform(0.055, 0.07)
        x, y = size[0] * (0.14 + 0.18 * at + luck.uniform(-0.02, 0.02)), size[1] * luck.uniform(0.5, 0.56)
        _somebody(pen, luck, (x, y), r)
    _words(pen, words, size)
    return _jpeg(image)


def face(seed: int, side: int = 192) -> bytes:
    """One of those people from nearby, a square JPEG of a few kilobytes."""
    luck = random.Random(seed)  # noqa: S311 - a picture, no secret
    image = Image.new("RGB", (side, side), _colour(luck.random(), 0.86))
    _somebody(ImageDraw.Draw(image), luck, (side / 2, side * 0.42), side * 0.26)
    return _jpeg(image)


def thumbnail(data: bytes, side: int = THUMBNAIL) -> bytes:
    """The same picture, small: a JPEG whose longer side is `side`."""
    image = Image.open(io.BytesIO(data))
    image.thumbnail((side, side))
    return _jpeg(image)


def _sun(pen: ImageDraw.ImageDraw, luck: random.Random, size: Size) -> None:
    (x, y), r = (size[0] * luck.uniform(0.15, 0.85), size[1] * luck.uniform(0.12, 0.25)), size[1] * 0.09
    pen.ellipse((x - r, y - r, x + r, y + r), fill="#f5c542")


def _hill(pen: ImageDraw.ImageDraw, luck: random.Random, size: Size, colour: str, height: float) -> None:
    x, width, top = size[0] * luck.uniform(0, 1), size[0] * luck.uniform(0.9, 1.4), size[1] * height
    pen.ellipse((x - width, top, x + width, top + size[1] * 1.6), fill=colour)


def _somebody(pen: ImageDraw.ImageDraw, luck: random.Random, place: tuple[float, float], r: float) -> None:
    """A round head of radius `r`, hair and a coat: the third of a child that a drawing needs."""
    x, y = place
    pen.rounded_rectangle((x - r * 1.2, y + r * 0.9, x + r * 1.2, y + r * 4.4), r, fill=_colour(luck.random(), 0.45))
    pen.ellipse((x - r * 1.12, y - r * 1.2, x + r * 1.12, y + r * 0.9), fill=luck.choice(_HAIRS))
    pen.ellipse((x - r, y - r * 0.8, x + r, y + r * 1.1), fill=luck.choice(_SKINS))
    for side in (-0.38, 0.38):
        pen.ellipse((x + r * (side - 0.09), y, x + r * (side + 0.09), y + r * 0.2), fill="#26201c")
    pen.arc((x - r * 0.4, y + r * 0.15, x + r * 0.4, y + r * 0.7), 20, 160, fill="#26201c", width=max(2, round(r / 14)))


def _words(pen: ImageDraw.ImageDraw, words: str, size: Size) -> None:
    font = ImageFont.load_default(size[1] / 18)
    place = (size[0] / 2, size[1] * 0.93)
    pen.text(
        place, words, fill="white", font=font, anchor="mm", stroke_width=round(size[1] / 220), stroke_fill="#26332e"
    )


def _colour(hue: float, lightness: float) -> str:
    return "#" + "".join(f"{round(255 * part):02x}" for part in hls_to_rgb(hue % 1, lightness, 0.5))


def _jpeg(image: Image.Image) -> bytes:
    held = io.BytesIO()
    image.save(held, "JPEG", quality=82, optimize=True)
    return held.getvalue()
