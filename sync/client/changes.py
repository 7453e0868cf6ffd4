"""What a change of an event leaves in its body: the new, and what it was. Pure."""

from __future__ import annotations

from typing import Any

Body = dict[str, Any]
WHEN = ("day", "until", "start", "end", "place")


def changed(body: Body, fields: Body, reason: str, now: int) -> Body:
    """An event's body after a change, which says what it was if day, time or place are others. A field of None goes.

    original: only that day of an event that repeats, which is off with `drop`. skips: the days that the series leaves
    out beside those it leaves out already; None: but for what was dropped, none. Lists grow: a colleague's days stay.
    """
    original = str(fields.get("original", ""))
    new = _new(body, original, {key: value for key, value in fields.items() if key != "original"})
    after = {key: value for key, value in {**body, **new}.items() if value is not None}
    after["version"] = int(body["version"]) + 1
    if when_of(body, original) != when_of(after, original) or is_off(body, original) != is_off(after, original):
        said = {"at": now, "reason": reason, "was": when_of(body, original)}
        after["changed"] = {**said, **({"original": original} if original else {})}
    return after


def _new(body: Body, original: str, fields: Body) -> Body:
    if original and (fields.get("drop") or fields.get("dropped")):
        return {key: _with(body, key, [original]) for key in ("except", "dropped")}
    if original:
        at = {key: value for key, value in {**when_of(body, original), **fields}.items() if key != "until"}
        return {"moved": {**body.get("moved", {}), original: at}}
    if "skips" not in fields:
        return fields
    days = body.get("dropped", []) if fields["skips"] is None else _with(body, "except", fields["skips"])
    rest = {key: value for key, value in fields.items() if key != "skips"}
    return {**rest, "except": days if fields.get("repeat") and days else None}


def _with(body: Body, key: str, days: list[str]) -> list[str]:
    return sorted({*body.get(key, ()), *days})


def when_of(body: Body, original: str) -> Body:
    """Day, time and place of an event, or of one of its days."""
    plain = {key: str(body.get(key, "")) for key in WHEN}
    if not original:
        return plain
    return {**plain, "day": original, "until": "", **body.get("moved", {}).get(original, {})}


def is_off(body: Body, original: str) -> bool:
    """Whether an event, or one of its days, does not take place."""
    return bool(body.get("cancelled")) or original in body.get("dropped", ())


def telling(body: Body) -> Body:
    """What readers are told of the change that a body says: what it was, why, and whether it is off."""
    said = body["changed"]
    off = {"cancelled": 1} if is_off(body, said.get("original", "")) else {}
    one = {"original": said["original"]} if said.get("original") else {}
    return {"was": said["was"], "reason": said["reason"], **off, **one}
