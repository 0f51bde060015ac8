"""Counts the shape of a built graph, so that a generated one can be laid beside the packaged one.

python -m generator.measure SNAPSHOT...    (in tests/bench)
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, Store

from finkg import vocabulary as v
from finkg.plausibility.rule import SourceRule
from finkg.plausibility.rules import all_rules
from finkg.store.layers import Layer
from finkg.store.snapshot import Snapshot
from finkg.vocabulary import fk, local_name

_RECORDS = ("MetricObservation", "Shareholding", "RegulatoryEffect")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a graph is made of: figures for one stated claim, and how its claims are mixed."""

    claims: int
    #: Figures for each stated claim, by what is counted.
    figures: dict[str, float]
    #: Shares of all stated claims by property, and of all entities by class; each sums to 1.
    properties: dict[str, float]
    classes: dict[str, float]


def shape_of(store: Store) -> Shape:
    """The shape of the graph in a store."""
    stated = Counter(_values(store, v.CLAIM_PROPERTY)) - Counter(_concluded(store))
    claims = stated.total()
    counted = {
        "triples": sum(_count(store, layer) for layer in Layer if layer is not Layer.ONTOLOGY),
        **_evidence(store),
        **_outcome(store),
        **_flagged(store),
        **{name: _of_class(store, fk(name)) for name in _RECORDS},
    }
    figures = {name: number / claims for name, number in counted.items()}
    return Shape(claims, figures, _mix(stated), _mix(_classes(store)))


def _count(store: Store, layer: Layer) -> int:
    return sum(1 for _ in store.quads_for_pattern(None, None, None, layer.iri))


def _values(store: Store, predicate: NamedNode) -> list[str]:
    found = store.quads_for_pattern(None, predicate, None, Layer.CLAIMS.iri)
    return [local_name(q.object) for q in found if isinstance(q.object, NamedNode)]


def _concluded(store: Store) -> list[str]:
    """The properties of claims that rules conclude and no source states."""
    graph = Layer.CLAIMS.iri
    concluded = (q.subject for q in store.quads_for_pattern(None, v.TYPE, v.INFERRED_CLAIM, graph))
    return [
        local_name(quad.object)
        for claim in concluded
        if not any(store.quads_for_pattern(claim, v.HAS_EVIDENCE, None, graph))
        for quad in store.quads_for_pattern(claim, v.CLAIM_PROPERTY, None, graph)
        if isinstance(quad.object, NamedNode)
    ]


def _of_class(store: Store, cls: NamedNode) -> int:
    found = store.quads_for_pattern(None, v.TYPE, cls, None)
    return len({quad.subject for quad in found if quad.graph_name != Layer.ONTOLOGY.iri})


def _evidence(store: Store) -> dict[str, int]:
    return {
        "evidence": _of_class(store, v.EVIDENCE),
        "cited evidence": _of_class(store, v.CITED_EVIDENCE),
        "context quotes": len(_values(store, v.CONTEXT_QUOTE)),
        "texts": _of_class(store, v.SOURCE_DOCUMENT),
        "citations": _of_class(store, v.CITATION),
        "copies": len(_values(store, v.COPY_OF)),
        "refutations": _values(store, v.STANCE).count("Refutes"),
    }


def _outcome(store: Store) -> dict[str, int]:
    standings, kinds = Counter(_values(store, v.STANDING)), Counter(_values(store, v.KIND))
    states = Counter(_values(store, v.DISPUTE_STATE))
    return {
        **{f"standing {name}": standings[name] for name in ("Outranked", "Doubtful")},
        **{f"kind {name}": kinds[name] for name in ("Opinion", "Forecast", "Norm", "Plan")},
        "open disputes": states["OpenDispute"],
        "settled disputes": states["SettledDispute"],
        "flags": _of_class(store, v.FLAG),
        "inferences": _of_class(store, v.INFERENCE),
        "conclusions": _of_class(store, v.INFERRED_CLAIM),
    }


def _flagged(store: Store) -> dict[str, int]:
    """How many claims are flagged, by rules that read one source and by those that compare."""
    reading = {rule.iri for rule in all_rules() if isinstance(rule, SourceRule)}
    graph = Layer.CLAIMS.iri
    found = store.quads_for_pattern(None, v.HAS_FLAG, None, graph)
    claims = {quad.object: str(quad.subject) for quad in found}
    within, across = set[str](), set[str]()
    for quad in store.quads_for_pattern(None, v.FLAGGED_BY, None, graph):
        (within if quad.object in reading else across).add(claims[quad.subject])
    return {
        "flagged": len(within | across),
        "flagged within a source": len(within),
        "flagged across sources": len(across),
    }


def _classes(store: Store) -> Counter[str]:
    sources = (v.SOURCE_DOCUMENT, v.CITATION)
    found = store.quads_for_pattern(None, v.TYPE, None, Layer.ENTITIES.iri)
    return Counter(
        local_name(q.object)
        for q in found
        if isinstance(q.object, NamedNode) and q.object not in sources
    )


def _mix(counts: Counter[str]) -> dict[str, float]:
    return {name: number / counts.total() for name, number in counts.most_common()}


def distance(one: dict[str, float], other: dict[str, float]) -> float:
    """Of two mixes, the share that is mixed otherwise: 0 if they are alike, 1 if nothing is."""
    return sum(abs(one.get(k, 0) - other.get(k, 0)) for k in one.keys() | other.keys()) / 2


def main() -> None:
    """Print the shapes of snapshots side by side; figures are for 100 claims."""
    shapes = [shape_of(Snapshot(Path(path)).store) for path in sys.argv[1:]]
    print(f"{'claims':<28}", *(f"{shape.claims:>12,}" for shape in shapes))
    for name in shapes[0].figures:
        print(f"{name:<28}", *(f"{100 * shape.figures[name]:>12.1f}" for shape in shapes))
    for title in ("properties", "classes"):
        mixes: list[dict[str, float]] = [getattr(shape, title) for shape in shapes]
        print(f"\n{title}, % (differently mixed from the first:", end="")
        print(*(f"{100 * distance(mixes[0], mix):.0f} %" for mix in mixes), end=")\n")
        for name in sorted(set().union(*mixes), key=lambda n: -mixes[0].get(n, 0)):
            print(f"{name:<28}", *(f"{100 * mix.get(name, 0):>12.1f}" for mix in mixes))


if __name__ == "__main__":
    main()
