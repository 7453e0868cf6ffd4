"""Pictures for the demo, drawn here: a forest, a yard, a sea, with children as round figures; no two are alike."""

from __future__ import annotations

import random
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

Colour = tuple[int, int, int]
_SIZE = (1200, 900)
_SMALL = (320, 240)
_COATS: tuple[Colour, ...] = (
    (196, 60, 52),
    (34, 102, 141),
    (242, 184, 75),
    (88, 129, 87),
    (128, 78, 140),
    (222, 122, 60),
)
_SKINS: tuple[Colour, ...] = ((244, 207, 178), (214, 163, 122), (141, 92, 62), (93, 58, 40))
_HAIRS: tuple[Colour, ...] = ((61, 43, 31), (26, 21, 20), (181, 133, 70), (150, 74, 38))


@dataclass(frozen=True)
class Scene:
    """Where it is: the colours of sky and ground, and what grows or stands there."""

    sky: tuple[Colour, Colour]
    ground: tuple[Colour, Colour]
    grows: str


FOREST = Scene(((190, 222, 232), (240, 244, 226)), ((118, 150, 92), (86, 116, 70)), "trees")
YARD = Scene(((170, 205, 235), (235, 243, 250)), ((196, 186, 172), (168, 158, 146)), "school")
SEA = Scene(((150, 200, 230), (250, 236, 210)), ((236, 214, 166), (214, 188, 138)), "waves")


def draw(scene: Scene, number: int, children: int) -> tuple[bytes, bytes, tuple[int, int]]:
    """A picture with some children, always the same for a number; the file, its small one, and its size."""
    chance = random.Random(number * 31 + children)  # noqa: S311
    upright = number % 4 == 3
    size = _SIZE[::-1] if upright else _SIZE
    image = Image.new("RGB", size)
    pen = ImageDraw.Draw(image)
    _background(pen, scene, size, chance)
    for place in range(children):
        _child(pen, size, (place + 1) / (children + 1) + chance.uniform(-0.05, 0.05), chance)
    small = image.copy()
    small.thumbnail(_SMALL)
    return _encoded(image, "JPEG"), _encoded(small, "WEBP"), size


def face(number: int, side: int = 192) -> bytes:
    """One child from nearby, a square JPEG of a few kilobytes; always the same for a number."""
    chance = random.Random(number)  # noqa: S311
    image = Image.new("RGB", (side, side), chance.choice(YARD.sky + SEA.sky))
    pen = ImageDraw.Draw(image)
    head = side * 3 // 10
    pen.rounded_rectangle((side // 8, side * 3 // 4, side * 7 // 8, side * 2), head, fill=chance.choice(_COATS))
    _head(pen, side // 2, side // 6, head, chance)
    return _encoded(image, "JPEG")


def _background(pen: ImageDraw.ImageDraw, scene: Scene, size: tuple[int, int], chance: random.Random) -> None:
    width, height = size
    horizon = int(height * chance.uniform(0.45, 0.6))
    _blend(pen, (0, 0, width, horizon), scene.sky)
    sun = int(width * chance.uniform(0.1, 0.9)), int(horizon * chance.uniform(0.15, 0.5)), int(width * 0.05)
    pen.ellipse((sun[0] - sun[2], sun[1] - sun[2], sun[0] + sun[2], sun[1] + sun[2]), fill=(250, 225, 150))
    if scene.grows == "trees":
        for at in sorted(chance.uniform(0, 1) for _ in range(14)):
            _tree(pen, int(at * width), horizon, int(height * chance.uniform(0.2, 0.4)), chance)
    if scene.grows == "school":
        _school(pen, size, horizon)
    _blend(pen, (0, horizon, width, height), scene.ground)
    if scene.grows == "waves":
        _blend(pen, (0, horizon, width, horizon + height // 8), ((88, 150, 176), (130, 186, 200)))


def _blend(pen: ImageDraw.ImageDraw, box: tuple[int, int, int, int], colours: tuple[Colour, Colour]) -> None:
    left, top, right, bottom = box
    for y in range(top, bottom):
        share = (y - top) / max(1, bottom - top)
        mixed = [int(a + (b - a) * share) for a, b in zip(*colours, strict=True)]
        pen.line((left, y, right, y), fill=(mixed[0], mixed[1], mixed[2]))


def _tree(pen: ImageDraw.ImageDraw, x: int, foot: int, height: int, chance: random.Random) -> None:
    green = (chance.randint(50, 100), chance.randint(105, 145), chance.randint(60, 90))
    pen.rectangle((x - height // 22, foot - height // 3, x + height // 22, foot + 6), fill=(112, 82, 58))
    for share in (0.0, 0.22, 0.44):
        top, half = foot - height + int(height * share), int(height * (0.16 + share / 3))
        pen.polygon(((x, top), (x - half, top + height // 3), (x + half, top + height // 3)), fill=green)


def _school(pen: ImageDraw.ImageDraw, size: tuple[int, int], foot: int) -> None:
    width, height = size
    top = foot - height // 4
    pen.rectangle((width // 6, top, width * 5 // 6, foot), fill=(178, 98, 76))
    pen.polygon(((width // 7, top), (width // 2, top - height // 9), (width * 6 // 7, top)), fill=(110, 66, 58))
    for at in range(5):
        left = width // 6 + width * (2 * at + 1) // 17
        pen.rectangle((left, top + height // 16, left + width // 17, top + height // 7), fill=(222, 234, 240))


def _child(pen: ImageDraw.ImageDraw, size: tuple[int, int], at: float, chance: random.Random) -> None:
    width, height = size
    x, foot, tall = int(width * at), int(height * chance.uniform(0.82, 0.95)), int(height * chance.uniform(0.3, 0.38))
    head, coat = tall // 6, chance.choice(_COATS)
    for side in (-1, 1):
        leg, hand = x + side * head // 2, foot - tall * chance.randint(7, 17) // 20
        pen.rectangle((leg - head // 4, foot - tall // 4, leg + head // 4, foot), fill=(60, 66, 90))
        pen.line((x + side * head, foot - tall * 3 // 5, x + side * head * 2, hand), fill=coat, width=head // 2)
    body = (x - head * 6 // 5, foot - tall * 2 // 3, x + head * 6 // 5, foot - tall // 5)
    pen.rounded_rectangle(body, head // 2, fill=coat)
    _head(pen, x, foot - tall, head, chance)


def _head(pen: ImageDraw.ImageDraw, x: int, top: int, head: int, chance: random.Random) -> None:
    """A face of half a width `head`, with hair."""
    skin, hair = chance.choice(_SKINS), chance.choice(_HAIRS)
    pen.ellipse((x - head, top - head // 6, x + head, top + head * 3 // 2), fill=hair)
    pen.ellipse((x - head * 9 // 10, top + head // 6, x + head * 9 // 10, top + head * 19 // 10), fill=skin)
    for side in (-1, 1):
        eye = x + side * head * 2 // 5
        pen.ellipse((eye - head // 9, top + head * 4 // 5, eye + head // 9, top + head), fill=(40, 30, 26))
    mouth = (x - head // 2, top + head * 9 // 10, x + head // 2, top + head * 3 // 2)
    pen.arc(mouth, 20, 160, fill=(120, 50, 44), width=max(2, head // 10))


def _encoded(image: Image.Image, kind: str) -> bytes:
    file = BytesIO()
    image.save(file, kind, quality=82)
    return file.getvalue()
