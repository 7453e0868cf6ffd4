"""The recovery sheet, story 7: used once, renewed, and what it opens."""

from __future__ import annotations

import pytest

from sync.client import account
from sync.client.transport import Problem
from tests.stories.cast import Regenboog, password_of


def sign_in(regenboog: Regenboog, secret: str, kind: str) -> str:
    """Who Anna is on a new browser; "" if she does not get in."""
    try:
        return account.login(regenboog.school.browser(), "anna", secret, kind=kind).person
    except Problem as problem:
        assert problem.code == "wrong-login"
        return ""


def test_the_sheet_opens_everything_and_the_next_one_replaces_it(regenboog: Regenboog) -> None:
    """Her password is forgotten, her telephone gone: the sheet brings all of it back, and is worth nothing after."""
    old = regenboog.papers.sheets["anna"]
    session = account.login(regenboog.school.browser(), "anna", old, kind="sheet")
    assert session.person == regenboog.anna.person
    assert {*session.replica.items} >= {*regenboog.anna.replica.items}
    new = account.renew_sheet(session)
    assert sign_in(regenboog, old, "sheet") == ""
    assert sign_in(regenboog, new, "sheet") == regenboog.anna.person


def test_another_password(regenboog: Regenboog) -> None:
    """The one before opens nothing any more; the sheet and whoever is signed in stay as they are."""
    account.change_password(regenboog.anna, "een-heel-ander-kanarielied-5")
    assert sign_in(regenboog, password_of("anna"), "password") == ""
    assert sign_in(regenboog, "een-heel-ander-kanarielied-5", "password") == regenboog.anna.person
    assert sign_in(regenboog, regenboog.papers.sheets["anna"], "sheet") == regenboog.anna.person
    regenboog.anna.sync()


def test_nobody_renews_for_somebody_else(regenboog: Regenboog) -> None:
    """Koen puts a lock for Anna's seed that he does not have: it is his own account that gets it."""
    account.renew_sheet(regenboog.koen)
    assert sign_in(regenboog, regenboog.papers.sheets["anna"], "sheet") == regenboog.anna.person
    with pytest.raises(Problem):
        account.login(regenboog.school.browser(), "koen", regenboog.papers.sheets["koen"], kind="sheet")
