"""Five hundred devices press for one place at the same moment: one gets it, all are answered, nobody twice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bench import sunday
from bench.load import drive
from bench.school import Template, build, fresh_copy, serve, settle
from sync.messages import Claim

DEVICES = 10
"""Of each of the fifty parents."""
GROUP = "3A"


@pytest.fixture
def built(tmp_path: Path) -> Template:
    """A class of twenty-five children with two parents each."""
    return build(tmp_path / "school", (GROUP,), 25)


def test_five_hundred_devices_one_place(built: Template) -> None:
    """Each device sends its own letter; whoever is too late waits in line, or is told that this home has chosen."""
    with serve(settle(built.folder)) as server:
        offer, (slot,) = sunday.offer(fresh_copy(server, GROUP, built), GROUP, 1)
        claim = Claim(offer=offer, slot=slot, wait=1)
        parents = {who: fresh_copy(server, who, built) for who in built.parents}
        presses = [
            sunday.press(server, parents[who], built, who, claim) for who in built.parents for _ in range(DEVICES)
        ]
        load = drive(server.port, [[one.body] for one in presses], sunday.SECONDS, refused=(409,))
        stands = fresh_copy(server, GROUP, built).replica.offers[offer]
    assert len(load.answers) == len(presses) == 500
    assert Counter(claim.state for claim in stands.claims) == {"taken": 1, "waiting": len(built.parents) - 1}
    assert sorted(claim.place for claim in stands.claims) == list(range(len(built.parents)))
