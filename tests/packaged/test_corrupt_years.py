"""The article's corrupt years are kept with their quotes, flagged, and never in the plain view."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, Quad, QuerySolution

from finkg import vocabulary as v
from finkg.export.rdf import SYNTAXES, rdf
from finkg.graph import KnowledgeGraph
from finkg.reasoning.proof import Proof
from finkg.resources import packaged_workspace
from finkg.store.layers import PLAIN_VIEW, Layer

TEXT: Path = packaged_workspace() / "sources" / "internet-finance-cases" / "text.txt"
MENTIONS = [m.start() for m in re.finditer("2025", TEXT.read_text("utf-8"))]
TIMES = {v.XSD_YEAR, v.XSD_YEAR_MONTH, v.XSD_DATE, v.EDTF}


def says_2025(term: object) -> bool:
    return isinstance(term, Literal) and term.datatype in TIMES and term.value.startswith("2025")


def test_the_article_says_2025_ten_times() -> None:
    """What the other tests speak of."""
    assert len(MENTIONS) == 10


def corrupt(kg: KnowledgeGraph) -> list[QuerySolution]:
    """The claims whose value, or whose record, has the year that crowds out the others."""
    return list(
        kg.snapshot.rows(
            """SELECT DISTINCT ?claim ?s ?p ?v ?record ?standing { GRAPH layer:claims {
                 ?claim fk:flag ?flag ; fk:standing ?standing ;
                   fk:claimSubject ?s ; fk:claimProperty ?p ; fk:claimValue ?v .
                 ?flag fk:flaggedBy rule:year-concentration ; fk:doubts ?part .
                 OPTIONAL { ?claim fk:detail ?record }
                 FILTER (?part = fk:ValuePart || BOUND(?record)) } }"""
        )
    )


def test_no_corrupt_year_in_the_plain_view(kg: KnowledgeGraph) -> None:
    """Neither as a value nor as the time of a record."""
    plain = DefaultGraph()
    claims = corrupt(kg)
    assert len(claims) == 15
    for row in claims:
        assert Quad(row["s"], row["p"], row["v"], plain) not in kg.snapshot.store
        if row["record"]:
            assert not [*kg.snapshot.store.quads_for_pattern(row["record"], None, None, plain)]


def test_the_article_alone_brings_no_2025_into_the_plain_view(article: KnowledgeGraph) -> None:
    """Without the better sources nothing stands in place of the corrupt years."""
    quads = article.snapshot.store.quads_for_pattern(None, None, None, DefaultGraph())
    assert not [q for q in quads if says_2025(q.object)]


def test_no_2025_of_the_article_is_exported_with_the_plain_view(article: KnowledgeGraph) -> None:
    """No export of the plain view has a time of 2025, in any syntax."""
    for syntax in SYNTAXES:
        written = rdf(article.snapshot, syntax, PLAIN_VIEW).decode()
        assert not re.search(r'"2025[^"]*"\^\^|>2025[0-9-]*</fk:|"@value":"2025"', written), syntax


def test_every_2025_is_in_the_claims_with_its_quote(kg: KnowledgeGraph) -> None:
    """Each of the ten mentions is quoted by a claim that says 2025, and that claim is flagged."""
    rows = kg.snapshot.rows(
        """SELECT DISTINCT ?start ?end { GRAPH layer:claims {
             ?claim fk:flag ?flag ; fk:evidence ?e .
             ?e fk:quote|fk:contextQuote ?q . ?q fk:startOffset ?start ; fk:endOffset ?end } }"""
    )
    spans = [(int(row["start"].value), int(row["end"].value)) for row in rows]
    assert all(any(start <= at < end for start, end in spans) for at in MENTIONS)


def test_the_two_true_years_are_accepted(kg: KnowledgeGraph, article: KnowledgeGraph) -> None:
    """2004 and 2011 stand in the same text and are believed, with or without other sources."""
    true = {("alipay-co", "2004"), ("lufax", "2011")}
    for graph in (kg, article):
        rows = graph.snapshot.rows("SELECT ?s ?t { ?s fk:foundedOn ?t }")
        found = {(v.local_name(r["s"]), r["t"].value) for r in rows}
        assert true <= found
        assert graph is kg or found == true


def test_without_better_sources_the_seven_are_doubtful(article: KnowledgeGraph) -> None:
    """Opening the layer of doubtful statements shows what the article says of them."""
    rows = article.snapshot.rows(
        "SELECT ?s ?p { GRAPH layer:doubtful { ?s ?p '2025'^^xsd:gYear } FILTER (?p != fk:asOf) }",
        [Layer.DOUBTFUL],
    )
    assert {(v.local_name(row["s"]), v.local_name(row["p"])) for row in rows} == SEVEN.keys()


SEVEN = {
    ("yuebao", "launchedOn"): ("2013-06", "launchedOn"),
    ("ant-group", "foundedOn"): ("2014-10-16", "foundedOn"),
    ("ant-ipo-suspension", "occurredOn"): ("2020-11-03", "occurredOn"),
    ("webank", "foundedOn"): ("2014-12-16", "foundedOn"),
    ("weilidai", "launchedOn"): ("2015-05-15", "launchedOn"),
    ("p2p-crisis", "occurredOn"): ("2018-06", "startedOn"),
    ("lufax-phase-p2p", "endedOn"): ("2019", "endedOn"),
}


@pytest.mark.parametrize(("said", "true"), SEVEN.items())
def test_a_better_source_outranks_each_of_the_seven(
    kg: KnowledgeGraph, said: tuple[str, str], true: tuple[str, str]
) -> None:
    """By the policy and not by hand: the reason names the better value and the tiers."""
    (card,) = (c for c in kg.disputes(said[0]) if any(_is_2025(s, said[1]) for s in c.sides))
    loser = next(side for side in card.sides if _is_2025(side, said[1]))
    winner = next(side for side in card.sides if side.claim == card.preferred)
    assert (winner.value.value, v.local_name(winner.predicate)) == true
    assert (winner.standing, loser.standing) == ("Accepted", "Outranked")
    assert true[0] in loser.rank_reason.zh
    assert "low" in loser.rank_reason.en
    assert [leaf.quote for leaf in loser.evidence if leaf.quote]


def _is_2025(side: Proof, predicate: str) -> bool:
    return (side.value.value, v.local_name(side.predicate)) == ("2025", predicate)


def test_no_judgement_is_needed_for_it(kg: KnowledgeGraph) -> None:
    """The one judgement of the workspace is about something else."""
    rows = (packaged_workspace() / "judgements.csv").read_text("utf-8").splitlines()[1:]
    assert not [row for row in rows if "2025" in row.split(",")[:4]]
