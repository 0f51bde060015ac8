"""Where the claims of a graph stand that count in it."""

from __future__ import annotations

from pyoxigraph import NamedNode

from finkg.graph import KnowledgeGraph
from finkg.reasoning.difference import COUNTING
from finkg.vocabulary import local_name


def counting(kg: KnowledgeGraph) -> dict[NamedNode, str]:
    """The standing of each claim that counts."""
    rows = kg.snapshot.rows(
        "SELECT ?c ?s { GRAPH layer:claims { ?c fk:claimSubject ?x ; fk:standing ?s } }"
    )
    found = {row["c"]: local_name(row["s"]) for row in rows}
    return {claim: standing for claim, standing in found.items() if standing in COUNTING}
