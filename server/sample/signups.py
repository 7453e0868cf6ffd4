"""The demo's sign-ups: cars for the forest, hands for the Christmas dinner, a consent, and a survey without names."""

from __future__ import annotations

from datetime import date, timedelta

from sync.client import anonymous, rides, signups
from sync.client.office import groups
from sync.client.session import Session, now
from sync.client.signups import Take, question
from sync.client.transport import Http
from sync.zone import day_of, instant

WEDNESDAY = 2


def fill(marga: Session, staff: dict[str, Session], families: dict[str, Session]) -> None:
    """Make some; `staff` by name ("juf Sanne"), `families` by login ("anna")."""
    sanne = staff["juf Sanne"]
    for session in (marga, sanne, *families.values()):
        session.sync()
    _forest(sanne, families)
    _dinner(sanne, families)
    _pictures(sanne, families)
    _yard(marga, families)


def _forest(sanne: Session, families: dict[str, Session]) -> None:
    """Two cars are found, each child that needs one has a seat, and two families have not answered yet."""
    asks = question("drivers", "Hoe gaat je kind naar het bos?", slots=[("Plaatsen", 12)])
    trip = {"day": _wednesday(), "start": "08:30", "end": "12:00", "place": "schoolplein"}
    form = signups.make(sanne, [groups(sanne)["3A"].group], "Wie rijdt er mee naar het bos?", [asks], text=_FOREST,
                        when=trip, closes=instant(_before(trip["day"]), "20:00"))  # fmt: skip
    anna, omar, fatima = families["anna"], families["omar"], families["fatima"]
    _drive(anna, form, asks, {"seats": 4, "childseats": 1, "meet": "het schoolplein", "name": "Anna", "shows": 1})
    _drive(omar, form, asks, {"seats": 3, "childseats": 0, "meet": "de Vogellaan", "name": "Omar", "shows": 0})
    fatima.sync()
    signups.answer(fatima, form, {asks["id"]: "ride"}, _child(fatima, "Mila"), phone="06 2345 6789")
    sanne.sync()
    cars = rides.drivers(sanne, form, asks["id"])
    riders = {item.id: [str(item.body["child"])] for item, _ in cars}
    riders[cars[0][0].id].append(_child(fatima, "Mila"))
    rides.assign(sanne, form, asks["id"], riders, "We gaan om half negen weg. Om twaalf uur zijn we terug.")


def _dinner(sanne: Session, families: dict[str, Session]) -> None:
    """Helpers for two hours, one of them full, and a list of what everybody brings."""
    hours = [("Klaarzetten, 16.00 uur", 1), ("Opruimen, 19.00 uur", 3)]
    help_asked = question("places", "Wanneer kun je helpen?", required=0, slots=hours)
    dishes = [("Soep", 2), ("Brood", 3), ("Fruit", 3), ("Toetje", 2)]
    bring = question("bring", "Wat neem je mee?", required=0, slots=dishes)
    form = signups.make(sanne, [groups(sanne)["3A"].group], "Kerstdiner", [help_asked, bring], unit="home",
                        closes=_in(14, "17:00"))  # fmt: skip
    peter = families["peter"]
    peter.sync()
    takes = [Take(help_asked["id"], help_asked["slots"][0]["id"]), Take(bring["id"], bring["slots"][0]["id"])]
    signups.answer(peter, form, {}, takes=takes)


def _pictures(sanne: Session, families: dict[str, Session]) -> None:
    asks = question("consent", "Mag een foto van je kind in het album van de klas?", version=1, legal=_PICTURES)
    form = signups.make(sanne, [groups(sanne)["3A"].group], "Foto's in het album", [asks], unit="both")
    for name, child, agreed in (("anna", "Noor", 1), ("fatima", "Mila", 0), ("koen", "Mila", 1)):
        session = families[name]
        session.sync()
        signups.answer(session, form, {asks["id"]: {"agreed": agreed, "version": 1}}, _child(session, child))


def _yard(marga: Session, families: dict[str, Session]) -> None:
    """Five have answered: after the end the office reads what was said, and nobody who said it."""
    school = marga.replica.trust.charter["school"]
    asks = [question("choice", "Hoe is de drukte op het plein om kwart over drie?", "Prima", "Het gaat", "Te druk"),
            question("text", "Wat zou helpen?", required=0)]  # fmt: skip
    form = anonymous.ask(marga, school, "Het schoolplein", asks, _in(5, "17:00"), unit="person")
    for name, at, text in (("anna", 2, ""), ("fatima", 2, "Een zebrapad."), ("koen", 1, ""), ("omar", 2, ""),
                           ("jeroen", 0, "Later ophalen mag best.")):  # fmt: skip
        session = families[name]
        session.sync()
        said = {asks[0]["id"]: asks[0]["options"][at]["id"], asks[1]["id"]: text}
        anonymous.answer(session, Http(session.transport.origin), form, said)


def _drive(session: Session, form: str, asks: signups.Body, car: signups.Body) -> None:
    session.sync()
    child = _child(session, "Noor" if car["name"] == "Anna" else "Yara")
    take = Take(asks["id"], asks["slots"][0]["id"], car["seats"], more=car)
    signups.answer(session, form, {asks["id"]: "drive"}, child, [take])


def _child(session: Session, first: str) -> str:
    profiles = session.replica.of_kind("profile")
    return next(item.circle for item in profiles if item.body.get("first") == first)


def _wednesday() -> str:
    """The day on which the calendar of the demo has the forest: the Wednesday nearest to four days from now."""
    day = _today() + timedelta(days=4)
    return (day + timedelta(days=(WEDNESDAY - day.weekday() + 3) % 7 - 3)).isoformat()


def _before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def _in(days: int, time: str) -> int:
    return instant((_today() + timedelta(days=days)).isoformat(), time)


def _today() -> date:
    return date.fromisoformat(day_of(now()))


_FOREST = """We zoeken twaalf plaatsen. Tel je eigen kind mee. Kinderen tot 1,35 meter zitten op een zitje.

Rijd je niet? Laat dan weten of je kind mee moet rijden."""
_PICTURES = """Alleen ouders en leerkrachten van deze groep zien het album. De foto's gaan na het schooljaar weg.

Je kunt je antwoord altijd veranderen. Zeg je nee, dan plaatsen we geen foto waar je kind op staat."""
