"""Questions in plain words are answered rightly, or not at all."""

from __future__ import annotations

import pytest

from finkg.catalogue.question import Question
from finkg.errors import FinkgError, MissingParameter
from finkg.graph import KnowledgeGraph

from .score import BLIND, PLAIN, Asked, asked, score, understood

#: Of a question's own phrasings in both languages, how many have to lead to it.
ENOUGH = 5


def _question(kg: KnowledgeGraph, text: str) -> str:
    """The question that a text asks, complete or not; empty if that is not sure."""
    try:
        return kg.understand(text).question.name
    except MissingParameter as missing:
        return missing.question
    except FinkgError:
        return ""


def test_own_phrasings_lead_to_a_question(kg: KnowledgeGraph, question: Question) -> None:
    """At least five of the ways to ask that the file gives, in both languages; none elsewhere."""
    asked_as = {lang: [_question(kg, p) for p in own] for lang, own in question.phrasings.items()}
    found = [each for own in asked_as.values() for each in own]
    assert {*found} <= {question.name, ""}
    assert found.count(question.name) >= ENOUGH
    assert all(question.name in own for own in asked_as.values())


def test_other_phrasings_lead_to_a_question(kg: KnowledgeGraph, question: Question) -> None:
    """And some of those that nothing was learnt from, complete or not."""
    others = [each for each in asked(PLAIN) if question.name in (each.question, *each.others)]
    assert len(others) >= 3
    assert any(_question(kg, each.text) in (each.question, *each.others) for each in others)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_nothing_was_learnt_from(kg: KnowledgeGraph, lang: str) -> None:
    """Some 150 texts of each language that are no example: nearly all are answered rightly, hardly
    one wrongly, and hardly one of those that no question answers is answered."""
    found = score(kg, [each for each in asked(PLAIN) if each.lang == lang])
    assert found.right >= 0.88
    assert found.amiss <= 0.04


def test_what_was_not_even_looked_at(kg: KnowledgeGraph) -> None:
    """Half of them, of which only totals were known: hardly less well."""
    unseen = [each for each in asked(PLAIN) if not each.is_seen]
    assert len(unseen) >= 140
    found = score(kg, unseen)
    assert found.right >= 0.85
    assert found.amiss <= 0.03


def test_what_the_matcher_has_never_seen(kg: KnowledgeGraph) -> None:
    """The hundred, and twenty without an answer, that were written before there was a matcher."""
    found = score(kg, asked(BLIND))
    assert found.right >= 0.8
    assert found.amiss <= 0.03


@pytest.mark.parametrize(
    ("text", "name", "given"),
    [
        (
            "哪些产品受个人信息保护法影响?",
            "products-affected-by-regulation",
            {"cause": "pipl-2021"},
        ),
        (
            "Which products were affected by the Personal Information Protection Law?",
            "products-affected-by-regulation",
            {"cause": "pipl-2021"},
        ),
        ("谁创办了微众银行？", "founded-by", {"company": "webank"}),
        ("腾讯创办了哪些公司？", "founded-by", {"founder": "tencent"}),
        (
            "What did Ant Group offer on 31 December 2020?",
            "products-offered-on",
            {"company": "ant-group", "on": "2020-12-31"},
        ),
    ],
)
def test_names_and_days_go_where_they_belong(
    kg: KnowledgeGraph, text: str, name: str, given: dict[str, str]
) -> None:
    """In either language; of two like parameters the one that the words mean."""
    assert understood(kg, text) == (name, given)


def test_score_tells_right_from_wrong(kg: KnowledgeGraph) -> None:
    """A value too many or too few is a wrong answer, and so is any where there is none; another
    question is right where it answers too."""
    text, given = "谁创办了微众银行？", {"company": "webank"}
    right = Asked("zh", text, "founded-by", given)
    assert score(kg, [right]) == (1, 0, 0, 0)
    assert score(kg, [right._replace(given={})]) == (0, 0, 1, 1)
    assert score(kg, [right, right._replace(question="", given={})]).amiss == 0.5
    assert score(kg, [right._replace(question="control", others=("founded-by",))]) == (1, 0, 0, 0)
    assert score(kg, [right._replace(text="今天天气怎么样")]) == (0, 1, 0, 0)
