"""What would settle a doubt is proposed as a judgement, which a person signs or throws away."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from finkg.catalogue.proposals import Proposal
from finkg.errors import InvalidWorkspace
from finkg.graph import KnowledgeGraph
from finkg.vocabulary import local_name
from finkg.workspace.tables import JUDGEMENTS

from ..own import Own, values
from .doubtful import doubtful

SIGNED = {"by": "an editor", "on": "2026-01-02"}


@pytest.fixture(scope="module")
def kg(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    return doubtful(tmp_path_factory.mktemp("proposals") / "own").build()


def about(proposal: Proposal) -> str:
    return f"{local_name(proposal.claim.subject)} {local_name(proposal.claim.predicate)}"


def judged(own: Own, *rows: dict[str, str]) -> KnowledgeGraph:
    """The graph with these rows in judgements.csv."""
    table = io.StringIO()
    writer = csv.DictWriter(table, list[str](JUDGEMENTS), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    own.write("judgements.csv", table.getvalue())
    return own.build()


def standing(kg: KnowledgeGraph, subject: str, predicate: str, value: str) -> list[str]:
    proofs = [p for p in kg.why(subject, predicate) if getattr(p.value, "value", "") == value]
    return [proof.standing for proof in proofs]


def test_every_flagged_claim_has_one(kg: KnowledgeGraph) -> None:
    """Those that something settles first, then by subject."""
    assert [(about(p), p.rank) for p in kg.proposals()] == [
        ("app launchedOn", "deprecated"),
        ("jia foundedOn", "deprecated"),
        ("yi foundedOn", "preferred"),
        ("app hasObservation", ""),
        ("bing foundedOn", ""),
    ]


def test_the_reason_tells_source_statement_and_doubt(kg: KnowledgeGraph) -> None:
    """In both languages: who says what instead, and what the rule saw."""
    (found,) = kg.proposals("jia")
    for words in found.reason:
        assert "The gazette" in words
        assert "2014-10-16" in words
        assert "2025" in words
    assert found.reason.zh != found.reason.en
    assert found.settled_by
    assert (found.settled_by.standing, found.agrees) == ("Accepted", False)


def test_a_quote_of_the_better_source_is_told(tmp_path: Path) -> None:
    """Whoever decides reads the words on which it rests."""
    own = doubtful(tmp_path / "own")
    own.text("archive", "丙于2016年开办。", "high")
    own.says("archive", "bing foundedOn 2016", quote="丙于2016年开办")
    (found,) = own.build().proposals("bing")
    assert found.rank == "deprecated"
    assert all("丙于2016年开办" in words for words in found.reason)


@pytest.mark.parametrize(
    ("name", "claims"),
    [("app", 2), ("bing", 1), ("page", 5), ("gazette", 0), ("rules", 0)],
)
def test_they_can_be_asked_by_entity_or_source(kg: KnowledgeGraph, name: str, claims: int) -> None:
    """About what is doubted, or from whom it is."""
    assert len(kg.proposals(name)) == claims


def test_nothing_is_applied(kg: KnowledgeGraph) -> None:
    """Flagged claims stand where doubt puts them, ranked by nobody."""
    for proposal in kg.proposals():
        assert proposal.claim.rank in ("NormalRank", "PreferredRank")
        assert proposal.claim.standing in ("Doubtful", "Outranked")
    before = [p.claim for p in kg.proposals()]
    assert [p.claim for p in kg.proposals()] == before


def test_a_row_is_left_to_be_signed(kg: KnowledgeGraph) -> None:
    """It has the columns of judgements.csv, with everything but who decides, and when."""
    for proposal in kg.proposals():
        row = proposal.row()
        assert tuple(row) == JUDGEMENTS
        assert (row["by"], row["on"]) == ("", "")
        assert row["reason_zh"]
        assert row["reason_en"]


def test_signed_rows_do_what_they_say(kg: KnowledgeGraph, tmp_path: Path) -> None:
    """The deprecated are out, the preferred is accepted, and the doubt stays for all to see."""
    rows = [p.row() | SIGNED for p in kg.proposals() if p.settled_by]
    after = judged(doubtful(tmp_path / "own"), *rows)
    assert standing(after, "jia", "foundedOn", "2025") == ["Deprecated"]
    assert standing(after, "app", "launchedOn", "2025") == ["Deprecated"]
    assert standing(after, "yi", "foundedOn", "2025-03") == ["Accepted"]
    (proof,) = [p for p in after.why("yi", "foundedOn") if p.flags]
    assert proof.rank == "PreferredRank"
    assert "an editor" in proof.rank_reason.en


def test_what_is_preferred_reaches_the_plain_view(kg: KnowledgeGraph, tmp_path: Path) -> None:
    """And leaves the doubtful layer; without a signature it stands there."""
    founded = "id:yi fk:foundedOn ?x"
    assert values(kg, founded) == {"2025"}
    assert values(kg, founded, "doubtful") == {"2025-03"}
    (found,) = kg.proposals("yi")
    after = judged(doubtful(tmp_path / "own"), found.row() | SIGNED)
    assert "2025-03" in values(after, founded)
    assert values(after, founded, "doubtful") == set()


def test_a_row_that_would_change_nothing_is_not_proposed(tmp_path: Path) -> None:
    """A year is outranked by the better source's month in it, with or without a judgement."""
    own = doubtful(tmp_path / "own")
    own.says("gazette", "bing foundedOn 2025-09")
    (found,) = own.build().proposals("bing")
    if found.rank:
        after = judged(own, found.row() | SIGNED)
        assert standing(after, "bing", "foundedOn", "2025") == ["Accepted"]


def test_unsigned_rows_are_refused(kg: KnowledgeGraph, tmp_path: Path) -> None:
    """With file and line: nobody's decision is none."""
    own = doubtful(tmp_path / "own")
    with pytest.raises(InvalidWorkspace) as caught:
        judged(own, *(p.row() for p in kg.proposals() if p.settled_by))
    places = {(p.where.file, p.where.line) for p in caught.value.problems if p.where}
    assert places == {("judgements.csv", line) for line in (2, 3, 4)}


def test_what_nothing_settles_can_not_be_pasted(kg: KnowledgeGraph, tmp_path: Path) -> None:
    """It proposes no rank, so a signature alone decides nothing."""
    (found,) = kg.proposals("bing")
    assert (found.settled_by, found.rank) == (None, "")
    with pytest.raises(InvalidWorkspace):
        judged(doubtful(tmp_path / "own"), found.row() | SIGNED)


def test_a_figure_is_named_by_its_record(tmp_path: Path) -> None:
    """Its value and detail are the record, so that the row meets the one figure."""
    own = doubtful(tmp_path / "own")
    figure = {"feature": "app", "metric": "users", "value": "100000000", "unit": "person"}
    own.row("gazette", "observations.csv", **figure, as_of="2016")
    (found,) = (p for p in own.build().proposals("app") if about(p) == "app hasObservation")
    assert found.rank == "deprecated"
    assert found.row()["detail"].startswith("o-")
    after = judged(own, found.row() | SIGNED)
    assert values(after, "id:app fk:hasObservation [ fk:asOf ?x ]") == {"2016"}


def test_two_shares_of_one_pair_are_two_rows(tmp_path: Path) -> None:
    """Each names its record; the sound one is not judged with the doubted one."""
    own = doubtful(tmp_path / "own")
    share = {"organization": "yi", "holder": "jia", "mode": "equity"}
    own.says("gazette", "yi foundedOn 2012-03")
    own.row("blog", "holdings.csv", **share, percent="30", as_of="2010")
    own.row("blog", "holdings.csv", **share, percent="20", as_of="2020")
    (found,) = (p for p in own.build().proposals() if about(p) == "jia holdsSharesIn")
    assert found.row()["detail"].startswith("h-")
    after = judged(own, found.row() | SIGNED | {"rank": "deprecated"})
    shares = "id:jia fk:holdsSharesIn id:yi . ?s fk:heldOrganization id:yi ; fk:percent ?x"
    assert values(after, shares) == {"20"}


def test_a_claim_is_not_judged_with_one_that_holds_at_another_time(tmp_path: Path) -> None:
    """Two terms of one controller: the row for the doubted term leaves the sound one alone."""
    own = doubtful(tmp_path / "own")
    own.source("old-blog", "low", "2015")
    own.says("old-blog", "yi controlledBy jia", valid_from="2018", valid_to="2020")
    own.says("blog", "yi controlledBy jia", valid_from="2010", valid_to="2012")
    own.says("gazette", "yi controlledBy bing", valid_from="2018", valid_to="2020")
    kg = own.build()
    rows = [p.row() | SIGNED for p in kg.proposals() if about(p) == "yi controlledBy"]
    assert [row["rank"] for row in rows] == ["deprecated"]
    after = judged(own, *rows)
    sound = [p for p in after.why("yi", "controlledBy") if p.times.valid_from == "2010"]
    assert [proof.standing for proof in sound] == ["Accepted"]
