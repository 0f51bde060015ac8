"""Without script a page is a table of its statements, whose numbers lead to their sources."""

from __future__ import annotations

import pytest

from finkg.errors import Language
from finkg.graph import KnowledgeGraph
from finkg.view import noscript
from finkg.view.noscript import Plain, plain_table


def told(plain: Plain) -> list[tuple[object, ...]]:
    """The rows, each with the sources that its numbers lead to."""
    return [(*row[:-1], [plain.sources[n - 1] for n in row.sources]) for row in plain.rows]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_part_of_the_table_names_the_same_sources(
    kg: KnowledgeGraph, lang: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a large graph the first statements are there, with all sources that they name and no
    others; how many there are in all is said."""
    scene = kg.scene()
    whole = plain_table(scene, lang)
    assert len(whole.rows) == sum(bool(s.layer) for s in scene.statements)
    assert len(whole.sources) == len(scene.sources)
    assert whole.words["part"] == ""
    monkeypatch.setattr(noscript, "MOST", 40)
    part = plain_table(scene, lang)
    assert told(part) == told(whole)[:40]
    numbers = {number for row in part.rows for number in row.sources}
    assert numbers == {*range(1, len(part.sources) + 1)}
    assert len(part.sources) < len(whole.sources)
    assert {"40", f"{len(whole.rows):,}"} <= {*part.words["part"].replace("条", " ").split()}
