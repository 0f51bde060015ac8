"""A generated graph tells of every year what the graph derived for it has."""

from __future__ import annotations

from datetime import date

import pytest

from finkg.build.pipeline import BuildReport
from finkg.build.years import LAYERS, NOWHERE, Years, years
from finkg.graph import KnowledgeGraph
from finkg.store.layers import Layer
from finkg.store.snapshot import Snapshot


@pytest.fixture(scope="module")
def generated(report: BuildReport) -> KnowledgeGraph:
    return KnowledgeGraph(Snapshot(report.snapshot))


@pytest.fixture(scope="module")
def found(generated: KnowledgeGraph) -> Years:
    return years(generated.snapshot)


@pytest.mark.usefixtures("own_cache")
@pytest.mark.parametrize("place", [0, 5, 10, 15, -1])
def test_years_are_as_the_graphs_as_of_them(
    place: int, found: Years, generated: KnowledgeGraph
) -> None:
    """The first year of the axis, the last, and some between: layer by layer the same triples."""
    day = date(found.axis.years[place], 12, 31)
    then = generated.as_of(day, possible=True)
    for layer in LAYERS:
        quads = then.snapshot.quads(layer)
        expected = {(quad.subject, quad.predicate, quad.object) for quad in quads}
        assert found.layer(layer, day) == expected, layer


def test_statements_come_and_go(found: Years) -> None:
    """Of what stands in some year, some stands in the first year not yet, some in the last no more;
    and some that surely held may hold still."""
    stood = [s.then for s in found.statements if {*s.then} != {NOWHERE}]
    assert any(then[0] == NOWHERE for then in stood)
    assert any(then[-1] == NOWHERE for then in stood)
    truth, possible = LAYERS.index(Layer.TRUTH), LAYERS.index(Layer.POSSIBLE)
    assert any(truth in then and then[-1] == possible for then in stood)
