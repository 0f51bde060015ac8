"""Prints what proofs cost beside a point look-up, on a generated graph of about so many triples.

    python tests/bench/why.py [TRIPLES]

A point look-up is a SPARQL query for all that the plain view says of one entity. One round asks
every chosen statement once each way, by turns, in one process: read the ratios. Seconds are CPU
time, medians of the rounds. Nothing fails here: the bar stands beside the figures.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from generator.workspace import write_workspace
from pyoxigraph import NamedNode

from finkg.build.pipeline import build
from finkg.graph import KnowledgeGraph
from finkg.reasoning.claims import Claims
from finkg.store.snapshot import Snapshot

TRIPLES, TRIPLES_A_CLAIM = 1_000_000, 36
CHOSEN, ROUNDS = 50, 5
#: A proof costs at most so many look-ups.
BAR = 20


def chosen(kg: KnowledgeGraph) -> list[tuple[NamedNode, NamedNode]]:
    """Conclusions with their subjects, spread over the graph."""
    rows = kg.snapshot.rows(
        "SELECT ?c ?s { GRAPH layer:claims { ?c a fk:InferredClaim ; fk:claimSubject ?s } }"
    )
    found = sorted(((row["c"], row["s"]) for row in rows), key=str)
    return found[:: max(1, len(found) // CHOSEN)][:CHOSEN]


def look_up(kg: KnowledgeGraph, subject: NamedNode) -> int:
    return sum(1 for _ in kg.snapshot.rows(f"SELECT ?p ?o {{ {subject} ?p ?o }}"))


def timed(kg: KnowledgeGraph, claims: list[tuple[NamedNode, NamedNode]]) -> dict[str, float]:
    """CPU seconds for each statement of a round, each way."""
    reader = Claims(kg.snapshot)
    ways = {
        "point look-up": lambda _, subject: look_up(kg, subject),
        "one proof": lambda claim, _: reader.prove(claim),
        "every minimal proof": lambda claim, _: reader.every_proof(claim),
    }
    spent = {}
    for name, way in ways.items():
        start = process_time()
        for claim, subject in claims:
            way(claim, subject)
        spent[name] = (process_time() - start) / len(claims)
    return spent


def main() -> None:
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else TRIPLES
    with TemporaryDirectory() as scratch:
        folder = Path(scratch) / "workspace"
        write_workspace(folder, wanted // TRIPLES_A_CLAIM)
        report = build(folder, Path(scratch) / "snapshot")
        kg = KnowledgeGraph(Snapshot(report.snapshot))
        claims = chosen(kg)
        rounds = [timed(kg, claims) for _ in range(ROUNDS)]
    triples = sum(n for name, n in report.counts.items() if name.startswith("layer "))
    print(f"{triples:,} triples, {report.counts['conclusions']:,} conclusions")
    base = median(r["point look-up"] for r in rounds)
    for name in rounds[0]:
        seconds = median(r[name] for r in rounds)
        print(f"{name:<22}{seconds * 1e3:>10.3f} ms{seconds / base:>10.1f} x")
    print(f"The bar: a proof costs at most {BAR} times a look-up.")


if __name__ == "__main__":
    main()
