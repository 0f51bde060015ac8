"""What a build keeps of the view of a large graph: the same page; believed where it is whole."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import finkg
from finkg.building import build
from finkg.errors import UnknownName
from finkg.graph import KnowledgeGraph, open_graph
from finkg.resources import packaged_workspace
from finkg.view import kept as keeping
from finkg.view.kept import FILE, keep, kept
from finkg.view.pack import pack
from finkg.view.page import render, render_kept
from finkg.view.unpack import unpacked

from ...browser.scene import build as made_up
from ...browser.strange import hostile


@pytest.fixture
def own(packaged_snapshot: Path, tmp_path: Path) -> KnowledgeGraph:
    """The packaged graph in a snapshot that may be written to, with its view kept."""
    shutil.copytree(packaged_snapshot, tmp_path / "snapshot")
    kg = open_graph(tmp_path / "snapshot")
    keep(kg.scene(), kg.snapshot.folder)
    return kg


@pytest.mark.parametrize("focus", [None, "花呗", "Big data"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_is_the_same_as_from_the_graph(
    own: KnowledgeGraph, lang: str, focus: str | None
) -> None:
    """Byte for byte, in each language, opened at a node that is drawn at first or at another."""
    assert kept(own.snapshot.folder) is not None
    page = own.view(focus=focus, lang=lang).html  # type: ignore[arg-type]
    assert page == render(own.scene(focus), lang)  # type: ignore[arg-type]


def test_a_focus_that_is_no_node_opens_nothing() -> None:
    """As a scene has none that is not among its nodes."""
    scene = made_up()
    packed = keeping.Kept(pack(scene), {"zh": keeping.plain_table(scene, "zh")})
    assert render_kept(packed, "zh", "nobody") == render_kept(packed, "zh")


def test_an_unknown_focus_is_refused(own: KnowledgeGraph) -> None:
    """With the error that the graph itself gives."""
    with pytest.raises(UnknownName):
        own.view(focus="nosuchname")


@pytest.mark.parametrize("name", ["made", "hostile"])
def test_nodes_and_edges_come_back_as_they_were(name: str) -> None:
    """Ids, kinds, names and ends of all, whatever signs they have."""
    scene = {"made": made_up, "hostile": hostile}[name]()
    again = unpacked(pack(scene))
    assert [(n.id, n.iri, n.kind, n.label) for n in again.nodes] == [
        (n.id, n.iri, n.kind, n.label) for n in scene.nodes
    ]
    assert [edge[:5] for edge in again.edges] == [edge[:5] for edge in scene.edges]
    assert (again.kinds, again.relations) == (scene.kinds, scene.relations)


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"made by": "somebody"}', "half"])
def test_what_is_not_whole_is_not_believed(own: KnowledgeGraph, content: str) -> None:
    """A file that is torn, empty or of another version is as if it were not there."""
    path = own.snapshot.folder / FILE
    text = path.read_text("utf-8")
    path.write_text(text[: len(text) // 2] if content == "half" else content, "utf-8")
    assert kept(own.snapshot.folder) is None
    assert own.view().html == render(own.scene(), "zh")


def test_another_version_keeps_for_itself(
    own: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another format was written in is not read as this one."""
    monkeypatch.setattr(keeping, "VERSION", keeping.VERSION + 1)
    assert kept(own.snapshot.folder) is None


def test_a_build_keeps_the_view_of_a_large_graph_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside the snapshot of a graph with so many claims; a small one is told from its store."""
    small = tmp_path / "small"
    report = build(packaged_workspace(), small)
    assert not [*small.rglob(FILE)]
    monkeypatch.setattr(keeping, "CLAIMS", range(report.counts["claims"] + 1))
    large = tmp_path / "large"
    build(packaged_workspace(), large)
    (path,) = large.rglob(FILE)
    assert json.loads(path.read_bytes())["packed"]["head"]["counts"]["nodes"] > 300
    assert finkg.open(large).view().html == finkg.open(small).view().html


def test_a_graph_as_of_a_day_has_its_own_page(own: KnowledgeGraph) -> None:
    """What was kept is the whole graph's; another day, or a source less, is told anew."""
    then = own.as_of("2015-12-31")
    assert kept(then.snapshot.folder) is None
    assert "2015-12-31" in then.view().title
