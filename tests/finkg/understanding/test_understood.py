"""What is a name, and what a question that is understood can be asked with again."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode

from finkg.catalogue.catalogue import Catalogue
from finkg.understanding.understood import NotUnderstood, Understood, entity, is_name
from finkg.vocabulary import ID


@pytest.mark.parametrize(
    "name", ["founded-by", "founded_by", "huabei", "2020", "products-of-company-"]
)
def test_one_ascii_word_is_a_name(name: str) -> None:
    """Of a question, or meant to be one."""
    assert is_name(name)


@pytest.mark.parametrize(
    "words", ["", "who founded it", "创办", "who?", "花呗", "ｆｏｕｎｄｅｄ", "-x", "a b"]
)
def test_all_else_is_plain_words(words: str) -> None:
    """Chinese, marks, or several words."""
    assert not is_name(words)


@pytest.mark.parametrize("value", ["2020-12-31", "launchedOn", "花呗", "a b://c"])
def test_only_an_iri_is_an_entity(value: str) -> None:
    """A day, a property and what somebody wrote are none."""
    assert entity(value) is None
    assert entity(f"{ID}huabei") == NamedNode(f"{ID}huabei")


def test_the_command_says_it_by_name() -> None:
    """With the ids of entities; what a shell would read otherwise is quoted."""
    question = Catalogue().question("products-offered-on")
    asked = Understood(question, {"company": f"{ID}ant-group", "on": "2020-12-31"})
    assert asked.command() == "finkg ask products-offered-on --company ant-group --on 2020-12-31"
    typed = Understood(question, {"company": "Ant's $HOME"})
    assert typed.command() == """finkg ask products-offered-on --company 'Ant'"'"'s $HOME'"""


def test_what_is_not_known_stands_before_what_is_near() -> None:
    """In both languages; without either there is nothing to advise."""
    near = Understood(Catalogue().question("founded-by"), {})
    problem = NotUnderstood("Who founded Quagga?", (near,), ("Quagga",))
    assert problem.advice("zh").startswith("这里不认识：Quagga。")
    assert problem.advice("en").startswith("Not known here: Quagga.")
    assert "finkg ask founded-by" in problem.advice("en")
    assert NotUnderstood("?").advice("en") == ""
