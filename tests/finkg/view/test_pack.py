"""A scene stands in the page as its schema says, and each of its rows can be had from it again."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from finkg.graph import KnowledgeGraph
from finkg.view import page
from finkg.view.columns import Pools, many, number_in, table
from finkg.view.layout import arrange
from finkg.view.page import render
from finkg.view.scene import Scene

from ...browser.day import of_a_day
from ...browser.scene import build
from ...browser.strange import hostile
from .carried import block, data

SCHEMA = json.loads((Path(page.__file__).parent / "page" / "scene.schema.json").read_text("utf-8"))


def carried(scene: Scene) -> dict[str, Any]:
    """The three parts that a page carries."""
    html = render(scene, "zh")
    blocks = {name: block(html, f"{name}-block") for name in ("graph", "evidence")}
    return {"head": data(html, "scene-head"), **blocks}


@pytest.mark.parametrize("make", [build, of_a_day, hostile])
def test_the_page_carries_what_the_schema_says(make: Callable[[], Scene]) -> None:
    """Head, graph and evidence are valid by the JSON Schema that stands beside the page."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(carried(make()), SCHEMA)


def test_the_packaged_graph_is_as_the_schema_says(kg: KnowledgeGraph) -> None:
    """So is a real graph, with its years; all columns of a table are of one length."""
    parts = carried(kg.scene())
    jsonschema.validate(parts, SCHEMA)
    for name in ("nodes", "edges", "facts"):
        lengths = {
            len(c["of"] if isinstance(c, dict) else c) for c in parts["graph"][name].values()
        }
        assert lengths == {parts["head"]["counts"][name]}


def test_another_version_is_refused() -> None:
    """A schema that takes anything would prove nothing."""
    parts = carried(build())
    for name, wrong in (("head", {"version": 1}), ("graph", {"edges": {}}), ("evidence", {"x": 1})):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**parts, name: {**parts[name], **wrong}}, SCHEMA)


def test_a_quote_of_a_held_text_is_not_written_twice() -> None:
    """What can be cut from the text of its source is cut from it."""
    evidence = [e for claim in build().claims for e in claim.evidence]
    quotes = {e.quote for e in evidence if e.start is not None}
    contexts = {context for e in evidence for context in e.contexts}
    assert quotes - contexts
    assert (quotes - contexts).isdisjoint(carried(build())["evidence"]["words"])


def test_a_quote_that_its_text_does_not_have_is_kept() -> None:
    """The page never shows other words than those that were given as the quote."""
    scene = build()
    claim = next(c for c in scene.claims if c.evidence and c.evidence[0].start is not None)
    wrong = claim.evidence[0]._replace(quote="并非原文")
    claims = tuple(c._replace(evidence=(wrong,)) if c.id == claim.id else c for c in scene.claims)
    assert "并非原文" in carried(replace(scene, claims=claims))["evidence"]["words"]


def test_the_first_picture_has_places() -> None:
    """Of each node that is drawn at first the page knows where it stands, and of no other."""
    scene = arrange(build())
    first = carried(build())["head"]["first"]
    home = {number: (n.x, n.y) for number, n in enumerate(scene.nodes) if n.home}
    assert dict(zip(first["node"], zip(first["x"], first["y"], strict=True), strict=True)) == home


class Row(NamedTuple):
    """A row with a word and some names."""

    word: str
    names: tuple[str, ...]


NAMES = st.lists(st.sampled_from("abcdef"), max_size=4)


@given(found=st.lists(st.tuples(st.text(max_size=5), NAMES), max_size=8))
def test_columns_give_their_rows_back(found: list[tuple[str, list[str]]]) -> None:
    """Whatever the rows: what was written in columns, pools and lists can be read row by row."""
    pools = Pools()
    things = [Row(word, tuple(names)) for word, names in found]
    columns: Any = table(things, {"word": pools.words, "names": many(number_in("abcdef"))})
    written: Any = pools.written()["words"]
    read = []
    start = 0
    for word, count in zip(columns["word"], columns["names"]["of"], strict=True):
        names = columns["names"]["is"][start : start + count]
        start += count
        read.append((written[word], ["abcdef"[name] for name in names]))
    assert read == [(word, list(names)) for word, names in found]
