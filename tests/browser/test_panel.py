"""What the panel counts of a node is what the graph says of it; what a button promises comes."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from finkg.view.page import render
from finkg.view.scene import Edge, Node, Scene

from .conftest import Open, Opened
from .scene import Text, build

if TYPE_CHECKING:
    from finkg.graph import KnowledgeGraph

#: Of each group of the panel its heading, the number beside it, and its sentences.
GROUPS = """() => [...document.querySelectorAll("#panel section.group")].map(group => ({
    relation: group.querySelector("h2 bdi").textContent,
    count: Number(group.querySelector("h2 .count").textContent),
    rows: group.querySelectorAll("article.statement").length,
    coming: group.querySelector("h2 .more")?.textContent ?? "",
}))"""
MOST = 12  # nodes that one step brings in


def of_many(statements: int) -> Scene:
    """A firm that pays so many others."""
    scene = build()
    firm = scene.nodes[0]
    others = tuple(
        Node(f"o-{n}", f"https://example.org/o-{n}", firm.kind, Text(f"收款方{n}", f"payee {n}"))
        for n in range(statements)
    )
    relation, claim = scene.relations[0].id, scene.claims[0].id
    edges = tuple(
        Edge(f"s-{other.id}", firm.id, relation, other.id, "truth", (claim,)) for other in others
    )
    return replace(scene, nodes=(firm, *others), edges=edges, facts=())


@pytest.fixture
def firm(open_page: Open, files: dict[str, Path], tmp_path: Path) -> Opened:
    files["many"] = tmp_path / "many.html"
    files["many"].write_bytes(render(of_many(95), "zh").encode())
    view = open_page("many")
    view.do("() => finkg.select(finkg.nodes()[0].id)")
    view.settle()
    return view


def groups(view: Opened) -> list[dict[str, Any]]:
    view.settle()
    return list(view.do(GROUPS))


def said_of(scene: Scene, node: str) -> Counter[str]:
    """How often each relation stands at a node in what is not only opinion; both ways of a
    relation have a group each, which are counted together."""
    label = {relation.id: relation.label.zh for relation in scene.relations}
    edges = [each for each in scene.edges if node in (each.subject, each.value)]
    facts = [each for each in scene.facts if each.subject == node]
    seen = [each for each in (*edges, *facts) if each.layer and each.layer != "opinions"]
    return Counter(label[each.relation] for each in seen)


def test_groups_count_what_the_graph_says(open_page: Open, kg: KnowledgeGraph) -> None:
    """Of the forty weightiest nodes: each statement is in one group, and all are there as rows."""
    scene, view = kg.scene(), open_page("packaged")
    for node in view.do("() => finkg.inSight().slice(0, 40)"):
        view.do("(id) => finkg.select(id)", node)
        found = groups(view)
        counted: Counter[str] = Counter()
        for group in found:
            counted[group["relation"]] += group["count"]
        assert counted == said_of(scene, node), node
        assert all(group["rows"] == min(group["count"], 40) for group in found), node


def test_of_many_statements_the_rest_is_a_step_away(firm: Opened) -> None:
    """The button says how many more there are; it brings the next, and goes with the last. Whoever
    pressed it by keyboard stands at the first new one."""
    seen = []
    while True:
        [group] = groups(firm)
        button = firm.page.locator("#panel section.group > button.quiet")
        seen.append((group["count"], group["rows"], button.all_inner_texts()))
        if not button.count():
            break
        button.focus()
        firm.page.keyboard.press("Enter")
        place = "document.activeElement.closest('article')"
        before = f"[...{place}.parentElement.querySelectorAll('article')].indexOf({place})"
        assert firm.do(f"() => {before}") == group["rows"]
    assert seen == [(95, 40, ["还有 55 条"]), (95, 80, ["还有 15 条"]), (95, 95, [])]


def test_a_step_brings_in_what_its_button_says(firm: Opened) -> None:
    """In the picture of a few a firm with many others is expanded, some at a time, of how many; the
    last step brings the rest."""
    others = firm.do("() => finkg.inSight().filter(id => id !== finkg.state.selected)")
    firm.do("(ids) => finkg.takeOut(ids)", others)
    left = 95
    while left:
        [group] = groups(firm)
        promised = [int(each) for each in re.findall(r"\d+", group["coming"])]
        assert promised == ([MOST, left] if left > MOST else [left])
        before = firm.do("() => finkg.inSight().length")
        firm.page.click("#panel h2 .more")
        firm.settle()
        assert firm.do("() => finkg.inSight().length") - before == promised[0]
        left -= promised[0]
    assert groups(firm)[0]["coming"] == ""
