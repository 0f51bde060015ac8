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

    from finkg.catalogue.question import Parameter
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
        """The options of the command, and of the question; behind one what it takes."""
        parameters = _parameters(str(ctx.params.get("name") or ""))
        before = ctx.args[-1] if ctx.args else ""
        if before.startswith("--") and "=" not in before and not incomplete.startswith("--"):
            return list(_values(ctx, parameters.get(before[2:]), incomplete))
        own = [
            _item(f"--{parameter.name}", parameter.label.en)
            for parameter in parameters.values()
            if f"--{parameter.name}".startswith(incomplete) and incomplete.startswith("-")
        ]
        return [*own, *super().shell_complete(ctx, incomplete)]


def _parameters(question: str) -> dict[str, Parameter]:
    """What a question can be asked about, by name; nothing if there is no such question."""
    from finkg.catalogue.catalogue import Catalogue

    try:
        return Catalogue().question(question).parameters
    except FinkgError:
        return {}


def _values(
    ctx: click.Context, parameter: Parameter | None, incomplete: str
) -> Iterator[CompletionItem]:
    """What a parameter takes: entities of its classes, or properties."""
    graph = _graph(ctx)
    if graph and parameter and parameter.type == "entity":
        yield from _named(graph, incomplete, parameter.classes)
    elif graph and parameter and parameter.type == "property":
        yield from _properties(graph, incomplete)


def _entities(ctx: click.Context, incomplete: str) -> Iterator[CompletionItem]:
    graph = _graph(ctx)
    if graph:
        yield from _named(graph, incomplete)


def _graph(ctx: click.Context) -> KnowledgeGraph | None:
    """The graph that is asked; none if it can not be opened."""
    from finkg.graph import open_graph

    try:
        return open_graph(ctx.params.get("graph") or ctx.find_root().params.get("graph"))
    except FinkgError:
        return None


def _named(
    graph: KnowledgeGraph, incomplete: str, classes: tuple[str, ...] = ()
) -> Iterator[CompletionItem]:
    from finkg.vocabulary import fk

    wanted = frozenset(map(fk, classes))
    for name, entity in graph.names.beginning(incomplete, wanted)[:OFFERED]:
        labels = graph.names.labels(entity)
        yield _item(name, f"{labels.zh} / {labels.en}")


def _properties(graph: KnowledgeGraph, incomplete: str) -> Iterator[CompletionItem]:
    from finkg.vocabulary import local_name

    for found in sorted(graph.names.properties(), key=local_name):
        if local_name(found).casefold().startswith(incomplete.casefold()):
            labels = graph.names.labels(found)
            yield _item(local_name(found), f"{labels.zh} / {labels.en}")


def _item(value: str, meaning: str) -> CompletionItem:
    from click.shell_completion import CompletionItem

    return CompletionItem(value, help=meaning)
