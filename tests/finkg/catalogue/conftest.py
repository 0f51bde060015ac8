"""A small graph in memory, and questions written for one test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Quad, RdfFormat, Store

from finkg.catalogue.question import Question
from finkg.store.layers import PLAIN_VIEW
from finkg.store.names import Names
from finkg.store.view import GraphView

AskFor = Callable[..., Question]

_HEADER = """\
#+ title = { zh = "哪些产品受影响？", en = "Which products were affected?" }
#+ description = { zh = "受影响的产品。", en = "Products that were affected." }
"""


@pytest.fixture(scope="session")
def view() -> GraphView:
    store = Store()
    store.load(path=Path(__file__).with_name("small.trig"), format=RdfFormat.TRIG)
    for layer in PLAIN_VIEW:
        for quad in list(store.quads_for_pattern(None, None, None, layer.iri)):
            store.add(Quad(quad.subject, quad.predicate, quad.object, DefaultGraph()))
    return GraphView(store)


@pytest.fixture(scope="session")
def names(view: GraphView) -> Names:
    return Names(view)


@pytest.fixture(scope="session")
def write(tmp_path_factory: pytest.TempPathFactory) -> AskFor:
    """Writes a question file: further header lines and a body, with the common header unless
    `header` replaces it."""
    folder = tmp_path_factory.mktemp("queries") / "theme"
    folder.mkdir()

    def written(body: str, *lines: str, header: str = _HEADER) -> Question:
        path = folder / "some-question.rq"
        path.write_text(header + "".join(f"#+ {line}\n" for line in lines) + body, "utf-8")
        return Question(path)

    return written
