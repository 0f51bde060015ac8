"""Prints what the interactive view costs for a large graph: the scene, filled from the store.

    python tests/bench/view.py [--nodes 100000] [--statements 150000]
    python tests/bench/view.py --snapshot FOLDER

Without a snapshot a graph of the generator's shape is built first, which takes minutes; things of
which nothing is said make up its nodes. Beside the scene stands one plain pass over the same layers
in Python: both find the words of terms on disk, so read the ratio. Wall time counts, since the
engine reads on several processors. Nothing fails here: the bar stands beside the figures.
"""

from __future__ import annotations

import csv
import gc
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Final, NamedTuple

from generator.workspace import write_workspace

import finkg
from finkg.build.pipeline import build
from finkg.graph import KnowledgeGraph
from finkg.store.layers import Layer
from finkg.view.compose import compose

NODES, STATEMENTS = 100_000, 150_000
#: Statements that a claim of the generator leads to, with what rules conclude; measured.
OF_A_CLAIM: Final = 1.6
READ: Final = (Layer.ENTITIES, Layer.TRUTH, Layer.INFERRED, Layer.CLAIMS)
BAR: Final = (
    "The bar: 100,000 nodes and 150,000 statements as a page in under 6 s, the scene in about half."
)


class Cost(NamedTuple):
    """Seconds that something took."""

    wall: float
    cpu: float


def timed(step: Callable[[], object]) -> Cost:
    gc.collect()
    cpu, wall = process_time(), perf_counter()
    step()
    return Cost(perf_counter() - wall, process_time() - cpu)


def built(folder: Path, nodes: int, statements: int) -> Path:
    """A snapshot of about so many statements, and of so many nodes or a few more."""
    workspace = folder / "workspace"
    write_workspace(workspace, round(statements / OF_A_CLAIM))
    tables = sorted((workspace / "entities").glob("*.csv"))
    lines = (line for table in tables for line in table.open(encoding="utf-8"))
    missing = nodes - sum(1 for _ in lines) + len(tables)
    organizations = workspace / "entities" / "organizations.csv"
    with organizations.open("a", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            (f"further-{n}", "Company", f"另有公司{n}号", f"Further Company {n}",
             f"另{n}号|Further {n}", "", "")
            for n in range(missing)
        )  # fmt: skip
    build(workspace, folder / "snapshot")
    return folder / "snapshot"


def passed(kg: KnowledgeGraph) -> int:
    """One pass over what the scene is read from."""
    return sum(1 for layer in READ for _ in kg.snapshot.quads(layer))


def measured(snapshot: Path) -> None:
    kg = finkg.open(snapshot)
    day = str(kg.snapshot.manifest["day"])
    scene = compose(kg.snapshot, kg.names, kg.title, day)
    print(
        f"{len(scene.nodes):,} nodes, {len(scene.edges):,} edges, {len(scene.facts):,} facts, "
        f"{len(scene.claims):,} claims,\n"
        f"{sum(len(claim.evidence) for claim in scene.claims):,} pieces of evidence, "
        f"{sum(len(claim.inferences) for claim in scene.claims):,} inferences"
    )
    del scene
    plain = timed(lambda: passed(kg))
    filled = timed(lambda: compose(kg.snapshot, kg.names, kg.title, day))
    for name, cost in (("a pass over the quads", plain), ("the scene", filled)):
        print(f"{name:<24}{cost.wall:>8.2f} s wall{cost.cpu:>8.2f} s CPU")
    print(f"{'ratio':<24}{filled.wall / plain.wall:>8.2f} x wall{filled.cpu / plain.cpu:>8.2f} x")
    print(f"{'peak memory':<24}{getrusage(RUSAGE_SELF).ru_maxrss / 1024:>8.0f} MB")
    print(BAR)


def main() -> None:
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--nodes", type=int, default=NODES)
    parser.add_argument("--statements", type=int, default=STATEMENTS)
    parser.add_argument("--snapshot", type=Path)
    chosen = parser.parse_args()
    with TemporaryDirectory() as scratch:
        measured(chosen.snapshot or built(Path(scratch), chosen.nodes, chosen.statements))


if __name__ == "__main__":
    main()
