"""The generator writes sound workspaces of the packaged graph's shape, the same at every run."""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Store

from finkg import vocabulary as v
from finkg.build.pipeline import BuildReport
from finkg.plausibility.concentration import YearConcentration, crowding
from finkg.plausibility.mention import mentions
from finkg.reasoning.rule import read_rules
from finkg.store.layers import Layer
from finkg.store.snapshot import Snapshot
from finkg.vocabulary import local_name

HERE = Path(__file__).parent
CLAIMS = 2_000
#: How far figures of a generated graph may lie from those of the packaged one, as a factor.
LIKE = 2.0
#: How much of a mix may be mixed otherwise.
MIXED = 0.25
#: The columns in which rows state times.
STATED = ("value", "as_of", "valid_from", "occurred_on")
DAY = re.compile(r"[0-9]{4}(-[0-9]{2}){1,2}")
#: Figures for one claim in which likeness is asked for; rare things depend on single rows.
FIGURES = (
    "triples", "evidence", "cited evidence", "citations", "context quotes", "kind Opinion",
    "kind Plan", "MetricObservation", "Shareholding", "RegulatoryEffect", "standing Outranked",
    "standing Doubtful", "settled disputes", "inferences", "conclusions", "flagged",
    "flagged within a source", "flagged across sources",
)  # fmt: skip


@pytest.fixture(scope="module")
def store(report: BuildReport) -> Store:
    return Snapshot(report.snapshot).store


def generate(folder: Path, *size: str, seed: str = "0") -> dict[str, bytes]:
    """Every file that the command writes, by path."""
    command = [sys.executable, str(HERE / "generate.py"), str(folder), *size]
    subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, check=True)
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def values(store: Store, predicate: NamedNode) -> Counter[str]:
    """How often a property has each of its values in the claims layer."""
    found = store.quads_for_pattern(None, predicate, None, Layer.CLAIMS.iri)
    return Counter(local_name(q.object) for q in found if isinstance(q.object, NamedNode))


def texts(workspace: Path) -> Iterator[tuple[str, str, list[dict[str, str]]]]:
    """Language, text and rows of every text."""
    for file in sorted(workspace.glob("sources/*/text.txt")):
        language = tomllib.loads((file.parent / "source.toml").read_text("utf-8"))["language"]
        found = [row for table in sorted(file.parent.glob("*.csv")) for row in rows(table)]
        yield language, file.read_text("utf-8"), found


def rows(table: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(table.read_text("utf-8"))))


def test_two_runs_write_the_same_bytes(tmp_path: Path) -> None:
    """A size has one workspace, whatever the order in which Python's sets happen to be."""
    size = ("--claims", "1500")
    assert generate(tmp_path / "a", *size, seed="1") == generate(tmp_path / "b", *size, seed="2")


def test_a_larger_graph_begins_with_the_smaller(tmp_path: Path) -> None:
    """The size says where to stop and nothing else, so that sizes can be compared."""
    small = generate(tmp_path / "small", "--claims", "1500")
    large = generate(tmp_path / "large", "--claims", "3000")
    for table in ("entities/organizations.csv", "sources/cited-0/citations.csv"):
        assert large[table].startswith(small[table])
        assert large[table] != small[table]


def test_check_finds_nothing(report: BuildReport) -> None:
    """A generated workspace is sound: no error and no warning."""
    assert not [str(warning) for warning in report.warnings]


def test_it_has_as_many_claims_as_asked_for(report: BuildReport) -> None:
    """What was asked for, and at most what the last block must not leave out."""
    assert CLAIMS <= report.counts["claims"] <= CLAIMS + 20


def test_it_has_as_many_triples_as_asked_for(report: BuildReport) -> None:
    """`--triples` of what was built asks for the claims that were built, within 5 %."""
    from generate import claims_for

    triples = sum(n for name, n in report.counts.items() if name.startswith("layer "))
    assert claims_for(triples) == pytest.approx(report.counts["claims"], rel=0.05)


def test_each_quote_stands_once(generated_workspace: Path) -> None:
    """A quote names its place without help, and so does each context."""
    for _, text, found in texts(generated_workspace):
        for row in found:
            assert text.count(row["quote"]) == 1, row["quote"]
            assert not row["context_quote"] or text.count(row["context_quote"]) == 1


def test_texts_are_of_two_languages_and_of_a_few_thousand_characters(
    generated_workspace: Path,
) -> None:
    """Texts are long enough to be read like the ones of the field, and no longer."""
    found = list(texts(generated_workspace))[:-1]  # the last one may be cut off
    assert {language for language, _, _ in found} == {"zh", "en"}
    assert all(1_500 < len(text) < 12_000 for _, text, _ in found)


def test_one_year_crowds_out_the_others_of_some_texts(generated_workspace: Path) -> None:
    """Crowded texts and others stand side by side, so doubt is decided and not the rule."""
    found = [crowding(mentions(text, language)) for language, text, _ in texts(generated_workspace)]
    assert any(found)
    assert not all(found)


def test_nothing_is_doubted_but_for_a_crowding_year(store: Store) -> None:
    """The world keeps the order of time: what is flagged stands in a text with a crowding year, or
    is at odds with what stands there."""
    graph = Layer.CLAIMS.iri
    flags = {q.object: q.subject for q in store.quads_for_pattern(None, v.HAS_FLAG, None, graph)}
    found = store.quads_for_pattern(None, v.FLAGGED_BY, YearConcentration().iri, graph)
    crowded = {flags[quad.subject] for quad in found}
    beside: defaultdict[object, set[object]] = defaultdict(set)
    for quad in store.quads_for_pattern(None, v.COMPARED_WITH, None, graph):
        beside[quad.subject].add(quad.object)
    assert crowded
    assert all(crowded & {claim, *beside[flag]} for flag, claim in flags.items())


def test_sources_are_no_older_than_the_days_they_tell_of(generated_workspace: Path) -> None:
    """A source that says when it was published tells as a fact only what had happened by then."""
    told = 0
    for folder in generated_workspace.glob("sources/cited-*"):
        published = {row["id"]: row["published"] for row in rows(folder / "citations.csv")}
        for table in folder.glob("*.csv"):
            for row in rows(table):
                days = [day for day in map(row.get, STATED) if day and DAY.fullmatch(day)]
                if "source" in row and not row.get("kind") and published[row["source"]]:
                    assert all(day <= published[row["source"]] for day in days), row
                    told += len(days)
    assert told > CLAIMS / 20


def test_a_third_of_the_sources_do_not_say_when_they_were_published(
    generated_workspace: Path,
) -> None:
    """As in the packaged graph, where it is 49 of 156."""
    found = [
        row["published"] for row in rows(generated_workspace / "sources/cited-0/citations.csv")
    ]
    assert found.count("") / len(found) == pytest.approx(1 / 3, abs=0.05)


def test_every_rule_fires(store: Store, generated_workspace: Path) -> None:
    """No rule is left out of what later benchmarks of reasoning measure."""
    rules = {local_name(rule.iri) for rule in read_rules([])}
    fired = {
        local_name(q.object)
        for q in store.quads_for_pattern(None, v.USED_RULE, None, Layer.CLAIMS.iri)
        if isinstance(q.object, NamedNode)
    }
    assert rules
    assert rules == fired


def test_claims_come_in_every_kind_and_stand_everywhere(store: Store) -> None:
    """Each way to say a thing and each fate of a claim occurs."""
    kinds, standings = values(store, v.KIND), values(store, v.STANDING)
    assert set(kinds) == {"Fact", "Opinion", "Forecast", "Norm", "Plan"}
    assert {"Accepted", "Doubtful", "Outranked", "Deprecated", "OpinionStanding"} <= set(standings)


def test_disputes_are_open_and_settled(store: Store) -> None:
    """Some disputes are decided, some are not, and some claims are denied."""
    assert set(values(store, v.DISPUTE_STATE)) == {"OpenDispute", "SettledDispute"}
    assert values(store, v.STANCE)["Refutes"]


def test_disputes_touch_dates_shares_and_metrics(store: Store) -> None:
    """Claims conflict in what they date, in how much is held and in how much is counted."""
    graph = Layer.CLAIMS.iri
    sides = [q.object for q in store.quads_for_pattern(None, v.DISPUTES, None, graph)]
    found = {
        local_name(quad.object)
        for side in sides
        if isinstance(side, NamedNode)
        for quad in store.quads_for_pattern(side, v.CLAIM_PROPERTY, None, graph)
        if isinstance(quad.object, NamedNode)
    }
    assert {"launchedOn", "foundedOn", "holdsSharesIn", "hasObservation"} <= found


def test_some_sources_are_copies_and_some_claims_are_corroborated(store: Store) -> None:
    """Mirrors say which source they copy; claims that two sources state count both."""
    evidence = store.quads_for_pattern(None, v.HAS_EVIDENCE, None, Layer.CLAIMS.iri)
    assert values(store, v.COPY_OF)
    assert max(Counter(quad.subject for quad in evidence).values()) >= 3


@pytest.mark.parametrize("figure", FIGURES)
def test_its_figures_are_like_those_of_the_packaged_graph(
    figure: str, store: Store, packaged_snapshot: Path
) -> None:
    """For one claim there is about as much of each thing: within a factor of two."""
    from generator.measure import shape_of

    generated = shape_of(store).figures[figure]
    packaged = shape_of(Snapshot(packaged_snapshot).store).figures[figure]
    assert packaged / LIKE <= generated <= packaged * LIKE


@pytest.mark.parametrize("mix", ["properties", "classes"])
def test_its_mixes_are_like_those_of_the_packaged_graph(
    mix: str, store: Store, packaged_snapshot: Path
) -> None:
    """Claims spread over the properties, and entities over the classes, as in the packaged graph:
    at most a quarter would have to change places."""
    from generator.measure import distance, shape_of

    packaged = shape_of(Snapshot(packaged_snapshot).store)
    assert distance(getattr(shape_of(store), mix), getattr(packaged, mix)) <= MIXED
