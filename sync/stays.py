"""Who stays for lunch on a day, who pays for it and why, and what is left on a card. Pure: all of it comes as facts.

What was written before the day's cut-off decides who pays; what was written last decides who is expected, so that no
alarm rings for a child that was called off late. Facts are plain, the same in both languages:
- rules: {days: [1..7], cutoff: "HH:MM", closed?: [day]}
- plan: {id, seat, at: ms, days: [1..7], from: day, instead: [plan ids]}: fixed days, from the Monday after writing
- change: {seat, at: ms, day, until?: day or "" (open end), weekly?, stay: 0|1, absence?: id, team?: 0|1}; of one
  absence the newest is all that counts; the lunch team's own changes have no cut-off
- card: {strips, bought: day, expires?: day}, a refund with fewer than 0; charge: {day, strips}
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from sync.zone import day_of, instant

Fact = dict[str, Any]
LUNCH = "12:00"
"""A part of a day that covers this is without lunch."""
_LAST = "9999-12-31"


def verdict(day: str, rules: Fact, plans: list[Fact], changes: list[Fact], there: bool = False) -> Fact:
    """Whether a child is expected on a day, whether the day is charged, why, and by whose doing (a seat or "").

    there: it was seen at lunch. why: planned, extra, off, sick, none; late-in, late-off, late-sick, unexpected.
    """
    found = _told(day, rules, plans, changes) if is_lunch_day(day, rules) else _answer(False, False, "none", "")
    return {**found, "pays": True, "why": "unexpected"} if there and not found["pays"] else found


def is_lunch_day(day: str, rules: Fact) -> bool:
    """Whether there is lunch at school on a day."""
    return date.fromisoformat(day).isoweekday() in rules["days"] and day not in rules.get("closed", [])


def cutoff(day: str, rules: Fact) -> int:
    """Until when (ms, not included) a change for a day is in time."""
    return instant(day, rules["cutoff"])


def starts(plan: Fact) -> str:
    """From which day a plan works: not before the Monday after it was written."""
    written = date.fromisoformat(day_of(plan["at"]))
    monday = written + timedelta(days=8 - written.isoweekday())
    return max(str(plan["from"]), monday.isoformat())


def standing(plans: Iterable[Fact], day: str) -> list[Fact]:
    """The plans in force on a day, the oldest first: each parent's newest, but those that another took the place of."""
    begun = sorted((plan for plan in plans if starts(plan) <= day), key=lambda plan: int(plan["at"]))
    newest = {plan["seat"]: plan["id"] for plan in begun}
    gone = {one for plan in begun for one in plan.get("instead", [])}
    return [plan for plan in begun if newest[plan["seat"]] == plan["id"] and plan["id"] not in gone]


def covers(change: Fact, day: str) -> bool:
    """Whether a change is about a day."""
    until = change.get("until", change["day"])
    weekly = change.get("weekly") and _weekday(day) != _weekday(change["day"])
    return change["day"] <= day and (not until or day <= until) and not weekly


def without_lunch(absence: Fact) -> bool:
    """Whether an absence covers lunch on its days."""
    return str(absence.get("start") or "00:00") <= LUNCH < str(absence.get("end") or "24:00")


def balance(cards: list[Fact], charges: list[Fact], today: str) -> Fact:
    """What is left of cards, what is owed, and what was lost to an end: the card that ends first is used first."""
    open_cards, left, owed = _spent(cards, charges)
    over = [today > (card.get("expires") or _LAST) for card in open_cards]
    return {"left": sum(one for one, ended in zip(left, over, strict=True) if not ended), "owed": owed,
            "lost": sum(one for one, ended in zip(left, over, strict=True) if ended)}  # fmt: skip


def worth(cards: list[Fact], charges: list[Fact], today: str, price: int) -> int:
    """What is to be paid back (cents) for what is left, as it was paid for, but for what is owed; below 0: to pay."""
    open_cards, left, owed = _spent(cards, charges)
    pairs = [pair for pair in zip(open_cards, left, strict=True) if today <= (pair[0].get("expires") or _LAST)]
    return sum(int(count * card["cents"]) // int(card["strips"]) for card, count in pairs) - owed * price


def counted(charges: Iterable[Fact]) -> list[Fact]:
    """The charges that count: of each child's day one, the first by id, though two of the team closed it at once."""
    found, seen = list[Fact](), set[tuple[str, str]]()
    for one in sorted(charges, key=lambda one: str(one.get("id", ""))):
        key = (str(one.get("child", "")), str(one["day"]))
        if not key[0] or key not in seen:
            found.append(one)
        seen.add(key)
    return found


def _spent(cards: list[Fact], charges: list[Fact]) -> tuple[list[Fact], list[int], int]:
    """The cards in the order in which they are used, how much of each is left, and what no card was there for."""
    open_cards = sorted((card for card in cards if card["strips"] > 0),
                        key=lambda card: (card.get("expires") or _LAST, card["bought"]))  # fmt: skip
    left, owed = [int(card["strips"]) for card in open_cards], 0
    refunds = [{"day": card["bought"], "strips": -card["strips"]} for card in cards if card["strips"] < 0]
    for spent in sorted([*counted(charges), *refunds], key=lambda one: str(one["day"])):
        for _ in range(spent["strips"]):
            use = (at for at, card in enumerate(open_cards)
                   if left[at] and spent["day"] <= (card.get("expires") or _LAST))  # fmt: skip
            at = next(use, -1)
            if at < 0:
                owed += 1
            else:
                left[at] -= 1
    return open_cards, left, owed


def homes(known: Iterable[Iterable[str]]) -> list[list[str]]:
    """Who shares a card: lists of seats that overlap are one home."""
    found: list[set[str]] = []
    for seats in known:
        home = set(seats)
        for other in [one for one in found if one & home]:
            found.remove(other)
            home |= other
        found.append(home)
    return sorted(sorted(home) for home in found)


def _told(day: str, rules: Fact, plans: list[Fact], changes: list[Fact]) -> Fact:
    limit = cutoff(day, rules)
    last = _choice(day, plans, changes)
    timely = _choice(day, plans, [one for one in changes if one["at"] < limit or one.get("team")])
    if last["stays"]:
        return last if timely["stays"] else {**last, "why": "late-in"}
    if timely["stays"]:
        return {**timely, "stays": False, "why": "late-sick" if last["why"] == "sick" else "late-off"}
    return last


def _choice(day: str, plans: list[Fact], changes: list[Fact]) -> Fact:
    """What plans and changes come to, whenever they were written."""
    plan = next((one for one in standing(plans, day) if _weekday(day) in one["days"]), None)
    planner = str(plan["seat"]) if plan else ""
    found = _newest(day, changes)
    if found is None:
        return _answer(bool(plan), bool(plan), "planned" if plan else "none", planner)
    if not found["stay"]:
        return _answer(False, False, "sick" if found.get("absence") else "off", planner)
    said = "" if found.get("team") else str(found["seat"])
    return _answer(True, True, "planned" if plan else "extra", planner or said)


def _newest(day: str, changes: list[Fact]) -> Fact | None:
    """The change that decides a day: the last that was said, an absence by its last word."""
    in_order = sorted(changes, key=lambda one: int(one["at"]))
    last_word = {one["absence"]: one for one in in_order if one.get("absence")}
    counting = [
        one for one in in_order if not one.get("absence") or (last_word[one["absence"]] is one and not one["stay"])
    ]
    return next((one for one in reversed(counting) if covers(one, day)), None)


def _answer(stays: bool, pays: bool, why: str, seat: str) -> Fact:
    return {"stays": stays, "pays": pays, "why": why, "seat": seat}


def _weekday(day: str) -> int:
    return date.fromisoformat(day).isoweekday()
