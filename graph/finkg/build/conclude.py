"""Runs the rules over what stands, and groups what they conclude."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad

from finkg import vocabulary as v
from finkg.build.assess import Assessment
from finkg.build.layering import Conclusion
from finkg.evidence.assessment import Standing
from finkg.reasoning.inference import Inference, Reasoner, standings
from finkg.reasoning.rule import Rule
from finkg.schema import Schema
from finkg.workspace.model import Workspace

_PREMISES = (Standing.ACCEPTED, Standing.DOUBTFUL)


def conclude(
    workspace: Workspace, assessment: Assessment, schema: Schema, rules: Iterable[Rule]
) -> list[Conclusion]:
    """Every conclusion of the rules, with where it stands and how it was drawn."""
    stated = assessment.claims
    standing = {c: a.standing for c, a in stated.items() if a.standing in _PREMISES}
    refused = frozenset(stated.keys() - standing.keys())
    types = [Quad(e.iri, v.TYPE, cls) for e in workspace.entities.values() for cls in e.types]
    reasoner = Reasoner(rules, [*types, *schema.triples()])
    inferences = reasoner.infer((stated[c].claim for c in standing), refused)
    return _grouped(inferences, standings(inferences, standing))


def _grouped(inferences: Iterable[Inference], known: dict[NamedNode, Standing]) -> list[Conclusion]:
    drawn: defaultdict[NamedNode, list[Inference]] = defaultdict(list)
    for inference in inferences:
        drawn[inference.conclusion.id].append(inference)
    return [
        Conclusion(
            ways[0].conclusion, known[claim], tuple((way, way.standing(known)) for way in ways)
        )
        for claim, ways in sorted(drawn.items(), key=lambda item: item[0].value)
    ]
