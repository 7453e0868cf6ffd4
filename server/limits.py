"""How fast somebody may knock, counted in memory.

Invariant: guessing is slowed per address and per account, yet nobody can lock a family out: what counts against
an account from *everywhere* only makes an attempt wait; only the guesser's own address is refused.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from flask import Flask
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from limits import RateLimitItem, parse

from server import config


class TooOften(Exception):
    """Asked more often than the setting allows; `wait` says for how many seconds."""

    code = "slow-down"

    def __init__(self, wait: int) -> None:
        super().__init__(self.code)
        self.wait = wait


class Limits:
    """The counters of one running school. `pause` waits so many seconds (a greenlet's wait, not the process's).

    volume: how many MiB a linked school may send in an hour.
    """

    def __init__(self, settings: config.Limits, pause: Callable[[float], None], volume: int = 4096) -> None:
        # On an application of its own: its hooks need not run for requests that count nothing.
        hooks = Flask("limits", static_folder=None)
        self._limiter = Limiter(get_remote_address, app=hooks, storage_uri="memory://", strategy="fixed-window")
        self._rates: dict[str, RateLimitItem] = {name: parse(value) for name, value in _rates(settings).items()}
        self._hours = {"volume": parse(f"{volume * 1024 * 1024} per hour")}
        self._longest = settings.account_seconds
        self._pause = pause

    def knock(self, what: str, *who: str) -> None:
        """Count one attempt at `what` (a name of `[limits]`) from this address, or by `who`; raises TooOften."""
        rate, by = self._rates[what], who or (get_remote_address(),)
        if not self._limiter.limiter.hit(rate, what, *by):
            window = self._limiter.limiter.get_window_stats(rate, what, *by)
            raise TooOften(max(1, math.ceil(window.reset_time - time.time())))

    def spend(self, what: str, amount: int, *who: str) -> None:
        """Count an amount (bytes) that `who` may use up in an hour; raises TooOften."""
        hour = self._hours[what]
        if not self._limiter.limiter.hit(hour, what, *who, cost=amount):
            window = self._limiter.limiter.get_window_stats(hour, what, *who)
            raise TooOften(max(1, math.ceil(window.reset_time - time.time())))

    def try_account(self, account: str) -> None:
        """Count an attempt to sign in: refused per account and address (TooOften), slowed per account."""
        self.knock("login_account", account, get_remote_address())
        if not self._limiter.limiter.hit(self._rates["login_account"], "everywhere", account):
            self._pause(self._longest)


def _rates(settings: config.Limits) -> dict[str, str]:
    names = ("challenges", "login", "login_account", "invitations", "entries", "feeds", "peers", "votes")
    return {name: getattr(settings, name) for name in names}
