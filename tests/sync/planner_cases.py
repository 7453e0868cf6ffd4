"""Evenings for the planner in both languages, kept in `planner.json` by `python -m tests.sync.planner_cases`."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

from sync.planner import combos, plan, timetable

FILE = Path(__file__).with_name("planner.json")
DAYS = ("2026-11-24", "2026-11-26")


def evening(offer: str, room: str, count: int, start: str = "18:00", walk: int = 5, day: str = DAYS[0]) -> list[Any]:
    """The places of one table: `count` talks of ten minutes."""
    found = timetable([{"day": day, "from": start, "until": "23:59"}], 10)[:count]
    return [
        {**one, "id": f"{offer}{at:02}", "offer": offer, "room": room, "walk": walk} for at, one in enumerate(found)
    ]


def wish(name: str, offer: str, home: str, child: str, **more: Any) -> dict[str, Any]:
    """A family's wish for a child at a table."""
    return {"id": name, "offer": offer, "home": home, "child": child, "from": "", "until": "", "avoid": [], **more}


def school(seed: int) -> dict[str, Any]:
    """Three tables and families with one to three children, some of them with two homes, and wishes of all kinds."""
    random = Random(seed)
    slots = [
        one
        for at in range(3)
        for one in evening(f"t{at}", f"r{at}", random.randint(4, 9), random.choice(["18:00", "18:15"]))
    ]
    wishes = []
    for home in range(random.randint(3, 9)):
        for table in sorted(random.sample(range(3), random.randint(1, 3))):
            child = f"c{home}{table}"
            for side in "ab" if random.random() < 0.2 else "a":
                more = {"from": random.choice(["", "", "18:30"]), "until": random.choice(["", "", "19:00"])}
                avoid = random.choice([[], [["", "18:00", "18:20"]], [[DAYS[1], "", ""]]])
                wishes.append(wish(f"w{child}{side}", f"t{table}", f"h{home}{side}", child, avoid=avoid, **more))
    return {"wishes": wishes, "slots": slots, "apart": random.choice([0, 30]), "held": []}


def cases() -> dict[str, Any]:
    """All cases with what Python makes of them."""
    days = [{"day": DAYS[0], "from": "15:00", "until": "16:05"}, {"day": DAYS[1], "from": "18:30", "until": "20:00"}]
    grids = [
        [days, 10, 0, []],
        [days, 15, 5, [["15:30", "15:40"], ["19:00", "19:10"]]],
        [days, 0, 0, []],
        [days, 90, 0, []],
    ]
    schools = [school(seed) for seed in range(12)]
    tables = [[evening(f"t{at}", f"r{at}", 6, start) for at, start in enumerate(starts)] for starts in
              (["18:00", "18:00"], ["18:00", "18:20", "18:00"], ["18:00", "20:00"], ["18:00"])]  # fmt: skip
    return {
        "timetable": [{"in": one, "out": timetable(*one)} for one in grids],
        "combos": [{"in": one, "out": combos(one)} for one in tables],
        "plan": [{"in": one, "out": plan(one["wishes"], one["slots"], one["apart"], one["held"])} for one in schools],
    }


if __name__ == "__main__":
    FILE.write_text(json.dumps(cases(), separators=(",", ":")) + "\n")
