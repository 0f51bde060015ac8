"""Kinds of nodes can be told apart and read by anyone."""

from __future__ import annotations

import pytest

from finkg.schema import Schema
from finkg.view.kinds import KIND_OF_CLASS, KINDS, kind_of
from finkg.view.scene import Kind
from finkg.vocabulary import fk, local_name

LIGHT, DARK = "#f7f8fa", "#11161d"
INKS = ("#10151c", "#ffffff")


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
@pytest.mark.parametrize("ground", [LIGHT, DARK])
def test_shapes_stand_out_from_the_ground(kind: Kind, ground: str) -> None:
    """Fill or outline has a contrast of 3:1 on either ground (WCAG 2.2, 1.4.11)."""
    assert max(contrast(kind.fill, ground), contrast(kind.outline, ground)) >= 3


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_glyphs_are_legible(kind: Kind) -> None:
    """Black or white has a contrast of 4.5:1 on each fill (WCAG 2.2, 1.4.3)."""
    assert max(contrast(kind.fill, ink) for ink in INKS) >= 4.5


def test_kinds_differ_in_colour_shape_and_glyph() -> None:
    """No two kinds share a colour, a shape or a glyph, in either language."""
    for looks in (
        [kind.fill for kind in KINDS],
        [kind.shape for kind in KINDS],
        [kind.glyph.zh for kind in KINDS],
        [kind.glyph.en for kind in KINDS],
    ):
        assert len(set(looks)) == len(KINDS)


def test_the_most_telling_class_decides() -> None:
    """A bank is a company, a product that is a channel too a product, the rest a concept."""
    assert kind_of(["Bank"]) == "company"
    assert kind_of(["Channel", "Product"]) == "product"
    assert kind_of(["RegulatoryEvent", "Event"]) == "regulatory-event"
    assert kind_of(["CustomerSegment"]) == "concept"


def test_classes_are_those_of_the_ontology() -> None:
    """Each class that decides a kind is a class of the ontology."""
    assert set(KIND_OF_CLASS) <= {local_name(cls) for cls in Schema().classes}


def test_general_kinds_are_those_of_concepts() -> None:
    """What classifies others is a concept of the ontology, or has no telling class at all."""
    general = {kind.id for kind in KINDS if kind.general}
    schema = Schema()
    concepts = {
        local_name(cls) for cls in schema.classes if fk("Concept") in schema.superclasses(cls)
    }
    telling = {kind for name, kind in KIND_OF_CLASS.items() if name in concepts}
    assert general == {*telling, "concept"}
