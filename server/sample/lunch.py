"""The demo's lunch: the rules, fixed days of four families, a card with one strip left, and a helper."""

from __future__ import annotations

from datetime import date, timedelta

from sync.client import duties, homes, lunch, lunchcards, lunchday, lunchers
from sync.client.session import Session
from sync.zone import day_of

RULES = """We wassen eerst onze handen. We eten aan tafel, met de groep.

Na het eten gaan we naar buiten. Wie blijft, meld je aan voor 11.00 uur."""
CARDS = [{"strips": 10, "cents": 2750}, {"strips": 25, "cents": 6500}]


def fill(marga: Session, staff: dict[str, Session], families: dict[str, Session]) -> None:
    """Make some; `staff` by name ("juf Sanne"), `families` by login ("anna")."""
    corrie, anna, fatima, jeroen = staff["Corrie"], families["anna"], families["fatima"], families["jeroen"]
    lunch.set_rules(marga, text=RULES, price=275, cards=CARDS)
    lunchers.list_children(marga)
    omar = families["omar"]
    for session in (corrie, anna, families["peter"], fatima, jeroen, omar):
        session.sync()
    _live_together(anna, families["peter"])
    days = _days(day_of(marga.clock()))
    for session, first in ((anna, "Noor"), (anna, "Bram"), (fatima, "Mila"), (jeroen, "Daan"), (omar, "Yara")):
        _sign_up(session, first, days)
    _tell(anna, fatima, omar)
    duties.offer_help(jeroen, "Jeroen Smit", "06 3456 7890")
    corrie.sync()
    _sell(corrie, anna, fatima, days)
    (seat,) = duties.helpers(corrie)
    duties.plan_duty(corrie, seat, days[1], "11:45", "13:15")


def _live_together(anna: Session, peter: Session) -> None:
    if not homes.household(anna):
        seats = [one for one in peter.replica.seats() if peter.replica.trust.seats[one].role == "guardian"]
        home = homes.start_household(anna, seats, {})
        peter.sync()
        homes.join_household(peter, home)


def _days(today: str) -> list[str]:
    """The next days of lunch, today among them if it is one."""
    all_days = (date.fromisoformat(today) + timedelta(days=count) for count in range(14))
    return [day.isoformat() for day in all_days if day.isoweekday() in lunch.BLANK["days"]]


def _sign_up(session: Session, first: str, days: list[str]) -> None:
    child = _child(session, first)
    if lunch.acceptance(session) is None:
        lunch.accept(session, shared=True)
    lunch.plan(session, child, [2, 4] if first == "Bram" else [1, 2, 4])
    lunch.change(session, child, days[0] if first in ("Noor", "Bram", "Yara") else days[1], True)


def _tell(anna: Session, fatima: Session, omar: Session) -> None:
    """What they may not eat; Mila is at home today, ill."""
    lunch.tell_diet(omar, _child(omar, "Yara"), allergens=["nopork"], allergies="Alleen halal.", phones="06 4567 8901")
    lunch.tell_diet(fatima, _child(fatima, "Mila"), allergens=["nuts", "peanut"], medication="EpiPen in haar tas",
                    phones="06 2345 6789", allergies="Ook geen koek waar noten in kunnen zitten.")  # fmt: skip
    lunch.tell_diet(anna, _child(anna, "Noor"), allergens=["vegetarian"], phones="06 1234 5678")


def _sell(corrie: Session, anna: Session, fatima: Session, days: list[str]) -> None:
    """A card each: of Anna's one strip is left, as one was paid back."""
    home = lunchcards.home_of(corrie, anna.seat("guardian").id)
    lunchcards.sell(corrie, home, 2, 550, days[0])
    lunchcards.sell(corrie, home, -1, -275, days[0])
    lunchcards.sell(corrie, lunchcards.home_of(corrie, fatima.seat("guardian").id), 10, 2750, days[0])
    if days[0] == day_of(corrie.clock()):
        lunchday.tick(corrie, days[0], _child(anna, "Noor"))


def _child(session: Session, first: str) -> str:
    profiles = session.replica.of_kind("profile")
    return next(item.circle for item in profiles if item.body.get("first") == first)
