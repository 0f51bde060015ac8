"""What the shell offers when the tab key is pressed: questions, their parameters, entities.

A command that runs needs none of it, so all is imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from finkg.errors import FinkgError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from finkg.graph import KnowledgeGraph

#: How many entities are offered; a longer list helps nobody.
OFFERED = 40


def questions(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The questions whose name begins so."""
    from finkg.catalogue.catalogue import Catalogue

    del ctx, param
    found = (question for question in Catalogue() if question.name.startswith(incomplete))
    return [_item(question.name, question.title.en) for question in found]


def entities(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The entities of which an id, a label or an alias begins so."""
    del param
    return list(_entities(ctx, incomplete))


class Asking(click.Command):
    """A command that takes a question's own parameters as options, and offers them."""

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The options of the command, and of the question; entities where a parameter takes one."""
        before = ctx.args[-1] if ctx.args else ""
        if before.startswith("--") and "=" not in before and not incomplete.startswith("--"):
            return list(_entities(ctx, incomplete))
        own = [
            _item(name, label)
            for name, label in _parameters(str(ctx.params.get("name") or ""))
            if name.startswith(incomplete) and incomplete.startswith("-")
        ]
        return [*own, *super().shell_complete(ctx, incomplete)]


def _parameters(question: str) -> Iterator[tuple[str, str]]:
    """The options that ask a question of something: their names and what they mean."""
    from finkg.catalogue.catalogue import Catalogue

    try:
        found = Catalogue().question(question).parameters.values()
    except FinkgError:
        return
    for parameter in found:
        yield f"--{parameter.name}", parameter.label.en


def _entities(ctx: click.Context, incomplete: str) -> Iterator[CompletionItem]:
    from finkg.graph import open_graph

    graph = ctx.params.get("graph") or ctx.find_root().params.get("graph")
    try:
        found = open_graph(graph)
    except FinkgError:
        return
    yield from _named(found, incomplete)


def _named(graph: KnowledgeGraph, incomplete: str) -> Iterator[CompletionItem]:
    for name, entity in graph.names.beginning(incomplete)[:OFFERED]:
        labels = graph.names.labels(entity)
        yield _item(name, f"{labels.zh} / {labels.en}")


def _item(value: str, meaning: str) -> CompletionItem:
    from click.shell_completion import CompletionItem

    return CompletionItem(value, help=meaning)
