"""The school's own time: a day and a time on its clock, and the instant that is. Right on both days that clocks change.

A time that does not exist (02:30 when summer begins) is taken as an hour later, one that comes twice as the first.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Amsterdam")


def instant(day: str, time: str = "00:00") -> int:
    """The ms UTC of a day "YYYY-MM-DD" and a time "HH:MM" (to "24:00") on the school's clock; raises ValueError."""
    hour, minute = (int(part) for part in time.split(":"))
    local = datetime.combine(date.fromisoformat(day) + timedelta(days=hour // 24), datetime.min.time(), ZONE)
    return int(local.replace(hour=hour % 24, minute=minute).astimezone(UTC).timestamp() * 1000)


def day_of(at: int) -> str:
    """The day "YYYY-MM-DD" on the school's calendar at an instant (ms UTC)."""
    return _local(at).strftime("%Y-%m-%d")


def time_of(at: int) -> str:
    """The time "HH:MM" on the school's clock at an instant (ms UTC)."""
    return _local(at).strftime("%H:%M")


def _local(at: int) -> datetime:
    return datetime.fromtimestamp(at / 1000, ZONE)
