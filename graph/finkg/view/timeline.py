"""Where the statements of a scene stand as of the end of each year, for the slider of its page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from pyoxigraph import NamedNode

from finkg.build.years import LAYERS as PLACES
from finkg.build.years import NOWHERE, Years
from finkg.build.years import Statement as Timed
from finkg.view.scene import LAYERS, Edge, Fact, Scene, Timeline
from finkg.vocabulary import local_name

#: Of more claims than these the years are not worked out for a page: it would take minutes.
MOST_CLAIMS: Final = 20_000


def timed(scene: Scene, years: Years) -> Scene:
    """The scene with its timeline, and with what stands then and in no layer of the whole graph."""
    assert tuple(layer.value for layer in PLACES) == LAYERS
    by_claim = {local_name(claim): s for s in years.statements for claim in s.claims}
    edges, facts = _only_then(scene, years)
    scene = replace(scene, edges=(*scene.edges, *edges), facts=(*scene.facts, *facts))
    counts, axis = years.histogram, tuple(years.axis.years)
    timeline = Timeline(
        axis=axis,
        then=tuple(_digits(_of(s, by_claim).then) for s in scene.statements),
        sound=tuple(counts.sound.get(year, 0) for year in axis),
        doubtful=tuple(counts.doubtful.get(year, 0) for year in axis),
        undated=counts.undated,
        doubted=counts.in_doubt,
        earlier=years.axis.earlier,
        later=years.axis.later,
    )
    return replace(scene, timeline=timeline)


def _digits(places: bytes) -> str:
    return "".join(map(str, places))


def _of(statement: Edge | Fact, by_claim: Mapping[str, Timed]) -> Timed:
    """The same statement with its years. Some of its claims may stand nowhere, as the outranked do;
    one that stands only on some day may have none in the scene."""
    names = statement.claims or (statement.id.removeprefix("s-"),)
    return next(by_claim[name] for name in names if name in by_claim)


def _only_then(scene: Scene, years: Years) -> tuple[list[Edge], list[Fact]]:
    """Statements that stand on some of the days and in no layer of the whole graph."""
    nodes = {node.id for node in scene.nodes}
    said = {claim.id: claim for claim in scene.claims}
    edges: list[Edge] = []
    facts: list[Fact] = []
    for statement in (s for s in years.statements if s.whole == NOWHERE):
        names = tuple(map(local_name, statement.claims))
        known = tuple(name for name in names if name in said)
        if not known:
            # Rules conclude it on that day only, so the graph has no claim of it.
            edges.extend(_concluded(statement, names[0], nodes))
            continue
        claim = said[known[0]]
        if claim.subject.id not in nodes:
            continue
        ends = f"s-{claim.id}", claim.subject.id, claim.relation
        if claim.value.id in nodes:
            edges.append(Edge(*ends, claim.value.id, "", known))
        else:
            facts.append(Fact(*ends, claim.value.label, "", known, term=claim.value.term))
    return edges, facts


def _concluded(statement: Timed, name: str, nodes: set[str]) -> Iterator[Edge]:
    if not isinstance(statement.value, NamedNode):
        return
    ends = statement.subject, statement.predicate, statement.value
    subject, relation, value = map(local_name, ends)
    if subject in nodes and value in nodes:
        yield Edge(f"s-{name}", subject, relation, value, "")
