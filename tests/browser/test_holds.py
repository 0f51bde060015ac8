"""Nothing is lost between graph, picture, table and counts; each line has a reason."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from finkg.view.page import render
from finkg.view.scene import Edge, Evidence, Relation, Scene

from .conftest import Open, Opened
from .scene import Text, build

if TYPE_CHECKING:
    from finkg.graph import KnowledgeGraph

#: A step of somebody at the page, given what is in the picture and a chance.
STEPS = (
    "finkg.expand(node)",
    "finkg.collapse(node)",
    "finkg.takeOut([node])",
    "finkg.select(node)",
    "finkg.select(statement)",
    "finkg.change({ offKinds: flip(finkg.state.offKinds, kind) })",
    "finkg.change({ offLayers: flip(finkg.state.offLayers, layer) })",
    "finkg.pin(node, { x: 10 * at, y: -7 * at })",
    "finkg.answer()",
    "finkg.path(node, one(finkg.nodes()).id, at % 2 === 0)",
    "finkg.change({ layout: one(['organic', 'derivation', 'lanes']) })",
    "finkg.overview()",
    "finkg.leave()",
    "finkg.change({ most: 150 + 150 * (at % 2) })",
    "finkg.change({ removed: new Set() })",
)
UNDONE = ("finkg.undo()", "finkg.redo()")


def step(view: Opened, chance: random.Random, steps: tuple[str, ...] = STEPS) -> str:
    """One step at random; what it was."""
    taken = chance.choice(steps)
    view.do(
        f"""(at) => {{
            const one = (items) => items[at % items.length];
            const flip = (set, item) => {{
                const copy = new Set(set);
                if (!copy.delete(item)) copy.add(item);
                return copy;
            }};
            const sight = finkg.inSight();
            const node = one(sight.length ? sight : finkg.nodes().map(({{ id }}) => id));
            const edges = finkg.edges();
            const statement = one(edges.length ? edges : finkg.statements().map(({{ id }}) => id));
            const kind = one(finkg.scene.kinds).id;
            const layer = one(finkg.scene.layers);
            {taken};
        }}""",
        chance.randrange(10_000),
    )
    return taken


def several() -> Scene:
    """Two nodes with six statements between them, three in each direction."""
    scene = build()
    one, other = (node.id for node in scene.nodes[:2])
    named = ("praises", "blames", "pays")
    pairs = [(one, other), (other, one)]
    edges = tuple(
        Edge(f"s-{subject} {name} {value}", subject, name, value, "truth", (scene.claims[0].id,))
        for subject, value in pairs
        for name in named
    )
    return replace(
        scene,
        nodes=scene.nodes[:2],
        edges=edges,
        facts=(),
        relations=(*scene.relations, *(Relation(name, Text(name, name)) for name in named)),
    )


@pytest.fixture
def parallel(open_page: Open, files: dict[str, Path], tmp_path: Path) -> Opened:
    files["parallel"] = tmp_path / "parallel.html"
    files["parallel"].write_bytes(render(several(), "zh").encode())
    return open_page("parallel")


def test_three_relations_both_ways_are_six_lines(parallel: Opened) -> None:
    """Each is a curve of its own, is found where it is clicked, and is a row of the table."""
    ids = [edge.id for edge in several().edges]
    assert sorted(parallel.do("() => finkg.edges()")) == sorted(ids)
    middles = parallel.do("() => finkg.edges().map(id => finkg.middle(id))")
    assert len({(round(at["x"]), round(at["y"])) for at in middles}) == 6
    distances = [
        abs(a["x"] - b["x"]) + abs(a["y"] - b["y"])
        for n, a in enumerate(middles)
        for b in middles[:n]
    ]
    assert min(distances) >= 6
    box = parallel.page.locator("#network").bounding_box()
    assert box is not None
    for name in ids:
        at = parallel.do("(id) => finkg.middle(id)", name)
        parallel.page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])
        parallel.settle()
        assert parallel.do("() => finkg.state.selected") == name
    parallel.page.click("#as-table")
    parallel.settle()
    rows = parallel.page.locator("#table tr[data-statement]")
    assert sorted(rows.evaluate_all("rows => rows.map(it => it.dataset.statement)")) == sorted(ids)


@pytest.mark.parametrize("seed", range(4))
def test_every_statement_is_somewhere(open_page: Open, seed: int) -> None:
    """After whatever steps, drawn and counted statements are all statements, and the rows of the
    table are the lines of the picture and the facts of its nodes."""
    view = open_page("packaged")
    chance = random.Random(seed)
    whole = view.do("() => finkg.statements().filter(s => s.layer).length")
    nodes = view.do("() => finkg.counts().all")
    walked: list[str] = []
    for _ in range(40):
        walked.append(step(view, chance, (*STEPS, *UNDONE)))
        counts = view.do("() => finkg.counts()")
        assert sum(counts["statements"].values()) == whole, walked
        left = counts["left"]
        assert counts["statements"]["drawn"] == view.do("() => finkg.edges().length")
        assert counts["nodes"] == view.do("() => finkg.inSight().length")
        if view.do("() => finkg.state.view") == "home":
            told = sum(left[key] for key in ("removed", "kinds", "layers", "away"))
            assert counts["nodes"] + told == nodes, walked
    view.do("() => finkg.change({ table: true })")
    view.settle()
    rows = view.page.locator("#table tr[data-statement]")
    named = rows.evaluate_all("rows => rows.map(it => it.dataset.statement)")
    edges = view.do("() => finkg.edges()")
    counts = view.do("() => finkg.counts().statements")
    assert len(named) == len(set(named)) == counts["drawn"] + counts["facts"]
    assert set(edges) <= set(named)


def test_the_legend_counts_what_there_is(open_page: Open, kg: KnowledgeGraph) -> None:
    """Its layers together are all statements, its kinds all nodes."""
    view = open_page("packaged")
    scene = kg.scene()
    total = "rows => rows.map(row => Number(row.textContent.split('/').at(-1).replace(',', '')))"
    layers = view.page.locator("[data-layer] .count").evaluate_all(total)
    kinds = view.page.locator("[data-kind] .count").evaluate_all(total)
    assert sum(layers) == sum(bool(it.layer) for it in scene.statements)
    assert sum(kinds) == len(scene.nodes)


def test_every_line_tells_why_it_is_there(open_page: Open, kg: KnowledgeGraph) -> None:
    """Whatever line is chosen, the panel shows words of a source, a citation with its source, or a
    rule with what it rested on; a conclusion from something doubtful says that it is doubtful."""
    view = open_page("packaged")
    while (
        view.do("() => finkg.counts().left.away") and view.do("() => finkg.inSight().length") < 150
    ):
        before = view.do("() => finkg.inSight().length")
        view.do("() => document.querySelector('#showing .quiet')?.click()")
        if view.do("() => finkg.inSight().length") == before:
            break
    view.do("() => finkg.change({ offLayers: new Set() })")
    view.do("() => finkg.openEvidence()")
    told: list[dict[str, Any]] = view.do(
        """() => finkg.edges().map(id => {
            finkg.select(id);
            const first = document.querySelector("#panel > .statement");
            const has = (query) => Boolean(first.querySelector(query));
            const cited = [...first.querySelectorAll(".evidence")].every(it =>
                it.querySelector("blockquote") ||
                    (it.querySelector(".cited") && it.querySelector("a, bdi")));
            const ruled = [...first.querySelectorAll(".inference")].every(it =>
                it.querySelector("p bdi").textContent.trim() && it.querySelector("ol > li"));
            return {
                id,
                quoted: has("blockquote"),
                cited: has(".source .cited"),
                ruled: has(".inference li"),
                whole: cited && ruled,
                doubtful: has(".sentence .badge.doubtful, .claim .badge.doubtful, .flag"),
            };
        })"""
    )
    assert len(told) > 100
    assert [it["id"] for it in told if not (it["quoted"] or it["cited"] or it["ruled"])] == []
    assert [it["id"] for it in told if not it["whole"]] == []
    claims = {claim.id: claim for claim in kg.scene().claims}
    edges = {edge.id: edge for edge in kg.scene().edges}
    unsound = {
        name
        for name, edge in edges.items()
        if edge.claims
        and all(
            claims[each].inferences
            and not [e for e in claims[each].evidence if e.stance == "Supports"]
            and all(
                any(claims[premise].standing == "Doubtful" for premise in it.premises)
                for it in claims[each].inferences
            )
            for each in edge.claims
        )
    }
    assert {it["id"] for it in told if it["doubtful"]} >= unsound & {it["id"] for it in told}


def test_evidence_of_every_kind_is_met(kg: KnowledgeGraph) -> None:
    """The packaged graph has quotes, citations and conclusions, so that the test above tells."""
    scene = kg.scene()
    kinds = Counter("cited" if e.cited else "quoted" for c in scene.claims for e in c.evidence)
    assert min(kinds["cited"], kinds["quoted"]) > 0
    assert any(claim.inferences and claim.standing == "Doubtful" for claim in scene.claims)
    assert isinstance(scene.claims[0].evidence, tuple)
    assert Evidence in {type(e) for c in scene.claims for e in c.evidence}
