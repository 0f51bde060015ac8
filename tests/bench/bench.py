"""Prints what asking, building and the demo cost, side by side with an empty Python in one run.

    python tests/bench/bench.py [RUNS]

Each round runs every program once, so that a busy machine slows all alike: read the ratios. CPU is
user and system time of the whole process and its children. Nothing fails here: the targets stand
beside the figures for people to judge.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

QUESTION = "products-affected-by-regulation"
#: The console script beside this Python, as people call it.
FINKG = (str(Path(sys.executable).with_name("finkg")),)
PASS = (sys.executable, "-c", "pass")
RUNS = 15
#: Rounds in which the graph is built from nothing; each takes seconds.
BUILDS = 3


@dataclass
class Cost:
    """The seconds that each run of one program took."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def times(self, other: Cost) -> tuple[float, float]:
        """Median wall and CPU as multiples of another's."""
        return (
            median(self.wall) / median(other.wall),
            median(self.cpu) / median(other.cpu),
        )


def run(cost: Cost, command: tuple[str, ...], folder: Path, cache: str) -> None:
    """Run a program in a folder and note what it cost. Raises CalledProcessError."""
    environment = {**os.environ, "FINKG_CACHE": str(folder / cache), "FINKG_LANG": "en"}
    before, start = getrusage(RUSAGE_CHILDREN), perf_counter()
    subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True)
    end, after = perf_counter(), getrusage(RUSAGE_CHILDREN)
    cost.wall.append(end - start)
    cost.cpu.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def measure(runs: int, folder: Path) -> dict[str, Cost]:
    """The cost of each program, `runs` rounds of all of them by turns."""
    costs = {name: Cost() for name in ("pass", "ask", "build", "demo")}
    ask = (*FINKG, "ask", QUESTION)
    run(Cost(), ask, folder, "built")
    for number in range(runs):
        run(costs["pass"], PASS, folder, "built")
        run(costs["ask"], ask, folder, "built")
        if number < BUILDS:
            run(costs["build"], (*FINKG, "build"), folder, f"empty-{number}")
            run(costs["demo"], (*FINKG, "demo"), folder, f"none-{number}")
    return costs


def line(name: str, cost: Cost, empty: Cost, target: str) -> str:
    wall, cpu = cost.times(empty)
    return (
        f"{name:<34}{len(cost.wall):>5}{median(cost.wall):>10.3f} s{median(cost.cpu):>10.3f} s"
        f"{wall:>8.1f} x{cpu:>8.1f} x   {target}"
    )


def main() -> None:
    runs = max(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS, BUILDS)
    with TemporaryDirectory() as scratch:
        costs = measure(runs, Path(scratch))
    empty = costs["pass"]
    print(f"{'medians':<34}{'runs':>5}{'wall':>12}{'CPU':>12}{'wall':>10}{'CPU':>10}   target")
    print(line("python -c pass", empty, empty, "the measure"))
    print(line("finkg ask NAME, the graph built", costs["ask"], empty, "8 x (wall and CPU)"))
    print(line("finkg build, the packaged graph", costs["build"], empty, "5 s wall"))
    print(line("finkg demo, nothing built yet", costs["demo"], empty, "10 s wall"))


if __name__ == "__main__":
    main()
