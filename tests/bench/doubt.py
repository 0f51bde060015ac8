"""Prints how doubting grows with the number of claims: reading the sources, the plausibility rules,
and the comparison with better sources.

    python tests/bench/doubt.py [--large]

The sizes are measured in one run, each in a process of its own: read the ratios. Seconds are CPU
time; the last line names the rules that take longest. Nothing fails here: the bar stands beside the
figures for people to judge. `--large` adds 1,000,000 claims.
"""

from __future__ import annotations

import json
import subprocess
import sys
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

from generator.workspace import write_workspace

SIZES, LARGE = (10_000, 100_000), 1_000_000
ROUNDS = {10_000: 5, 100_000: 3, LARGE: 1}
#: At most so many times the time for ten times the claims.
BAR = 12
#: The parts of an assessment that doubt, as its module names them.
PARTS = ("readings", "doubt_sources", "Survey", "doubt_graph", "compare", "health")


def measured(folder: Path) -> dict[str, float]:
    """CPU seconds of each part, of each rule, and of the whole assessment; how much was flagged."""
    from finkg.build import assess as module
    from finkg.plausibility.rule import GraphRule, SourceRule
    from finkg.plausibility.rules import all_rules
    from finkg.schema import Schema
    from finkg.workspace.read import read_workspace

    schema = Schema()
    workspace = read_workspace(folder, schema)
    spent: defaultdict[str, float] = defaultdict(float)
    for name in PARTS:
        setattr(module, name, _timed(getattr(module, name), name, spent))
    for rule in all_rules():
        assert isinstance(rule, (SourceRule, GraphRule))
        rule.doubts = _timed(_listed(rule.doubts), rule.name, spent)  # type: ignore[method-assign]
    start = process_time()
    result = module.assess(workspace, schema)
    spent["whole assessment"] = process_time() - start
    spent["claims"] = len(result.claims)
    spent["flagged"] = sum(1 for assessed in result.claims.values() if assessed.flags)
    return dict(spent)


def _listed(doubts: Callable[..., Iterator[Any]]) -> Callable[..., list[Any]]:
    return lambda *given: list(doubts(*given))


def _timed(
    step: Callable[..., Any], name: str, spent: defaultdict[str, float]
) -> Callable[..., Any]:
    def run(*given: Any) -> Any:
        start = process_time()
        result = step(*given)
        result = list(result) if isinstance(result, Iterator) else result
        spent[name] += process_time() - start
        return result

    return run


def apart(folder: Path) -> dict[str, float]:
    """The same, measured in a process of its own. Raises CalledProcessError."""
    command = (sys.executable, __file__, "--measure", str(folder))
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(run.stdout)
    return found


def measure(sizes: tuple[int, ...], scratch: Path) -> dict[int, dict[str, float]]:
    """The medians of each size, measured by turns."""
    rounds: dict[int, list[dict[str, float]]] = {size: [] for size in sizes}
    for size in sizes:
        write_workspace(scratch / str(size), size)
    for turn in range(max(ROUNDS[size] for size in sizes)):
        for size in (size for size in sizes if turn < ROUNDS[size]):
            rounds[size].append(apart(scratch / str(size)))
    names = {size: {n for found in many for n in found} for size, many in rounds.items()}
    return {
        size: {n: median(found.get(n, 0.0) for found in many) for n in names[size]}
        for size, many in rounds.items()
    }


def table(figures: dict[int, dict[str, float]]) -> str:
    """The figures side by side, with the ratio of each size to the one before it."""
    lines = [f"{'claims':<30}" + "".join(f"{size:>12,}{'':>9}" for size in figures)]
    for name in (*PARTS, "doubting", "whole assessment"):
        cells, before = "", 0.0
        for of in figures.values():
            seconds = sum(of.get(part, 0.0) for part in PARTS) if name == "doubting" else of[name]
            ratio = f"{seconds / before:7.1f}x" if before else ""
            cells += f"{seconds:>12.3f}{ratio:>9}"
            before = seconds
        lines.append(f"{name + ', CPU s':<30}{cells}")
    flagged = "".join(f"{of['flagged']:>12,.0f}{'':>9}" for of in figures.values())
    lines.append(f"{'flagged claims':<30}{flagged}")
    lines.append(f"The bar: at most {BAR} times for 10 times the claims (doubting).")
    largest = [*figures.values()][-1]
    known = {*PARTS, "whole assessment", "claims", "flagged"}
    rules = sorted((spent, name) for name, spent in largest.items() if name not in known)
    slowest = ", ".join(f"{name} {spent:.2f} s" for spent, name in rules[:-5:-1])
    return "\n".join([*lines, f"Slowest rules at the largest size: {slowest}."])


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--large", action="store_true", help="measure 1,000,000 claims too")
    parser.add_argument("--measure", metavar="FOLDER", help="for this program's own processes")
    given = parser.parse_args()
    if given.measure:
        print(json.dumps(measured(Path(given.measure))))
        return
    with TemporaryDirectory() as scratch:
        print(table(measure((*SIZES, LARGE) if given.large else SIZES, Path(scratch))))


if __name__ == "__main__":
    main()
