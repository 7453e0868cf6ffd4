"""Accounts, their locks, and the devices that are signed in."""

from __future__ import annotations

from server.store import Connection
from sync.messages import Account, Device, Lock


def fold(name: str) -> str:
    """The form in which login names are compared."""
    return " ".join(name.casefold().split())


def is_taken(connection: Connection, name: str) -> bool:
    """Whether somebody signs in under this name."""
    return connection.execute("SELECT 1 FROM account WHERE folded = ?", (fold(name),)).fetchone() is not None


def create(connection: Connection, person: str, account: Account, at: int) -> None:
    """Make a person's account with its locks."""
    row = (person, account.name.strip(), fold(account.name), at)
    connection.execute("INSERT INTO account VALUES (?, ?, ?, ?)", row)
    for lock in account.locks:
        put_lock(connection, person, lock)


def remove(connection: Connection, reader: str) -> None:
    """Drop the reader's account: locks, devices and their notices, known browsers, e-mail, calendar addresses."""
    for table in ("feed", "mail", "browser", "device", "lock", "account"):
        connection.execute(f"DELETE FROM {table} WHERE person = ?", (reader,))  # noqa: S608


def put_lock(connection: Connection, reader: str, lock: Lock) -> None:
    """Add a lock to the reader's own account; one of the same kind is replaced."""
    connection.execute("DELETE FROM lock WHERE person = ? AND kind = ?", (reader, lock.kind))
    row = (lock.id, reader, lock.kind, lock.salt, lock.ops, lock.mem, lock.login, lock.wrapped)
    connection.execute("INSERT INTO lock VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)


def find_lock(connection: Connection, name: str, kind: str) -> tuple[str, str, Lock] | None:
    """(person, account name, lock) of a login name, for whoever proves the login key next."""
    row = connection.execute(
        """SELECT a.person, a.name, l.id, l.kind, l.salt, l.ops, l.mem, l.login, l.wrapped
           FROM account a JOIN lock l ON l.person = a.person WHERE a.folded = ? AND l.kind = ?""",
        (fold(name), kind),
    ).fetchone()
    if row is None:
        return None
    names = ("id", "kind", "salt", "ops", "mem", "login", "wrapped")
    return row[0], row[1], Lock(**dict(zip(names, row[2:], strict=True)))


def name_of(connection: Connection, reader: str) -> str:
    """The reader's own login name."""
    row = connection.execute("SELECT name FROM account WHERE person = ?", (reader,)).fetchone()
    return row[0] if row else ""


def add_device(
    connection: Connection, person: str, device: str, token: str, name: str, browser: str, at: int
) -> None:  # fmt: skip
    """Remember a signed-in device by the hash of its cookie, and its browser by that of another."""
    row = (device, person, token, name, at, at, browser)
    connection.execute("INSERT INTO device VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    connection.execute("INSERT OR REPLACE INTO browser VALUES (?, ?, ?)", (browser, person, at))


def knows_browser(connection: Connection, name: str, browser: str) -> bool:
    """Whether the account of this login name was signed in before in the browser with this hash."""
    row = connection.execute(
        "SELECT 1 FROM account a JOIN browser b ON b.person = a.person WHERE a.folded = ? AND b.token = ?",
        (fold(name), browser),
    ).fetchone()
    return row is not None


def forget_browser(connection: Connection, reader: str, device: str) -> None:
    """Make the browser of one of the reader's devices a strange one again."""
    connection.execute(
        "DELETE FROM browser WHERE person = ?1 AND token = (SELECT browser FROM device WHERE id = ?2 AND person = ?1)",
        (reader, device),
    )


def find_device(connection: Connection, token: str) -> tuple[str, str, int] | None:
    """(person, device, last seen) of a cookie's hash."""
    row = connection.execute("SELECT person, id, seen FROM device WHERE token = ?", (token,)).fetchone()
    return (row[0], row[1], row[2]) if row else None


def touch_device(connection: Connection, device: str, at: int) -> None:
    """Note that a device was here."""
    connection.execute("UPDATE device SET seen = ? WHERE id = ?", (at, device))


def devices(connection: Connection, reader: str, current: str) -> list[Device]:
    """The reader's own devices, newest first."""
    rows = connection.execute(
        "SELECT id, name, created, seen FROM device WHERE person = ? ORDER BY seen DESC", (reader,)
    )
    return [Device(id=row[0], name=row[1], created=row[2], seen=row[3], current=row[0] == current) for row in rows]


def remove_device(connection: Connection, reader: str, device: str) -> bool:
    """Sign one of the reader's own devices out; False if there is no such device."""
    return bool(connection.execute("DELETE FROM device WHERE person = ? AND id = ?", (reader, device)).rowcount)
