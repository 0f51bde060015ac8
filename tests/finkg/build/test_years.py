"""Where each statement stands on the last day of each year, found for all years at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from finkg.build.beginnings import Beginning
from finkg.build.years import LAYERS, NOWHERE, Statement, Years, years
from finkg.evidence.scenario import Scenario
from finkg.graph import KnowledgeGraph
from finkg.reasoning.rule import read_rules
from finkg.schema import Schema
from finkg.store.layers import Layer
from finkg.vocabulary import HAS_EVIDENCE, fk, local_name
from finkg.workspace.inputs import read_inputs
from finkg.workspace.model import Workspace

from ..own import Own
from .derivation import layers_on

SCHEMA = Schema()
#: From before the axis of the packaged graph to the year of its day.
PACKAGED = range(1996, 2027)
TRUTH, INFERRED = LAYERS.index(Layer.TRUTH), LAYERS.index(Layer.INFERRED)

pytestmark = pytest.mark.usefixtures("own_cache")


@pytest.fixture(scope="module")
def packaged(kg: KnowledgeGraph) -> Years:
    return years(kg.snapshot, days=(date(year, 12, 31) for year in PACKAGED))


@pytest.fixture(scope="module")
def rows(kg: KnowledgeGraph) -> Workspace:
    return read_inputs(kg.snapshot.inputs, SCHEMA)


def stands(kg: KnowledgeGraph) -> dict[Layer, set[object]]:
    """What the layers of statements of a built graph hold."""
    quads = {layer: kg.snapshot.quads(layer) for layer in LAYERS}
    return {
        layer: {(quad.subject, quad.predicate, quad.object) for quad in found}
        for layer, found in quads.items()
    }


@pytest.mark.parametrize("year", PACKAGED)
def test_every_year_is_as_it_is_derived_alone(year: int, packaged: Years, rows: Workspace) -> None:
    """Each triple of the packaged graph, those of records too, stands in the layer in which it
    stands if that day alone is asked for."""
    day = date(year, 12, 31)
    expected = layers_on(day, rows, SCHEMA, read_rules(rows.folders))
    assert {layer: packaged.layer(layer, day) for layer in LAYERS} == expected


@pytest.mark.parametrize("year", PACKAGED[::6])
def test_a_year_is_as_the_graph_as_of_it(year: int, packaged: Years, kg: KnowledgeGraph) -> None:
    """What is written for a day, and read from there, is the same."""
    then = kg.as_of(date(year, 12, 31), possible=True)
    assert {layer: packaged.layer(layer, date(year, 12, 31)) for layer in LAYERS} == stands(then)


def test_the_whole_graph_is_as_it_was_built(packaged: Years, kg: KnowledgeGraph) -> None:
    """Beside the days, each statement has the layer in which it stands at some time."""
    assert {layer: packaged.layer(layer) for layer in LAYERS} == stands(kg)


def test_the_axis_of_the_packaged_graph_skips_a_lone_outlier(packaged: Years) -> None:
    """Something of 1988 is ten years older than all else; the axis does not begin with it."""
    assert packaged.axis.years == range(1999, 2027)
    assert packaged.axis.earlier == packaged.histogram.sound[1988] == 2


def test_the_histogram_counts_each_statement_of_the_graph_once(packaged: Years) -> None:
    """With a sound date, a doubtful one, none, or concluded."""
    counts = packaged.histogram
    told = sum(counts.sound.values()) + counts.in_doubt + counts.undated + counts.concluded
    assert told == sum(statement.whole != NOWHERE for statement in packaged.statements)
    assert counts.doubtful[2025] > 1


def test_what_stood_without_a_source(kg: KnowledgeGraph, packaged: Years) -> None:
    """A scenario without a source has years of its own, those of its whole graph among them."""
    alone = kg.without("internet-finance-cases")
    found = years(kg.snapshot, alone.scenario, [date(2020, 12, 31)])
    assert {layer: found.layer(layer) for layer in LAYERS} == stands(alone)
    then = alone.as_of("2020-12-31", possible=True)
    assert {layer: found.layer(layer, date(2020, 12, 31)) for layer in LAYERS} == stands(then)
    assert len(found.statements) < len(packaged.statements)


@pytest.fixture(scope="module")
def parents(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    """Two sources name two parents of a company; the better one says until when its own was."""
    names = {"ant": "Company", "lufax": "Company", "ping-an": "Company"}
    own = Own(tmp_path_factory.mktemp("years") / "own", names)
    own.source("gazette", "high")
    own.source("blog", "low")
    own.says("gazette", "lufax parentOrganization ping-an", valid_from="2012", valid_to="2019")
    own.says("blog", "lufax parentOrganization ant", valid_from="2015", valid_to="2022-06-01")
    own.says("gazette", "lufax memberOfGroup ping-an")
    return own.build()


@pytest.fixture(scope="module")
def then(parents: KnowledgeGraph) -> Years:
    return years(parents.snapshot)


def statement(found: Years, name: str, value: str) -> Statement:
    wanted = fk(name), value
    return next(
        s
        for s in found.statements
        if isinstance(s.value, NamedNode) and (s.predicate, local_name(s.value)) == wanted
    )


def spoken(found: Years, told: Statement, place: int) -> list[int]:
    """The years at the end of which a statement stands in a layer."""
    return [day.year for day, then in zip(found.days, told.then, strict=True) if then == place]


def test_the_axis_reaches_from_the_first_beginning_to_the_day_of_the_graph(then: Years) -> None:
    """Asked for no days, the years of the axis are found, each on its last day."""
    assert then.axis.years == range(2012, 2027)
    assert then.days == tuple(date(year, 12, 31) for year in range(2012, 2027))


def test_what_gave_way_stands_once_its_rival_is_gone(then: Years) -> None:
    """Outranked in the whole graph, the lesser source is all that is left of later years."""
    better, lesser = (statement(then, "parentOrganization", name) for name in ("ping-an", "ant"))
    assert (better.whole, spoken(then, better, TRUTH)) == (TRUTH, [*range(2012, 2019)])
    assert (lesser.whole, spoken(then, lesser, TRUTH)) == (NOWHERE, [2019, 2020, 2021])
    assert lesser.begins == Beginning(date(2015, 1, 1))


def test_what_is_stated_without_a_time_may_hold_by_a_rule(then: Years) -> None:
    """A source names the group and no time; the parent makes it so for its years, which is sure."""
    told = statement(then, "memberOfGroup", "ping-an")
    assert (told.whole, told.begins) == (TRUTH, None)
    assert spoken(then, told, TRUTH) == [*range(2012, 2019)]
    assert spoken(then, told, LAYERS.index(Layer.POSSIBLE)) == [*range(2019, 2027)]


def test_what_is_concluded_only_then_is_known_by_its_claim(
    then: Years, parents: KnowledgeGraph
) -> None:
    """The layer of claims has what a source states, however it is ranked, and not what rules
    conclude from it on some day alone: those claims are handed over."""
    told, drawn = (statement(then, name, "ant") for name in ("parentOrganization", "memberOfGroup"))
    assert (drawn.whole, spoken(then, drawn, INFERRED)) == (NOWHERE, [2019, 2020, 2021])
    assert parents.snapshot.objects(told.claims[0], HAS_EVIDENCE, Layer.CLAIMS)
    assert not parents.snapshot.objects(drawn.claims[0], fk("claimSubject"), Layer.CLAIMS)
    assert then.only_then[drawn.claims[0]].triple == drawn[:3]
    assert told.claims[0] not in then.only_then


def test_days_are_taken_once_and_in_order(parents: KnowledgeGraph) -> None:
    """In whatever order they are asked for."""
    days = [date(2020, 12, 31), date(2013, 12, 31), date(2020, 12, 31)]
    found = years(parents.snapshot, days=days)
    assert found.days == (date(2013, 12, 31), date(2020, 12, 31))
    assert {len(told.then) for told in found.statements} == {2}
    with pytest.raises(ValueError, match="not in tuple"):
        found.layer(Layer.TRUTH, date(2014, 12, 31))


def test_a_graph_without_dates_has_no_axis(tmp_path: Path) -> None:
    """No year is made up; statements stand in the whole graph alone."""
    own = Own(tmp_path / "own", {"ant": "Company", "yuebao": "FinancialProduct"})
    own.source("gazette", "high")
    own.says("gazette", "ant offers yuebao")
    found = years(own.build().snapshot, Scenario())
    assert (found.days, [*found.axis.years]) == ((), [])
    assert [(told.whole, told.then, told.begins) for told in found.statements] == [
        (TRUTH, b"", None)
    ]
    assert (found.histogram.undated, found.histogram.sound) == (1, {})


def test_an_open_graph_tells_though_it_was_built_anew_beside_it(tmp_path: Path) -> None:
    """The files that were kept with the graph that is open went with it; those of the new count."""
    own = Own(tmp_path / "own", {"ant": "Company"})
    own.source("gazette", "high")
    own.says("gazette", "ant foundedOn 2014-10-16")
    kg = own.build()
    own.build()
    assert years(kg.snapshot).axis.years == range(2014, 2027)
