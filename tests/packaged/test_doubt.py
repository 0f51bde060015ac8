"""What the plausibility rules find in the packaged graph: the corrupt years, and nothing else."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from finkg.build.assess import Assessment, assess
from finkg.evidence.doubt import Flag
from finkg.graph import KnowledgeGraph
from finkg.resources import packaged_workspace
from finkg.schema import Schema
from finkg.vocabulary import local_name
from finkg.workspace.read import read_workspace

ARTICLE = "internet-finance-cases"
TEXT = (packaged_workspace() / "sources" / ARTICLE / "text.txt").read_text("utf-8")
CORRUPT = [match.start() for match in re.finditer("2025", TEXT)]
#: What the publisher's page had before its years were corrupted, in the order of the text, as
#: better sources and the figures have it.
TRUE = ("2013", "2014", "2020", "2020", "2019", "2018", "2020", "2014", "2015", "2020")
#: Doubts about what better sources say, each argued: the order is of 2023, the product closed in
#: 2022; both are true, and the effect is of what was there before.
ARGUED = {("xianghubao", "effect-after-end")}


def judged(folder: Path) -> Assessment:
    schema = Schema()
    workspace = read_workspace(folder, schema)
    assert not workspace.violations
    return assess(workspace, schema)


def flags(assessment: Assessment) -> Iterator[Flag]:
    yield from (flag for assessed in assessment.claims.values() for flag in assessed.flags)


def rule(flag: Flag) -> str:
    return flag.rule.value.rpartition("/")[2]


def doubted(assessment: Assessment, *, but: str = "") -> set[int]:
    """Where the printed dates begin that some rule doubts, whatever rule `but` says."""
    return {m.span.start for f in flags(assessment) if rule(f) != but for m in f.mentions}


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    """The packaged graph."""
    return judged(packaged_workspace())


def test_all_ten_corrupt_years_are_doubted_and_no_other(assessment: Assessment) -> None:
    """2004 and 2011 are not."""
    assert doubted(assessment) == set(CORRUPT)


def test_nine_of_them_without_counting_years(assessment: Assessment) -> None:
    """Founding, launch, phases and figures contradict each other; the suspension does not."""
    left = set(CORRUPT) - doubted(assessment, but="year-concentration")
    assert [TEXT[start : start + 15] for start in left] == ["2025年,蚂蚁集团上市被叫停"[:15]]


def test_a_workspace_can_do_without_the_first_rule(article_workspace: Path) -> None:
    """Switched off with a reason, it is not asked, and the others find the nine."""
    reasons = 'zh = "只看其余规则"\nen = "To see the others alone"\n'
    policy = (packaged_workspace() / "policy.toml").read_text("utf-8")
    off = f"{policy}\n[plausibility.off.year-concentration]\n{reasons}"
    (article_workspace / "policy.toml").write_text(off, "utf-8")
    found = judged(article_workspace)
    assert len(doubted(found)) == 9
    assert "year-concentration" not in {rule(flag) for flag in flags(found)}


def test_every_claim_that_reads_a_corrupt_year_is_flagged(assessment: Assessment) -> None:
    """As a value, or as the time of a record or of a relation."""
    unflagged = [
        assessed.claim.triple
        for assessed in assessment.claims.values()
        if any(local_name(e.source) == ARTICLE for e in assessed.evidence)
        and any(time and time.text == "2025" for time in assessed.claim.times)
        and not assessed.flags
    ]
    assert unflagged == []


def test_no_doubt_about_better_sources_that_is_not_argued(assessment: Assessment) -> None:
    """Over all that is cited."""
    found = {
        (local_name(assessed.claim.subject), rule(flag))
        for assessed in assessment.claims.values()
        for flag in assessed.flags
        if any(local_name(e.source) != ARTICLE for e in assessed.evidence)
    }
    assert found == ARGUED


def test_the_same_article_with_its_true_years_raises_no_doubt(article_workspace: Path) -> None:
    """The rules are about the years, not about the text."""
    restore(article_workspace / "sources" / ARTICLE)
    found = judged(article_workspace)
    assert len([a for a in found.claims.values() if any(a.claim.times)]) > 15
    assert not list(flags(found))


def restore(folder: Path) -> None:
    """Put the true years into the text of the article and into the rows that read them."""
    years = iter(TRUE)
    text = re.sub("2025", lambda _: next(years), TEXT)
    (folder / "text.txt").write_text(text, "utf-8")
    card = folder / "source.toml"
    digest = sha256(text.encode()).hexdigest()
    sealed = re.sub(r'(?m)^sha256 = ".*"$', f'sha256 = "{digest}"', card.read_text("utf-8"))
    card.write_text(sealed, "utf-8")
    for table in ("claims.csv", "observations.csv"):
        with (folder / table).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        with (folder / table).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(map(restored, rows))


def restored(row: dict[str, str]) -> dict[str, str]:
    """A row with the true years where its quotes, and the times it reads in them, say 2025."""
    quotes = [row["quote"], *filter(None, row["context_quote"].split("|"))]
    read = {TRUE[CORRUPT.index(place)] for quote in quotes for place in places(quote)}
    times = {name: read.copy().pop() for name, cell in row.items() if cell == "2025"}
    return {
        **row,
        **times,
        "quote": true(row["quote"]),
        "context_quote": "|".join(map(true, row["context_quote"].split("|"))),
    }


def places(quote: str) -> list[int]:
    """Where in the article the corrupt years of a quote stand."""
    start = TEXT.index(quote) if quote else 0
    return [start + match.start() for match in re.finditer("2025", quote)]


def true(quote: str) -> str:
    """A quote of the article with its true years."""
    years = iter([TRUE[CORRUPT.index(place)] for place in places(quote)])
    return re.sub("2025", lambda _: next(years), quote)


def test_what_follows_from_a_doubtful_premise_is_doubtful(article: KnowledgeGraph) -> None:
    """Each use of a rule whose premise is doubtful stands as doubtful itself."""
    rows = article.snapshot.rows(
        """SELECT DISTINCT ?standing { GRAPH layer:claims {
             ?inference fk:premise ?premise ; fk:standing ?standing .
             ?premise fk:standing fk:Doubtful } }"""
    )
    assert {local_name(row["standing"]) for row in rows} <= {"Doubtful"}


def test_no_doubted_value_or_record_is_in_the_plain_view(kg: KnowledgeGraph) -> None:
    """Whatever rule doubts it: neither the record nor, unless a claim that nothing doubts states
    it too, the triple."""
    doubted = """GRAPH layer:claims {
          ?claim fk:flag/fk:doubts ?part ; fk:claimSubject ?s ; fk:claimProperty ?p ;
            fk:claimValue ?v . OPTIONAL { ?claim fk:detail ?record }
          FILTER (?part = fk:ValuePart || BOUND(?record)) }"""
    undoubted = """GRAPH layer:claims {
          ?other fk:claimSubject ?s ; fk:claimProperty ?p ; fk:claimValue ?v ;
            fk:standing fk:Accepted }"""
    assert [*kg.snapshot.rows(f"SELECT ?claim {{ {doubted} }}")]
    plain = f"SELECT ?s {{ {doubted} ?s ?p ?v FILTER NOT EXISTS {{ {undoubted} }} }}"
    assert not [*kg.snapshot.rows(plain)]
    records = "GRAPH layer:claims { ?claim fk:flag ?flag ; fk:detail ?record }"
    assert not [*kg.snapshot.rows(f"SELECT ?claim {{ {records} ?record a ?class }}")]
