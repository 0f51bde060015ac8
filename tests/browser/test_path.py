"""How two nodes hang together: paths in the view."""

from __future__ import annotations

import pytest

from finkg.graph import KnowledgeGraph
from finkg.vocabulary import local_name

from .conftest import Open

PAIRS = [
    ("微众银行", "花呗"),
    ("蚂蚁集团", "微众银行"),
    ("陆金所", "余额宝"),
    ("芝麻信用", "腾讯理财通"),
    ("财付通", "中国人民银行"),
    ("支付宝", "P2P网贷监管整治"),
]


def first_path(kg: KnowledgeGraph, start: str, end: str, *, hubs: bool) -> tuple[list[str], float]:
    """The nodes of the first path as `finkg path` finds it, and what it costs."""
    steps: dict[str, tuple[str, str, float]] = {}
    for row in kg.path(start, end, most=1, hubs=hubs).rows:
        cost = float(str(row[6].value))  # type: ignore[union-attr]
        steps[str(row[1])] = (local_name(row[2]), local_name(row[5]), cost)  # type: ignore[arg-type]
    first, *_ = steps.values()
    nodes = [first[0], *(step[1] for step in steps.values())]
    return nodes, round(sum(step[2] for step in steps.values()), 3)


@pytest.mark.parametrize("hubs", [False, True])
@pytest.mark.parametrize(("start", "end"), PAIRS)
def test_the_first_path_is_that_of_the_command(
    open_page: Open, kg: KnowledgeGraph, start: str, end: str, hubs: bool
) -> None:
    """What the page finds and what `finkg path` finds is the same path at the same cost."""
    view = open_page("packaged")
    ends = [local_name(kg.entity(name)) for name in (start, end)]
    view.do("([from, to, hubs]) => finkg.path(from, to, hubs)", [*ends, hubs])
    found = view.do("() => finkg.paths()")
    assert 1 <= len(found) <= 3
    assert (found[0]["nodes"], found[0]["cost"]) == first_path(kg, start, end, hubs=hubs)


def test_paths_stand_from_left_to_right(open_page: Open) -> None:
    """Only what is on the paths is drawn, each step to the right of the one before; no path is
    dearer than the next, and none meets a node twice."""
    view = open_page("packaged")
    view.do("() => finkg.path('webank', 'huabei')")
    view.settle()
    paths = view.do("() => finkg.paths()")
    assert len(paths) == 3
    assert [path["cost"] for path in paths] == sorted(path["cost"] for path in paths)
    assert len({tuple(path["nodes"]) for path in paths}) == 3
    assert set(view.do("() => finkg.inSight()")) == {n for path in paths for n in path["nodes"]}
    assert set(view.do("() => finkg.edges()")) == {s for path in paths for s in path["statements"]}
    for path in paths:
        assert len(set(path["nodes"])) == len(path["nodes"])
        x = [view.do("(id) => finkg.place(id).x", name) for name in path["nodes"]]
        assert x == sorted(x)


def test_nothing_doubtful_is_walked(open_page: Open) -> None:
    """A path takes asserted and inferred statements only, though the others are switched on."""
    view = open_page("packaged")
    view.do("() => finkg.change({ offLayers: new Set() })")
    ids = view.do("() => finkg.nodes().map(({ id }) => id)")
    layers: set[str] = set()
    for end in ids[::9]:
        view.do("(end) => finkg.path('ant-group', end, true)", end)
        layers |= {*view.do("() => finkg.edges().map(id => finkg.statement(id).layer)")}
    assert layers == {"truth", "inferred"}


def test_two_clicks_make_a_path(open_page: Open) -> None:
    """The selected node is the start, a click on another the end; a step leads to its evidence, and
    back."""
    view = open_page("packaged")
    view.do("() => finkg.select('webank')")
    view.page.click("#path")
    view.settle()
    assert view.do("() => [finkg.state.from, finkg.state.to]") == ["webank", None]
    view.click_node("huabei")
    assert view.do("() => [finkg.state.from, finkg.state.to]") == ["webank", "huabei"]
    assert "微众银行与花呗之间的 3 条最近路径" in view.panel()
    view.page.locator("#panel .path .link").first.click()
    view.settle()
    assert view.page.locator("#panel blockquote, #panel .cited").count() > 0
    assert view.do("() => finkg.state.view") == "path"
    view.page.locator("#banner button", has_text="返回路径").click()
    assert "路径 1" in view.panel()


def test_the_ends_are_searched_for(open_page: Open) -> None:
    """Both ends can be found by name with the keyboard alone, and changed."""
    view = open_page("packaged")
    view.page.click("#path")
    for field, name in (("from", "weizhongyinhang"), ("to", "huabei"), ("to", "借呗")):
        view.page.focus(f"#path-{field}")
        view.page.keyboard.type(name)
        view.page.keyboard.press("Enter")
        view.settle()
    assert view.do("() => [finkg.state.from, finkg.state.to]") == ["webank", "jiebei"]
    assert view.do("() => finkg.paths().length") == 3


def test_hubs_are_named_and_let_in(open_page: Open) -> None:
    """The panel names the hubs that no path took; the switch lets paths through them, and undo
    takes that back."""
    view = open_page("packaged")
    view.do("() => finkg.path('webank', 'lufax')")
    view.settle()
    hubs = view.do("() => finkg.hubs()")
    assert {"p2p", "credit"} <= set(hubs)
    assert "未经过的枢纽" in view.panel()
    assert "P2P网贷" in view.panel()
    between = {n for path in view.do("() => finkg.paths()") for n in path["nodes"][1:-1]}
    assert not between & {*hubs}
    view.page.check("#path-hubs")
    view.settle()
    through = {n for path in view.do("() => finkg.paths()") for n in path["nodes"][1:-1]}
    assert through & {*hubs}
    view.page.click("#undo")
    assert view.do("() => finkg.state.hubs") is False


def test_an_address_keeps_the_path(open_page: Open) -> None:
    """The ends and whether hubs are open come back with the address; nonsense does nothing."""
    view = open_page("packaged")
    view.do("() => finkg.path('webank', 'lufax', true)")
    again = open_page("packaged", view.do("() => location.hash"))
    assert again.do("() => finkg.paths()") == view.do("() => finkg.paths()")
    assert again.do("() => finkg.state.hubs") is True
    odd = open_page("packaged", "#view=path&from=nobody&to=<b>")
    assert odd.do("() => [finkg.state.from, finkg.state.to]") == [None, None]
    assert "请搜索" in odd.panel()


def test_why_there_is_no_path(open_page: Open) -> None:
    """Of two nodes that nothing connects, that is said; so it is of those that only hubs connect,
    and of one that no statement connects with anything."""
    view = open_page("packaged")
    told = set()
    ids = view.do("() => finkg.nodes().map(({ id }) => id)")
    for end in ids:
        view.do("(end) => finkg.path('p2p', end)", end)
        if end == "p2p" or view.do("() => finkg.paths().length"):
            continue
        told.add(view.page.locator("#panel [role=status]").first.inner_text()[-9:])
    assert any("观点不走" in text for text in told)
    view.do("() => finkg.path('big-data', 'blockchain')")
    assert "只经枢纽相连" in view.panel()
    view.do("() => finkg.path('huabei', 'huabei')")
    assert "同一节点" in view.panel()
