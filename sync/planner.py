"""The times of an evening, talks that fit behind each other, and a plan from the wishes of many families. Pure.

Invariants: the same input gives the same output, in both languages; no time is given twice; whoever can have a time
gets one (most talks first, wishes after that); nobody is in two rooms at once. Slots and places are plain objects:
{id, day, start, end} with "HH:MM", and where it matters {offer, room, walk}: which table, in which room, and how many
minutes it takes to walk there from another room ("" = no room: a telephone).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise, permutations
from typing import Any

Slot = dict[str, Any]
Wish = dict[str, Any]

UNPLACED = 1_000_000_000
"""What it costs to have no time: more than all wishes of a school together."""
_NEVER = 10 * UNPLACED
_OUTSIDE, _CLOSE, _OTHER_DAY, _LONGEST = 1000, 600, 400, 300
_SCALE = 100
_APART = 30
"""Minutes between the beginnings of two proposals, so that there is something to choose."""
_SWEEPS, _ROUNDS = 3, 20


def minutes(time: str) -> int:
    """Minutes since midnight of a time "HH:MM"."""
    hour, minute = time.split(":")
    return int(hour) * 60 + int(minute)


def clock(count: int) -> str:
    """The time "HH:MM" of minutes since midnight."""
    return f"{count // 60:02}:{count % 60:02}"


def timetable(days: Iterable[Slot], length: int, pause: int = 0, breaks: Sequence[Sequence[str]] = ()) -> list[Slot]:
    """The times of a table: on each day {day, from, until} talks of `length` minutes with `pause` minutes between.

    breaks: pairs of times in which there is none; after one the next talk begins when it ends.
    """
    found: list[Slot] = []
    pauses = sorted((minutes(start), minutes(end)) for start, end in breaks)
    for one in days:
        at, until = minutes(one["from"]), minutes(one["until"])
        while length > 0 and at + length <= until:
            held = [end for start, end in pauses if start < at + length and end > at]
            if held:
                at = max(held)
                continue
            found.append({"day": one["day"], "start": clock(at), "end": clock(at + length)})
            at += length + pause
    return found


def gap(first: Slot, second: Slot) -> int:
    """The minutes between two times of one day; negative where they overlap."""
    return max(minutes(second["start"]) - minutes(first["end"]), minutes(first["start"]) - minutes(second["end"]))


def walking(first: Slot, second: Slot) -> int:
    """The minutes that one needs from one to the other."""
    rooms = first.get("room", ""), second.get("room", "")
    return max(int(first.get("walk", 0)), int(second.get("walk", 0))) if all(rooms) and rooms[0] != rooms[1] else 0


def combos(children: Sequence[Sequence[Slot]], most: int = 3) -> list[list[Slot]]:
    """For each child one of its free places, behind each other with time to walk; the least waiting comes first.

    Returns up to `most` proposals, in each the places in the order of the children; they begin well apart.
    """
    found: dict[tuple[str, ...], tuple[int, str, int, int, list[Slot]]] = {}
    for turn, order in enumerate(permutations(range(len(children)))):
        for first in children[order[0]] if order else ():
            if chain := _chain([children[at] for at in order], first):
                places = [chain[order.index(at)] for at in range(len(order))]
                key = tuple(place["id"] for place in places)
                found.setdefault(key, (_waiting(chain), first["day"], minutes(first["start"]), turn, places))
    ranked = sorted(found.values(), key=lambda one: (*one[:4], [place["id"] for place in one[4]]))
    return _spread(ranked, most)


def plan(
    wishes: Sequence[Wish], slots: Sequence[Slot], apart: int = 0, held: Sequence[Wish] = ()
) -> dict[str, str]:  # fmt: skip
    """Give as many wishes as can be a time: wish id -> slot id; who can have none is left out.

    wishes: {id, home, child, offer, from, until, avoid: [[day or "", from, until]]} with "" for no matter. slots: the
    free ones, with offer, room and walk. apart: minutes between the two homes of one child. held: what stands already,
    {home, child, slot: the place}. Wishes of one home for several children come behind each other where they can.
    """
    given: dict[str, Slot] = {}
    for sweep in range(_SWEEPS):
        for offer in sorted({str(wish["offer"]) for wish in wishes}):
            asked = [wish for wish in wishes if wish["offer"] == offer]
            if not sweep or any(wish["id"] not in given for wish in asked):
                others = [{**one, "slot": given[one["id"]]} for one in wishes if one["id"] in given]
                own = [one for one in slots if one["offer"] == offer]
                given |= _solve(asked, own, [*others, *held], apart, given)
        _improve(wishes, slots, apart, held, given)
        if all(wish["id"] in given for wish in wishes):
            break
    return {wish["id"]: given[wish["id"]]["id"] for wish in wishes if wish["id"] in given}


def price(wish: Wish, slot: Slot, others: Iterable[Wish], apart: int) -> int:
    """What a time costs a wish beside the talks of others; `UNPLACED` or more where it can't be."""
    total = _outside(wish, slot)
    for one in others:
        if one["home"] == wish["home"] and (one["child"] != wish["child"]):
            cost = _beside(slot, one["slot"])
        elif one["child"] == wish["child"] and one["home"] != wish["home"] and slot["day"] == one["slot"]["day"]:
            cost = _CLOSE if gap(slot, one["slot"]) < apart else 0
        else:
            cost = 0
        total += cost
    return total


def assign(costs: list[list[int]]) -> list[int]:
    """The cheapest column for each row, none twice (the Hungarian method); no fewer columns than rows."""
    height, width = len(costs), len(costs[0]) if costs else 0
    rows, columns, owner = [0] * (height + 1), [0] * (width + 1), [0] * (width + 1)
    for row in range(1, height + 1):
        owner[0] = row
        way, at = _reach(costs, rows, columns, owner)
        while at:
            owner[at], at = owner[way[at]], way[at]
    found = [0] * height
    for column in range(1, width + 1):
        if owner[column]:
            found[owner[column] - 1] = column - 1
    return found


def _reach(costs: list[list[int]], rows: list[int], columns: list[int], owner: list[int]) -> tuple[list[int], int]:
    """The cheapest way from a new row to a free column, and that column; the potentials follow."""
    width, at = len(columns), 0
    least, used, way = [_NEVER * _NEVER] * width, [False] * width, [0] * width
    while True:
        used[at], row, step, ahead = True, owner[at], _NEVER * _NEVER, 0
        for column in [one for one in range(1, width) if not used[one]]:
            cost = costs[row - 1][column - 1] - rows[row] - columns[column]
            if cost < least[column]:
                least[column], way[column] = cost, at
            if least[column] < step:
                step, ahead = least[column], column
        for column in range(width):
            if used[column]:
                rows[owner[column]] += step
                columns[column] -= step
            else:
                least[column] -= step
        at = ahead
        if not owner[at]:
            return way, at


def _solve(
    asked: list[Wish], slots: list[Slot], others: list[Wish], apart: int, given: dict[str, Slot]
) -> dict[str, Slot]:  # fmt: skip
    """One table's wishes on its own times: a matching of most talks, and of those the cheapest."""
    rows = []
    for wish in asked:
        beside = [one for one in others if one.get("id") != wish["id"]]
        prices = [price(wish, slot, beside, apart) * _SCALE + min(at, _SCALE - 1) for at, slot in enumerate(slots)]
        rows.append([min(cost, _NEVER) for cost in prices] + [UNPLACED] * len(asked))
    for wish in asked:
        given.pop(wish["id"], None)
    found = zip(asked, assign(rows), strict=True)
    return {wish["id"]: slots[at] for wish, at in found if at < len(slots)}


def _improve(
    wishes: Sequence[Wish], slots: Sequence[Slot], apart: int, held: Sequence[Wish], given: dict[str, Slot]
) -> None:  # fmt: skip
    """Move and exchange talks as long as that comes nearer to the wishes: for what one table can't see of another."""
    kin = {
        wish["id"]: [one for one in [*wishes, *held] if one is not wish and _related(wish, one)] for wish in wishes
    }  # fmt: skip

    def cost(*moved: Wish) -> int:
        total, seen = 0, set[str]()
        for wish in moved:
            others = [one for one in kin[wish["id"]] if one.get("id") not in seen]
            placed = [
                one if "slot" in one else {**one, "slot": given[one["id"]]} for one in others if _placed(one, given)
            ]
            total += price(wish, given[wish["id"]], placed, apart)
            seen.add(wish["id"])
        return total

    for _ in range(_ROUNDS):
        if not any([_better(wish, wishes, slots, given, cost) for wish in wishes if wish["id"] in given]):
            return


def _better(
    wish: Wish, wishes: Sequence[Wish], slots: Sequence[Slot], given: dict[str, Slot], cost: Callable[..., int]
) -> bool:  # fmt: skip
    """Give one wish the time at its table that helps most, its old one to whoever had that; whether it helped."""
    owners = {given[one["id"]]["id"]: one for one in wishes if one["id"] in given}
    own, best, gain = given[wish["id"]], None, 0
    for slot in [one for one in slots if one["offer"] == wish["offer"] and one["id"] != own["id"]]:
        moved = [wish, *(other for other in [owners.get(slot["id"])] if other)]
        before = cost(*moved)
        _exchange(moved, slot, own, given)
        change = cost(*moved) - before
        _exchange(moved, own, slot, given)
        if change < gain:
            best, gain = slot, change
    if best is not None:
        _exchange([wish, *(other for other in [owners.get(best["id"])] if other)], best, own, given)
    return best is not None


def _exchange(moved: list[Wish], slot: Slot, own: Slot, given: dict[str, Slot]) -> None:
    for wish, place in zip(moved, (slot, own), strict=False):
        given[wish["id"]] = place


def _related(wish: Wish, other: Wish) -> bool:
    return bool((wish["home"] == other["home"]) != (wish["child"] == other["child"]))


def _placed(one: Wish, given: dict[str, Slot]) -> bool:
    return "slot" in one or one["id"] in given


def _chain(children: list[Sequence[Slot]], first: Slot) -> list[Slot]:
    """From a first place on, for each next child the earliest that can be reached; empty where there is none."""
    chain = [first]
    for places in children[1:]:
        last = chain[-1]
        reach = [one for one in places if one["day"] == last["day"] and _after(last, one)]
        if not reach:
            return []
        chain.append(min(reach, key=lambda one: (minutes(one["start"]), one["id"])))
    return chain


def _after(last: Slot, place: Slot) -> bool:
    return minutes(place["start"]) >= minutes(last["end"]) + walking(last, place)


def _waiting(chain: list[Slot]) -> int:
    return sum(gap(one, two) - walking(one, two) for one, two in pairwise(chain))


def _spread(ranked: list[tuple[int, str, int, int, list[Slot]]], most: int) -> list[list[Slot]]:
    chosen: list[tuple[int, str, int, int, list[Slot]]] = []
    for one in ranked:
        near = [other for other in chosen if other[1] == one[1] and abs(other[2] - one[2]) < _APART]
        if not near and len(chosen) < most:
            chosen.append(one)
    return [one[4] for one in chosen]


def _outside(wish: Wish, slot: Slot) -> int:
    """How far a time is from what was wished."""
    start, end = minutes(slot["start"]), minutes(slot["end"])
    early = minutes(wish["from"]) - start if wish.get("from") else 0
    late = end - minutes(wish["until"]) if wish.get("until") else 0
    total = sum(_OUTSIDE + min(over, _LONGEST) for over in (early, late) if over > 0)
    for day, since, until in wish.get("avoid", ()):
        if day in ("", slot["day"]) and start < minutes(until or "24:00") and end > minutes(since or "00:00"):
            total += _OUTSIDE
    return total


def _beside(slot: Slot, other: Slot) -> int:
    """Two talks of one home: behind each other is best, at the same time never."""
    if slot["day"] != other["day"]:
        return _OTHER_DAY
    spare = gap(slot, other) - walking(slot, other)
    return UNPLACED if spare < 0 else min(spare, _LONGEST)
