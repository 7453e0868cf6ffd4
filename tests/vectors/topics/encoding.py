"""Text and list forms with one spelling each."""

from __future__ import annotations

from typing import Any

from tests.vectors.cases import Case, fails, some, works


def cases() -> list[Case]:
    """base64url, lists, canonical JSON."""
    return [*_base64(), *_lists(), *_canonical(), *_refused_values(), *_refused_texts()]


def _base64() -> list[Case]:
    return [
        *(works(f"base64url of {size} bytes", "b64", data=some("data", size)) for size in (1, 2, 3, 32)),
        works("base64url of nothing", "b64", data=""),
        works("base64url has - and _", "b64", data="fbffbe"),
        works("reading base64url", "unb64", text="-_--", size=3),
        works("reading nothing", "unb64", text=""),
        *(fails(f"base64url {what}", "unb64", "malformed", text=text) for what, text in _BAD_BASE64),
        fails("another length than demanded", "unb64", "malformed", text="AAAA", size=4),
        fails("nothing where bytes are demanded", "unb64", "malformed", text="", size=32),
    ]


_BAD_BASE64 = [
    ("with padding", "AA=="),
    ("with a padded blank", "AAA="),
    ("with bits left over after one byte", "AB"),
    ("with bits left over after two bytes", "AAB"),
    ("of a single symbol", "A"),
    ("with + of the other alphabet", "+AAA"),
    ("with / of the other alphabet", "/AAA"),
    ("with a blank", "AA AA"),
    ("with a line end", "AAAA\n"),
    ("with a symbol outside", "AAA*"),
    ("with a letter outside ASCII", "AAA\u00e9"),
]


def _lists() -> list[Case]:
    return [
        works("no parts", "lp", parts=[]),
        works("an empty part", "lp", parts=[""]),
        works("two parts", "lp", parts=["61", "6263"]),
        works("the same bytes cut elsewhere", "lp", parts=["6162", "63"]),
        works("a part of 300 bytes", "lp", parts=["00" * 300]),
    ]


def _canonical() -> list[Case]:
    deep = {"a": {"b": {"c": {"d": {"e": {"f": 1}}}}}}
    good = [
        ("an empty object", {}),
        ("keys in order", {"b": 2, "a": 1, "c": []}),
        ("upper case before lower case", {"a": 1, "B": 2, "_": 3}),
        ("a key that begins another", {"ab": 1, "a": 2, "abc": 3}),
        ("digits in keys stay in order of symbols", {"10": 1, "9": 2, "b": 3}),
        ("the largest number", {"n": 2**53 - 1, "z": 0}),
        ("every plain symbol", {"t": " !#$%&'()*+,-./09:;<=>?@AZ[]^_`az{|}~"}),
        ("nested lists", {"l": [1, ["x", ""], {"k": []}]}),
        ("six levels", deep),
    ]
    written = [works(f"canonical: {name}", "canonical", value=value) for name, value in good]
    read = [works(f"reading: {case['name']}", "parse_canonical", text=case["out"]) for case in written]
    return [*written, *read, works("reading with the keys", "parse_canonical", text='{"a":1}', keys=["a"])]


def _refused_values() -> list[Case]:
    bad = [
        ("a fraction", 1.5),
        ("a negative number", -1),
        ("2^53", 2**53),
        ("true", True),
        ("false", False),
        ("null", None),
        ("a quote", 'a"b'),
        ("a backslash", "a\\b"),
        ("a line end", "a\nb"),
        ("a delete", "a\u007f"),
        ("an accent", "\u00e9"),
        ("a symbol beyond 16 bits", "\U0001f600"),
        ("a boolean in a list", [True]),
    ]
    deep: dict[str, Any] = {"a": {"b": {"c": {"d": {"e": {"f": {}}}}}}}
    return [
        *(fails(f"not canonical: {name}", "canonical", "malformed", value={"v": value}) for name, value in bad),
        fails("not canonical: an accent in a key", "canonical", "malformed", value={"\u00e9": 1}),
        fails("not canonical: a quote in a key", "canonical", "malformed", value={'"': 1}),
        fails("not canonical: seven levels", "canonical", "malformed", value=deep),
    ]


def _refused_texts() -> list[Case]:
    bad = [
        ("a blank after a colon", '{"a": 1}'),
        ("a blank before", ' {"a":1}'),
        ("a line end behind", '{"a":1}\n'),
        ("keys in another order", '{"b":1,"a":2}'),
        ("a key twice", '{"a":1,"a":1}'),
        ("a key twice, in a nested object", '{"a":{"b":1,"b":2}}'),
        ("an escaped letter", '{"a":"\\u0061"}'),
        ("an escaped slash", '{"a":"\\/"}'),
        ("an escaped quote", '{"a":"\\""}'),
        ("an accent", '{"a":"\u00e9"}'),
        ("a fraction that is whole", '{"a":1.0}'),
        ("an exponent", '{"a":1e2}'),
        ("minus zero", '{"a":-0}'),
        ("a negative number", '{"a":-1}'),
        ("a leading zero", '{"a":01}'),
        ("2^53", '{"a":9007199254740992}'),
        ("2^53 + 1", '{"a":9007199254740993}'),
        ("twenty digits", '{"a":12345678901234567890}'),
        ("true", '{"a":true}'),
        ("null", '{"a":null}'),
        ("NaN", '{"a":NaN}'),
        ("a list outside", "[1]"),
        ("a number outside", "1"),
        ("text outside", '"a"'),
        ("nothing", ""),
        ("half an object", '{"a":1'),
        ("something behind", '{"a":1}{}'),
        ("a comma too many", '{"a":1,}'),
        ("a byte order mark", '\ufeff{"a":1}'),
        ("seven levels", '{"a":' * 7 + "1" + "}" * 7),
        ("seven levels of lists", '{"a":' + "[" * 6 + "]" * 6 + "}"),
        ("a key with a prototype's name twice", '{"__proto__":1,"__proto__":2}'),
    ]
    return [
        *(fails(f"refused text: {name}", "parse_canonical", "malformed", text=text) for name, text in bad),
        fails("a key missing", "parse_canonical", "malformed", text='{"a":1}', keys=["a", "b"]),
        fails("a key too many", "parse_canonical", "malformed", text='{"a":1,"b":2}', keys=["a"]),
    ]
