"""A graph as of a day, and a graph without a source: computed anew, from what was kept with it."""

from __future__ import annotations

from pathlib import Path
from shutil import rmtree

import pytest
from pyoxigraph import Quad

import finkg
from finkg.build.derive import KEPT, derived
from finkg.build.pipeline import build
from finkg.errors import UnknownName
from finkg.evidence.scenario import Scenario, WrongDay
from finkg.graph import KnowledgeGraph
from finkg.store.layers import Layer
from finkg.store.snapshot import Snapshot
from finkg.vocabulary import local_name

ENTITIES = """id,type,label_zh,label_en,aliases,broader,note
maker,Company,甲公司,Maker,,,
shared,FinancialProduct,互助,Shared Aid,,,
quiet,FinancialProduct,静产品,Quiet Loan,,,
aid,BusinessActivity,网络互助,Mutual aid,,,
old-rules,Regulation,旧办法,Old rules,,,
new-rules,Regulation,新办法,New rules,,,
limit-duty,RegulatoryRequirement,限额,Cap,,,
order,RegulatoryEvent,责令,Order,,,
fine,RegulatoryEvent,处罚,Fine,,,
"""
CITATIONS = """id,title,publisher,address,published,recorded,reliability,copy_of,note
press,Report,Press,https://example.org/press,2021-12-28,2026-01-01,high,,
page,Page,Site,https://example.org/page,,2026-01-01,low,,
law,Law text,Gazette,https://example.org/law,,2026-01-01,high,,
"""
CLAIMS = """source,subject,property,value,valid_from,valid_to,as_of,kind,stance,note
press,shared,launchedOn,2018-10,,,,,,
press,shared,closedOn,2022-01-28,,,,plan,,
page,shared,launchedOn,2025,,,,,,
page,maker,offers,shared,,,,,,
page,maker,offers,quiet,,,,,,
page,quiet,launchedOn,2019-05-01,,,,,,
page,shared,hasActivity,aid,,,,,,
law,old-rules,effectiveOn,2010-09-01,,,,,,
law,old-rules,promulgatedOn,2010-06-14,,,,,,
law,old-rules,regulatesActivity,aid,,,,,,
law,old-rules,imposes,limit-duty,,,,,,
law,limit-duty,appliesTo,aid,,,,,,
law,limit-duty,effectiveOn,2012-01-01,,,,,,
law,new-rules,promulgatedOn,2024-06-01,,,,,,
law,new-rules,effectiveOn,2024-07-01,,,,,,
law,new-rules,repeals,old-rules,,,,,,
law,new-rules,regulatesActivity,aid,,,,,,
press,order,occurredOn,2020-11-02,,,,,,
press,order,targets,maker,,,,,,
"""
EFFECTS = """source,affected,cause,effect_type,occurred_on,effect_zh,effect_en,kind,stance,note
law,shared,fine,closure,2023-07-07,关闭,Closed,,,
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of a maker, two products and two sets of rules, and a cache of its own."""
    monkeypatch.setenv("FINKG_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "own"
    register = folder / "sources" / "cited"
    register.mkdir(parents=True)
    (folder / "entities").mkdir()
    (folder / "workspace.toml").write_text(
        'date = "2026-01-01"\ntitle = { zh = "试", en = "Trial" }\n', "utf-8"
    )
    for path, text in (
        (folder / "entities" / "all.csv", ENTITIES),
        (register / "citations.csv", CITATIONS),
        (register / "claims.csv", CLAIMS),
        (register / "effects.csv", EFFECTS),
    ):
        path.write_text(text, "utf-8")
    return folder


@pytest.fixture
def kg(folder: Path) -> KnowledgeGraph:
    return KnowledgeGraph(Snapshot(build(folder, folder.parent / "snapshot").snapshot))


def holds(kg: KnowledgeGraph, pattern: str) -> bool:
    return bool(kg.query(f"ASK {{ {pattern} }}", ["possible"]))


OFFER = "id:maker fk:offers id:shared"
QUIET = "id:maker fk:offers id:quiet"


@pytest.mark.parametrize(
    ("day", "offered"),
    [("2018-09-30", False), ("2020-12-31", True), ("2022-01-27", True), ("2022-02-01", False)],
)
def test_offered_from_launch_to_closing(kg: KnowledgeGraph, day: str, offered: bool) -> None:
    """The closing was announced as a plan, and its day has passed."""
    assert holds(kg.as_of(day), OFFER) is offered
    assert holds(kg, OFFER)


def test_unknown_is_in_no_plain_view_unless_asked_for(kg: KnowledgeGraph) -> None:
    """Launched in 2019 and not heard of since: possible on a later day, and no more."""
    graph, possible = kg.as_of("2020-06-01"), kg.as_of("2020-06-01", possible=True)
    assert not holds(graph, QUIET)
    assert holds(graph, f"GRAPH layer:possible {{ {QUIET} }}")
    assert holds(possible, QUIET)
    rows = possible.select("SELECT ?p { id:maker fk:offers ?p }")
    marks = {rows.identifier(product): rows.identifier(mark) for product, mark in rows.rows}
    assert marks == {"shared": "Accepted", "quiet": "TimeUnknown"}


def test_before_it_began_it_is_not_even_possible(kg: KnowledgeGraph) -> None:
    """No is no, with or without --possible."""
    assert not holds(kg.as_of("2019-04-30", possible=True), QUIET)


SCOPE = "id:shared fk:withinScopeOf"


@pytest.mark.parametrize(
    ("day", "binds"), [("2010-08-31", False), ("2020-01-01", True), ("2024-07-01", False)]
)
def test_force_lasts_until_the_repealer_takes_force(
    kg: KnowledgeGraph, day: str, binds: bool
) -> None:
    """No day of repeal is stated: the old rules end when those that repeal them begin."""
    assert holds(kg.as_of(day), "id:old-rules fk:regulatesActivity id:aid") is binds


def test_a_requirement_may_start_after_its_instrument(kg: KnowledgeGraph) -> None:
    """The day is the requirement's own."""
    duty = "id:limit-duty fk:appliesTo id:aid"
    assert not holds(kg.as_of("2011-12-31", possible=True), duty)
    assert holds(kg.as_of("2012-01-01"), duty)


def test_an_event_relates_from_its_day_on(kg: KnowledgeGraph) -> None:
    """What happened stays so."""
    target = "id:order fk:targets id:maker"
    assert not holds(kg.as_of("2020-11-01", possible=True), target)
    assert holds(kg.as_of("2025-01-01"), target)


def test_rules_that_came_after_the_end_never_reach_it(kg: KnowledgeGraph) -> None:
    """The product had closed before the new rules took effect: surely never, so no inference."""
    assert holds(kg, f"{SCOPE} id:old-rules")
    assert not holds(kg, f"{SCOPE} id:new-rules")
    assert holds(kg.as_of("2020-01-01"), f"{SCOPE} id:old-rules")
    assert not holds(kg.as_of("2023-01-01", possible=True), f"{SCOPE} id:old-rules")


def test_an_effect_after_the_end_is_kept_and_doubted(kg: KnowledgeGraph) -> None:
    """Both dates are in the explanation, and nothing of it is in the plain view."""
    effect = "id:shared fk:directlyAffectedBy id:fine"
    assert not holds(kg, effect)
    (proof,) = (p for p in kg.show("shared").statements if p.flags)
    assert proof.standing == "Doubtful"
    for words in proof.flags[0]:
        assert "2023-07-07" in words
        assert "2022-01-28" in words


def test_what_does_not_hold_yet_outranks_nothing(kg: KnowledgeGraph, folder: Path) -> None:
    """Before the better claim begins, the other one counts."""
    claims = folder / "sources" / "cited" / "claims.csv"
    rows = (
        "press,maker,parentOrganization,aid-group,2020-01-01,,,,,\n"
        "page,maker,parentOrganization,old-group,,,,,,\n"
    )
    claims.write_text(CLAIMS + rows, "utf-8")
    names = "aid-group,Company,互助集团,Aid Group,,,\nold-group,Company,旧集团,Old Group,,,\n"
    (folder / "entities" / "all.csv").write_text(ENTITIES + names, "utf-8")
    graph = KnowledgeGraph(Snapshot(build(folder, folder.parent / "other").snapshot))
    assert holds(graph, "id:maker fk:parentOrganization id:aid-group")
    assert not holds(graph, "id:maker fk:parentOrganization id:old-group")
    early = graph.as_of("2019-01-01", possible=True)
    assert holds(early, "id:maker fk:parentOrganization id:old-group")


def triples(kg: KnowledgeGraph) -> set[Quad]:
    return {quad for layer in Layer for quad in kg.snapshot.quads(layer)}


def test_without_a_source_it_is_as_if_it_had_never_been(kg: KnowledgeGraph, folder: Path) -> None:
    """The same triples in the same layers as a workspace that never had the rows."""
    for table in ("citations", "claims"):
        path = folder / "sources" / "cited" / f"{table}.csv"
        lines = path.read_text("utf-8").splitlines(keepends=True)
        path.write_text("".join(x for x in lines if not x.startswith("press,")), "utf-8")
    never = KnowledgeGraph(Snapshot(build(folder, folder.parent / "never").snapshot))
    assert triples(kg.without("press")) == triples(never)
    assert triples(kg.without("press")) != triples(kg)


def test_without_the_better_source_the_other_is_back(kg: KnowledgeGraph) -> None:
    """Nothing outranks it any more."""
    launch = "id:shared fk:launchedOn '2025'^^xsd:gYear"
    assert not holds(kg, launch)
    assert holds(kg.without("press"), launch)
    assert holds(kg.without("Report"), launch)


def test_scenarios_add_up(kg: KnowledgeGraph) -> None:
    """In whichever order they are asked for."""
    one = kg.as_of("2025-06-01").without("press")
    other = kg.without("press").as_of("2025-06-01")
    assert triples(one) == triples(other)
    assert one.scenario == other.scenario


def test_a_snapshot_needs_its_workspace_no_more(kg: KnowledgeGraph, folder: Path) -> None:
    """The files that it was built from are kept in it."""
    rmtree(folder)
    assert holds(kg.as_of("2020-12-31"), OFFER)
    assert not holds(kg.without("page"), OFFER)


def test_derived_graphs_are_kept_and_made_anew_when_the_graph_is(
    kg: KnowledgeGraph, folder: Path
) -> None:
    """The same snapshot twice; another one after a build; never more than a few."""
    scenario = Scenario().lacking(kg.source("press"))
    first = derived(kg.snapshot, scenario)
    assert derived(kg.snapshot, scenario).generation == first.generation
    rebuilt = Snapshot(build(folder, kg.snapshot.path).snapshot)
    assert derived(rebuilt, scenario).path != first.path
    for day in range(KEPT + 3):
        kg.as_of(f"2020-01-{day + 1:02}")
    cache = Path(str(folder.parent / "cache"))
    assert len([*cache.glob("derived-*")]) == KEPT


@pytest.mark.parametrize("day", ["2020", "2020-02-30", "yesterday", ""])
def test_a_wrong_day_is_wrong_use(kg: KnowledgeGraph, day: str) -> None:
    """A day of the calendar, nothing broader and nothing else."""
    with pytest.raises(WrongDay):
        kg.as_of(day)


def test_an_unknown_source_offers_the_nearest(kg: KnowledgeGraph) -> None:
    """An entity is no source, and a misspelled source is named."""
    with pytest.raises(UnknownName):
        kg.without("maker")
    with pytest.raises(UnknownName, match="press"):
        kg.without("presss")


def test_a_workspace_opens_with_both(folder: Path) -> None:
    """finkg.open builds it and derives from it."""
    graph = finkg.open(folder).as_of("2020-12-31")
    rows = graph.snapshot.rows("SELECT ?p { id:maker fk:offers ?p }")
    assert {local_name(row["p"]) for row in rows} == {"shared"}
