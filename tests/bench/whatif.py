"""Prints what a supposition costs on the packaged graph, beside what finkg costs to start.

    python tests/bench/whatif.py [ROUNDS]

Two measures. In one process, on an open graph: `kg.whatif(...)`, and the same with the proof of
every change read, in CPU seconds. And as a command, in processes of their own and by turns: `finkg
whatif` beside `finkg why`, which opens the same graph and prints a proof. Medians of the rounds.
Nothing fails here: the bar stands beside the figures.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter, process_time

import finkg
from finkg.graph import KnowledgeGraph
from finkg.reasoning.difference import Difference

ROUNDS = 9
#: Seconds that a supposition may cost beyond start-up.
BAR = 0.2
Supposing = Callable[[KnowledgeGraph], Difference]
SUPPOSED: dict[str, Supposing] = {
    "a law on payment": lambda kg: kg.whatif(extend=[("pipl", "payment")]),
    "without the article": lambda kg: kg.whatif(without=["internet-finance-cases"]),
    "premises that are preferred": lambda kg: kg.whatif(min_rank="preferred"),
}
COMMANDS = {
    "why": ("why", "花呗", "affectedBy"),
    "whatif": ("whatif", "--extend", "pipl", "payment"),
}


def supposing(kg: KnowledgeGraph, suppose: Supposing, *, proved: bool) -> tuple[float, int]:
    """CPU seconds, and how many changes there are."""
    start = process_time()
    found = suppose(kg)
    for change in found.changes if proved else ():
        assert change.proof.claim == change.claim
    return process_time() - start, len(found.changes)


def running(arguments: tuple[str, ...]) -> float:
    """Seconds of a whole process."""
    start = perf_counter()
    command = [sys.executable, "-m", "finkg", "--quiet", *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - start


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    kg = finkg.open()
    print(f"{'in an open graph':<32}{'changes':>8}{'found':>10}{'and proved':>12}")
    for name, suppose in SUPPOSED.items():
        found = [supposing(kg, suppose, proved=False) for _ in range(rounds)]
        proved = [supposing(kg, suppose, proved=True)[0] for _ in range(rounds)]
        seconds = median(spent for spent, _ in found)
        print(f"{name:<32}{found[0][1]:>8}{seconds:>8.3f} s{median(proved):>10.3f} s")
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(rounds):
        for name, arguments in COMMANDS.items():
            times[name].append(running(arguments))
    print(f"{'as a command':<32}")
    for name, taken in times.items():
        print(f"{name:<32}{'':>8}{median(taken):>8.3f} s")
    print(f"The bar: {BAR} s beyond start-up.")


if __name__ == "__main__":
    main()
