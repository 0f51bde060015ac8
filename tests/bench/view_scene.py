"""Graphs for the bench of the page: a large scene of made-up names, and what raw pyvis makes."""

from __future__ import annotations

from pathlib import Path
from random import Random

from generator.names import stem

from finkg.errors import Text
from finkg.view.kinds import KINDS
from finkg.view.scene import Claim, Edge, Evidence, Node, Relation, Scene, Source, Thing
from finkg.view.source import Document

RELATIONS, SOURCES = 40, 200
_ID = "https://w3id.org/finkg/id/"


def large(nodes: int, edges: int) -> Scene:
    """A scene of companies and other things with ids, names in both languages and evidence.

    Few nodes have many edges, as in graphs that grow; each edge has a claim with a quote that
    stands in the text of its source; each tenth is doubtful. The same at every run.
    """
    dice = Random(3)
    things = tuple(_node(number) for number in range(nodes))
    relations = tuple(
        Relation(f"r{number}", Text(f"关系{number}", f"relation {number}"))
        for number in range(RELATIONS)
    )
    texts: list[list[str]] = [[] for _ in range(SOURCES)]
    ends = [0] * SOURCES
    claims, statements = [], []
    for number in range(edges):
        subject = things[int(nodes * dice.random() ** 2)]
        value = things[dice.randrange(nodes)]
        relation, source = relations[dice.randrange(RELATIONS)], dice.randrange(SOURCES)
        year = 2000 + number % 26
        quote = (
            f"{subject.label.zh}{relation.label.zh}{value.label.zh}，{year}年{1 + number % 12}月。"
        )
        start = ends[source]
        ends[source] += len(quote)
        texts[source].append(quote)
        claim = Claim(
            f"c-{dice.getrandbits(64):016x}",
            Thing(subject.label, subject.id),
            relation.id,
            Thing(value.label, value.id),
            valid_from=str(year),
            evidence=(Evidence(f"source-{source}", quote=quote, start=start, end=ends[source]),),
        )
        claims.append(claim)
        layer = "truth" if number % 10 else "doubtful"
        statements.append(
            Edge(f"s-{claim.id}", subject.id, relation.id, value.id, layer, (claim.id,))
        )
    return Scene(
        Text("大图", "Large graph"),
        "2026-01-01",
        KINDS,
        relations,
        things,
        tuple(statements),
        tuple(claims),
        sources=tuple(
            Source(f"source-{number}", f"来源{number}", document=Document("".join(text)))
            for number, text in enumerate(texts)
        ),
    )


def _node(number: int) -> Node:
    kind = KINDS[number % len(KINDS)].id
    zh, en = stem(f"company-{number % 7}", number)
    label, type_ = Text(f"{zh}有限公司", f"{en} Company"), Text("公司", "company")
    return Node(f"{kind}-{number}", f"{_ID}{kind}-{number}", kind, label, types=(type_,))


def heaviest(scene: Scene, count: int) -> list[Node]:
    """The nodes with the most statements, opinions aside."""
    degrees = dict.fromkeys((node.id for node in scene.nodes), 0)
    for edge in _drawn(scene):
        degrees[edge.subject] += 1
        degrees[edge.value] += 1
    return sorted(scene.nodes, key=lambda node: (-degrees[node.id], node.id))[:count]


def raw_pyvis(scene: Scene, nodes: list[Node], path: Path) -> int:
    """Writes the page that pyvis makes of these nodes by itself, and gives the number of edges."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    for node in nodes:
        network.add_node(node.id, label=node.label.zh or node.id)
    names = {node.id for node in nodes}
    relations = {relation.id: relation.label.zh for relation in scene.relations}
    between = [e for e in _drawn(scene) if e.subject in names and e.value in names]
    for edge in between:
        network.add_edge(edge.subject, edge.value, label=relations[edge.relation])
    path.write_text(network.generate_html(), encoding="utf-8")
    return len(between)


def _drawn(scene: Scene) -> list[Edge]:
    """The statements that a page draws if nobody asks for more."""
    return [edge for edge in scene.edges if edge.layer and edge.layer != "opinions"]
