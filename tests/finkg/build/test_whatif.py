"""What would follow is what a graph computed anew says, and nothing on disk changes for it."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from finkg.environment import cache_folder
from finkg.errors import InvalidWorkspace, NotReadable
from finkg.evidence.rank import UnknownRank
from finkg.evidence.supposition import SUPPOSED
from finkg.graph import KnowledgeGraph
from finkg.reasoning.difference import Change, Difference
from finkg.vocabulary import local_name
from finkg.workspace.supposed import CannotReach, NothingToLeaveOut

from ..own import Own
from ..standings import counting

ENTITIES = {
    "ant": "Company", "huabei": "FinancialProduct", "yuebao": "FinancialProduct",
    "loans": "BusinessActivity", "funds": "BusinessActivity", "faces": "DataCategory",
    "law": "Regulation", "fine": "RegulatoryEvent",
}  # fmt: skip


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Own:
    """Two products of a company; one has loans in two sources, and a law governs loans."""
    monkeypatch.setenv("FINKG_CACHE", str(tmp_path / "cache"))
    own = Own(tmp_path / "own", ENTITIES)
    own.source("gazette", "high")
    own.source("paper", "medium", "2021-05-01")
    own.source("blog", "low", "2021-05-02")
    own.says("gazette", "law regulatesActivity loans")
    own.says("paper", "huabei hasActivity loans")
    own.says("blog", "huabei hasActivity loans")
    own.says("blog", "huabei usesData faces")
    own.says("paper", "yuebao hasActivity funds")
    own.says("paper", "ant offers yuebao")
    own.row("blog", "effects.csv", affected="yuebao", cause="fine", effect_type="fine",
            occurred_on="2021-04-01", effect_zh="罚款", effect_en="A fine")  # fmt: skip
    return own


@pytest.fixture
def kg(own: Own) -> KnowledgeGraph:
    return own.build()


def said(kg: KnowledgeGraph, changes: list[Change]) -> list[str]:
    return [kg.wording.statement(change.proof, "en") for change in changes]


def applied(kg: KnowledgeGraph, difference: Difference) -> dict[NamedNode, str]:
    """Where each claim would stand, by what the graph says and what would be otherwise."""
    after = {change.claim: change.after for change in difference.changes if not change.is_lost}
    gone = {change.claim for change in difference.changes if change.is_lost}
    return {c: s for c, s in counting(kg).items() if c not in gone} | after


def files(*folders: Path) -> dict[str, str]:
    return {
        str(path): sha256(path.read_bytes()).hexdigest()
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("sources", [("paper",), ("blog",), ("gazette",), ("paper", "blog")])
def test_without_a_source_is_what_the_graph_without_it_says(
    kg: KnowledgeGraph, sources: tuple[str, ...]
) -> None:
    """Every claim stands where it stands when the graph is built without them."""
    assert applied(kg, kg.whatif(without=sources)) == counting(kg.without(*sources))


def test_what_falls_comes_with_the_proof_that_it_has_now(kg: KnowledgeGraph) -> None:
    """Its leaves are the evidence that would be missing."""
    found = kg.whatif(without=["gazette"])
    assert said(kg, found.lost) == ["huabei is within scope of law"]
    sources = {local_name(leaf.source) for leaf in found.lost[0].proof.leaves()}
    assert sources == {"gazette", "paper", "blog"}
    assert not found.new
    assert [change.is_lost for change in found.stated] == [True]


def test_one_of_two_sources_is_not_missed(kg: KnowledgeGraph) -> None:
    """The other still says that 花呗 has loans."""
    assert "huabei is within scope of law" not in said(kg, kg.whatif(without=["blog"]).lost)
    both = said(kg, kg.whatif(without=["blog", "paper"]).lost)
    assert "huabei is within scope of law" in both


def test_without_a_claim(kg: KnowledgeGraph) -> None:
    """By its own id, which its proof tells, or by that of its record."""
    (scope,) = kg.why("huabei", "withinScopeOf", "law")
    assert scope.step
    activity = next(p for p in scope.step.premises if p.subject == kg.entity("huabei"))
    found = kg.whatif(without=[local_name(activity.claim)])
    assert said(kg, found.lost) == ["huabei is within scope of law"]
    (effect,) = kg.why("yuebao", "directlyAffectedBy")
    assert effect.record
    assert len(kg.whatif(without=[local_name(effect.record)]).lost) >= 3


def test_a_regulation_that_reached_further(kg: KnowledgeGraph) -> None:
    """What it is supposed to regulate is told from the kind of thing; nobody says so, and the proof
    shows that."""
    found = kg.whatif(extend=[("law", "funds"), ("law", "faces")])
    assert said(kg, found.new) == ["yuebao is within scope of law"]
    supposed = [leaf for leaf in found.new[0].proof.leaves() if leaf.source == SUPPOSED.id]
    assert [leaf.quote for leaf in supposed] == [None]
    assert not found.stated
    # 花呗 was within its scope by its activity; now by its data too.
    assert not found.lost


def test_the_least_rank(own: Own) -> None:
    """Rules may be held to what is preferred, or use what was judged out as well, which is doubtful
    then."""
    own.judge("yuebao hasActivity funds", "deprecated")
    own.says("gazette", "law regulatesActivity funds")
    own.judge("law regulatesActivity funds", "preferred")
    kg = own.build()
    strict, loose = kg.whatif(min_rank="preferred"), kg.whatif(min_rank="deprecated")
    assert "huabei is within scope of law" in said(kg, strict.lost)
    assert said(kg, loose.new) == ["yuebao is within scope of law"]
    assert [change.after for change in loose.new] == ["Doubtful"]
    assert not loose.lost
    assert not kg.whatif(min_rank="normal").changes


def test_statements_of_a_file(kg: KnowledgeGraph, tmp_path: Path) -> None:
    """Three columns are enough, in any order; the proof names the line that supposes it."""
    table = tmp_path / "suppose.csv"
    table.write_text("value,property,subject\nloans,hasActivity,yuebao\n", "utf-8")
    found = kg.whatif(add=[table])
    assert said(kg, found.new) == ["yuebao is within scope of law"]
    (leaf,) = (leaf for leaf in found.new[0].proof.leaves() if leaf.source == SUPPOSED.id)
    assert leaf.row
    assert (leaf.row.file, leaf.row.line) == (str(table), 2)


def test_what_is_supposed_wins_every_dispute(own: Own, tmp_path: Path) -> None:
    """The question is what would follow if it held: a better source does not keep it down."""
    own.says("gazette", "huabei launchedOn 2015-04-01")
    kg = own.build()
    table = tmp_path / "suppose.csv"
    table.write_text("subject,property,value\nhuabei,launchedOn,2016-01-01\n", "utf-8")
    (change,) = kg.whatif(add=[table]).stated
    assert (change.before, change.after, change.is_lost) == ("Accepted", "Outranked", True)


def test_several_suppositions_are_made_together(kg: KnowledgeGraph) -> None:
    """The law without its gazette reaches nothing but what it is supposed to reach."""
    found = kg.whatif(without=["gazette"], extend=[("law", "funds")])
    assert said(kg, found.lost) == ["huabei is within scope of law"]
    assert said(kg, found.new) == ["yuebao is within scope of law"]


def test_of_a_graph_as_of_a_day(kg: KnowledgeGraph) -> None:
    """The graph of that day is compared with itself, not with the whole graph."""
    early = kg.as_of("2021-01-01")
    found = applied(early, early.whatif(without=["paper"]))
    assert found == counting(kg.without("paper").as_of("2021-01-01"))


def test_nothing_is_touched_on_disk(own: Own, kg: KnowledgeGraph, tmp_path: Path) -> None:
    """Neither the workspace nor the snapshot nor the cache."""
    folders = own.folder, kg.snapshot.path, cache_folder()
    before = files(*folders)
    table = tmp_path / "suppose.csv"
    table.write_text("subject,property,value\nyuebao,hasActivity,loans\n", "utf-8")
    for found in (kg.whatif(without=["paper"]), kg.whatif(add=[table], extend=[("law", "funds")])):
        assert all(change.proof.predicate for change in found.changes)
    assert files(*folders) == before


def test_nothing_supposed_changes_nothing(kg: KnowledgeGraph) -> None:
    """The overlay is the graph itself."""
    assert not kg.whatif().changes


def test_what_can_not_be_supposed(kg: KnowledgeGraph, tmp_path: Path) -> None:
    """A product regulates nothing, a law regulates no company; what is not there can not go."""
    for instrument, thing in (("huabei", "loans"), ("law", "ant")):
        with pytest.raises(CannotReach) as reach:
            kg.whatif(extend=[(instrument, thing)])
        assert (reach.value.instrument, reach.value.thing) == (instrument, thing)
    with pytest.raises(NothingToLeaveOut) as unknown:
        kg.whatif(without=["c-0123456789abcdef"])
    assert unknown.value.name == "c-0123456789abcdef"
    with pytest.raises(UnknownRank):
        kg.whatif(min_rank="best")
    with pytest.raises(NotReadable):
        kg.whatif(add=[tmp_path / "missing.csv"])


@pytest.mark.parametrize(
    ("table", "line", "column"),
    [
        ("subject,property,value\nnobody,hasActivity,loans\n", 2, 1),
        ("subject,property,value\nhuabei,affectedBy,law\n", 2, 2),
        ("subject,property,value\nhuabei,hasActivity,ant\n", 2, 3),
        ("subject,property,value,valid_from\nhuabei,hasActivity,funds,someday\n", 2, 4),
        ("subject,property\nhuabei,hasActivity\n", 1, 0),
        ("subject,property,value,colour\nhuabei,hasActivity,funds,red\n", 1, 4),
        ("subject,property,value\nhuabei,hasActivity\n", 2, 0),
        ("", 1, 0),
    ],
)
def test_a_table_with_a_fault_is_refused_with_its_place(
    kg: KnowledgeGraph, tmp_path: Path, table: str, line: int, column: int
) -> None:
    """As the same table would be in a workspace."""
    path = tmp_path / "suppose.csv"
    path.write_text(table, "utf-8")
    with pytest.raises(InvalidWorkspace) as caught:
        kg.whatif(add=[path])
    where = caught.value.problems[0].where
    assert (where.file, where.line, where.column) == (str(path), line, column)
