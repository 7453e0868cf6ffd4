"""Who fetches a child, as it was said last: the newest word of a day holds, and its readers see what it was before.

A word that claims to be of the future is overruled by name (`over`) by whoever speaks next, so that a clock that is
ahead does not win once its hour has come. Pure; the same as `absences/pickups.js` in the browser.
"""

from __future__ import annotations

from collections.abc import Iterable

from sync.chains import Item


def word_on(said: Iterable[Item], day: str) -> tuple[str, str]:
    """Who fetches a child on a day, and who was to before, if that changed; "" for nobody else."""
    words = [item for item in said if item.body["date"] == day]
    over = {one for item in words for one in item.body.get("over", ())}
    words.sort(key=lambda one: (one.id not in over, int(one.head["time"]), one.id))
    names = [str(one.body["name"]) for one in words]
    last = names[-1] if names else ""
    return last, next((name for name in reversed(names) if name and name != last), "")


def overruling(said: Iterable[Item], day: str, now: int) -> dict[str, list[str]]:
    """The words of that day which whoever speaks now overrules, though they claim to be of later: their ids."""
    over = sorted(item.id for item in said if item.body["date"] == day and int(item.head["time"]) > now)
    return {"over": over} if over else {}
