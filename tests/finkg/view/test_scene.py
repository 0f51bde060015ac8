"""The scene is plain data that anyone can fill and read."""

from __future__ import annotations

import json
from dataclasses import fields, replace

from finkg.errors import Text
from finkg.view import scene as model
from finkg.view import source
from finkg.view.scene import (
    Claim,
    Document,
    Doubt,
    Edge,
    Evidence,
    Flag,
    Inference,
    Mark,
    Scene,
    Source,
    Thing,
)

from ...browser.scene import build


def test_a_scene_is_json() -> None:
    """A scene goes through JSON unharmed, in both languages."""
    written = json.loads(json.dumps(build().to_json(), ensure_ascii=False))
    assert written == build().to_json()
    assert written["title"] == {
        "zh": "互联网金融的三个案例",
        "en": "Three cases of internet finance",
    }
    assert written["version"] == 3
    assert set(written) == {field.name for field in fields(Scene)}


def test_every_type_is_described() -> None:
    """Whoever fills a scene finds each of its types in the module, and in its table."""
    words = {
        line.split()[0] for line in (model.__doc__ or "").splitlines() if line.startswith("    ")
    }
    types = {
        name
        for name, value in vars(model).items()
        if isinstance(value, type) and value.__module__ in (model.__name__, source.__name__)
    }
    assert types <= words
    told = {value.__name__ for value in vars(source).values() if isinstance(value, type)}
    assert told <= types | {"Text"}


def test_the_test_scene_holds_together() -> None:
    """No reference of the three cases leads nowhere."""
    assert build().dangling() == []


def test_every_dangling_reference_is_named() -> None:
    """A scene that speaks of what it does not hold says so, thing by thing."""
    claim = Claim(
        "c",
        Thing(Text("甲", "A")),
        "unknown",
        Thing(Text("乙", "B")),
        flags=(Flag("whim", Text("", "")),),
        evidence=(Evidence("nowhere"),),
        inferences=(Inference("r", Text("", ""), ("gone",)),),
    )
    edge = Edge("s", "huabei", "offers", "nobody", "truth", ("c", "missing"))
    document = Document("甲", "", (Doubt("hunch", Text("", "")),), (Mark(0, 1, (0,), ("lost",)),))
    scene = replace(
        build(),
        focus="lost",
        edges=(edge,),
        claims=(*build().claims, claim),
        sources=(*build().sources, Source("text", "甲", document=document)),
    )
    assert scene.dangling() == [
        "claim gone",
        "claim lost",
        "claim missing",
        "node lost",
        "node nobody",
        "relation unknown",
        "rule hunch",
        "rule whim",
        "source nowhere",
    ]


def test_a_quote_stands_where_it_is_said_to() -> None:
    """What a document does not have at that place is named; a quote without a text cannot be."""
    text = Source("text", "甲", document=Document("甲乙丙"))
    quotes = (
        Evidence("text", quote="乙丙", start=1, end=3),
        Evidence("text", quote="乙丙", start=0, end=2),
        Evidence("ap-2020", quote="elsewhere", start=0, end=9),
    )
    claim = build().claims[0]._replace(evidence=quotes)
    scene = replace(
        build(),
        claims=(claim, *build().claims[1:]),
        sources=(*build().sources, text),
    )
    assert scene.dangling() == ["quote text 0"]
