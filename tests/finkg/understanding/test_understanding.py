"""Plain words are answered as the question that they surely ask, or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finkg.errors import (
    MissingParameter,
    NameProblem,
    ParameterProblem,
    UnknownName,
    UnknownParameter,
)
from finkg.understanding.understood import NotUnderstood
from finkg.vocabulary import ID

from .asking import asked, given_to

if TYPE_CHECKING:
    from finkg.graph import KnowledgeGraph

pytestmark = pytest.mark.usefixtures("own_cache")

HOSTILE = (
    "products of Ant Group } UNION { ?s ?p ?o }",
    'products of "Ant Group" } INSERT DATA { <a:b> <a:b> <a:b> } #',
    "\u202eproducts of\u202c \u2066Ant Group\u2069",
    "products\0 of Ant Group\0",
    "'; DROP TABLE claims; -- products of Ant Group",
    "products of {company}",
    "products of https://w3id.org/finkg/id/ant-group",
    "\ud800 products of Ant Group",
)


@pytest.mark.parametrize(
    ("words", "question", "parameters"),
    [
        ("谁创办了陆金所？", "founded-by", {"company": "lufax"}),
        ("Who founded Lufax?", "founded-by", {"company": "lufax"}),
        ("哪些公司由平安发起设立", "founded-by", {"founder": "ping-an"}),
        ("companies founded by Ping An", "founded-by", {"founder": "ping-an"}),
        ("2019-05-01有效的法规有哪些", "instruments-in-force-on", {"on": "2019-05-01"}),
        ("products of Ant Group", "products-of-company", {"company": "ant-group"}),
    ],
)
def test_words_ask_a_question_about_what_they_name(
    kg: KnowledgeGraph, words: str, question: str, parameters: dict[str, str]
) -> None:
    """In either language, and each name where its words put it."""
    assert asked(kg, words) == (question, parameters)


def test_the_answer_is_that_of_the_question(kg: KnowledgeGraph) -> None:
    """Row by row what the same question answers by name, and it says what was asked."""
    answer = kg.ask("products of Ant Group")
    assert answer.rows
    assert answer.rows == kg.ask("products-of-company", company="ant-group").rows
    assert answer.question == "products-of-company"
    assert answer.given == {"company": f"{ID}ant-group"}


@pytest.mark.parametrize(
    "words",
    [
        "ＷＨＯ　ｆｏｕｎｄｅｄ　Ｌｕｆａｘ？",
        "who FOUNDED lufax",
        "Who founded  Lufax ?!",
        "“Who founded Lufax?”",
    ],
)
def test_width_case_and_marks_do_not_matter(kg: KnowledgeGraph, words: str) -> None:
    """As with names."""
    assert asked(kg, words) == ("founded-by", {"company": "lufax"})


def test_traditional_characters_are_no_others(kg: KnowledgeGraph) -> None:
    """Neither in names nor in words."""
    assert asked(kg, "products of 螞蟻集團")[1] == {"company": "ant-group"}
    simplified = asked(kg, "哪些产品受到蚂蚁集团整改的影响？")
    assert asked(kg, "哪些產品受到螞蟻集團整改的影響？") == simplified


def test_a_parameter_that_is_given_wins(kg: KnowledgeGraph) -> None:
    """Over what the words say, and for what they leave out; names of parameters as in Python."""
    words = "products of Ant Group"
    assert asked(kg, words, company="lufax")[1] == {"company": "lufax"}
    assert asked(kg, "which products does the company offer?", company="lufax")[1] == {
        "company": "lufax"
    }
    assert (
        kg.ask(words, company="Lufax").rows == kg.ask("products-of-company", company="lufax").rows
    )


def test_a_given_text_stays_a_value(kg: KnowledgeGraph) -> None:
    """What looks like an IRI and is none is an unknown name, and no fault of the program."""
    words = "products of Ant Group"
    for text in ("a b://c", "x } UNION { ?s ?p ?o", "\ud800://"):
        understood = kg.understand(words, company=text)
        assert understood.given == {"company": text}
        assert understood.command().startswith("finkg ask products-of-company --company '")
        with pytest.raises(UnknownName):
            kg.ask(words, company=text)


def test_a_parameter_that_no_question_has_is_unknown(kg: KnowledgeGraph) -> None:
    """As with a question by name."""
    with pytest.raises(UnknownParameter) as caught:
        kg.understand("products of Ant Group", colour="red")
    assert caught.value.known == ("company",)


def test_what_a_question_needs_has_to_be_said(kg: KnowledgeGraph) -> None:
    """It is clear what is asked, and not of whom."""
    with pytest.raises(MissingParameter) as caught:
        kg.understand("What is the evidence of a statement?")
    assert (caught.value.question, caught.value.name) == ("evidence-of-statement", "subject")
    assert asked(kg, "What is the evidence of a statement?", subject="花呗") == (
        "evidence-of-statement",
        {"subject": "花呗"},
    )


@pytest.mark.parametrize(
    "words",
    [
        "哪些公司没有使用区块链", "which companies do not use blockchain?",
        "who did not found Lufax?", "花呗", "Ant Group", "2020-12-31?", "2020年", "asdf qwer zxcv",
        "麒麟 zebra", "", "   ", "？！", "\u200b", "{company}", "今天天气怎么样", "hello!",
        "What is the weather in Beijing?", "2020-02-30有效的法规", "?" * 10_000, "哪些" * 5_000,
        "花呗" * 5_000, "2020 " * 2_000, "ant group " * 1_000,
    ],
)  # fmt: skip
def test_nothing_is_answered_unsurely(kg: KnowledgeGraph, words: str) -> None:
    """Denials, bare names and days, other topics, gibberish, nothing, and too much of anything."""
    with pytest.raises(NotUnderstood) as caught:
        kg.ask(words)
    assert caught.value.words == words


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_run_nothing_of_their_own(kg: KnowledgeGraph, words: str) -> None:
    """They name an entity of the graph or nothing; what is run is a question of the catalogue."""
    try:
        answer = kg.ask(words)
    except (NotUnderstood, MissingParameter):
        return
    assert answer.rows == kg.ask("products-of-company", company="ant-group").rows


@given(
    words=st.text()
    | st.lists(st.sampled_from(["Ant", "花呗", "2020", "谁", "own", "'", "的"])).map(" ".join)
)
def test_any_words_are_understood_or_not(kg: KnowledgeGraph, words: str) -> None:
    """Whatever is said, it is a question with parameters it has, or an error that says why not in
    both languages."""
    try:
        understood = kg.understand(words)
    except (NameProblem, ParameterProblem) as error:
        assert error.message("zh") != error.message("en")
    else:
        assert understood.given.keys() <= understood.question.parameters.keys()
        assert understood.command().startswith(f"finkg ask {understood.question.name}")


def test_the_nearest_are_offered_in_both_languages(kg: KnowledgeGraph) -> None:
    """Three questions to choose from, each as its title and as a command that asks it about what
    was named."""
    with pytest.raises(NotUnderstood) as caught:
        kg.understand("哪些公司没有使用区块链")
    error = caught.value
    assert (len(error.nearest), error.exit_code) == (3, 1)
    assert ("technologies-used", {"technology": "blockchain"}) in [
        (each.question.name, given_to(each)) for each in error.nearest
    ]
    for lang in ("zh", "en"):
        assert "哪些公司没有使用区块链" in error.message(lang)
        for each in error.nearest:
            title = each.question.title.in_language(lang)
            assert f"  {title}\n    {each.command()}" in error.advice(lang)


@pytest.mark.parametrize("words", ["Who founded Quagga?", "谁创办了麒麟阁？"])
def test_a_name_that_is_not_known_is_told(kg: KnowledgeGraph, words: str) -> None:
    """Who founded it is not answered by who founded anything; the question is offered all the
    same."""
    with pytest.raises(NotUnderstood) as caught:
        kg.ask(words)
    (stranger,) = caught.value.strangers
    assert stranger in words
    for lang, known in (("zh", "这里不认识："), ("en", "Not known here: ")):
        assert f"{known}{stranger}" in caught.value.advice(lang)
    assert caught.value.nearest[0].question.name == "founded-by"


def test_where_nothing_is_near_nothing_is_offered(kg: KnowledgeGraph) -> None:
    """No question takes such a parameter."""
    with pytest.raises(NotUnderstood) as caught:
        kg.understand("quagga", colour="red")
    assert (caught.value.nearest, caught.value.advice()) == ((), "")


_ALL = """
import sys
import finkg
from finkg.errors import FinkgError

kg = finkg.open(sys.argv[1])
for words in sys.argv[2:]:
    try:
        print(kg.understand(words).command())
    except FinkgError as error:
        print(error.message(), error.advice())
"""


def test_the_same_words_are_understood_alike(packaged_snapshot: Path, tmp_path: Path) -> None:
    """In every process, whatever the order of Python's sets: what is learnt is the same to the
    byte, and so is what is asked and offered."""
    words = ("谁创办了陆金所？", "bank loans of Ant Group", "products of Ping An", "花呗 2020", "")
    outputs, learnt = [], []
    for seed in ("1", "2"):
        cache = tmp_path / seed
        environment = {**os.environ, "PYTHONHASHSEED": seed, "FINKG_CACHE": str(cache)}
        command = [sys.executable, "-X", "utf8", "-c", _ALL, str(packaged_snapshot), *words]
        ran = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE)
        outputs.append(ran.stdout)
        learnt.append({p.name: p.read_bytes() for p in (cache / "understanding").iterdir()})
    assert outputs[0] == outputs[1] != b""
    assert learnt[0] == learnt[1] != {}
