"""Judgements on identity, and how they may contradict each other."""

from __future__ import annotations

from itertools import pairwise

import pytest

from finkg.errors import Location, Severity
from finkg.evidence.identities import Verdict
from finkg.vocabulary import DIFFERENT_FROM, local_name
from finkg.workspace.problems import (
    AlsoUnsure,
    DuplicateRow,
    EmptyCell,
    IdentityContradiction,
    JudgedAgainstItself,
    OppositeVerdicts,
    UnknownEntity,
    UnknownWord,
)

from .test_extends import Beside
from .tiny import PRESS, SIGNED, Tiny

TABLE = "identities.csv"


def identify(tiny: Tiny, **cells: str) -> int:
    sound = {"id": "ant", "other": "yuebao", "judgement": "different"}
    return tiny.row(TABLE, **(sound | SIGNED | cells))


def same(tiny: Tiny, one: str, other: str) -> int:
    return identify(tiny, id=one, other=other, judgement="same")


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
    (placed,) = whole.identities
    assert placed.judgement.verdict is Verdict(judgement)


def test_a_source_for_decisions_is_made_where_there_is_none(tiny: Tiny) -> None:
    """A workspace need not register its own editors."""
    tiny.change(f"{PRESS}/citations.csv", "editors,Decisions,Editors,,,2026-01-01,high,,\n", "")
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


def test_a_judgement_is_of_a_pair(tiny: Tiny) -> None:
    """Whichever is named first, it is one judgement, and is repeated when it stands again."""
    identify(tiny, judgement="unsure")
    line = identify(tiny, id="yuebao", other="ant", judgement="unsure")
    assert tiny.found(DuplicateRow, f"{TABLE}:2").where == Location(TABLE, line)
    assert len(tiny.read().identities) == 1


def test_nothing_is_judged_against_itself(tiny: Tiny) -> None:
    """One thing is the same as itself whoever says so."""
    line = identify(tiny, other="ant")
    assert tiny.found(JudgedAgainstItself, "ant").where == Location(TABLE, line, 2)


@pytest.mark.parametrize("ends", [("ant", "yuebao"), ("yuebao", "ant")])
@pytest.mark.parametrize("verdicts", [("same", "different"), ("different", "same")])
def test_a_pair_is_not_judged_both_ways(
    tiny: Tiny, ends: tuple[str, str], verdicts: tuple[str, str]
) -> None:
    """Same and different contradict each other, in either order of rows and of names."""
    identify(tiny, judgement=verdicts[0])
    line = identify(tiny, id=ends[0], other=ends[1], judgement=verdicts[1])
    problem = tiny.found(OppositeVerdicts, *ends, *verdicts, f"{TABLE}:2")
    assert problem.where == Location(TABLE, line, 3)
    assert problem.severity is Severity.VIOLATION


def test_unsure_contradicts_nothing(tiny: Tiny) -> None:
    """Beside a verdict on the same pair it is a warning, and along a chain it joins nothing."""
    same(tiny, "ant", "yuebao")
    line = identify(tiny, judgement="unsure")
    identify(tiny, id="yuebao", other="jack", judgement="unsure")
    identify(tiny, id="ant", other="jack")
    problem = tiny.found(AlsoUnsure, "unsure", "same", f"{TABLE}:2")
    assert problem.where == Location(TABLE, line, 3)
    assert [type(p) for p in tiny.read().violations] == [UnknownWord]


def test_judgements_do_not_contradict_each_other_along_a_chain(tiny: Tiny) -> None:
    """a is b, b is c, c is d and a differs from d: the shortest chain is told, once."""
    line = identify(tiny, id="ant", other="fund")
    for one, other in (("ant", "jack"), ("yuebao", "jack"), ("yuebao", "fund"), ("fee", "users")):
        same(tiny, one, other)
    identify(tiny, id="ant", other="fee")
    problem = tiny.found(IdentityContradiction, "ant = jack = yuebao = fund")
    assert problem.where == Location(TABLE, line)


def test_a_chain_may_lead_through_another_workspace(tiny: Tiny) -> None:
    """What this one adds meets what the other holds; what was wrong there is told once."""
    same(tiny, "ant", "jack")
    line = identify(tiny, id="ant", other="yuebao")
    mine = Beside(tiny.folder.parent / "mine", "tiny")
    same(mine, "jack", "yuebao")
    assert tiny.problems() == []
    problem = mine.found(IdentityContradiction, "ant = jack = yuebao")
    assert problem.where == Location(f"../tiny:{TABLE}", line)


def test_a_long_chain_is_followed(tiny: Tiny) -> None:
    """Thousands of judgements take no recursion."""
    names = [f"thing-{number}" for number in range(3000)]
    heading = tiny.text("entities/all.csv").splitlines()[0]
    rows = [f"{name},Company,{name},{name},,," for name in names]
    tiny.write("entities/more.csv", "\n".join([heading, *rows]) + "\n")
    pairs = pairwise(names)
    judged = [f"{a},{b},same,理由,reason,editors,2026-01-01" for a, b in pairs]
    tiny.write(TABLE, "\n".join([tiny.text(TABLE).strip(), *judged]) + "\n")
    identify(tiny, id=names[0], other=names[-1])
    (problem,) = (p for p in tiny.problems() if isinstance(p, IdentityContradiction))
    assert problem.chain.count(" = ") == len(names) - 1


def test_the_judgement_is_a_node_of_its_own(tiny: Tiny) -> None:
    """It names both things, and its id does not depend on which comes first."""
    identify(tiny, judgement="unsure")
    (placed,) = tiny.read().identities
    triples = {(local_name(p), str(o)) for _, p, o in placed.judgement.triples()}
    assert ("identityVerdict", "<https://w3id.org/finkg/ns#Unsure>") in triples
    assert ("reason", '"理由"@zh') in triples
    assert ("reason", '"Reason"@en') in triples
    assert sum(p == "judgedEntity" for p, _ in triples) == 2
