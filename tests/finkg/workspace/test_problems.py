"""Problems are types that carry facts and speak two languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from finkg.errors import Problem
from finkg.workspace import problems

KINDS = [getattr(problems, name) for name in problems.__all__]
_CJK = re.compile(r"[\u3400-\u9fff]")


@pytest.mark.parametrize("kind", KINDS, ids=problems.__all__)
def test_every_problem_speaks_both_languages(kind: type[Problem]) -> None:
    """What one language says was found, the other says too, each in its own script."""
    for words in (kind.text, kind.hint):
        zh, en = (set(re.findall(r"{(\w+)}", text)) for text in words)
        assert zh == en <= set(kind.fields)
        assert bool(words.zh) == bool(words.en)
    assert _CJK.search(kind.text.zh)
    assert not _CJK.search(kind.text.en)
    assert kind.text.zh.endswith(("。", "？"))
    assert kind.text.en.endswith((".", "?"))


@pytest.mark.parametrize("kind", KINDS, ids=problems.__all__)
def test_every_problem_is_planted_by_a_test(kind: type[Problem]) -> None:
    """A kind of problem that no workspace of these tests has may never be found at all."""
    planted = [
        path.name
        for path in Path(__file__).parent.glob("test_*.py")
        if re.search(
            rf"\({kind.__name__}\b|, {kind.__name__}\)|, {kind.__name__},", path.read_text("utf-8")
        )
    ]
    assert planted


def test_all_kinds_are_exported() -> None:
    """Whoever reports or expects a problem finds its type in one place."""
    from finkg.workspace.problems import cells, decisions, entities, files, sources, statements

    defined = {
        name
        for module in (cells, decisions, entities, files, sources, statements)
        for name, kind in vars(module).items()
        if isinstance(kind, type) and kind.__module__ == module.__name__
    }
    assert defined == set(problems.__all__)
