"""The bench of reasoning compares like with like: both reasoners conclude the same."""

from __future__ import annotations

import os
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from finkg.vocabulary import fk

if TYPE_CHECKING:
    from reasoning import Given

TRIPLES = 2_000


@pytest.fixture(params=["the whole graph", "facts only"])
def given(request: pytest.FixtureRequest, tmp_path: Path) -> Given:
    """The facts of one input, if there is a reasoner to compare ours with."""
    from reasoning import MISSING, facts_only, whole_graph

    if not find_spec("reasonable"):
        pytest.fail(MISSING) if os.environ.get("CI") else pytest.skip(MISSING)
    is_whole = request.param == "the whole graph"
    return whole_graph(tmp_path / "workspace", TRIPLES) if is_whole else facts_only(TRIPLES)


def test_both_reasoners_conclude_the_same(given: Given, tmp_path: Path) -> None:
    """Rules conclude what the axioms for them say, and no more."""
    from reasoning import compared

    seconds, _ = compared(given, tmp_path / "facts.ttl")
    assert seconds["finkg"] > 0
    assert seconds["reasonable"] > 0


def test_a_difference_ends_the_bench(given: Given, tmp_path: Path) -> None:
    """Where one of them concludes less, there is nothing to time: here an axiom is missing."""
    from reasoning import compared

    changed = fk("changedBy")
    poorer = replace(given, triples=[t for t in given.triples if t.object != changed])
    assert len(poorer.triples) < len(given.triples)
    with pytest.raises(SystemExit, match="conclusions of finkg"):
        compared(poorer, tmp_path / "facts.ttl")
