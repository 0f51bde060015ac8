"""What the claims say of the statements of a network: how they stand, when, and how many say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Final

from pyoxigraph import NamedNode

from finkg import vocabulary as v
from finkg.evidence.assessment import Standing
from finkg.export.network_values import BETWEEN, Short, Term, Value
from finkg.store.layers import Layer
from finkg.store.view import GraphView

#: The times of a claim, and how they are called here.
_TIMES: Final = {"valid_from": v.VALID_FROM, "valid_to": v.VALID_TO, "as_of": v.AS_OF}
#: By what standing of a claim a statement is in a layer; in all others, since it is accepted.
_STANDING_IN: Final = {
    Layer.POSSIBLE: Standing.TIME_UNKNOWN,
    Layer.DOUBTFUL: Standing.DOUBTFUL,
    Layer.OPINIONS: Standing.OPINION,
}
_PAIRS: Final = "SELECT ?claim ?value { GRAPH layer:claims { ?claim %s ?value } }"
_VALUES: Final = "SELECT DISTINCT ?value { GRAPH layer:claims { ?claim %s ?value } }"
_HAVING: Final = "SELECT ?claim { GRAPH layer:claims { ?claim %s %s } }"


class Claims:
    """The claims of the statements between nodes; those that do not count are not told of.

    Each property is read by itself: a query that joins them takes longer.
    """

    def __init__(self, view: GraphView, nodes: Mapping[Term, str], short: Short) -> None:
        self._view = view
        self._short = short
        pairs = view.rows(_PAIRS % v.CLAIM_VALUE)
        ends = {claim: nodes[value] for claim, value in pairs if value in nodes}
        self._standings = dict(self._by_value(v.STANDING, ends))
        self._told = {"rank": self._gathered(self._by_value(v.RANK, ends))}
        for name, predicate in _TIMES.items():
            rows = view.rows(_PAIRS % predicate)
            said = ((claim, short.of(value)) for claim, value in rows if claim in ends)
            self._told[name] = self._gathered(said)
        rows = view.rows(_PAIRS % v.BACKED_BY)
        self._sources = self._gathered((c, short.of(source)) for c, source in rows if c in ends)
        properties = dict(self._by_value(v.CLAIM_PROPERTY, ends))
        #: The claims of each statement, by its key.
        self._of: defaultdict[str, list[Term]] = defaultdict(list)
        for claim, subject in view.rows(_PAIRS % v.CLAIM_SUBJECT):
            if claim in ends and subject in nodes:
                self._of[f"{nodes[subject]}.{properties[claim]}.{ends[claim]}"].append(claim)

    def of(self, key: str, layer: Layer) -> dict[str, Value]:
        """Attributes of a statement in a layer: the `claims` by which it is there, their
        `standing`, how many independent `sources` back them, and their rank and times."""
        standing = _STANDING_IN.get(layer, Standing.ACCEPTED)
        claims = [c for c in self._of.get(key, ()) if self._standings.get(c) == standing]
        if not claims:
            return {}
        told: dict[str, Value] = {
            "claims": _joined(map(self._short.of, claims)),
            "standing": standing.value,
            "sources": len({each for c in claims for each in self._sources.get(c, ())}),
        }
        for name, found in self._told.items():
            if values := [value for c in claims for value in found.get(c, ())]:
                told[name] = _joined(values)
        return told

    def _by_value(
        self, predicate: NamedNode, wanted: Container[Term]
    ) -> Iterator[tuple[Term, str]]:
        """Claims with what they have of a property, whose few values are looked up but once."""
        for (value,) in self._view.rows(_VALUES % predicate):
            short = self._short.of(value)
            rows = self._view.rows(_HAVING % (predicate, value))
            yield from ((claim, short) for (claim,) in rows if claim in wanted)

    @staticmethod
    def _gathered(told: Iterable[tuple[Term, str]]) -> dict[Term, list[str]]:
        """What is told of each claim."""
        gathered: defaultdict[Term, list[str]] = defaultdict(list)
        for claim, value in told:
            gathered[claim].append(value)
        return gathered


def _joined(values: Iterable[str]) -> str:
    return BETWEEN.join(sorted({*values}))
