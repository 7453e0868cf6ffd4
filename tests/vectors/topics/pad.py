"""Padding."""

from __future__ import annotations

from tests.vectors.cases import Case, fails, works

_LENGTHS = (2, 8, 9, 255, 256, 257, 264, 265, 271, 272, 273, 1000, 1024, 1025, 65_535, 65_537, 3_000_000)


def cases() -> list[Case]:
    """Lengths, and both directions."""
    good = [("nothing", ""), ("two bytes", "6162"), ("255 bytes", "61" * 255), ("256 bytes", "61" * 256)]
    ends = [("data that ends in zeros", "610000"), ("data that ends in the mark", "6180")]
    written = [works(f"padding {name}", "pad", data=data) for name, data in good + ends]
    return [
        *(works(f"the padded length of {length}", "padme", length=length) for length in _LENGTHS),
        *written,
        *(works(f"back: {case['name']}", "unpad", padded=case["out"]) for case in written),
        *(fails(f"no padding: {name}", "unpad", "malformed", padded=padded) for name, padded in _BAD),
    ]


_BAD = [
    ("nothing", ""),
    ("all zeros", "00" * 256),
    ("no mark", "61" * 256),
    ("too short", "6180" + "00" * 253),
    ("too long", "6180" + "00" * 255),
    ("another byte behind the mark", "6180" + "00" * 253 + "01"),
    ("the next size", "6180" + "00" * 270),
]
