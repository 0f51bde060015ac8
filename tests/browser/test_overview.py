"""The overview: the communities of the whole graph, how they are found and what is seen of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import networkx as nx
import pytest
from networkx.algorithms.community import louvain_communities, modularity

from .conftest import Open, Opened

_EDGES = """() => finkg.statements()
    .filter(s => finkg.isEdge(s) && s.layer && !finkg.state.offLayers.has(s.layer))
    .filter(s => s.subject !== s.value)
    .map(s => [s.subject, s.value])"""
_GROUPS = "() => finkg.communities()"
#: Corners of everything that must not lie over something else, by what it belongs to.
_BOXES = """(what) => [...document.querySelectorAll("#groups .bubble")].flatMap(bubble =>
    [...bubble.querySelectorAll(what)].map(part => {
        const { left, top, right, bottom } = part.getBoundingClientRect();
        return { of: bubble.dataset.group, left, top, right, bottom };
    }))"""


@pytest.fixture
def view(open_page: Open) -> Opened:
    return opened(open_page)


def opened(open_page: Open, address: str = "", **wishes: Any) -> Opened:
    view = open_page("packaged", address=f"#view=overview{address}", **wishes)
    view.settle()
    return view


def network(view: Opened) -> nx.Graph[str]:
    """The pairs of nodes with the number of statements between them."""
    graph: nx.Graph[str] = nx.Graph()
    for a, b in view.do(_EDGES):
        weight = graph.get_edge_data(a, b, {"weight": 0})["weight"]
        graph.add_edge(a, b, weight=weight + 1)
    return graph


def crossing(boxes: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Boxes of two bubbles that share more than a line of pixels."""
    for a, b in combinations(boxes, 2):
        across = min(a["right"], b["right"]) - max(a["left"], b["left"])
        down = min(a["bottom"], b["bottom"]) - max(a["top"], b["top"])
        if a["of"] != b["of"] and across > 1 and down > 1:
            yield a["of"], b["of"]


def test_communities_are_as_modular_as_those_of_networkx(view: Opened) -> None:
    """They part the nodes that statements connect, nearly as well as networkx does."""
    graph, found = network(view), [set(group) for group in view.do(_GROUPS)]
    assert sorted(node for group in found for node in group) == sorted(graph)
    best = modularity(graph, louvain_communities(graph, seed=0))
    assert modularity(graph, found) >= 0.97 * best


def test_each_community_is_of_one_piece(view: Opened) -> None:
    """Whoever is in a group with another can be reached from it inside the group."""
    graph = network(view)
    assert all(nx.is_connected(graph.subgraph(group)) for group in view.do(_GROUPS))


def test_communities_are_the_same_each_time(view: Opened, open_page: Open) -> None:
    """The same statements give the same groups in the same order, on another page, too."""
    first = view.do(_GROUPS)
    view.page.click("[data-layer=inferred]")
    assert view.do(_GROUPS) != first
    view.page.click("[data-layer=inferred]")
    assert view.do(_GROUPS) == first
    assert opened(open_page, "&lang=en").do(_GROUPS) == first


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_bubbles_and_names_do_not_overlap(
    open_page: Open, lang: str, size: tuple[int, int]
) -> None:
    """On a wide and on a narrow screen each bubble and each name is clear of the others'."""
    width, height = size
    view = opened(open_page, f"&lang={lang}", size={"width": width, "height": height})
    boxes = view.do(_BOXES, "circle:not(.ring), .name, .size")
    frame = view.page.locator("#groups").bounding_box()
    assert frame is not None
    assert list(crossing(boxes)) == []
    assert min(box["left"] for box in boxes) >= frame["x"]
    assert max(box["right"] for box in boxes) <= frame["x"] + frame["width"]
    sizes = """() => [...document.querySelectorAll("#groups text")]
        .map(it => parseFloat(getComputedStyle(it).fontSize))"""
    assert min(view.do(sizes)) >= 11


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_what_is_not_drawn_is_counted(open_page: Open, size: tuple[int, int]) -> None:
    """Nodes in bubbles, in groups without one, and in no group are together all nodes."""
    width, height = size
    view = opened(open_page, "&lang=en", size={"width": width, "height": height})
    groups, drawn = view.do(_GROUPS), view.do("() => finkg.bubbles().length")
    held = [sum(map(len, some)) for some in (groups[:drawn], groups[drawn:])]
    text = view.page.locator("#showing").text_content() or ""
    assert f"{drawn} groups with {held[0]} nodes" in text
    assert (f"; and {len(groups) - drawn} more with {held[1]} nodes" in text) is (held[1] > 0)
    alone = len(view.do("() => finkg.nodes()")) - sum(held)
    assert f"in no group: {alone}" in text


def test_a_larger_group_has_the_larger_bubble(view: Opened) -> None:
    """Areas are as the numbers of members, down to the least size that can be hit."""
    bubbles = view.do("() => finkg.bubbles().map(b => [b.radius, b.group.members.length])")
    unit = bubbles[0][0] ** 2 / bubbles[0][1]
    assert all(r**2 == pytest.approx(max(12**2, unit * members)) for r, members in bubbles)


def test_a_group_is_chosen_by_keyboard_and_told(view: Opened) -> None:
    """Tab reaches a bubble, Enter selects it; its panel names its members and counts the rest."""
    bubble = view.page.locator("#groups .bubble").first
    assert "个节点" in (bubble.get_attribute("aria-label") or "")
    bubble.focus()
    view.page.keyboard.press("Enter")
    view.settle()
    first = view.page.locator("#groups .bubble").first
    assert first.get_attribute("aria-pressed") == "true"
    assert first.evaluate("it => it === document.activeElement")
    members = view.do(_GROUPS)[0]
    named = view.page.locator("#panel .lines li")
    assert named.count() == min(30, len(members))
    assert f"还有 {len(members) - 30} 个" in view.panel()


def test_numbers_stand_on_the_lines_of_the_group_pointed_at(view: Opened) -> None:
    """Of a bubble that has the focus, the lines tell how many statements they stand for."""
    assert view.page.locator("#groups .numbers text").count() == 0
    view.page.locator("#groups .bubble").first.focus()
    told = view.page.locator("#groups .numbers text").all_text_contents()
    place = "Object.fromEntries(finkg.communities().flatMap((g, i) => g.map(id => [id, i])))"
    groups = view.do(f"() => {place}")
    drawn = view.do("() => finkg.bubbles().length")
    counts: dict[int, int] = {}
    for a, b in view.do(_EDGES):
        ends = {groups[a], groups[b]}
        if 0 in ends and len(ends) == 2 and max(ends) < drawn:
            counts[max(ends)] = counts.get(max(ends), 0) + 1
    assert 0 < len(told) <= len(counts)
    assert set(map(int, told)) <= set(counts.values())


def test_a_group_is_drawn_and_undone(view: Opened) -> None:
    """Its best connected take the place of the picture; a step back brings the overview back."""
    before = view.do("() => finkg.inSight()")
    view.page.locator("#groups .bubble").first.focus()
    view.page.keyboard.press("Enter")
    view.page.click("#panel .nodeTools button")
    members = view.do(_GROUPS)[0]
    assert sorted(view.do("() => finkg.inSight()")) == sorted(members[:25])
    assert view.do("() => finkg.state.view") == "home"
    assert not view.page.locator("#groups").is_visible()
    view.page.click("#undo")
    assert view.do("() => finkg.state.view") == "overview"
    assert view.do("() => finkg.inSight()") == before


def test_the_address_keeps_the_group(view: Opened, open_page: Open) -> None:
    """A link to a group opens the overview with that group selected."""
    view.page.locator("#groups .bubble").nth(2).focus()
    view.page.keyboard.press("Enter")
    address = view.do("() => location.hash.slice(1)")
    again = open_page("packaged", address=f"#{address}")
    assert again.page.locator("[aria-pressed=true].bubble").get_attribute("data-group") == "2"
    assert again.panel() == view.panel()


def test_the_overview_is_found_and_left(open_page: Open) -> None:
    """A button beside the count opens it, Escape goes back to the picture."""
    view = open_page("packaged")
    view.page.click("#overview-tool")
    assert view.page.locator("#groups .bubble").count() > 3
    view.page.keyboard.press("Escape")
    assert not view.page.locator("#groups").is_visible()
    assert view.do("() => finkg.state.view") == "home"


def test_kinds_are_told_by_a_sign_too(view: Opened) -> None:
    """The kind of the member that is named first is told by its sign, not by colour alone."""
    wanted = view.do(
        """() => {
            const nodes = finkg.nodes();
            const kinds = new Map(finkg.scene.kinds.map(({ id, glyph }) => [id, glyph.zh]));
            return finkg.bubbles().map(({ group, lines }) => {
                const [name, cut] = lines.join("").split("、")[0].split("…");
                const members = [...group.members].map(member => nodes[member]);
                const isIt = ({ label: { zh } }) =>
                    cut === undefined ? zh === name : zh.startsWith(name);
                return kinds.get(members.find(isIt).kind);
            });
        }"""
    )
    assert view.page.locator("#groups .glyph").all_text_contents() == wanted
