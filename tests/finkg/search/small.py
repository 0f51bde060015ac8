"""A small graph of names, indexed in memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from finkg import vocabulary as v
from finkg.search.index import fill
from finkg.search.search import Search
from finkg.store.layers import Layer
from finkg.store.view import GraphView


class Thing(NamedTuple):
    """An entity: its id, class, labels in zh and en, and aliases."""

    id: str
    cls: str
    zh: str
    en: str
    aliases: tuple[str, ...] = ()

    def quads(self) -> Iterator[Quad]:
        iri, layer = NamedNode(v.ID + self.id), Layer.ENTITIES.iri
        labels = (Literal(self.zh, language="zh"), Literal(self.en, language="en"))
        for graph in (layer, DefaultGraph()):
            yield Quad(iri, v.TYPE, v.fk(self.cls), graph)
            yield from (Quad(iri, v.LABEL, label, graph) for label in labels)
            for alias in self.aliases:
                yield Quad(iri, v.ALT_LABEL, Literal(alias, language="en"), graph)


def view(*things: Thing) -> GraphView:
    store = Store()
    for thing in things:
        store.extend(thing.quads())
    return GraphView(store)


def searched(*things: Thing) -> Search:
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    fill(connection, view(*things))
    return Search(connection)


def named(*names: str) -> Search:
    """A graph of products that are called so in both languages; their ids are `p-0`, `p-1`, …"""
    return searched(*(Thing(f"p-{n}", "Product", name, name) for n, name in enumerate(names)))
