"""The statements of a scene: what stands in the layers of a graph, edges and facts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from concurrent.futures import Future
from typing import Final

from pyoxigraph import NamedNode

from finkg.errors import Text
from finkg.store.layers import Layer
from finkg.view.claims import SceneClaims, Triple
from finkg.view.naming import Words
from finkg.view.reading import Form, Pairs, Reader, named, term
from finkg.view.scene import LAYERS, Claim, Edge, Fact

#: Where a claim stands by which a statement of each layer stands.
_STANDING_OF: Final = {
    Layer.TRUTH: "Accepted",
    Layer.INFERRED: "Accepted",
    Layer.POSSIBLE: "TimeUnknown",
    Layer.DOUBTFUL: "Doubtful",
    Layer.OPINIONS: "OpinionStanding",
}
#: So many percentages are in place on a line of the picture.
_FIGURES: Final = 2


class Statements:
    """Every statement about an entity, in the order of the layers, which are read at once.

    What possibly holds is there only where the graph was asked for with it.
    """

    def __init__(self, read: Reader, claims: SceneClaims, *, possible: bool) -> None:
        self._claims = claims
        layers = [Layer.named(name) for name in LAYERS if possible or name != Layer.POSSIBLE]
        self._read: dict[Layer, dict[Form, Future[Pairs]]] = {
            layer: {form: read.pairs(NamedNode(form[1:-1]), layer) for form in claims.properties}
            for layer in layers
        }

    def made(
        self, entities: Mapping[Form, str], words: Words
    ) -> tuple[tuple[Edge, ...], tuple[Fact, ...]]:
        """Edges and facts, in each layer by subject, property and value.

        `entities` are the nodes of the picture with their ids; values of facts are put in `words`.
        """
        edges: list[Edge] = []
        facts: list[Fact] = []
        relations = {form: named(form) for form in self._claims.properties}
        written: dict[Form, str] = {}
        for layer, triples in self._sorted(entities):
            for subject, property_, value in triples:
                claims = tuple(self._claims.by_triple[subject, property_, value])
                id_, one, relation = f"s-{claims[0]}", entities[subject], relations[property_]
                figures = self._figures(claims, layer)
                if other := entities.get(value):
                    edges.append(Edge(id_, one, relation, other, layer.value, claims, figures))
                    continue
                if value not in written:
                    written[value] = str(term(value))
                said, form = words.thing(value).label, written[value]
                facts.append(Fact(id_, one, relation, said, layer.value, claims, figures, form))
        return tuple(edges), tuple(facts)

    def _sorted(self, entities: Collection[Form]) -> Iterator[tuple[Layer, list[Triple]]]:
        for layer, read in self._read.items():
            yield (
                layer,
                sorted(
                    (subject, property_, value)
                    for property_, pairs in read.items()
                    for subject, value in zip(*pairs.result(), strict=True)
                    if subject in entities
                ),
            )

    def _figures(self, claims: tuple[str, ...], layer: Layer) -> tuple[Text, ...]:
        """The last percentages of the claims by which a statement stands, the earlier first."""
        known, standing = self._claims.with_figure, _STANDING_OF[layer]
        if not any(claim in known for claim in claims):
            return ()
        found = [known[claim] for claim in claims if claim in known]
        stated = sorted((c for c in found if c.standing == standing), key=_begin)
        return tuple(dict.fromkeys(claim.figure for claim in stated))[-_FIGURES:]


def _begin(claim: Claim) -> str:
    return claim.valid_from
