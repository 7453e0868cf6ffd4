"""New keys where somebody left or a date passed: which circles still wait for them, and giving them now.

Invariant: one circle a request, innermost first, so that it can be stopped, fail half-way, and be gone on with; what
is done already is due no more. Nobody has to do this for safety's sake while nothing is written: whoever writes does
it first.
"""

from __future__ import annotations

from collections.abc import Callable

from sync.circles import RANK
from sync.client.session import Session

Progress = Callable[[int, int], None]
"""(done, of how many) after each circle."""


def due(session: Session) -> list[str]:
    """The circles that wait for new keys, innermost first: a reader left, or what they nest waits itself.

    Asks for the reader lists of all circles that the office manages. Raises Problem, Refused.
    """
    batch = session.batch(session.seat("office"))
    circles = sorted(session.replica.circles.values(), key=lambda circle: RANK.get(circle.kind, 0))
    found: dict[str, None] = {}
    for circle in (one.id for one in circles if batch.may_rotate(one.id)):
        nested = {str(reader["ref"])[2:] for reader in batch.readers(circle)}
        if batch.is_due(circle) or nested & found.keys():
            found[circle] = None
    return list(found)


def renew(
    session: Session, progress: Progress = lambda done, total: None, stop: Callable[[], bool] = lambda: False
) -> int:
    """Give new keys to all that waits for them; returns how many circles that were. Raises Problem, Refused.

    `stop` is asked before each circle; stopped or interrupted, the next call goes on where it was.
    """
    waiting = due(session)
    for done, circle in enumerate(waiting):
        if stop():
            return done
        session.write(lambda batch, circle=circle: batch.freshen(circle), session.seat("office"))  # type: ignore[misc]
        progress(done + 1, len(waiting))
    return len(waiting)
