"""Prints how reading, ranking and disputes, and the whole build grow with the number of claims.

    python tests/bench/scaling.py [--large] [--profile]

The sizes are measured in one run, each in processes of its own, and by turns where there is more
than one round, so that a busy machine slows all alike: read the ratios. Seconds are CPU time, the
median of the rounds; memory is the peak of the process. Nothing fails here: the bar stands beside
the figures for people to judge. `--large` adds 1,000,000 claims, `--profile` the functions that
take longest at 10,000.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Callable
from cProfile import Profile
from pathlib import Path
from pstats import Stats
from resource import RUSAGE_SELF, getrusage
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import ParamSpec, TypeVar

from generator.workspace import write_workspace

Given = ParamSpec("Given")
Made = TypeVar("Made")

SIZES, LARGE = (10_000, 100_000), 1_000_000
#: Rounds by size: small sizes are measured oftener, since noise weighs more there.
ROUNDS = {10_000: 5, 100_000: 2, LARGE: 1}
#: The largest size that is built whole.
LARGEST_BUILD = 100_000
#: At most so many times the time for ten times the claims.
BAR = 12
STEPS = ("read", "assess", "build")
#: How many functions a profile shows.
SHOWN = 20


def measured(folder: Path, steps: list[str]) -> dict[str, float]:
    """CPU seconds of the steps in this process, and its peak memory in MB."""
    from finkg.build.assess import assess
    from finkg.build.pipeline import build
    from finkg.schema import Schema
    from finkg.workspace.read import read_workspace

    schema, seconds = Schema(), {}
    if steps == ["build"]:
        seconds["build"], _ = _timed(build, folder, folder.with_suffix(".snapshot"))
    else:
        seconds["read"], workspace = _timed(read_workspace, folder, schema)
        if workspace.violations:
            raise SystemExit("\n".join(map(str, workspace.violations[:5])))
        seconds["assess"], _ = _timed(assess, workspace, schema)
    return {**seconds, f"memory {steps[0]}": getrusage(RUSAGE_SELF).ru_maxrss / 1024}


def _timed(
    step: Callable[Given, Made], *given: Given.args, **more: Given.kwargs
) -> tuple[float, Made]:
    gc.collect()
    start = process_time()
    result = step(*given, **more)
    return process_time() - start, result


def apart(folder: Path, *steps: str) -> dict[str, float]:
    """The same, measured in a process of its own. Raises CalledProcessError."""
    command = (sys.executable, __file__, "--measure", str(folder), *steps)
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(run.stdout)
    return found


def measure(sizes: tuple[int, ...], scratch: Path) -> dict[int, dict[str, float]]:
    """Medians for each size: seconds by step, memory, and what it took to generate."""
    found: dict[int, defaultdict[str, list[float]]] = {}
    for size in sizes:
        found[size] = defaultdict(list)
        seconds, _ = _timed(write_workspace, scratch / str(size), size)
        found[size]["generate"].append(seconds)
    for turn in range(max(ROUNDS[size] for size in sizes)):
        for size in (size for size in sizes if turn < ROUNDS[size]):
            folder = scratch / str(size)
            results = [apart(folder, "read", "assess")]
            if size <= LARGEST_BUILD and turn == 0:
                results.append(apart(folder, "build"))
            for name, figure in (pair for result in results for pair in result.items()):
                found[size][name].append(figure)
    return {size: {k: median(v) for k, v in figures.items()} for size, figures in found.items()}


def table(figures: dict[int, dict[str, float]]) -> str:
    """The figures side by side, with the ratio of each size to the one before it."""
    lines = [f"{'claims':<26}" + "".join(f"{size:>14,}{'':>9}" for size in figures)]
    for name in ("generate", *STEPS):
        lines.append(f"{name + ', CPU s':<26}" + "".join(_seconds(figures, name)))
    for name in ("read", "build"):
        cells = (_cell(of.get(f"memory {name}"), "12.0f") for of in figures.values())
        step = "read and assess" if name == "read" else name
        lines.append(f"{step + ', peak MB':<26}" + "".join(f"{cell:>14}{'':>9}" for cell in cells))
    for name in STEPS:
        cells = (_cell(name in of and size / of[name], ",.0f") for size, of in figures.items())
        lines.append(f"{name + ', claims/s':<26}" + "".join(f"{c:>14}{'':>9}" for c in cells))
    return "\n".join([*lines, f"The bar: at most {BAR} times for 10 times the claims."])


def _cell(figure: float | bool | None, shown: str) -> str:
    return format(figure, shown) if figure else "-"


def _seconds(figures: dict[int, dict[str, float]], name: str) -> list[str]:
    cells, before = [], 0.0
    for of in figures.values():
        now = of.get(name, 0.0)
        times = f"({now / before:.1f} x)" if before and now else ""
        cells.append(f"{_cell(now, '.2f'):>14}{times:>9}")
        before = now
    return cells


def profiled(folder: Path) -> None:
    """Print the functions in which reading and assessing spend their own time."""
    profile = Profile()
    profile.runcall(measured, folder, ["read", "assess"])
    Stats(profile).sort_stats("tottime").print_stats(SHOWN)


def main() -> None:
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--measure", nargs="+", help="of a workspace, in this process")
    chosen = parser.parse_args()
    if chosen.measure:
        print(json.dumps(measured(Path(chosen.measure[0]), chosen.measure[1:])))
        return
    with TemporaryDirectory() as scratch:
        if chosen.profile:
            write_workspace(Path(scratch) / "w", SIZES[0])
            profiled(Path(scratch) / "w")
        print(table(measure((*SIZES, LARGE) if chosen.large else SIZES, Path(scratch))))


if __name__ == "__main__":
    main()
