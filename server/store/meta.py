"""What the server knows about itself: incarnation, root key, secrets of its own."""

from __future__ import annotations

from server.store import Connection


def get(connection: Connection, key: str) -> str | None:
    """A value, None if it was never set."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


def put(connection: Connection, key: str, value: str) -> None:
    """Set a value."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def remove(connection: Connection, key: str) -> None:
    """Forget a value."""
    connection.execute("DELETE FROM meta WHERE key = ?", (key,))
