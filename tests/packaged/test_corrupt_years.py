"""The article's corrupt years are kept with their quotes, flagged, and never in the plain view."""

from __future__ import annotations

import re
from pathlib import Path

from pyoxigraph import DefaultGraph, Literal

from finkg import vocabulary as v
from finkg.export.rdf import SYNTAXES, rdf
from finkg.graph import KnowledgeGraph
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


def test_no_2025_in_the_plain_view(kg: KnowledgeGraph) -> None:
    """Neither as a value nor as a time of a record."""
    quads = kg.snapshot.store.quads_for_pattern(None, None, None, DefaultGraph())
    assert not [q for q in quads if says_2025(q.object)]


def test_no_2025_in_an_export_of_the_plain_view(kg: KnowledgeGraph) -> None:
    """No export of the plain view has a time of 2025, in any syntax."""
    for syntax in SYNTAXES:
        written = rdf(kg.snapshot, syntax, PLAIN_VIEW).decode()
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


def test_the_two_true_years_are_accepted(kg: KnowledgeGraph) -> None:
    """2004 and 2011 stand in the same text and are believed."""
    rows = kg.snapshot.rows("SELECT ?s ?t { ?s fk:foundedOn ?t }")
    assert {(v.local_name(r["s"]), r["t"].value) for r in rows} == {
        ("alipay-co", "2004"),
        ("lufax", "2011"),
    }


def test_doubtful_dates_are_one_step_away(kg: KnowledgeGraph) -> None:
    """Opening the layer of doubtful statements shows what the article says of them."""
    rows = kg.snapshot.rows(
        "SELECT ?s ?t { GRAPH layer:doubtful { ?s fk:launchedOn|fk:foundedOn|fk:occurredOn ?t } }",
        [Layer.DOUBTFUL],
    )
    assert {v.local_name(row["s"]) for row in rows} == {
        "yuebao",
        "ant-group",
        "ant-ipo-suspension",
        "p2p-crisis",
        "webank",
        "weilidai",
    }
