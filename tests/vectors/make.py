"""Write the test vectors from fixed seeds: `python -m tests.vectors.make`."""

from __future__ import annotations

import json
from pathlib import Path

from tests.vectors.cases import Case
from tests.vectors.topics import (
    aead,
    ballot,
    blob,
    circle,
    digest,
    encoding,
    envelope,
    feed,
    handover,
    identity,
    lock,
    moving,
    pad,
    paper,
    statement,
    token,
)

HERE = Path(__file__).parent
TOPICS = (
    encoding, digest, pad, aead, identity, paper, token, lock, handover, statement, circle, envelope, blob,
    ballot,
    feed,
    moving,
)  # fmt: skip


def make() -> dict[str, list[Case]]:
    """The cases of every topic."""
    return {topic.__name__.rpartition(".")[2]: topic.cases() for topic in TOPICS}


def write_text(cases: list[Case]) -> str:
    """The file of a topic: one line a case, so that a change shows as the case it changes."""
    return "[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n"


if __name__ == "__main__":
    for name, cases in make().items():
        (HERE / f"{name}.json").write_text(write_text(cases))
