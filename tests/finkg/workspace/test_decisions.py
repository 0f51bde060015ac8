"""Faults of what people decided: judgements, identities, what a text's rows leave out."""

from __future__ import annotations

import pytest

from finkg.errors import Location
from finkg.evidence.gate import QuoteNotFound
from finkg.evidence.moment import NotATime
from finkg.evidence.rank import Rank
from finkg.vocabulary import DIFFERENT_FROM
from finkg.workspace.problems import (
    BadValue,
    DuplicateRow,
    EmptyCell,
    UnknownEntity,
    UnknownProperty,
    UnknownWord,
)

from .tiny import ARTICLE, PRESS, Tiny

SIGNED = {"reason_zh": "理由", "reason_en": "Reason", "by": "editors", "on": "2026-01-01"}
JUDGEMENT = {"subject": "ant", "property": "offers", "value": "yuebao", "rank": "preferred"}
LEFT_OUT = f"{ARTICLE}/left-out.csv"


def judge(tiny: Tiny, **cells: str) -> int:
    return tiny.row("judgements.csv", **(JUDGEMENT | SIGNED | cells))


def identify(tiny: Tiny, **cells: str) -> int:
    sound = {"id": "ant", "other": "yuebao", "judgement": "different"}
    return tiny.row("identities.csv", **(sound | SIGNED | cells))


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


def test_different_makes_a_statement(tiny: Tiny) -> None:
    """It rests on the editors, with the reasons as its note and the day of the decision."""
    line = identify(tiny)
    whole = tiny.read()
    (row,) = (r for r in whole.rows if r.where == Location("identities.csv", line))
    assert row.claim.predicate == DIFFERENT_FROM
    assert row.evidence.source == whole.sources["editors"].id
    assert row.evidence.note == "理由 / Reason"
    assert str(row.evidence.recorded) == "2026-01-01"


@pytest.mark.parametrize("judgement", ["same", "unsure"])
def test_other_identities_state_nothing(tiny: Tiny, judgement: str) -> None:
    """That two things are one, or that nobody knows, is kept and makes no triple."""
    before = len(tiny.read().rows)
    identify(tiny, judgement=judgement)
    whole = tiny.read()
    assert whole.problems == []
    assert len(whole.rows) == before


def test_a_source_for_decisions_is_made_where_there_is_none(tiny: Tiny) -> None:
    """A workspace need not register its own editors."""
    tiny.change(f"{PRESS}/citations.csv", "editors,Decisions,,,,2026-01-01,high,,\n", "")
    assert "editors" not in tiny.read().sources
    identify(tiny)
    whole = tiny.read()
    assert whole.problems == []
    assert "editors" in whole.sources


@pytest.mark.parametrize(
    ("column", "cell", "kind", "place"),
    [
        ("id", "nobody-there", UnknownEntity, 1),
        ("other", "nobody-there", UnknownEntity, 2),
        ("judgement", "differnt", UnknownWord, 3),
        ("reason_en", "", EmptyCell, 5),
    ],
)
def test_an_identity_is_whole(
    tiny: Tiny, column: str, cell: str, kind: type[UnknownEntity], place: int
) -> None:
    """It names two entities, a judgement and its reasons."""
    line = identify(tiny, **{column: cell})
    assert tiny.found(kind, cell).where == Location("identities.csv", line, place)


def test_a_decision_stands_once(tiny: Tiny) -> None:
    """The same pair told apart twice is a repetition, also where editors say it in claims.csv."""
    cells = {"subject": "ant", "property": "differentFrom", "value": "yuebao"}
    tiny.row(f"{PRESS}/claims.csv", source="editors", **cells)
    line = identify(tiny)
    problem = tiny.found(DuplicateRow, f"{PRESS}/claims.csv:3")
    assert problem.where == Location("identities.csv", line)


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
