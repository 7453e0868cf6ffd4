"""Codes on paper, and the school's root key that is one."""

from __future__ import annotations

from crypto.paper import ALPHABET, new_code
from crypto.root import fingerprint
from tests.vectors.cases import Case, fails, some, works

_CODE = new_code(5, some("code", 20))
_GROUPS = _CODE.split()


def cases() -> list[Case]:
    """Written, read with forgiveness, and every kind of typing error."""
    return [*_written(), *_forgiven(), *_wrong_symbols(), *_wrong_groups(), *_wrong_lengths(), *_roots()]


def _written() -> list[Case]:
    return [
        works("writing a code of every symbol", "write_code", symbols=ALPHABET),
        works("writing zeros", "write_code", symbols="0" * 20),
        works("writing the last symbol", "write_code", symbols="Z" * 24),
        works("a new code", "new_code", groups=5, source=some("code", 20)),
        works("a new code of high bytes", "new_code", groups=6, source=bytes([255] * 24)),
        works("a new sheet", "new_sheet", source=some("sheet", 24)),
        fails("too little chance", "new_code", "malformed", groups=5, source=some("code", 19)),
    ]


def _forgiven() -> list[Case]:
    alike = new_code(5, bytes([0, 1, 0, 1] * 5))
    texts = [
        ("as printed", _CODE),
        ("without blanks", "".join(_GROUPS)),
        ("in lower case", _CODE.lower()),
        ("with hyphens", "-".join(_GROUPS)),
        ("with blanks around", f"  {_CODE} \n"),
        ("with tabs and hard blanks", "\t".join(_GROUPS[:3]) + "\u00a0" + "".join(_GROUPS[3:])),
        ("blanks in odd places", " ".join("".join(_GROUPS))),
        ("O for 0 and I for 1", alike.replace("0", "O").replace("1", "I")),
        ("o for 0 and l for 1", alike.replace("0", "o").replace("1", "l")),
        ("i and L for 1", alike.replace("1", "i", 2).replace("1", "L")),
    ]
    return [works(f"reading {name}", "read_code", text=text, groups=5) for name, text in texts]


def _wrong_symbols() -> list[Case]:
    def at(group: int, symbol: str) -> str:
        return " ".join([*_GROUPS[:group], _GROUPS[group][:2] + symbol + _GROUPS[group][3:], *_GROUPS[group + 1 :]])

    symbols = [(0, "U"), (1, "u"), (2, "*"), (3, "\u00e9"), (4, "_"), (0, "\u017f"), (1, "\u0131"), (2, "\uff11")]
    return [
        fails(f"no symbol: {symbol} in group {group + 1}", "read_code", "code-symbol",
              text=at(group, symbol), groups=5)
        for group, symbol in symbols
    ]  # fmt: skip


def _wrong_groups() -> list[Case]:
    def text(*groups: str) -> str:
        return " ".join(groups)

    a, b, c, d, e = _GROUPS
    wrong = [
        ("one symbol in the first group", text(_other(a, 0), b, c, d, e)),
        ("one symbol in the third group", text(a, b, _other(c, 2), d, e)),
        ("the check symbol of the last group", text(a, b, c, d, _other(e, 4))),
        ("two neighbours in the second group", text(a, _turned(b), c, d, e)),
        ("the first two groups swapped", text(b, a, c, d, e)),
        ("the last two groups swapped", text(a, b, c, e, d)),
        ("the second and fourth swapped", text(a, d, c, b, e)),
        ("a group twice", text(a, a, c, d, e)),
        ("two groups wrong: the first is named", text(a, _other(b, 1), c, _other(d, 1), e)),
    ]
    return [fails(f"typing error: {name}", "read_code", "code-group", text=t, groups=5) for name, t in wrong]


def _wrong_lengths() -> list[Case]:
    wrong = [
        ("nothing", ""),
        ("only blanks", " - "),
        ("a group missing", " ".join(_GROUPS[:4])),
        ("a group too many", _CODE + " " + _GROUPS[0]),
        ("a symbol missing", _CODE[:-1]),
        ("a symbol too many", _CODE + "0"),
    ]
    return [fails(f"length: {name}", "read_code", "code-length", text=text, groups=5) for name, text in wrong]


def _roots() -> list[Case]:
    made = works("a new root key", "new_root", source=some("root", 32))
    code = made["out"]["code"]
    return [
        made,
        works("reading a root code", "read_root", text=code),
        works("reading a root code in lower case", "read_root", text=code.lower().replace(" ", "")),
        fails("a token in place of a root code", "read_root", "code-length", text=_CODE),
        fails("a typing error in a root code", "read_root", "code-group", text=_other(code, 0)),
        works("a fingerprint", "fingerprint", public=made["out"]["public"]),
        works("a fingerprint with leading zeros", "fingerprint", public=_with_leading_zero()),
        fails("a fingerprint of a short key", "fingerprint", "malformed", public=some("root", 31)),
    ]


def _with_leading_zero() -> bytes:
    return next(key for n in range(100) if " 0" in fingerprint(key := some(f"root {n}")))


def _other(text: str, at: int) -> str:
    symbol = ALPHABET[(ALPHABET.index(text[at]) + 1) % 32]
    return text[:at] + symbol + text[at + 1 :]


def _turned(group: str) -> str:
    at = next(n for n in range(3) if group[n] != group[n + 1])
    return group[:at] + group[at + 1] + group[at] + group[at + 2 :]
