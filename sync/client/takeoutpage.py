"""The page in a takeout that anybody can read: no script, nothing from elsewhere; every word in it is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any
from urllib.parse import quote

from sync.zone import day_of

Body = Mapping[str, Any]
WORDS = {
    "title": "Meegenomen van", "absences": "Absenties", "leaves": "Verlof", "talks": "Gesprekken", "book": "Boek",
    "photos": "Foto's", "answers": "Intekenen", "threads": "Berichten", "none": "Niets", "me": "Ik",
    "lunch": "Strippenkaart", "left": "Nog over", "refund": "Terug te betalen", "owed": "Nog te betalen",
    "parent": "Ouder van", "staff": "", "other": "Iemand",
}  # fmt: skip
_POLICY = "default-src 'none'; style-src 'none'; script-src 'none'"


def page(body: Body, words: Mapping[str, str] = WORDS) -> str:
    """The page of a takeout's `kring.json`."""
    name = f"{words['title']} {body['school'].get('name') or body['school']['host']}"
    parts = [*(_child(one, words) for one in body["children"]),
             _section(words["answers"], map(_answer, body["answers"]), words),
             _section(words["lunch"], _lunch(body["lunch"], words), words, True),
             _section(words["threads"], (_thread(one, words) for one in body["threads"]), words)]  # fmt: skip
    return (f'<!doctype html><html lang="nl"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" '
            f'content="{_POLICY}"><title>{escape(name)}</title><h1>{escape(name)}</h1>'
            f"<p>{day_of(body['made'])}</p>{''.join(parts)}</html>")  # fmt: skip


def _child(one: Body, words: Mapping[str, str]) -> str:
    name = " ".join(part for part in (one["first"], one["particle"], one["last"]) if part)
    said = [
        _section(words["absences"], (f"{one['from']} – {one['until']}: {one['reason']} {one.get('note', '')}"
                                     for one in one["absences"]), words, True),
        _section(words["leaves"], (f"{one['from']} – {one['until']}: {one['kind']}" for one in one["leaves"]), words,
                 True),
        _section(words["talks"], (f"<strong>{escape(one['day'])}</strong> {_text(one['text'])}{_links(one['files'])}"
                                  for one in one["talks"]), words),
        _section(words["book"], (f"{escape(one['title'])} {_text(one['text'])}{_links([one['file']])}"
                                 for one in one["book"]), words),
        _section(words["photos"], (f"{escape(one['album'])} {escape(one['caption'])}{_links([one['file']])}"
                                   for one in one["photos"]), words),
    ]  # fmt: skip
    return f"<h2>{escape(name)}</h2>{''.join(said)}"


def _lunch(one: Body, words: Mapping[str, str]) -> list[str]:
    lines = [f"{each['day']}: {each['strips']:+d}" for each in one["lines"]]
    what = "owed" if one["owed"] else "refund" if one["refund"] else "left"
    count = one["owed"] or one["left"]
    return [*lines, f"{words[what]}: {count} (€ {abs(one['cents']) / 100:.2f})"] if lines else []


def _answer(one: Body) -> str:
    said = "; ".join(f"{each['question']}: {each['answer']}" for each in one["answers"])
    return f"<strong>{escape(one['title'])}</strong> {escape(said)}"


def _thread(one: Body, words: Mapping[str, str]) -> str:
    said = (f"<li>{day_of(each['at'])} <em>{escape(words[each['by']])} {escape(each['of'])}</em>: "
            f"{_text(each['text'])}{_links(each['files'])}" for each in one["messages"])  # fmt: skip
    return f"<strong>{escape(one['title'])}</strong><ul>{''.join(said)}</ul>"


def _section(title: str, lines: Iterable[str], words: Mapping[str, str], plain: bool = False) -> str:
    found = [f"<li>{escape(one) if plain else one}</li>" for one in lines]
    inside = f"<ul>{''.join(found)}</ul>" if found else f"<p>{escape(words['none'])}</p>"
    return f"<h3>{escape(title)}</h3>{inside}"


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _links(names: Iterable[str]) -> str:
    return "".join(f' <a href="{quote(name)}">{escape(name)}</a>' for name in names)
