"""`python -m bench`: every bench, or those named, and one table; the figures also go to `bench/results/` as JSON."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from bench import (
    album,
    blobs,
    client,
    commits,
    delta,
    federation,
    feed,
    fifty,
    posts,
    push,
    seal,
    sockets,
    sunday,
    sync,
)
from bench.machine import TOO_BUSY, Watch
from bench.rows import Row, table

RESULTS = Path(__file__).parent / "results"
BENCHES: dict[str, Callable[[], list[Row]]] = {
    "commits": commits.measure,
    "posts": posts.measure,
    "sunday": sunday.measure,
    "sync": sync.measure,
    "sockets": sockets.measure,
    "push": push.measure,
    "blobs": blobs.measure,
    "delta": delta.measure,
    "feed": feed.measure,
    "seal": seal.measure,
    "client": client.measure,
    "album": album.measure,
    "federation": federation.measure,
    "fifty": fifty.measure,
}


def main() -> int:
    """Run them and print what came of it."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("bench", nargs="*", help=", ".join(BENCHES))
    names = parser.parse_args().bench or list(BENCHES)
    if unknown := [name for name in names if name not in BENCHES]:
        parser.error(f"no such bench: {', '.join(unknown)} (there are {', '.join(BENCHES)})")
    rows: list[Row] = []
    watch = Watch()
    for name in names:
        start = time.perf_counter()
        rows += BENCHES[name]()
        print(f"{name}: {time.perf_counter() - start:.0f} s", file=sys.stderr, flush=True)
    others = watch.others()
    print(table(rows))
    print(f"Other programs took {others:.0%} of the processors.", "Run it again." if others > TOO_BUSY else "")
    _keep(names, rows, others)
    return 0


def _keep(names: list[str], rows: list[Row], others: float) -> None:
    RESULTS.mkdir(exist_ok=True)
    machine = {"cores": os.cpu_count(), "system": platform.platform(), "python": platform.python_version(),
               "others": round(others, 3)}  # fmt: skip
    what = {"at": int(time.time()), "machine": machine, "rows": [asdict(row) for row in rows]}
    name = "all" if len(names) == len(BENCHES) else "-".join(names)
    (RESULTS / f"{name}.json").write_text(json.dumps(what, indent=1) + "\n")


if __name__ == "__main__":
    sys.exit(main())
