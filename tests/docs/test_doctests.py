"""The examples in docstrings are what the program answers."""

from __future__ import annotations

import doctest
import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

import finkg
from finkg.export.answers.writable import WritableAnswer
from finkg.graph import KnowledgeGraph
from finkg.resources import code

FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
#: Methods whose use is a file, a picture or an object of another library, shown in the tutorials.
WITHOUT = {
    *("export", "view", "scene", "write", "plot", "of"),
    *("to_networkx", "to_pyvis", "to_rdflib"),
}
#: Where the methods are told that people call on graphs and answers.
TOLD_IN = {
    *("finkg.graph", "finkg.opened", "finkg.explaining", "finkg.exporting"),
    *("finkg.catalogue.answer", "finkg.export.answers.writable"),
}


def names() -> Iterator[str]:
    """The modules in which an example stands."""
    for path in sorted(code().rglob("*.py")):
        if ">>> " in path.read_text("utf-8"):
            parts = ("finkg", *path.relative_to(code()).with_suffix("").parts)
            yield ".".join(part for part in parts if part != "__init__")


def examples() -> list[doctest.DocTest]:
    finder = doctest.DocTestFinder(exclude_empty=True)
    modules = map(importlib.import_module, names())
    return [test for module in modules for test in finder.find(module) if test.examples]


EXAMPLES = examples()


@pytest.fixture(scope="module", autouse=True)
def opened(packaged_snapshot: Path, own_cache: None) -> Iterator[None]:
    """`finkg.open()` opens the packaged graph that was built for all tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("finkg.graph.built", lambda _: packaged_snapshot)
        yield


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda test: test.name)
def test_an_example_is_what_the_program_answers(
    example: doctest.DocTest, kg: KnowledgeGraph
) -> None:
    """Every line of it; `kg` is the packaged graph."""
    told: list[str] = []
    example.globs |= {"kg": kg, "finkg": finkg}
    doctest.DocTestRunner(optionflags=FLAGS).run(example, out=told.append)
    assert "".join(told) == ""


def test_methods_that_answer_have_an_example() -> None:
    """Whoever calls a graph or an answer sees how, and what comes back."""
    silent = [
        f"{cls.__name__}.{name}"
        for cls in (KnowledgeGraph, WritableAnswer)
        for name, thing in inspect.getmembers(cls, inspect.isroutine)
        if not name.startswith("_") and name not in WITHOUT
        if getattr(inspect.unwrap(thing), "__module__", "") in TOLD_IN
        if ">>> " not in (inspect.getdoc(thing) or "")
    ]
    assert silent == []


def test_examples_stand_where_people_look() -> None:
    """In the package, in its graph, its answers, and the values that evidence is made of."""
    homes = {test.name for test in EXAMPLES}
    assert {"finkg.open", "finkg.graph.KnowledgeGraph", "finkg.catalogue.answer.Answer"} <= homes
    values = ("moment.Moment", "claim.Claim", "span.Span", "quantity.quantities", "rank.a_rank")
    assert {f"finkg.evidence.{value}" for value in values} <= homes
