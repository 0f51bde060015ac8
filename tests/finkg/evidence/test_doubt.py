"""A flag names one part of one claim that a rule doubts; beside it everything stays as it was."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode

from finkg.errors import Text
from finkg.evidence.doubt import Flag, Part
from finkg.evidence.gate import Span
from finkg.evidence.support import Quote
from finkg.vocabulary import RULE, fk, local_name

from .facts import said, thing

CLAIM = said("ant", "foundedOn", "2025", "page").claim
RULE_OF_YEARS = NamedNode(f"{RULE}year-concentration")
WHY = Text("一个年份挤掉了其他年份。", "One year crowds out the others.")
PLACE = Quote(thing("page"), Span(4, 9), "2025年")
OTHER = said("jd", "foundedOn", "2025", "page").claim


def flag(part: Part = Part.VALUE, rule: NamedNode = RULE_OF_YEARS, why: Text = WHY) -> Flag:
    return Flag(CLAIM.id, rule, part, why, (PLACE,), (OTHER.id,))


def objects(of: Flag, predicate: str) -> list[NamedNode | Literal]:
    return [value for _, term, value in of.triples() if term == fk(predicate)]


def test_its_id_is_what_it_doubts_and_by_which_rule() -> None:
    """Other words, marks or neighbours make no other flag; another claim, rule or part does."""
    same = Flag(CLAIM.id, RULE_OF_YEARS, Part.VALUE, Text("另一句", "other words"))
    assert (same, same.id) == (flag(), flag().id)
    others = [
        flag(Part.AS_OF),
        flag(rule=NamedNode(f"{RULE}later-than-source")),
        Flag(OTHER.id, RULE_OF_YEARS, Part.VALUE, WHY),
    ]
    assert len({one.id for one in (flag(), *others)}) == 4
    assert local_name(flag().id).startswith("f-")


@pytest.mark.parametrize("part", Part)
def test_its_triples_say_rule_and_part(part: Part) -> None:
    """One rule and one part of the closed list: what is doubted is never the whole claim."""
    assert objects(flag(part), "flaggedBy") == [RULE_OF_YEARS]
    assert objects(flag(part), "doubts") == [part.iri]
    assert flag(part).doubts_value is (part is Part.VALUE)


def test_it_says_why_in_both_languages() -> None:
    """Chinese and English are equals."""
    assert objects(flag(), "explanation") == [
        Literal(WHY.zh, language="zh"),
        Literal(WHY.en, language="en"),
    ]


def test_it_names_the_printed_dates_and_the_claims_beside_which_it_was_seen() -> None:
    """Whoever checks a doubt finds the place in the text and what the rule compared."""
    assert objects(flag(), "doubtedMention") == [PLACE.id]
    assert objects(flag(), "comparedWith") == [OTHER.id]


def test_it_says_nothing_about_the_claim() -> None:
    """All its triples have the flag for their subject: a doubt alters no value and no rank."""
    assert {subject for subject, _, _ in flag().triples()} == {flag().id}
    assert CLAIM.id not in {value for _, _, value in flag().triples()}
