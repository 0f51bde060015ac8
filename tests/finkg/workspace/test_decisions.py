"""Faults of what people decided: judgements, and what a text's rows leave out."""

from __future__ import annotations

import pytest

from finkg.build.assess import JudgementMeetsNoClaim, assess
from finkg.errors import Location, Severity
from finkg.evidence.gate import QuoteNotFound
from finkg.evidence.moment import NotATime
from finkg.evidence.rank import Rank
from finkg.workspace.problems import (
    BadValue,
    ContradictoryJudgement,
    DuplicateRow,
    EmptyCell,
    UnknownEntity,
    UnknownProperty,
    UnknownWord,
)

from .tiny import ARTICLE, PRESS, SIGNED, Tiny, schema

JUDGEMENT = {"subject": "ant", "property": "offers", "value": "yuebao", "rank": "preferred"}
LEFT_OUT = f"{ARTICLE}/left-out.csv"


def judge(tiny: Tiny, **cells: str) -> int:
    return tiny.row("judgements.csv", **(JUDGEMENT | SIGNED | cells))


def test_a_judgement_is_read(tiny: Tiny) -> None:
    """It meets the claim that its first columns name, with rank, reason, author and day."""
    judge(tiny)
    judge(tiny, property="foundedOn", value="2014", rank="deprecated")
    whole = tiny.read()
    assert whole.problems == []
    first, second = (placed.judgement for placed in whole.judgements)
    claims = {row.claim.triple for row in whole.rows}
    assert {(j.subject, j.predicate, j.value) for j in (first, second)} <= claims
    assert (first.rank, second.rank) == (Rank.PREFERRED, Rank.DEPRECATED)
    assert "editors" in first.ranking.reason.zh


def test_a_judgement_may_pick_a_record(tiny: Tiny) -> None:
    """The record's id tells two holdings of one pair apart."""
    (holding,) = (r.claim for r in tiny.read().rows if r.where.file == f"{PRESS}/holdings.csv")
    assert holding.record
    detail = holding.record.id.value.rpartition("/")[2]
    judge(tiny, subject="jack", property="holdsSharesIn", value="ant", detail=detail)
    (placed,) = tiny.read().judgements
    assert placed.judgement.detail == holding.record.id


@pytest.mark.parametrize(
    ("column", "cell", "kind", "place"),
    [
        ("subject", "nobody-there", UnknownEntity, 1),
        ("property", "offer", UnknownProperty, 2),
        ("value", "yuebo", UnknownEntity, 3),
        ("detail", "h-1", BadValue, 4),
        ("rank", "prefered", UnknownWord, 5),
        ("reason_zh", "", EmptyCell, 6),
        ("reason_en", "", EmptyCell, 7),
        ("by", "", EmptyCell, 8),
        ("on", "yesterday", NotATime, 9),
    ],
)
def test_a_judgement_is_whole(
    tiny: Tiny, column: str, cell: str, kind: type[UnknownEntity], place: int
) -> None:
    """A decision names its claim, its rank, its reasons in both languages, its author and day."""
    line = judge(tiny, **{column: cell})
    assert tiny.found(kind, cell).where == Location("judgements.csv", line, place)
    assert tiny.read().judgements == []


def test_an_observation_is_judged_by_its_record(tiny: Tiny) -> None:
    """Its value is its record, which has an id."""
    judge(tiny, subject="yuebao", property="hasObservation", value="users")
    assert tiny.found(BadValue, "users").where.column == 3


@pytest.mark.parametrize("details", [("", ""), ("{0}", ""), ("", "{0}"), ("{0}", "{0}")])
def test_a_claim_is_judged_once(tiny: Tiny, details: tuple[str, str]) -> None:
    """Two ranks for one claim contradict each other; without a record's id, all are meant."""
    held = {"subject": "jack", "property": "holdsSharesIn", "value": "ant"}
    first, second = (detail.format("h-0123456789abcdef") for detail in details)
    judge(tiny, **held, detail=first)
    line = judge(tiny, **held, detail=second, rank="deprecated")
    problem = tiny.found(ContradictoryJudgement, "preferred", "deprecated", "judgements.csv:2")
    assert problem.where == Location("judgements.csv", line, 5)
    assert len(tiny.read().judgements) == 1


def test_records_of_a_pair_are_judged_apart(tiny: Tiny) -> None:
    """Two holdings of one holder are two claims."""
    held = {"subject": "jack", "property": "holdsSharesIn", "value": "ant"}
    judge(tiny, **held, detail="h-0123456789abcdef")
    judge(tiny, **held, detail="h-0000000000000000", rank="deprecated")
    assert tiny.problems() == []


def test_a_judgement_is_not_repeated(tiny: Tiny) -> None:
    """Of two reasons for one rank the reader would see one only."""
    judge(tiny)
    line = judge(tiny, reason_en="Another reason")
    assert tiny.found(DuplicateRow, "judgements.csv:2").where == Location("judgements.csv", line)


def test_a_judgement_meets_a_claim(tiny: Tiny) -> None:
    """A decision about what nobody says is a mistake in one of its first columns."""
    line = judge(tiny, value="yuebao", property="differentFrom")
    (problem,) = assess(tiny.read(), schema()).problems
    assert isinstance(problem, JudgementMeetsNoClaim)
    assert problem.where == Location("judgements.csv", line)
    assert problem.severity is Severity.VIOLATION


def test_what_is_left_out_is_placed(tiny: Tiny) -> None:
    """A stretch without a row stands in the text, with its reason."""
    line = tiny.row(LEFT_OUT, quote="费率约1.5%", reason_zh="理由", reason_en="Reason")
    whole = tiny.read()
    (left,) = whole.left_out
    assert whole.texts[left.source][left.span] == "费率约1.5%"
    assert (left.reason, left.where) == (("理由", "Reason"), Location(LEFT_OUT, line))


@pytest.mark.parametrize(
    ("column", "cell", "kind", "place"),
    [("quote", "没有这句话", QuoteNotFound, 1), ("reason_zh", "", EmptyCell, 2)],
)
def test_what_is_left_out_has_place_and_reason(
    tiny: Tiny, column: str, cell: str, kind: type[EmptyCell], place: int
) -> None:
    """Leaving out is a decision too."""
    sound = {"quote": "费率约1.5%", "reason_zh": "理由", "reason_en": "Reason"}
    line = tiny.row(LEFT_OUT, **(sound | {column: cell}))
    assert tiny.found(kind, cell).where == Location(LEFT_OUT, line, place)
    assert tiny.read().left_out == []
