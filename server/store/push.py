"""Push subscriptions, one a device, and the queue of what they have to be told."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from server.store import Connection
from sync.messages import PushChoices, Subscription


@dataclass(frozen=True)
class Target:
    """One device that wants to be told; `failing`: since when (ms) its push service refuses, 0 = it does not."""

    device: str
    person: str
    endpoint: str
    p256dh: str
    auth: str
    choices: PushChoices
    failing: int


@dataclass(frozen=True)
class Job:
    """One message that waits for a device; times in ms UTC."""

    id: int
    target: Target
    payload: str
    topic: str
    urgent: bool
    created: int
    tries: int


_TARGET = "s.device, s.person, s.endpoint, s.p256dh, s.auth, s.choices, s.failing"


def subscribe(connection: Connection, person: str, device: str, given: Subscription) -> None:
    """Remember where a device is told; another browser under the same address is forgotten."""
    connection.execute("DELETE FROM subscription WHERE endpoint = ? AND device <> ?", (given.endpoint, device))
    choices = msgspec.json.encode(given.choices).decode()
    row = (device, person, given.endpoint, given.p256dh, given.auth, choices)
    connection.execute("INSERT OR REPLACE INTO subscription VALUES (?, ?, ?, ?, ?, ?, 0)", row)


def unsubscribe(connection: Connection, device: str) -> None:
    """Forget where a device is told, and what waits for it."""
    connection.execute("DELETE FROM subscription WHERE device = ?", (device,))
    connection.execute("DELETE FROM push_job WHERE device = ?", (device,))


def target(connection: Connection, device: str) -> Target | None:
    """Where a device is told."""
    row = connection.execute(f"SELECT {_TARGET} FROM subscription s WHERE s.device = ?", (device,)).fetchone()  # noqa: S608
    return _target(row) if row else None


def targets(connection: Connection, persons: Iterable[str]) -> list[Target]:
    """Where these persons are told."""
    rows = connection.execute(
        f"SELECT {_TARGET} FROM json_each(?) one JOIN subscription s ON s.person = one.value",  # noqa: S608
        (json.dumps(sorted(persons)),),
    )
    return [_target(row) for row in rows]


def enqueue(
    connection: Connection, jobs: list[tuple[str, str, int]], topic: str, urgent: bool, now: int
) -> None:  # fmt: skip
    """Let messages wait (device, payload, when due); those of the same topic that wait still are replaced."""
    connection.executemany("DELETE FROM push_job WHERE device = ? AND topic = ?", [(job[0], topic) for job in jobs])
    connection.executemany(
        "INSERT INTO push_job (device, payload, due, topic, urgent, created) VALUES (?, ?, ?, ?, ?, ?)",
        [(*job, topic, urgent, now) for job in jobs],
    )


def due(connection: Connection, now: int, most: int) -> list[Job]:
    """What has to be told now, the oldest first."""
    rows = connection.execute(
        f"""SELECT j.id, {_TARGET}, j.payload, j.topic, j.urgent, j.created, j.tries
            FROM push_job j JOIN subscription s ON s.device = j.device WHERE j.due <= ? ORDER BY j.due, j.id LIMIT ?""",  # noqa: S608
        (now, most),
    )
    return [Job(row[0], _target(row[1:8]), row[8], row[9], bool(row[10]), row[11], row[12]) for row in rows]


def withdraw(connection: Connection, topic: str) -> None:
    """Forget what waits about a record that was taken back."""
    connection.execute("DELETE FROM push_job WHERE topic = ?", (topic,))


def settle(connection: Connection, job: int) -> None:
    """Forget a message that was told, or that is no use any more."""
    connection.execute("DELETE FROM push_job WHERE id = ?", (job,))


def postpone(connection: Connection, job: int, until: int) -> None:
    """Try a message again later."""
    connection.execute("UPDATE push_job SET due = ?, tries = tries + 1 WHERE id = ?", (until, job))


def mark(connection: Connection, device: str, failing: int) -> None:
    """Note since when a device's push service refuses; 0: it answered."""
    connection.execute("UPDATE subscription SET failing = ? WHERE device = ?", (failing, device))


def _target(row: tuple[str, str, str, str, str, str, int]) -> Target:
    return Target(*row[:5], msgspec.json.decode(row[5], type=PushChoices), row[6])
