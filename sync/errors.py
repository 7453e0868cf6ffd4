"""What the rules refuse: one class, a stable code, and facts that help (never secrets)."""

from __future__ import annotations


class Refused(Exception):
    """Something breaks a rule of the protocol; `code` is stable, `facts` are safe to show.

    Codes of entries: `not-a-writer`, `not-a-manager`, `unknown-kind`, `stale-tip`, `stale-link`,
    `stale-epoch`, `stale-revision`, `wrong-author`, `bad-readers`, `bad-link`, `bad-act`, `bad-letter`.
    Codes of a server that lies: `forked`, `unproven`, `rolled-back`, `wrong-school`, `swapped-key`.
    """

    def __init__(self, code: str, **facts: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts
