"""Derived graphs are kept: each is built once, and anew when the graph behind it is."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from finkg.build import derive, pipeline
from finkg.environment import cache_folder
from finkg.evidence.scenario import Scenario
from finkg.graph import KnowledgeGraph

from ..own import Own, values

OFFERED = "id:ant fk:offers ?x"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Own:
    """A product that was launched in 2013 and closed in 2022, by two sources."""
    monkeypatch.setenv("FINKG_CACHE", str(tmp_path / "cache"))
    own = Own(tmp_path / "own", {"ant": "Company", "yuebao": "FinancialProduct"})
    for source in ("gazette", "paper"):
        own.source(source, "high")
    own.says("gazette", "ant offers yuebao")
    own.says("gazette", "yuebao launchedOn 2013-06-13")
    own.says("paper", "yuebao closedOn 2022-01-28")
    return own


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[Scenario]:
    """The scenarios for which a graph was built, in order."""
    told: list[Scenario] = []
    rebuild = pipeline.rebuild

    def watched(kept: object, scenario: Scenario, *rest: object) -> None:
        told.append(scenario)
        rebuild(kept, scenario, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "rebuild", watched)
    return told


def kept() -> set[str]:
    return {path.name for path in cache_folder().glob("derived-*")}


def test_a_graph_is_derived_once(own: Own, built: list[Scenario]) -> None:
    """Whoever asks for the same day again is answered from what is kept."""
    kg = own.build()
    one, other = kg.as_of("2020-01-01"), kg.as_of("2020-01-01")
    assert one.snapshot.path == other.snapshot.path
    assert len(built) == len(kept()) == 1
    assert values(other, OFFERED) == {"yuebao"}


def test_each_scenario_has_a_graph_of_its_own(own: Own, built: list[Scenario]) -> None:
    """Another day, with what is possible or not, without a source."""
    kg = own.build()
    graphs = [
        kg.as_of("2020-01-01"),
        kg.as_of("2020-01-01", possible=True),
        kg.as_of("2023-01-01"),
        kg.without("paper"),
    ]
    assert len({graph.snapshot.path for graph in graphs}) == len(built) == len(kept()) == 4
    assert [values(graph, OFFERED) for graph in graphs] == [{"yuebao"}] * 2 + [set(), {"yuebao"}]


def test_a_graph_that_was_built_anew_is_derived_from_anew(own: Own, built: list[Scenario]) -> None:
    """What was kept of the earlier graph is not what was asked for."""
    assert values(own.build().as_of("2020-01-01"), OFFERED) == {"yuebao"}
    own.says("paper", "yuebao launchedOn 2021-01-01")
    own.judge("yuebao launchedOn 2021-01-01", "preferred")
    assert values(own.build().as_of("2020-01-01"), OFFERED) == set()
    assert len(built) == 2


def test_an_open_graph_derives_though_it_was_built_anew_beside_it(own: Own) -> None:
    """The files that were kept with the graph that is open went with it; those of the new count."""
    kg = own.build()
    own.says("paper", "yuebao launchedOn 2021-01-01")
    own.judge("yuebao launchedOn 2021-01-01", "preferred")
    own.build()
    assert values(kg, "id:yuebao fk:launchedOn ?x") == {"2013-06-13"}
    assert values(kg.as_of("2022-01-01"), "id:yuebao fk:launchedOn ?x") == {"2021-01-01"}


def test_another_program_derives_anew(
    own: Own, built: list[Scenario], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the same files a later version may make another graph."""
    kg = own.build()
    kg.as_of("2020-01-01")
    monkeypatch.setattr(derive, "fingerprint", lambda _: "another")
    kg.as_of("2020-01-01")
    assert len(built) == 2


def test_a_snapshot_answers_though_its_workspace_is_gone(own: Own, tmp_path: Path) -> None:
    """The files that it was made from are kept in it, and it may be moved."""
    kg = own.build()
    shutil.rmtree(own.folder)
    moved = tmp_path / "moved"
    shutil.copytree(kg.snapshot.path, moved)
    from finkg.graph import open_graph

    graph = open_graph(moved)
    assert values(graph.as_of("2023-01-01"), OFFERED) == set()
    assert values(graph.without("paper").as_of("2023-01-01", possible=True), OFFERED) == {"yuebao"}


def test_a_derived_graph_is_derived_from_no_further(own: Own, built: list[Scenario]) -> None:
    """A second day replaces the first; each is computed from the whole graph."""
    kg = own.build()
    assert values(kg.as_of("2023-01-01").as_of("2020-01-01"), OFFERED) == {"yuebao"}
    assert [str(scenario.as_of) for scenario in built] == ["2023-01-01", "2020-01-01"]


def test_the_oldest_goes_first(own: Own, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many derived graphs the last ones are kept, and nothing else of the cache is removed."""
    monkeypatch.setattr(derive, "KEPT", 2)
    kg = own.build()
    other = cache_folder() / "graph-of-somebody"
    other.mkdir(parents=True)
    paths: list[Path] = []
    for number, day in enumerate(("2014-01-01", "2015-01-01", "2016-01-01")):
        paths.append(kg.as_of(day).snapshot.path)
        os.utime(paths[-1], (number, number))
    assert kept() == {paths[1].name, paths[2].name}
    assert other.is_dir()


def test_a_damaged_derived_graph_is_built_again(own: Own, built: list[Scenario]) -> None:
    """Whoever empties the cache half-way loses nothing."""
    kg = own.build()
    place = kg.as_of("2020-01-01").snapshot.path
    (place / "finkg-snapshot.json").unlink()
    assert values(kg.as_of("2020-01-01"), OFFERED) == {"yuebao"}
    assert len(built) == 2


def test_nothing_is_derived_for_the_whole_graph(own: Own, built: list[Scenario]) -> None:
    """To leave out no source asks for nothing new."""
    kg: KnowledgeGraph = own.build()
    assert kg.without().snapshot.path == kg.snapshot.path
    assert (built, kept()) == ([], set())
